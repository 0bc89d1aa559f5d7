//! Numbers, and the state of the data folder, in words.

use backwise_core::report::{Figures, LineFigures, OutOf, Report, WeekFigures};

use super::{Page, aligned, name_of};
use crate::answer::{DataCheck, PlanName, Reach};

/// What was asked for and what became of it, line by line.
pub(super) fn report(page: Page<'_>, report: &Report) -> String {
    let args = [
        ("first", page.words.day_and_year(report.from).into()),
        ("last", page.words.day_and_year(report.through).into()),
    ];
    let head = page.say("report-days", &args);
    let mut rows: Vec<_> = report
        .lines
        .iter()
        .map(|line| vec![line.title.clone(), line.line.to_string(), of_line(page, line)])
        .collect();
    let total = page.say("report-total", &[]);
    rows.push(vec![total, String::new(), figures(page, &report.total)]);
    let weeks: String = report.weeks.iter().map(|one| format!("{}\n", week(page, one))).collect();
    let waited = |title: &str| page.words.text("figure-waited", &[("title", title.into())]);
    let waiting = report.waiting.iter().map(|line| format!("{}\n", waited(&line.title)));
    let weeks = weeks + &waiting.collect::<String>();
    let weeks = if weeks.is_empty() { weeks } else { format!("\n{weeks}") };
    let rows = aligned(&rows).join("\n");
    format!("{head}\n\n{rows}\n{weeks}\n{}\n", page.say("report-words", &[]))
}

/// On how many days of its week a line was done; what is short belongs to the week.
fn week(page: Page<'_>, week: &WeekFigures) -> String {
    let key = match week {
        WeekFigures { kept_back: 1.., .. } => "report-week-kept-back",
        WeekFigures { days: OutOf { done: 0, asked: 0 }, is_paused: true, .. } => {
            "report-week-paused"
        }
        WeekFigures { days: OutOf { asked: 0, .. }, .. } => "report-week-nothing",
        WeekFigures { is_over: true, .. } => "report-week",
        WeekFigures { .. } => "report-week-so-far",
    };
    let args = [
        ("title", week.title.as_str().into()),
        ("first", page.words.day_and_year(week.from).into()),
        ("last", page.words.day_and_year(week.through).into()),
        ("done", week.days.done.into()),
        ("asked", week.days.asked.into()),
        ("kept", week.kept_back.into()),
    ];
    page.say(key, &args)
}

/// The bouts of a line, then its days and amounts.
fn of_line(page: Page<'_>, line: &LineFigures) -> String {
    let amounts = [
        ("figure-days", line.days),
        ("figure-sets", line.sets),
        ("figure-repetitions", line.repetitions),
        ("figure-minutes", line.minutes),
        ("figure-breaths", line.breaths),
        ("figure-steps", line.steps),
        ("figure-metres", line.metres),
    ];
    let amounts = amounts.into_iter().filter(|(_, amount)| amount.asked > 0);
    let amounts = amounts.map(|(key, amount)| {
        page.say(key, &[("done", amount.done.into()), ("asked", amount.asked.into())])
    });
    let unsaid = Some(line.partly_unsaid).filter(|n| *n > 0);
    let unsaid = unsaid.map(|n| page.say("figure-partly-unsaid", &[("n", n.into())]));
    let bouts = [figures(page, &line.figures)].into_iter();
    page.list(bouts.chain(amounts).chain(unsaid))
}

/// Whether all is well.
pub(super) fn data(page: Page<'_>, data: &DataCheck) -> String {
    let row = |key: &str, value: String| vec![page.say(key, &[]), value];
    let mut rows = vec![
        row("data-folder", data.folder.clone()),
        row("data-records", data.check.records.to_string()),
        row("data-zone", data.zone.clone()),
    ];
    if let Some(reach) = &data.reminders {
        let plan = data.plan.as_ref().map_or_else(
            || page.say("data-no-plan", &[]),
            |PlanName { title, number, .. }| {
                let number = number.to_string();
                let args = [("title", title.as_str().into()), ("number", number.into())];
                page.say("plan-name", &args)
            },
        );
        rows.push(row("data-plan", plan));
        rows.extend(data.today.map(|day| row("data-today", page.words.day_and_year(day))));
        rows.push(row("data-reminders", page.reach(reach)));
    }
    let findings = data.check.findings.iter().map(|finding| {
        let key = format!("finding-{}", name_of(finding.code));
        let example = finding.example.clone().unwrap_or_default();
        page.say(&key, &[("n", finding.count.into()), ("example", example.into())])
    });
    let mut verdict: Vec<_> = findings.collect();
    if verdict.is_empty() {
        verdict.push(page.say("data-sound", &[]));
    } else {
        verdict.push(page.say("data-not-sound", &[]));
    }
    format!("{}\n\n{}\n", aligned(&rows).join("\n"), verdict.join("\n"))
}

impl Page<'_> {
    /// Whether reminders can reach anybody.
    pub(super) fn reach(self, reach: &Reach) -> String {
        let taken = reach.last_delivery.as_ref().map(|delivery| delivery.taken);
        let key = match (reach.switched_on, reach.resident_alive, taken) {
            (false, _, _) => "reminders-off",
            (true, false, _) => "reminders-not-running",
            (true, true, None) => "reminders-not-tried",
            (true, true, Some(false)) => "reminders-not-taken",
            (true, true, Some(true)) => "reminders-running",
        };
        self.say(key, &[])
    }
}

/// How often it was asked for and done, then whatever else there was.
fn figures(page: Page<'_>, figures: &Figures) -> String {
    let number = |key: &str, n: u32| page.say(key, &[("n", n.into())]);
    let always =
        [number("figure-prescribed", figures.prescribed), number("figure-done", figures.done)];
    let rest = [
        ("figure-partly", figures.partly),
        ("figure-skipped", figures.skipped),
        ("figure-said-not-done", figures.said_not_done),
        ("figure-stopped", figures.stopped),
        ("figure-withheld", figures.withheld),
        ("figure-paused", figures.paused),
        ("figure-not-required", figures.not_required),
        ("figure-no-entry", figures.no_entry),
        ("figure-not-reminded", figures.not_reminded),
        ("figure-unknown", figures.unknown),
        ("figure-open", figures.open),
        ("figure-entered-later", figures.entered_later),
        ("figure-corrected", figures.corrected),
    ];
    let rest = rest.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| number(key, n));
    page.list(always.into_iter().chain(rest))
}

#[cfg(test)]
mod tests {
    use backwise_core::time::Instant;
    use backwise_store::views::{CheckReport, Finding, FindingCode, LastDelivery};
    use backwise_words::{Language, Words};

    use super::*;
    use crate::answer::Answer;

    #[test]
    fn each_finding_is_told_and_is_not_fine() {
        let words = Words::new(Language::ENGLISH);
        let codes = [
            FindingCode::DamagedPages,
            FindingCode::StrangeValue,
            FindingCode::BrokenReference,
            FindingCode::RecordedTwice,
            FindingCode::CorrectionOfAnotherDay,
            FindingCode::UnreadablePlan,
            FindingCode::UnknownLine,
        ];
        let findings: Vec<_> =
            codes.into_iter().map(|code| Finding { code, count: 1, example: None }).collect();
        let answer = Answer::Data(DataCheck {
            now: Instant::UNIX_EPOCH,
            zone: "UTC".to_owned(),
            folder: "data".to_owned(),
            check: CheckReport { records: 0, plan_revisions: 0, evidence: 0, findings },
            plan: None,
            today: None,
            reminders: None,
        });
        let told = crate::text::answer(&words, &answer);
        assert!(!answer.is_fine());
        assert!(told.ends_with("or ask somebody to help you.\n"), "{told}");
        assert_eq!(told.lines().count(), 3 + 1 + codes.len() + 1, "{told}");
    }

    #[test]
    fn it_says_beforehand_when_a_reminder_cannot_arrive() {
        let words = Words::new(Language::ENGLISH);
        let page = Page { words: &words };
        let told = |switched_on, resident_alive, taken: Option<bool>| {
            let last_delivery = taken.map(|taken| LastDelivery { at: Instant::UNIX_EPOCH, taken });
            page.reach(&Reach { switched_on, resident_alive, last_delivery })
        };
        assert!(told(false, true, Some(true)).contains("switched off"));
        assert!(told(true, false, Some(true)).contains("nothing is running"));
        assert!(told(true, true, Some(false)).contains("could not be shown"));
        assert!(told(true, true, Some(true)).contains("will be shown"));
        let not_tried = told(true, true, None);
        assert!(not_tried.contains("not known") && !not_tried.contains("will be shown"));
    }
}
