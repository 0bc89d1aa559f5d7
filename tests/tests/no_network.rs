//! Nothing leaves the device by itself: in an empty network namespace both programs do all they
//! have to, and the kernel was never asked for a socket that could reach another machine.

use std::process::{Command, Stdio};
use std::time::Duration;

use backwise_core::time::ZoneDatabase;
use backwise_store::clock::Clock;
use backwise_store::{Journal, Watch};

use crate::window::desktop::{Desktop, Running, program, repository};

/// How long the resident may take under strace, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// `program`, in a network namespace of its own and with a note of every socket it or its children
/// ask for in the file `trace`.
fn traced(desktop: &Desktop, name: &str) -> Command {
    let mut command = desktop.command("unshare");
    // Outside the superuser's hands a namespace of users comes first.
    command.args([
        "--map-root-user",
        "--net",
        "--",
        "strace",
        "--follow-forks",
        "--seccomp-bpf",
        "-qq",
    ]);
    command.args(["--trace=socket", "--output"]).arg(trace_of(desktop, name)).arg(program(name));
    command.arg("--data").arg(desktop.folder().join("data"));
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn trace_of(desktop: &Desktop, name: &str) -> std::path::PathBuf {
    desktop.folder().join(format!("{name}.sockets"))
}

fn assert_no_internet_socket(desktop: &Desktop, name: &str) {
    let trace = std::fs::read_to_string(trace_of(desktop, name)).unwrap();
    assert!(trace.contains("socket(AF_UNIX"), "the trace must have seen something:\n{trace}");
    let outside: Vec<&str> = trace.lines().filter(|line| line.contains("socket(AF_INET")).collect();
    assert!(outside.is_empty(), "{name} asked for:\n{}", outside.join("\n"));
}

#[test]
fn the_window_opens_no_socket_to_other_machines() {
    let desktop = Desktop::new();
    let mut app = Running::start(&mut traced(&desktop, "backwise"));
    let shown = app.lines().find(|line| line.contains("the window is open"));
    assert!(shown.is_some(), "the window opens without a network");
    drop(app);
    assert_no_internet_socket(&desktop, "backwise");
}

#[test]
fn the_resident_opens_no_socket_to_other_machines() {
    let desktop = Desktop::new();
    let data = desktop.folder().join("data");
    let plan = repository().join("exercises/plans/examples/weeks-3-to-6.backwise");
    let now = "2026-11-18T08:00:30Z";
    let zone = ZoneDatabase::of_this_machine().zone("Europe/Berlin").unwrap();
    let clock = Clock::fixed(Some(now.parse().unwrap()), Some(zone));
    let mut journal = Journal::open(&data, clock).unwrap();
    journal.import_plan(&std::fs::read(plan).unwrap(), "weeks-3-to-6.backwise", true).unwrap();
    journal.set_reminders(true).unwrap();

    // It has tried to show the reminder that is due when the record says so: nothing on this bus takes it.
    let (signals, heard) = std::sync::mpsc::channel();
    let tell = move |signal| {
        let _ = signals.send(signal);
    };
    let _watch = Watch::start(&data, tell).unwrap();
    let resident = Running::start(traced(&desktop, "backwise-remind").args([
        "--now",
        now,
        "--zone",
        "Europe/Berlin",
    ]));
    while journal.reminder_health(true).unwrap().last_delivery.is_none() {
        heard.recv_timeout(PATIENCE).expect("the resident tries to remind");
    }
    drop(resident);
    assert_no_internet_socket(&desktop, "backwise-remind");
}
