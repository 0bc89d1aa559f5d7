//! Plans that nobody would write, to find what the examples do not.

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::catalogue::{Tempo, embedded};
use crate::ids::{ExerciseId, LineId, PhaseId, PlanId, RoundId};
use crate::plan::{
    Bouts, Checksum, Contact, DayPattern, Dose, Fusion, Note, NoteAbout, Phase, PlanFile,
    Precaution, Prescription, Revision, Round, Side, Surgery, changes, read, write,
};
use crate::safety::{FLAGS, Flag};
use crate::time::{Day, DayRef, QuietHours, WallTime, Weekday};

/// A text of a sheet: any characters but those that cannot be seen, and something that can.
fn words() -> impl Strategy<Value = String> {
    let text = vec(any::<char>(), 0..20).prop_map(|text| {
        text.into_iter().filter(|c| !crate::table::slips::is_hidden(*c)).collect::<String>()
    });
    let plain = "[ \"'\\\\#=\\[\\]a-zäß€]{0,20}";
    (prop_oneof![text, plain], "[a-z0-9]").prop_map(|(text, end)| text + &end)
}

/// The sheet's own words, which may run over several lines.
fn lines_of_words() -> impl Strategy<Value = String> {
    vec(words(), 1..4).prop_map(|lines| lines.join("\n"))
}

fn wall_time() -> impl Strategy<Value = WallTime> {
    (0u16..24 * 60).prop_map(WallTime::from_minutes_const)
}

fn day() -> impl Strategy<Value = Day> {
    (0i32..3000).prop_map(|days| Day::new(2024, 1, 1).unwrap().plus(days))
}

/// A stretch of days that is not empty, each end as a number of days or as a date.
fn stretch(surgery: Day) -> impl Strategy<Value = (Option<DayRef>, Option<DayRef>)> {
    let end = move |days: i32, as_date: bool| {
        if as_date { DayRef::On(surgery.plus(days)) } else { DayRef::AfterSurgery(days) }
    };
    let ends = (-300i32..300, 90i32..300, any::<[bool; 4]>());
    ends.prop_map(move |(from, length, [has_from, has_until, from_date, until_date])| {
        let until = end(from + length, until_date);
        (has_from.then(|| end(from, from_date)), has_until.then_some(until))
    })
}

fn dose() -> impl Strategy<Value = Dose> {
    let parts = (
        option::of(1u16..=20),
        1u16..=200,
        option::of(1u16..=600),
        option::of(1u16..=900),
        option::of(1u16..=240),
        option::of(1u16..=100),
        option::of(words()),
        option::of(words()),
    );
    parts.prop_map(|(sets, repetitions, hold, rest, minutes, breaths, load, range)| {
        // A bout is counted or timed, and a hold says how many times.
        let counted = hold.is_some() || repetitions % 3 > 0;
        let breaths = breaths.filter(|_| counted);
        Dose {
            sets,
            repetitions: (counted && breaths.is_none()).then_some(repetitions),
            hold_seconds: hold,
            rest_seconds: rest,
            minutes: if counted { None } else { minutes.or(Some(1)) },
            breaths,
            load,
            range,
        }
    })
}

fn days() -> impl Strategy<Value = DayPattern> {
    const WEEK: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    prop_oneof![
        Just(DayPattern::EveryDay),
        subsequence(WEEK.to_vec(), 1..=7).prop_map(DayPattern::Weekdays),
        (2u16..=60).prop_map(|n| DayPattern::EveryNDays { n, from: Day::new(2020, 1, 1).unwrap() }),
    ]
}

fn tempo() -> impl Strategy<Value = Tempo> {
    (0u16..=120, 0u16..=120, 0u16..=120).prop_map(|(out, hold, back)| Tempo { out, hold, back })
}

fn flags() -> impl Strategy<Value = Vec<Flag>> {
    let all: Vec<Flag> = FLAGS.iter().map(|(_, flag)| *flag).collect();
    subsequence(all, 0..=4).prop_shuffle()
}

fn line(
    surgery: Day,
    rounds: Vec<RoundId>,
    phases: Vec<PhaseId>,
) -> impl Strategy<Value = Prescription> {
    let known: Vec<ExerciseId> = embedded().exercises.keys().cloned().collect();
    let own = Just(ExerciseId::new("my-own-exercise").unwrap());
    let exercise = prop_oneof![select(known), own];
    let any_time = (1u8..=24).prop_map(Bouts::AnyTime);
    let bouts = if rounds.is_empty() {
        any_time.boxed()
    } else {
        let count = 1..=rounds.len();
        prop_oneof![any_time, subsequence(rounds, count).prop_map(Bouts::InRounds)].boxed()
    };
    let span = if phases.is_empty() {
        stretch(surgery).prop_map(|(from, until)| (None, from, until)).boxed()
    } else {
        // A phase and days of its own might have no day in common.
        let in_phase = select(phases).prop_map(|phase| (Some(phase), None, None));
        prop_oneof![in_phase, stretch(surgery).prop_map(|(from, until)| (None, from, until))]
            .boxed()
    };
    let paper = (
        option::of(words().prop_filter("short", |t| t.chars().count() <= 12)),
        lines_of_words(),
        option::of(words()),
    );
    let movement = (exercise, words(), flags(), option::of(tempo()));
    let side = select(vec![Side::Both, Side::Each, Side::Left, Side::Right]);
    (paper, movement, dose(), side, days(), bouts, span).prop_map(
        |(
            (sheet_no, as_written, source),
            (exercise, title, flags, tempo),
            dose,
            side,
            days,
            bouts,
            span,
        )| {
            let (phase, from, until) = span;
            let id = LineId::new("line").unwrap();
            Prescription {
                id,
                sheet_no,
                as_written,
                source,
                exercise,
                title,
                flags,
                tempo,
                dose,
                side,
                days,
                bouts,
                phase,
                from,
                until,
            }
        },
    )
}

fn phases(surgery: Day) -> impl Strategy<Value = Vec<Phase>> {
    let phase = (0i32..200, option::of(70i32..100), any::<bool>(), words());
    vec(phase, 0..4).prop_map(move |phases| {
        let mut phases: Vec<Phase> = phases
            .into_iter()
            .enumerate()
            .map(|(n, (from, length, as_date, title))| Phase {
                id: PhaseId::new(&format!("phase-{n}")).unwrap(),
                title,
                from: if as_date {
                    DayRef::On(surgery.plus(from))
                } else {
                    DayRef::AfterSurgery(from)
                },
                until: length.map(|length| DayRef::AfterSurgery(from + length)),
            })
            .collect();
        phases.sort_by_key(|phase| phase.from.resolve(surgery));
        phases
    })
}

fn rounds(day_start: WallTime) -> impl Strategy<Value = Vec<Round>> {
    let details = vec((words(), option::of(words())), 6);
    (btree_set(wall_time(), 0..6), details).prop_map(move |(times, details)| {
        let named = times.into_iter().zip(details).enumerate();
        let mut rounds: Vec<Round> = named
            .map(|(n, (at, (title, routine)))| Round {
                id: RoundId::new(&format!("round-{n}")).unwrap(),
                title,
                at,
                routine,
            })
            .collect();
        rounds.sort_by_key(|round| round.at.minutes_into_day(day_start));
        rounds
    })
}

fn precaution(surgery: Day) -> impl Strategy<Value = Precaution> {
    (lines_of_words(), stretch(surgery))
        .prop_map(|(as_written, (_, until))| Precaution { as_written, until })
}

fn note() -> impl Strategy<Value = Note> {
    let about = vec![
        NoteAbout::Pain,
        NoteAbout::BadDay,
        NoteAbout::MissedRound,
        NoteAbout::Technique,
        NoteAbout::General,
    ];
    (option::of("[0-9]{1,3}[a-z]?"), lines_of_words(), select(about))
        .prop_map(|(sheet_no, as_written, about)| Note { sheet_no, as_written, about })
}

fn contact() -> impl Strategy<Value = Contact> {
    (words(), words(), option::of(words()), option::of(words()))
        .prop_map(|(name, number, hours, about)| Contact { name, number, hours, about })
}

/// Any plan that can be read.
pub(super) fn revision() -> impl Strategy<Value = Revision> {
    let quiet =
        option::of((wall_time(), wall_time()).prop_map(|(from, until)| QuietHours { from, until }));
    (day(), wall_time(), quiet).prop_flat_map(|(surgery, day_start, quiet_hours)| {
        (phases(surgery), rounds(day_start)).prop_flat_map(move |(phases, rounds)| {
            let round_ids: Vec<RoundId> = rounds.iter().map(|round| round.id.clone()).collect();
            let phase_ids: Vec<PhaseId> = phases.iter().map(|phase| phase.id.clone()).collect();
            let lines = vec(line(surgery, round_ids, phase_ids), 1..6);
            let head = (1u32..=9999, words(), option::of(words()), option::of(lines_of_words()));
            let fusion = select(vec![Fusion::Yes, Fusion::No, Fusion::Unknown]);
            // The plan begins before every line and ends after it, so that none is over before it begins.
            let dates = (
                option::of(day()),
                fusion,
                -500i32..-301,
                option::of(1i32..100),
                option::of(1500i32..2600),
            );
            let rest = (vec(precaution(surgery), 0..3), vec(note(), 0..3), vec(contact(), 0..3));
            (Just((phases, rounds)), lines, head, dates, rest).prop_map(
                move |(
                    (phases, rounds),
                    mut lines,
                    head,
                    dates,
                    (precautions, notes, contacts),
                )| {
                    let (number, title, author, caution) = head;
                    let (written, fusion, start, review, end) = dates;
                    for (n, line) in lines.iter_mut().enumerate() {
                        line.id = LineId::new(&format!("line-{n}")).unwrap();
                    }
                    let starts = surgery.plus(start);
                    let review = review.map(|days| starts.plus(days));
                    let ends = end.map(|days| surgery.plus(days));
                    let surgery = Surgery { date: surgery, fusion };
                    Revision {
                        plan: PlanId::new("generated").unwrap(),
                        number,
                        title,
                        author,
                        written,
                        caution,
                        surgery,
                        starts,
                        review,
                        ends,
                        day_start,
                        quiet_hours,
                        phases,
                        rounds,
                        lines,
                        precautions,
                        notes,
                        contacts,
                    }
                },
            )
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_the_same(plan in revision()) {
        let text = write(&plan);
        let file = PlanFile::open(text.as_bytes(), "plan", embedded());
        prop_assert_eq!(&file.problems, &[]);
        prop_assert_eq!(file.checksum, Checksum::Right);
        prop_assert_eq!(file.revision.as_ref(), Some(&plan));
        prop_assert_eq!(write(&file.revision.unwrap()), text);
    }

    #[test]
    fn a_written_plan_needs_no_catalogue(plan in revision()) {
        let text = write(&plan);
        prop_assert_eq!(read(&text, "plan", &crate::catalogue::Catalogue::default()), Ok(plan));
    }

    #[test]
    fn a_changed_byte_is_refused_or_flagged_or_means_the_same(
        plan in revision(),
        place in any::<prop::sample::Index>(),
        byte in prop_oneof![any::<u8>(), 32u8..127, Just(b'#'), Just(b'\n'), Just(b'"')],
    ) {
        let mut bytes = write(&plan).into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let file = PlanFile::open(&bytes, "plan", embedded());
        match file.revision {
            None => prop_assert!(!file.problems.is_empty()),
            Some(changed) => {
                prop_assert!(changed == plan || file.checksum == Checksum::Wrong, "{file:?}", file = file.checksum);
            }
        }
    }

    #[test]
    fn every_difference_is_told(before in revision(), after in revision()) {
        prop_assert_eq!(changes(Some(&before), &before), []);
        let mut after = after;
        let mut same = before.clone();
        (same.number, same.written) = (after.number, after.written);
        prop_assert!(same == after || !changes(Some(&before), &after).is_empty());
        prop_assert!(changes(None, &after).len() >= after.lines.len());
        // One line differs: the line is told, and nothing else.
        std::mem::swap(&mut same.lines[0].as_written, &mut after.lines[0].as_written);
        let told = changes(Some(&before), &same);
        prop_assert_eq!(told.len(), usize::from(same.lines[0] != before.lines[0]));
    }
}
