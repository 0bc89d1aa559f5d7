//! From the texts of the data folder to the topics.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{Source, Theme, Topic, TopicText, sources};
use crate::catalogue::{SourceFile, all, review};
use crate::error::{Problem, ProblemCode, nearest};
use crate::ids::TopicId;
use crate::page::{self, Holds};
use crate::table::{Table, TomlText, Value};

const THEMES: [(&str, Theme); 5] = [
    ("operation", Theme::Operation),
    ("recovery", Theme::Recovery),
    ("risks", Theme::Risks),
    ("daily-life", Theme::DailyLife),
    ("your-team", Theme::YourTeam),
];

/// The headings below the title, in the order in which a person reads them.
pub(super) const HEADINGS: [(&str, Holds); 4] = [
    ("## In short", Holds::Prose),
    ("## More", Holds::Paragraphs),
    ("## Signs to act on", Holds::ListIfAny),
    ("## Ask or tell your team", Holds::List),
];

/// Weeks after surgery that a topic may speak of: two years.
const WEEKS: RangeInclusive<u16> = 0..=104;

/// Places in the order of reading.
const ORDER: RangeInclusive<u16> = 1..=200;

/// Characters of another name.
const LONGEST_NAME: usize = 60;

/// The topics that `files` describe, in the order of reading, and everything that is wrong with them, by
/// file and place. A topic with a problem is left out.
#[must_use]
pub fn load(files: &[SourceFile<'_>]) -> (Vec<Topic>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut topics: BTreeMap<u16, Topic> = BTreeMap::new();
    let names: Vec<&str> =
        files.iter().filter_map(|file| file.path.strip_suffix(".toml")).collect();
    for file in files {
        if let Some(name) = file.path.strip_suffix(".toml") {
            let (text, faults) = english(files, name);
            problems.extend(faults);
            let (topic, faults) =
                TomlText::parse(file.text, file.path)
                    .read("topic", &[], |root| topic(root, name, text));
            let topic = topic.flatten().filter(|_| faults.is_empty());
            problems.extend(faults);
            let Some(topic) = topic else { continue };
            if let Some(other) = topics.get(&topic.order) {
                let problem = Problem::new(ProblemCode::SameNameTwice, file.path);
                problems.push(problem.with("kind", &other.id).with("found", topic.order));
            } else {
                topics.insert(topic.order, topic);
            }
        }
    }
    let mut topics: Vec<Topic> = topics.into_values().collect();
    for file in files.iter().filter(|file| !file.path.ends_with(".toml")) {
        let Some((name, language)) =
            file.path.strip_suffix(".md").and_then(|name| name.split_once('.'))
        else {
            let problem = Problem::new(ProblemCode::BadName, file.path);
            problems.push(problem.with("key", "exercises/topics/").with("found", file.path));
            continue;
        };
        if !names.contains(&name) {
            let problem = Problem::new(ProblemCode::UnknownName, file.path);
            let problem = problem.with("kind", "topic").with("found", name);
            problems.push(problem.suggest(nearest(name, names.iter().copied())));
        } else if language != "en"
            && let Some(topic) = topics.iter_mut().find(|topic| topic.id.as_str() == name)
        {
            let (text, faults) = read_text(file);
            problems.extend(faults);
            topic.text.extend(text.map(|text| (language.to_owned(), text)));
        }
    }
    problems.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    (topics, problems)
}

/// The English text of the topic `name`, which must be there.
fn english(files: &[SourceFile<'_>], name: &str) -> (Option<TopicText>, Vec<Problem>) {
    let path = format!("{name}.en.md");
    match files.iter().find(|file| file.path == path) {
        Some(file) => read_text(file),
        None => {
            let problem = Problem::new(ProblemCode::GuidanceMissing, &format!("{name}.toml"));
            (None, vec![problem.with("part", path)])
        }
    }
}

fn read_text(file: &SourceFile<'_>) -> (Option<TopicText>, Vec<Problem>) {
    let (page, problems) = page::read(file.path, file.text, HEADINGS);
    let text = page.map(|page| {
        let [brief, paragraphs, signs, ask] = page.parts;
        TopicText { title: page.title, brief: brief.concat(), paragraphs, signs, ask }
    });
    (text, problems)
}

/// The topic in a file called `name`, which the entry must repeat: a copied file that kept the old name
/// would otherwise be another topic.
fn topic(root: &mut Table<'_>, name: &str, english: Option<TopicText>) -> Option<Topic> {
    let id = root.needed("id").and_then(|value| {
        let id = value.name(TopicId::new)?;
        value.choice(&[(name, ())])?;
        Some(id)
    });
    let order = root.needed("order").and_then(|value| value.number(&ORDER));
    let theme = root.needed("theme").and_then(|value| value.choice(&THEMES));
    let first_week = root.needed("first_week").and_then(|value| value.number(&WEEKS));
    let last_week = root.given("last_week").map(|value| value.number(&WEEKS));
    let synonyms = all(root, "synonyms", |value| value.text(LONGEST_NAME));
    let sources = all(root, "sources", source);
    let review = root.needed("review").and_then(review);
    if sources.as_ref().is_some_and(Vec::is_empty) {
        let problem = root.problem_of("sources", ProblemCode::SourceMissing);
        root.report(problem.with("key", name));
    }
    if let (Some(first), Some(Some(last))) = (first_week, last_week)
        && last < first
    {
        let problem = root.problem_of("last_week", ProblemCode::WrongOrder);
        root.report(problem.with("key", "last_week").with("found", last));
    }
    Some(Topic {
        id: id?,
        order: order?,
        theme: theme?,
        first_week: first_week?,
        last_week: match last_week {
            Some(week) => Some(week?),
            None => None,
        },
        synonyms: synonyms?,
        sources: sources?,
        review: review?,
        text: BTreeMap::from([("en".to_owned(), english?)]),
    })
}

/// A source by its code, if the page of sources explains it.
fn source(value: Value<'_>) -> Option<Source> {
    let code = value.text_of("text")?;
    let found = sources::explained().iter().find(|source| source.code == code);
    if found.is_none() {
        let codes = sources::explained().iter().map(|source| source.code.as_str());
        let problem = value.problem(ProblemCode::UnknownName).with("kind", "source");
        value.book().report(problem.with("found", code).suggest(nearest(code, codes)));
    }
    found.cloned()
}
