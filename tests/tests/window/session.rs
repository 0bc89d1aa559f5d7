//! Walking through a session without waiting for a clock.

use serde_json::json;

use super::driver::{Window, called};

/// More steps than the rounds of the example plan have.
const MOST_STEPS: usize = 1000;

/// What a person presses to go on, in the order in which it matters.
const ONWARD: [&str; 5] = ["Begin", "I am ready", "That is done", "Next", "Go on"];

impl Window {
    /// Presses whatever goes on until the round is over. A timed repetition has no such button: it
    /// is sent on by the command that the buttons send, so that the test waits for no clock.
    pub(crate) async fn walk_through_the_session(&self) {
        let buttons: Vec<String> = ONWARD.iter().map(|name| called(name)).collect();
        let button = buttons.join(" ?? ");
        for _step in 0..MOST_STEPS {
            let before = self.run("return document.querySelector('main')?.innerText ?? ''").await;
            if before.as_str().is_some_and(|text| text.contains("That is all")) {
                return;
            }
            self.run_until_done(&format!(
                "const button = {button};
                 if (button) {{ button.click(); done(); }}
                 else __TAURI_INTERNALS__.invoke('session_event', {{ event: {{ event: 'next' }} }}).then(() => done(), () => done());"
            ))
            .await;
            self.until(&format!("document.querySelector('main')?.innerText !== {}", json!(before)))
                .await;
        }
        panic!("the session does not end");
    }
}
