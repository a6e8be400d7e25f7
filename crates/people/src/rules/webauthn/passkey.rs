//! A passkey as the place keeps it, and what it asks to be signed.

use super::{PublicKey, Wrong};
use data_encoding::BASE64URL_NOPAD;
use kernel::{AccountId, Id, Instant, Name, PlaceId};
use sha2::{Digest, Sha256};

/// Seconds for which a challenge is good.
pub(crate) const CHALLENGE_SECONDS: i64 = 300;
/// The most characters in the name of a passkey.
const LONGEST_NAME: usize = 60;
/// The longest identifier of a credential, in bytes.
const LONGEST_ID: usize = 1023;

kernel::refusals! {
    /// Why a passkey is not added, used or taken away.
    pub enum PasskeyRefused {
        /// What the browser sent is not what was asked of it, or too late.
        Wrong = "people-refused-passkey-wrong",
        /// Its counter went back: there may be a copy of it.
        Copied = "people-refused-passkey-copied",
        /// Signing in took too long: it begins again.
        Late = "people-refused-code-late",
        /// This passkey is known already.
        There = "people-refused-passkey-there",
        /// There are twenty.
        TooMany = "people-refused-passkey-too-many",
        /// It is asked by who has not shown lately that they are the holder of the account.
        SignInAgain = "people-refused-passkey-sign-in-again",
        /// The name is too long.
        NameTooLong = "people-refused-passkey-name-too-long",
        /// The place has no address that passkeys can be bound to.
        NoSite = "people-passkey-no-site",
    }
}

kernel::codes! {
    /// What a challenge was given for.
    pub(crate) enum ChallengePurpose {
        /// A new passkey.
        Register = "register",
        /// Signing in without a password.
        SignIn = "sign_in",
        /// The second step after a password.
        SecondFactor = "second_factor",
    }
}

/// Thirty-two random bytes that an authenticator signs, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Challenge(Vec<u8>);

impl Challenge {
    /// A challenge of random bytes.
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes.to_vec())
    }

    /// Reads base64url.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        (bytes.len() == 32).then_some(Self(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// In base64url.
    pub(crate) fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }
}

/// The identifier of a credential, chosen by its authenticator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CredentialId(String);

impl CredentialId {
    /// The identifier of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(BASE64URL_NOPAD.encode(bytes))
    }

    /// Reads base64url.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        (1..=LONGEST_ID).contains(&bytes.len()).then(|| Self::of(&bytes))
    }

    /// In base64url.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What its holder calls a passkey: one to sixty characters on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PasskeyName(String);

impl PasskeyName {
    /// Reads a name, trimmed.
    ///
    /// # Errors
    /// [`PasskeyRefused::NameTooLong`] for anything else.
    pub(crate) fn parse(text: &str) -> Result<Self, PasskeyRefused> {
        let name = Name::parse(text).map_err(|_| PasskeyRefused::NameTooLong)?;
        if name.as_str().chars().count() > LONGEST_NAME {
            return Err(PasskeyRefused::NameTooLong);
        }
        Ok(Self(name.as_str().to_owned()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A passkey of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passkey {
    /// Which one.
    pub(crate) id: Id<Passkey>,
    /// Whose.
    pub(crate) account: AccountId,
    /// As its authenticator calls it.
    pub(crate) credential: CredentialId,
    /// Its public half.
    pub(crate) key: PublicKey,
    /// How often it signed, as it said last.
    pub(crate) sign_count: i64,
    /// Whether it may be copied to other devices of its holder.
    pub(crate) backup_eligible: bool,
    /// As its holder calls it.
    pub(crate) name: PasskeyName,
    /// When it was added.
    pub(crate) created_at: Instant,
    /// When it last let somebody in.
    pub(crate) used_at: Option<Instant>,
}

/// What authenticators know an account by (section 14.6.1): the same for ever, and telling nothing of its holder.
#[must_use]
pub(crate) fn user_handle(place: PlaceId, account: AccountId) -> String {
    let digest = Sha256::digest(format!("passkey\n{}\n{}", place.as_i64(), account.as_i64()));
    BASE64URL_NOPAD.encode(&digest)
}

/// Bytes in base64url, as the script sends them.
pub(super) fn decoded(text: &str) -> Result<Vec<u8>, Wrong> {
    let text = text.trim_end_matches('=');
    BASE64URL_NOPAD
        .decode(text.as_bytes())
        .map_err(|_| Wrong::Malformed)
}
