//! What a plan says, in words.

use backwise_core::plan::{Told, ToldArg, ToldCode};
use backwise_core::time::Weekday;

use crate::change::code;
use crate::{Value, Words};

/// Whether what is told has dates. A template has none: nobody has had the operation yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dates {
    Told,
    LeftOut,
}

impl Words {
    /// One thing that a plan says, as a clause: "hold for 3 seconds".
    #[must_use]
    pub fn told(&self, told: &Told) -> String {
        self.clause(told, Dates::Told)
    }

    /// All of it, one clause after the other: "2 sets of 8, hold for 3 seconds, each side".
    #[must_use]
    pub fn told_all(&self, told: &[Told]) -> String {
        self.clauses(told, Dates::Told)
    }

    /// The same of a template, without dates: "from day 14 after the operation".
    #[must_use]
    pub fn told_undated(&self, told: &[Told]) -> String {
        self.clauses(told, Dates::LeftOut)
    }

    fn clauses(&self, told: &[Told], dates: Dates) -> String {
        let is_date = |told: &&Told| dates == Dates::Told || told.code != ToldCode::WrittenUpTo;
        let clauses: Vec<String> =
            told.iter().filter(is_date).map(|told| self.clause(told, dates)).collect();
        let comma = self.text("list-comma", &[]);
        // "in these rounds: Morning, Evening" must not run into the clause after it.
        if clauses.iter().any(|clause| clause.contains(&comma)) {
            clauses.join(&self.text("list-semicolon", &[]))
        } else {
            clauses.join(&comma)
        }
    }

    fn clause(&self, told: &Told, dates: Dates) -> String {
        let args: Vec<(&str, Value<'_>)> =
            told.args.iter().map(|(name, arg)| (name.as_str(), self.value(told, arg))).collect();
        self.text(&key(told, dates), &args)
    }

    /// Things one after the other: "Monday, Wednesday and Friday".
    #[must_use]
    pub fn list_and(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(&self.text("list-comma", &[]));
                let last = last.as_str().into();
                self.text("list-last", &[("first", first.into()), ("last", last)])
            }
        }
    }

    /// A weekday: "Monday".
    #[must_use]
    pub fn weekday(&self, weekday: Weekday) -> String {
        let key = format!("weekday-{}", backwise_core::time::weekday_name(weekday));
        self.text(&key, &[])
    }

    fn value<'a>(&self, told: &Told, arg: &'a ToldArg) -> Value<'a> {
        match arg {
            ToldArg::Text(text) => match told.code {
                ToldCode::Flags => self.each_of("flag", text).into(),
                ToldCode::LimitKinds => self.each_of("limit", text).into(),
                // A clause is one line, however the sheet's words are broken.
                _ if text.contains('\n') => text.replace('\n', " ").into(),
                _ => text.as_str().into(),
            },
            ToldArg::Number(number) => (*number).into(),
            // The ends of some weeks stand close together; any other day is told with its year.
            ToldArg::Day(day) if told.code == ToldCode::Weeks => self.day(*day).into(),
            ToldArg::Day(day) => self.day_and_year(*day).into(),
            ToldArg::Days(days) => {
                let days: Vec<String> = days.iter().map(|day| self.day_and_year(*day)).collect();
                self.list_and(&days).into()
            }
            ToldArg::Time(time) => self.time(*time).into(),
            ToldArg::Weekdays(weekdays) => {
                let names: Vec<String> = weekdays.iter().map(|day| self.weekday(*day)).collect();
                self.list_and(&names).into()
            }
        }
    }

    /// The words of a plan file in `list`, each in the person's language.
    fn each_of(&self, prefix: &str, list: &str) -> String {
        let key = |word: &str| format!("{prefix}-{}", word.replace('_', "-"));
        let words: Vec<String> = list.split(", ").map(|word| self.text(&key(word), &[])).collect();
        self.list_and(&words)
    }
}

/// The message of what is told. A stretch of weeks may be a single one.
fn key(told: &Told, dates: Dates) -> String {
    let prefix = match (dates, told.code) {
        (
            Dates::LeftOut,
            ToldCode::FromCounted
            | ToldCode::LastDayCounted
            | ToldCode::Weeks
            | ToldCode::FromWeek
            | ToldCode::Grows,
        ) => "undated",
        _ => "told",
    };
    if told.code == ToldCode::Weeks && told.args.get("first") == told.args.get("last") {
        return format!("{prefix}-one-week");
    }
    format!("{prefix}-{}", code(told.code))
}

#[cfg(test)]
mod tests {
    use backwise_core::catalogue::embedded;
    use backwise_core::plan::{
        Change, ChangeKind, PlanFile, changes, embedded_templates, told_line, told_rules,
    };
    use backwise_core::time::Day;

    use super::*;
    use crate::Language;

    fn told(code: ToldCode, args: &[(&str, ToldArg)]) -> Told {
        let args = args.iter().map(|(name, arg)| ((*name).to_owned(), arg.clone())).collect();
        Told { code, args }
    }

    fn text(text: &str) -> ToldArg {
        ToldArg::Text(text.to_owned())
    }

    fn n(number: f64) -> ToldArg {
        ToldArg::Number(number)
    }

    fn day(day: &str) -> ToldArg {
        ToldArg::Day(day.parse().unwrap())
    }

    #[test]
    fn each_thing_is_a_clause() {
        let weekdays = ToldArg::Weekdays(vec![Weekday::Mon, Weekday::Wed, Weekday::Fri]);
        let cases = [
            (ToldCode::SetsOf, vec![("sets", n(2.0)), ("repetitions", n(8.0))], "2 sets of 8"),
            (ToldCode::Repetitions, vec![("n", n(1.0))], "once"),
            (ToldCode::Sets, vec![("n", n(1.0))], "1 set"),
            (ToldCode::LoadKg, vec![("n", n(1.5))], "with 1.5 kg"),
            (
                ToldCode::UpTo,
                vec![("what", text("hold_seconds")), ("n", n(10.0))],
                "hold for up to 10 seconds if you like",
            ),
            (
                ToldCode::NotGiven,
                vec![("what", text("hold"))],
                "not on your sheet, ask: how long to hold",
            ),
            (ToldCode::OnWeekdays, vec![("days", weekdays)], "on Monday, Wednesday and Friday"),
            (ToldCode::Gap, vec![("n", n(180.0))], "at least 3 hours apart"),
            (ToldCode::Gap, vec![("n", n(45.0))], "at least 45 minutes apart"),
            (
                ToldCode::FromCounted,
                vec![("day", day("2026-11-16")), ("n", n(14.0)), ("what", text("surgery"))],
                "from Monday 16 November 2026 (day 14 after the operation)",
            ),
            (
                ToldCode::FromCounted,
                vec![("day", day("2026-11-16")), ("n", n(0.0)), ("what", text("start"))],
                "from Monday 16 November 2026 (the first day of the plan)",
            ),
            (
                ToldCode::Weeks,
                vec![
                    ("first", n(3.0)),
                    ("last", n(4.0)),
                    ("from", day("2026-11-16")),
                    ("until", day("2026-11-29")),
                ],
                "weeks 3 to 4 (Monday 16 November to Sunday 29 November)",
            ),
            (
                ToldCode::Weeks,
                vec![
                    ("first", n(3.0)),
                    ("last", n(3.0)),
                    ("from", day("2026-11-16")),
                    ("until", day("2026-11-22")),
                ],
                "week 3 (Monday 16 November to Sunday 22 November)",
            ),
            (
                ToldCode::Grows,
                vec![
                    ("what", text("minutes")),
                    ("by", n(2.0)),
                    ("n", n(7.0)),
                    ("most", n(20.0)),
                    ("day", day("2026-11-23")),
                ],
                "2 minutes more every week from Monday 23 November 2026 (at most 20)",
            ),
            (
                ToldCode::Flags,
                vec![("list", text("side_lying, single_leg"))],
                "asks your body for: lying on your side and standing on one leg",
            ),
            (
                ToldCode::LimitKinds,
                vec![("list", text("bending, twisting, lifting"))],
                "about bending, twisting and lifting",
            ),
            (
                ToldCode::PainOver,
                vec![("place", text("either")), ("when", text("during")), ("n", n(5.0))],
                "back or leg pain over 5 during the exercise",
            ),
        ];
        let words = Words::new(Language::ENGLISH);
        for (code, args, said) in cases {
            assert_eq!(words.told(&told(code, &args)), said);
        }
    }

    #[test]
    fn clauses_with_commas_of_their_own_do_not_run_together() {
        let words = Words::new(Language::ENGLISH);
        let rounds = told(ToldCode::InRounds, &[("titles", text("Morning, Evening"))]);
        let (daily, each) = (told(ToldCode::EveryDay, &[]), told(ToldCode::SideEach, &[]));
        assert_eq!(words.told_all(&[each.clone(), daily.clone()]), "each side, every day");
        let said = words.told_all(&[rounds, daily]);
        assert_eq!(said, "in these rounds: Morning, Evening; every day");
        assert_eq!(words.told_all(&[]), "");
    }

    /// Whatever a sheet can say has words: in debug builds `text` panics at a message or a value that is
    /// not there.
    #[test]
    fn a_sheet_with_everything_is_told_and_compared_to_the_end() {
        let guide = include_str!("../../../docs/plan-format.md");
        let sheet = guide.rsplit("```toml\n").next().unwrap().split("```").next().unwrap();
        let file = PlanFile::open(sheet.as_bytes(), "sheet", embedded());
        let revision = file.revision.unwrap_or_else(|| panic!("{:?}", file.problems));
        for language in [Language::ENGLISH, Language::PSEUDO] {
            let words = Words::new(language);
            let lines = revision.lines.iter().map(|line| told_line(line, &revision));
            let parts = lines.flat_map(|line| {
                let stages = line.stages.into_iter().map(|stage| stage.told);
                [line.how_much, line.when, line.waits].into_iter().chain(stages)
            });
            let rules = told_rules(&revision).into_iter().map(|rule| rule.told);
            let changes = changes(None, &revision);
            let said: Vec<String> = parts
                .chain(rules)
                .map(|told| words.told_all(&told))
                .chain(changes.iter().map(|change| words.change(change)))
                .collect();
            assert!(said.len() > 50);
            assert!(said.iter().all(|said| !said.contains(['{', '}', '$'])), "{said:?}");
        }
        let moved = sheet.replace("date = 2026-11-02", "date = 2026-11-03");
        let moved = PlanFile::open(moved.as_bytes(), "sheet", embedded()).revision.unwrap();
        let words = Words::new(Language::ENGLISH);
        let first: &Change = &changes(Some(&revision), &moved)[0];
        assert_eq!(first.kind, ChangeKind::Changed);
        assert_eq!(
            words.change(first),
            "The date of the operation is different. Every day that is counted from it moves.\n\
             Before: on Monday 2 November 2026\nNow: on Tuesday 3 November 2026"
        );
    }

    #[test]
    fn a_template_has_no_dates() {
        let words = Words::new(Language::ENGLISH);
        for template in embedded_templates() {
            for line in &template.sheet.lines {
                let line = told_line(line, &template.sheet);
                let stages = line.stages.into_iter().map(|stage| stage.told);
                for told in [line.how_much, line.when, line.waits].into_iter().chain(stages) {
                    let said = words.told_undated(&told);
                    let year = template.sheet.surgery.date.to_string()[..4].to_owned();
                    assert!(!said.contains(&year), "{said}");
                }
            }
        }
        let (n, what) = (n(14.0), text("surgery"));
        let from =
            told(ToldCode::FromCounted, &[("day", day("2026-11-16")), ("n", n), ("what", what)]);
        assert_eq!(words.told_undated(&[from]), "from day 14 after the operation");
    }

    #[test]
    fn dates_are_listed() {
        let days = [1, 2].map(|day| Day::new(2026, 12, day).unwrap()).to_vec();
        let told = told(ToldCode::OnDates, &[("days", ToldArg::Days(days))]);
        let said = Words::new(Language::ENGLISH).told(&told);
        assert_eq!(said, "on Tuesday 1 December 2026 and Wednesday 2 December 2026");
    }
}
