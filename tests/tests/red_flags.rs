//! A person's days with a warning sign, over the journal that window and resident share.

use backwise_core::record::{EnteredBy, Outcome};
use backwise_core::schedule::{AgendaItem, State};
use backwise_core::time::{Day, ZoneDatabase};
use backwise_store::Journal;
use backwise_store::clock::Clock;
use proptest::prelude::*;

const SHEET: &str = include_str!("../../exercises/plans/examples/weeks-3-to-6.backwise");

fn journal(folder: &tempfile::TempDir, now: &str) -> Journal {
    let zone = ZoneDatabase::of_this_machine().zone("Europe/London").unwrap();
    Journal::open(folder.path(), Clock::fixed(Some(now.parse().unwrap()), Some(zone))).unwrap()
}

/// The example plan, with reminders on.
fn person() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut first = journal(&folder, "2026-11-16T06:00:00Z");
    first.import_plan(SHEET.as_bytes(), "weeks-3-to-6.backwise", true).unwrap();
    first.set_reminders(true).unwrap();
    folder
}

fn items(journal: &Journal, on: &str) -> Vec<AgendaItem> {
    let day: Day = on.parse().unwrap();
    journal.agenda(day).unwrap().unwrap().items().cloned().collect()
}

/// What is asked of the person now: open bouts, rounds to begin, prompts.
fn is_asked_for_anything(journal: &Journal) -> bool {
    let today = journal.today().unwrap();
    let agenda = today.agenda.unwrap();
    let is_open = |item: &AgendaItem| {
        matches!(item.state, State::Due | State::Upcoming | State::Available | State::InProgress)
    };
    let as_needed = agenda.as_needed.iter().any(|line| line.next.is_some());
    let prompts = !journal.plan_reminders().unwrap().show.is_empty();
    agenda.items().any(is_open) || today.next.is_some() || as_needed || prompts
}

/// Scenario 12: numbness in the saddle on Wednesday, hospital, and on Saturday somebody's word.
#[test]
fn scenario_12_a_warning_sign_silences_everything_until_somebody_has_spoken() {
    let folder = person();
    let mut morning = journal(&folder, "2026-11-18T09:03:00Z");
    let first = items(&morning, "2026-11-18")[0].bout.clone();
    morning.record_bout(&first, &Outcome::Done, None, EnteredBy::Person).unwrap();
    assert!(is_asked_for_anything(&morning));

    journal(&folder, "2026-11-18T10:00:00Z").answer_signs(true, false).unwrap();
    for now in [
        "2026-11-18T10:00:00Z",
        "2026-11-18T13:31:00Z",
        "2026-11-18T19:00:00Z",
        "2026-11-20T09:03:00Z",
    ] {
        let there = journal(&folder, now);
        assert!(!is_asked_for_anything(&there), "{now}");
        assert_eq!(there.coming_reminders(None, 14).unwrap(), [], "{now}");
    }
    let wednesday = items(&journal(&folder, "2026-11-20T09:03:00Z"), "2026-11-18");
    assert_eq!(wednesday[0].state, State::Done, "what was done before it is kept");
    assert!(wednesday[1..].iter().all(|item| item.state == State::StoppedByRedFlag));

    let mut saturday = journal(&folder, "2026-11-21T11:00:00Z");
    saturday.may_go_on("Dr Kahn, by telephone", "2026-11-21".parse().unwrap()).unwrap();
    assert!(is_asked_for_anything(&saturday), "Saturday goes on where the day is");
    let report = saturday
        .report("2026-11-18".parse().unwrap(), "2026-11-20".parse().unwrap())
        .unwrap()
        .unwrap();
    let total = report.total;
    assert!(total.stopped > 0);
    assert_eq!(
        total.prescribed,
        total.done + total.stopped,
        "nobody is said to have missed anything: {total:?}"
    );
}

#[derive(Debug, Clone, Copy)]
enum Said {
    Yes,
    No,
    Mistake,
    GoOn,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever was answered and in whatever order: nothing is asked of a person who has a sign, and only a
    /// mended mistake or somebody's word ends that.
    #[test]
    fn nothing_but_a_mended_mistake_or_somebodys_word_ends_a_stop(
        said in prop::collection::vec(prop::sample::select(vec![Said::Yes, Said::No, Said::Mistake, Said::GoOn]), 1..8),
    ) {
        let folder = person();
        let mut is_stopped = false;
        for (minute, said) in said.into_iter().enumerate() {
            let now = format!("2026-11-18T09:{:02}:00Z", 3 + minute);
            let mut journal = journal(&folder, &now);
            let is_taken = match said {
                Said::Yes => journal.answer_signs(true, false).is_ok(),
                Said::No => journal.answer_signs(false, false).is_ok(),
                Said::Mistake => journal.answer_signs(false, true).is_ok(),
                Said::GoOn => journal.may_go_on("Ward", "2026-11-18".parse().unwrap()).is_ok(),
            };
            let is_possible = is_stopped || matches!(said, Said::Yes | Said::No);
            prop_assert_eq!(is_taken, is_possible);
            is_stopped = match said {
                Said::Yes => true,
                Said::No => is_stopped,
                Said::Mistake | Said::GoOn => false,
            };
            let today = journal.today().unwrap();
            if is_stopped {
                prop_assert!(!is_asked_for_anything(&journal));
            }
            prop_assert_eq!(today.signs.stop.is_some(), is_stopped);
        }
    }
}
