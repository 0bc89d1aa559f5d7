//! The lines of a plan as text.

use super::page::{Page, quoted};
use super::word_of;
use crate::plan::read::{EVERY_DAY, NONE, NOT_GIVEN, SIDES, key_of};
use crate::plan::{Bouts, DayPattern, Dose, Frequency, Prescription, Stage, StageBegins};
use crate::safety::{FLAGS, SAFETY_QUESTIONS};
use crate::time::weekday_name;

impl Page {
    pub(super) fn line(&mut self, line: &Prescription) {
        self.heading("[[line]]");
        self.text("id", &line.id);
        self.maybe_text("sheet_no", line.sheet_no.as_ref());
        self.text("as_written", &line.as_written);
        self.maybe_text("source", line.source.as_ref());
        self.when("off", line.off);
        self.text("exercise", &line.exercise);
        self.text("title", &line.title);
        self.list("flags", line.flags.iter().map(|flag| word_of(&FLAGS, *flag)));
        match line.tempo {
            Some(tempo) => {
                let (out, hold, back) = (tempo.out, tempo.hold, tempo.back);
                self.value("tempo", format!("{{ out = {out}, hold = {hold}, back = {back} }}"));
            }
            None => self.text("tempo", NONE),
        }
        self.maybe_list("instructions", &line.instructions);
        let question = line.safety_question.map(|asked| word_of(&SAFETY_QUESTIONS, asked));
        self.text("safety_question", question.unwrap_or(NONE));
        self.dose(&line.dose);
        self.text("side", word_of(&SIDES, line.side));
        self.frequency(&line.frequency);
        self.maybe_text("phase", line.phase.as_ref());
        self.stretch(line.stretch);
        self.maybe_text("clearance", line.clearance.as_ref());
        if let Some(growth) = line.growth {
            self.heading("[line.growth]");
            self.text("key", key_of(growth.key));
            self.value("by", growth.by);
            self.value("every_days", growth.every_days);
            self.value("at_most", growth.at_most);
            self.day("from_day", "from", Some(growth.from));
        }
        for stage in &line.stages {
            self.stage(stage);
        }
    }

    fn stage(&mut self, stage: &Stage) {
        self.heading("[[line.stage]]");
        self.maybe_text("as_written", stage.as_written.as_ref());
        match &stage.begins {
            StageBegins::On(day) => self.day("from_day", "from", Some(*day)),
            StageBegins::InWeek(week) => self.value("from_week", week),
            StageBegins::AfterDoneDays(days) => self.value("after_done_days", days),
            StageBegins::WhenAgreed => self.value("when_agreed", true),
            StageBegins::WithClearance { clearance, from } => {
                self.text("clearance", clearance);
                self.day("from_day", "from", *from);
            }
        }
        self.day("until_day", "until", stage.until);
        self.dose(&stage.dose);
        self.maybe_word("side", &SIDES, stage.side);
        if let Some(frequency) = &stage.frequency {
            self.frequency(frequency);
        }
        self.maybe_list("replaces", &stage.replaces);
    }

    pub(super) fn dose(&mut self, dose: &Dose) {
        for (key, value) in entries_of(dose) {
            self.value(key, value);
        }
    }

    pub(super) fn frequency(&mut self, frequency: &Frequency) {
        match frequency {
            Frequency::Due { days, bouts } => {
                self.days(days);
                self.bouts(bouts);
            }
            Frequency::AsNeeded { when, most_a_day, ask_first } => {
                let mut parts = vec![format!("when = {}", quoted(when))];
                parts.extend(most_a_day.map(|most| format!("most_a_day = {most}")));
                parts.extend(ask_first.as_ref().map(|ask| format!("ask_first = {}", quoted(ask))));
                self.value("as_needed", format!("{{ {} }}", parts.join(", ")));
            }
            Frequency::Technique => self.value("technique", true),
        }
    }

    pub(super) fn days(&mut self, days: &DayPattern) {
        match days {
            DayPattern::EveryDay => self.text("days", EVERY_DAY),
            DayPattern::Weekdays(days) => {
                self.list("days", days.iter().map(|day| weekday_name(*day)));
            }
            DayPattern::EveryNDays { n, from } => {
                self.value("every_days", n);
                self.value("counting_from", from);
            }
            DayPattern::TimesAWeek { times, not_two_days_running } => {
                self.value("times_a_week", times);
                self.when("not_two_days_running", *not_two_days_running);
            }
            DayPattern::Turn { programme, turn } => {
                self.text("programme", programme);
                self.text("turn", turn);
            }
        }
    }

    fn bouts(&mut self, bouts: &Bouts) {
        match bouts {
            Bouts::InRounds(rounds) => self.list("rounds", rounds),
            Bouts::AnyTime { times, most, gap_minutes } => {
                if times == most {
                    self.value("times_a_day", times);
                } else {
                    self.value("times_a_day", format!("[{times}, {most}]"));
                }
                self.maybe_value("gap_minutes", *gap_minutes);
            }
            Bouts::EveryHours { hours, between } => {
                self.value("every_hours", hours);
                if let Some((from, until)) = between {
                    self.list("between", [from, until]);
                }
            }
        }
    }
}

/// The keys of a dose with their values as text.
pub(super) fn entries_of(dose: &Dose) -> Vec<(&'static str, String)> {
    let number = |number: Option<u16>| number.map(|number| number.to_string());
    let text = |text: &Option<String>| text.as_deref().map(quoted);
    let list = |words: Vec<String>| (!words.is_empty()).then(|| format!("[{}]", words.join(", ")));
    let up_to: Vec<String> =
        dose.up_to.iter().map(|(key, most)| format!("{} = {most}", key_of(*key))).collect();
    let not_given = dose.not_given.iter().map(|part| quoted(word_of(&NOT_GIVEN, *part))).collect();
    let entries = [
        ("sets", number(dose.sets)),
        ("repetitions", number(dose.repetitions)),
        ("hold_seconds", number(dose.hold_seconds)),
        ("seconds", number(dose.seconds)),
        ("rest_seconds", number(dose.rest_seconds)),
        ("minutes", number(dose.minutes)),
        ("breaths", number(dose.breaths)),
        ("walking_steps", number(dose.walking_steps)),
        ("metres", number(dose.metres)),
        ("load", text(&dose.load)),
        ("load_kg", dose.load_kg.map(|weight| weight.to_string())),
        ("load_most", text(&dose.load_most)),
        ("load_most_kg", dose.load_most_kg.map(|weight| weight.to_string())),
        ("range", text(&dose.range)),
        ("up_to", (!up_to.is_empty()).then(|| format!("{{ {} }}", up_to.join(", ")))),
        ("not_given", list(not_given)),
    ];
    entries.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}
