//! Words that hold for some days only, or say what is not to be done. What stands in them is no plain dose of
//! the line: it is a stage, a growth or a rule, and a person makes it.

use std::ops::Range;

use super::text::Text;

/// The stretches of `text` that stand apart, in order. Those that are `covered` are read already.
pub(super) fn apart(text: &Text<'_>, start: usize, covered: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut regions: Vec<Range<usize>> = Vec::new();
    let is_covered = |at: usize| covered.iter().any(|words| words.contains(&at));
    for at in start..text.len() {
        let is_in_one = regions.last().is_some_and(|region| region.contains(&at));
        if is_in_one || is_covered(at) || !marks(text, at) {
            continue;
        }
        let mut from = at;
        while from > start && !text.is_edge(from - 1) && !is_covered(from - 1) {
            from -= 1;
        }
        let in_brackets = text.sign(from.wrapping_sub(1)) == Some('(');
        let mut until = at;
        while until < text.len() {
            match text.sign(until) {
                Some(':' | '.' | ';' | '\n') => break,
                Some(')') if in_brackets => break,
                _ if is_covered(until) => break,
                _ => until += 1,
            }
        }
        // What leads over to a growth says nothing by itself.
        let leads = |at: usize| text.is_edge(at) || text.is(at, &["then", "and"]);
        while until > at + 1 && leads(until - 1) {
            until -= 1;
        }
        regions.push(from..until);
    }
    regions
}

/// Whether the word at `at` says that what is around it does not hold plainly.
fn marks(text: &Text<'_>, at: usize) -> bool {
    let is_number = |at: usize| text.number(at).is_some();
    let next = at + 1;
    let after_first = ["week", "weeks", "day", "days", "month", "months", "few", "fortnight"];
    let growing = [
        "increase",
        "increasing",
        "progress",
        "progressing",
        "gradually",
        "add",
        "adding",
        "build",
    ];
    let not_done =
        ["nothing", "never", "stop", "miss", "missed", "avoid", "don't", "without", "instead"];
    let is_running = text.phrase(at, &["never two days", "never on"]).is_some();
    (text.is(at, &["first", "last", "next"]) && (text.is(next, &after_first) || is_number(next)))
        || (text.is(at, &["until", "till"]) && !is_number(next))
        || (text.is(at, &["from"]) && text.is(next, &["day", "week", "weeks", "wk", "then"]))
        || (text.is(at, &["week", "weeks", "wk", "wks", "day", "days"]) && is_number(next))
        || (text.is(at, &["after"])
            && is_number(next)
            && text.is(next + 1, &["days", "weeks", "week"]))
        || (text.is(at, &["more"]) && text.is(next, &["every", "each"]))
        || text.is(at, &growing)
        || (text.is(at, &not_done) && !is_running)
        || text.phrase(at, &["do not", "once you", "when you can", "as soon as"]).is_some()
}
