//! How calls between places and their answers are signed (decision 44).

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

/// How far the clocks of two places may be apart, in seconds; an older call is refused.
pub const LATEST: i64 = 300;

/// What a signature is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed<'call> {
    /// `call` or `answer`: neither passes for the other.
    pub what: &'static str,
    /// Which agreement.
    pub agreement: &'call str,
    /// Whether the place that invited speaks: a call cannot be sent back to whom it comes from.
    pub inviter: bool,
    /// Which call.
    pub path: &'call str,
    /// When it was sent, in seconds since 1970.
    pub seconds: i64,
    /// What makes it harmless when it is sent twice.
    pub reference: &'call str,
    /// Every byte of it.
    pub body: &'call str,
}

impl Signed<'_> {
    fn line(&self) -> String {
        let body = data_encoding::HEXLOWER.encode(&Sha256::digest(self.body.as_bytes()));
        let side = if self.inviter { "inviter" } else { "accepter" };
        let Self {
            what,
            agreement,
            path,
            seconds,
            reference,
            ..
        } = self;
        format!("{what}\n{agreement}\n{side}\n{path}\n{seconds}\n{reference}\n{body}")
    }

    /// Its signature.
    #[must_use]
    pub fn sign(&self, key: &str) -> String {
        super::code::derived(key, &self.line())
    }

    /// Whether this is its signature, compared in constant time. Nothing is signed with an empty key.
    #[must_use]
    pub fn holds(&self, key: &str, signature: &str) -> bool {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else {
            return false;
        };
        mac.update(self.line().as_bytes());
        let told = data_encoding::HEXLOWER.decode(signature.as_bytes());
        !key.is_empty() && told.is_ok_and(|told| mac.verify_slice(&told).is_ok())
    }
}

/// Whether a call is of now.
#[must_use]
pub const fn is_timely(seconds: i64, now: i64) -> bool {
    seconds.saturating_sub(now).saturating_abs() <= LATEST
}
