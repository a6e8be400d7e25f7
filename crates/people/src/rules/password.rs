//! What a password must be.

use kernel::fold;

kernel::refusals! {
    /// Why a text is not accepted as a password.
    pub enum PasswordRefused {
        /// Too few characters.
        TooShort {
            /// The fewest accepted.
            minimum: usize
        } = "people-refused-password-too-short",
        /// Too many characters.
        TooLong {
            /// The most accepted.
            maximum: usize
        } = "people-refused-password-too-long",
        /// Among those that are tried first, or a single character repeated.
        TooCommon = "people-refused-password-too-common",
        /// The two fields differ.
        Different = "people-refused-password-different",
        /// The present password is not this one.
        Wrong = "people-refused-password-wrong",
    }
}

/// A password that the house accepts. It is neither trimmed nor cut.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// The fewest characters: length protects better than rules of composition (NIST SP 800-63B, 5.1.1.2).
    pub const SHORTEST: usize = 10;
    /// The most characters; above, hashing would cost the house more than the person.
    pub const LONGEST: usize = 200;

    /// Accepts a new password.
    ///
    /// # Errors
    /// [`PasswordRefused`] when it is too short, too long or too easily guessed.
    pub fn parse(text: &str) -> Result<Self, PasswordRefused> {
        let length = text.chars().count();
        if length < Self::SHORTEST {
            return Err(PasswordRefused::TooShort {
                minimum: Self::SHORTEST,
            });
        }
        if length > Self::LONGEST {
            return Err(PasswordRefused::TooLong {
                maximum: Self::LONGEST,
            });
        }
        if is_common(text) {
            Err(PasswordRefused::TooCommon)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// What somebody typed to sign in: anything short enough to be hashed.
    ///
    /// # Errors
    /// [`PasswordRefused::TooLong`].
    pub fn typed(text: &str) -> Result<Self, PasswordRefused> {
        if text.chars().count() > Self::LONGEST {
            return Err(PasswordRefused::TooLong {
                maximum: Self::LONGEST,
            });
        }
        Ok(Self(text.to_owned()))
    }

    /// The secret itself, for hashing only.
    #[must_use]
    pub fn secret(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Password {
    /// Without the secret: it must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

/// Beginnings of the passwords most often found in leaks, long enough to pass the length once padded.
const COMMON: [&str; 16] = [
    "password",
    "motdepasse",
    "azerty",
    "qwerty",
    "123456",
    "012345",
    "987654",
    "abcdef",
    "bonjour",
    "soleil",
    "doudou",
    "iloveyou",
    "jetaime",
    "letmein",
    "welcome",
    "administrateur",
];

/// Whether the text is a common one padded with digits and signs, or shows fewer than four different characters.
fn is_common(text: &str) -> bool {
    let bare = fold(text).replace(' ', "");
    let padded = |common: &str| {
        bare.strip_prefix(common)
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()) || COMMON.contains(&rest))
    };
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len() < 4 || COMMON.iter().any(|common| padded(common))
}
