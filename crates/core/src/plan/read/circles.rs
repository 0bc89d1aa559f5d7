//! Lines that rest for each other: none of them would ever be done.

use std::collections::BTreeSet;

use crate::error::{Problem, ProblemCode};
use crate::plan::Prescription;

/// Notes stages that let each other's lines rest, once for each circle, at its first line. `places` are those of the
/// lines, as empty problems.
pub(super) fn remark_circles(lines: &[Prescription], places: &[Problem], remark: impl Fn(Problem)) {
    for (first, place) in places.iter().enumerate() {
        if let Some(way) = way_back(lines, first, first, &mut BTreeSet::new()) {
            let problem = Problem { code: ProblemCode::ReplacedInCircle, ..place.clone() };
            remark(problem.with("found", way.join(" → ")));
        }
    }
}

/// The lines on a way from the line at `from` to that at `to`, each of which lets the next one rest, the ends included.
/// Only those behind `to` are looked at, and none twice. One that lets itself rest is reported where it stands.
fn way_back<'a>(
    lines: &'a [Prescription],
    from: usize,
    to: usize,
    seen: &mut BTreeSet<usize>,
) -> Option<Vec<&'a str>> {
    let line = lines.get(from)?;
    let mut resting = line.stages.iter().flat_map(|stage| &stage.replaces);
    resting.find_map(|id| {
        let next = lines.iter().position(|other| other.id == *id).filter(|next| *next != from)?;
        if next == to {
            return lines.get(to).map(|last| vec![line.id.as_str(), last.id.as_str()]);
        }
        if next < to || !seen.insert(next) {
            return None;
        }
        let rest = way_back(lines, next, to, seen)?;
        Some([vec![line.id.as_str()], rest].concat())
    })
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::ids::LineId;
    use crate::plan::{Dose, Stage, StageBegins};
    use crate::samples;

    fn line(id: &str, replaces: &[&str]) -> Prescription {
        let stage = |other: &&str| Stage {
            as_written: None,
            begins: StageBegins::WhenAgreed,
            until: None,
            dose: Dose::default(),
            side: None,
            frequency: None,
            replaces: vec![LineId::new(other).unwrap()],
        };
        Prescription {
            stages: replaces.iter().map(stage).collect(),
            ..samples::line(id, &["morning"])
        }
    }

    fn found(lines: &[Prescription]) -> Vec<String> {
        let place = Problem::new(ProblemCode::LimitTouchesLine, "sheet");
        let found = RefCell::new(Vec::new());
        remark_circles(lines, &vec![place; lines.len()], |problem| {
            found.borrow_mut().push(problem.args["found"].clone());
        });
        found.into_inner()
    }

    #[test]
    fn a_circle_is_reported_once_with_the_way_round() {
        let way = [("d", &["a"][..]), ("a", &["b"]), ("b", &["d", "c"]), ("c", &["c"])];
        let lines = way.map(|(id, replaces)| line(id, replaces));
        assert_eq!(found(&lines), ["d → a → b → d"]);
        let ends = [("a", &["b", "c"][..]), ("b", &["c"]), ("c", &["unknown"])];
        assert_eq!(found(&ends.map(|(id, replaces)| line(id, replaces))), [""; 0]);
    }
}
