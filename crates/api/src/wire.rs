//! Values as they travel: texts that their own constructors read, moments with their offset, amounts in cents, lists in parts.

use kernel::{
    Audience, Currency, Day, Email, Id, Instant, Money, Name, Period, Phone, Refusal, Siren, VatNumber, Zone,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::Display;

/// A value with a textual form of its own.
pub(crate) trait Written: Sized {
    /// What its text looks like.
    fn schema() -> Schema;
    /// Reads its text.
    fn read(text: &str) -> Result<Self, Box<dyn Refusal>>;
}

/// A value that travels as its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wire<T>(pub(crate) T);

impl<T: Display> Serialize for Wire<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: Written> Deserialize<'de> for Wire<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::read(&text)
            .map(Self)
            .map_err(|refusal| D::Error::custom(carried(refusal.as_ref())))
    }
}

impl<T: Written> JsonSchema for Wire<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn schema_id() -> Cow<'static, str> {
        std::any::type_name::<T>().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        T::schema()
    }
}

/// A refusal as the message of a reader's error, so that it can be told in the reader's language.
pub(crate) fn carried(refusal: &dyn Refusal) -> String {
    serde_json::json!({ "refused": refusal.key(), "with": refusal.arguments() }).to_string()
}

fn boxed(refusal: impl Refusal + 'static) -> Box<dyn Refusal> {
    Box::new(refusal)
}

/// Each with its own reader, and what its text looks like.
macro_rules! written {
    ($($kind:ty => $schema:tt),+ $(,)?) => {
        $(impl Written for $kind {
            fn schema() -> Schema {
                json_schema!($schema)
            }

            fn read(text: &str) -> Result<Self, Box<dyn Refusal>> {
                Self::parse(text).map_err(boxed)
            }
        })+
    };
}

written!(
    Day => { "type": "string", "format": "date" },
    Instant => { "type": "string", "format": "date-time" },
    Email => { "type": "string", "format": "email", "maxLength": 254 },
    Name => { "type": "string", "minLength": 1, "maxLength": 200 },
    Phone => { "type": "string", "examples": ["+33612345678"] },
    Siren => { "type": "string", "pattern": "^[0-9]{9}$", "examples": ["732829320"] },
    kernel::MinuteOfDay => { "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "examples": ["09:00"] },
    spaces::Recurrence => { "type": "string", "maxLength": 500, "examples": ["FREQ=WEEKLY;COUNT=10"] },
    VatNumber => { "type": "string", "examples": ["FR44732829320"] },
);

impl<T> Written for Id<T> {
    fn schema() -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-7][0-9a-hjkmnp-tv-z]{12}$", "description": "An identifier." })
    }

    fn read(text: &str) -> Result<Self, Box<dyn Refusal>> {
        Self::parse(text).map_err(boxed)
    }
}

/// Closed lists travel as their codes.
macro_rules! coded {
    ($($list:ty),+ $(,)?) => {
        $(impl Written for $list {
            fn schema() -> Schema {
                let codes: Vec<&str> = Self::ALL.iter().map(|one| one.code()).collect();
                json_schema!({ "type": "string", "enum": codes })
            }

            fn read(text: &str) -> Result<Self, Box<dyn Refusal>> {
                Self::parse(text).map_err(boxed)
            }
        })+
    };
}

coded!(
    Audience,
    kernel::Role,
    crate::rules::scope::Scope,
    crate::rules::door::Reason,
    billing::Basis,
    billing::Family,
    billing::QuoteState,
    billing::Unit,
    spaces::BookingState,
    spaces::CheckInKind,
    spaces::ExtraUnit,
    spaces::InvitationAnswer,
    spaces::Part,
    spaces::ResourceKind,
    spaces::rules::waiting::WaitingState,
    spaces::Welcome,
    directory::NoticeKind,
    directory::Outcome,
    events::EventKind,
    events::EventState,
    events::OpenTo,
    events::RegistrationState,
    hires::HireState,
    hires::Occasion,
);

/// A moment in RFC 3339, with the offset of the place.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct When(String);

impl When {
    pub(crate) fn new(instant: Instant, zone: &Zone) -> Self {
        Self(zone.rfc3339(instant))
    }
}

impl JsonSchema for When {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        Instant::schema()
    }
}

/// Money: whole cents with their currency.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Amount {
    /// Whole cents.
    cents: i64,
    /// ISO 4217.
    currency: String,
}

impl Amount {
    pub(crate) fn new(money: Money, currency: Currency) -> Self {
        Self {
            cents: money.cents(),
            currency: currency.to_string(),
        }
    }
}

/// From a moment, included, to another, excluded.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Span {
    starts_at: When,
    ends_at: When,
}

impl Span {
    pub(crate) fn new(period: Period, zone: &Zone) -> Self {
        Self {
            starts_at: When::new(period.start(), zone),
            ends_at: When::new(period.end(), zone),
        }
    }
}

/// A part of a list.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Listed<T> {
    /// What is in this part.
    items: Vec<T>,
    /// Give it back as `cursor` for the next part; nothing when this is the last.
    next: Option<String>,
}

impl<T> Listed<T> {
    /// A list that always fits one part.
    pub(crate) const fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }

    /// What was read, one more than `limit` where there is more; `mark` says where one of them stands in the list.
    pub(crate) fn of<R>(
        mut read: Vec<R>,
        limit: i64,
        mark: impl Fn(&R) -> String,
        shown: impl Fn(R) -> T,
    ) -> Self {
        let limit = usize::try_from(limit).unwrap_or(0);
        let more = read.len() > limit;
        read.truncate(limit);
        let last = read.last().filter(|_| more);
        let next = last.map(|last| data_encoding::BASE64URL_NOPAD.encode(mark(last).as_bytes()));
        Self {
            items: read.into_iter().map(shown).collect(),
            next,
        }
    }
}

/// How many things are in a part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit(i64);

impl Limit {
    const USUAL: i64 = 50;
    const MOST: i64 = 200;
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let limit = text.parse().ok().filter(|limit| (1..=Self::MOST).contains(limit));
        limit
            .map(Self)
            .ok_or_else(|| D::Error::custom("a number from 1 to 200"))
    }
}

impl JsonSchema for Limit {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": Self::MOST, "default": Self::USUAL })
    }
}

/// How many were asked for.
pub(crate) fn asked_limit(limit: Option<Limit>) -> i64 {
    limit.map_or(Limit::USUAL, |limit| limit.0)
}

/// Where the part before ended: what [`Listed::of`] was told.
#[derive(Debug, Clone)]
pub(crate) struct Cursor(String);

impl Cursor {
    /// The mark, read by `read`.
    pub(crate) fn mark<T>(
        cursor: Option<&Self>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, crate::trouble::Trouble> {
        let Some(Self(text)) = cursor else { return Ok(None) };
        let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok();
        let mark = bytes.and_then(|bytes| read(&String::from_utf8(bytes).ok()?));
        mark.map(Some)
            .ok_or_else(|| crate::trouble::Trouble::field("cursor", "api-refused-cursor"))
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for Cursor {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Cursor".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "maxLength": 200, "description": "The `next` of the part before." })
    }
}
