//! How a draft begins.

use std::collections::BTreeMap;

use super::{Asked, BeganFrom, DraftPlace, OpenQuestion, PlanDraft};
use crate::ids::PlanId;
use crate::plan::{
    Fusion, MissedDose, Revision, Surgery, Template, USUAL_GAP_DAYS, USUAL_WEEK_START, told_rules,
};
use crate::time::{Day, USUAL_DAY_START};

/// What is asked of a sheet of which nothing is known.
const OF_A_SHEET: [Asked; 4] = [Asked::Title, Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay];

/// An empty sheet. `today` stands where no day is known yet.
#[must_use]
pub fn empty(today: Day) -> PlanDraft {
    let surgery =
        Surgery { date: today, fusion: Fusion::Unknown, operation: None, discharge: None };
    let revision = Revision {
        plan: unnamed(),
        number: 1,
        title: String::new(),
        author: None,
        written: None,
        caution: None,
        surgery,
        starts: today,
        review: None,
        ends: None,
        weeks_counted: None,
        week_starts: USUAL_WEEK_START,
        gap_days: USUAL_GAP_DAYS,
        day_start: USUAL_DAY_START,
        quiet_hours: None,
        awake: None,
        day_types: Vec::new(),
        phases: Vec::new(),
        clearances: Vec::new(),
        appointments: Vec::new(),
        programmes: Vec::new(),
        rounds: Vec::new(),
        missed_dose: MissedDose::default(),
        lines: Vec::new(),
        precautions: Vec::new(),
        pain: None,
        bad_day: None,
        days_off: Vec::new(),
        re_entry: None,
        notes: Vec::new(),
        contacts: Vec::new(),
    };
    PlanDraft {
        revision,
        open: questions(&OF_A_SHEET),
        began_from: BeganFrom::EmptySheet,
        lines_on_sheet: None,
        not_on_sheet: Vec::new(),
        read_back: Vec::new(),
        rules_read_back: Vec::new(),
        kept: Vec::new(),
        weeks_said: Vec::new(),
        from_day: None,
        visit: None,
        taken_in: Vec::new(),
        touched: false,
        unfinished: BTreeMap::new(),
    }
}

/// A draft that begins with `revision`, which the person has read before: the one in force, or an earlier one.
#[must_use]
pub fn next_of(revision: &Revision, began_from: BeganFrom) -> PlanDraft {
    PlanDraft {
        read_back: revision.lines.iter().map(|line| line.id.clone()).collect(),
        revision: revision.clone(),
        open: Vec::new(),
        began_from,
        lines_on_sheet: None,
        not_on_sheet: Vec::new(),
        rules_read_back: told_rules(revision),
        kept: Vec::new(),
        weeks_said: Vec::new(),
        from_day: None,
        visit: None,
        taken_in: Vec::new(),
        touched: false,
        unfinished: BTreeMap::new(),
    }
}

/// A draft that begins with the lines of `template`, all of them off. `today` stands where no day is known yet.
#[must_use]
pub fn began_with(template: &Template, today: Day) -> PlanDraft {
    let mut draft = empty(today);
    draft.revision = template.sheet.clone();
    draft.revision.plan = unnamed();
    draft.revision.surgery.date = today;
    draft.revision.starts = today;
    draft.open = questions(&[Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay]);
    draft.began_from = BeganFrom::Template { template: template.id.clone() };
    draft
}

/// Whether `draft` does not know yet from which days it counts, so that no day in it means anything.
#[must_use]
pub fn without_dates(draft: &PlanDraft) -> bool {
    let is_of_days = |asked| matches!(asked, Asked::SurgeryDate | Asked::FirstDay);
    draft.open.iter().any(|open| open.place == DraftPlace::Sheet && is_of_days(open.asked))
}

impl PlanDraft {
    /// Whether nothing of this sheet was taken in yet, so that its plan has no name. Which lines are taken in says nothing
    /// of it: the only one may have been removed, and the plan goes on.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        let is_new = matches!(self.began_from, BeganFrom::EmptySheet | BeganFrom::Template { .. });
        is_new && self.revision.plan == unnamed()
    }
}

fn questions(asked: &[Asked]) -> Vec<OpenQuestion> {
    let question = |asked: &Asked| OpenQuestion { place: DraftPlace::Sheet, asked: *asked };
    asked.iter().map(question).collect()
}

/// The name of a plan that has none yet; it gets one of its title when it is taken in.
fn unnamed() -> PlanId {
    PlanId::made_of("", "draft", |_| false)
}
