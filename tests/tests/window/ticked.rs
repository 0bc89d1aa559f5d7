//! What is ticked on its page of Today while its round is paused.

use backwise_core::ids::RecordId;
use backwise_core::schedule::{AgendaItem, State};
use backwise_store::Journal;

use super::desktop::Desktop;
use super::driver::Window;
use super::session::{NEXT, in_short, morning, sheet_with_a_long_hold, unbroken};
use super::{journal, open};

/// The window on a round that is paused in its third hold: two are recorded. And the exercises of that round.
async fn paused_in_a_hold(desktop: &Desktop, name: &str) -> (Window, Vec<AgendaItem>) {
    let sheet = sheet_with_a_long_hold();
    journal(desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let window = open(desktop, name).await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("I am ready").await;
    let next = &format!("{NEXT}.then(() => done(null), (error) => done(error))");
    for _ in 0..3 {
        assert!(window.run_until_done(next).await.is_null());
    }
    window.until("document.querySelector('.count')?.innerText.startsWith('3')").await;
    window.until_shown("Hold").await;
    window.press("Pause").await;
    let items = morning(&journal(desktop));
    assert_eq!((items[0].state, items[0].seen.repetitions), (State::InProgress, 2));
    (window, items)
}

/// Ticks `item` on its page, goes back to the round and on with it.
async fn tick_and_go_on(window: &Window, item: &AgendaItem) {
    let (day, line) = (item.bout.day, &item.bout.line);
    window.go(&format!("#/day/{day}/{line}/round/morning")).await;
    window.until_shown("Did you do it?").await;
    window.press("Done").await;
    window.until_shown("Is that not right?").await;
    window.go("#/session").await;
    window.press("Go on").await;
}

/// So many facts the record has, and by which the exercise `at` of the morning is done.
fn done_by(journal: &Journal, at: usize) -> (u32, Option<RecordId>) {
    let item = morning(journal).swap_remove(at);
    assert_eq!((item.state, item.corrected), (State::Done, false));
    (journal.data_place().unwrap().records, item.record)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_exercise_in_hand_is_passed_over_once_it_is_ticked_and_what_was_seen_of_it_stays() {
    let desktop = Desktop::new();
    let (window, items) = paused_in_a_hold(&desktop, "ticked-in-hand").await;
    tick_and_go_on(&window, &items[0]).await;
    window.until_shown("Exercise 2 of 2").await;
    let (records, tick) = done_by(&journal(&desktop), 0);
    assert_eq!(records, 3, "two holds and the tick");
    window.walk_through_the_session().await;

    let kept = journal(&desktop);
    assert_eq!(done_by(&kept, 0), (records + 3, tick), "a set of each leg, and that they are done");
    let (mut seen, whole) = (in_short(&morning(&kept)), unbroken(&sheet_with_a_long_hold()));
    assert_eq!(seen.remove(0).2, [(1, 2)], "what was seen of it, and nothing that nobody did");
    assert_eq!(seen, in_short(&whole)[1..]);
    assert_eq!(kept.session_cut_off().unwrap().items, [], "nothing of it is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_exercise_that_comes_next_is_passed_over_once_it_is_ticked_and_the_one_in_hand_goes_on()
{
    let desktop = Desktop::new();
    let (window, items) = paused_in_a_hold(&desktop, "ticked-next").await;
    tick_and_go_on(&window, &items[1]).await;
    window.until("document.querySelector('.count')?.innerText.startsWith('3')").await;
    let (records, tick) = done_by(&journal(&desktop), 1);
    assert_eq!(records, 3, "two holds and the tick");
    window.walk_through_the_session().await;

    let kept = journal(&desktop);
    assert_eq!(done_by(&kept, 1), (records + 9, tick), "eight holds, and that they are done");
    let (seen, whole) = (in_short(&morning(&kept)), unbroken(&sheet_with_a_long_hold()));
    assert_eq!(seen[0], in_short(&whole)[0]);
    assert_eq!(seen[1].2, [], "nobody was led through it");
    assert_eq!(kept.session_cut_off().unwrap().items, [], "nothing of it is open");
}
