//! Finding a thing by what people call it.
//!
//! A word that somebody types is first looked for as it is, as the beginning of a word and inside
//! one. Only a word that no thing is known by is taken for a slip of the finger or of the ear, so
//! that "walk" never finds a wall. Names count most, then what else a thing is known by, then the
//! text about it.

use strsim::osa_distance;

/// What a name is worth, and another name.
pub(crate) const TITLE: f64 = 1.0;
pub(crate) const SYNONYM: f64 = 0.9;
const TEXT: f64 = 0.25;

/// Words that say nothing of what is looked for. Left out, unless nothing else was typed.
const FILLERS: [&str; 24] = [
    "a", "an", "and", "at", "by", "do", "exercise", "for", "from", "how", "in", "into", "it", "my",
    "of", "on", "or", "some", "that", "the", "to", "what", "with", "your",
];

/// Which of `known` the `query` speaks of, by their places, the likeliest first.
///
/// Every word must fit. Where nothing fits them all, what fits at least half of them by more than a
/// slip is the answer. A query without a letter or a digit finds all, in their order.
pub(crate) fn likeliest(known: &[Known], query: &str) -> Vec<usize> {
    let asked = words(query);
    if asked.is_empty() {
        return (0..known.len()).collect();
    }
    // "tip toes" are tiptoes: each word may also fit together with its neighbour.
    let pairs: Vec<Word> = asked.windows(2).map(Word::joined).collect();
    let firm: Vec<Vec<f64>> = (0..asked.len())
        .map(|at| {
            let pairs = &pairs[at.saturating_sub(1)..pairs.len().min(at + 1)];
            known.iter().map(|one| one.firm(&asked[at]).max(one.whole(pairs))).collect()
        })
        .collect();
    let fits: Vec<Vec<f64>> = asked
        .iter()
        .zip(&firm)
        .map(|(word, firm)| {
            let is_known = firm.iter().any(|worth| *worth > 0.0);
            let otherwise = || known.iter().map(|one| one.loose(word)).collect();
            if is_known { firm.clone() } else { otherwise() }
        })
        .collect();

    let all = |at: usize| fits.iter().all(|worth| worth[at] > 0.0);
    let half = |at: usize| 2 * firm.iter().filter(|worth| worth[at] > 0.0).count() >= asked.len();
    let mut found: Vec<usize> = (0..known.len()).filter(|at| all(*at)).collect();
    if found.is_empty() {
        found = (0..known.len()).filter(|at| half(*at)).collect();
    }
    let worth = |at: usize| -> f64 {
        fits.iter().map(|worth| worth[at]).sum::<f64>() + known[at].wholeness(&asked)
    };
    let mut ranked: Vec<(f64, usize)> = found.into_iter().map(|at| (worth(at), at)).collect();
    // The sort keeps the order where two are worth the same.
    ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    ranked.into_iter().map(|(_, at)| at).collect()
}

/// The words by which a thing is known.
pub(crate) struct Known {
    /// Its names: each in words, with what it is worth.
    names: Vec<(f64, Vec<Word>)>,
    /// Two words of a name that follow each other, written as one.
    joined: Vec<(f64, Word)>,
    /// What else it is known by.
    others: Vec<(f64, Word)>,
    /// The texts about it.
    text: Vec<Word>,
}

impl Known {
    /// A thing with these `names` and `others`, each with what it is worth, and the `texts` about it.
    /// In a text only whole words are looked for, and only those that nothing is known by.
    pub(crate) fn new<'a>(
        names: impl Iterator<Item = (f64, &'a str)>,
        others: impl Iterator<Item = (f64, &'a str)>,
        texts: impl Iterator<Item = &'a str>,
    ) -> Self {
        let names: Vec<_> = names.map(|(worth, name)| (worth, words(name))).collect();
        let joined = names
            .iter()
            .flat_map(|(worth, name)| name.windows(2).map(|two| (*worth, Word::joined(two))))
            .collect();
        let others = others
            .flat_map(|(worth, other)| words(other).into_iter().map(move |word| (worth, word)))
            .collect();
        Self { names, joined, others, text: texts.flat_map(words).collect() }
    }

    /// How well `asked` fits as it is written; 0 if it does not.
    fn firm(&self, asked: &Word) -> f64 {
        best(self.weighed().map(|(worth, word)| worth * word.holds(asked)))
    }

    /// How well one of `asked` is a whole word; 0 if none is.
    fn whole(&self, asked: &[Word]) -> f64 {
        let is_whole = |word: &Word| asked.iter().any(|asked| asked.root == word.root);
        best(self.weighed().filter(|(_, word)| is_whole(word)).map(|(worth, _)| worth))
    }

    /// How well `asked` fits as a slip, or as a word of the text; 0 if it does not.
    fn loose(&self, asked: &Word) -> f64 {
        let slips = best(self.weighed().map(|(worth, word)| worth * word.resembles(asked)));
        let whole = self.text.iter().any(|word| word.text == asked.text || word.root == asked.root);
        slips.max(if whole { TEXT } else { 0.0 })
    }

    fn weighed(&self) -> impl Iterator<Item = (f64, &Word)> {
        let names =
            self.names.iter().flat_map(|(worth, name)| name.iter().map(|word| (*worth, word)));
        let pairs = self.joined.iter().chain(&self.others);
        names.chain(pairs.map(|(worth, word)| (*worth, word)))
    }

    /// How much of one of its names was asked for: "bridge" is all of Bridge and a part of Bridge
    /// with march.
    fn wholeness(&self, asked: &[Word]) -> f64 {
        best(self.names.iter().map(|(worth, name)| {
            let is_said = |word: &&Word| asked.iter().any(|asked| word.fits(asked) > 0.0);
            let said = name.iter().filter(is_said).count();
            let is_whole = said == name.len() && name.len() == asked.len();
            worth * (said as f64 / name.len().max(1) as f64 + if is_whole { 1.0 } else { 0.0 })
                / 2.0
        }))
    }
}

/// A word as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// In small letters, in the singular.
    text: String,
    /// What is left when endings and ways of spelling the same sound are taken away.
    root: String,
}

impl Word {
    fn new(text: String) -> Self {
        let text = singular(text);
        let root = as_it_sounds(without_ending(&text));
        Self { text, root }
    }

    /// Words that follow each other, written as one.
    fn joined(words: &[Self]) -> Self {
        Self::new(words.iter().map(|word| word.text.as_str()).collect())
    }

    /// How well `asked` fits this word, slips forgiven.
    fn fits(&self, asked: &Self) -> f64 {
        self.holds(asked).max(self.resembles(asked))
    }

    /// How well `asked` fits as it is: this word, another form of it, its beginning, or a part of it
    /// of four letters or more, such as the shell in clamshell.
    fn holds(&self, asked: &Self) -> f64 {
        if self.text == asked.text {
            1.0
        } else if self.root == asked.root {
            0.95
        } else if self.text.starts_with(&asked.text) {
            0.6 + 0.3 * asked.text.len() as f64 / self.text.len() as f64
        } else if asked.text.len() >= 4 && self.text.contains(&asked.text) {
            0.5
        } else {
            0.0
        }
    }

    /// How well `asked` fits as a slip: a letter more, less, other or exchanged with its neighbour,
    /// two of them in a long word, in the whole word or in as much of it as was typed. The first
    /// letter is mostly right, and without it short words look all the same.
    fn resembles(&self, asked: &Self) -> f64 {
        let typed = asked.root.len();
        let slips = match typed {
            _ if asked.text.len() < 4 => 0,
            0..=6 => 1,
            _ => 2,
        };
        if slips == 0
            || self.root.len() + slips < typed
            || asked.root.chars().next() != self.root.chars().next()
        {
            return 0.0;
        }
        if self.root.len() <= typed + slips && osa_distance(&self.root, &asked.root) <= slips {
            return 0.4;
        }
        let begins = (typed - 1..=typed + 1).filter_map(|length| self.root.get(..length));
        let is_begun = typed >= 5 && { begins }.any(|begin| osa_distance(begin, &asked.root) <= 1);
        if is_begun { 0.3 } else { 0.0 }
    }
}

/// The words of `text` that say something; all of them, if none does.
fn words(text: &str) -> Vec<Word> {
    /// More words, and longer ones, than anybody types. A text that was pasted stays quick.
    const MOST_WORDS: usize = 60;
    const LONGEST_WORD: usize = 30;
    let all = || {
        let parts = text.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c));
        let written = |part: &str| -> String {
            let letters = part.chars().filter(|c| !is_apostrophe(*c)).take(LONGEST_WORD);
            letters.flat_map(char::to_lowercase).map(plain).collect()
        };
        parts.take(10 * MOST_WORDS).map(written).filter(|word| !word.is_empty()).take(MOST_WORDS)
    };
    let some: Vec<Word> =
        all().map(Word::new).filter(|word| !FILLERS.contains(&word.text.as_str())).collect();
    if some.is_empty() { all().map(Word::new).collect() } else { some }
}

/// `word` without the ending of a plural.
fn singular(mut word: String) -> String {
    // How many letters stay, and what follows them.
    let endings =
        [("sses", 2, ""), ("ches", 2, ""), ("shes", 2, ""), ("xes", 1, ""), ("lves", 1, "f")];
    if let Some((many, kept, one)) = endings.iter().find(|(many, ..)| word.ends_with(many)) {
        word.truncate(word.len() - many.len() + kept);
        word.push_str(one);
    } else if word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
    {
        word.pop();
    }
    word
}

/// `word` without what a verb puts on: walk and walking, breath and breathe. Short words keep their
/// e: a lunge has nothing to do with lungs.
fn without_ending(word: &str) -> &str {
    let begun = word
        .strip_suffix("ing")
        .filter(|begun| begun.len() >= 3 && begun.contains(['a', 'e', 'i', 'o', 'u', 'y']));
    let begun = begun.unwrap_or(word);
    begun.strip_suffix('e').filter(|begun| begun.len() >= 5).unwrap_or(begun)
}

/// `word` as people spell it who know it by ear: raze and raise, buttok and buttock, diafragm,
/// siatic. One letter stands for each sound, and none stands twice running.
fn as_it_sounds(word: &str) -> String {
    let mut heard = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let (sound, is_two) = match (letter, letters.peek()) {
            ('p', Some('h')) => ('f', true),
            ('c', Some('k')) => ('k', true),
            ('s', Some('c')) => ('s', true),
            ('z', _) => ('s', false),
            _ => (letter, false),
        };
        if is_two {
            letters.next();
        }
        if !heard.ends_with(sound) {
            heard.push(sound);
        }
    }
    heard
}

/// A letter without its accent, as far as the languages around us have them.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn best(worths: impl Iterator<Item = f64>) -> f64 {
    worths.fold(0.0, f64::max)
}
