//! The pseudo-locale: English that is visibly not English.

use std::borrow::Cow;

/// `text` with accents on its letters and its vowels doubled, about a third longer.
pub(crate) fn accented(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let accented = match letter {
            'a' => "áá",
            'e' => "éé",
            'i' => "íí",
            'o' => "óó",
            'u' => "úú",
            'A' => "Å",
            'E' => "É",
            'I' => "Î",
            'O' => "Ø",
            'U' => "Û",
            'c' => "ç",
            'n' => "ñ",
            's' => "š",
            'y' => "ý",
            'z' => "ž",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(accented);
    }
    Cow::Owned(out)
}
