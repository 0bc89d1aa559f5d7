//! Random plans, people and zones: Backwise and the walker say the same of every day.

use std::collections::BTreeSet;

use backwise_core::plan::Revision;
use backwise_core::record::{BoutPlace, SkipReason};
use backwise_core::schedule::{Agenda, AgendaAsNeeded, AgendaItem, NotAsked, State, gap};
use backwise_core::time::{Day, Instant, Whereabouts, Zone};
use chrono::NaiveDate;

use super::announced::our_announced;
use super::beyond::{ask_first, go_beyond};
use super::clock::Second;
use super::corrections::{begin, enter_later, with_corrections};
use super::day::{Is, Slot, Slots};
use super::dice::{Dice, SEED};
use super::facts::{Facts, Told};
use super::here::{Here, instant, revision};
use super::journeys::{journeys, lived};
use super::lines::Walker;
use super::needed::Wanted;
use super::pain_put_right::with_pain_put_right;
use super::people::{facts, plan_records, records};
use super::plans::plan;
use super::put_off::{operations, say_operations};
use super::re_entry::say_how_to_begin_again;
use super::review::say_review;
use super::rings::{our_rings, say_rings};
use super::sheet::{Sheet, plus};
use super::shown::{InWords, Why};
use super::silence::{fall_silent, our_silence, say_gap};
use super::trouble_records::sign_records;
use super::troubles::{happened, with_rules};
use super::weeks::{our_weeks, our_weeks_through};
use super::words::take_back;
use super::zones::{Place, places};

/// Days before the plan and after the present one that are compared, too.
const AROUND: (i64, i64) = (2, 12);

/// A plan, what happened, and the present moment.
pub(super) struct Case {
    pub(super) text: String,
    pub(super) revision: Revision,
    pub(super) sheet: Sheet,
    pub(super) facts: Facts,
    pub(super) today: NaiveDate,
    pub(super) now: Second,
    /// The days on which the clocks change in the year of the plan.
    changes: Vec<NaiveDate>,
    /// Where the person came to, and when, until now.
    journeys: Vec<(Second, Zone)>,
    /// The dice for what was put right later, where anything was.
    put_right: Option<u64>,
}

impl Case {
    /// The case of a number; `None` when its plan is refused, such as for a line that is never due. A change of
    /// the clocks lies in the days before or after the present one. The person lives in `place`, and travels to some
    /// of `others`, where there are any.
    pub(super) fn of(nth: u64, place: &Place, others: &[Place]) -> Option<Self> {
        Self::with(nth, place, others, false)
    }

    /// The same, and where `hurts`, a plan that has rules about pain and limits that lock, and a person whom it hurts.
    pub(super) fn with(nth: u64, place: &Place, others: &[Place], hurts: bool) -> Option<Self> {
        let mut dice = Dice::of(nth);
        let changes = place.changes(&mut dice);
        let change = *dice.pick(&changes);
        let starts = plus(change, -dice.within(0, 30));
        let mut text = plan(&mut dice, starts);
        let mut of_pain = Dice::of(nth + 7_000_000);
        if hurts {
            with_rules(&mut text, &mut of_pain, starts);
        }
        say_how_to_begin_again(&mut text, &mut Dice::of(nth + 15_000_000));
        go_beyond(&mut text, &mut Dice::of(nth + 17_000_000));
        ask_first(&mut text, &mut Dice::of(nth + 29_000_000));
        say_review(&mut text, &mut Dice::of(nth + 19_000_000), starts);
        say_rings(&mut text, &mut Dice::of(nth + 35_000_000));
        say_gap(&mut text, &mut Dice::of(nth + 31_000_000));
        let revision = revision(&text)?;
        let mut journeys = journeys(nth, starts, others);
        let clock = lived(place, &journeys);
        let mut sheet = Sheet { table: text.parse().unwrap(), clock };
        let mut today = loop {
            let day = plus(sheet.starts(), dice.within(0, 35));
            if sheet.exists(day) {
                break day;
            }
        };
        let minutes = (sheet.begins(plus(today, 1)) - sheet.begins(today)) / 60;
        let now = sheet.begins(today) + 60 * dice.within(0, minutes - 1) + dice.within(0, 59);
        // What is still to come nobody knows yet, and without it now may lie in another day.
        journeys.retain(|(at, _)| *at <= now);
        sheet.clock = lived(place, &journeys);
        let lies_in =
            |day: &NaiveDate| (sheet.begins(*day)..sheet.begins(plus(*day, 1))).contains(&now);
        today = plus(today, -2).iter_days().find(lies_in)?;
        let mut facts = facts(&mut dice, &sheet, today, now);
        enter_later(&mut facts, &mut Dice::of(nth + 21_000_000), &sheet, now);
        if hurts {
            happened(&mut facts, &mut of_pain, &sheet, today, now);
            say_operations(&mut facts, &mut Dice::of(nth + 9_000_000), &sheet, today, now);
        }
        take_back(&mut facts, &mut Dice::of(nth + 27_000_000), &sheet, today, now);
        let journeys = journeys.into_iter().map(|(at, there)| (at, there.zone.clone())).collect();
        Some(Self { text, revision, sheet, facts, today, now, changes, journeys, put_right: None })
    }

    pub(super) fn walker(&self) -> Walker<'_> {
        Walker::new(&self.sheet, &self.facts, self.today)
    }

    /// Where the person is and was, who lives in `home`.
    pub(super) fn whereabouts(&self, home: &Zone) -> Whereabouts {
        let mut seen = vec![(instant(0), home.clone())];
        seen.extend(self.journeys.iter().map(|(at, zone)| (instant(*at), zone.clone())));
        let here = seen[seen.len() - 1].1.clone();
        Whereabouts::of(seen, instant(self.now), here)
    }

    /// What Backwise knows.
    fn here(&self, zone: &Zone) -> Here {
        let mut bouts = records(&self.facts);
        let mut facts = plan_records(&self.facts, self.now);
        if let Some(nth) = self.put_right {
            bouts = with_corrections(&self.facts, bouts, &mut Dice::of(nth), self.now);
            facts = with_pain_put_right(facts, &mut Dice::of(nth + 1_000_000_000), self.now);
        }
        Here::new(self.revision.clone(), instant(self.now), zone)
            .knowing(&bouts, &facts)
            .having_signs(&sign_records(&self.facts))
            .having_operations(operations(&self.facts))
            .having_been(self.whereabouts(zone))
    }

    /// What Backwise makes of the days.
    pub(super) fn agendas(&self, zone: &Zone, days: &[NaiveDate]) -> Vec<Agenda> {
        let here = self.here(zone);
        days.iter().map(|day| here.agenda(*day)).collect()
    }

    /// The days of the plan until some after the present one.
    pub(super) fn days(&self) -> Vec<NaiveDate> {
        let last = plus(self.today, AROUND.1);
        plus(self.sheet.starts(), -AROUND.0).iter_days().take_while(|day| *day <= last).collect()
    }

    /// Those, and the days around each change of the clocks later in that year.
    fn all_days(&self) -> BTreeSet<NaiveDate> {
        let around = |change: &NaiveDate| plus(*change, -3).iter_days().take(7);
        let later = self.changes.iter().filter(|change| **change > self.today).flat_map(around);
        self.days().into_iter().chain(later).collect()
    }
}

fn is(state: State) -> Is {
    match state {
        State::Done => Is::Told(Told::Done),
        State::Partly { reason: Some(SkipReason::Pain) } => Is::Told(Told::LeftForPain),
        State::Partly { .. } => Is::Told(Told::Partly),
        State::Skipped { reason: SkipReason::Pain } => Is::Told(Told::SkippedForPain),
        State::Skipped { .. } => Is::Told(Told::Skipped),
        State::SaidNotDone => Is::Told(Told::NotDone),
        State::Paused => Is::Paused,
        State::NotRequired => Is::NotRequired,
        State::Available => Is::Available,
        State::Upcoming => Is::Upcoming,
        State::Due => Is::Due,
        State::NotReminded | State::NoEntry | State::Unknown => Is::Passed,
        State::InProgress => Is::Told(Told::Begun),
        State::Withheld => Is::Withheld,
        State::StoppedByRedFlag => Is::Stopped,
    }
}

/// The number that counts a bout, and how far the person may go above it.
fn our_dose(item: &AgendaItem) -> (i64, Option<i64>) {
    let most = item.dose.up_to.iter().map(|(_, most)| i64::from(*most)).max();
    (item.dose.repetitions.unwrap().into(), most)
}

fn slot(item: &AgendaItem, starts: Instant, ends: Instant) -> ((String, String), Slot) {
    let place = match &item.bout.place {
        BoutPlace::Round(round) => round.to_string(),
        BoutPlace::AnyTime(nth) => nth.to_string(),
    };
    let (amount, most) = our_dose(item);
    let is_told = matches!(is(item.state), Is::Told(_));
    let slot = Slot {
        starts: starts.timestamp(),
        ends: ends.timestamp(),
        not_before: item.not_before.filter(|_| !is_told).map(|at| at.timestamp()),
        is: is(item.state),
        amount,
        most,
        nth: 0,
    };
    ((item.bout.line.to_string(), place), slot)
}

fn ours(agenda: &Agenda, any_time: (Second, Second)) -> Slots {
    let in_rounds = agenda
        .rounds
        .iter()
        .flat_map(|round| round.items.iter().map(|item| slot(item, round.starts, round.ends)));
    let (starts, ends) = (instant(any_time.0), instant(any_time.1));
    in_rounds.chain(agenda.any_time.iter().map(|item| slot(item, starts, ends))).collect()
}

/// The same without the window of what is done at any time, which stands nowhere in the agenda.
pub(super) fn our_slots(agenda: &Agenda) -> Slots {
    ours(agenda, (0, 0))
}

fn our_wanted(agenda: &Agenda) -> Wanted {
    let said = |line: &AgendaAsNeeded| {
        (line.recorded.len(), line.next.as_ref().map(our_dose), line.ask_first.clone())
    };
    agenda.as_needed.iter().map(|line| (line.title.clone(), said(line))).collect()
}

fn our_words(agenda: &Agenda) -> InWords {
    let mut shown = InWords::new();
    for words in &agenda.in_words {
        let why = match words.why {
            NotAsked::Technique => Why::Technique,
            NotAsked::WaitsForOk => Why::WaitsForOk,
            NotAsked::StageWaits => Why::StageWaits,
            NotAsked::Limit => Why::Limit,
        };
        *shown.entry((words.line.to_string(), why)).or_insert(0) += 1;
    }
    shown
}

/// In what Backwise and the walker differ about the bouts of `day`, what is shown beside them, and the weeks.
pub(super) fn differences_of(
    walker: &Walker<'_>,
    agenda: &Agenda,
    day: NaiveDate,
    now: Second,
) -> Vec<String> {
    let mut theirs = walker.slots(day, now);
    theirs.values_mut().for_each(|slot| slot.nth = 0);
    // The window of what is done at any time stands nowhere in the agenda: its state shows it.
    theirs.iter_mut().filter(|((_, place), _)| place.parse::<u8>().is_ok()).for_each(
        |(_, slot)| {
            (slot.starts, slot.ends) = (0, 0);
        },
    );
    let ours_all = our_slots(agenda);
    let wanted = (our_wanted(agenda), walker.wanted(day, now));
    let mut lines = Vec::new();
    let keys: BTreeSet<_> = ours_all.keys().chain(theirs.keys()).collect();
    for key in keys {
        let (our, their) = (ours_all.get(key), theirs.get(key));
        if our != their {
            lines.push(format!("{key:?}\n   ours   {our:?}\n   theirs {their:?}"));
        }
    }
    if wanted.0 != wanted.1 {
        lines.push(format!("as needed\n   ours   {:?}\n   theirs {:?}", wanted.0, wanted.1));
    }
    let (rings, their_rings) = (our_rings(agenda), walker.rings(agenda, day));
    if rings != their_rings && !walker.is_beside_no_day(day) {
        lines.push(format!("rings\n   ours   {rings:?}\n   theirs {their_rings:?}"));
    }
    let (words, weeks) = (our_words(agenda), our_weeks(agenda));
    if words != walker.in_words(day) {
        let theirs = walker.in_words(day);
        lines.push(format!("in words\n   ours   {words:?}\n   theirs {theirs:?}"));
    }
    if weeks != walker.weeks(day, now) {
        let theirs = walker.weeks(day, now);
        lines.push(format!("weeks\n   ours   {weeks:?}\n   theirs {theirs:?}"));
    }
    lines
}

/// The first difference of a case, in words.
fn difference(case: &Case, zone: &Zone) -> Option<String> {
    let days: Vec<NaiveDate> = case.all_days().into_iter().collect();
    let (walker, here) = (case.walker(), case.here(zone));
    for (day, agenda) in days.iter().zip(case.agendas(zone, &days)) {
        let mut lines = differences_of(&walker, &agenda, *day, case.now);
        let theirs = walker.told_to_begin_again(*day);
        let ours = agenda.re_entry.as_ref().map(|again| {
            (again.since.0, again.through.map(|last| last.0), again.as_written.is_some())
        });
        if ours != theirs {
            lines.push(format!("begins again\n   ours   {ours:?}\n   theirs {theirs:?}"));
        }
        let (is_due, kept) = (walker.review_was_due(*day), walker.bad_day_was_kept(*day, case.now));
        if agenda.review_was_due.is_some() != is_due {
            lines.push(format!("the review was due\n   ours   {:?}", agenda.review_was_due));
        }
        if agenda.bad_day_kept != kept {
            let ours = agenda.bad_day_kept;
            lines.push(format!("a bad day kept\n   ours   {ours:?}\n   theirs {kept:?}"));
        }
        let second_stop = here.situation().is_second_stop(Day(*day));
        if second_stop != walker.is_second_stop(*day, case.now) {
            lines.push(format!("a second stop\n   ours   {second_stop}"));
        }
        if agenda.is_today {
            let (situation, revision) = (here.situation(), &case.revision);
            let (ours, theirs) = (our_announced(&agenda), walker.announced(case.now));
            if ours != theirs {
                lines.push(format!("announced\n   ours   {ours:?}\n   theirs {theirs:?}"));
            }
            let (ours, theirs) = (our_silence(gap(&situation)), walker.silence(case.now));
            if ours != theirs {
                lines.push(format!("without an entry\n   ours   {ours:?}\n   theirs {theirs:?}"));
            }
            lines.extend(walker.told_otherwise(&agenda, &situation, revision, case.now));
        }
        if !lines.is_empty() {
            let facts = &case.facts;
            return Some(format!(
                "{day}, seen at {} of {}\n{}\n{}\n{}",
                instant(case.now),
                case.today,
                lines.join("\n"),
                facts.in_words(),
                case.text
            ));
        }
    }
    past_difference(case, &walker, &here)
}

/// The first difference of the weeks that are over, in words.
fn past_difference(case: &Case, walker: &Walker<'_>, here: &Here) -> Option<String> {
    let ours = our_weeks_through(&here.situation(), case.sheet.starts(), case.today);
    let theirs = walker.weeks_through(case.today, case.now);
    let keys: BTreeSet<_> = ours.keys().chain(theirs.keys()).collect();
    let differs = |key: &&&(NaiveDate, String)| ours.get(*key) != theirs.get(*key);
    let key = *keys.iter().find(differs)?;
    Some(format!(
        "{key:?}, seen at {} of {}\n   ours   {:?}\n   theirs {:?}\n{}\n{}",
        instant(case.now),
        case.today,
        ours.get(key),
        theirs.get(key),
        case.facts.in_words(),
        case.text
    ))
}

/// Compares so many plans; every other person travels.
fn compare(count: usize) {
    let places = places();
    let (mut compared, mut nth) = (0, 0);
    let mut differences = Vec::new();
    while compared < count {
        nth += 1;
        assert!(nth < 10 * count, "only {compared} of {nth} plans are plans");
        let place = &places[nth % places.len()];
        let travels = (nth / places.len()).is_multiple_of(2);
        let others = if travels { &places[..] } else { &[] };
        // Three in four live with pain, limits and warning signs.
        let hurts = !(nth / places.len() / 2).is_multiple_of(4);
        let Some(mut case) = Case::with(nth as u64, place, others, hurts) else {
            continue;
        };
        case.put_right = Some(nth as u64 + 23_000_000);
        let mut dice = Dice::of(nth as u64 + 25_000_000);
        begin(&mut case.facts, &mut dice, &case.sheet, case.today, case.now, hurts);
        if !hurts {
            fall_silent(&mut case.facts, &mut Dice::of(nth as u64 + 33_000_000), case.today);
        }
        compared += 1;
        if compared % 500 == 0 {
            eprintln!("seed {SEED}: {compared} of {count} plans were walked through");
        }
        if let Some(difference) = difference(&case, &place.zone) {
            differences.push(format!("plan {nth} in {}: {difference}", place.name));
        }
    }
    assert!(
        differences.is_empty(),
        "seed {SEED}: {} of {count} plans differ. The shortest is\n{}",
        differences.len(),
        differences.iter().min_by_key(|text| text.len()).unwrap()
    );
}

#[test]
fn a_thousand_plans_are_what_the_walker_says() {
    compare(1000);
}

#[test]
#[ignore = "minutes: ./dev oracle"]
fn five_thousand_plans_are_what_the_walker_says() {
    compare(5000);
}
