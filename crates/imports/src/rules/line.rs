//! One line of a file while it is read: its cells by field, what was understood, and what is wrong with it.

use super::cell::CellRefused;
use super::field::Field;
use super::kind::ImportKind;
use super::mapping::Mapping;
use data_encoding::HEXLOWER;
use kernel::{Day, MinuteOfDay, Refusal, Zone};
use platform::tables::{Sheet, SheetRow};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Display;

/// The most characters of a cell that are repeated in a report.
const LONGEST_REPEATED: usize = 80;
/// The most characters of an identifier of another program.
const LONGEST_IDENTIFIER: usize = 100;

/// What is wrong with a line, or worth knowing about it: where, what was written, and which message says why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The line of the file, from 1.
    pub line: usize,
    /// The title of the column; empty when it is about the whole line.
    pub column: String,
    /// What the cell holds, shortened.
    pub value: String,
    /// The key of the message.
    pub key: String,
    /// What the message shows.
    pub arguments: Vec<(String, String)>,
}

/// What is the same for all lines of a file.
pub(crate) struct Reading<'a> {
    /// What the lines are.
    pub(crate) kind: ImportKind,
    /// The file.
    pub(crate) sheet: &'a Sheet,
    /// Which column is what.
    pub(crate) mapping: &'a Mapping,
    /// The zone in which the file's clocks stand.
    pub(crate) zone: &'a Zone,
    /// The day of the import.
    pub(crate) today: Day,
    /// When the morning of the place ends.
    pub(crate) midday: MinuteOfDay,
}

/// A line while it is read.
pub(crate) struct Line<'a> {
    reading: &'a Reading<'a>,
    row: &'a SheetRow,
    facts: BTreeMap<&'static str, String>,
    issues: Vec<Issue>,
}

impl<'a> Line<'a> {
    pub(crate) fn new(reading: &'a Reading<'a>, row: &'a SheetRow) -> Self {
        let mut line = Self {
            reading,
            row,
            facts: BTreeMap::new(),
            issues: Vec::new(),
        };
        let beyond = row
            .cells
            .iter()
            .skip(reading.sheet.headers.len())
            .find(|cell| !cell.trim().is_empty());
        if let Some(cell) = beyond {
            line.issues
                .push(issue(row.line, "", cell, &CellRefused::TooManyCells));
        }
        line
    }

    pub(crate) fn zone(&self) -> &'a Zone {
        self.reading.zone
    }

    pub(crate) fn today(&self) -> Day {
        self.reading.today
    }

    pub(crate) fn midday(&self) -> MinuteOfDay {
        self.reading.midday
    }

    /// What the line says of a field; empty when it says nothing.
    pub(crate) fn text(&self, field: Field) -> &'a str {
        let cell = self
            .reading
            .mapping
            .column(field)
            .map_or("", |column| self.row.cell(column));
        if cell.is_empty() {
            self.reading.mapping.constant(field).unwrap_or_default()
        } else {
            cell
        }
    }

    /// What the cell means; nothing when it is empty, or refused, which is noted.
    pub(crate) fn read<T, R: Refusal>(
        &mut self,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, R>,
    ) -> Option<T> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        match parse(text) {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.refuse(field, &refusal);
                None
            }
        }
    }

    /// As [`Line::read`], and the value tells this line from others.
    pub(crate) fn fact<T: Display, R: Refusal>(
        &mut self,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, R>,
    ) -> Option<T> {
        let value = self.read(field, parse)?;
        self.note(field, &value);
        Some(value)
    }

    /// As [`Line::fact`], and an empty cell is refused.
    pub(crate) fn need<T: Display, R: Refusal>(
        &mut self,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, R>,
    ) -> Option<T> {
        if self.text(field).is_empty() {
            self.refuse(field, &CellRefused::Missing);
            return None;
        }
        self.fact(field, parse)
    }

    /// Notes a value that tells this line from others.
    pub(crate) fn note(&mut self, field: Field, value: &impl Display) {
        self.facts.insert(field.code(), value.to_string());
    }

    /// Notes why the cell of a field is not taken.
    pub(crate) fn refuse(&mut self, field: Field, refusal: &dyn Refusal) {
        let issue = self.issue(field, refusal);
        self.issues.push(issue);
    }

    /// What would be noted about the cell of a field.
    pub(crate) fn issue(&self, field: Field, refusal: &dyn Refusal) -> Issue {
        let column = self.reading.mapping.column(field);
        let title = column.and_then(|column| self.reading.sheet.headers.get(column));
        issue(
            self.row.line,
            title.map_or("", String::as_str),
            self.text(field),
            refusal,
        )
    }

    /// The first of these fields that has a column; the first of all when none has.
    pub(crate) fn first_mapped(&self, fields: &[Field]) -> Field {
        let mapped = fields
            .iter()
            .find(|field| self.reading.mapping.column(**field).is_some());
        mapped.or(fields.first()).copied().unwrap_or(Field::Identifier)
    }

    /// What is wrong with the line so far.
    pub(crate) fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    pub(crate) fn has_issues(&self) -> bool {
        !self.issues.is_empty()
    }

    /// What names this line for ever in the place: its identifier when it has one, else what it says; and what it says,
    /// in one spelling, whatever the separator, the encoding and the way of writing days.
    pub(crate) fn mark(&mut self) -> Mark {
        let identifier = self.text(Field::Identifier).to_owned();
        if identifier.chars().count() > LONGEST_IDENTIFIER {
            self.refuse(Field::Identifier, &CellRefused::NotOnOneLine);
        }
        let mut hash = Sha256::new();
        for (field, value) in &self.facts {
            hash.update(format!("{field}\u{1f}{value}\u{1e}"));
        }
        let digest = HEXLOWER.encode(&hash.finalize());
        let fingerprint: String = digest.chars().take(32).collect();
        let identified = !identifier.is_empty();
        let reference = if identified {
            format!("id:{identifier}")
        } else {
            format!("line:{fingerprint}")
        };
        Mark {
            reference,
            fingerprint,
            identified,
        }
    }
}

/// What names a line, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Names the line for ever in the place.
    pub(crate) reference: String,
    /// Changes with what the line says.
    pub(crate) fingerprint: String,
    /// Whether the other program gave it an identifier.
    pub(crate) identified: bool,
}

/// Something to say about a line.
pub(crate) fn issue(line: usize, column: &str, value: &str, refusal: &dyn Refusal) -> Issue {
    let arguments = refusal
        .arguments()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    Issue {
        line,
        column: column.to_owned(),
        value: value.chars().take(LONGEST_REPEATED).collect(),
        key: refusal.key().to_owned(),
        arguments: arguments.collect(),
    }
}
