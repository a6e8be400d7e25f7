//! CSV as French spreadsheets open it with a double click.

use super::FORMULA_STARTS;

/// Writes a table as UTF-8 with a byte order mark, semicolons and CRLF, formulas neutralised.
#[must_use]
pub fn write_csv<H: AsRef<str>, C: AsRef<str>>(headers: &[H], rows: &[Vec<C>]) -> Vec<u8> {
    let mut text = String::from('\u{FEFF}');
    push_line(&mut text, headers.iter().map(AsRef::as_ref));
    for row in rows {
        push_line(&mut text, row.iter().map(AsRef::as_ref));
    }
    text.into_bytes()
}

fn push_line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            text.push(';');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

fn push_cell(text: &mut String, cell: &str) {
    let neutralised = cell.starts_with(FORMULA_STARTS) && !is_plain_number(cell);
    let quoted =
        cell.contains([';', ',', '\t', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ');
    if quoted {
        text.push('"');
    }
    if neutralised {
        text.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    if quoted {
        text.push('"');
    }
}

/// A sign, digits and at most one decimal mark between digits: nothing that a spreadsheet could run.
fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, fraction) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && all_digits(fraction)
}
