//! What follows from pain, from a question answered with yes, and from a warning sign: bouts that are stopped, and
//! doses that are less.

use std::collections::BTreeSet;
use std::rc::Rc;

use backwise_core::safety::LEGS_STILL;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::day::{Is, Slot, Slots, dose};
use super::facts::{Moment, Pain, Spot, Told, Trouble, What};
use super::lines::Walker;
use super::re_entry::part;
use super::sheet::{number, plus, says, text, texts};

/// Another dose is followed for so many days.
pub(super) const LOOKED_BACK: i64 = 28;

/// What follows for a line.
#[derive(Debug, Clone, Copy)]
pub(super) enum Follows<'t> {
    GoesOn,
    /// A smaller dose, for so many bouts that are done, or until somebody has spoken.
    Less(&'t Table, Option<i64>),
    /// A stop, for so many bouts that are asked for, or until somebody has spoken.
    Stop(Option<i64>),
}

impl Follows<'_> {
    fn strictness(self) -> (u8, i64) {
        let long = |bouts: Option<i64>| bouts.unwrap_or(i64::MAX);
        match self {
            Follows::GoesOn => (0, 0),
            Follows::Less(_, bouts) => (1, long(bouts)),
            Follows::Stop(bouts) => (2, long(bouts)),
        }
    }
}

impl Walker<'_> {
    /// The bouts of `day` as they stand at `now`.
    pub(super) fn slots(&self, day: NaiveDate, now: Second) -> Slots {
        let mut slots = self.work_out(day, now);
        for line in self.sheet.lines() {
            self.stop(Self::id(line), day, &mut slots, now);
        }
        self.with_less(day, slots)
    }

    /// The bouts of `day`, had nothing hurt.
    pub(super) fn unstopped(&self, day: NaiveDate, now: Second) -> Rc<Slots> {
        if let Some(known) = self.unstopped.borrow().get(&(day, now)) {
            return Rc::clone(known);
        }
        let held = self.held_on(day);
        if !std::ptr::eq(held, self) {
            return held.unstopped(day, now);
        }
        // A day that is over is asked as it stood at its last moment: then its week still asked for something.
        let mut then = Walker::new(self.sheet, self.facts, day);
        (then.earlier, then.later) = (self.earlier, self.later);
        let walker = if day < self.today { &then } else { self };
        let last = now.min(self.sheet.begins(plus(day, 1)) - 1);
        let slots = Rc::new(walker.with_less(day, walker.work_out(day, last)));
        self.unstopped.borrow_mut().insert((day, now), Rc::clone(&slots));
        slots
    }

    /// The bouts, as a pause, a bad day and a warning sign have them.
    fn with_less(&self, day: NaiveDate, mut slots: Slots) -> Slots {
        // In a pause nothing is offered, and beside a warning sign neither.
        slots.retain(|_, slot| {
            slot.is != Is::Available || !self.facts.is_paused(day) && !self.has_sign(slot.ends)
        });
        for line in self.sheet.lines() {
            self.on_a_bad_day(Self::id(line), day, &mut slots);
        }
        let unsaid = slots.values_mut().filter(|slot| !matches!(slot.is, Is::Told(_)));
        for slot in unsaid.filter(|slot| self.has_sign(slot.ends)) {
            slot.is = Is::Stopped;
        }
        slots
    }

    /// What follows from the trouble for the line, if anything does.
    pub(super) fn follows(&self, trouble: &Trouble, line: &str) -> Option<Follows<'_>> {
        self.follows_where(trouble, line, &|| self.held_on(trouble.day).had_part(line, trouble.day))
    }

    /// The same, where it had its part in that day, or not.
    pub(super) fn follows_where(
        &self,
        trouble: &Trouble,
        line: &str,
        had_part: &dyn Fn() -> bool,
    ) -> Option<Follows<'_>> {
        // What the sheet of that day says of it holds.
        let held = self.held_on(trouble.day);
        let is_its = trouble.line.as_deref() == Some(line);
        match trouble.what {
            // Nothing of a sheet can loosen these: no line goes on before somebody has spoken.
            What::Numb | What::Faint | What::SecondStop => Some(Follows::Stop(None)),
            What::Hurts(pain) if pain.spreading => Some(Follows::Stop(None)),
            // What moves no leg goes on, unless it is what was asked about.
            What::Calf => {
                let is_asked = is_its && held.asks_about_the_calf(line);
                (is_asked || held.moves_legs(line)).then_some(Follows::Stop(None))
            }
            What::Hurts(_) if trouble.line.is_some() && !is_its => None,
            What::Hurts(pain) => match follows(held.rule_about(&pain, line, is_its)?) {
                // Of what was not there to be done, no next time was spoken of.
                Follows::Stop(Some(_)) | Follows::Less(_, Some(_))
                    if trouble.line.is_none() && !had_part() =>
                {
                    None
                }
                // No bout of it was asked for: somebody has to speak.
                Follows::Stop(_) if held.was_needed(line, trouble.day) => Some(Follows::Stop(None)),
                follows => Some(follows),
            },
        }
    }

    fn moves_legs(&self, line: &str) -> bool {
        !LEGS_STILL.contains(&text(self.line(line), "exercise").unwrap())
    }

    pub(super) fn line(&self, id: &str) -> &Table {
        self.sheet.lines().into_iter().find(|table| Self::id(table) == id).unwrap()
    }

    /// The rule that holds for the line. What is said after a round of one of its exercises hurt during it, too.
    pub(super) fn rule_about(&self, pain: &Pain, line: &str, is_its: bool) -> Option<&Table> {
        let by = |moment| self.first_rule(pain, line, moment);
        if pain.moment == Moment::After && is_its {
            let (during, after) = (by(Moment::During), by(Moment::After));
            return during.into_iter().chain(after).max_by_key(|rule| follows(rule).strictness());
        }
        by(pain.moment)
    }

    /// Whether a second exercise had been stopped on `day` by `at`, since the team last let the person go on after one.
    pub(super) fn is_second_stop(&self, day: NaiveDate, at: Second) -> bool {
        let of_day = || self.facts.troubles.iter().filter(|one| one.day == day && one.at <= at);
        let seconds = of_day().filter(|one| matches!(one.what, What::SecondStop));
        let last = seconds.filter_map(|one| self.went_on(one, at)).max();
        let since = of_day().filter(|one| last.is_none_or(|last| one.at > last));
        // What was entered later has no hour: it is of the time before any word.
        let by_hand = self.facts.said.iter().filter(|said| {
            let is_since = last.is_none_or(|last| said.live && said.at > last);
            said.day == day && said.at <= at && said.told.is_for_pain() && is_since
        });
        let stopped: BTreeSet<(Option<&str>, bool)> = since
            .filter_map(|one| {
                // Numbness and faintness are of the person, and not of an exercise.
                let is_of_line = matches!(one.what, What::Hurts(_) | What::Calf);
                let line = one.line.as_deref().filter(|_| is_of_line);
                let is_asked = matches!(one.what, What::Calf);
                let stops = |line: &str| matches!(self.follows(one, line), Some(Follows::Stop(_)));
                let counts = is_asked || line.is_some_and(stops);
                counts.then_some((line, is_asked))
            })
            .chain(by_hand.map(|said| (Some(said.line.as_str()), false)))
            .collect();
        // However many lines the calf is asked about, a yes stops them together.
        let by_itself = stopped.iter().filter(|(_, is_asked)| !is_asked).count();
        let calf = stopped.iter().any(|(line, _)| !stopped.contains(&(*line, false)));
        by_itself + usize::from(calf) > 1
    }

    /// Whether a second stop of that day waits for the team at that moment.
    pub(super) fn second_stop_waits(&self, day: NaiveDate, at: Second) -> bool {
        let is_its = |one: &&Trouble| matches!(one.what, What::SecondStop) && one.day == day;
        self.facts.troubles.iter().filter(is_its).any(|one| self.went_on(one, at).is_none())
    }

    /// When the team said, by `at`, that the person may go on now.
    fn went_on(&self, trouble: &Trouble, at: Second) -> Option<Second> {
        let (word, from) = trouble.word_at(at)?;
        from.is_none_or(|from| self.sheet.begins(from) <= at).then_some(word)
    }

    /// What the first rule says that fits.
    fn first_rule(&self, pain: &Pain, line: &str, moment: Moment) -> Option<&Table> {
        let rules = self.sheet.table.get("pain")?.as_table()?.get("rule")?.as_array()?;
        let fits = |rule: &&Table| {
            let lines = texts(rule, "lines");
            let is_about = lines.is_empty() || lines.contains(&line);
            let is_there = match (pain.spot, text(rule, "where").unwrap()) {
                (Spot::NotSaid, _) | (_, "either") => true,
                (Spot::Back, place) => place == "back",
                (Spot::Leg, place) => place == "leg",
                (Spot::Elsewhere, _) => false,
            };
            let name = match moment {
                Moment::Before => "before",
                Moment::During => "during",
                Moment::After => "after",
                Moment::NextMorning => "next-morning",
            };
            let is_then = ["any", name].contains(&text(rule, "when").unwrap());
            let is_so_much = if says(rule, "spreading") {
                pain.spreading
            } else if says(rule, "worse") {
                pain.score.zip(pain.usual).is_some_and(|(score, usual)| score >= usual + 2)
            } else {
                let least = number(rule, "at_least").or(number(rule, "over").map(|over| over + 1));
                pain.score.is_some_and(|score| score >= least.unwrap())
            };
            is_about && is_there && is_then && is_so_much
        };
        rules.iter().filter_map(Value::as_table).find(fits)
    }

    /// Stops and lessens the bouts of the line on `day`.
    pub(super) fn stop(&self, line: &str, day: NaiveDate, slots: &mut Slots, now: Second) {
        // A part is always one of what the sheet has, also after a break.
        let whole = dose(&self.on_day(self.line(line), day)).0;
        let of_line = slots.iter_mut().filter(|((of, _), _)| of == line);
        for ((_, place), slot) in of_line {
            for trouble in &self.facts.troubles {
                let Some(follows) = self.follows(trouble, line) else { continue };
                let is_under_way = slot.is == Is::Told(Told::Begun);
                let is_stop = matches!(follows, Follows::Stop(_));
                let is_stopped_midway = is_under_way && is_stop && trouble.at < slot.ends;
                if !is_stopped_midway && !self.is_after(trouble, line, day, place, slot) {
                    continue;
                }
                let word = trouble.word_at(slot.ends);
                // The day that the team named stands above any number of bouts.
                let waits = word.map(|(_, from)| from.is_some_and(|from| day < from));
                let is_its = is_its(trouble, line, day, place);
                let holds = |bouts: Option<i64>, count: &dyn Fn() -> i64| {
                    waits.unwrap_or_else(|| bouts.is_none_or(|bouts| count() < bouts))
                };
                let since = || self.since(trouble, line, (day, slot), now);
                match follows {
                    Follows::Stop(bouts) => {
                        // What was under way is some of it, and nothing of it is begun again.
                        let stopped = match slot.is {
                            Is::Told(Told::Begun) => Is::Told(Told::Partly),
                            Is::Told(_) => continue,
                            _ => Is::Withheld,
                        };
                        if holds(bouts, &|| since().len() as i64) {
                            slot.is = stopped;
                        }
                    }
                    // The bout in which it came is as it was.
                    Follows::Less(rule, bouts) if !is_its => {
                        let is_done = |is: &&Is| matches!(is, Is::Told(told) if told.is_work());
                        let done = || since().iter().filter(is_done).count() as i64;
                        let is_over = (day - trouble.day).num_days() > LOOKED_BACK
                            && bouts.is_some()
                            && waits.is_none();
                        if !is_over && holds(bouts, &done) {
                            // Nobody wrote how far to go above a smaller dose.
                            (slot.amount, slot.most) = (slot.amount.min(less(rule, whole)), None);
                        }
                    }
                    Follows::Less(..) | Follows::GoesOn => {}
                }
            }
        }
    }

    /// Whether the bout was neither over nor answered when the trouble came.
    fn is_after(
        &self,
        trouble: &Trouble,
        line: &str,
        day: NaiveDate,
        place: &str,
        slot: &Slot,
    ) -> bool {
        let said = self.facts.said(line, day, place);
        let was_answered = said.is_some_and(|said| said.live && said.at <= trouble.at);
        trouble.at < slot.ends && !was_answered
    }

    /// Whether an OK that the line hangs on was taken back at that moment, and put back since: nobody was asked for it.
    fn was_without_ok(&self, line: &str, at: Second) -> bool {
        let line = self.line(line);
        let phases = self.sheet.all("phase").into_iter();
        let mut phases = phases.filter(|phase| text(line, "phase") == Some(Self::id(phase)));
        let of_phase = phases.next().and_then(|phase| text(phase, "clearance"));
        let needed = [text(line, "clearance"), of_phase];
        let words = self.facts.answers.iter();
        let mut words = words.filter(|(ok, _)| needed.contains(&Some(ok.as_str())));
        words.any(|(_, word)| {
            word.0
                .windows(2)
                .any(|two| two[0].says != Some(true) && (two[0].at..two[1].at).contains(&at))
        })
    }

    /// What became of the bouts of the line that were asked for between the trouble and that bout.
    pub(super) fn since(
        &self,
        trouble: &Trouble,
        line: &str,
        (day, slot): (NaiveDate, &Slot),
        now: Second,
    ) -> Vec<Is> {
        let mut since = Vec::new();
        for past in trouble.day.iter_days().take_while(|past| *past <= day) {
            for ((of, place), bout) in self.unstopped(past, now).iter() {
                let is_before = past < day || bout.nth < slot.nth;
                let is_asked =
                    !matches!(bout.is, Is::Paused | Is::NotRequired | Is::Available | Is::Stopped);
                if of == line
                    && is_before
                    && is_asked
                    && !self.was_without_ok(line, bout.ends)
                    && !is_its(trouble, line, past, place)
                    && self.is_after(trouble, line, past, place, bout)
                {
                    since.push(bout.is);
                }
            }
        }
        since
    }
}

/// Whether the trouble came in that bout.
fn is_its(trouble: &Trouble, line: &str, day: NaiveDate, place: &str) -> bool {
    trouble.line.as_deref() == Some(line)
        && trouble.place.as_deref() == Some(place)
        && trouble.day == day
}

/// What the rule says.
pub(super) fn follows(rule: &Table) -> Follows<'_> {
    let lasts = match text(rule, "lasts") {
        Some("next-time") => Some(1),
        Some(_) => None,
        None => number(rule, "bouts"),
    };
    match text(rule, "then").unwrap() {
        "go-on" => Follows::GoesOn,
        "less" => Follows::Less(rule, lasts),
        _ => Follows::Stop(lasts),
    }
}

/// The smaller dose: never none.
pub(super) fn less(rule: &Table, whole: i64) -> i64 {
    if let Some(dose) = rule.get("dose").and_then(Value::as_table) {
        return number(dose, "repetitions").unwrap();
    }
    part(rule, whole)
}
