//! How somebody is found: what is kept of them for the search, and what a typed text is compared with.
//!
//! Both sides are folded (no accents, no capitals, nothing but letters, digits and spaces). A word of three
//! letters or more may stand anywhere; a shorter one must begin a word. Digits typed in groups make one word, so that
//! `06 12`, `0612` and `+33 6 12` find the same telephone.

use super::name::PersonName;
use kernel::{Email, Name, Phone, Siren, fold};

/// How many words of a search are compared; the rest is left aside.
pub(crate) const WORDS: usize = 4;

/// Words shorter than this are looked for at the beginning of words only.
const SHORTEST_ANYWHERE: usize = 3;

/// The most characters of a search that are read.
const LONGEST: usize = 100;

/// The searched text of a person. It begins with a space, so that every word has one before it.
pub(crate) fn person_text(
    name: &PersonName,
    email: Option<&Email>,
    phone: Option<&Phone>,
    organisation: Option<&Name>,
) -> String {
    let mut text = String::new();
    add(&mut text, &fold(&name.full()));
    add_contact(&mut text, email, phone);
    add(&mut text, &organisation.map(Name::folded).unwrap_or_default());
    text
}

/// The searched text of an organisation.
pub(crate) fn organisation_text(
    name: &Name,
    email: Option<&Email>,
    phone: Option<&Phone>,
    siren: Option<&Siren>,
) -> String {
    let mut text = String::new();
    add(&mut text, &name.folded());
    add_contact(&mut text, email, phone);
    add(&mut text, siren.map(Siren::as_str).unwrap_or_default());
    text
}

fn add_contact(text: &mut String, email: Option<&Email>, phone: Option<&Phone>) {
    add(text, &email.map(|email| fold(email.as_str())).unwrap_or_default());
    let Some(phone) = phone else { return };
    let digits = phone.as_str().trim_start_matches('+');
    if let Some(subscriber) = digits.strip_prefix("33") {
        add(text, &format!("0{subscriber}"));
    }
    add(text, digits);
}

fn add(text: &mut String, words: &str) {
    if !words.is_empty() {
        text.push(' ');
        text.push_str(words);
    }
}

/// What was typed, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed; none when nothing in it can be searched.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let typed: String = typed.replace("(0)", "").chars().take(LONGEST).collect();
        let words = with_numbers_joined(&fold(&typed));
        if words.is_empty() {
            None
        } else {
            Some(Self { words })
        }
    }

    /// A pattern for each word, wherever it may stand; `%` for those that are not there.
    pub(crate) fn anywhere(&self) -> [String; WORDS] {
        self.patterns(|word| {
            if word.chars().count() < SHORTEST_ANYWHERE {
                at_start(word)
            } else {
                format!("%{word}%")
            }
        })
    }

    /// A pattern for each word at the beginning of a word.
    pub(crate) fn at_starts(&self) -> [String; WORDS] {
        self.patterns(at_start)
    }

    /// The pattern of all words in their order, at the beginning of a word: the best answer.
    pub(crate) fn whole(&self) -> String {
        at_start(&self.words.join(" "))
    }

    /// Whether there may be answers that [`Self::whole`] does not find: none for one short word.
    pub(crate) fn reaches_further(&self) -> bool {
        let [first, ..] = self.anywhere();
        first != self.whole()
    }

    /// How far a text is from the search: 0 for the words in order, 1 when each begins a word, else 2.
    pub(crate) fn distance(&self, text: &str) -> u8 {
        if text.contains(&format!(" {}", self.words.join(" "))) {
            return 0;
        }
        let begins = |word: &String| text.contains(&format!(" {word}"));
        if self.words.iter().take(WORDS).all(begins) {
            1
        } else {
            2
        }
    }

    fn patterns(&self, pattern: impl Fn(&str) -> String) -> [String; WORDS] {
        let mut words = self.words.iter();
        std::array::from_fn(|_| words.next().map_or_else(|| "%".to_owned(), |word| pattern(word)))
    }
}

fn at_start(word: &str) -> String {
    format!("% {word}%")
}

/// The words of a folded text, neighbours made of digits joined; the international prefix `00` goes.
fn with_numbers_joined(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(last) if is_number(last) && is_number(word) => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
    }
    for word in &mut words {
        if is_number(word) && word.len() > 2 && word.starts_with("00") {
            word.drain(..2);
        }
    }
    words
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
