//! Lines that go on at their last stage after the day up to which the sheet was written.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::phases::late_of;
use super::steps::number_of;
use crate::ids::LineId;
use crate::plan::{Prescription, Revision};
use crate::time::Day;

/// A line whose last stage was written up to a day that has passed. The stage stays until somebody says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WrittenUpTo {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The last day that the sheet names.
    pub last: Day,
}

/// Which of `lines` go on at their last stage on `day`, beyond the day up to which the sheet was written.
pub(super) fn written_up_to<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    lines: impl Iterator<Item = &'a Prescription>,
    day: Day,
) -> Vec<WrittenUpTo> {
    let is_over = |line: &Prescription| {
        let until = line.stages.last()?.until?.resolve(&revision.anchors());
        let is_last = usize::from(number_of(situation, revision, line, day)) == line.stages.len();
        // In a phase that began late the days of its stages come as much later.
        let until = until.plus(late_of(situation, revision, line, day).unwrap_or_default());
        let (id, title) = (line.id.clone(), line.title.clone());
        (is_last && until <= day).then(|| WrittenUpTo { line: id, title, last: until.plus(-1) })
    };
    lines.filter_map(is_over).collect()
}
