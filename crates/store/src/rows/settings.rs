//! How the app is set: one row.

use backwise_core::session::{Counting, SessionChoices, SessionOrder};
use rusqlite::{Connection, params};

use super::{Columns, Sql, Words, word};
use crate::views::{HandsFree, Look, ScreenInRound, Settings, Volume};

pub(super) const LOOKS: Words<Look> =
    &[("system", Look::System), ("light", Look::Light), ("dark", Look::Dark)];

pub(super) const VOLUMES: Words<Volume> = &[
    ("off", Volume::Off),
    ("soft", Volume::Soft),
    ("medium", Volume::Medium),
    ("loud", Volume::Loud),
];

pub(super) const SCREENS: Words<ScreenInRound> = &[
    ("as-device", ScreenInRound::AsDevice),
    ("on", ScreenInRound::On),
    ("dimmed", ScreenInRound::Dimmed),
];

pub(super) const ORDERS: Words<SessionOrder> =
    &[("by-position", SessionOrder::ByPosition), ("as-written", SessionOrder::AsWritten)];

pub(super) const COUNTINGS: Words<Counting> =
    &[("by-pace", Counting::ByPace), ("by-tap", Counting::ByTap)];

/// How the app is set.
pub(crate) fn get(connection: &Connection) -> Sql<Settings> {
    connection.prepare_cached("SELECT * FROM settings WHERE one = 1")?.query_row([], |row| {
        let columns = Columns(row);
        Ok(Settings {
            reminders: columns.get("reminders")?,
            reminders_asked: columns.get("reminders_asked")?,
            look: columns.word("look", LOOKS)?,
            language: columns.get("language")?,
            hands_free: HandsFree {
                tones: columns.word("tones", VOLUMES)?,
                voice: columns.word("voice", VOLUMES)?,
                screen: columns.word("screen", SCREENS)?,
                big: columns.get("big")?,
            },
            session: SessionChoices {
                order: columns.word("session_order", ORDERS)?,
                lead_seconds: columns.get("lead_seconds")?,
                counting: columns.word("counting", COUNTINGS)?,
            },
            emergency_number: columns.get("emergency_number")?,
        })
    })
}

/// Sets the app.
pub(crate) fn put(connection: &Connection, settings: &Settings) -> Sql<()> {
    connection
        .prepare_cached(
            "UPDATE settings SET reminders = ?1, look = ?2, reminders_asked = ?3, language = ?4,
                 tones = ?5, voice = ?6, screen = ?7, big = ?8,
                 session_order = ?9, lead_seconds = ?10, counting = ?11,
                 emergency_number = ?12
             WHERE one = 1",
        )?
        .execute(params![
            settings.reminders,
            word(LOOKS, &settings.look),
            settings.reminders_asked,
            settings.language,
            word(VOLUMES, &settings.hands_free.tones),
            word(VOLUMES, &settings.hands_free.voice),
            word(SCREENS, &settings.hands_free.screen),
            settings.hands_free.big,
            word(ORDERS, &settings.session.order),
            settings.session.lead_seconds,
            word(COUNTINGS, &settings.session.counting),
            settings.emergency_number,
        ])?;
    Ok(())
}
