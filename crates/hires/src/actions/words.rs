//! Words between a customer and the place.

use super::{at, known, numbered, record};
use crate::letters::{self, Letter};
use crate::permissions::ANSWER;
use crate::rules::hire::{At, Hire, HireRefused, Message};
use crate::store::messages;
use billing::{Quote, QuoteState};
use kernel::{Actor, Id, Money};
use platform::database::Tx;
use platform::{Failure, Fault};

/// Writes to the customer.
///
/// # Errors
/// [`HireRefused::Text`].
pub fn reply(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>, body: &str) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    known(tx, actor.place, id)?;
    let message = say(tx, actor, id, (body, false))?;
    letters::ask(tx, actor, &Letter::Reply { hire: id, message })?;
    Ok(())
}

/// The customer asks something about a quote; anybody who holds its secret may.
///
/// # Errors
/// [`HireRefused::Text`]; [`Fault::NotFound`] when it is no quote of a request.
pub fn question(tx: &mut Tx<'_>, actor: &Actor, quote: Id<Quote>, body: &str) -> Result<(), Failure<At>> {
    let quote = billing::quote(tx, actor.place, quote)?;
    if quote.state == QuoteState::Draft {
        return Err(Failure::Fault(Fault::NotFound));
    }
    let id = Id::from_i64(quote.source.id);
    known(tx, actor.place, id)?;
    let message = say(tx, actor, id, (body, true))?;
    record(tx, actor, "hire.question", id, numbered(&quote))?;
    letters::ask(
        tx,
        actor,
        &Letter::Question {
            hire: id,
            quote: quote.id,
            message,
        },
    )?;
    Ok(())
}

fn say(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    (body, from_customer): (&str, bool),
) -> Result<Id<Message>, Failure<At>> {
    let body = prose(body).ok_or_else(|| at("message", HireRefused::Text))?;
    let message = Message {
        id: tx.new_id(),
        from_customer,
        body,
        written_at: tx.now(),
        by: actor.person.filter(|_| !from_customer),
    };
    messages::insert(tx, actor.place, id, &message)?;
    Ok(message.id)
}

/// A text of one to two thousand characters that can be printed.
pub(crate) fn prose(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    let sane = (1..=2_000).contains(&text.chars().count())
        && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
    sane.then_some(text)
}

/// Whether an amount of money may be asked for as a guarantee.
pub(crate) fn is_sane(amount: Money) -> bool {
    (0..=10_000_000).contains(&amount.cents())
}
