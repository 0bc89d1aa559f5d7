//! The sentences of Backwise for notifications, paper and the command line.
//!
//! Core returns data; here it becomes words. The strings are Fluent messages in `locales/<language>/`,
//! the same files that the window reads. The program carries all of them.

mod change;
mod dates;
mod language;
mod problem;
mod pseudo;
mod told;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use fluent_bundle::FluentValue as Value;
pub use language::Language;

/// The strings of one language, with English behind it.
pub struct Words {
    language: Language,
    /// The language asked for, then English where that is another one.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Whether clocks count to twelve.
    twelve_hours: bool,
}

impl Words {
    /// The strings of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::from_files(language, |_| true)
    }

    /// Those strings of `language` that reminders are made of. All of them take two megabytes, which is a third of
    /// what the resident may use.
    #[must_use]
    pub fn of_reminders(language: Language) -> Self {
        Self::from_files(language, |file| matches!(file, "reminders.ftl" | "words.ftl"))
    }

    fn from_files(language: Language, wanted: fn(&str) -> bool) -> Self {
        let mut bundles = vec![language.bundle(wanted)];
        if language != Language::ENGLISH {
            bundles.push(Language::ENGLISH.bundle(wanted));
        }
        Self { language, bundles, twelve_hours: false }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence `key` with `args` put in.
    ///
    /// A language that lacks it answers in English, and a key that no language has gives the key
    /// itself: a person reads something odd rather than nothing at all. Tests keep both from happening.
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let found = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let args: FluentArgs<'_> =
                args.iter().map(|(name, value)| (*name, value.clone())).collect();
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            debug_assert!(errors.is_empty(), "{key}: {errors:?}");
            Some(text)
        });
        debug_assert!(found.is_some(), "no language has the message {key}");
        found.unwrap_or_else(|| key.to_owned())
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}
