//! Whatever is in a file, reading it ends with a plan or with problems, and a plan that was read is written and read
//! again as the same plan.

#![no_main]

use backwise_core::catalogue::embedded;
use backwise_core::plan::{PlanFile, Template, TemplateFile, changes, told_rules, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = PlanFile::open(bytes, "any", embedded());
    assert_eq!(file.revision.is_some(), file.problems.is_empty());
    if let Some(plan) = file.revision {
        let text = write(&plan);
        let again = PlanFile::open(text.as_bytes(), "again", embedded());
        assert_eq!(again.revision.as_ref(), Some(&plan), "{:?}", again.problems);
        assert!(changes(Some(&plan), &plan).is_empty());
        let _ = told_rules(&plan);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = Template::open(TemplateFile { name: "any", text }, embedded());
    }
});
