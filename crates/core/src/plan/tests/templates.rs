//! Templates: nobody prescribed them, so nothing of them is on.

use std::collections::BTreeSet;
use std::path::Path as Folder;

use crate::catalogue::embedded;
use crate::plan::template::FILES;
use crate::plan::{Bouts, Frequency, Path, Steps, Template, embedded_templates, told_line};

const SOURCES: &str = include_str!("../../../../../docs/sources.md");

#[test]
fn every_template_of_the_folder_is_built_in_and_read() {
    for file in FILES {
        let read = Template::open(*file, embedded());
        assert_eq!(
            read.map(|template| format!("{}.backwise", template.id)).as_deref(),
            Ok(file.name)
        );
    }
    assert_eq!(embedded_templates().len(), FILES.len());
    let folder = Folder::new(env!("CARGO_MANIFEST_DIR")).join("../../exercises/plans/templates");
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, FILES.iter().map(|file| file.name.to_owned()).collect());
}

#[test]
fn a_template_is_never_switched_on_unseen() {
    for template in embedded_templates() {
        assert!(template.sheet.lines.iter().all(|line| line.off), "{}", template.id);
        let caution = template.sheet.caution.as_deref().unwrap_or_default();
        assert!(caution.contains("not your plan"), "{}", template.id);
        assert!(caution.contains("No clinician has reviewed it"), "{}", template.id);
    }
}

#[test]
fn a_line_of_a_template_names_no_thing_that_its_exercise_is_not_shown_with() {
    let known =
        [("chair", "Chair"), ("cushion", "Cushion"), ("wall", "Wall"), ("worktop", "Worktop")];
    for template in embedded_templates() {
        for line in &template.sheet.lines {
            let Some(exercise) = embedded().get(&line.exercise) else { continue };
            let shown = format!("{:?}", exercise.scene.things);
            // The name: what comes after it may speak of other exercises.
            let words = line.as_written.split(':').next().unwrap().to_lowercase();
            for (word, thing) in known.into_iter().filter(|(word, _)| words.contains(word)) {
                assert!(shown.contains(thing), "{}: {word} in {words:?}, {shown}", template.id);
            }
        }
    }
}

fn codes(source: &str) -> impl Iterator<Item = &str> {
    source.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
        *word == "GK"
            || (word.len() - digits.len() == 1 && digits.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[test]
fn every_number_of_a_template_says_where_it_comes_from() {
    for template in embedded_templates() {
        let of_lines = template.sheet.lines.iter().map(|line| line.source.as_deref().unwrap());
        for source in of_lines.chain([template.source.as_str()]) {
            assert!(codes(source).next().is_some(), "{}: {source:?}", template.id);
            for code in codes(source) {
                assert!(SOURCES.contains(&format!("| {code} |")), "{}: {code}", template.id);
            }
        }
    }
}

#[test]
fn nothing_comes_before_its_usual_week_or_without_its_ok() {
    for template in embedded_templates() {
        let sheet = &template.sheet;
        for line in &sheet.lines {
            let start = &embedded().get(&line.exercise).unwrap().typical_start;
            for path in &template.paths {
                let (week, needs_ok) = match path {
                    Path::Decompression => (start.decompression_week, start.needs_clearance),
                    Path::Fusion => (start.fusion_week, start.fusion_needs_clearance),
                };
                let place = format!("{} {} {path:?}", template.id, line.id);
                let (from, _) = sheet.span_of(line);
                let week =
                    week.unwrap_or_else(|| panic!("{place}: only a physiotherapist decides"));
                assert!(from >= sheet.surgery.date.plus(7 * i32::from(week)), "{place}: {from}");
                let phase =
                    sheet.phases.iter().find(|phase| Some(&phase.id) == line.phase.as_ref());
                let waits = line.clearance.is_some()
                    || phase.is_some_and(|phase| phase.clearance.is_some());
                assert!(waits || !needs_ok, "{place} waits for an OK");
            }
        }
    }
}

#[test]
fn every_line_of_a_template_can_be_told() {
    for template in embedded_templates() {
        for line in &template.sheet.lines {
            assert!(
                !told_line(line, &template.sheet).when.is_empty(),
                "{} {}",
                template.id,
                line.id
            );
        }
    }
}

/// First day, minutes a walk and walks a day, of each row of a walking table.
fn rows(id: &str) -> Vec<String> {
    let template = embedded_templates().iter().find(|known| known.id.as_str() == id).unwrap();
    let sheet = &template.sheet;
    let line = &sheet.lines[0];
    let anchors = sheet.anchors();
    let row = |stage: &crate::plan::Stage| {
        let day = stage.begins.first_day(&anchors).unwrap();
        let steps = Steps { has_begun: &|_, _| true, steps_up: &|_| 0 };
        let on_day = sheet.line_on_when(line, day, steps);
        let minutes = on_day.dose.minutes.unwrap();
        let most = on_day.dose.up_to.first().map_or(minutes, |(_, most)| *most);
        let Frequency::Due { bouts: Bouts::AnyTime { times, most: most_times, .. }, .. } =
            on_day.frequency
        else {
            panic!("{id}: {:?}", on_day.frequency)
        };
        let day = day.days_after(sheet.surgery.date);
        format!("day {day}: {minutes}-{most}, {times}-{most_times} x")
    };
    line.stages.iter().map(row).collect()
}

#[test]
fn the_walking_tables_have_the_rows_of_their_source() {
    let lami = [
        "day 0: 3-5, 4-6 x",
        "day 7: 8-10, 3-4 x",
        "day 14: 12-15, 3-3 x",
        "day 21: 15-20, 2-3 x",
        "day 28: 20-25, 2-2 x",
        "day 35: 25-30, 2-2 x",
        "day 42: 30-30, 1-2 x",
        "day 63: 30-45, 1-2 x",
        "day 84: 30-45, 1-1 x",
    ];
    assert_eq!(rows("walk-lami"), lami);
    let fusion = [
        "day 0: 2-5, 4-6 x",
        "day 7: 5-8, 4-4 x",
        "day 14: 8-10, 3-4 x",
        "day 21: 10-12, 3-3 x",
        "day 28: 12-15, 3-3 x",
        "day 35: 15-20, 2-3 x",
        "day 42: 20-20, 2-2 x",
        "day 56: 25-25, 2-2 x",
        "day 70: 30-30, 2-2 x",
        "day 84: 30-45, 1-2 x",
    ];
    assert_eq!(rows("walk-fusion"), fusion);
}

#[test]
fn after_a_fusion_the_last_row_of_the_walk_waits_for_an_ok() {
    let template =
        embedded_templates().iter().find(|known| known.id.as_str() == "walk-fusion").unwrap();
    let sheet = &template.sheet;
    // By the calendar alone, the row of week 11 stays.
    let on_day = sheet.line_on(&sheet.lines[0], sheet.surgery.date.plus(400));
    assert_eq!((on_day.dose.minutes, on_day.dose.up_to.len()), (Some(30), 0));
}
