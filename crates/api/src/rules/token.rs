//! Keys for programs.

use super::scope::Scope;
use kernel::{Id, Instant, PersonId};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// What every secret begins with, so that a program that looks for leaked secrets finds it.
pub const PREFIX: &str = "tribu_";
/// The longest name of a key.
pub const LONGEST_NAME: usize = 80;
/// For how many days a key may be good: at most two years.
pub const LONGEST_DAYS: i64 = 731;
/// How many keys that open something one person may have.
pub const MOST_OPEN: usize = 20;
/// The letters of a secret after its prefix: 256 random bits in base 32.
const LENGTH: usize = 52;

kernel::refusals! {
    /// Why a key is not made.
    pub enum TokenRefused {
        /// Without a name, its maker would not know later what it is for.
        Name = "api-refused-token-name",
        /// It must open something.
        NoScope = "api-refused-token-scopes",
        /// It must end, within two years.
        Days {
            /// The most days.
            maximum: i64
        } = "api-refused-token-days",
        /// More keys are open than one person may have.
        TooMany {
            /// The most.
            maximum: usize
        } = "api-refused-token-too-many",
    }
}

/// A key as it is kept: everything but its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Which one.
    pub id: Id<Token>,
    /// Whose: it may what they may.
    pub person: PersonId,
    /// What for, in its maker's words.
    pub name: String,
    /// The last letters of the secret.
    pub ending: String,
    /// What it opens.
    pub scopes: BTreeSet<Scope>,
    /// Since when.
    pub created_at: Instant,
    /// Until when.
    pub expires_at: Instant,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Instant>,
    /// When it was taken back.
    pub revoked_at: Option<Instant>,
}

impl Token {
    /// Whether it opens anything at `now`.
    #[must_use]
    pub fn is_open_at(&self, now: Instant) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

/// The secret of a key, from 32 random bytes.
#[must_use]
pub fn secret(random: [u8; 32]) -> String {
    let text = data_encoding::BASE32_NOPAD.encode(&random).to_ascii_lowercase();
    format!("{PREFIX}{text}")
}

/// What is kept of a secret. A fast hash is enough: 256 random bits cannot be guessed. None for what cannot be a secret of ours.
#[must_use]
pub fn hash_of(sent: &str) -> Option<String> {
    let letters = sent.strip_prefix(PREFIX)?;
    let plausible = letters.len() == LENGTH && letters.bytes().all(|letter| letter.is_ascii_alphanumeric());
    plausible.then(|| data_encoding::HEXLOWER.encode(&Sha256::digest(sent.as_bytes())))
}

/// The last letters of a secret.
#[must_use]
pub fn ending_of(secret: &str) -> String {
    secret
        .get(secret.len().saturating_sub(4)..)
        .unwrap_or_default()
        .to_owned()
}

/// What a person asks of a new key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// What for.
    pub name: String,
    /// What it opens.
    pub scopes: BTreeSet<Scope>,
    /// For how many days.
    pub days: i64,
}

/// Whether such a key may be made by somebody who has `open` keys already.
///
/// # Errors
/// [`TokenRefused`].
pub fn check(new: &NewToken, open: usize) -> Result<(), TokenRefused> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(TokenRefused::Name);
    }
    if new.scopes.is_empty() {
        return Err(TokenRefused::NoScope);
    }
    if !(1..=LONGEST_DAYS).contains(&new.days) {
        return Err(TokenRefused::Days {
            maximum: LONGEST_DAYS,
        });
    }
    if open >= MOST_OPEN {
        return Err(TokenRefused::TooMany { maximum: MOST_OPEN });
    }
    Ok(())
}
