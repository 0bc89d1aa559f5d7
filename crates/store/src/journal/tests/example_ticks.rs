//! What somebody ticks on an example plan, until a plan is made of it.

use backwise_core::ids::{LineId, PlanId};
use backwise_core::person::{Floor, PersonFact};

use super::person::{answer_until_the_plan, operation, say};
use super::{MORNING, open, raw};
use crate::Journal;

fn example() -> PlanId {
    PlanId::new("lami-2-6").unwrap()
}

fn line(id: &str) -> LineId {
    LineId::new(id).unwrap()
}

fn ticked(journal: &Journal) -> Vec<(PlanId, Vec<LineId>)> {
    let views = journal.templates().unwrap().into_iter();
    let ticked = views.filter(|view| !view.ticked.is_empty());
    ticked.map(|view| (view.template.id, view.ticked)).collect()
}

#[test]
fn what_is_ticked_on_an_example_is_there_when_the_folder_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    answer_until_the_plan(&mut journal);
    let (walk, bridge) = (line("walk-level"), line("bridge"));
    journal.tick_template(&example(), std::slice::from_ref(&walk), true).unwrap();
    journal.tick_template(&example(), std::slice::from_ref(&bridge), true).unwrap();
    journal.tick_template(&example(), std::slice::from_ref(&bridge), true).unwrap();
    // As after a kill: nothing was closed in order.
    std::mem::forget(journal);
    let mut journal = open(folder.path(), MORNING);
    let (_, lines) = ticked(&journal).pop().unwrap();
    assert_eq!(lines.len(), 2);
    assert!(lines.contains(&walk) && lines.contains(&bridge));
    // A tick alone asks nobody for anything, and is thrown away when the person says so.
    assert_eq!(journal.plan().unwrap(), None);
    journal.tick_template(&example(), std::slice::from_ref(&bridge), false).unwrap();
    assert_eq!(ticked(&journal), [(example(), vec![walk.clone()])]);
    let both = [walk, bridge];
    journal.tick_template(&example(), &both, true).unwrap();
    journal.tick_template(&example(), &both, false).unwrap();
    assert_eq!(ticked(&journal), []);
}

#[test]
fn a_plan_that_is_taken_in_lets_its_ticks_go_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    answer_until_the_plan(&mut journal);
    let walk = [line("walk-level")];
    let other = PlanId::new("walk-lami").unwrap();
    let of_other = journal.templates().unwrap().into_iter().find(|view| view.template.id == other);
    let of_other = [of_other.unwrap().template.sheet.lines[0].id.clone()];
    journal.tick_template(&example(), &walk, true).unwrap();
    journal.tick_template(&other, &of_other, true).unwrap();
    let file = journal.plan_from_template(&example(), &walk).unwrap();
    assert_eq!(ticked(&journal).len(), 2, "looking at it changes nothing");
    journal.import_plan(file.as_bytes(), "example.backwise", true).unwrap();
    assert_eq!(ticked(&journal), [(other, of_other.to_vec())]);
}

#[test]
fn no_line_is_ticked_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let walk = [line("walk-level")];
    assert!(journal.tick_template(&example(), &walk, true).is_err(), "it is closed");
    answer_until_the_plan(&mut journal);
    assert!(journal.tick_template(&example(), &[line("gone")], true).is_err());
    journal.tick_template(&example(), &walk, true).unwrap();
    // A later Backwise has other words in its example: nobody has seen those.
    let changed = "UPDATE example_tick SET shown = json_replace(shown, '$.line.as_written', 'Walk for an hour')";
    assert_eq!(raw(folder.path()).execute(changed, []).unwrap(), 1);
    assert_eq!(ticked(&journal), []);
    journal.tick_template(&example(), &walk, true).unwrap();
    let other = "UPDATE example_tick SET shown = '{}'";
    assert_eq!(raw(folder.path()).execute(other, []).unwrap(), 1);
    assert_eq!(ticked(&journal), []);

    // What is closed to the person by now is not ticked any more.
    say(&mut journal, operation("2026-09-16"));
    say(&mut journal, PersonFact::Floor { floor: Floor::NotTried });
    let mut views = journal.templates().unwrap().into_iter();
    let view = views.find(|view| view.lock.is_none() && !view.locked_lines.is_empty()).unwrap();
    let (id, on_floor) = (view.template.id, view.locked_lines);
    assert!(journal.tick_template(&id, &on_floor[..1], true).is_err());
    say(&mut journal, PersonFact::Floor { floor: Floor::Yes });
    journal.tick_template(&id, &on_floor[..1], true).unwrap();
    assert_eq!(ticked(&journal), [(id, on_floor[..1].to_vec())]);
    say(&mut journal, PersonFact::Floor { floor: Floor::NotTried });
    assert_eq!(ticked(&journal), []);
}
