//! What is heard of a round is chosen where it is told what this device can do.

use backwise_store::views::{ScreenInRound, Volume};

use super::desktop::Desktop;
use super::{journal, open};

/// Presses the nth choice below the heading of this name, and waits until it is chosen.
async fn choose(window: &super::Window, id: &str, nth: usize) {
    let choice = format!("document.querySelectorAll('#{id} + [role=group] button')[{nth}]");
    window.until(&choice).await;
    window.run(&format!("{choice}.click()")).await;
    window.until(&format!("{choice}.ariaPressed === 'true'")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_heard_of_a_round_is_chosen_and_kept() {
    let desktop = Desktop::new();
    let mut window = open(&desktop, "hands-free").await;
    window.go("#/settings").await;
    window.until_shown("In your round").await;
    // WebKitGTK has voices of its own, so a choice stands here and no excuse.
    choose(&window, "voice", 0).await;
    choose(&window, "tones", 3).await;
    choose(&window, "screen", 1).await;
    window.press("Try how it sounds").await;
    window.picture("chosen").await;
    window.assert_the_policy_held().await;
    window.kill().await;
    let kept = journal(&desktop).settings().unwrap().hands_free;
    assert_eq!((kept.voice, kept.tones), (Volume::Off, Volume::Loud));
    assert_eq!((kept.screen, kept.big), (ScreenInRound::On, false));
}
