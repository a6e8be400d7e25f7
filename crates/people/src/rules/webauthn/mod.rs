//! Passkeys: what an authenticator answers is read and checked here, by Web Authentication level 3 (W3C), sections 7.1 and 7.2.
//!
//! No attestation is asked for and none is weighed: which make of authenticator somebody has is their own affair. What the
//! library underneath does is the arithmetic of signatures alone.

mod authenticator;
mod cbor;
mod client;
mod key;
mod passkey;
mod registration;
mod relying_party;
mod signing_in;

pub(crate) use key::{ALGORITHMS, PublicKey};
pub(crate) use passkey::{
    CHALLENGE_SECONDS, Challenge, ChallengePurpose, CredentialId, Passkey, PasskeyName, PasskeyRefused,
    user_handle,
};
pub(crate) use registration::{NewCredential, RegistrationAnswer, register};
pub(crate) use relying_party::RelyingParty;
pub(crate) use signing_in::{AssertionAnswer, Used, Verification, assert};

/// What is wrong with the answer of an authenticator: for the log, never for who sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It cannot be read at all.
    Malformed,
    /// It answers another kind of question.
    Type,
    /// It answers another challenge.
    Challenge,
    /// It was given on another site.
    Origin,
    /// It was given in a page that another site frames.
    Framed,
    /// It is for another relying party.
    RelyingParty,
    /// Nobody touched the authenticator.
    Presence,
    /// The authenticator did not make sure who touched it.
    Verification,
    /// Its marks about copies contradict each other or what was said before.
    Backup,
    /// The key is of a kind that was not offered.
    Algorithm,
    /// Its attestation is not one that may stand.
    Attestation,
    /// It is of another credential.
    Credential,
    /// It is of another person.
    Holder,
    /// The signature is not of this key.
    Signature,
    /// Its counter went back: there may be two of this key.
    Counter,
}

#[cfg(test)]
mod tests;
