//! Somebody who travels: where they were is kept, and what was lived there stays as it was.

use backwise_core::schedule::{LeftOut, NotRequired, State};
use backwise_core::time::ZoneDatabase;

use super::{TODAY, day, folder_with_plan, open, raw};
use crate::Journal;
use crate::clock::Clock;

/// The journal at the moment `now` in `zone`.
fn open_in(folder: &std::path::Path, now: &str, zone: &str) -> Journal {
    let zone = ZoneDatabase::embedded().zone(zone).unwrap();
    Journal::open(folder, Clock::fixed(Some(now.parse().unwrap()), Some(zone))).unwrap()
}

/// The zones that were written down, in their order.
fn written(folder: &std::path::Path) -> Vec<String> {
    let connection = raw(folder);
    let all = crate::rows::zones::all(&connection).unwrap();
    all.into_iter().map(|(at, zone)| format!("{} {zone}", at.format("%d %H:%M"))).collect()
}

/// Half past eight in the morning in Berlin is half past four in the afternoon in Tokyo.
const LANDED: &str = "2026-11-18T07:30:00Z";

#[test]
fn where_the_person_is_is_written_down_when_it_changed() {
    let folder = folder_with_plan();
    let at_home = written(folder.path());
    assert_eq!(at_home, ["15 18:00 Europe/Berlin"]);
    open(folder.path(), "2026-11-18T06:00:00Z").app_opened().unwrap();
    open(folder.path(), "2026-11-18T06:00:00Z").note_zone().unwrap();
    assert_eq!(written(folder.path()), at_home, "the same is not written twice");
    let mut journal = open_in(folder.path(), LANDED, "Asia/Tokyo");
    journal.today().unwrap();
    assert_eq!(written(folder.path()), at_home, "whoever looks writes nothing");
    journal.note_zone().unwrap();
    journal.note_zone().unwrap();
    let there = ["15 18:00 Europe/Berlin", "18 07:30 Asia/Tokyo"];
    assert_eq!(written(folder.path()), there);
    // Whatever else is written says it, too.
    open_in(folder.path(), "2026-11-19T12:00:00Z", "Europe/Berlin").app_opened().unwrap();
    assert_eq!(written(folder.path())[2..], ["19 12:00 Europe/Berlin"]);
    let changed = raw(folder.path()).execute("UPDATE zone_seen SET zone = 'UTC'", []);
    assert!(changed.unwrap_err().to_string().contains("never changed"));
}

#[test]
fn a_script_with_other_settings_goes_by_where_the_person_was_seen_last() {
    let folder = folder_with_plan();
    // Half past ten in the evening in New York; the day has changed east of the ocean.
    let evening = "2026-11-19T03:30:00Z";
    open_in(folder.path(), evening, "America/New_York").note_zone().unwrap();
    let script = Clock::of_somebody_else(Some(evening.parse().unwrap()), None);
    assert_eq!(
        Journal::open(folder.path(), script).unwrap().today().unwrap().agenda.unwrap().day,
        day(TODAY)
    );
    let asked_for = ZoneDatabase::embedded().zone("Asia/Tokyo").unwrap();
    let there = Clock::of_somebody_else(Some(evening.parse().unwrap()), Some(asked_for));
    let there = Journal::open(folder.path(), there).unwrap().today().unwrap().agenda.unwrap().day;
    assert_eq!(there, day("2026-11-19"), "unless it names a zone");
}

#[test]
fn a_round_that_a_journey_passed_over_is_not_required_wherever_it_is_looked_at_from() {
    let folder = folder_with_plan();
    let on = day("2026-11-17");
    open_in(folder.path(), "2026-11-17T06:00:00Z", "America/New_York").note_zone().unwrap();
    // From New York at seven in the evening to Tokyo at nine in the morning of the next day.
    let landed = "2026-11-18T00:00:00Z";
    let mut journal = open_in(folder.path(), landed, "Asia/Tokyo");
    journal.note_zone().unwrap();
    let travelled = journal.today().unwrap().travelled.unwrap();
    assert_eq!(travelled.left_out, [LeftOut::Round("20:00".parse().ok())]);
    for (now, zone) in [
        (landed, "Asia/Tokyo"),
        ("2026-11-25T12:00:00Z", "Asia/Tokyo"),
        ("2026-11-25T12:00:00Z", "Europe/Berlin"),
        ("2027-11-25T12:00:00Z", "Pacific/Honolulu"),
    ] {
        let journal = open_in(folder.path(), now, zone);
        let agenda = journal.agenda(on).unwrap().unwrap();
        let evening = &agenda.rounds[2].items;
        assert!(evening.iter().all(|item| item.state == State::NotRequired), "{now} {zone}");
        assert!(evening.iter().all(|item| item.not_required == Some(NotRequired::Travel)));
        let figures = journal.report(on, on).unwrap().unwrap().total;
        assert_eq!((figures.prescribed, figures.not_required), (7, 2), "{now} {zone}");
    }
}

#[test]
fn hours_that_were_lived_stay_as_they_were_when_another_zone_is_seen_for_a_moment() {
    let folder = folder_with_plan();
    let on = day("2026-11-18");
    // The morning of eight in Berlin has begun at seven of UTC.
    let morning = |journal: &Journal| {
        let round = journal.agenda(on).unwrap().unwrap().rounds.swap_remove(0);
        (round.starts, round.ends, round.passed_over, round.items)
    };
    let home = |now: &str| {
        let mut journal = open_in(folder.path(), now, "Europe/Berlin");
        journal.note_zone().unwrap();
        morning(&journal)
    };
    let before = home("2026-11-18T07:29:00Z");
    open_in(folder.path(), "2026-11-18T07:30:00Z", "UTC").app_opened().unwrap();
    assert_eq!(home("2026-11-18T07:33:00Z"), before);
    open_in(folder.path(), "2026-11-18T07:34:00Z", "Asia/Tokyo").note_zone().unwrap();
    open_in(folder.path(), "2026-11-18T07:35:00Z", "America/Los_Angeles").note_zone().unwrap();
    assert_eq!(home("2026-11-18T07:36:00Z"), before);
    assert_eq!(home("2026-11-18T07:36:30Z"), before, "and when it is looked at again");
}

#[test]
fn whoever_asks_from_elsewhere_says_nothing_of_where_the_person_is() {
    let folder = folder_with_plan();
    let at_home = written(folder.path());
    let zone = ZoneDatabase::embedded().zone("America/Los_Angeles").unwrap();
    let clock = Clock::of_somebody_else(Some(LANDED.parse().unwrap()), Some(zone));
    let mut journal = Journal::open(folder.path(), clock).unwrap();
    journal.note_zone().unwrap();
    journal.app_opened().unwrap();
    assert_eq!(written(folder.path()), at_home);
}

#[test]
fn a_zone_that_this_machine_does_not_know_is_left_aside() {
    let folder = folder_with_plan();
    let lost = "INSERT INTO zone_seen (at, zone) VALUES (1795000000000, 'Atlantis/Capital')";
    raw(folder.path()).execute(lost, []).unwrap();
    let journal = open(folder.path(), "2026-11-25T12:00:00Z");
    assert_eq!(journal.agenda(day(TODAY)).unwrap().unwrap().rounds.len(), 3);
}
