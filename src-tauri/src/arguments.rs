//! What a desktop start is given, and what a second start hands to the first.

use std::ffi::OsString;
use std::path::PathBuf;

use backwise_core::ids::RoundId;
use backwise_core::time::{Instant, Zone, ZoneDatabase};
use backwise_store::clock::Clock;
use backwise_store::folder::usual_data_folder;
use clap::Parser;
use tauri::Manager;
use tauri::plugin::TauriPlugin;

use crate::handed_over::path_of;
use crate::host::{Host, Start};

/// An offline companion for the exercises of your physiotherapist.
#[derive(Debug, Clone, Parser)]
#[command(name = "backwise", version)]
pub struct Arguments {
    /// The folder of the record. One person a folder
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The moment to show, standing still, such as 2026-11-18T08:05:00Z
    #[arg(long, value_name = "RFC3339", value_parser = instant)]
    pub now: Option<Instant>,
    /// The time zone to be in, such as Europe/Berlin
    #[arg(long, value_name = "IANA", value_parser = zone)]
    pub zone: Option<Zone>,
    /// The round to open, by its name in the plan
    #[arg(long, value_name = "ID", value_parser = round)]
    pub open_round: Option<RoundId>,
    /// A plan file to look at; of several, the first
    #[arg(value_name = "FILE", conflicts_with = "remind", value_parser = path)]
    pub files: Vec<PathBuf>,
    /// Remind, without a window, until the session of the desktop ends
    #[arg(long)]
    pub remind: bool,
}

impl Arguments {
    /// What they mean.
    #[must_use]
    pub fn start(self) -> Start {
        Start {
            folder: self.data.or_else(usual_data_folder),
            stands_still: self.now.is_some(),
            clock: Clock::fixed(self.now, self.zone),
            open_round: self.open_round,
            open_file: self.files.into_iter().next(),
        }
    }

    /// What the resident is told of them.
    #[must_use]
    pub fn for_the_resident(&self) -> Vec<OsString> {
        let given = [
            ("--data", self.data.clone().map(OsString::from)),
            ("--now", self.now.map(|now| now.to_rfc3339().into())),
            ("--zone", self.zone.as_ref().map(|zone| zone.name().into())),
        ];
        given
            .into_iter()
            .filter_map(|(name, value)| Some([name.into(), value?]))
            .flatten()
            .collect()
    }
}

/// One window a data folder: a second start on the same folder brings up the first one's window.
///
/// On Linux the name on the session bus carries the folder, so that two people on one machine, and
/// the tests, each have a window. Elsewhere the plugin knows one name for the whole app.
pub fn one_window_a_folder(start: &Start) -> TauriPlugin<tauri::Wry> {
    tauri_plugin_single_instance::Builder::new()
        .callback(|app, arguments, folder| {
            let given = Arguments::try_parse_from(arguments).map(Arguments::start).ok();
            let (round, file) =
                given.map_or((None, None), |given| (given.open_round, given.open_file));
            // The path was meant in the folder of the second start, not in ours.
            let path = file.map(|file| PathBuf::from(folder).join(file));
            if let Some(host) = app.try_state::<Host>() {
                host.show(round, path.as_deref());
            }
        })
        .dbus_id(bus_name(start))
        .build()
}

/// A name on the session bus for the folder. Not secret and not for ever: it only has to differ.
fn bus_name(start: &Start) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    let folder = start.folder.clone().unwrap_or_default();
    std::path::absolute(&folder).unwrap_or(folder).hash(&mut hasher);
    format!("app.backwise.folder{:016x}", hasher.finish())
}

/// A path; desktops hand over addresses such as `file:///home/ada/plan.backwise`.
#[expect(clippy::unnecessary_wraps, reason = "clap wants parsers that may fail")]
fn path(text: &str) -> Result<PathBuf, String> {
    let path = tauri::Url::parse(text).ok().as_ref().and_then(path_of);
    Ok(path.unwrap_or_else(|| PathBuf::from(text)))
}

fn instant(text: &str) -> Result<Instant, String> {
    text.parse().map_err(|_| format!("{text:?} is not a moment like 2026-11-18T08:05:00Z"))
}

fn zone(text: &str) -> Result<Zone, String> {
    ZoneDatabase::of_this_machine().zone(text).map_err(|error| error.to_string())
}

fn round(text: &str) -> Result<RoundId, String> {
    RoundId::try_from(text.to_owned()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(std::iter::once(&"backwise").chain(arguments))
    }

    #[test]
    fn a_start_can_be_told_when_and_where_it_is() {
        let start = given(&[
            "--data",
            "d",
            "--now",
            "2026-11-18T08:05:00Z",
            "--zone",
            "Europe/Berlin",
            "--open-round",
            "morning",
        ])
        .unwrap()
        .start();
        assert_eq!(start.folder, Some(PathBuf::from("d")));
        assert_eq!(start.clock.now().to_rfc3339(), "2026-11-18T08:05:00+00:00");
        assert_eq!(start.clock.zone().name(), "Europe/Berlin");
        assert_eq!(start.open_round.unwrap().as_str(), "morning");
    }

    #[test]
    fn a_file_can_be_opened_by_its_path_or_as_desktops_say_it() {
        let opened = |given_as: &str| given(&["--data", "d", given_as]).unwrap().start().open_file;
        assert_eq!(opened("my plan.backwise"), Some(PathBuf::from("my plan.backwise")));
        #[cfg(unix)]
        assert_eq!(opened("file:///tmp/my%20plan.backwise"), Some("/tmp/my plan.backwise".into()));
        let several = given(&["a.backwise", "b.backwise"]).unwrap().start();
        assert_eq!(several.open_file, Some(PathBuf::from("a.backwise")));
        assert!(given(&["--remind", "a.backwise"]).is_err());
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for bad in
            [["--now", "tomorrow"], ["--zone", "Europe/Nowhere"], ["--open-round", "My Round"]]
        {
            assert!(given(&bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn each_folder_has_its_own_window() {
        let name = |folder: &str| bus_name(&given(&["--data", folder]).unwrap().start());
        assert_eq!(name("a"), name("./a"));
        assert_ne!(name("a"), name("b"));
    }
}
