//! A reader of CBOR (RFC 8949), as far as authenticators write it: definite lengths, no tags, no floating point.

/// How deep lists and maps may lie in each other; an attestation needs four.
const DEEPEST: u8 = 8;

/// A value that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A whole number.
    Integer(i64),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Pairs, in their order, each key once.
    Map(Vec<(Value, Value)>),
    /// `false`, `true`, `null` and their like, by number.
    Simple(u8),
}

impl Value {
    /// What a map holds under a number.
    pub(super) fn at(&self, key: i64) -> Option<&Self> {
        self.under(&Self::Integer(key))
    }

    /// What a map holds under a name.
    pub(super) fn named(&self, key: &str) -> Option<&Self> {
        self.under(&Self::Text(key.to_owned()))
    }

    fn under(&self, key: &Self) -> Option<&Self> {
        match self {
            Self::Map(pairs) => pairs
                .iter()
                .find(|(known, _)| known == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    pub(super) fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads one value at the beginning of `bytes`; also what follows it. None for anything else.
pub(super) fn read(bytes: &[u8]) -> Option<(Value, &[u8])> {
    read_at(bytes, 0)
}

/// Reads one value that is all of `bytes`.
pub(super) fn read_whole(bytes: &[u8]) -> Option<Value> {
    let (value, rest) = read(bytes)?;
    rest.is_empty().then_some(value)
}

fn read_at(bytes: &[u8], depth: u8) -> Option<(Value, &[u8])> {
    if depth > DEEPEST {
        return None;
    }
    let (first, rest) = bytes.split_first()?;
    let (major, low) = (first >> 5, first & 0x1f);
    if major == 7 {
        return (20..=23).contains(&low).then_some((Value::Simple(low), rest));
    }
    let (number, rest) = argument(low, rest)?;
    match major {
        0 => Some((Value::Integer(i64::try_from(number).ok()?), rest)),
        1 => Some((Value::Integer(-1 - i64::try_from(number).ok()?), rest)),
        2 => taken(rest, number).map(|(bytes, rest)| (Value::Bytes(bytes.to_vec()), rest)),
        3 => {
            let (text, rest) = taken(rest, number)?;
            Some((Value::Text(std::str::from_utf8(text).ok()?.to_owned()), rest))
        }
        4 => list(rest, number, depth),
        5 => map(rest, number, depth),
        _ => None,
    }
}

/// The number after a first byte: in it, or in the 1, 2, 4 or 8 bytes that follow.
fn argument(low: u8, rest: &[u8]) -> Option<(u64, &[u8])> {
    let length = match low {
        0..=23 => return Some((u64::from(low), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        _ => return None,
    };
    let (bytes, rest) = taken(rest, length)?;
    let number = bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u64::from(*byte));
    Some((number, rest))
}

fn taken(bytes: &[u8], length: u64) -> Option<(&[u8], &[u8])> {
    bytes.split_at_checked(usize::try_from(length).ok()?)
}

fn list(mut rest: &[u8], length: u64, depth: u8) -> Option<(Value, &[u8])> {
    // Nothing is set aside for what is only announced: each value must be there.
    let mut values = Vec::new();
    for _ in 0..length {
        let (value, after) = read_at(rest, depth + 1)?;
        values.push(value);
        rest = after;
    }
    Some((Value::List(values), rest))
}

fn map(mut rest: &[u8], length: u64, depth: u8) -> Option<(Value, &[u8])> {
    let mut pairs: Vec<(Value, Value)> = Vec::new();
    for _ in 0..length {
        let (key, after) = read_at(rest, depth + 1)?;
        let (value, after) = read_at(after, depth + 1)?;
        if pairs.iter().any(|(known, _)| *known == key) {
            return None;
        }
        pairs.push((key, value));
        rest = after;
    }
    Some((Value::Map(pairs), rest))
}
