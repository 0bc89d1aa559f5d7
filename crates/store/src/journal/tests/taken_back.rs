//! What lets somebody go on, and is taken back, put right or put back on a later day: no day that was lived changes.

use backwise_core::record::PlanFact;
use backwise_core::schedule::Agenda;
use proptest::prelude::*;

use super::hurt::hurt;
use super::*;

const LIMIT: &str = "No standing on one leg";

/// A folder with a sheet on which standing on one leg is forbidden, the walk has a stage that waits for the person and
/// one after it that comes by its day, the slides grow, and pain stops the bridge until somebody has spoken.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet("ward", 1, "2026-11-16").replace(
        "days = \"every day\"\nrounds = [\"morning\", \"evening\"]",
        r#"days = "every day"
rounds = ["morning", "evening"]

[line.growth]
key = "repetitions"
by = 1
every_days = 3
at_most = 20
from = 2026-11-18"#,
    ) + &format!(
        r#"
[[line.stage]]
when_agreed = true
minutes = 15

[[line]]
id = "stance"
as_written = "Stand on one leg for 10 seconds"
exercise = "single-leg-stance"
repetitions = 2
side = "each"
days = "every day"
rounds = ["noon"]

[[precaution]]
as_written = "{LIMIT}"
kinds = ["one-leg"]
until_told_otherwise = true

[[pain.rule]]
as_written = "Stop when pain goes over 5 and ring us"
over = 5
where = "either"
when = "any"
then = "stop"
lasts = "until-told"
ring = "Ward line"

[[contact]]
name = "Ward line"
number = "555-0134"
"#
    );
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    let check = journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
    folder
}

/// Half past nine in the morning of the 16th, and so many days and minutes later.
fn later(folder: &TempDir, days: i64, minutes: i64) -> Journal {
    let first: chrono::DateTime<chrono::Utc> = "2026-11-16T08:30:00Z".parse().unwrap();
    let now = first + chrono::TimeDelta::days(days) + chrono::TimeDelta::minutes(minutes);
    open(folder.path(), &now.to_rfc3339())
}

fn agendas(journal: &Journal, before: i32) -> Vec<Agenda> {
    let on = |nth| journal.agenda(day("2026-11-16").plus(nth)).unwrap().unwrap();
    (0..before).map(on).collect()
}

/// The days before today, and what is told of them in numbers.
fn lived(journal: &Journal, today: i32) -> String {
    let figures = (today > 0)
        .then(|| journal.report(day("2026-11-16"), day("2026-11-16").plus(today - 1)).unwrap());
    format!("{:#?}\n{figures:#?}", agendas(journal, today))
}

/// What stands, or was taken back, of the words that this is about.
fn words(journal: &Journal, stand: bool) -> Vec<(RecordId, PlanFact)> {
    let said = journal.said().unwrap().into_iter().filter(|one| one.stands == stand);
    let own = said.filter(|one| one.fact.own_day().is_some());
    own.map(|one| (one.record, one.fact)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn no_day_that_was_lived_changes_by_a_word_that_is_taken_back_put_right_or_put_back(
        steps in prop::collection::vec((0..3_u8, 0..11_u8, any::<u8>(), prop::option::of(1..6_i32)), 4..16),
    ) {
        let folder = folder();
        let mut days = 0;
        for (nth, (more, what, which, ahead)) in steps.into_iter().enumerate() {
            days += i32::from(more);
            let mut journal = later(&folder, days.into(), i64::try_from(nth).unwrap());
            let today = day("2026-11-16").plus(days);
            let from = ahead.map(|ahead| today.plus(ahead));
            let before = lived(&journal, days);
            let of = |words: Vec<(RecordId, PlanFact)>| {
                (!words.is_empty()).then(|| words[usize::from(which) % words.len()].clone())
            };
            let (walk, slides) = (LineId::new("walk").unwrap(), LineId::new("heel-slide").unwrap());
            // What cannot be said on the day is refused, and changes nothing either.
            let mut undo = None;
            match what {
                0 => drop(journal.limit_is_over(LIMIT, None, today)),
                1 => drop(journal.agree_to_stage(&walk, 1)),
                2 => drop((1..9).find_map(|stage| journal.stay_at_stage(&slides, stage).ok())),
                3 => drop((1..9).find_map(|stage| journal.agree_to_stage(&slides, stage).ok())),
                4..=5 => {
                    let stops = |journal: &Journal| journal.today().unwrap().agenda.unwrap().stops;
                    // Of a stop that holds still the team may say a second word.
                    if which % 2 == 0 || stops(&journal).is_empty() {
                        journal.record_hurt(&hurt(7), None).unwrap();
                    }
                    let stops = stops(&journal);
                    let stops: Vec<_> = stops.into_iter().flat_map(|stop| stop.records).collect();
                    journal.spoken_to(&stops, None, today, from).unwrap();
                }
                6..=7 => {
                    if let Some((record, _)) = of(words(&journal, true)) {
                        let all = lived(&journal, days + 9);
                        let gone = journal.withdraw_plan_fact(record).unwrap();
                        undo = Some((all, gone));
                    }
                }
                8 => {
                    if let Some((record, _)) = of(words(&journal, false)) {
                        drop(journal.put_back_plan_fact(record));
                    }
                }
                _ => {
                    let spoken = |(_, fact): &(RecordId, PlanFact)| matches!(fact, PlanFact::SpokenTo { .. });
                    let about_stops = words(&journal, true).into_iter().filter(spoken).collect();
                    if let Some((record, PlanFact::SpokenTo { from: said, .. })) = of(about_stops) {
                        let all = agendas(&journal, days + 9);
                        let right = journal.correct_spoken_to(record, Some("Kim"), day("2026-11-16"), from);
                        prop_assert_eq!(&lived(&journal, days), &before);
                        let undone = journal.correct_spoken_to(right.unwrap(), None, day("2026-11-16"), said);
                        prop_assert!(undone.is_ok());
                        let unsigned = |all: &[Agenda]| format!("{all:?}").replace("Some(\"Kim\")", "None");
                        prop_assert_eq!(unsigned(&agendas(&journal, days + 9)), unsigned(&all));
                    }
                }
            }
            prop_assert_eq!(lived(&journal, days), before);
            if let Some((all, gone)) = undo.filter(|_| which % 2 == 0) {
                journal.put_back_plan_fact(gone).unwrap();
                prop_assert_eq!(lived(&journal, days + 9), all);
            }
        }
    }
}
