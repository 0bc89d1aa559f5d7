//! The window, the resident and other builds of the program on one data folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use backwise_store::{Journal, Watch};

use super::desktop::{Desktop, Running, program, repository};
use super::{MORNING, WHEN_AND_WHERE, journal, open, take_in_the_plan};
use crate::bus::{NotificationServer, USUAL, patiently};

/// How long the person may wait for the window to show what was pressed on the notification.
const AT_ONCE: Duration = Duration::from_secs(2);

fn data(desktop: &Desktop) -> PathBuf {
    desktop.folder().join("data")
}

fn on_the_folder(desktop: &Desktop, program: &Path) -> Command {
    let mut command = desktop.command(program);
    command.arg("--data").arg(data(desktop)).args(WHEN_AND_WHERE);
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn done_on_the_notification_is_on_the_open_window_within_two_seconds() {
    let desktop = Desktop::new();
    let mut server = NotificationServer::start(desktop.bus(), &USUAL).await;
    let mut window = open(&desktop, "together").await;
    take_in_the_plan(&mut window).await;
    window.go("#/today").await;
    window.until_shown("Next: your morning round").await;
    journal(&desktop).set_reminders(true).unwrap();

    let resident = Running::start(&mut on_the_folder(&desktop, &program("backwise-remind")));
    let shown = server.shown().await;
    assert_eq!(shown.title, "Next: your morning round");
    server.press(shown.id, "done").await;
    window.until_within(&format!("{MORNING}.innerText.includes('Done')"), AT_ONCE).await;
    window.picture("done").await;
    drop(resident);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_build_takes_over_and_nothing_is_lost() {
    let newer = repository().join("target/next/backwise-cli");
    assert!(
        newer.exists(),
        "{} is not there. Build it first: ./dev test does, in the step \"a program with a later schema\"",
        newer.display()
    );
    let desktop = Desktop::new();
    let mut window = open(&desktop, "two-builds").await;
    take_in_the_plan(&mut window).await;
    let mut old = journal(&desktop);
    let agenda = old.today().unwrap().agenda.unwrap();
    for item in &agenda.rounds[0].items {
        let done = backwise_core::record::Outcome::Done;
        old.record_bout(&item.bout, &done, None, backwise_core::record::EnteredBy::Person).unwrap();
    }
    let records = old.data_place().unwrap().records;
    drop(old);
    let mut resident =
        Running::start(on_the_folder(&desktop, &program("backwise-remind")).stderr(Stdio::null()));
    let (tell, mut alive) = tokio::sync::mpsc::unbounded_channel();
    let _watch = Watch::start(&data(&desktop), move |_| {
        // Nobody listens any more at the end of the test.
        let _ = tell.send(());
    })
    .unwrap();
    // Whatever it writes first, it has the folder open by then.
    while !journal(&desktop).reminder_health(true).unwrap().resident_alive {
        patiently("the resident writes", alive.recv()).await;
    }

    // The newer program needs the folder alone: the old resident and the old window leave it.
    let check = tokio::process::Command::from({
        let mut command = on_the_folder(&desktop, &newer);
        command.args(["--json", "check"]);
        command
    })
    .output();
    let answer = patiently("the newer program opens the folder", check).await.unwrap();
    let said = String::from_utf8_lossy(&answer.stdout).into_owned();
    assert!(answer.status.success(), "{said}{}", String::from_utf8_lossy(&answer.stderr));
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let kept = said.pointer("/data/check/records").and_then(serde_json::Value::as_u64);
    assert_eq!(kept, Some(u64::from(records)), "{said}");

    window.until_shown("Backwise was updated").await;
    window.picture("updated").await;
    let ended = tokio::task::spawn_blocking(move || resident.wait());
    patiently("the old resident leaves", ended).await.unwrap();
    let copies = std::fs::read_dir(data(&desktop)).unwrap();
    let names: Vec<_> =
        copies.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.iter().any(|name| name.starts_with("journal-before-update")), "{names:?}");
    assert!(matches!(
        Journal::open(&data(&desktop), backwise_store::clock::Clock::of_this_machine()),
        Err(backwise_store::StoreError::NewerFile { .. })
    ));
}
