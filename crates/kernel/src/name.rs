//! Names that people give: to themselves, to rooms, to plans.

use crate::fold;
use crate::text::is_blank;

crate::refusals! {
    /// Why a text is not a name.
    pub enum NameRefused {
        /// Nothing was written.
        Empty = "refused-name-empty",
        /// Too many characters.
        TooLong {
            /// The most that is accepted.
            maximum: usize
        } = "refused-name-too-long",
        /// A line break, a control character or one that reverses the reading order.
        Unprintable = "refused-name-unprintable",
    }
}

/// A name on one line: trimmed, one to 200 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Name {
    /// The most characters in a name.
    pub const LONGEST: usize = 200;

    /// Reads a name, trimmed.
    ///
    /// # Errors
    /// [`NameRefused`] when it is empty, too long or not on one line.
    pub fn parse(text: &str) -> Result<Self, NameRefused> {
        let name = text.trim_matches(is_blank);
        if name.is_empty() {
            return Err(NameRefused::Empty);
        }
        if name.chars().count() > Self::LONGEST {
            return Err(NameRefused::TooLong {
                maximum: Self::LONGEST,
            });
        }
        if name.chars().any(|c| c.is_control() || turns_the_line(c)) {
            return Err(NameRefused::Unprintable);
        }
        Ok(Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The spelling that search compares.
    #[must_use]
    pub fn folded(&self) -> String {
        fold(&self.0)
    }
}

/// Line separators, and the marks by which a text can be shown in another order than it is written.
const fn turns_the_line(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(Name, NameRefused);
