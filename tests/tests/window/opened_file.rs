//! A plan file is opened from the desktop: with the app, or while its window is open.

use std::fs;

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_file_opened_with_the_app_is_shown_and_taken_in_only_when_the_person_says_so() {
    let desktop = Desktop::new();
    answer_the_first_run(&desktop);
    let file = desktop.folder().join("my plan.backwise");
    fs::copy(example_plan(), &file).unwrap();
    // As desktops say it: an address.
    let address = format!("file://{}", file.display()).replace(' ', "%20");
    let [_, now, ..] = WHEN_AND_WHERE;
    let mut window = open_given(&desktop, "opened-file", now, &[&address]).await;
    window.until_shown("Is this your plan?").await;
    assert_eq!(exported(&desktop), b"", "nothing is taken in before the person says so");
    take_in_what_is_shown(&mut window).await;
    let before = exported(&desktop);
    assert!(!before.is_empty());

    // A second start hands its file to the window that is open, and ends.
    let sheet = fs::read_to_string(&file).unwrap();
    fs::write(&file, sheet.replace("at = \"08:30\"", "at = \"half past 8\"")).unwrap();
    let started = desktop
        .command(desktop::program("backwise"))
        .arg("--data")
        .arg(desktop.folder().join("data"))
        .args(WHEN_AND_WHERE)
        .arg("my plan.backwise")
        .current_dir(desktop.folder())
        .status()
        .unwrap();
    assert!(started.success());
    window.until_shown("my plan.backwise").await;
    window.picture("faults").await;
    assert_eq!(exported(&desktop), before, "a file with faults changes nothing");
    window.assert_the_policy_held().await;
}
