//! A credential that is used (section 7.2).

use super::authenticator::Said;
use super::passkey::decoded;
use super::{Challenge, CredentialId, Passkey, RelyingParty, Wrong, client};
use serde::Deserialize;
use subtle::ConstantTimeEq;

/// What the script sends of a credential that signed, each in base64url.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct AssertionAnswer {
    id: String,
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    #[serde(rename = "authenticatorData")]
    authenticator_data: String,
    signature: String,
    #[serde(default, rename = "userHandle")]
    user_handle: Option<String>,
}

/// How sure the authenticator must be of who touches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verification {
    /// By a finger, a face, a code of its own: it stands for both factors.
    Required,
    /// A touch is enough: a password was typed before.
    Preferred,
}

/// What is noted of a passkey that was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Used {
    /// How often it signed, as it says now.
    pub(crate) sign_count: i64,
}

impl AssertionAnswer {
    /// The credential that it says it is of.
    pub(crate) fn credential(&self) -> Option<CredentialId> {
        CredentialId::parse(&self.id)
    }
}

/// Checks that a passkey signed a challenge, by section 7.2. `handle` is what authenticators know its account by.
///
/// | steps | what | here |
/// |---|---|---|
/// | 5–6 | the credential is one that was allowed, and of the account whose handle it tells | its caller found it; here |
/// | 8–14 | kind, challenge, origin, no frame of another site; hash | [`client::check`] |
/// | 15–19 | relying party, presence, verification, marks of copies | [`Said::check`] |
/// | 20 | the mark that it may be copied is as at the beginning | |
/// | 21–22 | the signature | [`super::PublicKey`] |
/// | 23 | the counter grows, unless it never counted | |
///
/// # Errors
/// The first thing that is [`Wrong`].
pub(crate) fn assert(
    answer: &AssertionAnswer,
    passkey: &Passkey,
    (challenge, party): (&Challenge, &RelyingParty),
    handle: &str,
    verification: Verification,
) -> Result<Used, Wrong> {
    if answer.credential().as_ref() != Some(&passkey.credential) {
        return Err(Wrong::Credential);
    }
    let told = answer.user_handle.as_deref().filter(|told| !told.is_empty());
    match told {
        Some(told) if !bool::from(told.trim_end_matches('=').as_bytes().ct_eq(handle.as_bytes())) => {
            return Err(Wrong::Holder);
        }
        // Without a name typed before, the handle is what says who signs.
        None if verification == Verification::Required => return Err(Wrong::Holder),
        _ => {}
    }
    let json = decoded(&answer.client_data)?;
    let hash = client::check(&json, "webauthn.get", challenge.bytes(), party)?;
    let bytes = decoded(&answer.authenticator_data)?;
    let said = Said::read(&bytes)?;
    said.check(party, verification)?;
    if said.backup_eligible() != passkey.backup_eligible {
        return Err(Wrong::Backup);
    }
    let message = [bytes.as_slice(), &hash].concat();
    if !passkey.key.signed(&message, &decoded(&answer.signature)?) {
        return Err(Wrong::Signature);
    }
    let now = i64::from(said.sign_count);
    if (now != 0 || passkey.sign_count != 0) && now <= passkey.sign_count {
        return Err(Wrong::Counter);
    }
    Ok(Used { sign_count: now })
}
