//! Exercises in words.

use backwise_core::catalogue::{Exercise, FromTo, Guidance, Review, Sided};
use backwise_core::ids::ExerciseId;

use super::{Page, aligned, name_of};

/// A line for each exercise; `search` is what they were searched for.
pub(super) fn all(page: Page<'_>, exercises: &[&Exercise], search: Option<&str>) -> String {
    if let (true, Some(search)) = (exercises.is_empty(), search) {
        return page.say("exercises-none", &[("search", search.into())]) + "\n";
    }
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
            Some(page.words.text(&format!("sided-{}", name_of(exercise.sided)), &[]))
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
        text += &page.section("heading-muscles", &guidance.muscles);
        text += &page.section("heading-start", &guidance.start);
        text += &page.section("heading-steps", &guidance.steps);
        text += &page.section("heading-watch-for", &guidance.watch_for);
        text += &page.section("heading-stop-if", &guidance.stop_if);
        text += &page.section("heading-ask-first", &guidance.ask_first);
    }
    let equipment = exercise.equipment.iter();
    let equipment = equipment.map(|name| page.words.text(&format!("equipment-{name}"), &[]));
    text += &page.section("heading-equipment", &equipment.collect::<Vec<_>>());
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
    let ids = |ids: &[ExerciseId]| ids.iter().map(ToString::to_string).collect();
    let dose = &exercise.usual_dose;
    let args = [("dose", dose.words.as_str().into()), ("source", dose.source.as_str().into())];
    let flags = exercise.flags.iter().map(name_of).collect();
    let question = exercise.safety_question.map(|question| {
        let question = page.words.text(&format!("safety-question-{}", name_of(question)), &[]);
        page.say("exercise-asks", &[("question", question.into())])
    });
    [
        Some(page.say("exercise-name", &[("name", exercise.id.as_str().into())])),
        Some(page.say("exercise-usual-dose", &args)),
        in_numbers(page, exercise),
        Some(typical_start(page, exercise)),
        question,
        pace(page, exercise),
        names("exercise-easier", ids(&exercise.easier)),
        names("exercise-harder", ids(&exercise.harder)),
        names("exercise-synonyms", exercise.synonyms.clone()),
        names("exercise-flags", flags),
        Some(page.say("exercise-poses", &[("count", exercise.poses.len().into())])),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The numbers of the usual dose, such as "Sets 2, Repetitions 8 to 12"; `None` if it has none.
fn in_numbers(page: Page<'_>, exercise: &Exercise) -> Option<String> {
    let number = |(key, number): (&str, Option<FromTo>)| {
        let (least, most) = (number?.least(), number?.most());
        let args = [("least", least.into()), ("most", most.into())];
        let span = page.words.text("exercise-from-to", &args);
        let number = if least == most { least.to_string() } else { span };
        let name = page.words.text(&format!("exercise-dose-{}", key.replace('_', "-")), &[]);
        Some(page.say("exercise-number", &[("name", name.into()), ("number", number.into())]))
    };
    let numbers: Vec<_> = exercise.usual_dose.numbers().into_iter().filter_map(number).collect();
    let numbers = (!numbers.is_empty()).then(|| page.list(numbers.into_iter()))?;
    Some(page.say("exercise-in-numbers", &[("numbers", numbers.into())]))
}

fn typical_start(page: Page<'_>, exercise: &Exercise) -> String {
    let start = &exercise.typical_start;
    let first = |week: Option<u16>, is_agreed: bool| {
        let when = match week {
            Some(week) => page.words.text("exercise-first-week", &[("week", week.into())]),
            None => page.words.text("exercise-first-decides", &[]),
        };
        if is_agreed {
            page.words.text("exercise-first-agreed", &[("when", when.into())])
        } else {
            when
        }
    };
    let fusion_agreed = start.needs_clearance || start.fusion_needs_clearance;
    let decompression = first(start.decompression_week, start.needs_clearance);
    let args = [
        ("decompression", decompression.into()),
        ("fusion", first(start.fusion_week, fusion_agreed).into()),
        ("source", start.source.as_str().into()),
    ];
    page.say("exercise-typical-start", &args)
}

fn pace(page: Page<'_>, exercise: &Exercise) -> Option<String> {
    let tempo = exercise.tempo?;
    let args =
        [("out", tempo.out.into()), ("hold", tempo.hold.into()), ("back", tempo.back.into())];
    let pace = page.words.text("exercise-pace-seconds", &args);
    Some(page.say("exercise-pace", &[("pace", pace.into())]))
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
