//! Workbooks: the first visible sheet that holds something, dates as ISO text, numbers as people see them.

use super::{
    Lines, MAXIMUM_COLUMNS, SheetRefused, SheetRow, TOO_LARGE, TOO_MANY_COLUMNS, without_apostrophe,
};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::io::{Cursor, Read};

/// Most bytes that a workbook may hold once decompressed; a full table of the size allowed needs about half.
const MAXIMUM_UNPACKED: u64 = 96 * 1024 * 1024;

/// Most characters of a cell: what spreadsheets themselves allow.
/// Source: Microsoft, "Excel specifications and limits".
const MAXIMUM_CELL: usize = 32_767;

/// Most bytes of text kept of a workbook. Cells may refer to one text of the file many times, and each has a copy of its own.
const MAXIMUM_TEXT: usize = 64 * 1024 * 1024;

/// Every line of the first sheet with content.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<SheetRow>, SheetRefused> {
    refuse_bombs(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetRefused::Unreadable)?;
    let visible: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for name in visible {
        let lines = sheet(&mut workbook, &name)?;
        if lines
            .iter()
            .any(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()))
        {
            return Ok(lines);
        }
    }
    Err(SheetRefused::Empty)
}

/// Decompresses every part into nothing and counts: sizes declared in the file are not believed.
fn refuse_bombs(bytes: &[u8]) -> Result<(), SheetRefused> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetRefused::Unreadable)?;
    let mut left = MAXIMUM_UNPACKED;
    for position in 0..archive.len() {
        let part = archive.by_index(position).map_err(|_| SheetRefused::Unreadable)?;
        let read = std::io::copy(&mut part.take(left.saturating_add(1)), &mut std::io::sink())
            .map_err(|_| SheetRefused::Unreadable)?;
        left = left.checked_sub(read).ok_or(TOO_LARGE)?;
    }
    Ok(())
}

/// Reads cell by cell: the sparse area between two far cells is never allocated.
fn sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<SheetRow>, SheetRefused> {
    let mut cells = workbook
        .worksheet_cells_reader(name)
        .map_err(|_| SheetRefused::Unreadable)?;
    let mut lines = Lines(Vec::new());
    let mut current: (usize, Vec<String>) = (0, Vec::new());
    let mut left = MAXIMUM_TEXT;
    while let Some(cell) = cells.next_cell().map_err(|_| SheetRefused::Unreadable)? {
        refuse_long(cell.get_value())?;
        let text = text_of(cell.get_value());
        left = left.checked_sub(text.len()).ok_or(TOO_LARGE)?;
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let row = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAXIMUM_COLUMNS {
            return Err(TOO_MANY_COLUMNS);
        }
        if row != current.0 {
            let (line, finished) = std::mem::replace(&mut current, (row, Vec::new()));
            flush(&mut lines, line, finished)?;
        }
        let width = current.1.len().max(column.saturating_add(1));
        current.1.resize(width, String::new());
        if let Some(place) = current.1.get_mut(column) {
            *place = text;
        }
    }
    flush(&mut lines, current.0, current.1)?;
    Ok(lines.0)
}

fn flush(lines: &mut Lines, line: usize, cells: Vec<String>) -> Result<(), SheetRefused> {
    if cells.is_empty() {
        return Ok(());
    }
    lines.push(line, cells)
}

/// Refuses a text longer than a cell can hold, before it is copied.
fn refuse_long(value: &DataRef<'_>) -> Result<(), SheetRefused> {
    let text = match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.as_str(),
        DataRef::SharedString(text) => text,
        _ => return Ok(()),
    };
    // Characters are counted only where there are bytes enough for too many.
    if text.len() > MAXIMUM_CELL && text.chars().nth(MAXIMUM_CELL).is_some() {
        let limit = MAXIMUM_CELL;
        return Err(SheetRefused::CellTooLong { limit });
    }
    Ok(())
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => without_apostrophe(text).to_owned(),
        DataRef::SharedString(text) => without_apostrophe(text).to_owned(),
        DataRef::Bool(true) => "1".to_owned(),
        DataRef::Bool(false) => "0".to_owned(),
        DataRef::DateTime(moment) => iso(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A spreadsheet keeps 15 significant digits: `12.300000000000001` is 12.3 for whoever typed it.
fn decimal(number: f64) -> String {
    format!("{number:.14e}")
        .parse::<f64>()
        .map_or_else(|_| number.to_string(), |rounded| rounded.to_string())
}

/// `2026-03-02`, `2026-03-02T09:30:00`, or `09:30` for a time without a day. A duration over a day stays a number of days.
fn iso(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}");
    }
    if moment.is_duration() {
        return decimal(moment.as_f64());
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date}T{hour:02}:{minute:02}:{second:02}")
    }
}
