//! Templates in words.

use backwise_core::plan::{Template, told_rules};
use backwise_store::views::TemplateView;

use super::sheet::{Sheet, Shown};
use super::{Page, aligned, name_of};

/// A line for each template.
pub(super) fn all(page: Page<'_>, templates: &[TemplateView]) -> String {
    let rows: Vec<_> = templates
        .iter()
        .map(|TemplateView { template, .. }| {
            vec![template.id.to_string(), template.sheet.title.clone(), whom_for(page, template)]
        })
        .collect();
    format!("{}\n\n{}\n", aligned(&rows).join("\n"), page.say("templates-are-lists", &[]))
}

/// All that one template holds.
pub(super) fn one(page: Page<'_>, view: &TemplateView) -> String {
    let TemplateView { template, lines, .. } = view;
    let revision = &template.sheet;
    let mut head = vec![revision.title.clone()];
    head.extend(revision.caution.clone());
    let whom = whom_for(page, template);
    head.push(page.say("template-for", &[("whom", whom.into())]));
    head.push(page.say("line-source", &[("source", template.source.as_str().into())]));
    let rules = told_rules(revision);
    let sheet = Sheet { page, revision, rules: &rules, is_template: true };
    let lines = revision.lines.iter().zip(lines);
    let lines = lines.map(|(line, told)| Shown { line, told, days: None });
    format!("{}\n{}", head.join("\n"), sheet.body(lines))
}

/// After which operations and in which weeks it is meant.
fn whom_for(page: Page<'_>, template: &Template) -> String {
    let path = match template.paths.as_slice() {
        [path] => name_of(path),
        _ => "both".to_owned(),
    };
    let path = page.say("template-path", &[("path", path.into())]);
    let from = template.from_week.into();
    let weeks = match template.until_week {
        Some(until) => page.say("template-weeks", &[("from", from), ("until", until.into())]),
        None => page.say("template-from-week", &[("from", from)]),
    };
    page.list([path, weeks].into_iter())
}
