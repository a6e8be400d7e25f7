//! Putting what somebody takes at the counter on their account, and taking it off again (T15).

use super::today;
use crate::permissions::RUN;
use crate::rules::consumption::{Article, ConsumptionRefused, quantity};
use billing::{Charge, Family, NewCharge, Product, Quantity, Source, Unit, price_in};
use kernel::{Actor, Day, Days, Id, PersonId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// What charges made here come from.
const SOURCE: &str = "consumption";

/// What identifiers of consumptions are identifiers of.
enum ConsumptionMark {}

/// What is sold by the piece to a person on a day, by name.
///
/// # Errors
/// As the database says.
pub fn on_sale(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, day: Day) -> Result<Vec<Article>, Fault> {
    let audience = offers::audience_of(tx, place, person, day)?;
    let prices = billing::prices_on(tx, place, day)?;
    let mut found = Vec::new();
    for product in billing::products(tx, place)? {
        if !product.active || product.family != Family::Other {
            continue;
        }
        let own: Vec<_> = prices
            .iter()
            .filter(|price| price.product == product.id)
            .copied()
            .collect();
        let Some(price) = price_in(&own, audience, Unit::Piece, day) else {
            continue;
        };
        let (_, rate) = billing::vat_rate_on(tx, place, product.id, day)?;
        found.push(Article {
            product: product.id,
            name: product.name,
            price,
            basis: product.basis,
            rate,
        });
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Puts so many of a thing on the account of a person: whoever pays for them finds it on the invoice of the month.
///
/// # Errors
/// [`ConsumptionRefused`]; [`Fault::NotFound`] when there is no such person.
pub fn add_consumption(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    product: Id<Product>,
    asked: i64,
) -> Result<Id<Charge>, Failure<ConsumptionRefused>> {
    actor.require(RUN)?;
    let place = actor.place;
    let known = people::person(tx, place, person)?.or_not_found()?;
    let asked = quantity(asked).map_err(Failure::Refused)?;
    let today = today(tx, actor)?;
    let article = on_sale(tx, place, person, today)?
        .into_iter()
        .find(|article| article.product == product)
        .ok_or(Failure::Refused(ConsumptionRefused::NotSold))?;
    let payer = people::payer(tx, place, person)?;
    let id: Id<ConsumptionMark> = tx.new_id();
    let charge = NewCharge {
        customer: billing::customer_of(tx, actor, payer)?,
        person: Some(person),
        product,
        label: article.name.clone(),
        detail: String::new(),
        quantity: Quantity::whole(asked).map_err(|_| Failure::Refused(ConsumptionRefused::Quantity))?,
        unit: Unit::Piece,
        unit_price: article.price,
        basis: article.basis,
        rate: article.rate,
        service: Days::one(today),
        source: Source::new(SOURCE, id),
        source_key: format!("{SOURCE}:{id}"),
    };
    let charge = billing::charge(tx, actor, charge)
        .map_err(|failure| failure.map(|_| ConsumptionRefused::NotBilled))?;
    let detail = json!({ "name": known.name.full(), "what": article.name, "count": asked });
    activity::record(
        tx,
        actor,
        "consumption.added",
        Subject::new("person", person),
        detail,
    )?;
    Ok(charge)
}

/// What was put on the account of a person here and waits for its invoice, the earliest first.
///
/// # Errors
/// As the database says.
pub fn consumptions_of(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Charge>, Fault> {
    let mut open = billing::open_charges_of(tx, place, person)?;
    open.retain(|charge| charge.source.kind == SOURCE && charge.corrects.is_none());
    Ok(open)
}

/// Takes something off the account of a person, as long as no invoice carries it.
///
/// # Errors
/// [`ConsumptionRefused::Invoiced`]; [`Fault::NotFound`] for what was not put there at the counter.
pub fn remove_consumption(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    charge: Id<Charge>,
) -> Result<(), Failure<ConsumptionRefused>> {
    actor.require(RUN)?;
    let known = people::person(tx, actor.place, person)?.or_not_found()?;
    let open = consumptions_of(tx, actor.place, person)?;
    let taken = open.into_iter().find(|one| one.id == charge).or_not_found()?;
    billing::cancel_charge(tx, actor, charge)
        .map_err(|failure| failure.map(|_| ConsumptionRefused::Invoiced))?;
    let detail = json!({ "name": known.name.full(), "what": taken.label });
    activity::record(
        tx,
        actor,
        "consumption.removed",
        Subject::new("person", person),
        detail,
    )?;
    Ok(())
}
