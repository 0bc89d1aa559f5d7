//! Walking and function in words: what the person measured of themselves, and their walks.

use backwise_core::measure::{Activity, MeasureChange, Measured, Series};
use backwise_core::record::EnteredBy;
use backwise_core::time::Day;
use backwise_store::views::WalkView;
use backwise_words::Value;

use super::{Page, aligned, name_of};
use crate::answer::Function;

/// Every measure, then the walks. What was not entered is said, too.
pub(super) fn measures(page: Page<'_>, Function { measures, walks }: &Function) -> String {
    let numbers = measures.numbers.iter().map(|series| number(page, series));
    let activities = &measures.activities;
    let means: Vec<_> = activities
        .means
        .iter()
        .map(|one| {
            row(page, one.day, value(page, "mean", f64::from(one.tenths) / 10.0), Vec::new())
        })
        .collect();
    let mut mean = aligned(&means);
    mean.extend(changes(page, &activities.changes, 10.0));
    let rated = activities.activities.iter().map(|one| activity(page, one));
    let rated: String = rated.collect();
    let of_all = if mean.is_empty() {
        String::new()
    } else {
        page.under(&page.words.text("activities-mean", &[]), &mean)
    };
    let matters = if activities.activities.is_empty() {
        page.under(&page.words.text("measure-activities", &[]), &nothing(page))
    } else {
        format!("{of_all}{rated}")
    };
    let walks = self::walks(page, walks);
    let head = page.words.text("measures-title", &[]);
    let no_target = page.words.text("measures-text", &[]);
    let not_reviewed = page.words.text("measures-not-reviewed", &[]);
    format!(
        "{head}\n{no_target}\n{}{matters}{walks}\n{not_reviewed}\n",
        numbers.collect::<String>()
    )
}

/// A number with its history, the latest day last.
fn number(page: Page<'_>, series: &Series) -> String {
    let name = name_of(series.measure);
    let mut lines = history(page, &series.history, &name);
    lines.extend(changes(page, &series.changes, 1.0));
    page.under(&page.words.text(&format!("measure-{name}"), &[]), &lines)
}

/// Something that matters to the person, in their words.
fn activity(page: Page<'_>, activity: &Activity) -> String {
    let mut lines = history(page, &activity.history, "rating");
    lines.extend(changes(page, &activity.changes, 1.0));
    if !activity.asked {
        lines.push(page.words.text("activities-stopped", &[]));
    }
    page.under(&activity.words, &lines)
}

fn history(page: Page<'_>, history: &[Measured], what: &str) -> Vec<String> {
    if history.is_empty() {
        return nothing(page);
    }
    let rows = history.iter().map(|one| {
        let mut notes = notes(page, one.entered_later, one.corrected);
        if one.by == EnteredBy::Helper {
            notes.push(page.words.text("measure-by-helper", &[]));
        }
        row(page, one.day, value(page, what, f64::from(one.value)), notes)
    });
    aligned(&rows.collect::<Vec<_>>())
}

/// The walks that no plan asked for, the latest first.
fn walks(page: Page<'_>, walks: &[WalkView]) -> String {
    let rows = walks.iter().map(|walk| {
        let minutes = page.say("walk-minutes", &[("minutes", walk.minutes.into())]);
        row(page, walk.day, minutes, notes(page, walk.entered_later, walk.corrected))
    });
    let rows = aligned(&rows.collect::<Vec<_>>());
    let rows = if rows.is_empty() { nothing(page) } else { rows };
    page.under(&page.words.text("walks-title", &[]), &rows)
}

/// How far a number changed, without praise or blame. `per`: what one unit of it counts.
fn changes(page: Page<'_>, changes: &[MeasureChange], per: f64) -> Vec<String> {
    let sentence = |change: &MeasureChange| {
        let key = match change.by {
            0 => "measure-same",
            1.. => "measure-more",
            _ => "measure-less",
        };
        let by = f64::from(change.by.unsigned_abs()) / per;
        let day = page.words.day_and_year(change.since);
        let said = page.words.text(key, &[("by", by.into()), ("day", day.into())]);
        if change.within_spread && change.by != 0 {
            format!("{said} {}", page.words.text("measure-chance", &[]))
        } else {
            said
        }
    };
    changes.iter().map(sentence).collect()
}

fn nothing(page: Page<'_>) -> Vec<String> {
    vec![page.words.text("measure-none", &[])]
}

/// "8 times", "20 minutes".
fn value(page: Page<'_>, what: &str, n: f64) -> String {
    page.words.text(&format!("measure-value-{what}"), &[("n", Value::from(n))])
}

fn notes(page: Page<'_>, entered_later: bool, corrected: bool) -> Vec<String> {
    let said = [(entered_later, "walks-later"), (corrected, "walks-was-corrected")];
    said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, key)| page.words.text(key, &[])).collect()
}

fn row(page: Page<'_>, day: Day, value: String, notes: Vec<String>) -> Vec<String> {
    vec![page.words.day_and_year(day), value, page.list(notes.into_iter())]
}
