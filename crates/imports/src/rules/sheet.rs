//! Whether a table can be imported at all, before any of its lines is read.

use kernel::{Refusal, fold};
use platform::tables::{self, Sheet, SheetRefused};
use std::collections::BTreeMap;

/// The most lines of one import: all of them go in one transaction.
pub(crate) const MOST_LINES: usize = 10_000;
/// The most characters of a cell. More is a quotation mark that was never closed.
const LONGEST_CELL: usize = 5_000;

kernel::refusals! {
    /// Why a file is not imported.
    pub enum FileRefused {
        /// There are no lines below the titles.
        NoLines = "imports-refused-no-lines",
        /// The first line holds no titles.
        NoTitles = "imports-refused-no-titles",
        /// Two columns have the same title.
        TitleTwice {
            /// The title.
            title: String
        } = "imports-refused-title-twice",
        /// More lines than one import takes.
        TooManyLines {
            /// Lines found.
            lines: usize,
            /// Lines taken at most.
            limit: usize
        } = "imports-refused-too-many-lines",
        /// A cell swallows what follows: a quotation mark is not closed.
        OpenQuote {
            /// Where it begins.
            line: usize
        } = "imports-refused-open-quote",
    }
}

/// Why a file cannot be read or is not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// Not a table.
    Unreadable(SheetRefused),
    /// A table, but not one to import.
    Refused(FileRefused),
}

impl Refusal for Unusable {
    fn key(&self) -> &'static str {
        match self {
            Self::Unreadable(refused) => refused.key(),
            Self::Refused(refused) => refused.key(),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable(refused) => refused.arguments(),
            Self::Refused(refused) => refused.arguments(),
        }
    }
}

/// Reads a file as a table that can be imported.
///
/// # Errors
/// [`Unusable`] says why not.
pub fn read(bytes: &[u8], filename: &str) -> Result<Sheet, Unusable> {
    let sheet = tables::read(bytes, filename).map_err(Unusable::Unreadable)?;
    check(&sheet).map_err(Unusable::Refused)?;
    Ok(sheet)
}

fn check(sheet: &Sheet) -> Result<(), FileRefused> {
    if let Some(line) = open_quote(sheet) {
        return Err(FileRefused::OpenQuote { line });
    }
    if sheet.headers.iter().all(|title| fold(title).is_empty()) {
        return Err(FileRefused::NoTitles);
    }
    let mut seen = BTreeMap::new();
    for title in sheet.headers.iter().filter(|title| !title.is_empty()) {
        if seen.insert(fold(title), title).is_some() {
            return Err(FileRefused::TitleTwice { title: title.clone() });
        }
    }
    match sheet.rows.len() {
        0 => Err(FileRefused::NoLines),
        lines if lines > MOST_LINES => Err(FileRefused::TooManyLines {
            lines,
            limit: MOST_LINES,
        }),
        _ => Ok(()),
    }
}

/// The line of a cell that goes on over what follows: too long for a cell, or the last of a line too short, on many lines.
fn open_quote(sheet: &Sheet) -> Option<usize> {
    let columns = sheet.headers.len();
    let swallowing = |cell: &String| cell.chars().count() > LONGEST_CELL;
    if sheet.headers.iter().any(swallowing) {
        return Some(1);
    }
    let found = sheet.rows.iter().find(|row| {
        let cut_short = row.cells.len() < columns && row.cells.last().is_some_and(|cell| cell.contains('\n'));
        cut_short || row.cells.iter().any(swallowing)
    });
    found.map(|row| row.line)
}

#[cfg(test)]
mod tests;
