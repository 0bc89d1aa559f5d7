//! Entries in words.

use backwise_core::record::{BoutPlace, Outcome, PartCount};
use backwise_core::schedule::{AgendaStop, PainFollows, PainOutcome};

use super::{Page, name_of};
use crate::answer::{Entered, Entry};

/// What was entered, and the record that says so.
pub(super) fn entry(page: Page<'_>, entry: &Entry) -> String {
    let record = entry.record.to_string();
    match &entry.what {
        Entered::Bout { bout, title, round, one_of_several, outcome, stops } => {
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
            let told = stops.iter().flat_map(|stop| of_all(page, stop));
            let record = page.say("entry-record", &[("record", record.into())]);
            let lines = [page.say(key, &args)].into_iter().chain(told);
            lines.chain([record]).map(|line| line + "\n").collect()
        }
        Entered::Pain { place, score, follows, stops } => {
            let args = [("place", name_of(place).into()), ("score", score.to_string().into())];
            let told = follows.iter().flat_map(|follows| self::follows(page, follows));
            let stopped = stops.iter().map(|stop| stopped(page, stop));
            let record = page.say("entry-record", &[("record", record.into())]);
            let lines = [page.say("entry-pain", &args)].into_iter().chain(told).chain(stopped);
            lines.chain([record]).map(|line| line + "\n").collect()
        }
        Entered::Undone { record } => {
            page.say("entry-undone", &[("record", record.to_string().into())]) + "\n"
        }
    }
}

/// What the plan says to do about a number: what it means, the sheet's words, and whom to ring.
fn follows(page: Page<'_>, follows: &PainFollows) -> Vec<String> {
    let PainFollows { outcome, as_written, ring } = follows;
    let told = page.say("pain-follows", &[("outcome", name_of(outcome).into())]);
    let words = as_written
        .as_deref()
        .map(|words| page.words.text("stopped-rule", &[("words", words.into())]));
    let ring = ring.as_deref().map(|who| page.say("pain-ring", &[("who", who.into())]));
    [Some(told), words, ring].into_iter().flatten().collect()
}

/// That all is stopped since a second exercise was left for pain, what that is, and whom to ring.
fn of_all(page: Page<'_>, stop: &AgendaStop) -> Vec<String> {
    let told = page
        .say("pain-follows", &[("outcome", name_of(PainOutcome::StopSessionSecondStop).into())]);
    let ring = stop.ring.as_deref().map(|who| page.say("pain-ring", &[("who", who.into())]));
    [Some(told), Some(stopped(page, stop)), ring].into_iter().flatten().collect()
}

/// What is stopped, and for how long.
fn stopped(page: Page<'_>, stop: &AgendaStop) -> String {
    let titles = page.list(stop.lines.iter().map(|line| line.title.clone()));
    let lasts = match stop.bouts {
        Some(bouts) => {
            let args = [("count", stop.lines.len().into()), ("bouts", u32::from(bouts).into())];
            page.words.text("stopped-bouts", &args)
        }
        None => page.words.text("stopped-until-told", &[]),
    };
    format!("{}: {titles}. {lasts}", page.say("heading-stopped", &[]))
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
