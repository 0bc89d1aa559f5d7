use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use super::{MORNING, TODAY, day, done, folder_with_plan, open};
use crate::{Signal, Watch};

/// The next signal. The minute only keeps a broken watch from keeping the whole run waiting.
pub(super) fn next<T>(heard: &Receiver<T>) -> T {
    heard.recv_timeout(Duration::from_secs(60)).unwrap()
}

#[test]
fn a_commit_is_heard_once_and_can_be_read_when_it_is() {
    let folder = folder_with_plan();
    let mut resident = open(folder.path(), MORNING);
    let window = open(folder.path(), MORNING);
    let (sender, heard) = mpsc::channel();
    // The window looks at the very moment it hears, while the resident may still be busy.
    let _watch = Watch::start(folder.path(), move |signal| {
        let _ = sender.send((signal, window.changed_elsewhere().unwrap()));
    })
    .unwrap();
    for _ in 0..20 {
        resident.app_opened().unwrap();
        assert_eq!(next(&heard), (Signal::Commit, true));
    }
}

#[test]
fn the_folder_may_come_later_than_the_watch() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    let (sender, heard) = mpsc::channel();
    let _watch = Watch::start(&folder, move |signal| {
        let _ = sender.send(signal);
    })
    .unwrap();
    open(&folder, MORNING).app_opened().unwrap();
    while next(&heard) != Signal::Commit {}
}

#[test]
fn what_one_does_itself_is_no_news_to_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    done(&mut journal, "bridge", "morning", TODAY);
    assert!(!journal.changed_elsewhere().unwrap());
    let _ = journal.agenda(day(TODAY)).unwrap();
    assert!(!journal.changed_elsewhere().unwrap());
}
