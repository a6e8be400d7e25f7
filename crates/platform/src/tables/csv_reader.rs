//! Text tables: the encoding and the separator are found, not asked for.

use super::{Lines, SheetRefused, SheetRow, without_apostrophe};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Separators tried; the first wins a tie, because French spreadsheets write semicolons.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];
/// Lines looked at to choose the separator.
const SAMPLE: usize = 20;

/// Every line of the file that the CSV format calls a record.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<SheetRow>, SheetRefused> {
    let text = decode(bytes)?;
    let (declared, text, skipped) = declared_separator(&text);
    let separator = declared.unwrap_or_else(|| guess_separator(text));
    let mut lines = Lines(Vec::new());
    for record in reader(text, separator).into_records() {
        let record = record.map_err(|_| SheetRefused::Unreadable)?;
        let cells = record
            .iter()
            .map(|cell| without_apostrophe(cell).to_owned())
            .collect();
        lines.push(skipped + line_of(&record, text), cells)?;
    }
    Ok(lines.0)
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetRefused> {
    let text = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        String::from_utf8_lossy(rest)
    } else if bytes.starts_with(b"\xFF\xFE") {
        UTF_16LE.decode(bytes).0
    } else if bytes.starts_with(b"\xFE\xFF") {
        UTF_16BE.decode(bytes).0
    } else {
        match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        }
    };
    // A text never holds a zero byte: this is some other kind of file.
    if text.contains('\0') {
        Err(SheetRefused::Unreadable)
    } else {
        Ok(text)
    }
}

/// Some spreadsheets begin with `sep=;`. Answers the separator, the text after that line and the lines passed over.
fn declared_separator(text: &str) -> (Option<u8>, &str, usize) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(mark) = first.trim_end().trim_matches('"').strip_prefix("sep=")
        && let [separator] = mark.as_bytes()
        && SEPARATORS.contains(separator)
    {
        return (Some(*separator), rest, 1);
    }
    (None, text, 0)
}

fn guess_separator(text: &str) -> u8 {
    let mut best = (b';', (0, 0));
    for separator in SEPARATORS {
        let score = score(text, separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// Columns of the headers, then how many of the next lines have as many.
fn score(text: &str, separator: u8) -> (usize, usize) {
    let mut records = reader(text, separator).into_records().map_while(Result::ok);
    let columns = records.next().map_or(0, |headers| headers.len());
    let alike = records
        .take(SAMPLE)
        .filter(|record| record.len() == columns)
        .count();
    (columns, alike)
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The reader's position is before the blank lines it jumps over: they are counted here.
fn line_of(record: &csv::StringRecord, text: &str) -> usize {
    let Some(position) = record.position() else {
        return 0;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let blank = text
        .as_bytes()
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| matches!(byte, b'\n' | b'\r'));
    let jumped = blank.filter(|byte| **byte == b'\n').count();
    usize::try_from(position.line())
        .unwrap_or(usize::MAX)
        .saturating_add(jumped)
}
