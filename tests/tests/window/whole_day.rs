//! Scenario 18: somebody with shaky hands and weak eyes does a whole day with the keys alone, the letters twice as
//! large. How the screens look on a phone then, their targets, contrast and motion are tried in `ui/screens`.

use backwise_core::schedule::State;
use backwise_core::time::Day;
use serde_json::Value;

use super::desktop::Desktop;
use super::driver::{Window, called};
use super::session::{NEXT, ONWARD};
use super::{example_plan, journal_at, open, open_at};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
/// The Shift key, alone.
const SHIFT: &str = "\u{e008}";

/// More stops than any screen has.
const MOST_STOPS: usize = 200;
/// More steps than a round of the example plan has.
const MOST_STEPS: usize = 1000;

/// A window in which letters twice as large find half the room of a narrow one.
const SIZE: (u32, u32) = (720, 960);

/// The rounds of the day, each five minutes after it is due.
const ROUNDS: [(&str, &str); 3] = [
    ("whole-day-morning", "2026-11-18T08:05:00Z"),
    ("whole-day-afternoon", "2026-11-18T12:35:00Z"),
    ("whole-day-evening", "2026-11-18T18:05:00Z"),
];

/// What is wrong with the stop that has the focus: nothing of it can be seen, or there is no sign of the focus.
const WRONG_WITH_THE_STOP: &str = r"
    const it = document.activeElement;
    if (!it || it === document.body || it.closest('.visually-hidden, .skip-link')) return null;
    const { left, top, right, bottom } = it.getBoundingClientRect();
    const isSeen = [0.1, 0.3, 0.5, 0.7, 0.9].some((share) => {
      const there = document.elementFromPoint((left + right) / 2, top + share * (bottom - top));
      return there && (it.contains(there) || there.contains(it));
    });
    const name = `${it.tagName} ${(it.getAttribute('aria-label') ?? it.textContent).trim().slice(0, 40)}`;
    if (!isSeen) return `covered or out of sight: ${name}`;
    return getComputedStyle(it).outlineStyle === 'none' ? `no sign of focus: ${name}` : null;
";

/// Goes from stop to stop until the one that the JavaScript expression `wanted` finds has the focus.
async fn tab_to(window: &Window, wanted: &str) {
    window.until(wanted).await;
    for _stop in 0..MOST_STOPS {
        if window.run(&format!("return document.activeElement === {wanted}")).await == true {
            return;
        }
        window.keys(TAB).await;
        let wrong = window.run(WRONG_WITH_THE_STOP).await;
        assert_eq!(wrong, Value::Null);
    }
    panic!("the Tab key does not reach {wanted}");
}

/// Presses what `wanted` finds, with the keys alone.
async fn press(window: &Window, wanted: &str) {
    tab_to(window, wanted).await;
    // Two quick presses of Enter are one, as of a shaky hand: after another key it is meant, however soon it comes.
    window.keys(SHIFT).await;
    window.keys(ENTER).await;
}

/// Does the round that is on. What is timed is sent on by the command that the buttons send, so that no clock is
/// waited for.
async fn do_the_round(window: &Window) {
    let onward = ONWARD.map(called).join(" ?? ");
    for _step in 0..MOST_STEPS {
        let before = window.run("return document.querySelector('main').innerText").await;
        if before.as_str().is_some_and(|text| text.contains("That is all")) {
            return;
        }
        let name = window.run(&format!("return ({onward})?.textContent.trim() ?? null")).await;
        if let Some(name) = name.as_str() {
            press(window, &called(name)).await;
        } else {
            window.run_until_done(&format!("{NEXT}.then(() => done(), () => done())")).await;
        }
        window.until(&format!("document.querySelector('main').innerText !== {before}")).await;
    }
    panic!("the round does not end");
}

/// Says of everything that is done at any time that it was done.
async fn say_what_was_done(window: &Window) {
    let did = "[...document.querySelectorAll('main button')].find((it) => it.checkVisibility() && /^I did/.test(it.getAttribute('aria-label') ?? it.textContent))";
    for _step in 0..MOST_STEPS {
        let name = window.run(&format!("return {did}?.closest('li')?.innerText ?? null")).await;
        if name.is_null() {
            return;
        }
        press(window, did).await;
        window.until(&format!("{did}?.closest('li')?.innerText !== {name}")).await;
    }
    panic!("there is always more to do");
}

#[tokio::test(flavor = "multi_thread")]
async fn scenario_18_a_whole_day_with_the_keys_alone_and_letters_twice_as_large() {
    let desktop = Desktop::new();
    let (_, morning) = ROUNDS[0];
    let sheet = std::fs::read(example_plan()).unwrap();
    journal_at(&desktop, morning).import_plan(&sheet, "sheet.backwise", true).unwrap();
    open(&desktop, "whole-day-first-run").await.close_and_wait_until_all_has_ended().await;
    for (name, now) in ROUNDS {
        let mut window = open_at(&desktop, name, now).await;
        window.resize(SIZE.0, SIZE.1).await;
        window.run("document.documentElement.style.fontSize = '225%'").await;
        window.until(&called("Start")).await;
        window.picture("today").await;
        press(&window, &called("Start")).await;
        window
            .until("location.hash === '#/session' && document.querySelector('main button')")
            .await;
        window.picture("session").await;
        do_the_round(&window).await;
        window.picture("done").await;
        press(&window, &called("Back to Today")).await;
        window.until("location.hash === '#/today'").await;
        if now == morning {
            say_what_was_done(&window).await;
            window.picture("said").await;
        }
        let wide = window.run("return document.documentElement.scrollWidth - innerWidth").await;
        assert_eq!(wide, 0, "nothing runs out of the window");
        window.close_and_wait_until_all_has_ended().await;
    }
    let day: Day = "2026-11-18".parse().unwrap();
    let agenda = journal_at(&desktop, "2026-11-18T18:30:00Z").agenda(day).unwrap().unwrap();
    let open: Vec<_> = agenda.items().filter(|item| item.state != State::Done).collect();
    assert!(open.is_empty(), "{open:#?}");
    assert!(agenda.items().count() > 10);
}
