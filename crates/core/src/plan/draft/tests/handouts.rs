//! Both handouts, entered as a person enters them, are the plans of the examples.

use super::{answered, day, fill, make, read_back_rules, rule};
use crate::catalogue::embedded;
use crate::ids::{ExerciseId, LineId};
use crate::plan::draft::{
    Asked, DraftEdit, DraftPlace, LinePart, PlanDraft, RuleKind, checked, empty, ready,
    suggest_line,
};
use crate::plan::{
    AskPain, Counted, DayPattern, Fusion, Minimum, NotGiven, PainTrigger, PainWhen, PainWhere,
    Revision, StageBegins, read, write,
};
use crate::safety::LimitKind;
use crate::time::{DayRef, Stretch, WallTime, WeeksCounted};

const CAUTION: &str = "This is an example, not your plan. It was not reviewed by a clinician. Do only what your own team told you to do.";

/// A line of the sheet: its number, the words above it, its own, the exercise, and which reading of each question
/// the person chooses, in their order.
struct Entered {
    sheet_no: Option<&'static str>,
    above: &'static str,
    as_written: &'static str,
    keeps_above: bool,
    exercise: &'static str,
    chosen: &'static [usize],
}

/// Enters a line: all suggestions are taken, and each question is answered by the reading that is chosen.
fn enter(draft: &mut PlanDraft, line: &Entered) -> (LineId, DraftPlace) {
    let words = format!("{} {}", line.above, line.as_written).trim().to_owned();
    let as_written = if line.keeps_above { &words } else { line.as_written }.to_owned();
    let sheet_no = line.sheet_no.map(str::to_owned);
    let place = make(draft, DraftEdit::AddLine { as_written, sheet_no, after: None });
    let DraftPlace::Line(id) = place.clone() else { panic!("{place:?}") };
    let suggested = suggest_line(&words, None, embedded(), "en");
    let exercise = ExerciseId::new(line.exercise).unwrap();
    assert!(
        suggested.exercises.iter().take(3).any(|found| *found == exercise),
        "{}: {:?}",
        suggested.name,
        suggested.exercises
    );
    let mut parts = vec![LinePart::Exercise(exercise)];
    parts.extend(suggested.suggestions.into_iter().map(|suggestion| suggestion.part));
    assert_eq!(suggested.questions.len(), line.chosen.len(), "{words}");
    for (question, chosen) in suggested.questions.into_iter().zip(line.chosen) {
        parts.extend(question.readings.into_iter().nth(*chosen).into_iter().flatten());
    }
    make(draft, DraftEdit::Take { place: place.clone(), parts });
    (id, place)
}

/// The draft as a plan, with the names that the example has.
fn plan_of(draft: &mut PlanDraft, names: &[(&str, &str)]) -> Revision {
    let lines: Vec<LineId> = draft.revision.lines.iter().map(|line| line.id.clone()).collect();
    for line in lines {
        make(draft, DraftEdit::ReadBack { line, is_right: true });
    }
    read_back_rules(draft);
    assert_eq!(checked(draft, embedded()).problems, []);
    let plan = ready(draft, None, None)
        .unwrap_or_else(|problems| panic!("{problems:?}\n{:?}", draft.open));
    let mut text = write(&plan);
    for (ours, theirs) in names {
        text = text.replace(&format!("\"{ours}\""), &format!("\"{theirs}\""));
    }
    read(&text, "renamed", embedded()).unwrap()
}

fn example(text: &str) -> Revision {
    read(text, "example", embedded()).unwrap()
}

fn at(hour: u16, minute: u16) -> Option<WallTime> {
    WallTime::new(hour, minute)
}

fn sheet(title: &str, surgery: &str, fusion: Fusion, starts: &str, review: &str) -> PlanDraft {
    let mut draft = empty(day("2026-11-25"));
    fill(&mut draft, |draft| {
        let sheet = &mut draft.revision;
        sheet.title = title.to_owned();
        sheet.caution = Some(CAUTION.to_owned());
        sheet.surgery.date = day(surgery);
        sheet.surgery.fusion = fusion;
        sheet.starts = day(starts);
        sheet.review = Some(day(review));
    });
    for asked in [Asked::Title, Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay] {
        answered(&mut draft, &DraftPlace::Sheet, asked);
    }
    draft
}

fn limit(draft: &mut PlanDraft, words: &str, kinds: &[LimitKind]) -> usize {
    let place = rule(draft, RuleKind::Limit, words);
    let at = draft.revision.precautions.len() - 1;
    fill(draft, |draft| draft.revision.precautions[at].kinds = kinds.to_vec());
    answered(draft, &place, Asked::Until);
    at
}

#[test]
fn the_sheet_of_weeks_3_to_6_is_the_example() {
    let mut draft = sheet(
        "Weeks 3 to 6 after decompression",
        "2026-11-02",
        Fusion::No,
        "2026-11-16",
        "2026-12-14",
    );
    fill(&mut draft, |draft| {
        let sheet = &mut draft.revision;
        sheet.surgery.operation = Some("L4/5 decompression (laminectomy)".to_owned());
        sheet.weeks_counted = Some(WeeksCounted::FromOne);
        let (from, until) = (at(21, 0).unwrap(), at(7, 0).unwrap());
        sheet.quiet_hours = Some(crate::time::QuietHours { from, until });
    });
    let thrice = "Every day, (after breakfast, early afternoon, evening):";
    let line = |sheet_no, above, as_written, exercise, chosen| Entered {
        sheet_no: Some(sheet_no),
        above,
        as_written,
        keeps_above: above != thrice,
        exercise,
        chosen,
    };
    let brace = line(
        "1",
        thrice,
        "Belly brace lying down: 10 x, hold 5 seconds",
        "abdominal-brace",
        &[][..],
    );
    enter(&mut draft, &brace);
    for (number, time) in (1..).zip([at(8, 30), at(13, 30), at(19, 0)]) {
        let place = DraftPlace::Rule { rule: RuleKind::Round, number };
        fill(&mut draft, |draft| {
            let round = &mut draft.revision.rounds[usize::from(number) - 1];
            (round.at, round.missed_dose.gap_minutes) = (time, Some(180));
        });
        answered(&mut draft, &place, Asked::Time);
    }
    enter(&mut draft, &line("2", thrice, "Heel slides: 10 each leg", "heel-slide", &[]));
    fill(&mut draft, |draft| {
        let round = &mut draft.revision.rounds[0];
        (round.title, round.routine) = ("Morning".to_owned(), Some("after breakfast".to_owned()));
    });
    let rule_words = "Every day, three times (after breakfast, early afternoon, evening; at least 3 hours apart).\nIf you miss a round, leave it. Never do two rounds at once. Nothing after 9 in the evening.";
    rule(&mut draft, RuleKind::MissedDose, rule_words);
    fill(&mut draft, |draft| {
        draft.revision.missed_dose.latest_start = at(21, 0);
        draft.revision.missed_dose.latest_ring = at(21, 0);
    });

    let once = "Once a day:";
    let words =
        "Bridge: 2 sets of 8, hold 3 seconds, one minute rest. Half height for the first week.";
    let (bridge, _) = enter(&mut draft, &line("3", once, words, "bridge", &[]));
    for (words, from, until, range) in [
        (
            Some("Half height for the first week."),
            "2026-11-16",
            Some("2026-11-23"),
            Some("half height"),
        ),
        (None, "2026-11-23", None, None),
    ] {
        let as_written = words.map(str::to_owned);
        let place = make(&mut draft, DraftEdit::AddStage { line: bridge.clone(), as_written });
        fill(&mut draft, |draft| {
            let stage = draft.revision.lines[2].stages.last_mut().unwrap();
            stage.begins = StageBegins::On(DayRef::On(day(from)));
            stage.until = until.map(|until| DayRef::On(day(until)));
            stage.dose.range = range.map(str::to_owned);
        });
        answered(&mut draft, &place, Asked::WhichDay);
    }
    let no_rest = || vec![LinePart::NotGiven(NotGiven::Rest)];
    let with_sets = [
        line("4", once, "Clam: 2 x 8 each side, hold 2 seconds (not on Sundays)", "clamshell", &[]),
        line("5", once, "Sit to stand: 2 x 8", "sit-to-stand", &[]),
        line("6", once, "Heel raises at the worktop: 2 x 10", "heel-raise", &[]),
    ];
    for entered in &with_sets {
        let (_, place) = enter(&mut draft, entered);
        let parts = no_rest();
        make(&mut draft, DraftEdit::Take { place, parts });
    }
    // Three holds of 10 seconds, says the person who wrote the sheet: the first reading.
    let words = "Stand heel to toe: 3 x 10 seconds each foot forward (Mon, Wed, Fri, Sat)";
    enter(&mut draft, &line("7", once, words, "tandem-stance", &[0]));
    let above = "Three times a week, any days but not two days running:";
    let (_, place) =
        enter(&mut draft, &line("8", above, "Wall push-up: 2 x 8", "wall-push-up", &[0]));
    make(&mut draft, DraftEdit::Take { place, parts: no_rest() });
    let whole = |as_written, exercise, chosen| Entered {
        sheet_no: None,
        above: "",
        as_written,
        keeps_above: false,
        exercise,
        chosen,
    };
    let words = "Walking: weeks 3-4 fifteen minutes three times a day, weeks 5-6 twenty-five minutes twice a day.";
    let (walk, place) = enter(&mut draft, &whole(words, "walk-level", &[]));
    let row = |minutes, times| {
        vec![
            LinePart::Number { key: Counted::Minutes, number: minutes },
            LinePart::Days(DayPattern::EveryDay),
            LinePart::TimesADay { times, most: times },
        ]
    };
    make(&mut draft, DraftEdit::Take { place, parts: row(15, 3) });
    for (words, week, minutes, times) in [
        ("Weeks 3-4 fifteen minutes three times a day", 3, 15, 3),
        ("Weeks 5-6 twenty-five minutes twice a day", 5, 25, 2),
    ] {
        let as_written = Some(words.to_owned());
        let place = make(&mut draft, DraftEdit::AddStage { line: walk.clone(), as_written });
        make(&mut draft, DraftEdit::Take { place: place.clone(), parts: row(minutes, times) });
        fill(&mut draft, |draft| {
            let stage = draft.revision.lines[8].stages.last_mut().unwrap();
            stage.begins = StageBegins::InWeek(week);
            stage.until = Some(DayRef::AfterSurgery(7 * (i32::from(week) + 1)));
        });
        answered(&mut draft, &place, Asked::WhichDay);
    }
    let words = "Calf stretch: may be done up to twice a day, 3 x 20 seconds each leg, if the calf feels tight.";
    enter(&mut draft, &whole(words, "calf-stretch-wall", &[0]));
    enter(&mut draft, &whole("Getting out of bed: log roll, every time.", "log-roll", &[]));

    use LimitKind::{Bending, Lifting, Sitting, Twisting};
    let words =
        "Until the review: no bending, lifting or twisting; lift no more than 4.5 kg (10 lb)";
    let lifting = limit(&mut draft, words, &[Bending, Lifting, Twisting]);
    let words =
        "Until the review: sit no longer than 30 minutes at a time, then get up for 2 minutes";
    let sitting = limit(&mut draft, words, &[Sitting]);
    let words = "Until the review: stop an exercise if leg pain goes further down the leg or pain is over 5 out of 10; ring the ward line 555-0134";
    rule(&mut draft, RuleKind::Pain, words);
    let spreading =
        "Stop an exercise if leg pain goes further down the leg; ring the ward line 555-0134";
    let over = "Stop an exercise if pain is over 5 out of 10; ring the ward line 555-0134";
    for words in [spreading, over] {
        let place = rule(&mut draft, RuleKind::PainRule, words);
        for known in [Asked::Trigger, Asked::Where, Asked::When, Asked::Then, Asked::Lasts] {
            answered(&mut draft, &place, known);
        }
    }
    rule(&mut draft, RuleKind::BadDay, "Bad day? Do number 1 and one walk; that is enough.");
    let place = rule(&mut draft, RuleKind::Contact, "Ward line");
    answered(&mut draft, &place, Asked::Number);
    fill(&mut draft, |draft| {
        let brace = draft.revision.lines[0].id.clone();
        let sheet = &mut draft.revision;
        sheet.precautions[lifting].lift_kg = Some(crate::plan::Kilograms(4.5));
        sheet.precautions[sitting].sit_minutes = Some(30);
        sheet.precautions[sitting].up_minutes = Some(2);
        for limit in &mut sheet.precautions {
            limit.until.appointment = crate::ids::AppointmentId::new("review");
        }
        let pain = sheet.pain.as_mut().unwrap();
        pain.ask = Some(AskPain::AfterItHurts);
        pain.rules[0].place = PainWhere::Leg;
        pain.rules[0].trigger = PainTrigger::Spreading;
        pain.rules[1].trigger = PainTrigger::Over(5);
        for rule in &mut pain.rules {
            rule.when = PainWhen::During;
            rule.ring = Some("Ward line".to_owned());
        }
        let least = |line: &LineId| Minimum { line: line.clone(), bouts: 1 };
        sheet.bad_day.as_mut().unwrap().minimum = vec![least(&brace), least(&walk)];
        sheet.contacts[0].number = "555-0134".to_owned();
        let about = "leg pain that goes further down the leg, or pain over 5 out of 10";
        sheet.contacts[0].about = Some(about.to_owned());
    });

    let names = [
        ("draft", "weeks-3-to-6"),
        ("after-breakfast", "morning"),
        ("early-afternoon", "afternoon"),
        ("belly-brace-lying-down", "belly-brace"),
        ("heel-raises-at-the-worktop", "heel-raises"),
        ("stand-heel-to-toe", "heel-to-toe"),
        ("walking", "walk"),
        ("getting-out-of-bed", "log-roll"),
    ];
    let wanted = include_str!("../../../../../../exercises/plans/examples/weeks-3-to-6.backwise");
    assert_eq!(plan_of(&mut draft, &names), example(wanted));
}

#[test]
fn the_leaflet_of_the_first_days_is_the_example() {
    let mut draft =
        sheet("The first days at home", "2026-11-20", Fusion::Unknown, "2026-11-22", "2026-12-04");
    fill(&mut draft, |draft| {
        draft.revision.surgery.operation = Some("lumbar laminectomy".to_owned());
        draft.revision.surgery.discharge = Some(day("2026-11-22"));
    });
    let place = rule(&mut draft, RuleKind::Appointment, "Two-week check");
    fill(&mut draft, |draft| {
        let check = &mut draft.revision.appointments[0];
        check.date = day("2026-12-04");
        check.as_written = Some("the two-week check on 4 December".to_owned());
    });
    answered(&mut draft, &place, Asked::Day);

    let above = "Do these every two hours while you are awake (8 in the morning to 8 in the evening), until the two-week check on 4 December:";
    let every_two = |as_written, exercise, chosen| Entered {
        sheet_no: None,
        above,
        as_written,
        keeps_above: true,
        exercise,
        chosen,
    };
    for line in [
        // Both feet together; 20 times; every day.
        every_two("ankle pumps, both feet, 20", "ankle-pump", &[0, 0, 0][..]),
        every_two("squeeze the buttocks, 5 times, hold 5 seconds", "glute-set", &[0]),
        every_two("squeeze the thighs, 5 each leg, hold 5 seconds", "quad-set", &[0]),
    ] {
        let (id, _) = enter(&mut draft, &line);
        fill(&mut draft, |draft| {
            let line = draft.revision.lines.iter_mut().find(|line| line.id == id).unwrap();
            let until = Some(DayRef::On(day("2026-12-05")));
            line.stretch = Stretch::Days { from: None, until };
        });
    }
    let whole = |as_written, exercise, chosen| Entered {
        sheet_no: None,
        above: "",
        as_written,
        keeps_above: false,
        exercise,
        chosen,
    };
    let words = "Morning and evening: deep belly breathing, 8 slow breaths.";
    enter(&mut draft, &whole(words, "diaphragmatic-breathing", &[0][..]));
    for (number, time) in [(1, at(8, 0)), (2, at(20, 0))] {
        fill(&mut draft, |draft| draft.revision.rounds[number - 1].at = time);
        let number = u16::try_from(number).unwrap();
        answered(&mut draft, &DraftPlace::Rule { rule: RuleKind::Round, number }, Asked::Time);
    }
    let words = "Walk indoors 4 to 6 times a day: 3 minutes on the first two days, then one minute more every second day, no more than 10 minutes.";
    let (walk, place) = enter(&mut draft, &whole(words, "walk-level", &[]));
    let parts = vec![LinePart::Number { key: Counted::Minutes, number: 3 }];
    make(&mut draft, DraftEdit::Take { place, parts });
    rule(
        &mut draft,
        RuleKind::Clearance,
        "From day 7, if the nurse agrees: heel raises at the worktop",
    );
    let words = "From day 7, if the nurse agrees: heel raises at the worktop, 8, once a day.";
    enter(&mut draft, &whole(words, "heel-raise", &[0]));
    fill(&mut draft, |draft| {
        let sheet = &mut draft.revision;
        let growth = sheet.lines[4].growth.as_mut().unwrap();
        growth.from = DayRef::AfterDischarge(2);
        let ok = &mut sheet.clearances[0];
        ok.from_whom = Some("the nurse".to_owned());
        ok.ask_on = Some(day("2026-11-27"));
        let heel_raises = &mut sheet.lines[5];
        heel_raises.clearance = Some(ok.id.clone());
        heel_raises.stretch = Stretch::Days { from: Some(DayRef::AfterSurgery(7)), until: None };
    });
    answered(&mut draft, &DraftPlace::Growth(walk), Asked::WhichDay);
    use LimitKind::{Driving, Lifting, Sitting, Water, Wound};
    limit(&mut draft, "Sit 20 minutes at most.", &[Sitting]);
    limit(&mut draft, "Nothing heavier than a kettle.", &[Lifting]);
    limit(&mut draft, "No driving.", &[Driving]);
    limit(&mut draft, "Keep the wound dry.", &[Wound, Water]);
    fill(&mut draft, |draft| {
        draft.revision.precautions[0].sit_minutes = Some(20);
        for limit in &mut draft.revision.precautions {
            limit.until.told_otherwise = true;
        }
    });

    let names = [
        ("draft", "early-days"),
        ("squeeze-the-buttocks", "buttock-squeezes"),
        ("squeeze-the-thighs", "thigh-squeezes"),
        ("deep-belly-breathing", "belly-breathing"),
        ("heel-raises-at-the-worktop", "heel-raises"),
        ("from-day-7-if-the-nurse-agrees-heel-raises-at-the-worktop", "heel-raises-ok"),
    ];
    let wanted = include_str!("../../../../../../exercises/plans/examples/early-days.backwise");
    assert_eq!(plan_of(&mut draft, &names), example(wanted));
}
