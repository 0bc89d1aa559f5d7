//! Days and reminders in words.

use backwise_core::record::BoutPlace;
use backwise_core::schedule::{
    Agenda, AgendaAsNeeded, AgendaItem, AgendaPause, AgendaRound, AgendaStop, AgendaWords, AtEnd,
    Ended, InTurn, InWeek, PartDone, Reminded, RoundTimes, State, TimeOfPlan, WeekOfLine,
};
use backwise_core::time::WallTime;

use super::plan::limit;
use super::sheet::{notes, one_line};
use super::{Page, aligned, name_of};
use crate::answer::Reminders;

/// Each day, with an empty line between them.
pub(super) fn agenda(page: Page<'_>, days: &[Agenda]) -> String {
    days.iter().map(|agenda| day(page, agenda)).collect::<Vec<_>>().join("\n")
}

/// The reminders, a line each, and whether they will be shown.
pub(super) fn reminders(page: Page<'_>, reminders: &Reminders) -> String {
    let reach = page.reach(&reminders.reach);
    if reminders.coming.is_empty() {
        return format!("{}\n{reach}\n", page.say("reminders-none", &[]));
    }
    let rows: Vec<_> = reminders
        .coming
        .iter()
        .map(|reminder| {
            vec![
                page.words.day_and_year(reminder.key.day),
                page.words.time(reminder.at),
                reminder.title.clone(),
                page.say("reminders-items", &[("n", reminder.items.into())]),
            ]
        })
        .collect();
    format!("{}\n\n{reach}\n", aligned(&rows).join("\n"))
}

fn day(page: Page<'_>, agenda: &Agenda) -> String {
    let key = if agenda.after_surgery < 0 { "agenda-before-surgery" } else { "agenda-day" };
    let args = [
        ("day", page.words.day_and_year(agenda.day).into()),
        ("n", agenda.after_surgery.to_string().into()),
        ("week", agenda.week.to_string().into()),
    ];
    let mut head = vec![page.say(key, &args)];
    let number = agenda.revision.to_string();
    head.push(
        page.say(
            "plan-name",
            &[("title", agenda.title.as_str().into()), ("number", number.into())],
        ),
    );
    head.extend(agenda.caution.clone());
    match agenda.time_of_plan {
        TimeOfPlan::Before => head.push(page.say("agenda-before-plan", &[])),
        TimeOfPlan::During | TimeOfPlan::After => {}
    }
    if let Some(at_end) = agenda.at_end {
        head.push(match at_end {
            AtEnd::Over(day) => {
                let day = page.words.day_and_year(day);
                page.say("agenda-after-plan", &[("day", day.into())])
            }
            AtEnd::Waits => page.words.text("today-waits-text", &[]),
        });
    }
    if let Some(review) = agenda.review_was_due {
        let review = page.words.day_and_year(review);
        head.push(page.say("agenda-review-was-due", &[("day", review.into())]));
    }
    if let Some(put_off) = agenda.put_off {
        let day = |day| page.words.day_and_year(day).into();
        let args = [("to", day(put_off.to)), ("from", day(put_off.counts_from))];
        head.push(page.words.text("put-off-text", &args));
    }
    head.extend(agenda.pause.as_ref().map(|pause| self::pause(page, pause)));
    head.extend(agenda.bad_day.map(|_| page.say("agenda-bad-day", &[])));
    let during = agenda.time_of_plan == TimeOfPlan::During;
    let is_asked = !agenda.rounds.is_empty() || !agenda.any_time.is_empty();
    if during && !is_asked && !agenda.is_put_off() && agenda.at_end.is_none() {
        head.push(page.say("agenda-nothing", &[]));
    }
    let mut text = head.join("\n") + "\n";
    for round in &agenda.rounds {
        let times = round.times.as_ref().map(|told| format!("  {}\n", times(page, round, told)));
        let heading = round_heading(page, round);
        let times = times.unwrap_or_default();
        text += &format!("\n{heading}\n{times}{}", items(page, &round.items));
    }
    if !agenda.any_time.is_empty() {
        let heading = page.say("heading-any-time", &[]);
        text += &format!("\n{heading}\n{}", items(page, &agenda.any_time));
    }
    text += &page.section("heading-as-needed", &as_needed(page, &agenda.as_needed));
    text += &page.section("heading-weeks", &weeks(page, &agenda.weeks));
    text += &page.section("heading-in-words", &in_words(page, &agenda.in_words));
    let limits: Vec<_> = agenda
        .precautions
        .iter()
        .map(|precaution| limit(page, &precaution.as_written, precaution.until))
        .collect();
    text += &page.section("heading-limits", &limits);
    text += &page.section("heading-stopped", &stopped_until(page, &agenda.stops));
    text + &page.section("heading-notes", &notes(page, &agenda.notes))
}

/// Since when, whether it waits for the person's word, and why, where that was said.
fn pause(page: Page<'_>, pause: &AgendaPause) -> String {
    let from = page.words.day_and_year(pause.from);
    let key = if pause.is_waiting { "agenda-pause-waits" } else { "agenda-pause" };
    let mut said = page.say(key, &[("from", from.into())]);
    if let Some(reason) = &pause.reason {
        let why = page.words.text(&format!("pause-why-{}", name_of(reason.why)), &[]);
        let mut args = vec![("why", why.into())];
        let words = reason.words.as_deref().map(|words| ("words", words.into()));
        let key = if words.is_some() { "pause-because-words" } else { "pause-because" };
        args.extend(words);
        said = format!("{said} {}", page.words.text(key, &args));
    }
    said
}

fn round_heading(page: Page<'_>, round: &AgendaRound) -> String {
    let minutes = round
        .about_minutes
        .map(|minutes| page.say("agenda-about-minutes", &[("minutes", minutes.into())]));
    // A round by the clock is called by its time, and one that hangs on a routine has none.
    let title = Some(round.title.clone()).filter(|title| !title.is_empty());
    let parts = page.list([title, round.routine.clone(), minutes].into_iter().flatten());
    let at = round.at.map(|at| page.words.time(at));
    [at, Some(parts)].into_iter().flatten().collect::<Vec<_>>().join(" ").trim_end().to_owned()
}

/// Planned, reminded and done, side by side.
fn times(page: Page<'_>, round: &AgendaRound, told: &RoundTimes) -> String {
    let at = |at: Option<WallTime>| at.map(|at| page.words.time(at)).unwrap_or_default();
    let (reminded, shown) = match told.reminded {
        None => ("none", None),
        Some(Reminded::Shown { at }) => ("shown", Some(at)),
        Some(Reminded::SilentBecauseDone) => ("silent-because-done", None),
        Some(Reminded::Undeliverable) => ("undeliverable", None),
        Some(Reminded::SwitchedOff) => ("switched-off", None),
        Some(Reminded::AppOpen { at }) => ("app-open", Some(at)),
        Some(Reminded::Not) => ("not", None),
    };
    let (ended, time) = match told.ended {
        None => ("none", None),
        Some(Ended::Done { at }) => (if at.is_some() { "done" } else { "done-later" }, at),
        Some(Ended::Partly { at }) => (if at.is_some() { "partly" } else { "partly-later" }, at),
        Some(Ended::Skipped) => ("skipped", None),
        Some(Ended::NoEntry) => ("no-entry", None),
    };
    let planned = round.at.map(|at| page.words.time(at)).or_else(|| round.routine.clone());
    let args = [
        ("planned", planned.unwrap_or_default().into()),
        ("reminded", reminded.into()),
        ("at", at(shown).into()),
        ("ended", ended.into()),
        ("time", at(time).into()),
    ];
    page.words.text("round-times", &args)
}

/// What the person may want, what was recorded of it, and what may still be.
fn as_needed(page: Page<'_>, lines: &[AgendaAsNeeded]) -> Vec<String> {
    let mut out = Vec::new();
    for line in lines {
        let args = [("title", line.title.as_str().into()), ("when", line.when.as_str().into())];
        out.push(page.say("as-needed", &args));
        let most =
            line.most_a_day.map(|n| page.words.text("told-at-most-a-day", &[("n", n.into())]));
        let ask = line.ask_first.as_ref();
        let ask =
            ask.map(|text| page.words.text("told-ask-first", &[("text", text.as_str().into())]));
        let question = line.safety_question.map(|question| {
            let question = page.words.text(&format!("safety-question-{}", name_of(question)), &[]);
            page.words.text("told-ask-first", &[("text", question.into())])
        });
        let said = [most, question, ask].into_iter().flatten();
        out.extend(said.map(|said| format!("  {said}")));
        let bouts: Vec<AgendaItem> = line.recorded.iter().chain(&line.next).cloned().collect();
        out.extend(items(page, &bouts).lines().map(str::to_owned));
    }
    out
}

/// What the team said is to be left until a day. What is stopped without one says so in its line.
fn stopped_until(page: Page<'_>, stops: &[AgendaStop]) -> Vec<String> {
    let with_day = stops.iter().filter_map(|stop| Some((stop, stop.until.as_ref()?)));
    let told = with_day.map(|(stop, until)| {
        let mut args = vec![
            ("title", page.list(stop.lines.iter().map(|line| line.title.clone())).into()),
            ("day", page.words.day_and_year(until.day).into()),
        ];
        let Some(who) = &until.who else { return page.say("agenda-stopped-until", &args) };
        args.push(("who", who.as_str().into()));
        page.say("agenda-stopped-until-who", &args)
    });
    told.collect()
}

/// How far the week has come.
fn weeks(page: Page<'_>, weeks: &[WeekOfLine]) -> Vec<String> {
    let rows: Vec<_> = weeks
        .iter()
        .map(|week| {
            let done = [("done", week.done.into()), ("asked", week.asked.into())];
            let in_turn = |turn: &InTurn| {
                let programme = turn.title.as_str().into();
                let args = [("title", week.title.as_str().into()), ("programme", programme)];
                page.say("week-in-turn", &args)
            };
            let today = match (&week.programme, week.today) {
                (Some(_), InWeek::Resting) => "resting-in-turn".to_owned(),
                (_, today) => name_of(today),
            };
            vec![
                week.sheet_no.clone().unwrap_or_default(),
                week.programme.as_ref().map_or_else(|| week.title.clone(), in_turn),
                page.say("week-done", &done),
                page.say("week-today", &[("today", today.into())]),
            ]
        })
        .collect();
    aligned(&rows)
}

/// Lines that nobody is asked for, and why.
fn in_words(page: Page<'_>, lines: &[AgendaWords]) -> Vec<String> {
    let mut out = Vec::new();
    for line in lines {
        let why = page.say("not-asked-because", &[("why", name_of(line.why).into())]);
        let head = [line.sheet_no.clone(), Some(line.title.clone())];
        let head = head.into_iter().flatten().collect::<Vec<_>>().join("  ");
        let args = [("title", head.into()), ("why", why.into())];
        out.push(page.say("not-asked", &args));
        let words = one_line(&line.as_written);
        out.push(format!("  {}", page.say("line-as-written", &[("words", words.into())])));
    }
    out
}

fn items(page: Page<'_>, items: &[AgendaItem]) -> String {
    let rows: Vec<_> = items
        .iter()
        .map(|item| {
            let record = item
                .record
                .map(|record| page.say("agenda-record", &[("record", record.to_string().into())]));
            vec![
                item.sheet_no.clone().unwrap_or_default(),
                item.title.clone(),
                time_of_day(page, item, items),
                page.dose(&item.dose, item.side),
                state(page, item),
                item.bout.line.to_string(),
                record.unwrap_or_default(),
            ]
        })
        .collect();
    aligned(&rows).iter().map(|line| format!("  {line}\n")).collect()
}

/// Which one of the day it is, where there is more than one and they have no round.
fn time_of_day(page: Page<'_>, item: &AgendaItem, items: &[AgendaItem]) -> String {
    match &item.bout.place {
        BoutPlace::AnyTime(time)
            if items.iter().filter(|other| other.bout.line == item.bout.line).count() > 1 =>
        {
            page.say("agenda-time", &[("n", time.to_string().into())])
        }
        BoutPlace::Round(_) | BoutPlace::AnyTime(_) => String::new(),
    }
}

fn state(page: Page<'_>, item: &AgendaItem) -> String {
    let state = match item.state {
        State::InProgress => page.say("state-in-progress", &[]),
        State::Done => page.say("state-done", &[]),
        State::Partly { .. } => page.list(
            [page.say("state-partly", &[])]
                .into_iter()
                .chain(item.part.map(|part| self::part(page, part))),
        ),
        State::Skipped { reason } => {
            page.say("state-skipped", &[("reason", name_of(reason).into())])
        }
        State::SaidNotDone => page.say("state-said-not-done", &[]),
        State::StoppedByRedFlag => page.say("state-stopped-by-red-flag", &[]),
        State::Withheld => page.say("state-withheld", &[]),
        State::Paused => page.say("state-paused", &[]),
        State::NotRequired => page.say("state-not-required", &[]),
        State::Available => page.say("state-available", &[]),
        State::Upcoming => page.say("state-upcoming", &[]),
        State::Due => page.say("state-due", &[]),
        State::NotReminded => page.say("state-not-reminded", &[]),
        State::NoEntry => page.say("state-no-entry", &[]),
        State::Unknown => page.say("state-unknown", &[]),
    };
    let later = item.entered_later.then(|| page.say("state-entered-later", &[]));
    let corrected = item.corrected.then(|| page.say("state-corrected", &[]));
    page.list([Some(state), later, corrected].into_iter().flatten())
}

/// How much was done, of how much.
fn part(page: Page<'_>, part: PartDone) -> String {
    let args = [
        ("unit", name_of(part.unit).into()),
        ("done", part.done.into()),
        ("asked", part.asked.into()),
    ];
    page.words.text("item-part", &args)
}
