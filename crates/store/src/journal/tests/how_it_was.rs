//! How it was, of what was ticked without a round: asked, kept, taken back.

use backwise_core::record::{Felt, Hurt, HurtPlace, PainMoment, PlanFact};
use backwise_core::schedule::PainOutcome;

use super::*;

/// Takes in the sheet of the ward with `more` on it.
fn take_in(folder: &Path, more: &str) {
    let sheet = format!("{}\n{more}", sheet("ward", 1, "2026-11-16"));
    let mut journal = open(folder, "2026-11-15T18:00:00Z");
    let check = journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
}

#[test]
fn what_was_ticked_asks_how_it_was_until_somebody_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let rule = r#"
[[pain.rule]]
as_written = "Stop when pain goes over 5"
over = 5
where = "either"
when = "any"
then = "stop"
lasts = "until-told"
"#;
    take_in(folder.path(), rule);
    let mut journal = open(folder.path(), "2026-11-18T20:00:00Z");
    let rounds = |journal: &Journal| -> Vec<BoutPlace> {
        journal.today().unwrap().not_rated.into_iter().map(|bout| bout.place).collect()
    };
    let [morning, noon] =
        ["morning", "noon"].map(|round| BoutPlace::Round(RoundId::new(round).unwrap()));
    assert_eq!(rounds(&journal), []);
    for round in ["morning", "noon"] {
        done(&mut journal, "bridge", round, TODAY);
    }
    assert_eq!(rounds(&journal), [morning.clone(), noon.clone()]);
    let fine = journal.record_felt(day(TODAY), None, morning.clone(), Felt::Fine).unwrap();
    assert_eq!(rounds(&open(folder.path(), "2026-11-18T20:01:00Z")), vec![noon.clone()]);
    journal.withdraw_plan_fact(fine).unwrap();
    assert_eq!(rounds(&journal).len(), 2);
    // It hurt: kept with what the sheet says of it, like the word after a round.
    let seven = Hurt {
        line: LineId::new("bridge"),
        bout: Some(noon),
        place: HurtPlace::Back,
        score: Some(7),
        when: PainMoment::After,
        spreading: false,
        usual: None,
    };
    let answer = journal.record_hurt(&seven, Some(day(TODAY))).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::StopExercise);
    assert_eq!(rounds(&journal), [morning]);
    assert_eq!(journal.today().unwrap().pain, []);
}

#[test]
fn a_ticked_round_asks_for_numbers_where_the_sheet_does() {
    let folder = tempfile::tempdir().unwrap();
    take_in(folder.path(), "[pain]\nask = \"each-round\"\n");
    let moments = |journal: &Journal| -> Vec<PainMoment> {
        journal.today().unwrap().pain.iter().map(|asked| asked.when).collect()
    };
    let mut morning = open(folder.path(), "2026-11-18T08:00:00Z");
    assert_eq!(moments(&morning), []);
    done(&mut morning, "bridge", "morning", TODAY);
    assert_eq!(moments(&morning), [PainMoment::After]);
    assert_eq!(morning.today().unwrap().not_rated, [], "numbers stand in the place of a word");
    let mut later = open(folder.path(), "2026-11-18T08:05:00Z");
    let answers = later.answer_pain(PainMoment::After, Some(2), None).unwrap();
    assert_eq!(moments(&later), []);
    later.withdraw_plan_fact(answers[0].record).unwrap();
    assert_eq!(moments(&later), [PainMoment::After]);
}

#[test]
fn how_a_round_felt_is_kept_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    take_in(folder.path(), "");
    let mut journal = open(folder.path(), MORNING);
    let morning = BoutPlace::Round(RoundId::new("morning").unwrap());
    let walk = LineId::new("walk");
    let sore = journal.record_felt(day(TODAY), None, morning.clone(), Felt::Sore).unwrap();
    journal.record_felt(day(TODAY), walk.clone(), BoutPlace::AnyTime(1), Felt::Fine).unwrap();
    let said = open(folder.path(), MORNING).said().unwrap();
    let about: Vec<_> = said.iter().map(|said| said.about.is_some()).collect();
    assert_eq!(about, [true, true], "{said:?}");
    // It felt one way: the same again is the same, and another answer takes its place.
    let mut say = |felt| journal.record_felt(day(TODAY), None, morning.clone(), felt).unwrap();
    assert_eq!(say(Felt::Sore), sore);
    say(Felt::Fine);
    let standing = |journal: &Journal| {
        let said = journal.said().unwrap().into_iter().filter(|said| said.stands);
        said.filter(|said| matches!(said.fact, PlanFact::Felt { felt: Felt::Sore, .. })).count()
    };
    assert_eq!((standing(&journal), journal.said().unwrap().len()), (0, 2));
    journal.withdraw_plan_fact(sore).unwrap();
    assert_eq!(journal.said().unwrap().iter().filter(|said| said.stands).count(), 1);
    assert!(journal.record_felt(day(TODAY), None, BoutPlace::AnyTime(1), Felt::Fine).is_err());
    assert!(journal.record_felt(day(TODAY), walk, morning, Felt::Fine).is_err());
}
