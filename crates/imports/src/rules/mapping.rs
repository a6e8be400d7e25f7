//! Which column holds which fact.

use super::field::Field;
use super::kind::ImportKind;
use kernel::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

kernel::refusals! {
    /// Why a mapping cannot be used.
    pub enum MappingRefused {
        /// No column says whom the lines are about.
        NobodyNamed = "imports-refused-nobody-named",
        /// No column holds the names.
        NoName = "imports-refused-no-name",
        /// No column holds the plan.
        NoPlan = "imports-refused-no-plan",
        /// No column holds the pass.
        NoPass = "imports-refused-no-pass",
        /// No column holds the room.
        NoRoom = "imports-refused-no-room",
        /// No column says when bookings begin.
        NoStart = "imports-refused-no-start",
        /// No column says on which day.
        NoDay = "imports-refused-no-day",
        /// One column is chosen for two fields.
        ColumnTwice {
            /// Its title.
            column: String
        } = "imports-refused-column-twice",
        /// The file has no such column.
        UnknownColumn {
            /// What was asked for.
            column: String,
            /// The columns there are.
            known: String
        } = "imports-refused-unknown-column",
        /// This kind of file has no such field.
        UnknownField {
            /// What was asked for.
            field: String,
            /// The fields there are.
            known: String
        } = "imports-refused-unknown-field",
        /// Not written `FIELD=COLUMN` or `FIELD==VALUE`.
        Malformed {
            /// What was written.
            text: String
        } = "imports-refused-mapping-malformed",
    }
}

/// Which column, counted from 0, holds which field; and the values that stand for a whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    columns: BTreeMap<Field, usize>,
    constants: BTreeMap<Field, String>,
}

impl Mapping {
    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(&field).copied()
    }

    /// The value that stands for every line; a column goes before it.
    #[must_use]
    pub fn constant(&self, field: Field) -> Option<&str> {
        self.constants.get(&field).map(String::as_str)
    }

    /// The field that a column holds.
    #[must_use]
    pub fn field_of(&self, column: usize) -> Option<Field> {
        let mut pairs = self.columns.iter();
        pairs.find(|(_, held)| **held == column).map(|(field, _)| *field)
    }

    /// Whether the file says anything about this field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field) || self.constants.contains_key(&field)
    }

    /// Says that a column holds a field, and no other field any more.
    pub fn set_column(&mut self, field: Field, column: usize) {
        self.columns.retain(|_, held| *held != column);
        self.columns.insert(field, column);
    }

    /// Says that no column holds this field.
    pub fn clear(&mut self, field: Field) {
        self.columns.remove(&field);
        self.constants.remove(&field);
    }

    /// Says what stands for every line; nothing when the text is empty.
    pub fn set_constant(&mut self, field: Field, value: &str) {
        match value.trim() {
            "" => self.constants.remove(&field),
            value => self.constants.insert(field, value.to_owned()),
        };
    }

    /// Adds what was said on the command line: `email=Courriel`, `plan==Resident` for one value in every line, `email=`
    /// for no column at all.
    ///
    /// # Errors
    /// [`MappingRefused`] says which part names nothing.
    pub fn with_said(
        mut self,
        kind: ImportKind,
        headers: &[String],
        said: &[String],
    ) -> Result<Self, MappingRefused> {
        for text in said {
            self.say(kind, headers, text)?;
        }
        Ok(self)
    }

    fn say(&mut self, kind: ImportKind, headers: &[String], text: &str) -> Result<(), MappingRefused> {
        let malformed = || MappingRefused::Malformed {
            text: text.to_owned(),
        };
        let (code, value) = text.split_once('=').ok_or_else(malformed)?;
        let field = field_of(kind, code.trim())?;
        if let Some(constant) = value.strip_prefix('=') {
            self.clear(field);
            self.set_constant(field, constant);
            return Ok(());
        }
        self.clear(field);
        if value.trim().is_empty() {
            return Ok(());
        }
        let wanted = fold(value);
        let column = headers.iter().position(|header| fold(header) == wanted);
        let unknown = || MappingRefused::UnknownColumn {
            column: value.trim().to_owned(),
            known: headers.join(", "),
        };
        self.set_column(field, column.ok_or_else(unknown)?);
        Ok(())
    }

    /// Whether everything that this kind of file must bring is there.
    ///
    /// # Errors
    /// [`MappingRefused`] names the first thing missing.
    pub fn check(&self, kind: ImportKind) -> Result<(), MappingRefused> {
        for group in kind.required() {
            if !group.iter().any(|field| self.has(*field)) {
                return Err(missing(kind, group));
            }
        }
        Ok(())
    }
}

fn field_of(kind: ImportKind, code: &str) -> Result<Field, MappingRefused> {
    let known = kind.fields();
    known
        .iter()
        .find(|field| field.code() == code)
        .copied()
        .ok_or_else(|| MappingRefused::UnknownField {
            field: code.to_owned(),
            known: known
                .iter()
                .map(|field| field.code())
                .collect::<Vec<_>>()
                .join(", "),
        })
}

fn missing(kind: ImportKind, group: &[Field]) -> MappingRefused {
    match (kind, group.first()) {
        (ImportKind::People | ImportKind::Organisations, _) => MappingRefused::NoName,
        (_, Some(Field::Plan)) => MappingRefused::NoPlan,
        (_, Some(Field::Pass)) => MappingRefused::NoPass,
        (_, Some(Field::Room)) => MappingRefused::NoRoom,
        (_, Some(Field::Start)) => MappingRefused::NoStart,
        (_, Some(Field::Day)) => MappingRefused::NoDay,
        _ => MappingRefused::NobodyNamed,
    }
}

#[cfg(test)]
mod tests;
