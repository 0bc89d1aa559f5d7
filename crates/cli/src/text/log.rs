//! Entries in words.

use backwise_core::record::{BoutPlace, Outcome, PartCount};

use super::{Page, name_of};
use crate::answer::{Entered, Entry};

/// What was entered, and the record that says so.
pub(super) fn entry(page: Page<'_>, entry: &Entry) -> String {
    let record = entry.record.to_string();
    match &entry.what {
        Entered::Bout { bout, title, round, one_of_several, outcome } => {
            let key = if entry.already { "entry-already" } else { "entry-bout" };
            let place = match (&bout.place, round) {
                (BoutPlace::Round(id), round) => round.clone().unwrap_or_else(|| id.to_string()),
                (BoutPlace::AnyTime(time), _) if *one_of_several => {
                    page.say("agenda-time", &[("n", time.to_string().into())])
                }
                (BoutPlace::AnyTime(_), _) => page.say("entry-any-time", &[]),
            };
            let day = page.words.day_and_year(bout.day);
            let args = [
                ("title", title.as_str().into()),
                ("place", place.into()),
                ("day", day.into()),
                ("outcome", self::outcome(page, outcome).into()),
            ];
            let record = page.say("entry-record", &[("record", record.into())]);
            format!("{}\n{record}\n", page.say(key, &args))
        }
        Entered::Pain { place, score } => {
            let args = [("place", name_of(place).into()), ("score", score.to_string().into())];
            let record = page.say("entry-record", &[("record", record.into())]);
            format!("{}\n{record}\n", page.say("entry-pain", &args))
        }
        Entered::Undone { record } => {
            page.say("entry-undone", &[("record", record.to_string().into())]) + "\n"
        }
    }
}

fn outcome(page: Page<'_>, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done => page.say("state-done", &[]),
        Outcome::Partly { sets, repetitions, seconds, counted, reason } => {
            let sets = sets.map(|n| page.words.text("dose-sets", &[("sets", n.into())]));
            let repetitions =
                repetitions.map(|n| page.words.text("dose-times", &[("times", n.into())]));
            let time = seconds.map(|n| match n % 60 {
                0 => page.words.text("dose-minutes", &[("minutes", (n / 60).into())]),
                _ => page.words.text("item-seconds", &[("seconds", n.into())]),
            });
            let counted = counted.map(|said| {
                let (key, unit, n) = match said {
                    PartCount::Breaths(n) => ("dose-breaths", "breaths", n),
                    PartCount::Steps(n) => ("dose-steps", "steps", n),
                    PartCount::Metres(n) => ("dose-metres", "metres", n),
                };
                page.words.text(key, &[(unit, n.into())])
            });
            let partly = page.say("state-partly", &[]);
            let because = reason.map(|reason| {
                page.words.text("outcome-because", &[("reason", name_of(reason).into())])
            });
            let parts = [Some(partly), sets, repetitions, time, counted, because];
            page.list(parts.into_iter().flatten())
        }
        Outcome::Skipped { reason } => {
            page.say("state-skipped", &[("reason", name_of(reason).into())])
        }
        Outcome::SaidNotDone => page.say("state-said-not-done", &[]),
    }
}
