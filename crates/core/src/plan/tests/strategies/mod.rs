//! Plans that nobody would write and that a file can hold: every feature of the format, any words.

mod days;
mod dose;
mod frequency;
mod line;
mod pain;
mod rules;
mod words;

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use days::{Frame, date};
use words::{choice, lines_of_words, numbered, wall_time, weekday, words};

use crate::ids::{AppointmentId, ClearanceId, LineId, PhaseId, PlanId};
use crate::plan::by_clock::most_by_clock;
use crate::plan::read::{FUSIONS, WEEKS_COUNTED};
use crate::plan::{
    Appointment, Clearance, Frequency, LimitUntil, MissedDose, Phase, Precaution, Prescription,
    REVIEW, Revision, Round, StageBegins, Surgery,
};
use crate::time::{Day, Weekday};

/// Any plan that can be read.
pub(in crate::plan) fn revision() -> impl Strategy<Value = Revision> {
    frame().prop_flat_map(|frame| {
        let lines: Vec<_> = frame.lines.iter().map(|id| line::line(&frame, id.clone())).collect();
        (Just(frame), head(), lines).prop_flat_map(|(frame, head, lines)| {
            let rules = (
                rules::day_types(&frame),
                vec(rules::precaution(&frame), 0..3),
                pain::pain(&frame),
                rules::bad_day(&lines, &frame),
                rules::days_off(&frame),
                rules::re_entry(),
                vec(rules::note(), 0..3),
            );
            rules.prop_map(move |rules| {
                let Head { number, title, author, written, caution, week_starts, gap_days } =
                    head.clone();
                let (day_types, precautions, pain, bad_day, days_off, re_entry, notes) = rules;
                let frame = frame.clone();
                let mut revision = Revision {
                    plan: PlanId::new("generated").unwrap(),
                    number,
                    title,
                    author,
                    written,
                    caution,
                    surgery: frame.surgery,
                    starts: frame.starts,
                    review: frame.review,
                    ends: frame.ends,
                    weeks_counted: frame.weeks_counted,
                    week_starts,
                    gap_days,
                    day_start: frame.day_start,
                    quiet_hours: frame.quiet_hours,
                    awake: frame.awake,
                    day_types,
                    phases: frame.phases,
                    clearances: frame.clearances,
                    appointments: frame.appointments,
                    programmes: frame.programmes,
                    rounds: frame.rounds,
                    missed_dose: frame.missed_dose,
                    lines: lines.clone(),
                    precautions,
                    pain,
                    bad_day,
                    days_off,
                    re_entry,
                    notes,
                    contacts: frame.contacts,
                };
                wait_for_the_rest(&mut revision);
                leave_room_by_the_clock(&mut revision);
                revision
            })
        })
    })
}

/// The most a day leaves room for what is done by the clock; else there is none.
fn leave_room_by_the_clock(revision: &mut Revision) {
    let of_line = |line: &Prescription| {
        let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
        let all = staged.chain([&line.frequency]).map(|often| match often {
            Frequency::Due { bouts, .. } => {
                most_by_clock(bouts, revision.usual_day(), &revision.day_types)
            }
            Frequency::AsNeeded { .. } | Frequency::Technique => 0,
        });
        all.max().unwrap_or(0)
    };
    let times = revision.lines.iter().map(of_line).max().unwrap_or(0);
    let most = &mut revision.missed_dose.most_a_day;
    *most = most.filter(|most| usize::from(*most) >= times);
}

/// What stands at the top of a sheet and nothing else hangs on.
#[derive(Debug, Clone)]
struct Head {
    number: u32,
    title: String,
    author: Option<String>,
    written: Option<Day>,
    caution: Option<String>,
    week_starts: Weekday,
    gap_days: u16,
}

fn head() -> impl Strategy<Value = Head> {
    let texts = (words(), option::of(words()), option::of(lines_of_words()));
    (1u32..=9999, texts, option::of(date()), weekday(), 2u16..=60).prop_map(
        |(number, (title, author, caution), written, week_starts, gap_days)| Head {
            number,
            title,
            author,
            written,
            caution,
            week_starts,
            gap_days,
        },
    )
}

/// The operation, and the days of the plan after it.
type Dates = (Surgery, i32, Option<i32>, Option<i32>);

fn dates() -> impl Strategy<Value = Dates> {
    let surgery = (date(), choice(&FUSIONS), option::of(words()), option::of(0i32..30));
    let surgery = surgery.prop_map(|(date, fusion, operation, discharge)| Surgery {
        date,
        fusion,
        operation,
        discharge: discharge.map(|days| date.plus(days)),
    });
    // Long enough for every pattern of days to have one in it.
    (surgery, -60i32..=60, option::of(1i32..200), option::of(80i32..600))
}

fn frame() -> impl Strategy<Value = Frame> {
    let fixed = (dates(), option::of(choice(&WEEKS_COUNTED)), wall_time(), rules::quiet_hours());
    fixed.prop_flat_map(|(dates, weeks_counted, day_start, quiet_hours)| {
        let (surgery, starts, review, ends) = dates;
        let starts = surgery.date.plus(starts);
        let listed = (
            clearances(),
            appointments(review.is_some()),
            rules::programmes(starts),
            rules::rounds(day_start),
            vec(rules::contact(), 0..3),
        );
        (listed, rules::awake(day_start), phases(), 1usize..6).prop_map(
            move |((clearances, appointments, programmes, rounds, contacts), awake, phases, n)| {
                let (rounds, missed_dose): (Vec<Round>, MissedDose) = rounds;
                let mut frame = Frame {
                    surgery: surgery.clone(),
                    starts,
                    review: review.map(|days| starts.plus(days)),
                    ends: ends.map(|days| starts.plus(days)),
                    weeks_counted,
                    day_start,
                    quiet_hours,
                    awake,
                    phases: Vec::new(),
                    clearances,
                    appointments,
                    programmes,
                    rounds,
                    missed_dose,
                    contacts,
                    lines: (0..n).map(|n| LineId::new(&format!("line-{n}")).unwrap()).collect(),
                };
                frame.phases = phases.placed(&frame);
                frame
            },
        )
    })
}

fn clearances() -> impl Strategy<Value = Vec<Clearance>> {
    let one = (lines_of_words(), option::of(words()), option::of(date()));
    vec(one, 0..4).prop_map(|clearances| {
        let clearances = clearances.into_iter().enumerate();
        let one = |(n, (as_written, from_whom, ask_on))| Clearance {
            id: ClearanceId::new(&format!("clearance-{n}")).unwrap(),
            as_written,
            from_whom,
            ask_on,
        };
        clearances.map(one).collect()
    })
}

fn appointments(has_review: bool) -> impl Strategy<Value = Vec<Appointment>> {
    let one = (words(), date(), option::of(lines_of_words()));
    vec(one, 0..3).prop_map(move |appointments| {
        let appointments = appointments.into_iter().enumerate();
        let appointments = appointments.map(|(n, (title, date, as_written))| {
            // Where the head gives no review, a table may.
            let is_review = n == 0 && !has_review;
            let id = if is_review { REVIEW.to_owned() } else { format!("appointment-{n}") };
            let title = numbered(&title, n);
            Appointment { id: AppointmentId::new(&id).unwrap(), title, date, as_written }
        });
        appointments.collect()
    })
}

/// Title, length, whether it waits for an OK, how it is written, and which OK it is.
type AnyPhase = (String, i32, bool, (u8, u8), Option<Index>);

/// Phases one after the other, before their days are written in one way or another.
#[derive(Debug, Clone)]
struct AnyPhases {
    first: i32,
    in_whole_weeks: bool,
    is_last_open: bool,
    phases: Vec<AnyPhase>,
}

fn phases() -> impl Strategy<Value = AnyPhases> {
    let one = (words(), 1i32..60, any::<bool>(), any::<(u8, u8)>(), option::of(any::<Index>()));
    (-20i32..60, any::<bool>(), any::<bool>(), vec(one, 0..4)).prop_map(
        |(first, in_whole_weeks, is_last_open, phases)| AnyPhases {
            first,
            in_whole_weeks,
            is_last_open,
            phases,
        },
    )
}

impl AnyPhases {
    fn placed(self, frame: &Frame) -> Vec<Phase> {
        let whole = |days: i32| if self.in_whole_weeks { days / 7 * 7 } else { days };
        let mut from = whole(self.first);
        let last = self.phases.len().saturating_sub(1);
        let phases = self.phases.into_iter().enumerate();
        let phases = phases.map(|(n, (title, length, in_weeks, ways, clearance))| {
            let until = from + if self.in_whole_weeks { whole(length).max(7) } else { length };
            let is_open = n == last && self.is_last_open;
            let stretch = frame.stretch(Some(from), (!is_open).then_some(until), in_weeks, ways);
            from = until;
            Phase {
                id: PhaseId::new(&format!("phase-{n}")).unwrap(),
                title: numbered(&title, n),
                stretch,
                clearance: Frame::any(&frame.clearances, clearance).map(|clearance| clearance.id),
            }
        });
        phases.collect()
    }
}

/// An OK that nothing waits for is a mistake, so a limit waits for each that is left.
fn wait_for_the_rest(revision: &mut Revision) {
    let mut used: BTreeSet<ClearanceId> = BTreeSet::new();
    used.extend(revision.phases.iter().filter_map(|phase| phase.clearance.clone()));
    used.extend(revision.precautions.iter().filter_map(|limit| limit.until.clearance.clone()));
    used.extend(revision.lines.iter().flat_map(named_by));
    let rest = revision.clearances.iter().filter(|clearance| !used.contains(&clearance.id));
    let rest = rest.map(|clearance| Precaution {
        as_written: format!("until {}", clearance.id),
        source: None,
        kinds: Vec::new(),
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { clearance: Some(clearance.id.clone()), ..LimitUntil::default() },
    });
    let rest: Vec<Precaution> = rest.collect();
    revision.precautions.extend(rest);
}

/// The OKs that a line and its stages wait for.
fn named_by(line: &Prescription) -> Vec<ClearanceId> {
    let staged = line.stages.iter().filter_map(|stage| match &stage.begins {
        StageBegins::WithClearance { clearance, .. } => Some(clearance.clone()),
        _ => None,
    });
    staged.chain(line.clearance.clone()).collect()
}
