//! Texts that people carry from one place to another: invitations and visiting codes.

use data_encoding::Encoding;
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::Instant;
use sha2::Sha256;
use std::sync::LazyLock;

/// Characters of the name of an agreement.
const AGREEMENT: usize = 16;
/// Characters of the secret of an invitation: 160 bits.
const SECRET: usize = 32;
/// Characters of the name of an agreement that a visiting code begins with, so that the host knows which place to ask.
const TAG: usize = 4;
/// Random characters of a visiting code: 40 bits, for ten minutes.
const RANDOM: usize = 8;
/// How long a visiting code is good for, in seconds.
pub(crate) const GOOD_FOR: i64 = 600;

/// Crockford's alphabet: no letter that is taken for a digit, or the other way round.
static LETTERS: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = data_encoding::Specification::new();
    specification.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    // The alphabet is a constant of 32 different signs.
    specification.encoding().unwrap_or(data_encoding::BASE32_NOPAD)
});

/// Reads what people type: any case, any spaces and dashes, O for 0, I and L for 1.
fn plain(text: &str) -> Option<String> {
    let kept = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-');
    let read = |sign: char| match sign.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        'U' => None,
        other => other.is_ascii_alphanumeric().then_some(other),
    };
    kept.map(read).collect()
}

/// In groups of four, as people read it.
#[must_use]
pub fn grouped(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// An invitation: the name of the agreement, and a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// What both sides will call the agreement.
    pub agreement: String,
    secret: String,
}

impl Invitation {
    /// From thirty random bytes.
    #[must_use]
    pub fn new(random: [u8; 30]) -> Self {
        let text = LETTERS.encode(&random);
        let (agreement, secret) = text.split_at(AGREEMENT);
        Self {
            agreement: agreement.to_owned(),
            secret: secret.to_owned(),
        }
    }

    /// Reads what [`Invitation::text`] wrote, however it was typed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = plain(text).filter(|text| text.len() == AGREEMENT + SECRET)?;
        let (agreement, secret) = text.split_at(AGREEMENT);
        Some(Self {
            agreement: agreement.to_owned(),
            secret: secret.to_owned(),
        })
    }

    /// As it is sent to the other place.
    #[must_use]
    pub fn text(&self) -> String {
        grouped(&format!("{}{}", self.agreement, self.secret))
    }

    /// What signs its acceptance: the secret itself is kept nowhere.
    #[must_use]
    pub fn key(&self) -> String {
        derived(
            &self.secret,
            &format!("tribu network invitation {}", self.agreement),
        )
    }
}

/// What signs every call from then on: of the invitation, and of what the other side drew. Who reads the invitation afterwards knows
/// only one half.
#[must_use]
pub fn shared_key(invitation: &str, nonce: &str) -> String {
    derived(invitation, &format!("tribu network key {nonce}"))
}

/// The HMAC-SHA256 of a text, as hexadecimal digits; nothing for a key that no HMAC takes.
pub(crate) fn derived(key: &str, text: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else {
        return String::new();
    };
    mac.update(text.as_bytes());
    data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes())
}

/// What a member shows at the desk of another place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitingCode {
    /// Twelve signs: four of the agreement, eight at random.
    pub text: String,
    /// Until when it is good.
    pub expires_at: Instant,
}

impl VisitingCode {
    /// A fresh code.
    #[must_use]
    pub fn new(agreement: &str, random: [u8; 5], now: Instant) -> Self {
        let tag: String = agreement.chars().take(TAG).collect();
        Self {
            text: format!("{tag}{}", LETTERS.encode(&random)),
            expires_at: now.plus_seconds(GOOD_FOR),
        }
    }

    /// Reads what somebody typed or scanned: the code, when it can be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<String> {
        plain(text).filter(|text| text.len() == TAG + RANDOM)
    }

    /// Whether a code was made for this agreement.
    #[must_use]
    pub fn belongs_to(code: &str, agreement: &str) -> bool {
        code.get(..TAG).is_some_and(|tag| agreement.starts_with(tag))
    }
}
