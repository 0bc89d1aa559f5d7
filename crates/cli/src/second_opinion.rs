//! What the published schema says of a plan file that the reader has accepted.
//!
//! The two should never differ. If they do, other programs that go by the schema refuse a file that
//! Backwise takes, and whoever checks it is told so.

use backwise_core::error::{Place, Problem, ProblemCode};
use jsonschema::{Validator, paths::LocationSegment};
use serde_json::{Number, Value};
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

const SCHEMA: &str = include_str!("../../../exercises/plan.schema.json");

/// Where the published schema refuses `text`, the content of `file`, which the reader has accepted.
pub(crate) fn second_opinion(text: &str, file: &str) -> Vec<Problem> {
    let schema = serde_json::from_str(SCHEMA).unwrap_or_default();
    against(&schema, text, file)
}

fn against(schema: &Value, text: &str, file: &str) -> Vec<Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(table) = DeTable::parse(text) else {
        return Vec::new();
    };
    // A schema that is no schema is caught by the test below.
    let Ok(schema) = Validator::options().should_validate_formats(true).build(schema) else {
        return Vec::new();
    };
    let json = table_as_json(table.get_ref());
    let mut problems: Vec<Problem> = schema
        .iter_errors(&json)
        .map(|error| {
            let offset = offset_of(&table, error.instance_path().segments());
            let path = error.instance_path().as_str();
            Problem::new(ProblemCode::SchemaDisagrees, file)
                .at(Place::of(text, offset))
                .with("path", if path.is_empty() { "/" } else { path })
                .with("rule", error.schema_path())
        })
        .collect();
    problems.sort();
    problems
}

/// Where the value at `path` begins, in bytes; of what holds it, where the path leads on to nothing.
fn offset_of<'a>(
    root: &Spanned<DeTable<'_>>,
    path: impl Iterator<Item = LocationSegment<'a>>,
) -> usize {
    let mut offset = root.span().start;
    let mut table = Some(root.get_ref());
    let mut list = None;
    for segment in path {
        let next = match segment {
            LocationSegment::Property(key) => table.and_then(|table| table.get(key.as_ref())),
            LocationSegment::Index(at) => {
                list.and_then(|list: &toml::de::DeArray<'_>| list.get(at))
            }
        };
        let Some(next) = next else { break };
        offset = next.span().start;
        table = next.get_ref().as_table();
        list = next.get_ref().as_array();
    }
    offset
}

fn table_as_json(table: &DeTable<'_>) -> Value {
    let entries = table.iter();
    entries.map(|(key, value)| (key.get_ref().to_string(), as_json(value.get_ref()))).collect()
}

fn as_json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(number) => whole_number(number).into(),
        DeValue::Float(number) => number
            .as_str()
            .parse()
            .ok()
            .and_then(Number::from_f64)
            .map_or(Value::Null, Value::Number),
        DeValue::Boolean(is_so) => (*is_so).into(),
        // The schema has dates as 2026-11-16 and times as 08:30.
        DeValue::Datetime(moment) if moment.date.is_none() => {
            let time = moment.to_string();
            time.strip_suffix(":00").unwrap_or(&time).into()
        }
        DeValue::Datetime(moment) => moment.to_string().into(),
        DeValue::Array(values) => values.iter().map(|value| as_json(value.get_ref())).collect(),
        DeValue::Table(table) => table_as_json(table),
    }
}

fn whole_number(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLES: [&str; 2] = [
        include_str!("../../../exercises/plans/examples/weeks-3-to-6.backwise"),
        include_str!("../../../exercises/plans/examples/early-days.backwise"),
    ];

    /// The published schema with what stands at `path` replaced.
    fn stricter(path: &str, by: Value) -> Value {
        let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
        *schema.pointer_mut(path).unwrap() = by;
        schema
    }

    fn told(problems: &[Problem]) -> Vec<String> {
        let told = |problem: &Problem| {
            let place = problem.place.unwrap();
            format!(
                "{}:{} {} {}",
                place.line, place.column, problem.args["path"], problem.args["rule"]
            )
        };
        problems.iter().map(told).collect()
    }

    #[test]
    fn the_published_schema_is_one_and_agrees_with_the_examples() {
        let schema = serde_json::from_str(SCHEMA).unwrap();
        assert!(Validator::options().build(&schema).is_ok());
        for example in EXAMPLES {
            assert_eq!(second_opinion(example, "plan"), []);
        }
    }

    #[test]
    fn where_the_schema_is_stricter_the_place_in_the_file_is_told() {
        let text = "format = 1\ntitle = \"x\"\n\n[[line]]\nid = \"a\"\n\n[[line]]\nid = \"b\"\nsets = 30\n";
        let schema = serde_json::json!({
            "required": ["plan"],
            "properties": {
                "title": { "minLength": 2 },
                "line": { "items": { "properties": { "sets": { "maximum": 20 } }, "required": ["id"] } },
            },
        });
        let expected = [
            "1:1 / /required",
            "2:9 /title /properties/title/minLength",
            "9:8 /line/1/sets /properties/line/items/properties/sets/maximum",
        ];
        assert_eq!(told(&against(&schema, text, "plan")), expected);
    }

    #[test]
    fn a_stricter_rule_of_the_published_schema_is_noticed() {
        let schema = stricter("/$defs/line/properties/sets/maximum", 1.into());
        let problems = against(&schema, EXAMPLES[0], "plan");
        assert!(!problems.is_empty());
        for problem in &problems {
            assert_eq!(problem.args["rule"], "/$defs/line/properties/sets/maximum");
            let line = problem.place.unwrap().line;
            let line = EXAMPLES[0].lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
            assert!(line.starts_with("sets = "), "{line}");
        }
    }

    #[test]
    fn dates_times_and_numbers_of_any_spelling_are_what_the_reader_takes() {
        let text = EXAMPLES[0].replacen("\"08:30\"", "08:30", 1).replacen("= 10\n", "= 0x0a\n", 1);
        assert_ne!(text, EXAMPLES[0]);
        assert_eq!(second_opinion(&format!("\u{feff}{text}"), "plan"), []);
    }
}
