//! Identifiers.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

crate::refusals! {
    /// Why a text is not an identifier.
    pub enum IdRefused {
        /// Not thirteen letters and digits of the Crockford alphabet, or beyond 63 bits.
        Malformed = "refused-id-malformed",
    }
}

/// The number of a thing of kind `T`: an integer in the database, thirteen letters and digits of
/// Crockford's base 32 in addresses, files and JSON. The kind keeps one from being taken for another.
pub struct Id<T> {
    number: i64,
    // A function type: an identifier is free to cross threads whatever `T` is.
    kind: PhantomData<fn() -> T>,
}

/// What identifiers of several capabilities are identifiers of.
pub mod mark {
    /// A place: one third place, the tenant of everything else.
    #[derive(Debug)]
    pub enum Place {}
    /// A natural person.
    #[derive(Debug)]
    pub enum Person {}
    /// A company, an association, a public body.
    #[derive(Debug)]
    pub enum Organisation {}
    /// A way to sign in.
    #[derive(Debug)]
    pub enum Account {}
    /// Who is billed: a person or an organisation.
    #[derive(Debug)]
    pub enum Customer {}
    /// An issued document: invoice, credit note, receipt.
    #[derive(Debug)]
    pub enum Document {}
}

/// The identifier of a place.
pub type PlaceId = Id<mark::Place>;
/// The identifier of a person.
pub type PersonId = Id<mark::Person>;
/// The identifier of an organisation.
pub type OrganisationId = Id<mark::Organisation>;
/// The identifier of an account.
pub type AccountId = Id<mark::Account>;
/// The identifier of a customer.
pub type CustomerId = Id<mark::Customer>;
/// The identifier of a document.
pub type DocumentId = Id<mark::Document>;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

impl<T> Id<T> {
    /// The identifier of that number. Numbers given by the database are never negative; the text of a
    /// negative one is not read back.
    #[must_use]
    pub const fn from_i64(number: i64) -> Self {
        Self {
            number,
            kind: PhantomData,
        }
    }

    /// The number, as the database holds it.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        self.number
    }

    /// Reads thirteen characters of Crockford's base 32, in either case, `I` and `L` read as `1` and
    /// `O` as `0`.
    ///
    /// # Errors
    /// [`IdRefused`] for any other text.
    pub fn parse(text: &str) -> Result<Self, IdRefused> {
        if text.len() != LENGTH {
            return Err(IdRefused::Malformed);
        }
        let mut value: u128 = 0;
        for character in text.bytes() {
            value = value << 5 | u128::from(digit(character).ok_or(IdRefused::Malformed)?);
        }
        i64::try_from(value)
            .map(Self::from_i64)
            .map_err(|_| IdRefused::Malformed)
    }
}

fn digit(character: u8) -> Option<u8> {
    let canonical = match character.to_ascii_lowercase() {
        b'i' | b'l' => b'1',
        b'o' => b'0',
        other => other,
    };
    let at = ALPHABET.iter().position(|letter| *letter == canonical)?;
    u8::try_from(at).ok()
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.number.cast_unsigned();
        let mut text = [b'0'; LENGTH];
        for (position, letter) in text.iter_mut().rev().enumerate() {
            let five_bits = usize::try_from(bits >> (5 * position) & 31).ok();
            *letter = five_bits
                .and_then(|five| ALPHABET.get(five))
                .copied()
                .unwrap_or(b'0');
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl<T> std::str::FromStr for Id<T> {
    type Err = IdRefused;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl<T> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}
