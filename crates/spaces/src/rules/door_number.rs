//! The number by which a person is known at a door and at the desk.

use std::fmt;

/// Eight digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorNumber(String);

kernel::refusals! {
    /// Why a text is no such number.
    pub enum DoorNumberRefused {
        /// It is not eight digits.
        Digits = "spaces-refused-door-number",
    }
}

impl DoorNumber {
    /// How many digits it has.
    const LENGTH: usize = 8;

    /// The number in a text; spaces do not count.
    ///
    /// # Errors
    /// [`DoorNumberRefused::Digits`].
    pub fn parse(text: &str) -> Result<Self, DoorNumberRefused> {
        let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        if digits.len() == Self::LENGTH && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(digits))
        } else {
            Err(DoorNumberRefused::Digits)
        }
    }

    /// The number that random bytes give; it never begins with a nought, so that nobody drops one.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        const LEAST: u64 = 10_000_000;
        let drawn = u64::from_be_bytes(bytes) % (LEAST * 9);
        Self((LEAST + drawn).to_string())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it: `4821 0937`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let (one, other) = self.0.split_at(Self::LENGTH / 2);
        format!("{one} {other}")
    }
}

impl fmt::Display for DoorNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
