//! Reading a template: a sheet that nobody was given yet.

use super::parts::each_once;
use super::sheet::{Head, read_sheet};
use crate::catalogue::Catalogue;
use crate::error::ProblemCode;
use crate::ids::PlanId;
use crate::plan::limits::{LONG_TEXT, WEEK};
use crate::plan::template::{Path, Template};
use crate::plan::{Fusion, Surgery};
use crate::table::Table;
use crate::time::Day;

/// The keys at the top of a template.
pub(super) const TEMPLATE_KEYS: [&str; 11] = [
    "format",
    "template",
    "title",
    "author",
    "caution",
    "source",
    "paths",
    "from_week",
    "until_week",
    "weeks_counted",
    "week_starts",
];

/// The words for [`Path`].
const PATHS: [(&str, Path); 2] = [("decompression", Path::Decompression), ("fusion", Path::Fusion)];

/// Reads a template. Its days hang on an operation that nobody has had yet.
pub(super) fn read_template(top: &mut Table<'_>, catalogue: &Catalogue) -> Option<Template> {
    let id = top.needed("template").and_then(|value| value.name(PlanId::new));
    let paths = top
        .needed("paths")
        .and_then(|value| each_once(value, PATHS.len(), "path", |value| value.choice(&PATHS)));
    let from_week = top.needed("from_week").and_then(|value| value.number(&WEEK));
    let until_week = top.given("until_week").and_then(|value| value.number(&WEEK));
    if let (Some(from), Some(until)) = (from_week, until_week)
        && until <= from
    {
        let problem = top.problem_of("until_week", ProblemCode::EndsBeforeItStarts);
        top.report(problem.with("key", "until_week").with("from", from).with("until", until));
    }
    if !top.has("source") {
        top.report(top.problem(ProblemCode::SourceMissing).with("key", "template"));
    }
    let source = top.given("source").and_then(|value| value.lines(LONG_TEXT));
    if !top.has("caution") {
        top.report_missing("caution");
    }
    for key in ["plan", "revision", "starts", "surgery", "review", "ends", "written", "checksum"] {
        if top.given(key).is_some() {
            top.report(top.problem_of(key, ProblemCode::PlanKeyInTemplate).with("key", key));
        }
    }
    let fused = paths.as_ref().is_some_and(|paths| paths.contains(&Path::Fusion));
    let fusion = if fused { Fusion::Yes } else { Fusion::No };
    let day_0 = Day::new(2000, 1, 3)?;
    let head = Head {
        plan: id.clone(),
        number: Some(1),
        written: None,
        surgery: Some(Surgery { date: day_0, fusion, operation: None, discharge: None }),
        starts: from_week.map(|week| day_0.plus(7 * i32::from(week))),
        review: None,
        ends: None,
        is_template: true,
    };
    let sheet = read_sheet(top, catalogue, head)?.revision;
    Some(Template {
        id: id?,
        paths: paths?,
        from_week: from_week?,
        until_week,
        source: source?,
        sheet,
    })
}
