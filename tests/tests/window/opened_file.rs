//! A plan file is opened from the desktop: with the app, or while its window is open.

use std::fs;

use super::*;

/// What the record says of its plan, by the command line.
fn plan_of_record(desktop: &Desktop) -> String {
    let [_, now, ..] = WHEN_AND_WHERE;
    let asked = desktop
        .command(desktop::program("backwise-cli"))
        .args(["--now", now, "--data"])
        .arg(desktop.folder().join("data"))
        .args(["plan", "export"])
        .output()
        .unwrap();
    String::from_utf8(asked.stdout).unwrap()
}

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
    assert_eq!(plan_of_record(&desktop), "", "nothing is taken in before the person says so");
    take_in_what_is_shown(&mut window).await;
    assert!(plan_of_record(&desktop).contains("bridge"));

    // A second start hands its file to the window that is open, and ends.
    let before = plan_of_record(&desktop);
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
    assert_eq!(plan_of_record(&desktop), before, "a file with faults changes nothing");
    window.assert_the_policy_held().await;
}
