//! Secrets that a browser or a mail carries, and what is kept of them.

use sha2::{Digest, Sha256};

/// A secret of 256 random bits, written in base64url; the database knows only its [`TokenHash`].
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// The SHA-256 of a token, in hexadecimal. A fast hash is enough: a token cannot be guessed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TokenHash(String);

/// Characters of a token.
const LENGTH: usize = 43;

impl Token {
    /// The token of 32 random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(data_encoding::BASE64URL_NOPAD.encode(&bytes))
    }

    /// What the cookie or the link carries.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the database keeps.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash(data_encoding::HEXLOWER.encode(&Sha256::digest(self.0.as_bytes())))
    }
}

impl std::fmt::Debug for Token {
    /// Without the secret: it must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl TokenHash {
    /// The hash of what a browser or a link sent; none when it cannot be a token.
    #[must_use]
    pub fn of(sent: &str) -> Option<Self> {
        let plausible = sent.len() == LENGTH
            && sent
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        plausible.then(|| Token(sent.to_owned()).hash())
    }

    /// The hash of a recovery code: eighty random bits, which cannot be guessed either.
    #[must_use]
    pub(crate) fn of_code(code: &str) -> Self {
        Token(code.to_owned()).hash()
    }

    /// Reads a hash in hexadecimal.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let whole = text.len() == 64
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        whole.then(|| Self(text.to_owned()))
    }

    /// In hexadecimal.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
