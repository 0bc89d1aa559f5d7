//! A folder with a plan file in it, and the program run inside that folder.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use backwise_core::time::ZoneDatabase;
use backwise_store::Journal;
use backwise_store::clock::Clock;

/// The morning on which the stories begin: 16 days after the operation.
pub(crate) const WEDNESDAY: &str = "2026-11-18T07:30:00Z";

/// A folder of its own for each test.
pub(crate) struct Rig {
    folder: tempfile::TempDir,
    /// Records in the order in which they were first seen: their names are random.
    records: RefCell<Vec<String>>,
}

impl Rig {
    /// A folder with the example plan as `plan.backwise` and no data yet.
    pub(crate) fn new() -> Self {
        let rig = Self { folder: tempfile::tempdir().unwrap(), records: RefCell::new(Vec::new()) };
        rig.write("plan.backwise", &example());
        rig
    }

    /// The same, with the example plan taken in on Wednesday morning.
    pub(crate) fn with_plan() -> Self {
        let rig = Self::new();
        let import = ["plan", "import", "plan.backwise", "--confirmed"];
        assert_eq!(rig.run(&import).status.code(), Some(0));
        rig
    }

    /// The journal of this folder on Wednesday morning in Berlin, for what the program has no words to enter.
    pub(crate) fn journal(&self) -> Journal {
        let zone = ZoneDatabase::of_this_machine().zone("Europe/Berlin").unwrap();
        let clock = Clock::fixed(Some(WEDNESDAY.parse().unwrap()), Some(zone));
        Journal::open(&self.path("data"), clock).unwrap()
    }

    /// The path of `name` in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file into the folder.
    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Puts the example plan into the folder with `from` replaced by `to`, and without the checksum
    /// that would no longer fit.
    pub(crate) fn write_changed_plan(&self, name: &str, changes: &[(&str, &str)]) {
        let mut text = example();
        for (from, to) in changes {
            assert!(text.contains(from), "the example plan has no {from:?}");
            text = text.replacen(from, to, 1);
        }
        self.write(name, &text);
    }

    /// The program in this folder, on Wednesday morning in Berlin.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        self.command_at(WEDNESDAY, arguments)
    }

    /// The program in this folder at the moment `now` in Berlin.
    pub(crate) fn command_at(&self, now: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backwise-cli"));
        command
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .args(["--data", "data", "--now", now, "--zone", "Europe/Berlin"])
            .args(arguments);
        command
    }

    /// What it answers on Wednesday morning.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What it answers on Wednesday morning, as a person sees it: what was typed, what was printed
    /// where, and the exit code.
    pub(crate) fn told(&self, arguments: &[&str]) -> String {
        self.told_at(WEDNESDAY, arguments)
    }

    /// The same at the moment `now`.
    pub(crate) fn told_at(&self, now: &str, arguments: &[&str]) -> String {
        let output = self.command_at(now, arguments).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        let code = output.status.code().unwrap();
        let typed = arguments.join(" ");
        let err = if err.is_empty() { err } else { format!("[stderr]\n{err}") };
        self.without_records(&format!("$ {typed}\n{out}{err}[exit {code}]\n"))
    }

    /// The record that an entry made.
    pub(crate) fn record_of(&self, arguments: &[&str]) -> String {
        let output = self.run(&[arguments, &["--json"]].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
        answer["entry"]["record"]
            .as_str()
            .unwrap_or_else(|| panic!("no record in {text}"))
            .to_owned()
    }

    /// `text` with `[record 1]`, `[record 2]` ... in the place of the names of records.
    fn without_records(&self, text: &str) -> String {
        let mut text = text.to_owned();
        let mut records = self.records.borrow_mut();
        let found: Vec<String> = text
            .split(|letter: char| !letter.is_ascii_hexdigit() && letter != '-')
            .filter(|word| is_uuid(word))
            .map(str::to_owned)
            .collect();
        for record in found {
            if !records.contains(&record) {
                records.push(record);
            }
        }
        for (n, record) in records.iter().enumerate() {
            text = text.replace(record, &format!("[record {}]", n + 1));
        }
        text
    }
}

fn is_uuid(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12]
}

/// The example plan of the repository.
pub(crate) fn example() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../exercises/plans/examples/weeks-3-to-6.backwise");
    std::fs::read_to_string(path).unwrap()
}

/// The example of `docs/plan-format.md` that has every table at least once.
pub(crate) fn with_everything() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plan-format.md");
    let guide = std::fs::read_to_string(path).unwrap();
    let (_, example) = guide.rsplit_once("```toml\n").unwrap();
    example.split("```").next().unwrap().to_owned()
}
