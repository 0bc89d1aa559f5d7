//! Weeks of a stage: whichever is said first, the weeks or how they are counted, the days are the same.

use super::{add, answered, asked, day, fill, make};
use crate::catalogue::embedded;
use crate::plan::draft::{Asked, DraftEdit, DraftPlace, PlaceDays, PlanDraft, checked, empty};
use crate::time::{Stretch, WeeksCounted};

fn sheet() -> (PlanDraft, DraftPlace) {
    let mut draft = empty(day("2026-11-25"));
    fill(&mut draft, |draft| draft.revision.surgery.date = day("2026-11-02"));
    for asked in [Asked::SurgeryDate, Asked::FirstDay] {
        answered(&mut draft, &DraftPlace::Sheet, asked);
    }
    let line = add(&mut draft, "Walking: weeks 3 to 4");
    let stage = make(&mut draft, DraftEdit::AddStage { line, as_written: None });
    (draft, stage)
}

fn count(draft: &mut PlanDraft, counted: WeeksCounted) {
    make(draft, DraftEdit::CountWeeks { counted });
}

fn weeks(draft: &mut PlanDraft, stage: &DraftPlace, first: u16, last: Option<u16>) {
    make(draft, DraftEdit::StageWeeks { place: stage.clone(), first, last });
}

fn days(draft: &PlanDraft, place: &DraftPlace) -> PlaceDays {
    let mut days = checked(draft, embedded()).days.into_iter();
    days.find(|days| days.place == *place).unwrap()
}

fn from_until(draft: &PlanDraft, place: &DraftPlace) -> [Option<String>; 2] {
    let PlaceDays { from, until, .. } = days(draft, place);
    [from, until].map(|day| day.map(|day| day.to_string()))
}

#[test]
fn weeks_and_how_they_are_counted_may_be_said_in_either_order() {
    for counted in [WeeksCounted::FromOne, WeeksCounted::Completed] {
        for (first, last) in [(3, 3), (3, 4), (2, 3), (0, 2)] {
            let (mut before, stage) = sheet();
            count(&mut before, counted);
            weeks(&mut before, &stage, first, Some(last));
            let (mut after, _) = sheet();
            weeks(&mut after, &stage, first, Some(last));
            let unknown = days(&after, &stage);
            assert_eq!((unknown.from, unknown.until), (None, None), "nobody said how they count");
            assert_eq!(unknown.last_week, Some(last));
            count(&mut after, counted);
            assert_eq!(after.revision, before.revision, "{counted:?} {first} to {last}");
            assert_eq!(days(&after, &stage).last_week, Some(last));
            assert_eq!(asked(&after, &stage), []);
        }
    }
    // The day is that of weeks that a plan keeps as weeks.
    let (mut draft, stage) = sheet();
    weeks(&mut draft, &stage, 3, Some(4));
    count(&mut draft, WeeksCounted::Completed);
    let anchors = draft.revision.anchors();
    let stretch = Stretch::Weeks { first: 3, last: Some(4) };
    assert_eq!(days(&draft, &stage).until, stretch.day_after(&anchors));
    assert_eq!(days(&draft, &stage).from, stretch.first_day(&anchors));
    assert_eq!(days(&draft, &stage).week_begins, Some([day("2026-11-16"), day("2026-11-23")]));
}

#[test]
fn counting_otherwise_moves_every_week_and_asks_to_read_those_lines_again() {
    let (mut draft, stage) = sheet();
    count(&mut draft, WeeksCounted::FromOne);
    weeks(&mut draft, &stage, 2, Some(3));
    let whole = |text: &str| Some(text.to_owned());
    assert_eq!(from_until(&draft, &stage), [whole("2026-11-09"), whole("2026-11-23")]);
    let other = add(&mut draft, "Bridge");
    let in_weeks = add(&mut draft, "Clam, weeks 3 and 4");
    fill(&mut draft, |draft| {
        draft.revision.lines[2].stretch = Stretch::Weeks { first: 3, last: Some(4) };
    });
    let DraftPlace::Stage { line, .. } = &stage else { panic!("{stage:?}") };
    for line in [line, &other, &in_weeks] {
        make(&mut draft, DraftEdit::ReadBack { line: line.clone(), is_right: true });
    }
    count(&mut draft, WeeksCounted::FromOne);
    assert_eq!(draft.read_back.len(), 3, "the same answer changes nothing");
    count(&mut draft, WeeksCounted::Completed);
    assert_eq!(from_until(&draft, &stage), [whole("2026-11-16"), whole("2026-11-23")]);
    assert_eq!(draft.read_back, [other]);
    count(&mut draft, WeeksCounted::FromOne);
    assert_eq!(from_until(&draft, &stage), [whole("2026-11-09"), whole("2026-11-23")]);
    assert_eq!(days(&draft, &stage).last_week, Some(3));
    weeks(&mut draft, &stage, 2, None);
    assert_eq!(from_until(&draft, &stage), [whole("2026-11-09"), None]);
}
