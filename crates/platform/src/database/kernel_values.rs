//! How the words of the kernel are stored: identifiers and moments as numbers, money in cents, the rest as the
//! text that its own `parse` reads back.

use kernel::{Day, Id, Instant, MinuteOfDay, Money, Rate, Weekday};

use super::value::{FromValue, Kind, ToValue, Value, WrongValue};

impl<T> ToValue for Id<T> {
    fn to_value(&self) -> Value {
        Value::Int(self.as_i64())
    }
}

impl<T> FromValue for Id<T> {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        i64::from_value(value).map(Self::from_i64)
    }
}

impl ToValue for Instant {
    fn to_value(&self) -> Value {
        Value::Int(self.micros())
    }
}

impl FromValue for Instant {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        i64::from_value(value).map(Self::from_micros)
    }
}

impl ToValue for Money {
    fn to_value(&self) -> Value {
        Value::Int(self.cents())
    }
}

impl FromValue for Money {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        i64::from_value(value).map(Self::from_cents)
    }
}

impl ToValue for Rate {
    fn to_value(&self) -> Value {
        Value::Int(self.basis_points())
    }
}

impl FromValue for Rate {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        i64::from_value(value).map(Self::from_basis_points)
    }
}

impl ToValue for MinuteOfDay {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(self.minutes()))
    }
}

impl FromValue for MinuteOfDay {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        let minutes = u16::from_value(value)?;
        Self::from_minutes(minutes).map_err(|_| WrongValue::new("a minute of the day", minutes))
    }
}

impl ToValue for Weekday {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(self.number()))
    }
}

impl FromValue for Weekday {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        let number = u8::from_value(value)?;
        Self::from_number(number).ok_or_else(|| WrongValue::new("a weekday from 1 to 7", number))
    }
}

/// Stores types as their text: each has `Display`, and a `parse(&str)` that reads exactly this text back.
/// Made for the enums of [`kernel::codes!`] and for checked texts.
///
/// ```
/// kernel::codes! {
///     /// How a person came in.
///     pub enum Door {
///         /// By the street.
///         Street = "street",
///         /// By the yard.
///         Yard = "yard",
///     }
/// }
///
/// platform::database::text_value!(Door);
/// # fn main() {}
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! __database_text_value {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::database::ToValue for $type {
            fn to_value(&self) -> $crate::database::Value {
                $crate::database::Value::Text(::std::string::ToString::to_string(self))
            }
        }

        impl $crate::database::FromValue for $type {
            const KIND: $crate::database::Kind = $crate::database::Kind::Text;

            fn from_value(
                value: $crate::database::Value,
            ) -> ::std::result::Result<Self, $crate::database::WrongValue> {
                let text = <::std::string::String as $crate::database::FromValue>::from_value(value)?;
                <$type>::parse(&text).map_err(|_| $crate::database::WrongValue::new(stringify!($type), &text))
            }
        }
    )+};
}

crate::__database_text_value!(
    Day,
    kernel::Audience,
    kernel::Bic,
    kernel::Currency,
    kernel::Email,
    kernel::Iban,
    kernel::Locale,
    kernel::Month,
    kernel::Name,
    kernel::Phone,
    kernel::Role,
    kernel::Siren,
    kernel::Siret,
    kernel::VatNumber,
    kernel::Zone,
);
