//! The topics are whole, plain and kind, and are found.

use std::collections::BTreeSet;
use std::path::Path;

use super::load::HEADINGS;
use super::{FILES, Source, Topic, TopicText, embedded, fitting, load, search};
use crate::catalogue::{Review, SourceFile};
use crate::error::ProblemCode;

#[test]
fn the_embedded_topics_have_no_problem() {
    let (topics, problems) = load(FILES);
    assert_eq!(problems, []);
    assert_eq!(topics.len(), 23);
    assert_eq!(topics, embedded());
    let orders: Vec<_> = topics.iter().map(|topic| usize::from(topic.order)).collect();
    assert_eq!(orders, (1..=23).collect::<Vec<_>>(), "the order of reading has no gap");
    let themes: Vec<_> = topics.iter().map(|topic| topic.theme).collect();
    assert!(themes.is_sorted(), "topics of a theme stand together: {themes:?}");
    for topic in &topics {
        assert_eq!(topic.review, Review::NotReviewed, "{} says who reviewed it", topic.id);
        assert!(topic.text_in("xx").is_some(), "{} falls back to English", topic.id);
    }
}

#[test]
fn the_themes_of_the_first_question_come_first() {
    let first: Vec<_> = embedded().iter().take(8).map(|topic| topic.id.as_str()).collect();
    let wanted = ["what-it-is", "why-it-is-done", "what-happens", "fusion"];
    assert_eq!(first[..4], wanted);
    let risks = ["infection", "bleeding", "nerve-damage", "spinal-fluid-leak"];
    let found: Vec<_> = embedded().iter().map(|topic| topic.id.as_str()).skip(9).take(4).collect();
    assert_eq!(found, risks);
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../exercises/topics");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let found: BTreeSet<_> = names.map(|name| name.into_string().unwrap()).collect();
    let embedded: BTreeSet<_> = FILES.iter().map(|file| file.path.to_owned()).collect();
    assert_eq!(found, embedded);
}

const FACTS: &str = "id = \"rest\"\norder = 1\ntheme = \"recovery\"\nfirst_week = 1\nlast_week = 2\n\
    synonyms = []\nsources = [\"S1\", \"GK\"]\nreview = \"not-reviewed\"\n";
const TEXT: &str = "# Rest\n\n## In short\n\nRest\na little.\n\n## More\n\nOne.\nTwo.\n\nThree.\n\n\
    ## Ask or tell your team\n\n- How long?\n";

fn read(facts: &str, text: &str) -> (Vec<Topic>, Vec<(ProblemCode, String)>) {
    let files =
        [SourceFile { path: "rest.toml", text: facts }, SourceFile { path: "rest.en.md", text }];
    let (topics, problems) = load(&files);
    (topics, problems.into_iter().map(|problem| (problem.code, problem.file)).collect())
}

#[test]
fn a_topic_is_read_with_its_sources() {
    let (topics, problems) = read(FACTS, TEXT);
    assert_eq!(problems, []);
    let text = &topics[0].text["en"];
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        *text,
        TopicText {
            title: "Rest".to_owned(),
            brief: "Rest a little.".to_owned(),
            paragraphs: lines(&["One. Two.", "Three."]),
            signs: vec![],
            ask: lines(&["How long?"]),
        }
    );
    let Source { code, what, known_how } = &topics[0].sources[0];
    assert_eq!((code.as_str(), known_how.as_str()), ("S1", "read in part"));
    assert!(what.contains("Orthopaedic"), "{what}");
}

#[test]
fn a_topic_with_a_fault_is_refused_and_the_fault_is_named() {
    use ProblemCode::{
        GuidanceMissing, MissingKey, SourceMissing, UnknownKey, UnknownName, UnknownWord,
        WrongOrder,
    };
    let facts = |from: &str, to: &str| (FACTS.replace(from, to), TEXT.to_owned());
    let text = |from: &str, to: &str| (FACTS.to_owned(), TEXT.replace(from, to));
    let cases = [
        (facts("[\"S1\", \"GK\"]", "[]"), SourceMissing, "rest.toml"),
        (facts("sources = [\"S1\", \"GK\"]\n", ""), MissingKey, "rest.toml"),
        (facts("S1", "S999"), UnknownName, "rest.toml"),
        (facts("last_week = 2", "last_week = 0"), WrongOrder, "rest.toml"),
        (facts("recovery", "resting"), UnknownWord, "rest.toml"),
        (facts("not-reviewed", "reviewed by"), UnknownWord, "rest.toml"),
        (facts("id = \"rest\"", "id = \"other\""), UnknownWord, "rest.toml"),
        (text("## In short", "## Short"), UnknownKey, "rest.en.md"),
        (text("- How long?\n", ""), GuidanceMissing, "rest.en.md"),
    ];
    for ((facts, text), code, file) in cases {
        let (topics, problems) = read(&facts, &text);
        assert_eq!(topics, [], "{code:?}");
        assert!(problems.contains(&(code, file.to_owned())), "{code:?}: {problems:?}");
    }
    let alone = [SourceFile { path: "rest.toml", text: FACTS }];
    assert_eq!(load(&alone).1[0].code, GuidanceMissing);
    let astray = [SourceFile { path: "rest.en.md", text: TEXT }];
    assert_eq!(load(&astray).1[0].code, UnknownName);
}

/// The sentences of a topic: of each paragraph and of each line of its lists.
fn sentences(text: &TopicText) -> Vec<Vec<String>> {
    let parts = [&text.brief].into_iter().chain(&text.paragraphs).chain(&text.signs);
    let parts = parts.chain(&text.ask);
    parts
        .flat_map(|part| part.split_inclusive(['.', '?', '!', ':']))
        .map(|sentence| {
            let words = sentence.split(|c: char| !c.is_alphabetic() && c != '-' && c != '\'');
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|words| !words.is_empty())
        .collect()
}

/// A simple count that stands for a reading age of about twelve: short sentences and few long words.
/// Formulas that count syllables need a dictionary, and would say the same of texts as short as these.
#[test]
fn the_texts_are_short_and_plain() {
    const WORDS_OF_A_SENTENCE: usize = 12;
    const LONGEST_SENTENCE: usize = 22;
    const LONG_WORD: usize = 10;
    const LONG_WORDS_OF_A_HUNDRED: usize = 5;
    for topic in embedded() {
        let sentences = sentences(&topic.text["en"]);
        let words: Vec<&String> = sentences.iter().flatten().collect();
        let longest = sentences.iter().max_by_key(|words| words.len()).unwrap();
        let long = words.iter().filter(|word| word.chars().count() >= LONG_WORD).count();
        let id = &topic.id;
        assert!(words.len() <= WORDS_OF_A_SENTENCE * sentences.len(), "{id}: long sentences");
        assert!(longest.len() <= LONGEST_SENTENCE, "{id}: {}", longest.join(" "));
        assert!(100 * long <= LONG_WORDS_OF_A_HUNDRED * words.len(), "{id}: long words");
        assert!(words.len() <= 260, "{id} is too long to be read in one go");
    }
}

#[test]
fn a_number_rests_on_more_than_general_knowledge() {
    for topic in embedded() {
        let text = &topic.text["en"];
        let parts = [&text.brief].into_iter().chain(&text.paragraphs).chain(&text.signs);
        let has_number = parts.flat_map(|part| part.chars()).any(|c| c.is_ascii_digit());
        let is_known = topic.sources.iter().any(|source| source.code != "GK");
        assert!(!has_number || is_known, "{}: a number that nobody published", topic.id);
    }
}

#[test]
fn what_cannot_wait_says_what_to_do() {
    for topic in embedded() {
        for sign in &topic.text["en"].signs {
            let says = ["get help now", "ring your team today", "ring today", "ring the emergency"];
            let sign = sign.to_lowercase();
            assert!(says.iter().any(|words| sign.contains(words)), "{}: {sign}", topic.id);
        }
    }
}

#[test]
fn a_sign_is_told_in_a_topic_as_strictly_as_in_the_lists() {
    let now = "get help now";
    let cases = [
        ("nerve-damage", "between your legs", now),
        ("nerve-damage", "around your genitals or back passage", now),
        ("nerve-damage", "toilet paper", now),
        ("nerve-damage", "cannot pass water", now),
        ("nerve-damage", "hard to start", now),
        ("nerve-damage", "you leak", now),
        ("nerve-damage", "cannot feel a bowel movement", now),
        ("nerve-damage", "loss of feeling in your genitals", now),
        ("nerve-damage", "erection or ejaculation", now),
        ("nerve-damage", "weakness in one or both legs", now),
        ("nerve-damage", "foot drags", now),
        ("nerve-damage", "numbness in both legs", now),
        ("why-it-is-done", "between your legs", now),
        ("bleeding", "does not stop when you press firmly", now),
        ("bleeding", "swells fast", now),
        ("bleeding", "soaked", "ring your team today"),
        ("blood-clots", "coughing up blood", now),
        ("blood-clots", "newly swollen, painful, tender, warm", "looked at today"),
        ("infection", "confused", now),
        ("infection", "redder, hotter, more swollen", "ring your team today"),
        ("infection", "100.4", "ring your team today"),
        ("spinal-fluid-leak", "stiff neck", now),
        ("spinal-fluid-leak", "worse when you are upright", "ring your team today"),
        ("spinal-fluid-leak", "watery fluid", "ring your team today"),
        ("other-risks", "clunk or grinding", "ring your team today"),
        ("other-risks", "brace", "ring your team today"),
    ];
    for (topic, words, says) in cases {
        let known = embedded().iter().find(|known| known.id.as_str() == topic).unwrap();
        let signs = known.text["en"].signs.iter().map(|sign| sign.to_lowercase());
        let told: Vec<_> = signs.filter(|sign| sign.contains(words)).collect();
        assert!(!told.is_empty(), "{topic}: {words}");
        assert!(told.iter().all(|sign| sign.contains(says)), "{topic}: {words} is told milder");
    }
}

#[test]
fn the_headings_stand_in_the_order_of_reading() {
    let order = HEADINGS.map(|(heading, _)| heading);
    for file in FILES.iter().filter(|file| file.path.ends_with(".md")) {
        let found: Vec<_> = file.text.lines().filter(|line| line.starts_with("## ")).collect();
        let wanted: Vec<_> = order.into_iter().filter(|line| found.contains(line)).collect();
        assert_eq!(found, wanted, "{}", file.path);
    }
}

#[test]
fn what_people_type_leads_to_a_topic() {
    let cases = [
        ("lamina", "what-it-is"),
        ("laminectemy", "what-it-is"),
        ("hip laminectomy", "what-it-is"),
        ("stenosis", "why-it-is-done"),
        ("anesthetic", "what-happens"),
        ("screws", "fusion"),
        ("how long", "recovery-time"),
        ("infecton", "infection"),
        ("fever", "infection"),
        ("blood thinner", "bleeding"),
        ("numb", "nerve-damage"),
        ("csf", "spinal-fluid-leak"),
        ("headache", "spinal-fluid-leak"),
        ("swollen calf", "blood-clots"),
        ("driving", "driving-work-sex-sport"),
        ("sex", "driving-work-sex-sport"),
        ("sleping", "sleep"),
        ("scared cigarette", "smoking"),
        ("afraid", "mood"),
        ("shower", "wound-care"),
        ("log roll", "moving-well"),
        ("why walk", "why-walking"),
        ("exercises", "why-exercise"),
        ("questions", "questions"),
    ];
    let wrong: Vec<_> = cases
        .into_iter()
        .map(|(query, wanted)| (query, wanted, search(embedded(), "en", query)))
        .filter(|(_, wanted, found)| found.first().is_none_or(|id| id.as_str() != *wanted))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for nonsense in ["pizza", "xyzzy", "guitar"] {
        assert_eq!(search(embedded(), "en", nonsense), [], "{nonsense}");
    }
    let all: Vec<_> = embedded().iter().map(|topic| topic.id.clone()).collect();
    assert_eq!(search(embedded(), "en", " "), all, "nothing asked gives all, in order");
}

#[test]
fn every_topic_is_found_by_each_of_its_names() {
    for topic in embedded() {
        let title = &topic.text["en"].title;
        assert_eq!(search(embedded(), "en", title).first(), Some(&topic.id), "{title}");
        for name in &topic.synonyms {
            let found = search(embedded(), "en", name);
            assert!(found.iter().take(5).any(|id| *id == topic.id), "{name}: {found:?}");
        }
    }
}

#[test]
fn what_fits_a_week_comes_first_where_it_is_about_few_weeks() {
    let fitting = |week| -> Vec<_> {
        fitting(embedded(), week).into_iter().map(|id| id.to_string()).collect()
    };
    assert_eq!(fitting(0)[..3], ["why-it-is-done", "what-happens", "right-afterwards"]);
    assert_eq!(fitting(1)[..3], ["what-happens", "right-afterwards", "bleeding"]);
    assert_eq!(fitting(3)[..4], ["wound-care", "moving-well", "sleep", "why-walking"]);
    assert_eq!(fitting(8)[..2], ["why-exercise", "driving-work-sex-sport"]);
    assert!(fitting(4).iter().all(|id| id != "wound-care"), "its weeks are over");
    assert_eq!(fitting(200), [""; 0], "what stays of use belongs to no week");
}
