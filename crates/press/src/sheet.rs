//! A list with columns: day sheet, register, sign-in sheet.

use kernel::{Day, Locale};
use serde::Serialize;

use crate::{Colour, PdfDate, PressFault};

/// A document that is one table, over as many A4 pages as it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The language of the document.
    pub locale: Locale,
    /// The name of the place, at the head of each page.
    pub place: String,
    /// What it is.
    pub title: String,
    /// Of when, of whom.
    pub subtitle: Option<String>,
    /// The day it was printed for; the date of the PDF.
    pub printed: Day,
    /// Upright or lying.
    pub orientation: Orientation,
    /// The columns, at least one.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// A word under the table.
    pub note: Option<String>,
    /// Before the number of the page: "Page 2 / 3".
    pub page_label: String,
    /// The colour of the place.
    pub brand: Colour,
}

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    Portrait,
    /// Lying.
    Landscape,
}

/// One column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// To which side its cells lean; numbers to the end.
    pub alignment: Alignment,
    /// How wide it is.
    pub width: Width,
}

/// To which side text leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    /// Where reading begins: words.
    Start,
    /// Where reading ends: numbers.
    End,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As wide as its widest cell.
    Fit,
    /// This many shares of what the fitting columns leave.
    Share(u8),
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A heading across the columns, repeated on each page where its rows go on.
    Heading(String),
    /// A cell for each column.
    Cells(Vec<String>),
    /// The same, made to stand out, and kept on the page of the row before it.
    Total(Vec<String>),
}

#[derive(Serialize)]
pub(crate) struct SheetView<'a> {
    lang: &'static str,
    brand: Colour,
    place: &'a str,
    title: &'a str,
    subtitle: Option<&'a str>,
    printed: PdfDate,
    landscape: bool,
    columns: Vec<ColumnView<'a>>,
    rows: Vec<RowView<'a>>,
    note: Option<&'a str>,
    page: &'a str,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    heading: &'a str,
    alignment: Alignment,
    /// 0 for a column as wide as its widest cell.
    share: u8,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum RowView<'a> {
    Heading { text: &'a str },
    Cells { cells: &'a [String] },
    Total { cells: &'a [String] },
}

impl<'a> SheetView<'a> {
    pub(crate) fn of(sheet: &'a Sheet) -> Result<Self, PressFault> {
        let rows = sheet.rows.iter().enumerate();
        Ok(Self {
            lang: sheet.locale.code(),
            brand: sheet.brand,
            place: &sheet.place,
            title: &sheet.title,
            subtitle: sheet.subtitle.as_deref(),
            printed: PdfDate::of(sheet.printed),
            landscape: sheet.orientation == Orientation::Landscape,
            columns: sheet.columns.iter().map(ColumnView::of).collect(),
            rows: rows
                .map(|(position, row)| RowView::of(position, row, sheet.columns.len()))
                .collect::<Result<_, _>>()?,
            note: sheet.note.as_deref(),
            page: &sheet.page_label,
        })
    }
}

impl<'a> ColumnView<'a> {
    fn of(column: &'a Column) -> Self {
        let share = match column.width {
            Width::Fit => 0,
            Width::Share(share) => share,
        };
        Self {
            heading: &column.heading,
            alignment: column.alignment,
            share,
        }
    }
}

impl<'a> RowView<'a> {
    fn of(position: usize, row: &'a Row, columns: usize) -> Result<Self, PressFault> {
        match row {
            Row::Heading(text) => Ok(Self::Heading { text }),
            Row::Cells(cells) | Row::Total(cells) if cells.len() != columns => Err(PressFault::UnevenRow {
                row: position,
                cells: cells.len(),
                columns,
            }),
            Row::Cells(cells) => Ok(Self::Cells { cells }),
            Row::Total(cells) => Ok(Self::Total { cells }),
        }
    }
}
