//! What a call takes: the thing its path names, what it asks, what it sends.

use crate::trouble::{FieldTrouble, Trouble};
use kernel::Id;
use platform::Fault;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A request, unread.
#[derive(Clone, Debug, Default)]
pub(crate) struct Raw {
    /// The identifier in the path; empty when it names nothing.
    pub(crate) id: String,
    /// What follows the question mark.
    pub(crate) query: String,
    /// The body.
    pub(crate) body: Vec<u8>,
}

/// What a call takes, described.
#[derive(Default)]
pub(crate) struct Takes {
    /// The path names a thing.
    pub(crate) id: bool,
    /// What may follow the question mark.
    pub(crate) query: Option<Schema>,
    /// The body.
    pub(crate) body: Option<Schema>,
}

/// Something read from a request.
pub(crate) trait Input: Sized + 'static {
    /// Reads it.
    fn read(raw: &Raw) -> Result<Self, Trouble>;
    /// Describes it.
    fn describe(takes: &mut Takes, generator: &mut SchemaGenerator);
}

impl Input for () {
    fn read(_: &Raw) -> Result<Self, Trouble> {
        Ok(())
    }

    fn describe(_: &mut Takes, _: &mut SchemaGenerator) {}
}

/// The thing that the path names. What cannot be an identifier names nothing.
pub(crate) struct One<T>(pub(crate) Id<T>);

impl<T: 'static> Input for One<T> {
    fn read(raw: &Raw) -> Result<Self, Trouble> {
        Id::parse(&raw.id).map(Self).map_err(|_| Fault::NotFound.into())
    }

    fn describe(takes: &mut Takes, _: &mut SchemaGenerator) {
        takes.id = true;
    }
}

/// What follows the question mark.
pub(crate) struct Asked<Q>(pub(crate) Q);

impl<Q: DeserializeOwned + JsonSchema + 'static> Input for Asked<Q> {
    fn read(raw: &Raw) -> Result<Self, Trouble> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&raw.query)
            .map_err(|_| Trouble::field("", "api-refused-unreadable"))?;
        let mut fields = Map::new();
        for (name, value) in pairs {
            if fields.insert(name.clone(), Value::String(value)).is_some() {
                return Err(Trouble::field(&name, "api-refused-repeated"));
            }
        }
        parsed(Value::Object(fields)).map(Self)
    }

    fn describe(takes: &mut Takes, generator: &mut SchemaGenerator) {
        takes.query = Some(generator.root_schema_for::<Q>());
    }
}

/// The body.
pub(crate) struct Sent<B>(pub(crate) B);

impl<B: DeserializeOwned + JsonSchema + 'static> Input for Sent<B> {
    fn read(raw: &Raw) -> Result<Self, Trouble> {
        let value: Value =
            serde_json::from_slice(&raw.body).map_err(|_| Trouble::field("", "api-refused-unreadable"))?;
        parsed(value).map(Self)
    }

    fn describe(takes: &mut Takes, generator: &mut SchemaGenerator) {
        takes.body = Some(generator.subschema_for::<B>());
    }
}

impl<A: Input, B: Input> Input for (A, B) {
    fn read(raw: &Raw) -> Result<Self, Trouble> {
        Ok((A::read(raw)?, B::read(raw)?))
    }

    fn describe(takes: &mut Takes, generator: &mut SchemaGenerator) {
        A::describe(takes, generator);
        B::describe(takes, generator);
    }
}

fn parsed<T: DeserializeOwned>(value: Value) -> Result<T, Trouble> {
    if holds_nul(&value) {
        return Err(Trouble::field("", "api-refused-nul"));
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        Trouble::Invalid(vec![explained(&path, &error.into_inner().to_string())])
    })
}

/// No text of the database holds the character zero.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(members) => members
            .iter()
            .any(|(name, value)| name.contains('\0') || holds_nul(value)),
        _ => false,
    }
}

/// The reader's words become a message of ours: a refusal that it carries, or one of the ways in which a value is not the one wanted.
fn explained(path: &str, words: &str) -> FieldTrouble {
    let field = if path == "." {
        String::new()
    } else {
        path.to_owned()
    };
    if let Some((key, with)) = carried(words) {
        return FieldTrouble { field, key, with };
    }
    let named = |words: &str| words.split('`').nth(1).map(str::to_owned);
    let (key, inner) = match words {
        _ if words.starts_with("missing field") => ("api-refused-missing", named(words)),
        _ if words.starts_with("unknown field") => ("api-refused-unknown-field", None),
        _ => ("api-refused-type", None),
    };
    let field = match inner {
        Some(inner) if field.is_empty() => inner,
        Some(inner) => format!("{field}.{inner}"),
        None => field,
    };
    FieldTrouble {
        field,
        key: key.to_owned(),
        with: vec![],
    }
}

fn carried(words: &str) -> Option<(String, Vec<(String, String)>)> {
    let value: Value = serde_json::from_str(words).ok()?;
    let key = value.get("refused")?.as_str()?.to_owned();
    let with = serde_json::from_value(value.get("with")?.clone()).ok()?;
    Some((key, with))
}
