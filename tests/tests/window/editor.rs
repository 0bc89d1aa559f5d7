//! A paper sheet typed in through the screens of the editor, field by field, as a person would.

use backwise_core::catalogue::embedded;
use backwise_core::ids::{LineId, RoundId};
use backwise_core::plan::{Bouts, Frequency, PlanFile, Revision};
use serde_json::{Value, json};

use super::desktop::repository;
use super::driver::Window;
use hands::Hands;

mod every_rule;
mod first_days;
mod hands;
mod weeks_three_to_six;

/// What is found on the page: helpers of the scripts below. Words are compared without the marks of Fluent.
const FIND: &str = r"
const plain = (text) => (text ?? '').replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ').trim();
const seen = (it) => it.checkVisibility();
const within = (scope) => [...document.querySelectorAll(scope)].filter(seen);
const field = (scope, label, nth) => {
  const labels = within(scope).flatMap((it) => [...it.querySelectorAll('label')]).filter((it) => seen(it) && plain(it.textContent) === label);
  const one = labels.at(nth);
  return one && document.getElementById(one.htmlFor);
};
const button = (scope, name, nth) => within(scope).flatMap((it) => [...it.querySelectorAll('button, a[href], summary, label')])
  .filter((it) => seen(it) && [it.getAttribute('aria-label'), it.textContent].some((text) => plain(text) === name || (name.endsWith('…') && plain(text).startsWith(name.slice(0, -1))))).at(nth);
// A label stands for its box.
const pressed = (it) => it.control ?? it;
";

/// The editor in the window. `nth` of its methods chooses among fields that are called alike: -1 is the last.
struct Editor<'a> {
    window: &'a Window,
    hands: Hands,
}

impl Editor<'_> {
    /// Types `text` into the field called `label`.
    async fn fill(&self, scope: &str, label: &str, nth: i32, text: &str) {
        let (scope, label) = (json!(scope), json!(label));
        self.window
            .until(&format!("(() => {{ {FIND} return field({scope}, {label}, {nth}); }})()"))
            .await;
        self.hands.write(self.window, &format!("field({scope}, {label}, {nth})"), text).await;
    }

    /// Presses the button called `name`; one that ends with `…` only begins so.
    async fn tap(&self, scope: &str, name: &str, nth: i32) {
        let (scope, name) = (json!(scope), json!(name));
        self.window
            .until(&format!("(() => {{ {FIND} return button({scope}, {name}, {nth}); }})()"))
            .await;
        self.hands.press(self.window, &format!("pressed(button({scope}, {name}, {nth}))")).await;
    }

    /// Opens a question of a line.
    async fn section(&self, name: &str) -> String {
        let scope = format!("section[data-section={name}]");
        let details = json!(format!("{scope} > details"));
        self.window.until(&format!("document.querySelector({details})")).await;
        let is_open =
            self.window.run(&format!("return document.querySelector({details}).open")).await;
        if is_open == json!(false) {
            let summary = format!("document.querySelector({details}).querySelector('summary')");
            self.hands.press(self.window, &summary).await;
        }
        self.window.until(&format!("document.querySelector({details}).open")).await;
        scope
    }

    async fn go(&self, hash: &str) {
        self.window.go(hash).await;
        self.window.until(&format!("location.hash === {}", json!(hash))).await;
    }

    /// Adds a line with the paper's words, and its exercise, found by what people call it.
    async fn line(&self, number: &str, words: &str, search: &str, title: &str) {
        self.go("#/plan/edit/next-line").await;
        self.fill("main", "The words on your sheet", -1, words).await;
        self.fill("main", "Its number on the sheet", -1, number).await;
        self.tap("main", "Go on", 0).await;
        self.window.until("location.hash.startsWith('#/plan/edit/line/')").await;
        let scope = self.section("exercise").await;
        self.fill(&scope, "Search for the exercise", 0, search).await;
        self.tap(&scope, &format!("{title}…"), 0).await;
        self.window
            .until(&format!("{}.includes({})", text_of(&format!("{scope} summary")), json!(title)))
            .await;
    }

    async fn dose(&self, numbers: &[(&str, u16)], open: &[&str]) {
        let scope = self.section("dose").await;
        for (label, number) in numbers {
            // What is not usually said of this exercise stands under "Anything else".
            let more = "Anything else: how far, weight, a range";
            let hidden = format!(
                "{FIND} return !field({0}, {1}, 0) && Boolean(button({0}, {2}, 0))",
                json!(scope),
                json!(label),
                json!(more)
            );
            if self.window.run(&hidden).await == json!(true) {
                self.tap(&scope, more, 0).await;
            }
            self.fill(&scope, label, 0, &number.to_string()).await;
        }
        for label in open {
            self.tap(&scope, &format!("Not on my sheet: {label}"), 0).await;
        }
    }

    async fn side(&self, side: &str) {
        let scope = self.section("side").await;
        self.tap(&scope, side, 0).await;
    }

    async fn in_rounds(&self, rounds: &[&str]) {
        let scope = self.section("often").await;
        self.tap(&scope, "On set days", 0).await;
        self.tap(&scope, "At times of the day (rounds), such as morning and evening", 0).await;
        for round in rounds {
            self.tap(&scope, &format!("{round} at…"), 0).await;
        }
        self.tap(&scope, "Every day", 0).await;
    }

    async fn at_any_time(&self, times: u16, most: Option<u16>) -> String {
        let scope = self.section("often").await;
        self.tap(&scope, "On set days", 0).await;
        self.tap(&scope, "At any time of the day", 0).await;
        self.fill(&scope, "How many times?", 0, &times.to_string()).await;
        if let Some(most) = most {
            self.tap(&scope, "More may be done, or a gap is asked for", 0).await;
            self.fill(&scope, "The most, if there is a range", 0, &most.to_string()).await;
        }
        scope
    }

    async fn once_every_day(&self) {
        let scope = self.at_any_time(1, None).await;
        self.tap(&scope, "Every day", 0).await;
    }

    /// Adds a rule made of `words`.
    async fn rule(&self, page: &str, label: &str, words: &str, add: &str) {
        self.go(&format!("#/plan/edit/rules/{page}")).await;
        let cards = "document.querySelectorAll('main li.card').length";
        let before = self.window.run(&format!("return {cards}")).await;
        self.fill("main", label, -1, words).await;
        self.tap("main", add, -1).await;
        let more = format!("{cards} > {}", before.as_u64().unwrap());
        self.window.until(&more).await;
    }

    /// Waits until everything is kept, and answers the draft as the program has it.
    async fn kept(&self) -> Value {
        self.window.until("!document.querySelector('[aria-busy=true]')").await;
        self.window
            .run_until_done("__TAURI_INTERNALS__.invoke('draft').then((view) => done(view.draft))")
            .await
    }

    /// Compares line after line, and everything beside them, with the paper.
    async fn read_back(&self) {
        self.kept().await;
        self.go("#/plan/read-back").await;
        for (within, what) in [("main article", "lines"), ("main li", "other things")] {
            let boxes = format!(
                "[...document.querySelectorAll('{within} input[type=checkbox]')].filter((it) => '{within}' === 'main article' || !it.closest('article'))"
            );
            self.window.until(&format!("{boxes}.length > 0")).await;
            let all = self.window.run(&format!("return {boxes}.length")).await;
            let all = usize::try_from(all.as_u64().unwrap()).unwrap();
            for ticked in 0..all {
                let next = format!("{boxes}.find((it) => !it.checked)");
                self.hands.press(self.window, &next).await;
                self.window.until_shown(&format!("{} of {all} {what} ticked", ticked + 1)).await;
            }
        }
    }

    /// Takes in what was compared with the paper.
    async fn take_in(&self) {
        self.tap("main", "Make this my plan", 0).await;
        self.window.until_shown("Your plan is taken in").await;
    }
}

fn text_of(selector: &str) -> String {
    format!(
        "(document.querySelector({})?.innerText ?? '').replaceAll(/[\\u2066-\\u2069]/g, '')",
        json!(selector)
    )
}

/// The example as the catalogue's file has it.
fn of_the_file(name: &str) -> Revision {
    let path = repository().join("exercises/plans/examples").join(name);
    PlanFile::open(&std::fs::read(path).unwrap(), name, embedded()).revision.unwrap()
}

/// `revision` without what a person who types in the paper cannot know or does not need:
/// - the name and number of the plan, which the program gives;
/// - the caution, which only the author of the example added;
/// - the names of lines, rounds, OKs and appointments: the file's author chose them, the editor makes them of the
///   paper's words. They are numbered here in their order, wherever they stand.
fn alike(mut revision: Revision) -> Revision {
    revision.plan = backwise_core::ids::PlanId::new("plan").unwrap();
    revision.number = 1;
    revision.caution = None;
    let lines: Vec<LineId> = revision.lines.iter().map(|line| line.id.clone()).collect();
    let line = |id: &LineId| {
        let at = lines.iter().position(|one| one == id).unwrap();
        LineId::new(&format!("line-{}", at + 1)).unwrap()
    };
    let rounds: Vec<RoundId> = revision.rounds.iter().map(|round| round.id.clone()).collect();
    let round = |id: &RoundId| {
        let at = rounds.iter().position(|one| one == id).unwrap();
        RoundId::new(&format!("round-{}", at + 1)).unwrap()
    };
    let often = |frequency: &mut Frequency| {
        if let Frequency::Due { bouts: Bouts::InRounds(rounds), .. } = frequency {
            rounds.iter_mut().for_each(|id| *id = round(id));
        }
    };
    for one in &mut revision.lines {
        one.id = line(&one.id);
        often(&mut one.frequency);
        for stage in &mut one.stages {
            stage.frequency.iter_mut().for_each(often);
            stage.replaces.iter_mut().for_each(|id| *id = line(id));
        }
    }
    for one in &mut revision.rounds {
        one.id = round(&one.id);
    }
    for minimum in revision.bad_day.iter_mut().flat_map(|rule| &mut rule.minimum) {
        minimum.line = line(&minimum.line);
    }
    for (number, ok) in (1..).zip(&mut revision.clearances) {
        let name = backwise_core::ids::ClearanceId::new(&format!("ok-{number}")).unwrap();
        for one in revision.lines.iter_mut().filter(|one| one.clearance.as_ref() == Some(&ok.id)) {
            one.clearance = Some(name.clone());
        }
        ok.id = name;
    }
    for (number, appointment) in (1..).zip(&mut revision.appointments) {
        appointment.id =
            backwise_core::ids::AppointmentId::new(&format!("appointment-{number}")).unwrap();
    }
    revision
}

async fn taken_in(window: &Window) -> Revision {
    let revision = window
        .run_until_done("__TAURI_INTERNALS__.invoke('plan').then((view) => done(view.revision))")
        .await;
    serde_json::from_value(revision).unwrap()
}

async fn begin(editor: &Editor<'_>, title: &str, surgery: &str, fusion: &str, first_day: &str) {
    editor.go("#/plan").await;
    editor.tap("main", "Type in a paper sheet", 0).await;
    editor.window.until("location.hash === '#/plan/edit'").await;
    editor.fill("main", "What is your sheet called?", 0, title).await;
    editor.fill("main", "Day of the operation", 0, surgery).await;
    editor.tap("main", fusion, 0).await;
    editor.fill("main", "From which day on do you follow this sheet?", 0, first_day).await;
    editor.tap("main", "More that may stand there", 0).await;
}
