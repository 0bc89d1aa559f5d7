//! The published schema says what the reader knows, table by table, both ways.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;

use super::handouts::HANDOUTS;
use super::mistakes::wrong_sheets;
use super::strategies::revision;

use crate::catalogue::embedded;
use crate::plan::template::{FILES, Template};
use crate::plan::{PlanFile, Revision, limits, read, write};

const SCHEMA: &str = include_str!("../../../../../exercises/plan.schema.json");
const PAGE: &str = include_str!("../../../../../docs/plan-format.md");

/// The blocks of the page about the format that are whole files.
fn whole_examples() -> Vec<&'static str> {
    let blocks = PAGE.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.filter(|block| block.lines().any(|line| line.starts_with("format = 1"))).collect()
}

fn is_template(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("template = "))
}

fn read_plan(text: &str) -> Option<Revision> {
    if is_template(text) {
        let file = crate::plan::TemplateFile { name: "page", text };
        return Some(Template::open(file, embedded()).unwrap().sheet);
    }
    let file = PlanFile::open(text.as_bytes(), "page", embedded());
    assert_eq!(file.problems, [], "{text}");
    file.revision
}

#[test]
fn every_whole_example_on_the_page_is_read() {
    let examples = whole_examples();
    assert!(examples.len() >= 2);
    for text in examples {
        assert!(read_plan(text).is_some());
    }
}

/// The keys of each table of the schema.
fn published() -> BTreeMap<String, BTreeSet<String>> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let keys = |table: &Value| -> Option<BTreeSet<String>> {
        Some(table.get("properties")?.as_object()?.keys().cloned().collect())
    };
    let tables = schema["$defs"].as_object().unwrap().iter();
    let mut tables: BTreeMap<_, _> =
        tables.filter_map(|(name, table)| Some((name.clone(), keys(table)?))).collect();
    tables.insert("the top".to_owned(), keys(&schema).unwrap());
    tables
}

/// The keys that the reader asks each table for.
fn asked() -> BTreeMap<String, BTreeSet<String>> {
    for text in whole_examples() {
        read_plan(text);
    }
    for file in FILES {
        Template::open(*file, embedded()).unwrap();
    }
    // The page's examples take a part of the dose; a rule may also name another dose.
    let other_dose = format!(
        "{}\n[[pain.rule]]\nas_written = \"x\"\nwhere = \"back\"\nover = 5\nwhen = \"any\"\n\
         then = \"less\"\ndose = {{ repetitions = 5 }}\nlasts = \"next-time\"\n",
        super::SHEET
    );
    read_plan(&other_dose);
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, keys) in crate::table::asked::keys() {
        let name = if matches!(name, "plan" | "template") { "the top" } else { name };
        tables.entry(name.to_owned()).or_default().extend(keys.iter().map(|key| (*key).to_owned()));
    }
    tables.remove("exercise");
    tables
}

#[test]
fn the_schema_has_the_keys_that_the_reader_asks_for_and_no_others() {
    let (published, asked) = (published(), asked());
    let names = |tables: &BTreeMap<String, BTreeSet<String>>| {
        tables.keys().cloned().collect::<BTreeSet<String>>()
    };
    // Tables of an exercise of the catalogue are read through the same reader, and are no tables of a plan.
    let only_catalogue = ["figure", "typical_start", "usual_dose", "pose", "angles"];
    let asked_names: BTreeSet<String> =
        names(&asked).into_iter().filter(|name| !only_catalogue.contains(&name.as_str())).collect();
    assert_eq!(names(&published), asked_names);
    for (name, keys) in &published {
        let mut asked = asked[name].clone();
        // Asked for only to say that they do not belong there.
        if name == "programme" {
            asked.remove("programme");
            asked.remove("turn");
        }
        assert_eq!(keys, &asked, "{name}");
    }
}

#[test]
fn the_ranges_of_the_schema_are_those_of_the_reader() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let range = |table: &str, key: &str| {
        let mut property = &schema["$defs"][table]["properties"][key];
        while let Some(name) = property["$ref"].as_str() {
            property = schema.pointer(name.trim_start_matches('#')).unwrap();
        }
        (property["minimum"].as_f64(), property["maximum"].as_f64())
    };
    let of = |least: f64, most: f64| (Some(least), Some(most));
    macro_rules! same {
        ($($table:literal $key:literal $limit:ident),+ $(,)?) => {
            $(assert_eq!(
                range($table, $key),
                of(f64::from(*limits::$limit.start()), f64::from(*limits::$limit.end())),
                "{} {}", $table, $key
            );)+
        };
    }
    same! {
        "line" "sets" SETS, "line" "repetitions" REPETITIONS, "line" "hold_seconds" HOLD_SECONDS,
        "line" "seconds" SECONDS, "line" "rest_seconds" REST_SECONDS, "line" "minutes" MINUTES,
        "line" "breaths" BREATHS, "line" "walking_steps" WALKING_STEPS, "line" "metres" METRES,
        "line" "load_kg" KILOGRAMS, "line" "times_a_week" TIMES_A_WEEK, "line" "every_days" EVERY_DAYS,
        "line" "every_hours" EVERY_HOURS, "line" "gap_minutes" GAP_MINUTES,
        "precaution" "sit_minutes" SIT_MINUTES, "precaution" "up_minutes" UP_MINUTES,
        "growth" "by" GROWTH, "rule" "percent" PERCENT, "rule" "over" SCORE_OVER,
        "rule" "at_least" SCORE_AT_LEAST,
    }
}

#[test]
fn what_the_full_example_says_is_read_the_same_without_the_page() {
    let text = whole_examples().pop().unwrap();
    let plan = read_plan(text).unwrap();
    let written = crate::plan::write(&plan);
    assert_eq!(read(&written, "again", &crate::catalogue::Catalogue::default()), Ok(plan));
}

/// The TOML of `text` as JSON, as the schema wants it: dates and times are texts.
fn as_json(text: &str) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(is_so) => is_so.into(),
            toml::Value::Datetime(moment) => match (moment.date, moment.to_string()) {
                (None, time) => time.strip_suffix(":00").unwrap_or(&time).into(),
                (Some(_), day) => day.into(),
            },
            toml::Value::Array(values) => values.into_iter().map(json).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, v)| (key, json(v))).collect(),
        }
    }
    json(toml::Value::Table(text.parse().unwrap()))
}

/// What the published schema says against `text`.
fn against(text: &str) -> Vec<String> {
    static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
        let schema = serde_json::from_str(SCHEMA).unwrap();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    });
    let json = as_json(text);
    let errors = VALIDATOR.iter_errors(&json);
    errors.map(|error| format!("{}: {}", error.instance_path(), error.schema_path())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_schema_accepts_whatever_the_reader_accepts(plan in revision()) {
        let text = write(&plan);
        prop_assert_eq!(against(&text), Vec::<String>::new(), "{}", text);
    }
}

/// What hangs on other tables, on the order of numbers and days, on the catalogue, or on what JSON has no word
/// for. A schema cannot say it; the reader alone does.
const NOT_FOR_A_SCHEMA: &[&str] = &[
    "AwakeMissing",
    "BadDayAboveDay",
    "ClearanceUnused",
    "EndsBeforeItStarts",
    "GapDoesNotFit",
    "MoreThanTheMost",
    "NeverDue",
    "NoDischarge",
    "PainRuleNeverReached",
    "PhaseGap",
    "PhasesOverlap",
    "ProgrammeNeedsDays",
    "ReplacedInCircle",
    "ReplacesItself",
    "RoundBeforeDay",
    "RoundsAtSameTime",
    "RoundsCloserThanGap",
    "SameNameTwice",
    "SideMissing",
    "SlotUnreachable",
    "StagesOverlap",
    "TooPrecise",
    "UnknownExercise",
    "UnknownName",
    "UpToTooLow",
    "WeeksNotCounted",
    "WrongOrder",
];

/// Single mistakes of other codes that are the same: what was written, and why the schema lets it pass.
const LET_PASS: &[(&str, &str)] = &[
    ("revision = 2.0", "JSON has one kind of number"),
    ("from = \"surgery + 3651\"", "a number inside a text"),
    ("minutes = 10\nup_to = { minutes = 15 }\ndays", "the growth of another table"),
    ("turn = \"C\"", "the turns of another table"),
];

#[test]
fn what_the_reader_refuses_for_its_shape_the_schema_refuses_too() {
    let mut laxer = Vec::new();
    for (text, (from, to, expected)) in wrong_sheets() {
        let is_toml = text.parse::<toml::Table>().is_ok();
        let is_shape = |told: &&str| {
            let code = told.split(' ').nth(1).unwrap();
            !NOT_FOR_A_SCHEMA.contains(&code) && !LET_PASS.iter().any(|(written, _)| written == to)
        };
        if is_toml && expected.iter().any(is_shape) && against(&text).is_empty() {
            laxer.push(format!("{from:?} -> {to:?}: {expected:?}"));
        }
    }
    assert!(laxer.is_empty(), "{}", laxer.join("\n"));
}

#[test]
fn the_schema_accepts_every_file_that_is_built_in_or_shown() {
    let templates = FILES.iter().map(|file| file.text);
    let handouts = HANDOUTS.map(|(_, text)| text);
    let sheets = [super::SHEET, super::full::FULL].into_iter().chain(handouts);
    for text in whole_examples().into_iter().chain(templates).chain(sheets) {
        assert_eq!(against(text), Vec::<String>::new(), "{text}");
    }
}
