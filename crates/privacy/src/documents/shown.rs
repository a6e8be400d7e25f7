//! How a value of a declared column is written: for programs, and for people.

use kernel::{Day, Instant, Money};
use platform::database::Value;
use platform::web::Words;
use serde_json::{Value as Json, json};

/// What a column holds, by how the house names columns.
enum Meaning {
    Moment,
    Amount,
    Other,
}

fn meaning(column: &str) -> Meaning {
    if column == "at" || column.ends_with("_at") {
        Meaning::Moment
    } else if column.ends_with("_cents") {
        Meaning::Amount
    } else {
        Meaning::Other
    }
}

/// For programs: moments as RFC 3339 in UTC, amounts as whole cents, days as `YYYY-MM-DD`.
pub(super) fn for_programs(column: &str, value: &Value) -> Json {
    match (value, meaning(column)) {
        (Value::Int(micros), Meaning::Moment) => json!(Instant::from_micros(*micros).to_string()),
        (Value::Int(number), _) => json!(number),
        (Value::Text(text), _) => json!(text),
        (Value::Null | Value::Bytes(_), _) => Json::Null,
    }
}

/// For people, in their language and the zone of the place.
pub(super) fn for_people(column: &str, value: &Value, words: &Words) -> String {
    match (value, meaning(column)) {
        (Value::Int(micros), Meaning::Moment) => words.when(Instant::from_micros(*micros)),
        (Value::Int(cents), Meaning::Amount) => words.money(Money::from_cents(*cents)),
        (Value::Int(number), Meaning::Other) => number.to_string(),
        (Value::Text(text), _) => match Day::parse(text) {
            Ok(day) => words.day_short(day),
            Err(_) => text.clone(),
        },
        (Value::Null | Value::Bytes(_), _) => String::new(),
    }
}
