//! Keyed digests: what leaves the house in a cookie or a form and must come back unchanged.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The installation's secret, used only to authenticate what the server itself wrote (HMAC-SHA-256, RFC 2104).
#[derive(Clone)]
pub struct Seal {
    secret: [u8; 32],
}

impl Seal {
    /// A seal made from the 32 secret bytes of the installation.
    pub fn new(secret: [u8; 32]) -> Self {
        Self { secret }
    }

    /// The digest of `content` for one purpose, as 26 lower-case base32 characters (130 bits). Digests of two purposes never meet.
    pub fn digest(&self, purpose: &str, content: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.secret) else {
            return String::new();
        };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(content.as_bytes());
        let mut text = data_encoding::BASE32_NOPAD
            .encode(&mac.finalize().into_bytes())
            .to_ascii_lowercase();
        text.truncate(26);
        text
    }

    /// Whether `digest` is the one of `content`, compared in constant time. An empty digest never holds.
    pub fn holds(&self, purpose: &str, content: &str, digest: &str) -> bool {
        let right = self.digest(purpose, content);
        !right.is_empty() && bool::from(right.as_bytes().ct_eq(digest.as_bytes()))
    }

    /// `content` with its digest, in a form that fits a cookie (base64url, a dot, the digest).
    pub fn write(&self, purpose: &str, content: &str) -> String {
        format!(
            "{}.{}",
            data_encoding::BASE64URL_NOPAD.encode(content.as_bytes()),
            self.digest(purpose, content)
        )
    }

    /// The content of what [`Seal::write`] wrote for the same purpose, or nothing when anything was changed.
    pub fn read(&self, purpose: &str, sealed: &str) -> Option<String> {
        let (content, digest) = sealed.split_once('.')?;
        let bytes = data_encoding::BASE64URL_NOPAD.decode(content.as_bytes()).ok()?;
        let content = String::from_utf8(bytes).ok()?;
        self.holds(purpose, &content, digest).then_some(content)
    }
}

/// A random token of 130 bits as 26 lower-case base32 characters: idempotency keys, visitor cookies, request numbers.
pub(crate) fn token(db: &crate::database::Database) -> String {
    let mut text = data_encoding::BASE32_NOPAD
        .encode(&db.entropy().bytes::<17>())
        .to_ascii_lowercase();
    text.truncate(26);
    text
}
