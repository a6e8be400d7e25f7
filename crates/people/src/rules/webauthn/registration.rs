//! A new credential (section 7.1).

use super::authenticator::Said;
use super::cbor::{self, Value};
use super::passkey::decoded;
use super::{Challenge, CredentialId, PublicKey, RelyingParty, Verification, Wrong, client};
use serde::Deserialize;

/// What the script sends of a new credential, each in base64url.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct RegistrationAnswer {
    /// The identifier of the credential.
    id: String,
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    #[serde(rename = "attestationObject")]
    attestation: String,
}

/// A credential that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewCredential {
    pub(crate) id: CredentialId,
    pub(crate) key: PublicKey,
    pub(crate) sign_count: i64,
    pub(crate) backup_eligible: bool,
}

/// Checks a new credential by section 7.1:
///
/// | steps | what | here |
/// |---|---|---|
/// | 5–12 | kind, challenge, origin, no frame of another site; hash | [`client::check`] |
/// | 13 | the attestation object is read, with nothing left over | |
/// | 14–18 | relying party, presence, verification, marks of copies | [`Said::check`] |
/// | 19–20 | a kind of key that was offered | [`PublicKey::parse`] |
/// | 21–25 | the attestation: none, or the key's own signature | `attested` |
/// | 26 | the identifier is short enough | [`Said::read`] |
/// | 27 | and not known | the store, by a constraint |
///
/// # Errors
/// The first thing that is [`Wrong`].
pub(crate) fn register(
    answer: &RegistrationAnswer,
    challenge: &Challenge,
    party: &RelyingParty,
) -> Result<NewCredential, Wrong> {
    let json = decoded(&answer.client_data)?;
    let hash = client::check(&json, "webauthn.create", challenge.bytes(), party)?;
    let attestation = cbor::read_whole(&decoded(&answer.attestation)?).ok_or(Wrong::Malformed)?;
    let bytes = attestation.named("authData").and_then(Value::bytes);
    let bytes = bytes.ok_or(Wrong::Malformed)?;
    let said = Said::read(bytes)?;
    said.check(party, Verification::Required)?;
    let backup_eligible = said.backup_eligible();
    let (id, key) = said.credential.ok_or(Wrong::Malformed)?;
    let id = CredentialId::of(&id);
    if CredentialId::parse(&answer.id).as_ref() != Some(&id) {
        return Err(Wrong::Credential);
    }
    if !attested(&attestation, &key, bytes, hash) {
        return Err(Wrong::Attestation);
    }
    Ok(NewCredential {
        id,
        key,
        sign_count: i64::from(said.sign_count),
        backup_eligible,
    })
}

/// Whether the attestation may stand: none (section 8.7), or the key's own signature over its data (section 8.2, self attestation),
/// which some authenticators send unasked.
fn attested(attestation: &Value, key: &PublicKey, said: &[u8], hash: [u8; 32]) -> bool {
    let format = attestation.named("fmt").and_then(Value::text);
    let statement = attestation.named("attStmt");
    match (format, statement) {
        (Some("none"), Some(Value::Map(pairs))) => pairs.is_empty(),
        (Some("packed"), Some(statement)) => {
            let algorithm = statement.named("alg").and_then(Value::integer);
            let signature = statement.named("sig").and_then(Value::bytes);
            let message = [said, &hash].concat();
            statement.named("x5c").is_none()
                && algorithm == Some(key.algorithm())
                && signature.is_some_and(|signature| key.signed(&message, signature))
        }
        _ => false,
    }
}
