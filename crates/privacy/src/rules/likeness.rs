//! Which records look alike.
//!
//! Names are compared without accents, capitals and the order of their words. Near names differ by one letter too many, too few or
//! another one; short names are not compared so. Each record is compared by what it shares with others, never with all others.

use super::near::near_groups;
use kernel::fold;
use std::borrow::Cow;
use std::collections::HashMap;

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
pub(super) const MOST_SHARED: usize = 5;

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

/// Pairs that look alike and what they share, the surest.
type Found = HashMap<(i64, i64), Likeness>;

/// The pairs that look alike, each once, the smaller identifier first, the surest first.
pub(crate) fn alike(records: &[Trait]) -> Vec<(i64, i64, Likeness)> {
    let mut found = Found::new();
    let registers = grouped(records, |record| record.register.as_deref().map(Cow::Borrowed));
    note(&mut found, registers.values(), Likeness::Register, usize::MAX);
    let names = grouped(records, |record| Some(Cow::Owned(words(&record.name))));
    note(&mut found, names.values(), Likeness::Name, usize::MAX);
    let phones = grouped(records, |record| record.phone.as_deref().map(Cow::Borrowed));
    note(&mut found, phones.values(), Likeness::Phone, MOST_SHARED);
    let mailboxes = grouped(records, |record| {
        record.email.as_deref().and_then(mailbox).map(Cow::Owned)
    });
    note(&mut found, mailboxes.values(), Likeness::Mailbox, MOST_SHARED);
    let near = near_groups(&names, MOST_SHARED);
    note(&mut found, near.iter(), Likeness::NearName, MOST_SHARED);
    let mut pairs: Vec<_> = found
        .into_iter()
        .map(|((one, other), likeness)| (one, other, likeness))
        .collect();
    pairs.sort_unstable_by_key(|(one, other, likeness)| (*likeness, *one, *other));
    pairs
}

/// The records that share a key.
fn grouped<'records>(
    records: &'records [Trait],
    key: impl Fn(&'records Trait) -> Option<Cow<'records, str>>,
) -> HashMap<Cow<'records, str>, Vec<i64>> {
    let mut groups: HashMap<Cow<'_, str>, Vec<i64>> = HashMap::with_capacity(records.len());
    for record in records {
        if let Some(key) = key(record) {
            groups.entry(key).or_default().push(record.id);
        }
    }
    groups
}

fn note<'groups>(
    found: &mut Found,
    groups: impl Iterator<Item = &'groups Vec<i64>>,
    likeness: Likeness,
    most: usize,
) {
    for ids in groups.filter(|ids| ids.len() <= most) {
        for (at, one) in ids.iter().enumerate() {
            for other in ids.iter().skip(at + 1).filter(|other| *other != one) {
                let pair = (*one.min(other), *one.max(other));
                found.entry(pair).or_insert(likeness);
            }
        }
    }
}

/// The words of a name, folded and in order.
pub(super) fn words(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

pub(super) fn mailbox(email: &str) -> Option<String> {
    let (before, _) = email.split_once('@')?;
    let before = before.split('+').next().unwrap_or(before).to_lowercase();
    let known = before.chars().count() >= SHORTEST_MAILBOX && !SHARED_MAILBOXES.contains(&before.as_str());
    known.then_some(before)
}
