//! What must hold for any plan, tried on plans that nobody would write.

use proptest::prelude::*;
use proptest::sample::Index;

use super::strategies::revision;
use crate::catalogue::{Catalogue, embedded};
use crate::plan::{
    ChangeKind, Checksum, PlanFile, Revision, changes, read, told_line, told_rules, write,
};

/// `plan` under the number and day of `other`, which differ each time and are told nowhere.
fn numbered_like(plan: &Revision, other: &Revision) -> Revision {
    Revision { number: other.number, written: other.written, ..plan.clone() }
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
        prop_assert_eq!(read(&text, "plan", &Catalogue::default()), Ok(plan));
    }

    #[test]
    fn a_changed_byte_is_refused_or_flagged_or_means_the_same(
        plan in revision(),
        place in any::<Index>(),
        byte in prop_oneof![any::<u8>(), 32u8..127, Just(b'#'), Just(b'\n'), Just(b'"')],
    ) {
        let mut bytes = write(&plan).into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let file = PlanFile::open(&bytes, "plan", embedded());
        match file.revision {
            None => prop_assert!(!file.problems.is_empty()),
            Some(changed) => prop_assert!(changed == plan || file.checksum == Checksum::Wrong),
        }
    }

    #[test]
    fn a_line_of_the_file_that_is_cut_out_is_refused_or_flagged_or_means_the_same(
        plan in revision(),
        place in any::<Index>(),
    ) {
        let text = write(&plan);
        let cut = place.index(text.lines().count());
        let rest = text.lines().enumerate().filter(|(n, _)| *n != cut);
        let rest: String = rest.map(|(_, line)| format!("{line}\n")).collect();
        let file = PlanFile::open(rest.as_bytes(), "plan", embedded());
        match file.revision {
            None => prop_assert!(!file.problems.is_empty()),
            Some(changed) => prop_assert!(changed == plan || file.checksum == Checksum::Wrong),
        }
    }

    #[test]
    fn every_difference_between_two_plans_is_told(before in revision(), after in revision()) {
        prop_assert_eq!(changes(Some(&before), &numbered_like(&before, &after)), []);
        let told = changes(Some(&before), &after);
        prop_assert_eq!(told.is_empty(), numbered_like(&before, &after) == after);
        for change in &told {
            // Somebody who compares the two can see what differs.
            let shows = change.before != change.after;
            prop_assert!(shows || change.kind != ChangeKind::Changed, "{:?}", change);
            let is_empty = (change.before.is_empty(), change.after.is_empty());
            let (is_new, is_gone) =
                (change.kind == ChangeKind::Added, change.kind == ChangeKind::Removed);
            prop_assert!(is_empty != (true, true) && (!is_new || is_empty.0) && (!is_gone || is_empty.1));
        }
        prop_assert!(changes(None, &after).len() >= after.lines.len());
    }

    #[test]
    fn whatever_a_plan_says_can_be_told(plan in revision()) {
        for line in &plan.lines {
            let told = told_line(line, &plan);
            prop_assert_eq!(told.stages.len(), line.stages.len() + usize::from(line.growth.is_some()));
            prop_assert!(!told.when.is_empty());
            let has_dose = line.dose != crate::plan::Dose::default();
            prop_assert_eq!(!told.how_much.is_empty(), has_dose || line.side != crate::plan::Side::Both);
            for days in 0..40 {
                let _ = plan.line_on(line, plan.starts.plus(7 * days));
            }
        }
        prop_assert!(told_rules(&plan).len() >= plan.precautions.len() + plan.rounds.len());
    }
}
