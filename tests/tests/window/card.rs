//! The card with the warning signs: one action from everywhere, by keyboard, and not gone by accident.

use std::collections::BTreeSet;

use super::desktop::{Desktop, repository};
use super::driver::{Window, called};
use super::{DESK, PHONE, SETTLED, journal, open, open_as_it_is, take_in_the_plan};

/// A place of each route of `ui/src/routes.ts`, by the name of the route.
const PLACES: [(&str, &str); 34] = [
    ("today", "today"),
    ("day", "day/2026-11-17"),
    ("item", "day/2026-11-18/belly-brace/round/morning"),
    ("add", "day/2026-11-17/add"),
    ("record", "record"),
    ("progress", "progress"),
    ("week", "week/2026-11-16"),
    ("session", "session"),
    ("plan", "plan"),
    ("import", "plan/import"),
    ("said", "plan/said"),
    ("templates", "plan/templates"),
    ("template", "plan/templates/lami-2-6"),
    ("edit", "plan/edit"),
    ("edit-next", "plan/edit/next-line"),
    ("edit-line", "plan/edit/line/clam"),
    ("edit-rules", "plan/edit/rules"),
    ("edit-rule", "plan/edit/rules/pain"),
    ("read-back", "plan/read-back"),
    ("visit", "plan/visit"),
    ("versions", "plan/versions"),
    ("exercises", "exercises"),
    ("exercise", "exercises/bridge"),
    ("learn", "learn"),
    ("topic", "learn/bleeding"),
    ("settings", "settings"),
    ("about-you", "settings/about-you"),
    ("walks", "walks"),
    ("measures", "measures"),
    ("measure", "measures/chair-stand"),
    ("questions", "questions"),
    ("welcome", "welcome/plan"),
    ("check", "check"),
    ("warning-signs", "warning-signs"),
];

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
/// Alt is held while the letter is pressed, and let go.
const ALT_W: &str = "\u{e00a}w\u{e000}";
const ESCAPE: &str = "\u{e00c}";
const BACKSPACE: &str = "\u{e003}";

/// The way to the card is there, large, in sight and not covered.
fn in_sight() -> String {
    format!(
        "(() => {{
            const it = {};
            const {{ left, top, right, bottom, width, height }} = it.getBoundingClientRect();
            const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
            const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return isInside && width >= 48 && height >= 48 && it.contains(onTop);
        }})()",
        called("Warning signs")
    )
}

/// The names in the type `Route` of the screens.
fn routes() -> BTreeSet<String> {
    let code = std::fs::read_to_string(repository().join("ui/src/routes.ts")).unwrap();
    let list = code.split("export type Route =").nth(1).unwrap().split(";\n\n").next().unwrap();
    list.split("at: '").skip(1).map(|rest| rest.split('\'').next().unwrap().to_owned()).collect()
}

/// Comes to the card with the keys alone: it is the first thing after the heading, where reading begins.
async fn reach_by_keys(window: &Window) {
    window.run("document.querySelector('h1').focus()").await;
    window.keys(TAB).await;
    window.until(&format!("document.activeElement === {}", called("Warning signs"))).await;
    window.keys(ENTER).await;
    window.until("location.hash === '#/warning-signs'").await;
    window.until_shown("Ring the emergency number, or go to an emergency department now.").await;
}

pub(crate) async fn is_one_action_away_on_every_screen() {
    let placed: BTreeSet<String> = PLACES.iter().map(|(route, _)| (*route).to_owned()).collect();
    assert_eq!(placed, routes(), "each route of ui/src/routes.ts has a place here");
    let desktop = Desktop::new();
    let mut window = open_as_it_is(&desktop, "card-at-first").await;
    window.until_shown("Welcome to Backwise").await;
    reach_by_keys(&window).await;
    window.close_and_wait_until_all_has_ended().await;

    window = open(&desktop, "card").await;
    take_in_the_plan(&mut window).await;
    for (width, height) in [PHONE, DESK] {
        window.resize(width, height).await;
        for (route, place) in PLACES.iter().filter(|(route, _)| *route != "warning-signs") {
            window.go(&format!("#/{place}")).await;
            window.until(&format!("location.hash === '#/{place}' && {SETTLED}")).await;
            assert_eq!(
                window.run(&format!("return {}", in_sight())).await,
                true,
                "the way to the card is in sight on {route}, {width} pixels wide"
            );
            reach_by_keys(&window).await;
        }
    }
    window.assert_the_policy_held().await;
}

/// The emergency card, and nothing that begins or does an exercise.
const ONLY_THE_CARD: &str = "document.querySelector('h1').innerText === 'Get help now'
    && document.body.innerText.includes('Your exercises and reminders are stopped.')
    && ![...document.querySelectorAll('button')].some((it) => /^(Start|Begin|Done|Next|Go on$|I am ready)/.test(it.innerText))";

pub(crate) async fn is_one_action_away_in_a_session_and_stays_after_a_yes() {
    let desktop = Desktop::new();
    let mut window = open(&desktop, "card-in-a-session").await;
    take_in_the_plan(&mut window).await;
    window.resize(PHONE.0, PHONE.1).await;
    // What the resident would show, asked of the folder that it shares with the window.
    let rings = || journal(&desktop).coming_reminders(None, 3).unwrap().len();
    assert!(rings() > 0);
    // Some places lie behind: the way back leads there.
    window.go("#/learn").await;
    window.until(&format!("location.hash === '#/learn' && {SETTLED}")).await;
    window.go("#/today").await;
    window.until_shown("Next: your morning round").await;
    window.press("Start").await;
    window.until("location.hash === '#/session' && document.querySelector('main button')").await;
    window.press("Begin").await;
    window.until(&in_sight()).await;
    window.picture("session").await;
    reach_by_keys(&window).await;
    // Looking at the card stops the clock and ends nothing.
    window.press("Close the warning signs").await;
    window.until(&format!("location.hash === '#/session' && {SETTLED}")).await;
    let view = window
        .run_until_done(
            "__TAURI_INTERNALS__.invoke('session_view').then(done, (it) => done(String(it)))",
        )
        .await;
    assert_eq!((&view["paused"], &view["finished"]), (&true.into(), &false.into()), "{view}");
    // One key opens it, too, while the clock runs.
    window.press("Begin").await;
    window.press("I am ready").await;
    window.until("document.querySelector('.count')").await;
    window.keys(ALT_W).await;
    window.until("location.hash === '#/warning-signs'").await;
    window.until_shown("Ring the emergency number, or go to an emergency department now.").await;
    window.press("Answer the question about these signs").await;
    window.press("Yes, one or more").await;
    window.until(ONLY_THE_CARD).await;
    window.picture("after-a-yes").await;
    // The card comes first; this stands once the answer is kept.
    window.until_shown("You said so on").await;
    assert_eq!(rings(), 0, "reminders fall silent with the yes");

    // Whoever says that it was a mistake and then leaves the question has taken nothing back.
    window.press("I tapped by mistake").await;
    window.until_shown("Please read the list once more").await;
    window.go("#/today").await;
    window.until(&format!("location.hash === '#/today' && {ONLY_THE_CARD}")).await;

    // The keys and ways by which something is closed by accident.
    for keys in [ESCAPE, BACKSPACE] {
        window.keys(keys).await;
        window.until(ONLY_THE_CARD).await;
    }
    for step in 0..9 {
        window
            .run_until_done(
                "addEventListener('popstate', () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
                 const before = location.hash;
                 history.back();
                 setTimeout(() => location.hash === before && done(), 1000);",
            )
            .await;
        window
            .until(&format!("({ONLY_THE_CARD}) || document.body.innerText.includes('Do not wait to see if it goes away')"))
            .await;
        window.picture(&format!("back-{step}")).await;
    }
    window.kill().await;

    let mut window = open_as_it_is(&desktop, "card-after-the-kill").await;
    window.until(ONLY_THE_CARD).await;
    window.picture("after-the-kill").await;
    window.go("#/session").await;
    window.until(&format!("location.hash === '#/session' && {ONLY_THE_CARD}")).await;
    window.assert_the_policy_held().await;
}
