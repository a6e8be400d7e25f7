//! What the authenticator says of a ceremony (section 6.1), and what it must say.

use super::cbor;
use super::key::PublicKey;
use super::{RelyingParty, Verification, Wrong};
use sha2::{Digest, Sha256};

/// Somebody touched it.
const PRESENT: u8 = 0x01;
/// It made sure who.
const VERIFIED: u8 = 0x04;
/// The key may be copied to other devices of its holder.
const BACKUP_ELIGIBLE: u8 = 0x08;
/// It was.
const BACKED_UP: u8 = 0x10;
/// A new credential is told.
const CREDENTIAL_TOLD: u8 = 0x40;
/// Extensions follow.
const EXTENSIONS: u8 = 0x80;

/// The longest identifier of a credential, in bytes (7.1, step 26).
const LONGEST_ID: usize = 1023;

/// Authenticator data that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    party: [u8; 32],
    flags: u8,
    /// How often it signed, as it says; zero where it does not count.
    pub(super) sign_count: u32,
    /// The credential that it tells of: identifier and key.
    pub(super) credential: Option<(Vec<u8>, PublicKey)>,
}

impl Said {
    /// Reads all of it; nothing may follow.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Wrong> {
        let (party, rest) = bytes.split_first_chunk::<32>().ok_or(Wrong::Malformed)?;
        let (flags, rest) = rest.split_first().ok_or(Wrong::Malformed)?;
        let (count, mut rest) = rest.split_first_chunk::<4>().ok_or(Wrong::Malformed)?;
        let mut credential = None;
        if flags & CREDENTIAL_TOLD != 0 {
            let (told, after) = read_credential(rest)?;
            credential = Some(told);
            rest = after;
        }
        if flags & EXTENSIONS != 0 {
            let (extensions, after) = cbor::read(rest).ok_or(Wrong::Malformed)?;
            if !matches!(extensions, cbor::Value::Map(_)) {
                return Err(Wrong::Malformed);
            }
            rest = after;
        }
        if !rest.is_empty() {
            return Err(Wrong::Malformed);
        }
        Ok(Self {
            party: *party,
            flags: *flags,
            sign_count: u32::from_be_bytes(*count),
            credential,
        })
    }

    /// Checks for whom and under which care it was made (7.1, steps 14 to 18; 7.2, steps 15 to 19).
    pub(super) fn check(&self, party: &RelyingParty, verification: Verification) -> Result<(), Wrong> {
        if self.party != <[u8; 32]>::from(Sha256::digest(party.id())) {
            return Err(Wrong::RelyingParty);
        }
        if !self.has(PRESENT) {
            return Err(Wrong::Presence);
        }
        if verification == Verification::Required && !self.has(VERIFIED) {
            return Err(Wrong::Verification);
        }
        if self.has(BACKED_UP) && !self.backup_eligible() {
            return Err(Wrong::Backup);
        }
        Ok(())
    }

    /// Whether the key may be copied to other devices of its holder.
    pub(super) fn backup_eligible(&self) -> bool {
        self.has(BACKUP_ELIGIBLE)
    }

    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

type Told<'a> = ((Vec<u8>, PublicKey), &'a [u8]);

/// Attested credential data (6.5.1): the make of the authenticator, which is nobody's business, the identifier, the key.
fn read_credential(bytes: &[u8]) -> Result<Told<'_>, Wrong> {
    let (_, rest) = bytes.split_first_chunk::<16>().ok_or(Wrong::Malformed)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Wrong::Malformed)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == 0 || length > LONGEST_ID {
        return Err(Wrong::Malformed);
    }
    let (id, rest) = rest.split_at_checked(length).ok_or(Wrong::Malformed)?;
    let (_, after) = cbor::read(rest).ok_or(Wrong::Malformed)?;
    let key = rest.get(..rest.len().saturating_sub(after.len()));
    let key = PublicKey::parse(key.unwrap_or_default())?;
    Ok(((id.to_vec(), key), after))
}
