//! Finding somebody by what they show: a search that forgives accents and slips of the finger, and who could help with a need.

use super::card::Seen;
use kernel::{PersonId, fold};

/// The most words of a search that are compared.
const WORDS: usize = 6;

/// The words of a search, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search(Vec<String>);

impl Search {
    /// Reads what was typed; none when nothing in it can be searched.
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<String> = fold(typed)
            .split_whitespace()
            .take(WORDS)
            .map(str::to_owned)
            .collect();
        if words.is_empty() { None } else { Some(Self(words)) }
    }

    /// How far a card is from the search: every word must be near some word of it. The nearest is 0.
    pub fn distance(&self, name: &str, card: &Seen) -> Option<usize> {
        let mut text = fold(name);
        let parts = [&card.told.trade, &card.told.offers, &card.told.needs];
        for part in parts.into_iter().chain(&card.told.skills) {
            text.push(' ');
            text.push_str(&fold(part));
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        self.0.iter().try_fold(0_usize, |sum, asked| {
            let nearest = words.iter().filter_map(|word| nearness(asked, word)).min()?;
            Some(sum.saturating_add(nearest))
        })
    }
}

/// The skills of a need that somebody has, as they are written on the need.
pub fn shared_skills(needed: &[String], card: &Seen) -> Vec<String> {
    let has = |needed: &&String| {
        let needed = fold(needed);
        let trade = fold(&card.told.trade);
        card.told
            .skills
            .iter()
            .any(|skill| same_skill(&needed, &fold(skill)))
            || same_skill(&needed, &trade)
    };
    needed.iter().filter(has).cloned().collect()
}

/// Who could help: those who share skills with a need, most first; `author` left out.
pub fn helpers<'a>(
    needed: &[String],
    author: PersonId,
    cards: impl IntoIterator<Item = &'a Seen>,
) -> Vec<(&'a Seen, Vec<String>)> {
    let mut helpers: Vec<(&Seen, Vec<String>)> = cards
        .into_iter()
        .filter(|card| card.person != author)
        .map(|card| (card, shared_skills(needed, card)))
        .filter(|(_, shared)| !shared.is_empty())
        .collect();
    helpers.sort_by_key(|(_, shared)| std::cmp::Reverse(shared.len()));
    helpers
}

/// Two skills are one when each word of the shorter is near a word of the longer.
fn same_skill(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !short.iter().all(|word| word.is_empty())
        && short
            .iter()
            .all(|word| long.iter().any(|near| same_word(word, near)))
}

fn same_word(one: &str, other: &str) -> bool {
    one == other || edits(one, other) <= forgiven(one.chars().count().min(other.chars().count()))
}

/// 0 for the word itself, 1 for its beginning, 2 inside it, 3 and more for a slip of the finger.
fn nearness(asked: &str, word: &str) -> Option<usize> {
    if asked == word {
        return Some(0);
    }
    if word.starts_with(asked) {
        return Some(1);
    }
    let length = asked.chars().count();
    if length >= 3 && word.contains(asked) {
        return Some(2);
    }
    // Whoever types the beginning of a word with a slip in it means that word too.
    let beginning: String = word.chars().take(length).collect();
    let slips = edits(asked, word).min(edits(asked, &beginning));
    (slips <= forgiven(length)).then(|| slips.saturating_add(2))
}

/// How many slips are forgiven in a word of that length.
const fn forgiven(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many letters must be added, taken away, replaced or swapped with their neighbour to come from one word to the other.
fn edits(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row.saturating_add(1)];
        for (column, against) in other.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX);
            let replaced = at(&last, column).saturating_add(usize::from(letter != against));
            let removed = at(&last, column.saturating_add(1)).saturating_add(1);
            let added = at(&line, column).saturating_add(1);
            let swapped = match (row.checked_sub(1), column.checked_sub(1)) {
                (Some(up), Some(left)) if one.get(up) == Some(against) && other.get(left) == Some(letter) => {
                    at(&before, left).saturating_add(1)
                }
                _ => usize::MAX,
            };
            line.push(replaced.min(removed).min(added).min(swapped));
        }
        before = std::mem::replace(&mut last, line);
    }
    last.last().copied().unwrap_or_default()
}
