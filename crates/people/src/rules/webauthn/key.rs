//! The public half of a passkey: COSE keys (RFC 9052, RFC 9053, RFC 8812) of the three kinds that authenticators have.

use super::Wrong;
use super::cbor::{self, Value};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

const EDDSA: i64 = -8;
const ES256: i64 = -7;
const RS256: i64 = -257;

/// The kinds offered to authenticators, the favourite first (IANA, COSE algorithms): Ed25519, ECDSA on P-256 with SHA-256, and
/// RSA with SHA-256 for the chips of older Windows machines.
pub(crate) const ALGORITHMS: [i64; 3] = [EDDSA, ES256, RS256];

/// The largest COSE key kept, in bytes: one of RSA with 8192 bits.
const LARGEST: usize = 1200;

/// A public key, as its authenticator wrote it, that was found to be of a kind that was offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicKey {
    cose: Vec<u8>,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// The point, 32 bytes.
    Ed25519(Vec<u8>),
    /// The point, uncompressed (SEC 1): 0x04 and two coordinates.
    P256(Vec<u8>),
    /// Modulus and exponent, big-endian.
    Rsa(Vec<u8>, Vec<u8>),
}

impl PublicKey {
    /// Reads a COSE key.
    ///
    /// # Errors
    /// [`Wrong::Malformed`]; [`Wrong::Algorithm`] for a kind that was not offered.
    pub(crate) fn parse(cose: &[u8]) -> Result<Self, Wrong> {
        let map = cbor::read_whole(cose).filter(|_| cose.len() <= LARGEST);
        let map = map.ok_or(Wrong::Malformed)?;
        let kind = match (number(&map, 1), number(&map, 3)) {
            (Some(1), Some(EDDSA)) if number(&map, -1) == Some(6) => coordinate(&map, -2).map(Kind::Ed25519),
            (Some(2), Some(ES256)) if number(&map, -1) == Some(1) => point(&map),
            (Some(3), Some(RS256)) => rsa(&map),
            _ => return Err(Wrong::Algorithm),
        };
        Ok(Self {
            cose: cose.to_vec(),
            kind: kind.ok_or(Wrong::Malformed)?,
        })
    }

    /// As the authenticator wrote it.
    pub(crate) fn cose(&self) -> &[u8] {
        &self.cose
    }

    /// The kind, by its number among COSE algorithms.
    pub(super) const fn algorithm(&self) -> i64 {
        match self.kind {
            Kind::Ed25519(_) => EDDSA,
            Kind::P256(_) => ES256,
            Kind::Rsa(..) => RS256,
        }
    }

    /// Whether the private half signed these bytes.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let checked = match &self.kind {
            Kind::Ed25519(point) => UnparsedPublicKey::new(&ED25519, point).verify(message, signature),
            Kind::P256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            Kind::Rsa(n, e) => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
        };
        checked.is_ok()
    }
}

fn number(map: &Value, key: i64) -> Option<i64> {
    map.at(key)?.integer()
}

/// A coordinate of 32 bytes.
fn coordinate(map: &Value, key: i64) -> Option<Vec<u8>> {
    let bytes = map.at(key)?.bytes()?;
    (bytes.len() == 32).then(|| bytes.to_vec())
}

fn point(map: &Value) -> Option<Kind> {
    let mut point = vec![0x04];
    point.extend(coordinate(map, -2)?);
    point.extend(coordinate(map, -3)?);
    Some(Kind::P256(point))
}

fn rsa(map: &Value) -> Option<Kind> {
    let (n, e) = (map.at(-1)?.bytes()?, map.at(-2)?.bytes()?);
    (n.len() >= 256 && !e.is_empty()).then(|| Kind::Rsa(n.to_vec(), e.to_vec()))
}
