//! How a name in one cell is taken apart, and how two spellings of one name are found to be the same.

use super::cell::CellRefused;
use kernel::{NameRefused, fold};
use people::PersonName;

/// Words that belong to the family name that follows them.
const PARTICLES: [&str; 9] = ["de", "du", "des", "le", "la", "van", "von", "d", "el"];

/// Reads a whole name: capitals say which part is the family name (`DUPONT Marie`, `Marie DUPONT`), so does a comma
/// (`Dupont, Marie`); else the given name comes first (`Marie Dupont`). `M.` and `Mme` are left out.
pub(crate) fn split(text: &str) -> Result<PersonName, CellRefused> {
    if let Some((family, given)) = text.split_once(',') {
        return parse(given, family);
    }
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_title(word)).collect();
    let shouted = words.iter().filter(|word| is_shouted(word)).count();
    if shouted > 0 && shouted < words.len() {
        let (family, given): (Vec<&str>, Vec<&str>) = words
            .iter()
            .partition(|word| is_shouted(word) || is_particle(word));
        return parse(&given.join(" "), &family.join(" "));
    }
    let (given, family) = words
        .split_first()
        .map_or(("", vec![]), |(first, rest)| (*first, rest.to_vec()));
    if family.is_empty() {
        parse("", given)
    } else {
        parse(given, &family.join(" "))
    }
}

/// Reads both parts as they stand in two cells.
pub(crate) fn parse(given: &str, family: &str) -> Result<PersonName, CellRefused> {
    super::cell::refuse_formula(given.trim())?;
    super::cell::refuse_formula(family.trim())?;
    PersonName::parse(given, family).map_err(|refused| match refused {
        NameRefused::Empty => CellRefused::Missing,
        NameRefused::TooLong { .. } | NameRefused::Unprintable => CellRefused::NotOnOneLine,
    })
}

/// What two spellings of one name share: `DUPONT Marie`, `Marie Dupont` and `marie dupont` are one.
pub(crate) fn key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

fn is_title(word: &str) -> bool {
    matches!(
        fold(word).as_str(),
        "m" | "mr" | "mme" | "mlle" | "mrs" | "ms" | "monsieur" | "madame"
    ) && !is_initial(word)
}

/// `M` alone may be somebody's initial only when no dot follows and it is not first; titles of one letter carry a dot.
fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// In capitals, and long enough not to be an initial.
fn is_shouted(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.len() > 1 && letters.iter().all(|letter| letter.is_uppercase())
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word) || word == "d’" || word == "d'"
}

#[cfg(test)]
mod tests;
