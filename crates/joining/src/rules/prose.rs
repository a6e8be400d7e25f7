//! Text as people write it: several lines, no control characters, not without end.

kernel::refusals! {
    /// Why a text is not kept.
    pub enum ProseRefused {
        /// Nothing was written.
        Empty = "joining-refused-empty",
        /// Too many characters.
        TooLong {
            /// The most that is accepted.
            maximum: usize
        } = "joining-refused-too-long",
    }
}

/// The longest note, in characters.
pub(crate) const LONGEST_NOTE: usize = 2_000;
/// The longest text of the house, in characters: forty pages.
pub(crate) const LONGEST_TEXT: usize = 120_000;

/// A text that may be empty, trimmed.
///
/// # Errors
/// [`ProseRefused::TooLong`].
pub(crate) fn text(typed: &str, maximum: usize) -> Result<String, ProseRefused> {
    let kept: String = typed
        .replace("\r\n", "\n")
        .chars()
        .filter(|letter| *letter == '\n' || !letter.is_control())
        .collect();
    let kept = kept.trim();
    if kept.chars().count() > maximum {
        return Err(ProseRefused::TooLong { maximum });
    }
    Ok(kept.to_owned())
}

/// A note that may be empty.
///
/// # Errors
/// [`ProseRefused::TooLong`].
pub(crate) fn note(typed: &str) -> Result<String, ProseRefused> {
    text(typed, LONGEST_NOTE)
}

/// As [`text`], when something must be written.
///
/// # Errors
/// [`ProseRefused`].
pub(crate) fn filled(typed: &str, maximum: usize) -> Result<String, ProseRefused> {
    let kept = text(typed, maximum)?;
    if kept.is_empty() {
        return Err(ProseRefused::Empty);
    }
    Ok(kept)
}
