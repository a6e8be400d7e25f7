//! Texts as they are kept.

kernel::refusals! {
    /// Why a text is not kept.
    pub enum TextRefused {
        /// It is longer than there is room for.
        TooLong {
            /// The most characters.
            maximum: usize
        } = "stewardship-refused-too-long",
        /// Nothing was written.
        Empty = "stewardship-refused-empty",
    }
}

/// The most characters of a line.
pub const LONGEST_LINE: usize = 120;
/// The most characters of a text.
pub const LONGEST_TEXT: usize = 2_000;

/// A text with something in it, trimmed, without control characters but line breaks.
///
/// # Errors
/// [`TextRefused`].
pub fn filled(typed: &str) -> Result<String, TextRefused> {
    kept(typed, LONGEST_TEXT, |letter| letter == '\n').and_then(not_empty)
}

/// A text, trimmed, without control characters but line breaks; it may be empty.
///
/// # Errors
/// [`TextRefused::TooLong`].
pub fn text(typed: &str) -> Result<String, TextRefused> {
    kept(typed, LONGEST_TEXT, |letter| letter == '\n')
}

/// One line; it may be empty.
///
/// # Errors
/// [`TextRefused::TooLong`].
pub fn line(typed: &str) -> Result<String, TextRefused> {
    kept(typed, LONGEST_LINE, |_| false)
}

/// One line with something on it.
///
/// # Errors
/// [`TextRefused`].
pub fn filled_line(typed: &str) -> Result<String, TextRefused> {
    line(typed).and_then(not_empty)
}

fn kept(typed: &str, maximum: usize, breaks: fn(char) -> bool) -> Result<String, TextRefused> {
    let kept: String = typed
        .replace("\r\n", "\n")
        .chars()
        .filter(|letter| breaks(*letter) || !letter.is_control())
        .collect();
    let kept = kept.trim();
    if kept.chars().count() > maximum {
        return Err(TextRefused::TooLong { maximum });
    }
    Ok(kept.to_owned())
}

fn not_empty(text: String) -> Result<String, TextRefused> {
    if text.is_empty() {
        Err(TextRefused::Empty)
    } else {
        Ok(text)
    }
}
