//! A change that was begun on one revision, after another was taken in meanwhile.

use super::{BeganFrom, DraftPlace, PlanDraft, line_of};
use crate::ids::LineId;
use crate::plan::{Prescription, Revision, told_line, told_rules};

/// `draft`, which was begun from or beside `base`, as a change of `latest`, a later revision of the same plan. What the draft
/// left as it was becomes what the later revision says; what the draft changed stays changed. A line that both
/// changed is no longer read back, nor are the rules where both changed a part of them: somebody has to see what both
/// say, or a new limit of the later revision would go with the draft's own list.
#[must_use]
pub fn rebased(draft: &PlanDraft, base: &Revision, latest: &Revision) -> PlanDraft {
    let mine = &draft.revision;
    let (around, is_contested) = around(base, mine, latest);
    let revision = Revision { lines: lines(base, mine, latest), ..around };
    let is_agreed = |line: &&Prescription| {
        let is_as_before = latest.line(&line.id) == base.line(&line.id)
            && told_line(line, &revision) == told_line(line, mine);
        latest.line(&line.id) == Some(*line) || (is_as_before && draft.read_back.contains(&line.id))
    };
    let has = |id: &LineId| revision.line(id).is_some();
    let has_place = |place: &DraftPlace| line_of(place).is_none_or(has);
    let is_change =
        matches!(draft.began_from, BeganFrom::Present { .. } | BeganFrom::Earlier { .. });
    let mut taken_in = draft.taken_in.clone();
    // What the later one has of the paper is in force: it is not to be entered any more.
    if !(is_change && taken_in.is_empty()) {
        taken_in.retain(has);
        let theirs = latest.lines.iter().map(|line| &line.id).filter(|id| has(id));
        let more: Vec<LineId> = theirs.filter(|id| !taken_in.contains(id)).cloned().collect();
        taken_in.extend(more);
    }
    let mut rules_read_back = Vec::new();
    if !is_contested {
        rules_read_back.clone_from(&draft.rules_read_back);
        rules_read_back.extend(told_rules(latest));
    }
    PlanDraft {
        read_back: revision.lines.iter().filter(is_agreed).map(|line| line.id.clone()).collect(),
        rules_read_back,
        began_from: match &draft.began_from {
            BeganFrom::Present { .. } => {
                BeganFrom::Present { plan: latest.plan.clone(), number: latest.number }
            }
            other => other.clone(),
        },
        open: draft.open.iter().filter(|open| has_place(&open.place)).cloned().collect(),
        kept: {
            let is_as_before = |id: &&LineId| latest.line(id) == base.line(id);
            draft.kept.iter().filter(is_as_before).cloned().collect()
        },
        not_on_sheet: {
            let is_new = |line: &&Prescription| {
                base.line(&line.id).is_none() && mine.line(&line.id).is_none()
            };
            let theirs = latest.lines.iter().filter(is_new).map(|line| line.id.clone());
            let known = draft.not_on_sheet.iter().filter(|id| has(id)).cloned();
            known.chain(theirs).collect()
        },
        taken_in,
        revision,
        ..draft.clone()
    }
}

/// The lines: in the order of `latest`, then those that are in the draft alone.
fn lines(base: &Revision, mine: &Revision, latest: &Revision) -> Vec<Prescription> {
    let is_mine = |line: &&Prescription| base.line(&line.id) != Some(*line);
    let of_latest = latest.lines.iter().filter_map(|theirs| match mine.line(&theirs.id) {
        Some(mine) if is_mine(&mine) => Some(mine),
        Some(_) => Some(theirs),
        // Taken out in the draft, or new in the later revision.
        None => base.line(&theirs.id).is_none().then_some(theirs),
    });
    let only_mine = mine.lines.iter().filter(|line| latest.line(&line.id).is_none());
    of_latest.chain(only_mine.filter(is_mine)).cloned().collect()
}

/// Everything but the lines, and whether both changed a part of it in different ways.
fn around(base: &Revision, mine: &Revision, latest: &Revision) -> (Revision, bool) {
    macro_rules! of_both {
        ($($part:ident),+ $(,)?) => {
            (
                Revision {
                    plan: latest.plan.clone(),
                    number: latest.number,
                    lines: Vec::new(),
                    $($part: if mine.$part == base.$part { &latest.$part } else { &mine.$part }.clone()),+
                },
                $((mine.$part != base.$part && latest.$part != base.$part && mine.$part != latest.$part))||+,
            )
        };
    }
    of_both! {
        title, author, written, caution, surgery, starts, review, ends, weeks_counted, week_starts, gap_days, day_start,
        quiet_hours, awake, day_types, phases, clearances, appointments, programmes, rounds, missed_dose, precautions,
        pain, bad_day, days_off, re_entry, notes, contacts,
    }
}
