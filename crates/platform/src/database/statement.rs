//! Statements known to the program before it runs, and the rows they answer with.
//!
//! ```
//! use platform::database::{row, statement};
//!
//! row! {
//!     /// A person as the directory shows them.
//!     pub(crate) struct PersonRow {
//!         id: i64,
//!         given_name: String,
//!         phone: Option<String>,
//!     }
//! }
//!
//! statement! {
//!     /// One person of a place.
//!     BY_ID -> PersonRow = "
//!         select id, given_name, phone
//!         from person
//!         where place_id = $1 and id = $2
//!         for update";
//!
//!     FORGET_PHONE = "update person set phone = null where place_id = $1 and id = $2";
//! }
//! # fn main() {}
//! ```
//!
//! Every statement of the program lands in [`statements`], so that one test can prepare them all on both
//! engines and compare their columns with the row (see [`super::check_all_statements`]).
//!
//! What one text must keep to, so that both engines agree: parameters are `$1`, `$2`…; a sum of `bigint` is
//! written `cast(sum(…) as bigint)`, because PostgreSQL sums into `numeric`; a pattern has its `escape '\'`;
//! text compares by code point on both engines (the applier of migrations and the openers see to it).

use std::marker::PhantomData;
use std::sync::OnceLock;

use super::error::DatabaseError;
use super::value::{FromValue, Kind, Value};

/// A column that a row reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The name, as the statement must call it.
    pub name: &'static str,
    /// The kind of value it holds.
    pub kind: Kind,
    /// True when it may hold nothing.
    pub nullable: bool,
}

/// A type made from one answered row. Written by [`row!`](crate::database::row).
pub trait Row: Sized {
    /// The columns, in the order the statement lists them.
    const COLUMNS: &'static [Column];

    /// Parses the values of one row.
    ///
    /// # Errors
    /// [`DatabaseError::Value`] names the column that does not hold what its type says.
    fn from_values(values: Vec<Value>) -> Result<Self, DatabaseError>;
}

/// The row of a statement that answers with no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRow;

impl Row for NoRow {
    const COLUMNS: &'static [Column] = &[];

    fn from_values(_: Vec<Value>) -> Result<Self, DatabaseError> {
        Ok(Self)
    }
}

/// One statement and the row it answers with. Written by [`statement!`](crate::database::statement).
#[derive(Debug)]
pub struct Statement<R> {
    facts: &'static Facts,
    row: PhantomData<fn() -> R>,
}

impl<R: Row> Statement<R> {
    /// A statement over its registered facts.
    pub const fn new(facts: &'static Facts) -> Self {
        Self {
            facts,
            row: PhantomData,
        }
    }

    /// What is known of the statement without running it.
    pub fn facts(&self) -> &'static Facts {
        self.facts
    }
}

/// What is known of a statement without running it.
#[derive(Debug)]
pub struct Facts {
    /// The name of its static.
    pub name: &'static str,
    /// The file it is written in.
    pub file: &'static str,
    /// The line in that file.
    pub line: u32,
    /// The text as written.
    pub sql: &'static str,
    /// The columns its row reads; empty when it answers with no row.
    pub columns: &'static [Column],
    sqlite: OnceLock<String>,
}

impl Facts {
    /// The facts of one statement.
    pub const fn new(
        name: &'static str,
        file: &'static str,
        line: u32,
        sql: &'static str,
        columns: &'static [Column],
    ) -> Self {
        Self {
            name,
            file,
            line,
            sql,
            columns,
            sqlite: OnceLock::new(),
        }
    }

    /// The text for SQLite, made once.
    pub(super) fn sqlite(&self) -> &str {
        self.sqlite.get_or_init(|| for_sqlite(self.sql))
    }
}

/// Parameters become `?1`, and a row lock at the end goes: there is one writer, so the row is held already.
pub(super) fn for_sqlite(sql: &str) -> String {
    let text = sql.trim_end().trim_end_matches(';').trim_end();
    let text = text.strip_suffix("skip locked").map_or(text, str::trim_end);
    let text = text.strip_suffix("for update").map_or(text, str::trim_end);
    let mut out = String::with_capacity(text.len());
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '\'' => {
                quoted = !quoted;
                out.push(letter);
            }
            '$' if !quoted => out.push('?'),
            _ => out.push(letter),
        }
    }
    out
}

/// The statements of the whole program, gathered by the linker.
#[linkme::distributed_slice]
pub static STATEMENTS: [&'static Facts];

/// Every statement linked into this program.
pub fn statements() -> &'static [&'static Facts] {
    &STATEMENTS
}

/// Reads the next value of a row; used by [`row!`](crate::database::row).
///
/// # Errors
/// [`DatabaseError::Value`] when the value is missing or does not fit.
pub fn next_value<T: FromValue>(
    values: &mut std::vec::IntoIter<Value>,
    column: &'static str,
) -> Result<T, DatabaseError> {
    let wrong = |reason: String| DatabaseError::Value {
        column: column.to_owned(),
        reason,
    };
    let value = values
        .next()
        .ok_or_else(|| wrong("the statement answers with fewer columns".to_owned()))?;
    T::from_value(value).map_err(|error| wrong(error.0))
}

/// A private struct for the rows of one or several statements: see the [module](crate::database::statement).
#[macro_export]
#[doc(hidden)]
macro_rules! __database_row {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident {
            $($(#[$field_attribute:meta])* $field_visibility:vis $field:ident : $type:ty),* $(,)?
        }
    )*) => {$(
        $(#[$attribute])*
        $visibility struct $name {
            $($(#[$field_attribute])* $field_visibility $field: $type,)*
        }

        impl $crate::database::Row for $name {
            const COLUMNS: &'static [$crate::database::Column] = &[
                $($crate::database::Column {
                    name: stringify!($field),
                    kind: <$type as $crate::database::FromValue>::KIND,
                    nullable: <$type as $crate::database::FromValue>::NULLABLE,
                },)*
            ];

            fn from_values(
                values: ::std::vec::Vec<$crate::database::Value>,
            ) -> ::std::result::Result<Self, $crate::database::DatabaseError> {
                let mut values = values.into_iter();
                Ok(Self {
                    $($field: $crate::database::next_value(&mut values, stringify!($field))?,)*
                })
            }
        }
    )*};
}

/// One or several registered statements: see the [module](crate::database::statement).
#[macro_export]
#[doc(hidden)]
macro_rules! __database_statement {
    () => {};
    ($(#[$attribute:meta])* $visibility:vis $name:ident -> $row:ty = $sql:expr; $($rest:tt)*) => {
        $(#[$attribute])*
        $visibility static $name: $crate::database::Statement<$row> = {
            static FACTS: $crate::database::Facts = $crate::database::Facts::new(
                stringify!($name),
                file!(),
                line!(),
                $sql,
                <$row as $crate::database::Row>::COLUMNS,
            );
            #[allow(unsafe_code, reason = "linkme gathers statics in a section of the program")]
            #[$crate::database::distributed_slice($crate::database::STATEMENTS)]
            #[linkme(crate = $crate::database::linkme)]
            static REGISTERED: &'static $crate::database::Facts = &FACTS;
            $crate::database::Statement::new(&FACTS)
        };
        $crate::__database_statement! { $($rest)* }
    };
    ($(#[$attribute:meta])* $visibility:vis $name:ident = $sql:expr; $($rest:tt)*) => {
        $crate::__database_statement! {
            $(#[$attribute])* $visibility $name -> $crate::database::NoRow = $sql;
        }
        $crate::__database_statement! { $($rest)* }
    };
}

/// The parameters of a statement, in order.
#[macro_export]
#[doc(hidden)]
macro_rules! __database_params {
    ($($value:expr),* $(,)?) => {
        [$($crate::database::ToValue::to_value(&$value)),*]
    };
}
