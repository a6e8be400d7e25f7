//! Writing a quote, sending it, and what becomes of it. The caller has authorised each act.

use super::quote_register::{ACCEPTANCES, REGISTER, accepted_content, sent_content};
use crate::rules::catalogue::Basis;
use crate::rules::catalogue::Unit;
use crate::rules::charge::{NewCharge, Source};
use crate::rules::quantity::Quantity;
use crate::rules::quote::{
    Acceptance, Conditions, Quote, QuoteAct, QuoteFacts, QuoteLine, QuoteNumber, QuoteRefusal, QuoteState,
};
use crate::store::{products, quote_keys, quotes, sellers};
use kernel::{Actor, CustomerId, Day, DocumentId, Id, Money, PersonId, Rate};
use platform::activity::{self, Subject};
use platform::chain;
use platform::counter;
use platform::database::Tx;
use platform::failure::{Failure, Fault, OrNotFound};
use platform::place;
use serde_json::json;

/// A yes, as the customer gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yes {
    /// Who says it, and from where.
    pub acceptance: Acceptance,
    /// The positions of the options that are taken.
    pub options: Vec<usize>,
    /// The conditions that were accepted.
    pub conditions: Option<Id<Conditions>>,
    /// The total with VAT that was shown.
    pub shown: Money,
}

/// Begins a quote for something.
///
/// # Errors
/// [`QuoteRefusal`] when what is written cannot be kept.
pub fn draft_quote(
    tx: &mut Tx<'_>,
    actor: &Actor,
    source: Source,
    facts: QuoteFacts,
) -> Result<Id<Quote>, Failure<QuoteRefusal>> {
    check(tx, actor, &facts)?;
    let quote = Quote {
        id: tx.new_id(),
        source,
        number: None,
        state: QuoteState::Draft,
        facts,
        currency: place::get(tx, actor.place)?.currency,
        seller: None,
        conditions: None,
        issued_on: None,
        sent_at: None,
        reminded_at: None,
        answered_at: None,
        acceptance: None,
        reason: String::new(),
        document: None,
        created_at: tx.now(),
        created_by: actor.account,
    };
    quotes::insert(tx, actor.place, &quote)?;
    record(tx, actor, "quote.drafted", &quote)?;
    Ok(quote.id)
}

/// Writes on a draft.
///
/// # Errors
/// [`QuoteRefusal`]; [`Fault::NotFound`].
pub fn change_quote(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Quote>,
    facts: &QuoteFacts,
) -> Result<(), Failure<QuoteRefusal>> {
    let quote = held(tx, actor, id, QuoteAct::Change)?;
    check(tx, actor, facts)?;
    quotes::update(tx, actor.place, quote.id, facts)?;
    Ok(())
}

/// Gives a draft its number: from now on it binds the place until its last day. The caller sends it.
///
/// # Errors
/// [`QuoteRefusal`]; nothing is numbered then.
pub fn send_quote(tx: &mut Tx<'_>, actor: &Actor, id: Id<Quote>) -> Result<Quote, Failure<QuoteRefusal>> {
    let mut quote = held(tx, actor, id, QuoteAct::Send)?;
    check(tx, actor, &quote.facts)?;
    if !quote.facts.lines.iter().any(|line| !line.optional) {
        return Err(Failure::Refused(QuoteRefusal::NoLine));
    }
    let today = today(tx, actor)?;
    let seller = sellers::in_force(tx, actor.place, today)?;
    quote.seller = Some(seller.ok_or(Failure::Refused(QuoteRefusal::NoSeller))?);
    quote.conditions = quote_keys::conditions_in_force(tx, actor.place)?.map(|conditions| conditions.id);
    let number = counter::next(tx, actor.place, &QuoteNumber::counter(today.year()))?;
    quote.number = Some(QuoteNumber {
        year: today.year(),
        number,
    });
    quote.state = QuoteState::Sent;
    quote.issued_on = Some(today);
    quote.sent_at = Some(tx.now());
    quotes::set_standing(tx, actor.place, &quote)?;
    chain::append(tx, actor.place, REGISTER, quote.id, &sent_content(&quote))?;
    record(tx, actor, "quote.sent", &quote)?;
    Ok(quote)
}

/// The customer says yes to what was shown.
///
/// # Errors
/// [`QuoteRefusal`]: its time is over, it was answered or taken back, other conditions or another total were shown.
pub fn accept_quote(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Quote>,
    yes: &Yes,
) -> Result<Quote, Failure<QuoteRefusal>> {
    let mut quote = held(tx, actor, id, QuoteAct::Accept)?;
    let name = yes.acceptance.name.trim();
    if name.chars().count() < 2 || name.chars().count() > 200 || name.chars().any(char::is_control) {
        return Err(Failure::Refused(QuoteRefusal::TextRefused));
    }
    if quote.conditions.is_some() && yes.conditions != quote.conditions {
        return Err(Failure::Refused(QuoteRefusal::ConditionsMissing));
    }
    quote.facts.lines = taking(quote.facts.lines, &yes.options);
    if quote.facts.totals().gross != yes.shown {
        return Err(Failure::Refused(QuoteRefusal::TotalChanged));
    }
    quote.state = QuoteState::Accepted;
    quote.answered_at = Some(tx.now());
    quote.acceptance = Some(Acceptance {
        name: name.to_owned(),
        from: yes.acceptance.from.clone(),
    });
    quotes::choose(tx, actor.place, &quote)?;
    quotes::set_standing(tx, actor.place, &quote)?;
    chain::append(tx, actor.place, ACCEPTANCES, quote.id, &accepted_content(&quote))?;
    record(tx, actor, "quote.accepted", &quote)?;
    Ok(quote)
}

/// The lines, with these options taken and the others left.
#[must_use]
pub fn taking(lines: Vec<QuoteLine>, options: &[usize]) -> Vec<QuoteLine> {
    lines
        .into_iter()
        .enumerate()
        .map(|(position, line)| QuoteLine {
            chosen: !line.optional || options.contains(&position),
            ..line
        })
        .collect()
}

/// The customer says no.
///
/// # Errors
/// [`QuoteRefusal`] when it cannot be answered any more.
pub fn decline_quote(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Quote>,
    reason: &str,
) -> Result<Quote, Failure<QuoteRefusal>> {
    close(tx, actor, id, (QuoteAct::Decline, QuoteState::Declined, reason))
}

/// The place takes it back.
///
/// # Errors
/// [`QuoteRefusal`] when it was answered, or never sent.
pub fn withdraw_quote(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Quote>,
    reason: &str,
) -> Result<Quote, Failure<QuoteRefusal>> {
    close(tx, actor, id, (QuoteAct::Withdraw, QuoteState::Withdrawn, reason))
}

/// Its last day is over.
///
/// # Errors
/// [`QuoteRefusal`] when it is not, or was answered.
pub fn expire_quote(tx: &mut Tx<'_>, actor: &Actor, id: Id<Quote>) -> Result<Quote, Failure<QuoteRefusal>> {
    close(tx, actor, id, (QuoteAct::Expire, QuoteState::Expired, ""))
}

fn close(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Quote>,
    (act, state, reason): (QuoteAct, QuoteState, &str),
) -> Result<Quote, Failure<QuoteRefusal>> {
    let mut quote = held(tx, actor, id, act)?;
    if reason.chars().count() > 2_000 || reason.contains('\0') {
        return Err(Failure::Refused(QuoteRefusal::TextRefused));
    }
    quote.state = state;
    quote.answered_at = Some(tx.now());
    quote.reason = reason.trim().to_owned();
    quotes::set_standing(tx, actor.place, &quote)?;
    let verb = match state {
        QuoteState::Declined => "quote.declined",
        QuoteState::Withdrawn => "quote.withdrawn",
        _ => "quote.expired",
    };
    record(tx, actor, verb, &quote)?;
    Ok(quote)
}

/// Notes that the customer was reminded.
///
/// # Errors
/// [`QuoteRefusal`] when there is nothing to remind of.
pub fn note_quote_reminded(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Quote>,
) -> Result<Quote, Failure<QuoteRefusal>> {
    let mut quote = held(tx, actor, id, QuoteAct::Accept)?;
    quote.reminded_at = Some(tx.now());
    quotes::set_standing(tx, actor.place, &quote)?;
    Ok(quote)
}

/// Notes the PDF that was sent; the first one stays.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn file_quote(tx: &mut Tx<'_>, actor: &Actor, id: Id<Quote>, document: DocumentId) -> Result<(), Fault> {
    let mut quote = quotes::lock(tx, actor.place, id)?.or_not_found()?;
    if quote.document.is_none() {
        quote.document = Some(document);
        quotes::set_standing(tx, actor.place, &quote)?;
    }
    Ok(())
}

/// The charge that a line of an accepted quote makes: what was accepted, to the cent.
#[must_use]
pub fn quoted_charge(
    quote: &Quote,
    position: usize,
    (customer, person): (CustomerId, Option<PersonId>),
) -> Option<NewCharge> {
    let line = quote.facts.lines.get(position)?;
    let amount = line.amount(quote.facts.discount);
    // With a discount the price of one may not be a whole cent: the line is charged in one piece.
    let whole = quote.facts.discount == Rate::ZERO;
    Some(NewCharge {
        customer,
        person,
        product: line.product,
        label: line.label.clone(),
        detail: line.detail.clone(),
        quantity: if whole { line.quantity } else { Quantity::ONE },
        unit: if whole { line.unit } else { Unit::Piece },
        unit_price: if whole { line.unit_price } else { amount },
        basis: Basis::Net,
        rate: line.vat.rate,
        service: quote.facts.service,
        source: Source::new("quote", quote.id),
        source_key: format!("quote:{}:{position}", quote.id),
    })
}

fn held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Quote>,
    act: QuoteAct,
) -> Result<Quote, Failure<QuoteRefusal>> {
    let quote = quotes::lock(tx, actor.place, id)?.or_not_found()?;
    let today = today(tx, actor)?;
    quote.may(act, today).map_err(Failure::Refused)?;
    Ok(quote)
}

fn check(tx: &mut Tx<'_>, actor: &Actor, facts: &QuoteFacts) -> Result<(), Failure<QuoteRefusal>> {
    let today = today(tx, actor)?;
    facts.check(today).map_err(Failure::Refused)?;
    for line in &facts.lines {
        if products::find(tx, actor.place, line.product)?.is_none() {
            return Err(Failure::Refused(QuoteRefusal::UnknownProduct));
        }
    }
    Ok(())
}

fn today(tx: &mut Tx<'_>, actor: &Actor) -> Result<Day, Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    Ok(tx.today(&zone))
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, quote: &Quote) -> Result<(), Fault> {
    let detail = json!({ "number": quote.number.map(|number| number.to_string()).unwrap_or_default() });
    activity::record(tx, actor, verb, Subject::new("quote", quote.id), detail)?;
    Ok(())
}
