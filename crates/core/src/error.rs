//! What can be wrong with a text that a person wrote, and where.
//!
//! Core returns data, never sentences: a [`Problem`] is a code, a place and arguments. The
//! sentence is made in `backwise-words` from the message `problem-<code>`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place in a text file. Both numbers count from 1; a column counts characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The character in the line.
    pub column: u32,
}

impl Place {
    /// The place of a byte offset in `text`. An offset beyond the end is the end.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
        Self {
            line: count(before.matches('\n').count()),
            column: count(before[line_start..].chars().count()),
        }
    }
}

/// What is wrong. Each has a message `problem-<code>` in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// The file is larger than a plan can be. Arguments: `limit` (kB).
    TooLarge,
    /// The bytes are not UTF-8 text.
    NotText,
    /// The text is not TOML. Arguments: `detail` (the parser's own words).
    NotToml,
    /// The file was written for a later Backwise. Arguments: `found`, `known`.
    NewerFormat,
    /// A key that this format does not know. Arguments: `key`, `table` where there are tables.
    UnknownKey,
    /// A key of the top of the file inside a table. Arguments: `key`, `table`.
    MisplacedKey,
    /// A key that stands twice in its table. Arguments: `key`.
    KeyTwice,
    /// Two keys of which only one may be given. Arguments: `first`, `second`.
    SaidTwice,
    /// A key that must be there is not. Arguments: `key`, `table`.
    MissingKey,
    /// A value of the wrong kind. Arguments: `key`, `wanted`, `found`.
    WrongKind,
    /// A number outside its range. Arguments: `key`, `least`, `most`, `found`.
    OutOfRange,
    /// Two numbers of which the greater stands first. Arguments: `key`, `found`.
    WrongOrder,
    /// A text that is empty or too long. Arguments: `key`, `most`.
    BadLength,
    /// A list without anything in it. Arguments: `key`.
    EmptyList,
    /// More of something than a plan can hold. Arguments: `key`, `most`, `found`.
    TooMany,
    /// A text with a character that cannot be seen. Arguments: `key`, `found` (such as U+001B).
    HiddenCharacter,
    /// A name that is not made of small letters, digits and hyphens. Arguments: `key`, `found`.
    BadName,
    /// A date that is not in the calendar. Arguments: `found`, `key` where it is known.
    BadDate,
    /// A time of day that is not on the clock. Arguments: `found`, `key` where it is known.
    BadTime,
    /// A word that is not one of the choices. Arguments: `key`, `found`, `choices`.
    UnknownWord,
    /// A name used twice. Arguments: `kind`, `found`.
    SameNameTwice,
    /// An exercise that the catalogue does not have. Arguments: `found`.
    UnknownExercise,
    /// Two rounds at the same time of day. Arguments: `first`, `second`, `at`.
    RoundsAtSameTime,
    /// Something ends before it begins. Arguments: `key` (of the end), `from`, `until`.
    EndsBeforeItStarts,
    /// A line that no day asks for. Arguments: `line`, `from`, `until`.
    NeverDue,
    /// A plan speaks of weeks and does not say how it counts them. Arguments: `key`.
    WeeksNotCounted,
    /// A plan counts from the discharge and does not say when that was. Arguments: `key`.
    NoDischarge,
    /// A name of something that the plan does not have. Arguments: `found`, `kind` (the table).
    UnknownName,
    /// An OK of the team that nothing in the plan waits for. Arguments: `found`.
    ClearanceUnused,
    /// Days between two phases that belong to none. Arguments: `first`, `second`, `from`, `until`.
    PhaseGap,
    /// Two phases that share days. Arguments: `first`, `second`, `from`.
    PhasesOverlap,
    /// Two stages of a line that share days, or stand in the wrong order. Arguments: `line`, `from`, `before`.
    StagesOverlap,
    /// A stage that does not say from when it holds. Arguments: `line`.
    StageStartMissing,
    /// A stage with two beginnings. Arguments: `line`, `first`, `second`.
    StageStartTwice,
    /// A stage that lets its own line rest. Arguments: `line`, `key`.
    ReplacesItself,
    /// Stages that let each other's lines rest. Arguments: `found` (the way round).
    ReplacedInCircle,
    /// A dose that grows and is not there, or stands beside stages. Arguments: `line`, `key`.
    GrowthWithoutNumber,
    /// A line has both stages and a growth. Arguments: `line`.
    GrowthWithStages,
    /// A dose may go up to a number that is not above the one asked for, or that is not there. Arguments:
    /// `key`, `found`, `asked` (or `none`).
    UpToTooLow,
    /// A dose is said not to be given, and is given. Arguments: `line`, `key`.
    GivenAndNotGiven,
    /// A limit says nothing of its end.
    LimitWithoutEnd,
    /// A round that begins when nothing may begin any more. Arguments: `round`, `at`, `latest`.
    SlotUnreachable,
    /// A round whose time lies before the beginning of a kind of day. Arguments: `round`, `at`, `start`.
    RoundBeforeDay,
    /// Two rounds of a line that lie closer than the gap. Arguments: `line`, `first`, `second`, `gap`
    /// (minutes).
    RoundsCloserThanGap,
    /// As many bouts as a line asks for do not fit into the day with the gap. Arguments: `line`, `times`,
    /// `gap` and `minutes` (those of the day).
    GapDoesNotFit,
    /// A line asks for more bouts than may be done a day. Arguments: `line`, `times`, `most`.
    MoreThanTheMost,
    /// So many days a week cannot all have a day between them. Arguments: `line`, `times`.
    TooManyDaysApart,
    /// Every so many hours of the hours awake, which the plan does not give. Arguments: `line`.
    AwakeMissing,
    /// A rule about pain that says nothing of what makes it fit.
    PainTriggerMissing,
    /// A rule about pain with a smaller dose that says nothing of how much.
    PainPartMissing,
    /// A rule about pain that goes on where it must stop: pain that moves down the leg.
    PainStopLoosened,
    /// A rule about a morning that is worse than usual, and looked at another time.
    PainWorseNotMorning,
    /// A rule about pain behind another that always fits first. Arguments: `number` (of the other).
    PainRuleNeverReached,
    /// A programme by the calendar without fixed days.
    ProgrammeNeedsDays,
    /// A weight with more than one decimal. Arguments: `key`, `found`.
    TooPrecise,
    /// More bouts on a bad day than on any other. Arguments: `line`, `bouts`, `most`.
    BadDayAboveDay,
    /// A line of a template that is switched on. Arguments: `line`.
    TemplateLineOn,
    /// A date in a template. Arguments: `key`.
    DateInTemplate,
    /// A key of a plan in a template. Arguments: `key`.
    PlanKeyInTemplate,
    /// A line asks for an exercise earlier than is usual. Arguments: `line`, `from`, `week`.
    EarlierThanUsual,
    /// A line asks for an exercise for which the team's OK usually comes first. Arguments: `line`.
    ClearanceIsUsual,
    /// A limit of the sheet touches what a line asks of the body. Arguments: `line`, `limit`.
    LimitTouchesLine,
    /// Two sheets say different things of the same exercise. Arguments: `line`, `other`, `first`, `second` (the
    /// sheets, or `none`).
    SheetsDisagree,
    /// A round in the quiet hours: it will not ring. Arguments: `round`, `at`.
    RoundInQuietHours,
    /// A round that a kind of day puts after the next day has begun, unless that is of the same kind. Arguments: `round`,
    /// `at`, `next` (when other days begin).
    RoundAfterDay,
    /// A kind of day that begins when the last time of a line by the clock is over. Arguments: `line`, `day` (its title),
    /// `start`.
    NoTimeOnKindOfDay,
    /// A stage that is written for days on which its line is not done. Arguments: `line`, `stage` (from 1).
    StageOutsideLine,
    /// A line says neither in which rounds nor how often a day. Arguments: `line`.
    HowOftenMissing,
    /// A line says both in which rounds and how often a day. Arguments: `line`.
    HowOftenTwice,
    /// A line says nothing of its dose. Arguments: `line`.
    DoseMissing,
    /// The exercise is done on one side and the line does not say which. Arguments: `line`.
    SideMissing,
    /// "3 x 10 seconds": is it the sets or the repetitions? Arguments: `line`, `seconds`, `sets`
    /// (or `none`).
    HoldWithoutRepetitions,
    /// The published schema refuses what the reader accepts. Arguments: `path` (a JSON pointer), `rule` (where
    /// in the schema). Not found by the reader: the command line asks the schema for a second opinion.
    SchemaDisagrees,
    /// A plan without a single line.
    NoLines,
    /// A question about a draft that nobody has answered yet. Arguments: `line` (or `none`).
    NotAnswered,
    /// A line of a draft that was not compared with the paper. Arguments: `line`.
    NotReadBack,
    /// Words that were typed while a plan was entered, and are no part of it yet. Arguments: `words`.
    NotAdded,
    /// A revision whose number is not higher than the present one. Arguments: `found`, `present`.
    OldRevision,
    /// A catalogue entry whose number names no source. Arguments: `key`.
    SourceMissing,
    /// A guidance text that is not there or lacks a part. Arguments: `part`.
    GuidanceMissing,
    /// An exercise that its own links make gentler than itself. Arguments: `found` (the way round).
    LinksInCircle,
    /// The folder of an exercise is not the one its category says. Arguments: `found`, `wanted`.
    WrongFolder,
}

/// One thing that is wrong with a text, where, and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Problem {
    /// What is wrong.
    pub code: ProblemCode,
    /// The file's name as the person knows it.
    pub file: String,
    /// Where; `None` when it is the whole file.
    pub place: Option<Place>,
    /// The arguments of the sentence, by name.
    pub args: BTreeMap<String, String>,
    /// What the person probably meant, in the words of the file.
    pub suggestion: Option<String>,
}

impl Problem {
    /// A problem of the whole file.
    #[must_use]
    pub fn new(code: ProblemCode, file: &str) -> Self {
        Self { code, file: file.to_owned(), place: None, args: BTreeMap::new(), suggestion: None }
    }

    /// The same problem, at `place`.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same problem with the argument `name`.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers hand over numbers, texts and names alike"
    )]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// The same problem with what the person probably meant.
    #[must_use]
    pub fn suggest(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion;
        self
    }
}

/// The choice nearest to `found`, if one is near enough to be a slip of the finger.
#[must_use]
pub fn nearest<'a>(found: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // A longer text is no slip, and comparing it would take long.
    if found.len() > 200 {
        return None;
    }
    let found = found.to_lowercase();
    choices
        .into_iter()
        .map(|choice| (strsim::damerau_levenshtein(&found, &choice.to_lowercase()), choice))
        .filter(|(distance, choice)| *distance <= (choice.chars().count() / 3).max(2))
        .min_by_key(|(distance, choice)| (*distance, choice.len(), *choice))
        .map(|(_, choice)| choice.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_from_one() {
        let text = "erste\nä = 1\n";
        assert_eq!(Place::of(text, 0), Place { line: 1, column: 1 });
        let equals = text.find('=').unwrap();
        assert_eq!(Place::of(text, equals), Place { line: 2, column: 3 });
        assert_eq!(Place::of(text, 999), Place { line: 3, column: 1 });
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        let names = ["bridge", "clamshell", "heel-slide"];
        assert_eq!(nearest("brigde", names), Some("bridge".to_owned()));
        assert_eq!(nearest("heel slides", names), Some("heel-slide".to_owned()));
        assert_eq!(nearest("swimming", names), None);
    }
}
