//! Text as people write it: without control characters, not without end.

kernel::refusals! {
    /// Why a text is not kept.
    pub enum ProseRefused {
        /// Nothing was written.
        Empty = "events-refused-empty",
        /// Too many characters.
        TooLong {
            /// The most that is accepted.
            maximum: usize
        } = "events-refused-too-long",
    }
}

/// The longest text, in characters.
pub(crate) const LONGEST_TEXT: usize = 6_000;
/// The longest line, in characters.
pub(crate) const LONGEST_LINE: usize = 160;

/// A text of several lines that may be empty, trimmed.
///
/// # Errors
/// [`ProseRefused::TooLong`].
pub(crate) fn text(typed: &str) -> Result<String, ProseRefused> {
    let kept: String = typed
        .replace("\r\n", "\n")
        .chars()
        .filter(|letter| *letter == '\n' || !letter.is_control())
        .collect();
    within(kept.trim(), LONGEST_TEXT)
}

/// A line that may be empty, trimmed.
///
/// # Errors
/// [`ProseRefused::TooLong`].
pub(crate) fn line(typed: &str) -> Result<String, ProseRefused> {
    let kept: String = typed.chars().filter(|letter| !letter.is_control()).collect();
    within(kept.trim(), LONGEST_LINE)
}

/// As [`line`], when something must be written.
///
/// # Errors
/// [`ProseRefused`].
pub(crate) fn filled_line(typed: &str) -> Result<String, ProseRefused> {
    filled(line(typed)?)
}

fn filled(kept: String) -> Result<String, ProseRefused> {
    if kept.is_empty() {
        Err(ProseRefused::Empty)
    } else {
        Ok(kept)
    }
}

fn within(kept: &str, maximum: usize) -> Result<String, ProseRefused> {
    if kept.chars().count() > maximum {
        return Err(ProseRefused::TooLong { maximum });
    }
    Ok(kept.to_owned())
}
