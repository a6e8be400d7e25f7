//! What the browser says of a ceremony: its kind, its challenge, the site it happened on.

use super::{RelyingParty, Wrong};
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// `CollectedClientData` (section 5.8.1), as far as it is checked.
#[derive(Deserialize)]
struct Collected {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: Option<bool>,
    #[serde(default, rename = "topOrigin")]
    top_origin: Option<String>,
}

/// Checks what the browser says (7.1, steps 5 to 12; 7.2, steps 8 to 14) and answers its SHA-256, which the authenticator signs.
pub(super) fn check(
    json: &[u8],
    kind: &str,
    challenge: &[u8],
    party: &RelyingParty,
) -> Result<[u8; 32], Wrong> {
    let said: Collected = serde_json::from_slice(json).map_err(|_| Wrong::Malformed)?;
    if said.kind != kind {
        return Err(Wrong::Type);
    }
    if said.challenge != BASE64URL_NOPAD.encode(challenge) {
        return Err(Wrong::Challenge);
    }
    if said.origin != party.origin() {
        return Err(Wrong::Origin);
    }
    if said.cross_origin == Some(true) || said.top_origin.is_some() {
        return Err(Wrong::Framed);
    }
    Ok(Sha256::digest(json).into())
}
