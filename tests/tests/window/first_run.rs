//! Somebody starts Backwise for the first time, and the program is killed while they answer.

use backwise_core::person::TeamLimits;

use super::desktop::Desktop;
use super::{journal, open_as_it_is};

/// Types a day into the field as the webview's own picker would.
const SAY_THE_DAY: &str = "const field = document.querySelector('input[type=date]');
    field.value = '2026-11-02';
    field.dispatchEvent(new Event('input', { bubbles: true }));";

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_asks_and_goes_on_where_it_was_killed() {
    let desktop = Desktop::new();
    let mut window = open_as_it_is(&desktop, "first-run").await;
    window.until_shown("Welcome to Backwise").await;
    window.picture("terms").await;
    // Nothing else is reached before the terms, but for the warning signs.
    window.go("#/plan/import").await;
    window.until("location.hash === '#/welcome/terms'").await;
    window.press("Warning signs").await;
    window.until_shown("Get help now").await;
    window.press("Close the warning signs").await;
    window.press("I understand").await;
    window.until_shown("When was your operation").await;
    window.run(SAY_THE_DAY).await;
    window.until_shown("Monday 2 November 2026, 16 days ago.").await;
    window.picture("read-back").await;
    window.press("Yes, that is right").await;
    window.until_shown("Did they put in screws").await;
    window.kill().await;

    let mut window = open_as_it_is(&desktop, "first-run-after-the-kill").await;
    window.until_shown("Did they put in screws").await;
    window.picture("resumed").await;
    window.press("I don’t know").await;
    window.press("I have not tried").await;
    window.press("None of these was there").await;
    window.press("I wasn’t told").await;
    window.press("Go on without a number").await;
    window.until_shown("Where is your plan?").await;
    window.kill().await;

    let mut window = open_as_it_is(&desktop, "first-run-without-a-plan").await;
    window.until_shown("Where is your plan?").await;
    window
        .run("[...document.querySelectorAll('button')].find((it) => it.innerText.startsWith('I have no plan yet')).click()")
        .await;
    window.until_shown("You have no plan yet").await;
    window.picture("no-plan").await;
    window.assert_the_policy_held().await;
    let said = journal(&desktop).person().unwrap();
    assert_eq!(said.operation.unwrap().days_ago, 16);
    assert_eq!(said.limits, Some(TeamLimits::NotTold));
    assert!(!said.has_plan && said.first_run.next.is_none());
    assert!(!journal(&desktop).settings().unwrap().reminders, "nothing is switched on unseen");
}
