//! Which lines a day asks for: phases, OKs, stages, days off, weeks and turns, one day after the other.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use toml::{Table, Value};

use super::clock::Second;
use super::day::Slots;
use super::facts::{Facts, Said};
use super::sheet::{Sheet, WEEKDAYS, date, names, number, plus, says, text, texts};
use super::week::Week;

/// How strongly a day asks for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    Yes,
    /// The week leaves the choice.
    IfWanted,
    /// The day is none of its days: only what was said of it shows.
    OnlyWhatWasSaid,
}

/// What the keys of a day pattern begin with, and those of bouts.
pub(super) const DAY_KEYS: [&str; 7] = [
    "days",
    "every_days",
    "counting_from",
    "times_a_week",
    "not_two_days_running",
    "programme",
    "turn",
];
pub(super) const BOUT_KEYS: [&str; 5] =
    ["rounds", "times_a_day", "gap_minutes", "every_hours", "between"];

/// Walks the days of one plan.
pub(super) struct Walker<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) facts: &'a Facts,
    /// The day that the present moment lies in.
    pub(super) today: NaiveDate,
    /// The day on which the sheet began to hold, and who walks the days before it by the sheet that held then.
    pub(super) earlier: Option<(NaiveDate, &'a Walker<'a>)>,
    /// The day on which a newer sheet began to hold, and who walks by that.
    pub(super) later: Option<(NaiveDate, &'a Walker<'a>)>,
    known: Known,
    /// Days, had nothing hurt, by day and present moment.
    pub(super) unstopped: RefCell<HashMap<(NaiveDate, Second), Rc<Slots>>>,
}

/// What was worked out already, by line and day: a week asks for the same days again and again.
#[derive(Default)]
struct Known {
    stands: ByLineAndDay<bool>,
    on_day: ByLineAndDay<Rc<Table>>,
    standing: ByLineAndDay<Option<Rc<Table>>>,
    asks: ByLineAndDay<Option<Asks>>,
}

type ByLineAndDay<T> = RefCell<HashMap<(String, NaiveDate), T>>;

/// The answer for `line` on `day`, worked out once.
fn once<T: Clone>(
    known: &ByLineAndDay<T>,
    line: &Table,
    day: NaiveDate,
    work_out: impl FnOnce() -> T,
) -> T {
    let key = (text(line, "id").unwrap().to_owned(), day);
    if let Some(found) = known.borrow().get(&key) {
        return found.clone();
    }
    let found = work_out();
    known.borrow_mut().insert(key, found.clone());
    found
}

impl<'a> Walker<'a> {
    pub(super) fn new(sheet: &'a Sheet, facts: &'a Facts, today: NaiveDate) -> Self {
        let (known, unstopped) = (Known::default(), RefCell::default());
        Self { sheet, facts, today, earlier: None, later: None, known, unstopped }
    }

    pub(super) fn id(table: &Table) -> &str {
        text(table, "id").unwrap()
    }

    pub(super) fn is_cleared(&self, table: &Table, day: NaiveDate) -> bool {
        text(table, "clearance").is_none_or(|id| self.facts.cleared_since(id, day).is_some())
    }

    /// The phase that holds on `day`, and how many days later than written it began. When a date comes without
    /// its OK, the present one goes on. A phase whose OK came late begins then and is as long as it was written;
    /// those behind it come as much later, but for days that belong to no phase.
    fn phase(&self, day: NaiveDate) -> Option<(&Table, i64)> {
        let mut holds: Option<(&Table, i64)> = None;
        let mut free_from: Option<NaiveDate> = None;
        for phase in self.sheet.all("phase") {
            let written = self.sheet.day(phase, "from").unwrap();
            let mut begins = free_from.map_or(written, |free| written.max(free));
            if day < begins {
                break;
            }
            if let Some(ok) = text(phase, "clearance") {
                match self.facts.cleared_since(ok, day) {
                    Some(since) => begins = begins.max(since),
                    None => return holds,
                }
            }
            let late = (begins - written).num_days();
            free_from = self.sheet.day(phase, "until").map(|until| plus(until, late));
            holds = Some((phase, late));
        }
        holds.filter(|_| free_from.is_none_or(|free| day < free))
    }

    /// How many days late the phase of the line is.
    pub(super) fn late(&self, line: &Table, day: NaiveDate) -> i64 {
        let phase = self.phase(day).filter(|(phase, _)| text(line, "phase") == text(phase, "id"));
        phase.map_or(0, |(_, late)| late)
    }

    /// The day of the sheet that dated steps of the line are read for: in a phase that came late they do, too, and
    /// in one that goes on they stop at its last day.
    pub(super) fn step_day(&self, line: &Table, day: NaiveDate) -> NaiveDate {
        let Some(of_line) = text(line, "phase") else { return day };
        let phases = self.sheet.all("phase");
        let phase = phases.iter().find(|phase| Self::id(phase) == of_line).unwrap();
        let day = plus(day, -self.late(line, day));
        self.sheet.day(phase, "until").map_or(day, |until| day.min(plus(until, -1)))
    }

    /// Whether the line stands on `day`'s list at all, whatever its days of the week.
    pub(super) fn stands(&self, line: &Table, day: NaiveDate) -> bool {
        once(&self.known.stands, line, day, || self.work_out_stands(line, day))
    }

    fn work_out_stands(&self, line: &Table, day: NaiveDate) -> bool {
        !says(line, "off")
            && self.sheet.is_running(day)
            && self.is_in_its_days(line, day)
            && self.is_cleared(line, day)
            && !self.is_locked(line, day)
    }

    /// Whether `day` lies in the days of the line and in its phase, as that really holds.
    pub(super) fn is_in_its_days(&self, line: &Table, day: NaiveDate) -> bool {
        let in_phase = text(line, "phase")
            .is_none_or(|id| self.phase(day).is_some_and(|(phase, _)| Self::id(phase) == id));
        in_phase && self.sheet.holds(line, day)
    }

    /// The line as its stage has it on `day`.
    pub(super) fn on_day(&self, line: &Table, day: NaiveDate) -> Rc<Table> {
        once(&self.known.on_day, line, day, || Rc::new(self.work_out_on_day(line, day)))
    }

    fn work_out_on_day(&self, line: &Table, day: NaiveDate) -> Table {
        let mut merged = line.clone();
        if let Some(stage) = self.stage(line, day) {
            let overrides = |keys: &[&str]| keys.iter().any(|key| stage.contains_key(*key));
            let not_due = ["as_needed", "technique"];
            for keys in [&DAY_KEYS[..], &BOUT_KEYS[..]] {
                if overrides(keys) || overrides(&not_due) {
                    keys.iter().chain(&not_due).for_each(|key| drop(merged.remove(*key)));
                }
            }
            // How far the person may go above a number says nothing of another number.
            if stage.contains_key("repetitions") {
                merged.remove("up_to");
            }
            let skipped = ["from", "from_day", "until", "until_day", "clearance"];
            for (key, value) in stage.iter().filter(|(key, _)| !skipped.contains(&key.as_str())) {
                merged.insert(key.clone(), value.clone());
            }
        }
        if let Some(growth) = line.get("growth").and_then(Value::as_table) {
            let key = text(growth, "key").unwrap();
            let (steps, _) = self.steps_up(line, growth, day);
            let (most, by) = (number(growth, "at_most").unwrap(), number(growth, "by").unwrap());
            let written = number(line, key).unwrap();
            merged.insert(
                key.to_owned(),
                Value::Integer(most.min(written + steps * by).max(written)),
            );
        }
        merged
    }

    /// The stage that holds: each waits for those before it.
    pub(super) fn stage<'t>(&self, line: &'t Table, day: NaiveDate) -> Option<&'t Table> {
        self.stage_unless(line, day, &|line, first| self.does_not_climb(line, first))
    }

    /// The same, where the line `is_kept_back` on those days.
    pub(super) fn stage_unless<'t>(
        &self,
        line: &'t Table,
        day: NaiveDate,
        is_kept_back: &dyn Fn(&Table, NaiveDate) -> bool,
    ) -> Option<&'t Table> {
        let stages = line.get("stage").and_then(Value::as_array).into_iter().flatten();
        let mut holds = None;
        for (nth, stage) in (1..).zip(stages.filter_map(Value::as_table)) {
            let dated = self.sheet.day(stage, "from");
            let has_come = dated.is_none_or(|from| from <= self.step_day(line, day));
            if !has_come || !self.has_begun(line, nth, stage, day, is_kept_back) {
                break;
            }
            holds = Some(stage);
        }
        holds
    }

    /// Whether the stage of that number has begun on `day`: never before its OK; as the person said last, and else
    /// by itself. What would have begun by itself while the line is kept back waits for the person's word.
    pub(super) fn has_begun(
        &self,
        line: &Table,
        nth: i64,
        stage: &Table,
        day: NaiveDate,
        is_kept_back: &dyn Fn(&Table, NaiveDate) -> bool,
    ) -> bool {
        if !self.is_cleared(stage, day) {
            return false;
        }
        match self.facts.word_of_step(Self::id(line), nth, day) {
            Some((_, goes_on)) => goes_on,
            None => {
                let first = self.begins(line, stage, day);
                first.is_some_and(|first| first <= day && !is_kept_back(line, first))
            }
        }
    }

    /// The day on which the stage comes by itself, as far as that is known on `day`.
    pub(super) fn begins(&self, line: &Table, stage: &Table, day: NaiveDate) -> Option<NaiveDate> {
        let dated = self.sheet.day(stage, "from").map(|from| plus(from, self.late(line, day)));
        if let Some(ok) = text(stage, "clearance") {
            let since = self.facts.cleared_since(ok, day)?;
            return Some(dated.map_or(since, |from| from.max(since)));
        }
        if let Some(days) = number(stage, "after_done_days") {
            let done = self.facts.days_done(Self::id(line));
            let last = done.into_iter().nth(usize::try_from(days - 1).unwrap())?;
            return Some(plus(last, 1));
        }
        dated
    }

    /// Whether a stage of another line says that this one rests.
    pub(super) fn rests(&self, line: &Table, day: NaiveDate) -> bool {
        self.sheet.lines().into_iter().any(|other| {
            self.stands(other, day)
                && self
                    .stage(other, day)
                    .is_some_and(|stage| texts(stage, "replaces").contains(&Self::id(line)))
        })
    }

    /// The line as it stands on `day`, `None` where it does not.
    pub(super) fn standing(&self, line: &Table, day: NaiveDate) -> Option<Rc<Table>> {
        once(&self.known.standing, line, day, || {
            (self.stands(line, day) && !self.rests(line, day)).then(|| self.on_day(line, day))
        })
    }

    /// What the day off says that `day` is for the line, if it is one.
    pub(super) fn day_off(&self, line: &Table, day: NaiveDate) -> Option<&str> {
        let offs = self.sheet.all("day_off");
        let off = offs
            .into_iter()
            .find(|off| names(off, day) && !texts(off, "except").contains(&Self::id(line)))?;
        text(off, "then")
    }

    /// Whether the pattern alone names `day`.
    pub(super) fn names(&self, pattern: &Table, day: NaiveDate) -> bool {
        if let Some(every) = number(pattern, "every_days") {
            let since = (day - date(&pattern["counting_from"])).num_days();
            return since >= 0 && since % every == 0;
        }
        match &pattern["days"] {
            Value::Array(_) => texts(pattern, "days")
                .contains(&WEEKDAYS[day.weekday().num_days_from_monday() as usize]),
            _ => true,
        }
    }

    /// Whether `day` is one of the days of a line with fixed days, its turn included.
    pub(super) fn is_named(&self, pattern: &Table, day: NaiveDate) -> bool {
        match text(pattern, "programme") {
            Some(id) => {
                let programme = self.programme(id);
                self.names(programme, day) && self.turn(programme, day) == text(pattern, "turn")
            }
            None => self.names(pattern, day),
        }
    }

    /// Whose turn it is.
    pub(super) fn turn<'t>(&self, programme: &'t Table, day: NaiveDate) -> Option<&'t str> {
        let turns = texts(programme, "turns");
        if text(programme, "advance") == Some("calendar") {
            let first = date(&programme["turns_from"]);
            let days = first.iter_days().take_while(|before| *before < day);
            let passed = days.filter(|day| self.names(programme, *day)).count();
            return (first <= day).then(|| turns[passed % turns.len()]);
        }
        // The one after the last that was done: by the clock, where that is known.
        let mut next = 0;
        // A programme that rested for four weeks begins anew.
        for past in plus(day, -28).iter_days().take_while(|past| *past < day) {
            let done =
                self.facts.said.iter().filter(|said| said.day == past && said.told.is_work());
            let nth_of = |said: &Said| {
                let of_day = self.of_programme(programme, past);
                let line = of_day.into_iter().find(|line| Self::id(line) == said.line)?;
                let on_day = self.on_day(line, past);
                turns.iter().position(|turn| Some(*turn) == text(&on_day, "turn"))
            };
            let ends = done.filter_map(|said| Some((said.live.then_some(said.at), nth_of(said)?)));
            if let Some((_, done)) = ends.max() {
                next = (done + 1) % turns.len();
            }
        }
        // One of which nothing may be done keeps the others waiting no longer than itself.
        let may_be_done = |nth: &usize| {
            let lines = self.of_programme(programme, day).into_iter();
            let mut of_turn =
                lines.filter(|line| text(&self.on_day(line, day), "turn") == Some(turns[*nth]));
            of_turn.any(|line| self.may_be_asked(line, day))
        };
        let in_order = (next..turns.len()).chain(0..next);
        Some(turns[in_order.into_iter().find(may_be_done).unwrap_or(next)])
    }

    pub(super) fn programme(&self, id: &str) -> &Table {
        self.sheet.all("programme").into_iter().find(|programme| Self::id(programme) == id).unwrap()
    }

    /// What `day` makes of a line that is done: `None` when it does not ask for it.
    pub(super) fn asks(&self, line: &Table, day: NaiveDate) -> Option<Asks> {
        once(&self.known.asks, line, day, || self.work_out_asks(line, day))
    }

    fn work_out_asks(&self, line: &Table, day: NaiveDate) -> Option<Asks> {
        let pattern = self.standing(line, day)?;
        if says(&pattern, "technique") || pattern.contains_key("as_needed") {
            return None;
        }
        if pattern.contains_key("times_a_week") {
            return self.asks_in_week(line, &self.week_of_line(line, &pattern, day), day);
        }
        if let Some(id) = text(&pattern, "programme") {
            let programme = self.programme(id);
            if programme.contains_key("times_a_week") {
                if self.turn(programme, day) != text(&pattern, "turn") {
                    return self.stays_to_be_seen(line, day);
                }
                return self.asks_in_week(line, &self.week_of_programme(programme, day), day);
            }
        }
        if self.day_off(line, day).is_some() || !self.has_round(&pattern, day) {
            return None;
        }
        if self.is_named(&pattern, day) {
            return Some(Asks::Yes);
        }
        // A day of a programme has its one turn.
        if self.has_turn(&pattern, day) {
            return None;
        }
        self.was_shifted_to(line, day).then_some(Asks::Yes)
    }

    /// What its week makes of `day`, for a line.
    fn asks_in_week(&self, line: &Table, week: &Week, day: NaiveDate) -> Option<Asks> {
        // A day that is over owes nothing: a shortfall belongs to the week.
        let is_off =
            self.day_off(line, day).is_some() || !self.has_round(&self.on_day(line, day), day);
        if day < self.today || week.says(day).is_none() || is_off {
            return self.stays_to_be_seen(line, day);
        }
        week.says(day)
    }

    /// What was said of it stays to be seen.
    fn stays_to_be_seen(&self, line: &Table, day: NaiveDate) -> Option<Asks> {
        let mut said = self.facts.said.iter();
        said.any(|said| said.line == Self::id(line) && said.day == day)
            .then_some(Asks::OnlyWhatWasSaid)
    }
}
