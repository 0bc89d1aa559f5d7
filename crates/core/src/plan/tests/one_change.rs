//! One part of a plan is changed: it is told, and nothing else but what follows from it.

use proptest::prelude::*;
use proptest::sample::Index;

use super::strategies::revision;
use crate::catalogue::Tempo;
use crate::plan::ChangedThing::{self, *};
use crate::plan::{
    AwakeHours, Bouts, DayOffThen, DayPattern, Frequency, Fusion, Kilograms, NoteAbout, PainLasts,
    Prescription, Revision, Side, Stage, StageBegins, changes,
};
use crate::safety::Flag;
use crate::time::{DayRef, QuietHours, Stretch, WallTime, Weekday};

/// What is changed, what that must be told as, and what may follow from it.
struct OneChange {
    thing: ChangedThing,
    /// `None` where the plan has no such part.
    make: fn(&mut Revision, Index) -> Option<()>,
    follows: &'static [ChangedThing],
}

/// A change from which nothing follows.
const fn alone(thing: ChangedThing, make: fn(&mut Revision, Index) -> Option<()>) -> OneChange {
    OneChange { thing, make, follows: &[] }
}

/// A change from which other things follow: a title stands in other sentences, a day moves what hangs on it.
const fn with(
    thing: ChangedThing,
    follows: &'static [ChangedThing],
    make: fn(&mut Revision, Index) -> Option<()>,
) -> OneChange {
    OneChange { thing, make, follows }
}

const TITLE_OF_LINE: &[ChangedThing] = &[BadDay, DayOff, Pain, LineStages];
const TITLE_OF_ROUND: &[ChangedThing] = &[DayType, LineHowOften, LineStages];
const WORDS_OF_OK: &[ChangedThing] = &[Phase, LineWaits, LineStages, Precaution];
const DAYS: &[ChangedThing] = &[Phase, Precaution, LineSpan, LineStages];

fn one_of<T>(list: &mut [T], at: Index) -> Option<&mut T> {
    if list.is_empty() { None } else { Some(at.get_mut(list)) }
}

/// Another text, or none where there was one.
fn other(text: &mut Option<String>) -> Option<()> {
    *text = if text.is_some() { None } else { Some("other".to_owned()) };
    Some(())
}

fn other_time(time: &mut Option<WallTime>) -> Option<()> {
    *time = if time.is_some() { None } else { WallTime::new(12, 0) };
    Some(())
}

fn line(plan: &mut Revision, at: Index, make: impl FnOnce(&mut Prescription)) -> Option<()> {
    one_of(&mut plan.lines, at).map(make)
}

const CHANGES: &[OneChange] = &[
    // The head
    alone(Title, |plan, _| {
        plan.title.push('x');
        Some(())
    }),
    alone(Author, |plan, _| other(&mut plan.author)),
    alone(Caution, |plan, _| other(&mut plan.caution)),
    alone(Operation, |plan, _| other(&mut plan.surgery.operation)),
    alone(Fusion, |plan, _| {
        let fusion = &mut plan.surgery.fusion;
        *fusion = if *fusion == Fusion::No { Fusion::Yes } else { Fusion::No };
        Some(())
    }),
    with(SurgeryDate, DAYS, |plan, _| {
        plan.surgery.date = plan.surgery.date.plus(-1);
        Some(())
    }),
    with(Discharge, DAYS, |plan, _| {
        plan.surgery.discharge = Some(plan.surgery.discharge?.plus(1));
        Some(())
    }),
    with(Starts, DAYS, |plan, _| {
        plan.starts = plan.starts.plus(1);
        Some(())
    }),
    with(Review, &[Precaution], |plan, _| {
        plan.review = Some(plan.review?.plus(1));
        Some(())
    }),
    alone(Ends, |plan, _| {
        plan.ends = plan.ends.map_or_else(|| Some(plan.starts.plus(900)), |_| None);
        Some(())
    }),
    alone(WeekStarts, |plan, _| {
        plan.week_starts = plan.week_starts.succ();
        Some(())
    }),
    alone(GapDays, |plan, _| {
        plan.gap_days = if plan.gap_days == 2 { 60 } else { plan.gap_days - 1 };
        Some(())
    }),
    alone(DayHours, |plan, _| {
        let from = plan.day_start;
        plan.quiet_hours = match plan.quiet_hours {
            Some(_) => None,
            None => Some(QuietHours { from, until: from }),
        };
        Some(())
    }),
    alone(DayHours, |plan, _| {
        let until = WallTime::from_minutes_const(plan.day_start.minutes() + 1439);
        let awake = AwakeHours { from: plan.day_start, until };
        plan.awake = if plan.awake == Some(awake) { None } else { Some(awake) };
        Some(())
    }),
    // A line
    alone(LineWords, |plan, at| line(plan, at, |line| line.as_written.push('x'))),
    alone(LineWords, |plan, at| line(plan, at, |line| _ = other(&mut line.sheet_no))),
    alone(LineWords, |plan, at| line(plan, at, |line| _ = other(&mut line.source))),
    with(LineExercise, TITLE_OF_LINE, |plan, at| line(plan, at, |line| line.title.push('x'))),
    alone(LineExercise, |plan, at| line(plan, at, |line| line.flags.push(Flag::Lift))),
    alone(LineExercise, |plan, at| {
        line(plan, at, |line| {
            let tempo = Tempo { out: 7, hold: 8, back: 9 };
            line.tempo = if line.tempo.is_some() { None } else { Some(tempo) };
        })
    }),
    alone(LineExercise, |plan, at| line(plan, at, |line| line.instructions.push("x".to_owned()))),
    alone(LineExercise, |plan, at| {
        line(plan, at, |line| {
            let asked = line.safety_question.is_some();
            line.safety_question = (!asked).then_some(crate::safety::SafetyQuestion::Calf);
        })
    }),
    alone(LineDose, |plan, at| {
        line(plan, at, |line| line.dose.sets = Some(line.dose.sets.unwrap_or(0) % 20 + 1))
    }),
    alone(LineDose, |plan, at| {
        line(plan, at, |line| {
            let most = line.dose.load_most_kg.map_or(1.0, |most| most.0 + 0.1);
            line.dose.load_most_kg = Some(Kilograms(most));
        })
    }),
    alone(LineDose, |plan, at| line(plan, at, |line| _ = other(&mut line.dose.range))),
    alone(LineSide, |plan, at| {
        line(plan, at, |line| {
            line.side = if line.side == Side::Both { Side::Left } else { Side::Both };
        })
    }),
    alone(LineHowOften, |plan, at| {
        line(plan, at, |line| {
            let due = Frequency::Due {
                days: DayPattern::Weekdays(vec![Weekday::Tue, Weekday::Sun]),
                bouts: Bouts::AnyTime { times: 2, most: 5, gap_minutes: Some(7) },
            };
            line.frequency = if line.frequency == due { Frequency::Technique } else { due };
        })
    }),
    alone(LineSpan, |plan, at| {
        line(plan, at, |line| {
            let until = Some(DayRef::AfterStart(33));
            line.stretch = match line.stretch {
                Stretch::Days { from: None, .. } => Stretch::Days { from: until, until: None },
                _ => Stretch::Days { from: None, until },
            };
        })
    }),
    alone(LineWaits, |plan, at| line(plan, at, |line| line.off = !line.off)),
    alone(LineWaits, |plan, at| {
        let clearance = plan.clearances.first().map(|clearance| clearance.id.clone())?;
        line(plan, at, |line| {
            line.clearance = if line.clearance.is_some() { None } else { Some(clearance) };
        })
    }),
    alone(LineStages, |plan, at| {
        line(plan, at, |line| {
            line.stages.push(Stage {
                as_written: None,
                begins: StageBegins::AfterDoneDays(3),
                until: None,
                dose: line.dose.clone(),
                side: None,
                frequency: None,
                replaces: Vec::new(),
            });
        })
    }),
    alone(LineStages, |plan, at| {
        let growth = one_of(&mut plan.lines, at)?.growth.as_mut()?;
        growth.every_days += 1;
        Some(())
    }),
    // The rules
    alone(DayType, |plan, at| one_of(&mut plan.day_types, at).map(|one| one.title.push('x'))),
    alone(DayType, |plan, at| other_time(&mut one_of(&mut plan.day_types, at)?.start)),
    with(Phase, &[LineSpan], |plan, at| {
        one_of(&mut plan.phases, at).map(|one| one.title.push('x'))
    }),
    with(Clearance, WORDS_OF_OK, |plan, at| {
        one_of(&mut plan.clearances, at).map(|one| one.as_written.push('x'))
    }),
    alone(Clearance, |plan, at| other(&mut one_of(&mut plan.clearances, at)?.from_whom)),
    with(Appointment, &[Precaution], |plan, at| {
        one_of(&mut plan.appointments, at).map(|one| one.date = one.date.plus(1))
    }),
    with(Programme, &[LineHowOften, LineStages], |plan, at| {
        one_of(&mut plan.programmes, at).map(|one| one.title.push('x'))
    }),
    alone(Programme, |plan, at| one_of(&mut plan.programmes, at).map(|one| one.turns.reverse())),
    with(Round, TITLE_OF_ROUND, |plan, at| {
        one_of(&mut plan.rounds, at).map(|one| one.title.push('x'))
    }),
    alone(Round, |plan, at| other(&mut one_of(&mut plan.rounds, at)?.missed_dose.as_written)),
    alone(Round, |plan, at| other_time(&mut one_of(&mut plan.rounds, at)?.missed_dose.latest_ring)),
    alone(MissedDose, |plan, _| {
        plan.missed_dose.as_written = Some(plan.missed_dose.as_written.clone()? + "x");
        Some(())
    }),
    alone(Precaution, |plan, at| other(&mut one_of(&mut plan.precautions, at)?.source)),
    alone(Precaution, |plan, at| {
        let limit = one_of(&mut plan.precautions, at)?;
        limit.until.told_otherwise = !limit.until.told_otherwise;
        Some(())
    }),
    alone(Pain, |plan, at| {
        let rule = one_of(&mut plan.pain.as_mut()?.rules, at)?;
        rule.lasts = match rule.lasts {
            PainLasts::NextTime => PainLasts::Bouts(3),
            PainLasts::Bouts(_) | PainLasts::UntilTold => PainLasts::NextTime,
        };
        Some(())
    }),
    alone(BadDay, |plan, at| {
        one_of(&mut plan.bad_day.as_mut()?.minimum, at)?.bouts += 1;
        Some(())
    }),
    alone(DayOff, |plan, at| {
        let day_off = one_of(&mut plan.days_off, at)?;
        day_off.then = match day_off.then {
            DayOffThen::Skip => DayOffThen::Shift,
            DayOffThen::Shift => DayOffThen::Skip,
        };
        Some(())
    }),
    alone(ReEntry, |plan, _| {
        plan.re_entry.as_mut()?.as_written.push('x');
        Some(())
    }),
    alone(Note, |plan, at| {
        let note = one_of(&mut plan.notes, at)?;
        let is_pain = note.about == NoteAbout::Pain;
        note.about = if is_pain { NoteAbout::General } else { NoteAbout::Pain };
        Some(())
    }),
    alone(Contact, |plan, at| one_of(&mut plan.contacts, at).map(|one| one.number.push('x'))),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_change_is_told_and_nothing_else(before in revision(), at in any::<Index>()) {
        for change in CHANGES {
            let mut after = before.clone();
            if (change.make)(&mut after, at).is_none() {
                continue;
            }
            let told: Vec<_> =
                changes(Some(&before), &after).into_iter().map(|change| change.thing).collect();
            let own = told.iter().filter(|thing| **thing == change.thing).count();
            let others = told.iter().filter(|thing| **thing != change.thing);
            let is_expected = |thing: &&ChangedThing| change.follows.contains(thing);
            prop_assert!(own >= 1, "{:?} was not told: {:?}", change.thing, told);
            prop_assert!(own == 1 || change.follows.contains(&change.thing), "{:?}", told);
            prop_assert!(others.clone().all(|thing| is_expected(&thing)), "{:?}: {:?}", change.thing, told);
        }
    }
}

#[test]
fn each_kind_of_thing_is_changed_once() {
    let tried: std::collections::BTreeSet<_> =
        CHANGES.iter().map(|change| format!("{:?}", change.thing)).collect();
    // A line that is new or gone, and the order of lines, are in `differences`; weeks that are counted
    // otherwise move everything.
    assert_eq!(tried.len(), 35, "{tried:?}");
}
