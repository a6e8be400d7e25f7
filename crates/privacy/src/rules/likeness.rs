//! Which records look alike.
//!
//! Names are compared without accents, capitals and the order of their words. Near names differ by one letter too many, too few or
//! another one; short names are not compared so. Each record is compared by what it shares with others, never with all others.

use kernel::fold;
use std::collections::{BTreeMap, HashMap};

/// The shortest name, folded, that may be near another.
const SHORTEST_NEAR: usize = 8;
/// The shortest beginning of an address that says who it is.
const SHORTEST_MAILBOX: usize = 6;
/// Beginnings of addresses that many share.
const SHARED_MAILBOXES: &[&str] = &[
    "accueil",
    "bonjour",
    "compta",
    "comptabilite",
    "contact",
    "direction",
    "facturation",
    "invoices",
    "office",
    "secretariat",
];
/// More records than this with one telephone or mailbox are a switchboard.
const MOST_SHARED: usize = 5;

kernel::codes! {
    /// What two records share, the surest first.
    pub enum Likeness {
        /// The number in the French register.
        Register = "register",
        /// The name.
        Name = "name",
        /// The telephone.
        Phone = "phone",
        /// The part of the address before the sign.
        Mailbox = "mailbox",
        /// The name but for one letter.
        NearName = "near_name",
    }
}

impl Likeness {
    /// The message that says it.
    #[must_use]
    pub fn message(self) -> String {
        format!("privacy-alike-{}", self.code().replace('_', "-"))
    }
}

/// What a record is compared by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Trait {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    /// SIREN.
    pub(crate) register: Option<String>,
}

/// The pairs that look alike, each once, the smaller identifier first, the surest first.
pub(crate) fn alike(records: &[Trait]) -> Vec<(i64, i64, Likeness)> {
    let names: Vec<String> = records.iter().map(|record| words(&record.name)).collect();
    let mut found = BTreeMap::new();
    let by = |key: &dyn Fn(usize, &Trait) -> Vec<String>| {
        let mut groups: HashMap<String, Vec<i64>> = HashMap::new();
        for (at, record) in records.iter().enumerate() {
            for key in key(at, record) {
                groups.entry(key).or_default().push(record.id);
            }
        }
        groups
    };
    let name = |at: usize| names.get(at).cloned().unwrap_or_default();
    let registers = by(&|_, record| record.register.iter().cloned().collect());
    note(&mut found, registers, Likeness::Register, usize::MAX);
    let same_names = by(&|at, _| vec![name(at)]);
    note(&mut found, same_names, Likeness::Name, usize::MAX);
    let phones = by(&|_, record| record.phone.iter().cloned().collect());
    note(&mut found, phones, Likeness::Phone, MOST_SHARED);
    let mailboxes = by(&|_, record| record.email.as_deref().and_then(mailbox).into_iter().collect());
    note(&mut found, mailboxes, Likeness::Mailbox, MOST_SHARED);
    let near = by(&|at, _| shortened(&name(at)));
    let called: HashMap<i64, &str> = records
        .iter()
        .zip(&names)
        .map(|(record, name)| (record.id, name.as_str()))
        .collect();
    let near = near
        .into_iter()
        .map(|(key, ids)| (key, near_ones(&called, &ids)))
        .collect();
    note(&mut found, near, Likeness::NearName, MOST_SHARED);
    let mut pairs: Vec<_> = found
        .into_iter()
        .map(|((one, other), likeness)| (one, other, likeness))
        .collect();
    pairs.sort_by_key(|(one, other, likeness)| (*likeness, *one, *other));
    pairs
}

fn note(
    found: &mut BTreeMap<(i64, i64), Likeness>,
    groups: HashMap<String, Vec<i64>>,
    likeness: Likeness,
    most: usize,
) {
    for ids in groups.into_values().filter(|ids| ids.len() <= most) {
        for (at, one) in ids.iter().enumerate() {
            for other in ids.iter().skip(at + 1).filter(|other| *other != one) {
                let pair = (*one.min(other), *one.max(other));
                found.entry(pair).or_insert(likeness);
            }
        }
    }
}

/// The words of a name, folded and in order.
fn words(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

fn mailbox(email: &str) -> Option<String> {
    let (before, _) = email.split_once('@')?;
    let before = before.split('+').next().unwrap_or(before).to_lowercase();
    let known = before.chars().count() >= SHORTEST_MAILBOX && !SHARED_MAILBOXES.contains(&before.as_str());
    known.then_some(before)
}

/// A name and what remains of it without any one of its letters: two names that share one of these are one letter apart, or two.
fn shortened(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() < SHORTEST_NEAR {
        return vec![];
    }
    let without = |gone: usize| -> String {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != gone);
        kept.map(|(_, letter)| *letter).collect()
    };
    let mut all: Vec<String> = (0..letters.len()).map(without).collect();
    all.push(name.to_owned());
    all.sort_unstable();
    all.dedup();
    all
}

/// Those of a group that are one change apart from another of it.
fn near_ones(called: &HashMap<i64, &str>, ids: &[i64]) -> Vec<i64> {
    if ids.len() < 2 || ids.len() > MOST_SHARED {
        return vec![];
    }
    let near = |one: i64| {
        ids.iter().any(|other| {
            *other != one
                && called
                    .get(&one)
                    .zip(called.get(other))
                    .is_some_and(|(a, b)| one_change_apart(a, b))
        })
    };
    ids.iter().copied().filter(|id| near(*id)).collect()
}

/// Whether one letter more, one less or another one makes one text of the other.
fn one_change_apart(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let start = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let rest_of_short = short.iter().skip(if short.len() == long.len() {
        start + 1
    } else {
        start
    });
    rest_of_short.eq(long.iter().skip(start + 1))
}
