//! After a warning sign somebody says that the person may go on.

use super::desktop::Desktop;
use super::{journal, open, take_in_the_plan};

/// Types a name into the only field for words that the dialog has.
const SAY_WHO: &str = "const field = document.querySelector('dialog input[type=text]');
    field.value = 'The ward line';
    field.dispatchEvent(new Event('input', { bubbles: true }));";

#[tokio::test(flavor = "multi_thread")]
async fn who_said_that_they_may_go_on_is_kept_and_the_day_comes_back() {
    let desktop = Desktop::new();
    let mut window = open(&desktop, "go-on").await;
    take_in_the_plan(&mut window).await;
    window.go("#/check").await;
    window.press("Yes, one or more").await;
    window.until_shown("Your exercises and reminders are stopped.").await;
    window.press("Somebody said that I may go on").await;
    window.until("document.querySelector('dialog input[type=text]')").await;
    window.run(SAY_WHO).await;
    window.press("Go on with my plan").await;
    window.until_shown("Next: your morning round").await;
    window.picture("today").await;
    window.assert_the_policy_held().await;
    window.kill().await;
    assert!(journal(&desktop).today().unwrap().signs.stop.is_none());
}
