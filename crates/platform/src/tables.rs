//! Tables that people bring and take away: CSV and XLSX in, CSV out.
//!
//! Reading is tolerant of what spreadsheets really write (semicolon, comma or tab; UTF-8 or Windows-1252; blank lines;
//! quoted line breaks) and strict on size: a file may hold at most [`MAXIMUM_BYTES`], [`MAXIMUM_ROWS`] and
//! [`MAXIMUM_COLUMNS`], counted after decompression, so that a small hostile file cannot eat the memory.
//!
//! Writing neutralises formulas: a cell that a spreadsheet would compute is prefixed with an apostrophe, and reading takes
//! that apostrophe off again.

mod csv_reader;
mod csv_writer;
mod xlsx_reader;

pub use csv_writer::write_csv;

/// Largest file taken, in bytes.
pub const MAXIMUM_BYTES: usize = 10 * 1024 * 1024;
/// Most lines read below the headers.
pub const MAXIMUM_ROWS: usize = 50_000;
/// Most columns of a table.
pub const MAXIMUM_COLUMNS: usize = 200;

/// A table as read: trimmed headers and the lines that hold something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Column titles, without spaces around.
    pub headers: Vec<String>,
    /// Lines below the headers; empty ones are left out.
    pub rows: Vec<SheetRow>,
}

/// One line of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Line number in the file as its owner sees it in a spreadsheet or an editor, from 1.
    pub line: usize,
    /// Cells in the order of the headers; may be shorter or longer than them.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// The cell under header number `column` (from 0), without spaces around; empty when the line is shorter.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

kernel::refusals! {
    /// Why a file is not taken as a table.
    pub enum SheetRefused {
        /// Too many bytes, as received or once decompressed.
        TooLarge {
            /// Most megabytes.
            limit: usize
        } = "shell-sheet-too-large",
        /// Too many lines.
        TooManyRows {
            /// Most lines.
            limit: usize
        } = "shell-sheet-too-many-rows",
        /// Too many columns.
        TooManyColumns {
            /// Most columns.
            limit: usize
        } = "shell-sheet-too-many-columns",
        /// A cell holds more than a spreadsheet can.
        CellTooLong {
            /// Most characters.
            limit: usize
        } = "shell-sheet-cell-too-long",
        /// No line holds anything.
        Empty = "shell-sheet-empty",
        /// Neither text nor a workbook, or a damaged one.
        Unreadable = "shell-sheet-unreadable",
        /// A workbook of the format before 2007 (`.xls`): it must be saved as `.xlsx` or CSV.
        OldWorkbook = "shell-sheet-old-workbook",
    }
}

const TOO_LARGE: SheetRefused = SheetRefused::TooLarge {
    limit: MAXIMUM_BYTES / (1024 * 1024),
};
const TOO_MANY_ROWS: SheetRefused = SheetRefused::TooManyRows { limit: MAXIMUM_ROWS };
const TOO_MANY_COLUMNS: SheetRefused = SheetRefused::TooManyColumns {
    limit: MAXIMUM_COLUMNS,
};

/// Reads a file as a table. The content decides what it is; `filename` only helps to tell a damaged workbook from a text.
///
/// # Errors
/// [`SheetRefused`] when the file is too large, empty, or not a table.
pub fn read(bytes: &[u8], filename: &str) -> Result<Sheet, SheetRefused> {
    if bytes.len() > MAXIMUM_BYTES {
        return Err(TOO_LARGE);
    }
    let claims_workbook = filename.to_lowercase().ends_with(".xlsx");
    let lines = if bytes.starts_with(b"PK\x03\x04") {
        xlsx_reader::lines(bytes)?
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(SheetRefused::OldWorkbook);
    } else if claims_workbook {
        return Err(SheetRefused::Unreadable);
    } else {
        csv_reader::lines(bytes)?
    };
    assemble(lines)
}

/// Splits headers from rows and drops lines without content.
fn assemble(lines: Vec<SheetRow>) -> Result<Sheet, SheetRefused> {
    let mut lines = lines
        .into_iter()
        .filter(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
    let Some(first) = lines.next() else {
        return Err(SheetRefused::Empty);
    };
    let mut headers: Vec<String> = first.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    while headers.last().is_some_and(String::is_empty) {
        headers.pop();
    }
    Ok(Sheet {
        headers,
        rows: lines.collect(),
    })
}

/// Collects lines while the limits hold.
struct Lines(Vec<SheetRow>);

impl Lines {
    /// Adds a line; one more than [`MAXIMUM_ROWS`] is admitted for the headers.
    fn push(&mut self, line: usize, cells: Vec<String>) -> Result<(), SheetRefused> {
        if self.0.len() > MAXIMUM_ROWS {
            return Err(TOO_MANY_ROWS);
        }
        if cells.len() > MAXIMUM_COLUMNS {
            return Err(TOO_MANY_COLUMNS);
        }
        self.0.push(SheetRow { line, cells });
        Ok(())
    }
}

/// Characters that make a spreadsheet compute a cell when they come first.
/// Source: OWASP, "CSV Injection".
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Takes off the apostrophe that [`write_csv`] puts before a formula.
fn without_apostrophe(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA_STARTS) => rest,
        _ => cell,
    }
}
