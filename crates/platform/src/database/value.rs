//! The four kinds of value that both engines hold, and how Rust types become them and come back.
//!
//! A capability that codes an enum as text writes the two conversions by hand:
//!
//! ```
//! use platform::database::{FromValue, Kind, ToValue, Value, WrongValue};
//!
//! enum Visibility { Everyone, Members }
//!
//! impl ToValue for Visibility {
//!     fn to_value(&self) -> Value {
//!         Value::text(match self { Self::Everyone => "everyone", Self::Members => "members" })
//!     }
//! }
//!
//! impl FromValue for Visibility {
//!     const KIND: Kind = Kind::Text;
//!     fn from_value(value: Value) -> Result<Self, WrongValue> {
//!         match String::from_value(value)?.as_str() {
//!             "everyone" => Ok(Self::Everyone),
//!             "members" => Ok(Self::Members),
//!             other => Err(WrongValue::new("a visibility", other)),
//!         }
//!     }
//! }
//! ```

use std::fmt;

/// One value on its way to or from a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// No value.
    Null,
    /// A `bigint`: a count, cents, microseconds since 1970, 0 or 1.
    Int(i64),
    /// A `text`.
    Text(String),
    /// A `bytea`.
    Bytes(Vec<u8>),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// The kind of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `bigint`.
    Int,
    /// `text`.
    Text,
    /// `bytea`.
    Bytes,
}

impl Kind {
    /// The kind of a column declared in an SQLite table.
    pub(super) fn of_sqlite(declared: &str) -> Option<Self> {
        match declared.to_ascii_lowercase().as_str() {
            "integer" => Some(Self::Int),
            "text" => Some(Self::Text),
            "blob" => Some(Self::Bytes),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Int => "bigint",
            Self::Text => "text",
            Self::Bytes => "bytea",
        })
    }
}

/// A stored value that does not fit the type it is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongValue(pub String);

impl WrongValue {
    /// Says what was expected and what was found.
    pub fn new(expected: impl fmt::Display, found: impl fmt::Display) -> Self {
        Self(format!("{expected} was expected, found `{found}`"))
    }

    fn of(expected: &str, found: &Value) -> Self {
        let found = match found {
            Value::Null => "nothing",
            Value::Int(_) => "a number",
            Value::Text(_) => "a text",
            Value::Bytes(_) => "bytes",
        };
        Self(format!("{expected} was expected, found {found}"))
    }
}

/// A type that may be given as a parameter.
pub trait ToValue {
    /// The value to send.
    fn to_value(&self) -> Value;
}

/// A type that a column may be read as.
pub trait FromValue: Sized {
    /// The kind of column it lives in.
    const KIND: Kind;
    /// True for `Option`.
    const NULLABLE: bool = false;

    /// Parses the stored value.
    ///
    /// # Errors
    /// [`WrongValue`] when the value is of another kind or is refused by the type's constructor.
    fn from_value(value: Value) -> Result<Self, WrongValue>;
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, ToValue::to_value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    const KIND: Kind = T::KIND;
    const NULLABLE: bool = true;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl ToValue for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }
}

impl ToValue for i64 {
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
}

impl FromValue for i64 {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        match value {
            Value::Int(number) => Ok(number),
            other => Err(WrongValue::of("a number", &other)),
        }
    }
}

/// Smaller integers live in a `bigint` too and are checked when read.
macro_rules! small_integer {
    ($($type:ty),*) => {$(
        impl ToValue for $type {
            fn to_value(&self) -> Value {
                Value::Int(i64::from(*self))
            }
        }

        impl FromValue for $type {
            const KIND: Kind = Kind::Int;

            fn from_value(value: Value) -> Result<Self, WrongValue> {
                let number = i64::from_value(value)?;
                Self::try_from(number).map_err(|_| WrongValue::new(stringify!($type), number))
            }
        }
    )*};
}

small_integer!(i32, u32, u16, u8);

impl ToValue for bool {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
}

impl FromValue for bool {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        match i64::from_value(value)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(WrongValue::new("0 or 1", other)),
        }
    }
}

impl ToValue for str {
    fn to_value(&self) -> Value {
        Value::text(self)
    }
}

impl ToValue for String {
    fn to_value(&self) -> Value {
        Value::text(self.as_str())
    }
}

impl FromValue for String {
    const KIND: Kind = Kind::Text;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(WrongValue::of("a text", &other)),
        }
    }
}

impl ToValue for [u8] {
    fn to_value(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl ToValue for Vec<u8> {
    fn to_value(&self) -> Value {
        Value::Bytes(self.clone())
    }
}

impl FromValue for Vec<u8> {
    const KIND: Kind = Kind::Bytes;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        match value {
            Value::Bytes(bytes) => Ok(bytes),
            other => Err(WrongValue::of("bytes", &other)),
        }
    }
}

impl<const N: usize> ToValue for [u8; N] {
    fn to_value(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl<const N: usize> FromValue for [u8; N] {
    const KIND: Kind = Kind::Bytes;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        let bytes = Vec::<u8>::from_value(value)?;
        let length = bytes.len();
        Self::try_from(bytes).map_err(|_| WrongValue::new(format!("{N} bytes"), format!("{length} bytes")))
    }
}
