//! Exercises in words.

use backwise_core::catalogue::{Exercise, Guidance, Review, Sided};

use super::{Page, aligned, name_of};

/// A line for each exercise.
pub(super) fn all(page: Page<'_>, exercises: &[&Exercise]) -> String {
    let rows: Vec<_> = exercises
        .iter()
        .map(|exercise| {
            vec![
                exercise.id.to_string(),
                guidance(page, exercise).map(|it| it.title.clone()).unwrap_or_default(),
                category(page, exercise),
                position(page, exercise),
            ]
        })
        .collect();
    aligned(&rows).join("\n") + "\n"
}

/// All there is to say about one exercise.
pub(super) fn one(page: Page<'_>, exercise: &Exercise) -> String {
    let guidance = guidance(page, exercise);
    let sided = match exercise.sided {
        Sided::No => None,
        Sided::Yes | Sided::Alternate => {
            Some(page.say("sided", &[("sided", name_of(exercise.sided).into())]))
        }
    };
    let kind = [category(page, exercise), position(page, exercise)];
    let mut head = vec![
        guidance.map_or_else(|| exercise.id.to_string(), |it| it.title.clone()),
        page.list(kind.into_iter().chain(sided)),
    ];
    head.extend(guidance.map(|it| it.aim.clone()));
    let mut text = head.join("\n") + "\n";
    if let Some(guidance) = guidance {
        text += &page.section("heading-start", &guidance.start);
        text += &page.section("heading-steps", &guidance.steps);
        text += &page.section("heading-watch-for", &guidance.watch_for);
        text += &page.section("heading-stop-if", &guidance.stop_if);
    }
    text += &page.section("heading-equipment", &exercise.equipment);
    text += &page.section("heading-for-authors", &for_authors(page, exercise));
    let review = match &exercise.review {
        Review::NotReviewed => page.say("exercise-not-reviewed", &[]),
        Review::Reviewed(by) => page.say("exercise-reviewed", &[("by", by.as_str().into())]),
    };
    format!("{text}\n{review}\n")
}

/// What people who write plans want to know.
fn for_authors(page: Page<'_>, exercise: &Exercise) -> Vec<String> {
    let names = |key: &str, names: Vec<String>| {
        let names = (!names.is_empty()).then(|| page.list(names.into_iter()));
        names.map(|names| page.say(key, &[("names", names.into())]))
    };
    let ids =
        |ids: &[backwise_core::ids::ExerciseId]| ids.iter().map(ToString::to_string).collect();
    let dose = &exercise.usual_dose;
    let args = [("dose", dose.words.as_str().into()), ("source", dose.source.as_str().into())];
    let flags = exercise.flags.iter().map(name_of).collect();
    [
        Some(page.say("exercise-name", &[("name", exercise.id.as_str().into())])),
        Some(page.say("exercise-usual-dose", &args)),
        names("exercise-easier", ids(&exercise.easier)),
        names("exercise-harder", ids(&exercise.harder)),
        names("exercise-synonyms", exercise.synonyms.clone()),
        names("exercise-flags", flags),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn guidance<'a>(page: Page<'_>, exercise: &'a Exercise) -> Option<&'a Guidance> {
    exercise.guidance_in(page.words.language().tag())
}

fn category(page: Page<'_>, exercise: &Exercise) -> String {
    page.words.text(&format!("category-{}", name_of(exercise.category)), &[])
}

fn position(page: Page<'_>, exercise: &Exercise) -> String {
    page.words.text(&format!("position-{}", name_of(exercise.position)), &[])
}
