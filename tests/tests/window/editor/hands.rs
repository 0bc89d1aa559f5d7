//! How a person enters a sheet: with the keys alone, or with a thumb. The driver makes the keys and the touches, and
//! the webview gets them as from a device.

use serde_json::json;

use super::FIND;
use crate::window::driver::Window;

/// What the person has.
#[derive(Clone, Copy)]
pub(super) enum Hands {
    /// A keyboard, and no mouse.
    Keys,
    /// A finger on the glass, whose keyboard is on the screen.
    Thumb,
}

const TAB: char = '\u{E004}';
const ENTER: &str = "\u{E007}";
const SHIFT: char = '\u{E008}';
const CONTROL: char = '\u{E009}';
const LEFT: char = '\u{E012}';
const RIGHT: char = '\u{E014}';

/// Draws what `find` finds to the middle, and waits until it stands at one place from one frame to the next.
const AT_REST: &str = r"
const atRest = (find, done) => {
  let last = '';
  const look = () => {
    const it = find();
    if (last === '') it?.scrollIntoView({ block: 'center' });
    const { x, y } = it?.getBoundingClientRect() ?? {};
    const now = `${x} ${y}`;
    if (it && now === last) return done();
    last = now;
    requestAnimationFrame(look);
  };
  look();
};
";

/// Marks the page with what the next touch came to: `it`, or what the failed wait shows.
const WATCHED: &str = r"
const watched = (it) => {
  const { dataset } = document.documentElement;
  delete dataset.touched;
  const look = ({ target }) => {
    const isMeant = it.contains(target) || [...(it.labels ?? [])].some((label) => label.contains(target));
    if (!isMeant) document.body.prepend(`A touch meant for ${it.outerHTML} came to ${target.outerHTML}.`);
    dataset.touched = isMeant;
  };
  addEventListener('click', look, { capture: true, once: true });
  return it;
};
";

/// How often the way is looked at anew, until what is looked for has the focus.
const LOOKS: usize = 8;

impl Hands {
    /// Writes `text` in the place of all that stands in the field that the script `found` finds.
    pub(super) async fn write(self, window: &Window, found: &str, text: &str) {
        self.come_to(window, found).await;
        let kind = window.run(&format!("{FIND} return {found}.type")).await;
        match kind.as_str() {
            // A phone shows a picker of its own. In this webview they are made of parts, and a finger may have come to
            // any of them.
            Some("date") => {
                window.strike(&[], &format!("{LEFT}{LEFT}{}", parts_of_day(text))).await;
            }
            Some("time") => {
                let parts = text.replace(':', &RIGHT.to_string());
                window.strike(&[], &format!("{LEFT}{parts}")).await;
            }
            _ => {
                window.strike(&[CONTROL], "a").await;
                window.strike(&[], &text.replace('\n', ENTER)).await;
            }
        }
        let written = json!(text);
        window.until(&format!("(() => {{ {FIND} return {found}.value === {written}; }})()")).await;
    }

    /// Presses what the script `found` finds.
    pub(super) async fn press(self, window: &Window, found: &str) {
        self.come_to(window, found).await;
        if matches!(self, Self::Keys) {
            let is_box = window.run(&format!("{FIND} return {found}.type === 'checkbox'")).await;
            window.strike(&[], if is_box == json!(true) { " " } else { ENTER }).await;
        }
    }

    /// With a thumb: touches it. With keys: goes from one place to the next until it has the focus.
    async fn come_to(self, window: &Window, found: &str) {
        if matches!(self, Self::Thumb) {
            // What is answered on the way may move what stands below it. A person looks before they touch, and draws it
            // away from what stands at the edges.
            window.until("!document.querySelector('[aria-busy=true]')").await;
            window.run_until_done(&format!("{FIND} {AT_REST} atRest(() => {found}, done);")).await;
            window.touch(&format!("{FIND} {WATCHED} return watched({found});")).await;
            return window.until("document.documentElement.dataset.touched === 'true'").await;
        }
        for _ in 0..LOOKS {
            let steps = window.run(&format!("{FIND} {STEPS} return steps({found});")).await;
            match steps.as_i64().expect("a number of steps") {
                0 => return,
                on @ 1.. => window.strike(&[], &tabs(on)).await,
                back => window.strike(&[SHIFT], &tabs(-back)).await,
            }
        }
        panic!("{found} cannot be reached with the keys");
    }
}

/// How many places lie between the focus and `it`; less than nothing where it lies before.
const STEPS: &str = r"
const steps = (it) => {
  const now = document.activeElement;
  if (now === it) return 0;
  const places = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]') && seen(one));
  const at = places.indexOf(it);
  const here = places.indexOf(now);
  if (here >= 0) return at - here;
  // What has the focus is no place of its own, as a heading: the next one lies behind it.
  const before = places.filter((one) => now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING).length;
  return at >= before ? at - before + 1 : at - before;
};
";

fn tabs(steps: i64) -> String {
    std::iter::repeat_n(TAB, usize::try_from(steps).unwrap()).collect()
}

/// `2026-11-02` as the keys of its parts: month, day and year.
fn parts_of_day(text: &str) -> String {
    let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] else {
        panic!("{text} is no day")
    };
    format!("{month}{RIGHT}{day}{RIGHT}{year}")
}
