//! The rules of a plan as text.

use super::line::entries_of;
use super::page::{Page, quoted};
use super::word_of;
use crate::plan::read::{ASK_PAIN, DAY_OFF_THEN, NOTE_ABOUTS, PAIN_PLACES, PAIN_WHEN, ROUNDINGS};
use crate::plan::{
    Advance, DayType, MissedDose, Pain, PainAction, PainLasts, PainRule, PainTrigger, Part,
    Precaution, Programme, Revision,
};
use crate::safety::LIMIT_KINDS;

impl Page {
    pub(super) fn rules_before_lines(&mut self, revision: &Revision) {
        for day_type in &revision.day_types {
            self.day_type(day_type);
        }
        for clearance in &revision.clearances {
            self.heading("[[clearance]]");
            self.text("id", &clearance.id);
            self.text("as_written", &clearance.as_written);
            self.maybe_text("from_whom", clearance.from_whom.as_ref());
            self.maybe_value("ask_on", clearance.ask_on);
        }
        for appointment in &revision.appointments {
            self.heading("[[appointment]]");
            self.text("id", &appointment.id);
            self.text("title", &appointment.title);
            self.value("date", appointment.date);
            self.maybe_text("as_written", appointment.as_written.as_ref());
        }
        for phase in &revision.phases {
            self.heading("[[phase]]");
            self.text("id", &phase.id);
            self.text("title", &phase.title);
            self.stretch(phase.stretch);
            self.maybe_text("clearance", phase.clearance.as_ref());
        }
        for programme in &revision.programmes {
            self.programme(programme);
        }
        if revision.missed_dose != MissedDose::default() {
            self.heading("[missed_dose]");
            self.missed_dose(&revision.missed_dose);
        }
        for round in &revision.rounds {
            self.heading("[[round]]");
            self.text("id", &round.id);
            self.text("title", &round.title);
            self.maybe_text("at", round.at);
            self.maybe_text("routine", round.routine.as_ref());
            self.missed_dose(&round.missed_dose);
        }
    }

    pub(super) fn rules_after_lines(&mut self, revision: &Revision) {
        for precaution in &revision.precautions {
            self.precaution(precaution);
        }
        if let Some(pain) = &revision.pain {
            self.pain(pain);
        }
        if let Some(bad_day) = &revision.bad_day {
            self.heading("[bad_day]");
            self.text("as_written", &bad_day.as_written);
            let minimum: Vec<String> = bad_day
                .minimum
                .iter()
                .map(|least| {
                    format!("{{ line = {}, bouts = {} }}", quoted(least.line.as_str()), least.bouts)
                })
                .collect();
            if !minimum.is_empty() {
                self.value("minimum", format!("[{}]", minimum.join(", ")));
            }
        }
        for day_off in &revision.days_off {
            self.heading("[[day_off]]");
            self.text("as_written", &day_off.as_written);
            self.weekdays(&day_off.weekdays);
            self.dates(&day_off.dates);
            self.maybe_list("except", &day_off.except);
            self.text("then", word_of(&DAY_OFF_THEN, day_off.then));
        }
        if let Some(re_entry) = &revision.re_entry {
            self.heading("[re_entry]");
            self.text("as_written", &re_entry.as_written);
            if let Some((part, days)) = re_entry.part {
                self.part(part);
                self.value("for_days", days);
            }
        }
        for note in &revision.notes {
            self.heading("[[note]]");
            self.text("about", word_of(&NOTE_ABOUTS, note.about));
            self.maybe_text("sheet_no", note.sheet_no.as_ref());
            self.text("as_written", &note.as_written);
        }
        for contact in &revision.contacts {
            self.heading("[[contact]]");
            self.text("name", &contact.name);
            self.text("number", &contact.number);
            self.maybe_text("hours", contact.hours.as_ref());
            self.maybe_text("about", contact.about.as_ref());
        }
    }

    fn day_type(&mut self, day_type: &DayType) {
        self.heading("[[day_type]]");
        self.text("id", &day_type.id);
        self.text("title", &day_type.title);
        self.weekdays(&day_type.weekdays);
        self.dates(&day_type.dates);
        self.maybe_text("start", day_type.start);
        Page::times(self, day_type.quiet_hours, day_type.awake);
        if !day_type.times.is_empty() {
            let times = day_type.times.iter().map(|(round, at)| {
                format!("{{ round = {}, at = \"{at}\" }}", quoted(round.as_str()))
            });
            self.value("times", format!("[{}]", times.collect::<Vec<_>>().join(", ")));
        }
        self.maybe_list("leave_out", &day_type.leave_out);
    }

    fn programme(&mut self, programme: &Programme) {
        self.heading("[[programme]]");
        self.text("id", &programme.id);
        self.text("title", &programme.title);
        self.list("turns", &programme.turns);
        self.days(&programme.days);
        match programme.advance {
            Advance::Calendar(from) => {
                self.text("advance", "calendar");
                self.value("turns_from", from);
            }
            Advance::Done => self.text("advance", "done"),
        }
    }

    fn missed_dose(&mut self, rule: &MissedDose) {
        self.maybe_text("as_written", rule.as_written.as_ref());
        self.maybe_value("gap_minutes", rule.gap_minutes);
        self.maybe_value("most_a_day", rule.most_a_day);
        self.maybe_text("latest_start", rule.latest_start);
        self.maybe_text("latest_ring", rule.latest_ring);
    }

    fn precaution(&mut self, precaution: &Precaution) {
        self.heading("[[precaution]]");
        self.text("as_written", &precaution.as_written);
        self.maybe_text("source", precaution.source.as_ref());
        let kinds: Vec<_> =
            precaution.kinds.iter().map(|kind| word_of(&LIMIT_KINDS, *kind)).collect();
        self.maybe_list("kinds", &kinds);
        self.maybe_value("lift_kg", precaution.lift_kg);
        self.maybe_value("sit_minutes", precaution.sit_minutes);
        self.maybe_value("up_minutes", precaution.up_minutes);
        self.day("until_day", "until", precaution.until.day);
        self.maybe_text("until_appointment", precaution.until.appointment.as_ref());
        self.maybe_text("clearance", precaution.until.clearance.as_ref());
        self.when("until_told_otherwise", precaution.until.told_otherwise);
    }

    fn pain(&mut self, pain: &Pain) {
        self.heading("[pain]");
        self.maybe_text("as_written", pain.as_written.as_ref());
        self.maybe_word("ask", &ASK_PAIN, pain.ask);
        for rule in &pain.rules {
            self.pain_rule(rule);
        }
    }

    fn pain_rule(&mut self, rule: &PainRule) {
        self.heading("[[pain.rule]]");
        self.text("as_written", &rule.as_written);
        self.maybe_list("lines", &rule.lines);
        self.text("where", word_of(&PAIN_PLACES, rule.place));
        match rule.trigger {
            PainTrigger::Over(score) => self.value("over", score),
            PainTrigger::AtLeast(score) => self.value("at_least", score),
            PainTrigger::Spreading => self.value("spreading", true),
            PainTrigger::Worse => self.value("worse", true),
        }
        self.text("when", word_of(&PAIN_WHEN, rule.when));
        match &rule.then {
            PainAction::GoOn => self.text("then", "go-on"),
            PainAction::Stop => self.text("then", "stop"),
            PainAction::Part(part) => {
                self.text("then", "less");
                self.part(*part);
            }
            PainAction::Dose(dose) => {
                self.text("then", "less");
                let entries =
                    entries_of(dose).into_iter().map(|(key, value)| format!("{key} = {value}"));
                self.value("dose", format!("{{ {} }}", entries.collect::<Vec<_>>().join(", ")));
            }
        }
        match rule.lasts {
            PainLasts::NextTime => self.text("lasts", "next-time"),
            PainLasts::UntilTold => self.text("lasts", "until-told"),
            PainLasts::Bouts(bouts) => self.value("bouts", bouts),
        }
        self.maybe_text("ring", rule.ring.as_ref());
    }

    fn part(&mut self, part: Part) {
        self.value("percent", part.percent);
        self.text("rounding", word_of(&ROUNDINGS, part.rounding));
    }
}
