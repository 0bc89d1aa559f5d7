//! What Backwise never says, in no language file, exercise, topic or template: it presses nobody, praises or
//! blames nobody for a number, promises nothing, frightens nobody, and names nobody's disease.

use std::path::{Path, PathBuf};

use backwise_words::Language;

use crate::window::desktop::repository;

/// Each sentence of the list in its usual variants, in lower case and without hyphens. Each is looked for at the
/// beginning of a word, so that "unlock" finds "unlocked".
const NEVER: [&str; 66] = [
    // That something is as it should be, which nobody here can know.
    "this is normal",
    "that is normal",
    "it is normal",
    "it's normal",
    "are normal",
    "perfectly normal",
    "normal to feel",
    "nothing to worry",
    "don't worry",
    "do not worry",
    "you are fine",
    "you're fine",
    "all is well",
    "is harmless",
    "is safe for you",
    // Blame, and going after what is gone.
    "you missed",
    "you've missed",
    "you have missed",
    "missed a",
    "missed your",
    "you forgot",
    "you failed",
    "you should have",
    "you didn't",
    "try harder",
    "catch up",
    "catch it up",
    "catching up",
    "behind schedule",
    "fall behind",
    "fell behind",
    // A chain of days, and prizes.
    "streak",
    "days in a row",
    "badge",
    "achievement",
    "reward",
    "level up",
    "unlock",
    // Through pain.
    "push through",
    "work through the pain",
    "through the pain",
    "no pain, no gain",
    "grit your teeth",
    // A dose that follows from a number.
    "because of your score",
    "your score",
    "we made it",
    "made it easier",
    "made it harder",
    // Fright.
    "damage your spine",
    "damage your back",
    "harm your spine",
    "harm your back",
    "wear out",
    "crumble",
    "slip a disc",
    // Other people.
    "slower than",
    "than others",
    "than other people",
    "people your age",
    // A disease that somebody may have, and promises.
    "you may have",
    "you might have",
    "you could have",
    "you probably have",
    "will heal",
    "guarantee",
    "we promise",
];

/// Where the words of the lists stand for something else: a foot pushes against the floor, and the terms say for
/// whom the templates are not meant.
const ALLOWED: [&str; 3] =
    ["push through your feet", "push through both feet", "a tumour, an infection, a broken bone"];

/// Names of diseases. Learn explains some of them; no screen, reminder or sheet names one to a person who has told
/// how they are.
const DISEASES: [&str; 9] = [
    "cauda equina",
    "thrombosis",
    "embolism",
    "meningitis",
    "sepsis",
    "infection",
    "stenosis",
    "fracture",
    "herniat",
];

/// The words as they are compared.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace('\u{2019}', "'").replace(['-', '\u{2011}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which of `list` stand in `text`.
fn found(text: &str, list: &[&'static str]) -> Vec<&'static str> {
    let text = ALLOWED.iter().fold(plain(text), |text, allowed| text.replace(allowed, ""));
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let stands = |words: &&&str| text.match_indices(**words).any(|(at, _)| begins(at));
    list.iter().filter(stands).copied().collect()
}

fn files_under(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path, endings));
        } else if path.extension().is_some_and(|ending| endings.iter().any(|it| ending == *it)) {
            files.push(path);
        }
    }
    files
}

/// What people read of a file: in a language file, a template and a file of facts, comments are for us.
fn read(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    if path.extension().is_some_and(|ending| ending == "md") {
        return text;
    }
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let is_messages = path.extension().is_some_and(|ending| ending == "ftl");
    // The name of a message, or of a field, is not read by people.
    let said = |line: &'_ str| match line.split_once(" = ") {
        Some((_, said)) if is_messages => said.to_owned(),
        _ => line.to_owned(),
    };
    lines.map(said).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_that_people_read_presses_promises_frightens_or_diagnoses() {
    let root = repository();
    let sentences = files_under(&root.join("locales"), &["ftl"]);
    let mut texts = files_under(&root.join("exercises"), &["md", "toml", "backwise"]);
    // For those who write exercises; it names what is not to be said.
    texts.retain(|path| !path.ends_with("exercises/README.md"));
    assert!(sentences.len() >= 19 && texts.len() > 150, "{} {}", sentences.len(), texts.len());
    let mut said = Vec::new();
    for path in sentences.iter().chain(&texts) {
        let words = found(&read(path), &NEVER);
        said.extend(words.into_iter().map(|words| format!("{}: {words}", path.display())));
    }
    for path in &sentences {
        let words = found(&read(path), &DISEASES);
        said.extend(words.into_iter().map(|words| format!("{}: {words}", path.display())));
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn whatever_is_never_said_would_be_found() {
    for words in NEVER.into_iter().chain(DISEASES) {
        let sentence = format!("# A heading\n\nToday, {}\u{2014}and more.", words.to_uppercase());
        let broken = sentence.replace(' ', "\n").replace('\'', "\u{2019}");
        for text in [sentence, broken] {
            assert!(
                !found(&text, &NEVER).is_empty() || !found(&text, &DISEASES).is_empty(),
                "{text}"
            );
        }
    }
    assert_eq!(found("Catch-up round", &NEVER), ["catch up"]);
    assert_eq!(found("Breathe out, push through both feet and stand up", &NEVER), [""; 0]);
    assert_eq!(found("Two rounds unlocked", &NEVER), ["unlock"]);
}

/// The list is English. Whoever adds a language writes its list, too.
#[test]
fn each_language_has_its_list() {
    let known = [Language::ENGLISH, Language::PSEUDO];
    let without: Vec<_> =
        Language::all().filter(|it| !known.contains(it)).map(Language::tag).collect();
    assert!(without.is_empty(), "write what is never said in {without:?}");
}
