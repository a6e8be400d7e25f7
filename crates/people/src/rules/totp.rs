//! Codes that follow the clock: RFC 6238 with HMAC-SHA-1, six digits, half a minute each, as every application makes them.

use hmac::{Hmac, KeyInit, Mac};
use kernel::Instant;
use sha1::Sha1;
use subtle::ConstantTimeEq;

/// Seconds for which a code is good.
const STEP_SECONDS: i64 = 30;
/// How many half-minutes a clock may be wrong, either way.
const DRIFT: i64 = 1;
/// Digits of a code.
const DIGITS: usize = 6;
/// Ten to the power of [`DIGITS`].
const MODULUS: u32 = 1_000_000;

/// What an application and the place both know: 160 bits, as RFC 4226 advises.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret(Vec<u8>);

impl std::fmt::Debug for TotpSecret {
    /// Without the secret: it must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret")
    }
}

impl TotpSecret {
    /// The secret of twenty random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(bytes.to_vec())
    }

    /// Reads base32, spaces and small letters allowed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let bytes = data_encoding::BASE32_NOPAD
            .decode(text.to_ascii_uppercase().as_bytes())
            .ok()?;
        (bytes.len() >= 10).then_some(Self(bytes))
    }

    /// In base32, as applications read it.
    #[must_use]
    pub fn base32(&self) -> String {
        data_encoding::BASE32_NOPAD.encode(&self.0)
    }

    /// The six digits shown at a moment.
    #[must_use]
    pub fn code_at(&self, at: Instant) -> String {
        self.code(step_of(at))
    }

    /// The six digits of a half-minute (RFC 4226, section 5.3).
    fn code(&self, step: i64) -> String {
        let digest = hmac_sha1(&self.0, step);
        let offset = usize::from(digest.last().copied().unwrap_or_default() & 0x0f);
        let number = digest
            .iter()
            .skip(offset)
            .take(4)
            .fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        format!("{:0DIGITS$}", (number & 0x7fff_ffff) % MODULUS)
    }

    /// The half-minute whose code was typed at a moment, when it is near enough and later than the last one used.
    #[must_use]
    pub(crate) fn accepted(&self, typed: &str, at: Instant, last_step: i64) -> Option<i64> {
        let now = step_of(at);
        let near = now.saturating_sub(DRIFT)..=now.saturating_add(DRIFT);
        near.filter(|step| *step > last_step)
            .find(|step| bool::from(self.code(*step).as_bytes().ct_eq(typed.as_bytes())))
    }
}

fn step_of(at: Instant) -> i64 {
    at.micros().div_euclid(STEP_SECONDS * 1_000_000)
}

fn hmac_sha1(key: &[u8], step: i64) -> Vec<u8> {
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(key) else {
        return vec![0; 20];
    };
    mac.update(&step.to_be_bytes());
    mac.finalize().into_bytes().to_vec()
}

kernel::refusals! {
    /// Why a second factor is not taken.
    pub enum FactorRefused {
        /// The code is not the right one, too old, or used already.
        Wrong = "people-refused-code-wrong",
        /// Signing in took too long: it begins again.
        Late = "people-refused-code-late",
        /// There is none, or none begun.
        Missing = "people-refused-factor-missing",
        /// There is one already.
        There = "people-refused-factor-there",
        /// Who demands it of others has it first.
        OneselfFirst = "people-refused-factor-oneself-first",
    }
}

/// What was typed, without spaces and dashes, in small letters.
#[must_use]
pub(crate) fn plain(typed: &str) -> String {
    let kept = typed.chars().filter(|letter| letter.is_ascii_alphanumeric());
    kept.map(|letter| letter.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests;
