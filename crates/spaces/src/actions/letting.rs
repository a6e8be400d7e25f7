//! Letting an office by the month, and ending it.

use super::book::zone_of;
use super::hold_one;
use crate::permissions::MANAGE;
use crate::rules::letting::{Letting, LettingId, LettingRefusal, LettingRefused};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{bookings, lettings, links, resources};
use kernel::{Actor, Day, Id, Money, Period, PersonId, PlaceId};
use offers::NewSubscription;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// An office to be let.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewLetting {
    /// Which space.
    pub resource: ResourceId,
    /// To whom: whoever pays for them pays the rent.
    pub person: PersonId,
    /// At which monthly price.
    pub plan: Id<offers::Plan>,
    /// From which day.
    pub from: Day,
    /// The monthly price that was shown; another one is refused.
    pub price_shown: Option<Money>,
}

/// How far ahead bookings are looked for, in minutes: further nobody books.
const YEARS: i64 = 4 * 366 * 1_440;

type Refused = Failure<LettingRefusal>;

fn refused(refusal: LettingRefused) -> Refused {
    Failure::Refused(LettingRefusal::Space(refusal))
}

/// Lets a space by the month from a day on: nobody books it any more, and its rent is charged every month by the contract begun here.
///
/// # Errors
/// [`LettingRefusal`] when it is let or booked on these days, or when the contract is refused; [`Fault::NotFound`].
pub fn let_out(tx: &mut Tx<'_>, actor: &Actor, new: NewLetting) -> Result<LettingId, Refused> {
    actor.require(MANAGE)?;
    let resource = held(tx, actor, new.resource)?;
    if !resource.facts.kind.is_let_by_month() {
        return Err(refused(LettingRefused::NotARoom));
    }
    people::person(tx, actor.place, new.person)?.or_not_found()?;
    let zone = zone_of(tx, actor)?;
    let starts_at = zone.day_bounds(new.from).start();
    let until = starts_at.max(tx.now()).plus_minutes(YEARS);
    let span = Period::new(starts_at, until).map_err(Fault::internal)?;
    vacant(tx, actor, &resource, span)?;
    let today = tx.today(&zone);
    let rent = rent(tx, actor, new.plan, today)?;
    let contract = NewSubscription {
        person: new.person,
        plan: new.plan,
        from: new.from,
        on: today,
        seen: new.price_shown,
    };
    let contract = offers::subscribe_plan(tx, actor, contract);
    let contract = contract.map_err(|failure| failure.map(LettingRefusal::Contract))?;
    let letting = Letting {
        id: tx.new_id(),
        resource: new.resource,
        person: new.person,
        contract,
        rent,
        from: new.from,
        until: None,
        starts_at,
        ends_at: None,
    };
    lettings::insert(tx, actor.place, &letting, actor.account)?;
    record(tx, actor, "resource.let", &resource, new.from)?;
    Ok(letting.id)
}

/// Ends a letting on a day, the last one on which it holds; its contract ends with it, and what was charged beyond is taken back.
///
/// # Errors
/// [`LettingRefusal`] when it ended before; [`Fault::NotFound`].
pub fn end_letting(tx: &mut Tx<'_>, actor: &Actor, id: LettingId, until: Day) -> Result<(), Refused> {
    actor.require(MANAGE)?;
    let mut letting = lettings::lock(tx, actor.place, id)?.or_not_found()?;
    if letting.until.is_some_and(|last| last <= until) {
        return Err(refused(LettingRefused::Ended));
    }
    let ended = offers::end_contract(tx, actor, letting.contract, until);
    ended.map_err(|failure| failure.map(LettingRefusal::Contract))?;
    free(tx, actor, &mut letting, until)?;
    Ok(())
}

/// The space is let until that day and no longer.
fn free(tx: &mut Tx<'_>, actor: &Actor, letting: &mut Letting, until: Day) -> Result<(), Fault> {
    let zone = zone_of(tx, actor)?;
    letting.until = Some(until);
    letting.ends_at = Some(zone.day_bounds(until).end().max(letting.starts_at));
    lettings::end(tx, actor.place, letting)?;
    let resource = resources::find(tx, actor.place, letting.resource)?.or_not_found()?;
    record(tx, actor, "resource.letting_ended", &resource, until)
}

/// Lettings that go on although their contract is over: its holder ended it, or left, or their team did. With the last day of each.
pub(crate) fn outlived(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(LettingId, Day)>, Fault> {
    let zone = platform::place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let mut found = Vec::new();
    let open = lettings::all(tx, place)?;
    for letting in open.into_iter().filter(|letting| letting.until.is_none()) {
        let held = offers::contracts_of(tx, place, letting.person)?;
        let own = held.into_iter().find(|held| held.id == letting.contract);
        if let Some(last) = own.and_then(|held| held.until).filter(|last| *last < today) {
            found.push((letting.id, last));
        }
    }
    Ok(found)
}

/// Ends a letting with its contract, which is over: the space comes free.
pub(crate) fn end_with_contract(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, last): (LettingId, Day),
) -> Result<(), Fault> {
    let mut letting = lettings::lock(tx, actor.place, id)?.or_not_found()?;
    if letting.until.is_some() {
        return Ok(());
    }
    free(tx, actor, &mut letting, last)
}

/// The price of a month net of VAT, as it is on the day of the agreement.
fn rent(tx: &mut Tx<'_>, actor: &Actor, plan: Id<offers::Plan>, on: Day) -> Result<Money, Refused> {
    let quote = offers::quote_plan(tx, actor.place, plan, on);
    let quote = quote.map_err(|failure| failure.map(LettingRefusal::Contract))?;
    let (basis, rate) = billing::vat_rate_on(tx, actor.place, quote.plan.product, on)?;
    Ok(match basis {
        billing::Basis::Net => quote.price,
        billing::Basis::Gross => rate.net_from_gross(quote.price),
    })
}

fn held(tx: &mut Tx<'_>, actor: &Actor, id: ResourceId) -> Result<Resource, Refused> {
    match hold_one(tx, actor, id) {
        Ok(resource) => Ok(resource),
        Err(Failure::Fault(fault)) => Err(Failure::Fault(fault)),
        Err(Failure::Refused(_)) => Err(Failure::Fault(Fault::internal("a link changed meanwhile"))),
    }
}

/// Goes on if nobody has the space during a span of time, nor a part of it.
fn vacant(tx: &mut Tx<'_>, actor: &Actor, resource: &Resource, span: Period) -> Result<(), Refused> {
    let other = lettings::on_space(tx, actor.place, resource.id, span)?;
    if let Some(other) = other.first() {
        return Err(refused(LettingRefused::LetAlready { from: other.from }));
    }
    let now = tx.now();
    let own = bookings::occupying(tx, actor.place, resource.id, span)?;
    let bound = links::occupying_bound(tx, actor.place, resource.id, span)?;
    let to_come = own
        .iter()
        .chain(&bound)
        .filter(|slot| slot.occupation.hours().end() > now);
    match i64::try_from(to_come.count()).unwrap_or(i64::MAX) {
        0 => Ok(()),
        count => Err(refused(LettingRefused::Booked { count })),
    }
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, resource: &Resource, day: Day) -> Result<(), Fault> {
    let facts = json!({ "space": resource.facts.name.as_str(), "day": day.to_string() });
    activity::record(tx, actor, verb, Subject::new("resource", resource.id), facts)?;
    Ok(())
}
