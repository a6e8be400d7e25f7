//! Which records look alike, found the plain way: every text that a name leaves is written out, every pair is read.

use crate::rules::likeness::{Likeness, MOST_SHARED, Trait, mailbox, words};
use crate::rules::near::SHORTEST_NEAR;
use std::collections::{BTreeMap, BTreeSet};

/// As [`alike`](crate::rules::likeness::alike).
pub(super) fn alike(records: &[Trait]) -> Vec<(i64, i64, Likeness)> {
    let (mut found, groups) = (Vec::new(), groups(records));
    for (at, one) in records.iter().enumerate() {
        for other in &records[at + 1..] {
            if let Some(likeness) = shared((records, &groups), one, other) {
                found.push((one.id.min(other.id), one.id.max(other.id), likeness));
            }
        }
    }
    found.sort_by_key(|(one, other, likeness)| (*likeness, *one, *other));
    found
}

/// What is the surest that two records share.
fn shared((records, groups): (&[Trait], &[Vec<&Trait>]), one: &Trait, other: &Trait) -> Option<Likeness> {
    let few = |key: &dyn Fn(&Trait) -> Option<String>| {
        let (mine, theirs) = (key(one), key(other));
        let holders = records.iter().filter(|record| key(record) == mine).count();
        mine.is_some() && mine == theirs && holders <= MOST_SHARED
    };
    if one.register.is_some() && one.register == other.register {
        Some(Likeness::Register)
    } else if words(&one.name) == words(&other.name) {
        Some(Likeness::Name)
    } else if few(&|record| record.phone.clone()) {
        Some(Likeness::Phone)
    } else if few(&|record| record.email.as_deref().and_then(mailbox)) {
        Some(Likeness::Mailbox)
    } else {
        near(groups, one, other).then_some(Likeness::NearName)
    }
}

/// The few who leave the same text.
fn groups(records: &[Trait]) -> Vec<Vec<&Trait>> {
    let mut groups: BTreeMap<String, Vec<&Trait>> = BTreeMap::new();
    for record in records {
        for text in left(&words(&record.name)) {
            groups.entry(text).or_default().push(record);
        }
    }
    let few = |group: &Vec<&Trait>| (2..=MOST_SHARED).contains(&group.len());
    groups.into_values().filter(few).collect()
}

/// Whether both names leave a text that few leave, and each is one change apart from another who leaves it.
fn near(groups: &[Vec<&Trait>], one: &Trait, other: &Trait) -> bool {
    groups.iter().any(|group| {
        let in_it = |wanted: &Trait| group.iter().any(|record| record.id == wanted.id);
        let near_another = |wanted: &Trait| {
            group.iter().any(|record| {
                record.id != wanted.id && apart(&words(&record.name), &words(&wanted.name)) <= 1
            })
        };
        in_it(one) && in_it(other) && near_another(one) && near_another(other)
    })
}

/// A name, and what is left of it without any one of its letters.
fn left(name: &str) -> BTreeSet<String> {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() < SHORTEST_NEAR {
        return BTreeSet::new();
    }
    let without = |gone: usize| {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != gone);
        kept.map(|(_, letter)| *letter).collect()
    };
    (0..=letters.len()).map(without).collect()
}

/// How many letters are added, taken away or changed to make one text of another.
fn apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (place, theirs) in other.iter().enumerate() {
            let changed = before + usize::from(letter != *theirs);
            before = row[place + 1];
            row[place + 1] = changed.min(row[place] + 1).min(before + 1);
        }
    }
    row[other.len()]
}
