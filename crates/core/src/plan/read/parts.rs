//! What several tables of a plan file have in common: a name of their own, days, weekdays, other names.

use std::collections::BTreeSet;

use crate::error::{Problem, ProblemCode};
use crate::plan::StageBegins;
use crate::plan::limits::{DAYS_AFTER_SURGERY, MOST_DATES, WEEK};
use crate::table::{Table, Value, shortened, slips};
use crate::time::{Anchors, Day, DayRef, Stretch, WallTime, Weekday, weekday_from_name};

/// The names that tables of one kind have taken.
#[derive(Debug)]
pub(super) struct Names {
    kind: &'static str,
    taken: BTreeSet<String>,
}

impl Names {
    /// No names yet of tables `[[kind]]`.
    pub(super) fn of(kind: &'static str) -> Self {
        Self { kind, taken: BTreeSet::new() }
    }

    /// Takes a name that no table states.
    pub(super) fn take_silently(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
    }

    /// Reads the name of `table`, which no other of its kind may have.
    pub(super) fn take<T>(
        &mut self,
        table: &mut Table<'_>,
        make: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = table.needed("id")?;
        if let Some(text) = value.as_text()
            && !self.taken.insert(text.to_owned())
        {
            report_twice(value, self.kind, text);
        }
        value.name(make)
    }

    /// Reads a value that names one of them. A name that is taken but is no good was reported where
    /// it was taken.
    pub(super) fn find<T>(
        &self,
        value: Value<'_>,
        make: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = value.text_of("text")?;
        match self.unknown(value, text) {
            Some(problem) => {
                value.book().report(problem);
                None
            }
            None => make(text),
        }
    }

    /// The problem of a name that is not taken.
    pub(super) fn unknown(&self, value: Value<'_>, found: &str) -> Option<Problem> {
        self.problem_unless_taken(&value.problem(ProblemCode::UnknownName), found)
    }

    /// `problem` about the name `found`, if that is not taken.
    pub(super) fn problem_unless_taken(&self, problem: &Problem, found: &str) -> Option<Problem> {
        if self.taken.contains(found) {
            return None;
        }
        let taken: Vec<&str> = self.taken.iter().map(String::as_str).collect();
        let near = slips::likely_known(found, &taken);
        let problem = problem.clone().with("kind", self.kind).with("found", shortened(found));
        Some(problem.suggest(near))
    }
}

/// Reports that `found` stands twice where each `kind` may stand once.
pub(super) fn report_twice(value: Value<'_>, kind: &str, found: &str) {
    let problem = value.problem(ProblemCode::SameNameTwice);
    value.book().report(problem.with("kind", kind).with("found", shortened(found)));
}

/// What the days of a plan are counted from, as far as it could be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counting {
    /// All of it; `None` when the date of surgery or the first day is missing.
    pub(super) anchors: Option<Anchors>,
    /// Whether the plan says how it counts weeks, rightly or wrongly.
    pub(super) weeks_are_counted: bool,
    pub(super) discharge_is_given: bool,
    /// A template has no dates.
    pub(super) is_template: bool,
}

impl Counting {
    /// A date, which a template cannot have.
    pub(super) fn date(&self, value: Value<'_>) -> Option<Day> {
        if let Some((from, days)) = value.as_text().and_then(counted_from)
            && COUNTED_FROM.contains(&from)
        {
            let meant = self.anchors.zip(counted_day(from, days));
            let likely = meant.map(|(anchors, day)| day.resolve(&anchors).to_string());
            value.report(ProblemCode::BadDate, value.as_text().unwrap_or_default(), likely);
            return None;
        }
        let day = value.day();
        if self.is_template && day.is_some() {
            value.book().report(value.problem(ProblemCode::DateInTemplate));
        }
        day
    }

    /// The stretch of days of a table, and reports it when it ends before it begins.
    pub(super) fn stretch(&self, table: &mut Table<'_>) -> Option<Stretch> {
        let stretch = self.read_stretch(table).0?;
        for end in ["until_day", "until"] {
            table.only_one_of("from_week", end);
        }
        let ends = self
            .anchors
            .and_then(|anchors| stretch.first_day(&anchors).zip(stretch.day_after(&anchors)));
        if let Some((first, end)) = ends {
            let keys = ["until_day", "until", "weeks"];
            let key = keys.into_iter().find(|key| table.has(key)).unwrap_or("until");
            report_order(table, key, first, end);
        }
        Some(stretch)
    }

    /// The first day of a stage and the first day after it, as far as the table gives them by days or weeks.
    pub(super) fn stage_days(
        &self,
        table: &mut Table<'_>,
    ) -> (Option<StageBegins>, Option<DayRef>) {
        let (stretch, until) = self.read_stretch(table);
        match stretch {
            Some(Stretch::Days { from, until }) => (from.map(StageBegins::On), until),
            Some(weeks @ Stretch::Weeks { first, last }) => {
                let until = match last {
                    // The end of a week is kept as a day, so that a stage has one kind of end.
                    Some(_) => self.anchors.and_then(|anchors| {
                        let end = weeks.day_after(&anchors)?;
                        Some(DayRef::AfterSurgery(end.days_after(anchors.surgery)))
                    }),
                    None => until,
                };
                (Some(StageBegins::InWeek(first)), until)
            }
            None => (None, until),
        }
    }

    /// The stretch of a table, and the day after it as far as that is given by itself.
    fn read_stretch(&self, table: &mut Table<'_>) -> (Option<Stretch>, Option<DayRef>) {
        let weeks = table.given("weeks").map(|value| self.weeks(value));
        let from_week = table.given("from_week").map(|value| self.week(value));
        let from = self.day(table, "from_day", "from");
        let until = self.day(table, "until_day", "until");
        let given: Vec<_> = BEGINNINGS.into_iter().filter(|key| table.has(key)).collect();
        // Both of the last two were reported where they were read.
        if let [first, second, ..] = given.as_slice()
            && *first != "from_day"
        {
            table.only_one_of(first, second);
        }
        for end in ["until_day", "until"] {
            table.only_one_of("weeks", end);
        }
        let stretch = match (weeks, from_week) {
            (Some(weeks), _) => weeks,
            (None, Some(first)) => first.map(|first| Stretch::Weeks { first, last: None }),
            (None, None) => Some(Stretch::Days { from, until }),
        };
        (stretch, until)
    }

    /// A week after surgery; the plan must say how it counts them.
    pub(super) fn week(&self, value: Value<'_>) -> Option<u16> {
        let week = value.number(&WEEK);
        self.report_uncounted(value);
        week
    }

    fn weeks(&self, value: Value<'_>) -> Option<Stretch> {
        self.report_uncounted(value);
        let values = value.list(2)?;
        let mut numbers = values.iter().map(|value| value.number(&WEEK));
        let Some(first) = numbers.next() else {
            value.report_if_empty();
            return None;
        };
        let (first, last) = (first?, numbers.next());
        let last = match last {
            Some(last) => last?,
            None => first,
        };
        if last < first {
            let likely = Some(format!("[{last}, {first}]"));
            value.report(ProblemCode::WrongOrder, &format!("[{first}, {last}]"), likely);
            return None;
        }
        Some(Stretch::Weeks { first, last: Some(last) })
    }

    fn report_uncounted(&self, value: Value<'_>) {
        if !self.weeks_are_counted {
            let problem = value.problem(ProblemCode::WeeksNotCounted);
            value.book().report(problem.suggest(Some("weeks_counted = \"from-1\"".to_owned())));
        }
    }

    /// A day, given as a number of days after surgery under `days_key` or as a date or in words under
    /// `date_key`.
    pub(super) fn day(
        &self,
        table: &mut Table<'_>,
        days_key: &'static str,
        date_key: &'static str,
    ) -> Option<DayRef> {
        let days = table.given(days_key).and_then(|value| value.number(&DAYS_AFTER_SURGERY));
        let date = table.given(date_key).and_then(|value| self.day_ref(value));
        table.only_one_of(days_key, date_key);
        days.map(DayRef::AfterSurgery).or(date)
    }

    /// A date, or words such as "discharge + 2".
    fn day_ref(&self, value: Value<'_>) -> Option<DayRef> {
        let text = value.as_text().unwrap_or_default();
        let Some((from, days)) = counted_from(text) else {
            if let Some(likely) = likely_counted(text) {
                value.report(ProblemCode::BadDate, text, Some(likely));
                return None;
            }
            return self.date(value).map(DayRef::On);
        };
        if !DAYS_AFTER_SURGERY.contains(&days) {
            let (least, most) = (DAYS_AFTER_SURGERY.start(), DAYS_AFTER_SURGERY.end());
            let problem = value.problem(ProblemCode::OutOfRange).with("found", days);
            value.book().report(problem.with("least", least).with("most", most));
            return None;
        }
        let Some(day) = counted_day(from, days) else {
            let problem = value.problem(ProblemCode::UnknownWord).with("found", shortened(from));
            let near = slips::likely_word(from, &COUNTED_FROM);
            let problem = problem.with("choices", COUNTED_FROM.join(", "));
            value.book().report(problem.suggest(near.map(|word| format!("{word} + {days}"))));
            return None;
        };
        if matches!(day, DayRef::AfterDischarge(_)) && !self.discharge_is_given {
            // Nobody has come home whom a template is about.
            let code = if self.is_template {
                ProblemCode::DateInTemplate
            } else {
                ProblemCode::NoDischarge
            };
            value.book().report(value.problem(code));
        }
        Some(day)
    }
}

/// The keys of a first day.
pub(super) const BEGINNINGS: [&str; 4] = ["weeks", "from_week", "from_day", "from"];

/// What days can be counted from.
const COUNTED_FROM: [&str; 3] = ["surgery", "discharge", "start"];

/// So many days after one of them.
fn counted_day(from: &str, days: i32) -> Option<DayRef> {
    match from {
        "surgery" => Some(DayRef::AfterSurgery(days)),
        "start" => Some(DayRef::AfterStart(days)),
        "discharge" => Some(DayRef::AfterDischarge(days)),
        _ => None,
    }
}

/// What words such as "discharge + 2 days" probably mean.
fn likely_counted(text: &str) -> Option<String> {
    let at = text.find(|c: char| c == '+' || c.is_ascii_digit())?;
    let word = text[..at].trim();
    let rest = text[at..].trim_start_matches(['+', ' ']);
    let digits = rest.find(|c: char| !c.is_ascii_digit()).map_or(rest, |end| &rest[..end]);
    let days: i32 = digits.parse().ok()?;
    COUNTED_FROM.contains(&word).then(|| format!("{word} + {days}"))
}

/// The two parts of words such as "discharge + 2". A bare word is the day itself.
fn counted_from(text: &str) -> Option<(&str, i32)> {
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let Some(at) = text.find(['+', '-']) else { return Some((text, 0)) };
    let (word, days) = text.split_at(at);
    let (sign, days) = days.split_at(1);
    let days: i32 = days.trim().parse().ok().filter(|days: &i32| *days >= 0)?;
    Some((word.trim(), if sign == "-" { -days } else { days }))
}

/// A problem of the first day of a table, or of the table where it has none.
pub(super) fn problem_of_beginning(table: &Table<'_>, code: ProblemCode) -> Problem {
    let key = BEGINNINGS.into_iter().find(|key| table.has(key));
    key.map_or_else(|| table.problem(code), |key| table.problem_of(key, code))
}

/// Reports that the day under `key` is not after the day on which the matter begins.
pub(super) fn report_order(table: &Table<'_>, key: &str, from: Day, until: Day) {
    if until <= from {
        let problem: Problem = table.problem_of(key, ProblemCode::EndsBeforeItStarts);
        table.report(problem.with("key", key).with("from", from).with("until", until));
    }
}

/// The names of weekdays in a plan file.
pub(super) const WEEKDAY_NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// One weekday.
pub(super) fn read_weekday(value: Value<'_>) -> Option<Weekday> {
    value.choice(&WEEKDAY_NAMES.map(|name| (name, weekday_from_name(name)))).flatten()
}

/// A list of weekdays, in the order of the week.
pub(super) fn read_weekdays(value: Value<'_>) -> Option<Vec<Weekday>> {
    let mut weekdays: Vec<Weekday> = Vec::new();
    for value in filled(value, WEEKDAY_NAMES.len())? {
        let weekday = read_weekday(value)?;
        if weekdays.contains(&weekday) {
            report_twice(value, "weekday", value.as_text().unwrap_or_default());
        }
        weekdays.push(weekday);
    }
    weekdays.sort_by_key(Weekday::num_days_from_monday);
    Some(weekdays)
}

/// The weekdays and dates of a table, of which at least one must be given.
pub(super) fn read_weekdays_and_dates(
    table: &mut Table<'_>,
    counting: &Counting,
) -> (Vec<Weekday>, Vec<Day>) {
    let weekdays = table.given("weekdays").and_then(read_weekdays).unwrap_or_default();
    let dates = table.given("dates").and_then(|value| filled(value, MOST_DATES));
    let dates = dates.unwrap_or_default();
    let mut dates: Vec<Day> = dates.into_iter().filter_map(|value| counting.date(value)).collect();
    dates.sort_unstable();
    dates.dedup();
    if !table.has("weekdays") && !table.has("dates") {
        table.report_missing("weekdays");
    }
    (weekdays, dates)
}

/// The values of a list that must have something in it.
pub(super) fn filled(value: Value<'_>, most: usize) -> Option<Vec<Value<'_>>> {
    let values = value.list(most)?;
    if values.is_empty() {
        value.report_if_empty();
        return None;
    }
    Some(values)
}

/// What `read` makes of each value of a list, each once.
pub(super) fn each_once<'a, T: PartialEq>(
    value: Value<'a>,
    most: usize,
    kind: &str,
    read: impl Fn(Value<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut found: Vec<T> = Vec::new();
    for value in filled(value, most)? {
        let one = read(value)?;
        if found.contains(&one) {
            report_twice(value, kind, value.as_text().unwrap_or_default());
        }
        found.push(one);
    }
    Some(found)
}

/// Two times of day under two keys of which none goes without the other.
pub(super) fn read_times(
    table: &mut Table<'_>,
    from_key: &'static str,
    until_key: &'static str,
) -> Option<(WallTime, WallTime)> {
    let from = table.given(from_key).and_then(Value::time);
    let until = table.given(until_key).and_then(Value::time);
    table.goes_with(from_key, until_key);
    table.goes_with(until_key, from_key);
    from.zip(until)
}
