//! The rules of the house that are no tables of ARCHITECTURE.md.

/// The longest a source file may be, in lines.
pub(super) const LONGEST_FILE: usize = 400;

/// Files that may be longer, each with its reason.
pub(super) const LONGER_FILES: &[(&str, &str)] = &[
    (
        "tests/tests/resident.rs",
        "every way of the resident with a real desktop, on the one person they share",
    ),
    ("ui/src/i18n/keys.ts", "written by `npm run keys`: one line a message, and nobody reads it"),
    (
        "ui/src/host/bindings.ts",
        "written from the Rust types: one place where all of them can be seen",
    ),
];

/// The longest body of a command of the window, in lines.
pub(super) const LONGEST_COMMAND: usize = 6;

/// Something that code may name in some places alone.
pub(super) struct OnlyIn {
    pub(super) rule: &'static str,
    pub(super) words: &'static [&'static str],
    /// Where the rule looks: beginnings of paths.
    pub(super) looks_at: &'static [&'static str],
    /// Where the words may stand: beginnings of paths.
    pub(super) allowed: &'static [&'static str],
}

const RUST: &[&str] = &["crates/", "src-tauri/"];

pub(super) const ONLY_IN: &[OnlyIn] = &[
    OnlyIn {
        rule: "SQLite is known in crates/store alone",
        words: &["rusqlite"],
        looks_at: &["crates/", "src-tauri/", "tests/"],
        // The tests of the resident, and of the window, keep it from writing, as a full disk would.
        allowed: &[
            "crates/store/",
            "crates/remind/tests/",
            "crates/remind/Cargo.toml",
            "tests/tests/window/full_disk.rs",
            "tests/Cargo.toml",
        ],
    },
    OnlyIn {
        rule: "the clock is read in crates/store/src/clock.rs alone",
        words: &[
            "SystemTime::now",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "Zoned::now",
            "Timestamp::now",
        ],
        looks_at: RUST,
        allowed: &["crates/store/src/clock.rs"],
    },
    OnlyIn {
        rule: "the environment is read in crates/store/src/folder.rs alone",
        words: &[
            "env::var",
            "env::var_os",
            "env::vars",
            "env::vars_os",
            "env::set_var",
            "env::remove_var",
        ],
        looks_at: RUST,
        allowed: &["crates/store/src/folder.rs"],
    },
    OnlyIn {
        rule: "the zone rules of jiff are used in core/time alone",
        words: &["jiff"],
        looks_at: &["crates/", "src-tauri/", "tests/"],
        allowed: &["crates/core/src/time/", "crates/core/Cargo.toml"],
    },
    OnlyIn {
        rule: "notifications are sent in crates/remind alone",
        words: &["notify_rust", "notify-rust", "org.freedesktop.Notifications"],
        looks_at: RUST,
        allowed: &["crates/remind/"],
    },
    OnlyIn {
        rule: "Tauri is known in src-tauri alone",
        words: &["tauri"],
        looks_at: &["crates/"],
        allowed: &[],
    },
    OnlyIn {
        rule: "the screens reach Tauri through ui/src/host/tauri.ts alone",
        words: &["@tauri-apps/", "__TAURI"],
        looks_at: &["ui/src/", "ui/vite.config", "ui/index.html"],
        allowed: &["ui/src/host/tauri.ts"],
    },
    OnlyIn {
        rule: "core touches nothing outside itself",
        words: &[
            "std::fs",
            "std::io",
            "std::env",
            "std::net",
            "std::process",
            "std::thread",
            "async fn",
        ],
        looks_at: &["crates/core/src/"],
        allowed: &[],
    },
    OnlyIn {
        rule: "there is no network code",
        words: &[
            "TcpStream",
            "TcpListener",
            "UdpSocket",
            "ToSocketAddrs",
            "reqwest",
            "hyper",
            "ureq",
        ],
        looks_at: RUST,
        allowed: &[],
    },
    OnlyIn {
        rule: "there is no network code",
        words: &["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon"],
        looks_at: &["ui/src/"],
        allowed: &[],
    },
];

/// The front ends: they ask the journal, and the journal alone asks these rules of core.
pub(super) const FRONT_ENDS: &[&str] = &["crates/remind/src/", "crates/cli/src/", "src-tauri/src/"];
pub(super) const RULES: &[(&str, &str)] = &[
    ("record", "settle"),
    ("schedule", "agenda"),
    ("schedule", "revision_on"),
    ("reminder", "plan_reminders"),
    ("reminder", "coming"),
    ("report", "figures"),
];
