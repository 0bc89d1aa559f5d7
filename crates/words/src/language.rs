//! The languages that the program carries.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use crate::pseudo;

macro_rules! locales {
    ($($language:literal: $($file:literal),+;)+) => {
        &[$(($language, &[$((
            concat!($file, ".ftl"),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales/", $language, "/", $file, ".ftl")),
        )),+])),+]
    };
}

/// A language of the folder `locales/`: its tag, and its files with their texts.
type Locale = (&'static str, &'static [(&'static str, &'static str)]);

/// The folder `locales/`. A test compares this list with it.
const LOCALES: &[Locale] = locales! {
    "en": "changes", "cli", "common", "editor", "errors", "exercises", "learn", "measures", "plan", "problems", "progress", "record", "reminders",
        "safety", "said", "session", "settings", "today", "told", "welcome", "words";
};

/// A language that the program can speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(&'static str);

impl Language {
    /// English: complete, and what stands in for a string that another language lacks.
    pub const ENGLISH: Self = Self("en");

    /// English with accents and longer words: shows at a glance which text did not come from the
    /// string files, and which place is too narrow for another language.
    pub const PSEUDO: Self = Self("en-XA");

    /// The language with the tag `tag`, such as `de`, if there is one.
    #[must_use]
    pub fn named(tag: &str) -> Option<Self> {
        if tag == Self::PSEUDO.0 {
            return Some(Self::PSEUDO);
        }
        Self::all().find(|language| language.0 == tag)
    }

    /// Every language that has a folder.
    pub fn all() -> impl Iterator<Item = Self> {
        LOCALES.iter().map(|(tag, _)| Self(tag))
    }

    /// Its tag, such as `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// Its string files: name and text.
    #[must_use]
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        let folder = if self == Self::PSEUDO { Self::ENGLISH } else { self };
        LOCALES.iter().find(|(tag, _)| *tag == folder.0).map_or(&[], |(_, files)| *files)
    }

    /// The texts of the string files for the screens, in the order in which they are read: English, then this
    /// language, whose messages take the place of English ones. What the command line alone says is left out.
    pub fn for_screens(self) -> impl Iterator<Item = &'static str> {
        let own = if self == Self::ENGLISH { &[] } else { self.files() };
        Self::ENGLISH
            .files()
            .iter()
            .chain(own)
            .filter(|(name, _)| *name != "cli.ftl")
            .map(|(_, text)| *text)
    }

    /// The messages of its files whose name is `wanted`.
    pub(crate) fn bundle(self, wanted: fn(&str) -> bool) -> FluentBundle<FluentResource> {
        let tag: LanguageIdentifier = self.0.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The invisible marks that keep right-to-left names apart are shown as boxes by some
        // terminals and notification servers.
        bundle.set_use_isolating(false);
        if self == Self::PSEUDO {
            bundle.set_transform(Some(pseudo::accented));
        }
        for (_, text) in self.files().iter().filter(|(name, _)| wanted(name)) {
            // A file with a mistake still gives its other strings; the tests let none through.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
            bundle.add_resource_overriding(resource);
        }
        bundle
    }
}
