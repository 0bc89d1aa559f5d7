//! Asks python-dateutil, which `./dev test` puts into `target/oracles`.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use super::zones::oracles;

/// A plan that is asked about, on the days of some stretches, their ends included.
#[derive(Serialize)]
pub(super) struct Asked {
    pub(super) zone: &'static str,
    pub(super) text: String,
    pub(super) stretches: Vec<[String; 2]>,
}

#[derive(Serialize)]
struct Question<'a> {
    plans: &'a [Asked],
}

/// Day, line, round, and the second of its instant.
pub(super) type Row = (String, String, String, i64);

#[derive(Deserialize)]
pub(super) struct Answer {
    /// The rounds of each plan.
    pub(super) plans: Vec<Vec<Row>>,
}

/// What Python makes of it. It is started once for all plans.
pub(super) fn ask(plans: &[Asked]) -> Answer {
    let folder = oracles();
    assert!(
        folder.join("dateutil").is_dir(),
        "python-dateutil is not in target/oracles: \"./dev test\" brings it"
    );
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("oracle/dateutil_oracle.py");
    let mut python = Command::new("python3")
        .arg(script)
        .arg(folder)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 starts: \"./dev test\" brings it");
    let question = serde_json::to_vec(&Question { plans }).unwrap();
    let mut stdin = python.stdin.take().unwrap();
    let asking = std::thread::spawn(move || stdin.write_all(&question));
    let told = python.wait_with_output().unwrap();
    assert!(told.status.success(), "the script ended with {}", told.status);
    asking.join().unwrap().expect("Python reads all of the question");
    serde_json::from_slice(&told.stdout).expect("an answer in JSON")
}
