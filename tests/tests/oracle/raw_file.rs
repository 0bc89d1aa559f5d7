//! An agenda equals what a reader of the raw file finds who knows nothing of our code: it walks the
//! days one by one and asks of each line whether the words of the file name it. A line that is refused because
//! no day asks for it is one that no day asks for.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use backwise_core::catalogue;
use backwise_core::error::ProblemCode;
use backwise_core::plan::PlanFile;
use backwise_core::record::{BoutPlace, DaysSeen, PlanStanding, Standing};
use backwise_core::schedule::{InForce, Situation, agenda};
use backwise_core::time::{Day, Whereabouts, ZoneDatabase};
use chrono::{Datelike, NaiveDate, TimeDelta};
use proptest::prelude::*;

/// (line, round or number of the bout, time of day) as text.
type Asked = BTreeSet<(String, String, String)>;

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The raw reader.
fn asked_by_the_file(file: &toml::Table, day: NaiveDate) -> Asked {
    let date =
        |value: &toml::Value| -> NaiveDate { value.to_string().trim_matches('"').parse().unwrap() };
    let surgery = date(&file["surgery"]["date"]);
    // A day is written as a date or as days after surgery, under two names.
    let bound = |table: &toml::Table, name: &str| -> Option<NaiveDate> {
        let after = table.get(&format!("{name}_day")).and_then(toml::Value::as_integer);
        after.map(|days| surgery + TimeDelta::days(days)).or_else(|| table.get(name).map(date))
    };
    let inside = |table: &toml::Table| {
        bound(table, "from").is_none_or(|from| day >= from)
            && bound(table, "until").is_none_or(|until| day < until)
    };
    let mut asked = Asked::new();
    if day < date(&file["starts"]) || file.get("ends").is_some_and(|ends| day >= date(ends)) {
        return asked;
    }
    let rounds = file.get("round").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    for line in file["line"].as_array().unwrap() {
        let line = line.as_table().unwrap();
        let phase_holds = line.get("phase").is_none_or(|name| {
            let phases = file["phase"].as_array().unwrap();
            inside(phases.iter().find(|phase| phase["id"] == *name).unwrap().as_table().unwrap())
        });
        let today = match line.get("days") {
            Some(toml::Value::Array(names)) => names.iter().any(|name| {
                name.as_str() == Some(WEEKDAYS[day.weekday().num_days_from_monday() as usize])
            }),
            _ => match line.get("every_days").and_then(toml::Value::as_integer) {
                Some(n) => {
                    let since = (day - date(&line["counting_from"])).num_days();
                    since >= 0 && since % n == 0
                }
                None => true,
            },
        };
        if !phase_holds || !today || !inside(line) {
            continue;
        }
        let id = line["id"].as_str().unwrap().to_owned();
        for name in line.get("rounds").and_then(toml::Value::as_array).into_iter().flatten() {
            let round = rounds.iter().find(|round| round["id"] == *name).unwrap();
            asked.insert((
                id.clone(),
                name.as_str().unwrap().to_owned(),
                round["at"].as_str().unwrap().to_owned(),
            ));
        }
        for nth in 1..=line.get("times_a_day").and_then(toml::Value::as_integer).unwrap_or(0) {
            asked.insert((id.clone(), nth.to_string(), String::new()));
        }
    }
    asked
}

/// What our own code makes of the same file, or the lines that it refuses because no day asks for them.
fn asked_by_the_agenda(
    text: &str,
    days: impl Iterator<Item = NaiveDate>,
) -> Result<Vec<(NaiveDate, Asked)>, BTreeSet<String>> {
    let file = PlanFile::open(text.as_bytes(), "oracle.backwise", catalogue::embedded());
    if !file.problems.is_empty() {
        let never_due = file.problems.iter().all(|problem| problem.code == ProblemCode::NeverDue);
        assert!(never_due, "{:?}\n{text}", file.problems);
        return Err(file.problems.iter().map(|problem| problem.args["line"].clone()).collect());
    }
    let revision = file.revision.expect("a plan without problems");
    let zone = ZoneDatabase::embedded().zone("Europe/Berlin").unwrap();
    let now = "2026-11-18T09:00:00Z".parse().unwrap();
    let in_force = [InForce { from: revision.starts, revision, imported_at: now }];
    let situation = Situation {
        revisions: &in_force,
        plan_facts: &PlanStanding::default(),
        standing: &Standing::default(),
        seen: &DaysSeen::default(),
        first_opened: None,
        now,
        is_looking_back: false,
        whereabouts: &Whereabouts::always_in(zone),
    };
    let asked = days.map(|date| {
        let agenda = agenda(&situation, Day(date)).expect("a plan");
        let rounds = agenda.rounds.iter().flat_map(|round| {
            round.items.iter().map(|item| {
                (
                    item.bout.line.to_string(),
                    round.round.to_string(),
                    round.at.map(|at| at.to_string()).unwrap_or_default(),
                )
            })
        });
        let any_time = agenda.any_time.iter().map(|item| {
            let BoutPlace::AnyTime(nth) = item.bout.place else {
                panic!("a bout of a round at any time")
            };
            (item.bout.line.to_string(), nth.to_string(), String::new())
        });
        (date, rounds.chain(any_time).collect())
    });
    Ok(asked.collect())
}

fn date(offset: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap() + TimeDelta::days(offset)
}

/// A line of a random plan: the keys that decide when it is asked for.
fn line() -> impl Strategy<Value = String> {
    let days = prop_oneof![
        Just("days = \"every day\"\n".to_owned()),
        proptest::sample::subsequence(WEEKDAYS.to_vec(), 1..7)
            .prop_map(|names| format!("days = {names:?}\n")),
        (2..9_u8, 0..60_i64)
            .prop_map(|(n, from)| format!("every_days = {n}\ncounting_from = {}\n", date(from))),
    ];
    let bouts = prop_oneof![
        proptest::sample::subsequence(vec!["morning", "noon", "night"], 1..=3)
            .prop_map(|ids| format!("rounds = {ids:?}\n")),
        (1..5_u8).prop_map(|times| format!("times_a_day = {times}\n")),
    ];
    let from = prop_oneof![
        Just(String::new()),
        (0..21_i64).prop_map(|day| format!("from_day = {day}\n")),
        (0..21_i64).prop_map(|day| format!("from = {}\n", date(day))),
    ];
    let until = prop_oneof![
        Just(String::new()),
        (61..90_i64).prop_map(|day| format!("until_day = {day}\n")),
        (61..90_i64).prop_map(|day| format!("until = {}\n", date(day))),
    ];
    let phase = prop_oneof![2 => Just(String::new()), 1 => Just("phase = \"early\"\n".to_owned()), 1 => Just("phase = \"late\"\n".to_owned())];
    (days, bouts, from, until, phase).prop_map(|(days, bouts, from, until, phase)| {
        format!("exercise = \"bridge\"\nas_written = \"Bridge 8 times\"\nrepetitions = 8\n{days}{bouts}{from}{until}{phase}")
    })
}

fn plan() -> impl Strategy<Value = String> {
    let ends = prop_oneof![2 => Just(String::new()), 1 => (30..90_i64).prop_map(|day| format!("ends = {}\n", date(day)))];
    (proptest::collection::vec(line(), 1..8), 0..20_i64, 21..40_i64, ends).prop_map(|(lines, starts, middle, ends)| {
        let mut text = format!(
            "format = 1\nplan = \"oracle\"\nrevision = 1\ntitle = \"Oracle\"\nstarts = {}\n{ends}\n\
             [surgery]\ndate = 2026-11-02\nfusion = \"no\"\n\n\
             [[phase]]\nid = \"early\"\ntitle = \"Early\"\nfrom_day = 0\nuntil_day = {middle}\n\n\
             [[phase]]\nid = \"late\"\ntitle = \"Late\"\nfrom_day = {middle}\n\n\
             [[round]]\nid = \"night\"\ntitle = \"Night\"\nat = \"01:30\"\n\n\
             [[round]]\nid = \"morning\"\ntitle = \"Morning\"\nat = \"08:00\"\n\n\
             [[round]]\nid = \"noon\"\ntitle = \"Noon\"\nat = \"13:30\"\n",
            date(starts)
        );
        for (n, line) in lines.iter().enumerate() {
            write!(text, "\n[[line]]\nid = \"line-{n}\"\n{line}").unwrap();
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_agenda_is_what_the_raw_file_says(text in plan()) {
        let file: toml::Table = text.parse().unwrap();
        match asked_by_the_agenda(&text, (-3..100).map(date)) {
            Ok(days) => {
                for (day, found) in days {
                    prop_assert_eq!(found, asked_by_the_file(&file, day), "{}\n{}", day, &text);
                }
            }
            Err(refused) => {
                let asked: BTreeSet<String> =
                    (-3..400).flat_map(|day| asked_by_the_file(&file, date(day))).map(|(line, ..)| line).collect();
                prop_assert!(refused.is_disjoint(&asked), "{:?}\n{}", refused, &text);
            }
        }
    }
}
