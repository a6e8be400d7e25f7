//! How the words of billing are stored: codes as their text, quantities in thousandths.

use crate::rules::catalogue::{Basis, Exemption, Family, PriceFor, Unit, VatCategory};
use crate::rules::invoice::{InvoiceKind, Series};
use crate::rules::payment::Method;
use crate::rules::quantity::Quantity;
use crate::rules::quote::QuoteState;
use crate::rules::run::{ItemState, RunState, SkipReason};
use kernel::Audience;
use platform::database::{FromValue, Kind, ToValue, Value, WrongValue, text_value};

text_value!(
    Family,
    Basis,
    Unit,
    VatCategory,
    Exemption,
    InvoiceKind,
    Series,
    Method,
    RunState,
    ItemState,
    SkipReason,
    QuoteState,
);

impl ToValue for Quantity {
    fn to_value(&self) -> Value {
        Value::Int(self.thousandths())
    }
}

impl FromValue for Quantity {
    const KIND: Kind = Kind::Int;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        let thousandths = i64::from_value(value)?;
        Self::from_thousandths(thousandths).map_err(|_| WrongValue::new("a quantity", thousandths))
    }
}

/// The code of an exemption, or nothing as an empty text: it is part of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ExemptionText(pub(super) Option<Exemption>);

impl ToValue for ExemptionText {
    fn to_value(&self) -> Value {
        Value::text(self.0.map_or("", Exemption::code))
    }
}

impl FromValue for ExemptionText {
    const KIND: Kind = Kind::Text;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        let text = String::from_value(value)?;
        if text.is_empty() {
            return Ok(Self(None));
        }
        let code = Exemption::parse(&text).map_err(|_| WrongValue::new("an exemption", &text))?;
        Ok(Self(Some(code)))
    }
}

/// An empty text is everybody: it is part of a key.
impl ToValue for PriceFor {
    fn to_value(&self) -> Value {
        Value::text(self.0.map_or("", Audience::code))
    }
}

impl FromValue for PriceFor {
    const KIND: Kind = Kind::Text;

    fn from_value(value: Value) -> Result<Self, WrongValue> {
        let text = String::from_value(value)?;
        if text.is_empty() {
            return Ok(Self(None));
        }
        let code = Audience::parse(&text).map_err(|_| WrongValue::new("an audience", &text))?;
        Ok(Self(Some(code)))
    }
}
