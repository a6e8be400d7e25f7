//! Names that one letter parts, found without comparing every name with every other.
//!
//! Two names one letter apart leave the same text when one letter, or none, is taken out of each. So each name is filed under what it
//! leaves, whole and without each of its letters in turn. These texts are never written out: a fingerprint of each is computed from
//! those of the name's beginnings, and only names with the same fingerprint are read letter by letter.

use std::borrow::Cow;
use std::collections::HashMap;

/// The shortest name, folded, that may be near another.
pub(super) const SHORTEST_NEAR: usize = 8;
/// What fingerprints are counted in powers of: odd, and larger than any letter.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// A name and whose it is.
struct Named<'ids> {
    letters: Vec<char>,
    ids: &'ids [i64],
}

/// What is left of a name.
#[derive(Clone, Copy)]
struct Rest<'names> {
    fingerprint: u64,
    of: &'names Named<'names>,
    /// The place of the letter taken out; past the end for none.
    gone: usize,
}

impl Rest<'_> {
    fn letters(&self) -> impl Iterator<Item = &char> {
        let (before, rest) = self.of.letters.split_at(self.gone);
        before.iter().chain(rest.iter().skip(1))
    }

    fn is_of(&self, other: &Rest<'_>) -> bool {
        std::ptr::eq(self.of, other.of)
    }
}

/// Groups of records whose names are one letter apart. What more than `most` records leave says nothing.
pub(super) fn near_groups(names: &HashMap<Cow<'_, str>, Vec<i64>>, most: usize) -> Vec<Vec<i64>> {
    let named = |(name, ids): (&Cow<'_, str>, _)| (name.chars().collect::<Vec<char>>(), ids);
    let long = names.iter().map(named);
    let long = long.filter(|(letters, _)| letters.len() >= SHORTEST_NEAR);
    let names: Vec<Named<'_>> = long
        .map(|(letters, ids): (_, &Vec<i64>)| Named { letters, ids })
        .collect();
    let mut rests = Vec::new();
    for named in &names {
        leave(named, &mut rests);
    }
    rests.sort_unstable_by_key(|rest| rest.fingerprint);
    let mut found = Vec::new();
    for group in rests.chunk_by(|one, other| one.fingerprint == other.fingerprint) {
        if group
            .windows(2)
            .any(|pair| matches!(pair, [one, other] if !one.is_of(other)))
        {
            found.extend(near_of(group, most));
        }
    }
    found
}

/// What a name leaves: whole, and without each of its letters.
fn leave<'names>(named: &'names Named<'names>, into: &mut Vec<Rest<'names>>) {
    let mut whole = 0_u64;
    let mut beginnings = Vec::with_capacity(named.letters.len() + 1);
    beginnings.push(whole);
    for letter in &named.letters {
        whole = whole.wrapping_mul(BASE).wrapping_add(u64::from(*letter));
        beginnings.push(whole);
    }
    let rest = |fingerprint, gone| Rest {
        fingerprint,
        of: named,
        gone,
    };
    into.push(rest(whole, named.letters.len()));
    let mut power = 1_u64;
    for (gone, pair) in beginnings.windows(2).enumerate().rev() {
        if let [before, with] = pair {
            // What stood before the letter moves one place to the end.
            let less = with.wrapping_sub(*before).wrapping_mul(power);
            into.push(rest(whole.wrapping_sub(less), gone));
        }
        power = power.wrapping_mul(BASE);
    }
}

/// Among rests with one fingerprint, the records of each text whose names are one change apart.
fn near_of(group: &[Rest<'_>], most: usize) -> Vec<Vec<i64>> {
    let mut left = group.to_vec();
    let mut found = Vec::new();
    while let Some(first) = left.first().copied() {
        let (mut same, other): (Vec<_>, Vec<_>) = left
            .into_iter()
            .partition(|rest| rest.letters().eq(first.letters()));
        left = other;
        // Two equal letters in a row leave the same text twice.
        same.sort_unstable_by_key(|rest| std::ptr::from_ref(rest.of));
        same.dedup_by(|one, other| one.is_of(other));
        let records: usize = same.iter().map(|rest| rest.of.ids.len()).sum();
        if same.len() > 1 && records <= most {
            let near = same.iter().filter(|one| {
                let mut others = same.iter().filter(|other| !one.is_of(other));
                one.of.ids.len() > 1
                    || others.any(|other| one_change_apart(&one.of.letters, &other.of.letters))
            });
            found.push(near.flat_map(|one| one.of.ids.iter().copied()).collect());
        }
    }
    found
}

/// Whether one letter more, one less or another one makes one text of the other.
fn one_change_apart(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if long.len() - short.len() > 1 {
        return false;
    }
    let start = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let skipped = if short.len() == long.len() {
        start + 1
    } else {
        start
    };
    short.iter().skip(skipped).eq(long.iter().skip(start + 1))
}
