//! Answering a request: the quote written, sent and taken back, words exchanged, or a no.

use super::buyer::buyer_of;
use super::hold::{end_of, free, keep, kept, named};
use super::words::prose;
use super::{SLOT_SOURCE, at, held_for, in_order, known, numbered, record, source_of, today, zone_of};
use crate::letters::{self, Letter};
use crate::permissions::ANSWER;
use crate::rules::hire::{At, Hire, HireAct, HireRefused, HireSlot, HireState};
use crate::store::hires;
use billing::{
    Basis, Family, Product, Quantity, Quote, QuoteFacts, QuoteLine, QuoteRefusal, Source, Unit, Vat,
};
use kernel::{Actor, Audience, Day, Id, Rate};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;
use spaces::Price;
use spaces::rules::pricing::Tariff;
use std::collections::BTreeMap;

/// The words of a quote in the language of its customer, which an action does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteWords {
    /// What it is about.
    pub subject: String,
    /// When each slot is.
    pub hours: BTreeMap<i64, String>,
}

/// Begins the quote of a request: a line for each of its spaces, at the price that a guest would pay.
///
/// # Errors
/// [`At`]: the request does not stand where it is answered, or nothing is sold here.
pub fn draft(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    words: &QuoteWords,
) -> Result<Id<Quote>, Failure<At>> {
    actor.require(ANSWER)?;
    let (hire, state) = held_for(tx, actor.place, id, HireAct::Prepare)?;
    if hire.state != state {
        hires::set_state(tx, actor.place, id, (state, ""))?;
    }
    let today = today(tx, actor.place)?;
    let facts = facts(tx, actor, &hire, (words, today))?;
    billing::draft_quote(tx, actor, source_of(id), facts).map_err(|failure| failure.map(written))
}

fn written(refusal: QuoteRefusal) -> At {
    let field = match refusal {
        QuoteRefusal::ValidityRefused => "valid_until",
        QuoteRefusal::NoLine | QuoteRefusal::TooManyLines => "line-0-label",
        QuoteRefusal::AmountRefused => "line-0-price",
        _ => "subject",
    };
    At::new(field, refusal)
}

fn facts(
    tx: &mut Tx<'_>,
    actor: &Actor,
    hire: &Hire,
    (words, today): (&QuoteWords, Day),
) -> Result<QuoteFacts, Failure<At>> {
    let settings = super::settings::settings(tx, actor.place)?;
    let days = hire.wanted.days;
    let mut lines = Vec::new();
    for slot in in_order(tx, actor.place, hire.id)? {
        let detail = words.hours.get(&slot.id.as_i64()).cloned().unwrap_or_default();
        lines.push(line_of(tx, actor, &slot, (detail, days.first()))?);
    }
    Ok(QuoteFacts {
        subject: words.subject.clone(),
        introduction: String::new(),
        buyer: buyer_of(tx, actor, hire)?,
        contact: hire.asked.name.full(),
        email: hire.asked.email.clone().or_not_found()?,
        language: hire.asked.language,
        service: days,
        valid_until: today
            .plus_days(settings.validity_days)
            .min(days.first())
            .max(today),
        discount: Rate::ZERO,
        guarantee: settings.guarantee,
        lines,
    })
}

/// The space as a line, at the price of who keeps it or would.
fn line_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot: &HireSlot,
    (detail, day): (String, Day),
) -> Result<QuoteLine, Failure<At>> {
    let price = match kept(tx, actor.place, slot)? {
        Some(booking) => booking.price,
        None => would_cost(tx, actor, slot)?,
    };
    let product = match price.product {
        Some(product) => product,
        None => usual_product(tx, actor)?,
    };
    let vat = vat_of(tx, actor, (product, day))?;
    let (name, _) = named(tx, actor.place, slot)?;
    let unit_price = match price.basis {
        Basis::Net => price.amount,
        Basis::Gross => price.rate.net_from_gross(price.amount),
    };
    Ok(QuoteLine {
        optional: false,
        chosen: true,
        label: name,
        detail,
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        unit_price,
        vat,
        product,
        source: Some(Source::new(SLOT_SOURCE, slot.id)),
    })
}

/// What a guest would pay for these hours, whether or not they could be had.
fn would_cost(tx: &mut Tx<'_>, actor: &Actor, slot: &HireSlot) -> Result<Price, Fault> {
    let space = spaces::store::resources::find(tx, actor.place, slot.resource)?.or_not_found()?;
    let Some(product) = space.facts.product else {
        return Ok(Price::FREE);
    };
    let today = today(tx, actor.place)?;
    let tariff = billing::tariff(tx, actor.place, product, Audience::External, today)?;
    let found = Tariff::from(tariff).cheapest(slot.period.minutes());
    Ok(Price {
        product: Some(product),
        amount: found.map(|found| found.price).unwrap_or_default(),
        basis: tariff.basis,
        rate: tariff.rate,
        exemption: tariff.exemption,
    })
}

/// What a space without a price of its own is sold as: the first room, else the first thing.
fn usual_product(tx: &mut Tx<'_>, actor: &Actor) -> Result<Id<Product>, Failure<At>> {
    let products = billing::products(tx, actor.place)?;
    let active = || products.iter().filter(|product| product.active);
    let usual = active()
        .find(|product| product.family == Family::Room)
        .or_else(|| active().next());
    usual
        .map(|product| product.id)
        .ok_or_else(|| at("state", QuoteRefusal::UnknownProduct))
}

/// The VAT of a product on a day.
pub(crate) fn vat_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (product, day): (Id<Product>, Day),
) -> Result<Vat, Failure<At>> {
    if !billing::has_vat_rate(tx, actor.place, product, day)? {
        return Err(at("subject", QuoteRefusal::UnknownProduct));
    }
    let tariff = billing::tariff(tx, actor.place, product, Audience::External, day)?;
    Ok(Vat {
        rate: tariff.rate,
        exemption: tariff.exemption,
    })
}

/// A quote of this request.
pub(crate) fn quote_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    hire: Id<Hire>,
    id: Id<Quote>,
) -> Result<Quote, Fault> {
    let quote = billing::quote(tx, actor.place, id)?;
    (quote.source == source_of(hire)).then_some(quote).or_not_found()
}

/// Writes on the draft of a request. Lines keep the VAT of their product on the first day.
///
/// # Errors
/// [`At`]; [`Fault::NotFound`] when it is no quote of this request.
pub fn change(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (hire, id): (Id<Hire>, Id<Quote>),
    facts: &QuoteFacts,
) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    known(tx, actor.place, hire)?;
    quote_of(tx, actor, hire, id)?;
    let own = in_order(tx, actor.place, hire)?;
    let mut facts = facts.clone();
    for line in &mut facts.lines {
        line.vat = vat_of(tx, actor, (line.product, facts.service.first()))?;
        let of_this = |source: &Source| {
            source.kind == SLOT_SOURCE && own.iter().any(|slot| slot.id.as_i64() == source.id)
        };
        line.source = line.source.take().filter(of_this);
    }
    billing::change_quote(tx, actor, id, &facts).map_err(|failure| failure.map(written))
}

/// Sends the quote: its spaces are kept until the end of its last day, all of them or nothing is sent.
///
/// # Errors
/// [`At`]: a space cannot be kept, or the quote cannot be sent.
pub fn send(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>, quote: Id<Quote>) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    let (hire, state) = held_for(tx, actor.place, id, HireAct::Answer)?;
    let draft = quote_of(tx, actor, id, quote)?;
    let zone = zone_of(tx, actor.place)?;
    if draft.facts.valid_until > draft.facts.service.first().max(tx.today(&zone)) {
        return Err(at("sending", HireRefused::TooLate));
    }
    let until = end_of(&zone, draft.facts.valid_until);
    let slots = in_order(tx, actor.place, id)?;
    if let Some(line) = line_gone(&draft, &slots) {
        return Err(at("sending", HireRefused::LineGone { line }));
    }
    for slot in slots {
        if line_for(&draft, &slot).is_some() {
            let overriding = match slot.booking {
                Some(booking) => spaces::store::bookings::find(tx, actor.place, booking)?
                    .is_some_and(|booking| booking.overridden),
                None => false,
            };
            if let Err(failure) = keep(tx, actor, &hire, &slot, (until, overriding)) {
                let (space, when) = named(tx, actor.place, &slot)?;
                return Err(failure.map(|_| At::new("sending", HireRefused::NotKept { space, when })));
            }
        }
    }
    let sent = billing::send_quote(tx, actor, quote).map_err(|failure| failure.map(written))?;
    hires::set_state(tx, actor.place, id, (state, ""))?;
    record(tx, actor, "hire.quoted", id, numbered(&sent))?;
    letters::ask(tx, actor, &Letter::QuoteSent { hire: id, quote })?;
    Ok(())
}

/// A line that sells hours that the request does not ask for any more.
fn line_gone(quote: &Quote, slots: &[HireSlot]) -> Option<String> {
    let gone = |source: &Source| {
        source.kind == SLOT_SOURCE && !slots.iter().any(|slot| slot.id.as_i64() == source.id)
    };
    let lines = &quote.facts.lines;
    let found = lines.iter().find(|line| line.source.as_ref().is_some_and(gone));
    found.map(|line| line.label.clone())
}

/// The position of the line of a quote that is a slot.
pub(crate) fn line_for(quote: &Quote, slot: &HireSlot) -> Option<usize> {
    let source = Source::new(SLOT_SOURCE, slot.id);
    quote
        .facts
        .lines
        .iter()
        .position(|line| line.source.as_ref() == Some(&source))
}

/// Takes a quote back: its spaces stay kept for the next one until their time is over.
///
/// # Errors
/// [`At`] when it was answered.
pub fn withdraw(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, quote): (Id<Hire>, Id<Quote>),
    reason: &str,
) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    known(tx, actor.place, id)?;
    quote_of(tx, actor, id, quote)?;
    let taken = billing::withdraw_quote(tx, actor, quote, reason)
        .map_err(|failure| failure.map(|refusal| At::new("reason", refusal)))?;
    let (_, state) = held_for(tx, actor.place, id, HireAct::Reopen)?;
    hires::set_state(tx, actor.place, id, (state, ""))?;
    record(tx, actor, "hire.quote_withdrawn", id, numbered(&taken))?;
    letters::ask(tx, actor, &Letter::Withdrawn { hire: id, quote })?;
    Ok(())
}

/// Says no to a request, with a word; what was kept is free.
///
/// # Errors
/// [`At`]: no word, or it does not wait for an answer.
pub fn refuse(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>, reason: &str) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    let (_, state) = held_for(tx, actor.place, id, HireAct::Refuse)?;
    let reason = prose(reason).ok_or_else(|| at("reason", HireRefused::Text))?;
    free(tx, actor, id)?;
    hires::set_state(tx, actor.place, id, (state, &reason))?;
    record(tx, actor, "hire.refused", id, json!({}))?;
    letters::ask(tx, actor, &Letter::Refused { hire: id })?;
    Ok(())
}

/// Notes that nothing comes of a request; nobody is written to. A quote that is out is taken back first.
///
/// # Errors
/// [`At`] when it is over already, or its quote is out.
pub fn lose(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>, reason: &str) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    let (hire, state) = held_for(tx, actor.place, id, HireAct::Lose)?;
    if hire.state == HireState::Answered {
        return Err(at("state", HireRefused::OnQuote));
    }
    free(tx, actor, id)?;
    let reason = prose(reason).unwrap_or_default();
    hires::set_state(tx, actor.place, id, (state, &reason))?;
    record(tx, actor, "hire.lost", id, json!({})).map_err(Failure::Fault)
}
