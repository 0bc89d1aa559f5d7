//! Whether what is done by the clock fits into each kind of day.

use super::around::Around;
use crate::error::ProblemCode;
use crate::plan::Bouts;
use crate::plan::by_clock::{most_by_clock, times_by_clock};
use crate::table::Table;

/// Notes more times by the clock than may be done a day, and kinds of day that begin when the last of them is over. The plan
/// is taken in all the same: a day offers no more than the most.
pub(super) fn report_by_clock(table: &Table<'_>, bouts: &Bouts, around: &Around<'_>, label: &str) {
    let usual = around.usual_day;
    if times_by_clock(bouts, usual, None).is_empty() {
        return; // Without hours there are no times; that was reported.
    }
    let times = most_by_clock(bouts, usual, &around.day_types);
    if let Some(most) = around.missed_dose.most_a_day.filter(|most| usize::from(*most) < times) {
        let problem = table.problem_of("every_hours", ProblemCode::MoreThanTheMost);
        around.remark(problem.with("line", label).with("times", times).with("most", most));
    }
    for kind in &around.day_types {
        let begins = kind.start.filter(|_| times_by_clock(bouts, usual, Some(kind)).is_empty());
        if let Some(start) = begins {
            let problem = table.problem_of("every_hours", ProblemCode::NoTimeOnKindOfDay);
            let problem = problem.with("line", label).with("day", &kind.title);
            around.remark(problem.with("start", start));
        }
    }
}
