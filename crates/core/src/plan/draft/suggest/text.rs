//! The words of a line, one by one.

use std::ops::Range;

use crate::plan::draft::Words;

/// A line in words, numbers and signs.
pub(super) struct Text<'a> {
    source: &'a str,
    tokens: Vec<Token>,
}

struct Token {
    /// Where it stands, in bytes.
    place: Range<usize>,
    kind: Kind,
}

enum Kind {
    /// Letters, as small ones.
    Word(String),
    /// Digits, with a decimal point perhaps.
    Number,
    /// Anything else; all dashes are one.
    Sign(char),
}

/// More than this is not read: a text that was pasted stays quick.
const MOST_TOKENS: usize = 400;

impl<'a> Text<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut letters = source.char_indices().peekable();
        while let Some((from, letter)) = letters.next() {
            let mut until = from + letter.len_utf8();
            let belongs: fn(char, Option<char>) -> bool = if letter.is_alphabetic() {
                |next, _| next.is_alphabetic() || matches!(next, '\'' | '’')
            } else if letter.is_ascii_digit() {
                |next, after| {
                    next.is_ascii_digit()
                        || (next == '.' && after.is_some_and(|after| after.is_ascii_digit()))
                }
            } else {
                |_, _| false
            };
            while let Some((at, next)) = letters.peek().copied() {
                let after = source[at + next.len_utf8()..].chars().next();
                if !belongs(next, after) {
                    break;
                }
                until = at + next.len_utf8();
                letters.next();
            }
            let kind = match letter {
                _ if letter.is_alphabetic() => {
                    Kind::Word(source[from..until].to_lowercase().replace('’', "'"))
                }
                _ if letter.is_ascii_digit() => Kind::Number,
                '\n' | '\r' => Kind::Sign('\n'),
                _ if letter.is_whitespace() => continue,
                '-' | '–' | '—' | '‑' => Kind::Sign('-'),
                '×' | '✕' => Kind::Word("x".to_owned()),
                other => Kind::Sign(other),
            };
            tokens.push(Token { place: from..until, kind });
            if tokens.len() == MOST_TOKENS {
                break;
            }
        }
        Self { source, tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `at`, in small letters.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        match &self.tokens.get(at)?.kind {
            Kind::Word(word) => Some(word),
            Kind::Number | Kind::Sign(_) => None,
        }
    }

    /// The sign at `at`.
    pub(super) fn sign(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Sign(sign) => Some(sign),
            Kind::Word(_) | Kind::Number => None,
        }
    }

    /// The digits at `at`.
    pub(super) fn digits(&self, at: usize) -> Option<&'a str> {
        let token = self.tokens.get(at)?;
        matches!(token.kind, Kind::Number).then(|| &self.source[token.place.clone()])
    }

    /// Whether the word at `at` is one of `words`.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.contains(&word))
    }

    /// What follows `at` where one of `phrases` stands, the longest that does. A hyphen in a phrase is a word.
    pub(super) fn phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let ends = phrases.iter().filter_map(|phrase| {
            let mut end = at;
            for wanted in phrase.split(' ') {
                let is_there = self.is(end, &[wanted])
                    || self.sign(end).is_some_and(|sign| wanted == sign.encode_utf8(&mut [0; 4]));
                if !is_there {
                    return None;
                }
                end += 1;
            }
            Some(end)
        });
        ends.max()
    }

    /// What follows `at`, with one of `phrases` skipped where it stands.
    pub(super) fn skip(&self, at: usize, phrases: &[&str]) -> usize {
        self.phrase(at, phrases).unwrap_or(at)
    }

    /// A whole number, in digits or words, and what follows it.
    pub(super) fn number(&self, at: usize) -> Option<(u16, usize)> {
        if let Some(digits) = self.digits(at) {
            return Some((digits.parse().ok()?, at + 1));
        }
        let word = self.word(at)?;
        let small = |word: &str| SMALL.iter().position(|known| *known == word);
        if let Some(number) = small(word) {
            return Some((u16::try_from(number).ok()?, at + 1));
        }
        let tens = TENS.iter().find(|(known, _)| *known == word)?.1;
        let next = if self.sign(at + 1) == Some('-') { at + 2 } else { at + 1 };
        let ones = self.word(next).and_then(small).filter(|ones| (1..10).contains(ones));
        match ones.and_then(|ones| u16::try_from(ones).ok()) {
            Some(ones) => Some((tens + ones, next + 1)),
            None => Some((tens, at + 1)),
        }
    }

    /// A number, or two with "to" or a dash between them, the lower one first; and what follows.
    pub(super) fn range(&self, at: usize) -> Option<(u16, Option<u16>, usize)> {
        let (low, next) = self.number(at)?;
        let joins = self.sign(next) == Some('-') || self.is(next, &["to", "or"]);
        if joins
            && let Some((high, end)) = self.number(next + 1)
            && high > low
        {
            return Some((low, Some(high), end));
        }
        Some((low, None, next))
    }

    /// Whether a piece of the line ends before `at`, or the line does.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        at >= self.len() || self.sign(at).is_some_and(|sign| EDGES.contains(&sign))
    }

    /// The words of some tokens.
    pub(super) fn words(&self, tokens: Range<usize>) -> Words {
        let from = self.tokens.get(tokens.start).map_or(0, |token| token.place.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let until = last.map_or(from, |token| token.place.end).max(from);
        let count = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        Words {
            text: self.source[from..until].to_owned(),
            from: count(&self.source[..from]),
            until: count(&self.source[..until]),
        }
    }
}

/// What ends a piece of a line.
const EDGES: [char; 9] = ['.', ',', ':', ';', '(', ')', '\n', '!', '?'];

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [(&str, u16); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
