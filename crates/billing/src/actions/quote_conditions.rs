//! General conditions of quotes.

use crate::rules::quote::{Conditions, QuoteRefusal};
use crate::store::quote_keys;
use kernel::{Actor, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::failure::Failure;
use serde_json::json;

/// Publishes the general conditions that go with quotes from now on. What was sent keeps its own.
///
/// # Errors
/// [`QuoteRefusal::TextRefused`] when there is no text, or one of more than forty thousand characters.
pub fn publish_conditions(
    tx: &mut Tx<'_>,
    actor: &Actor,
    body: &str,
) -> Result<Id<Conditions>, Failure<QuoteRefusal>> {
    let body = body.replace("\r\n", "\n").trim().to_owned();
    if body.is_empty() || body.chars().count() > 40_000 || body.contains('\0') {
        return Err(Failure::Refused(QuoteRefusal::TextRefused));
    }
    let last = quote_keys::conditions_in_force(tx, actor.place)?;
    let conditions = Conditions {
        id: tx.new_id(),
        version: last.map_or(0, |last| last.version).saturating_add(1),
        body,
        published_at: tx.now(),
    };
    quote_keys::publish(tx, actor.place, &conditions, actor.account)?;
    let detail = json!({ "version": conditions.version });
    activity::record(
        tx,
        actor,
        "quote_conditions.published",
        Subject::new("quote_conditions", conditions.id),
        detail,
    )?;
    Ok(conditions.id)
}
