//! What is wrong with a file, in a sentence that names the place and the cure.

use backwise_core::error::Problem;

use crate::change::code;
use crate::{Value, Words};

impl Words {
    /// The problem in words: the place, what is wrong, and what was probably meant.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        let sentence = self.problem_without_place(problem);
        let file = Value::from(problem.file.as_str());
        match problem.place {
            Some(place) => self.text(
                "problem-in-place",
                &[
                    ("file", file),
                    ("line", place.line.to_string().into()),
                    ("column", place.column.to_string().into()),
                    ("problem", sentence.into()),
                ],
            ),
            None => self.text("problem-in-file", &[("file", file), ("problem", sentence.into())]),
        }
    }

    /// What is wrong and what was probably meant, for callers that show the place their own way.
    #[must_use]
    pub fn problem_without_place(&self, problem: &Problem) -> String {
        let args: Vec<(&str, Value<'_>)> = problem
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), Value::from(value.as_str())))
            .collect();
        let sentence = self.text(&format!("problem-{}", code(problem.code)), &args);
        match &problem.suggestion {
            Some(suggestion) => {
                let hint =
                    self.text("problem-suggestion", &[("suggestion", suggestion.as_str().into())]);
                format!("{sentence} {hint}")
            }
            None => sentence,
        }
    }
}

#[cfg(test)]
mod tests {
    use backwise_core::error::{Place, ProblemCode};

    use super::*;
    use crate::Language;

    #[test]
    fn a_problem_names_its_place_and_its_cure() {
        let words = Words::new(Language::ENGLISH);
        let problem = Problem::new(ProblemCode::UnknownExercise, "plan.backwise")
            .at(Place { line: 12, column: 5 })
            .with("found", "brigde")
            .suggest(Some("bridge".to_owned()));
        let told = words.problem(&problem);
        assert!(told.starts_with("plan.backwise, line 12, column 5: "), "{told}");
        assert!(told.contains("brigde"), "{told}");
        assert!(told.ends_with("Did you mean \u{201c}bridge\u{201d}?"), "{told}");
        assert!(
            words
                .problem(&Problem::new(ProblemCode::NotText, "photo.backwise"))
                .starts_with("photo.backwise: ")
        );
    }
}
