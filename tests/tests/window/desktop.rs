//! A desktop of a test's own: display, session bus and home folder, all gone when it is dropped.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A bus without service files: nothing is ever started by asking for it.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=FOLDER</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A desktop of a test's own.
pub(crate) struct Desktop {
    /// The display and the bus. The bus, which came last, goes first.
    processes: Vec<Running>,
    display: String,
    bus: String,
    folder: tempfile::TempDir,
}

/// A process and all that it started, ended when it is dropped.
pub(crate) struct Running(Child);

impl Running {
    /// Starts `command` as the head of a process group of its own.
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_owned();
        let child = command
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", name.display()));
        Self(child)
    }

    /// Its number.
    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }

    /// Waits until it has ended by itself.
    pub(crate) fn wait(&mut self) {
        let _ = self.0.wait();
    }

    /// Its output, a line at a time.
    pub(crate) fn lines(&mut self) -> impl Iterator<Item = String> + use<> {
        BufReader::new(self.0.stdout.take().expect("its output is piped"))
            .lines()
            .map_while(Result::ok)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

impl Desktop {
    /// A new one, with nothing on it.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut display = Running::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let number = display.lines().next().expect("Xvfb says which display it took");
        let config = folder.path().join("bus.conf");
        std::fs::write(&config, BUS.replace("FOLDER", &folder.path().display().to_string()))
            .unwrap();
        let mut bus = Running::start(
            Command::new("dbus-daemon")
                .args(["--nofork", "--nopidfile", "--print-address=1", "--config-file"])
                .arg(&config)
                .stdout(Stdio::piped()),
        );
        let address = bus.lines().next().expect("dbus-daemon says where it listens");
        for home in ["home", "run", "config", "cache", "state", "share"] {
            std::fs::create_dir(folder.path().join(home)).unwrap();
        }
        Self {
            processes: vec![display, bus],
            display: format!(":{}", number.trim()),
            bus: address,
            folder,
        }
    }

    /// A folder in it that does not outlive it.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of its session bus.
    pub(crate) fn bus(&self) -> &str {
        &self.bus
    }

    /// `program`, to be started on it: it sees this display, bus and home and nothing else of the machine.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let home = |name: &str| self.folder.path().join(name);
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("LANG", "C.UTF-8")
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("HOME", home("home"))
            .env("XDG_RUNTIME_DIR", home("run"))
            .env("XDG_CONFIG_HOME", home("config"))
            .env("XDG_CACHE_HOME", home("cache"))
            .env("XDG_STATE_HOME", home("state"))
            .env("XDG_DATA_HOME", home("share"))
            // The accessibility bus is a service of its own, which this bus cannot start.
            .env("NO_AT_BRIDGE", "1")
            .stdin(Stdio::null());
        command
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        while self.processes.pop().is_some() {}
    }
}

/// One of our own programs, built beside the tests.
pub(crate) fn program(name: &str) -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let place = here.parent().and_then(Path::parent).unwrap().join(name);
    assert!(
        place.exists(),
        "{} is not there. Build the programs first: cargo build -p backwise -p backwise-remind -p backwise-cli",
        place.display()
    );
    place
}

/// The folder of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}
