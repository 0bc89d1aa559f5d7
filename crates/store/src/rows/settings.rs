//! How the app is set: one row.

use rusqlite::{Connection, params};

use super::{Columns, Sql, Words, word};
use crate::views::{Look, Settings};

pub(super) const LOOKS: Words<Look> =
    &[("system", Look::System), ("light", Look::Light), ("dark", Look::Dark)];

/// How the app is set.
pub(crate) fn get(connection: &Connection) -> Sql<Settings> {
    connection.prepare_cached("SELECT * FROM settings WHERE one = 1")?.query_row([], |row| {
        let columns = Columns(row);
        Ok(Settings {
            reminders: columns.get("reminders")?,
            reminders_asked: columns.get("reminders_asked")?,
            look: columns.word("look", LOOKS)?,
            language: columns.get("language")?,
        })
    })
}

/// Sets the app.
pub(crate) fn put(connection: &Connection, settings: &Settings) -> Sql<()> {
    connection
        .prepare_cached(
            "UPDATE settings SET reminders = ?1, look = ?2, reminders_asked = ?3, language = ?4 WHERE one = 1",
        )?
        .execute(params![
            settings.reminders,
            word(LOOKS, &settings.look),
            settings.reminders_asked,
            settings.language,
        ])?;
    Ok(())
}
