//! What is done with requests, each in the caller's transaction. Whoever acts holds the request first, then its quote, then spaces in the
//! order of their identifiers.

pub mod accept;
pub mod answer;
pub mod ask;
pub(crate) mod buyer;
pub mod check;
pub mod hold;
pub mod photos;
pub mod settings;
pub mod upkeep;
pub mod words;

use crate::rules::hire::{At, Hire, HireAct, HireRefused, HireSlot, HireState, after};
use crate::store::{hires, slots};
use billing::Source;
use kernel::{Actor, Day, Id, PlaceId, Zone};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::{Value, json};

/// What a quote, a message or a check is about, in the words of other capabilities.
pub(crate) const SOURCE: &str = "exclusive_hire";
/// What a line of a quote is for, when it is a space.
pub(crate) const SLOT_SOURCE: &str = "exclusive_hire_slot";

/// The source of the quotes of a request.
#[must_use]
pub fn source_of(id: Id<Hire>) -> Source {
    Source::new(SOURCE, id)
}

pub(crate) fn at(field: &'static str, why: impl kernel::Refusal + Send + 'static) -> Failure<At> {
    Failure::Refused(At::new(field, why))
}

/// A request of the place, held, that stands where an act is possible; and where the act leads.
pub(crate) fn held_for(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Hire>,
    act: HireAct,
) -> Result<(Hire, HireState), Failure<At>> {
    let hire = known(tx, place, id)?;
    match after(hire.state, act) {
        Some(state) => Ok((hire, state)),
        None => Err(at("state", HireRefused::NotNow)),
    }
}

/// A request that the team may see, held.
pub(crate) fn known(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Hire, Fault> {
    hires::lock(tx, place, id)?
        .filter(|hire| hire.state != HireState::Unproven)
        .or_not_found()
}

pub(crate) fn zone_of(tx: &mut Tx<'_>, place: PlaceId) -> Result<Zone, Fault> {
    Ok(place::get(tx, place)?.zone)
}

pub(crate) fn today(tx: &mut Tx<'_>, place: PlaceId) -> Result<Day, Fault> {
    let zone = zone_of(tx, place)?;
    Ok(tx.today(&zone))
}

/// The slots of a request in the order in which spaces are held: two who want the same ones follow one another.
pub(crate) fn in_order(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Vec<HireSlot>, Fault> {
    let mut all = slots::of_hire(tx, place, id)?;
    all.sort_by_key(|slot| (slot.resource, slot.period.start(), slot.id));
    Ok(all)
}

pub(crate) fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    id: Id<Hire>,
    detail: Value,
) -> Result<(), Fault> {
    activity::record(tx, actor, verb, Subject::new(SOURCE, id), detail)?;
    Ok(())
}

/// A line of the log about a quote.
pub(crate) fn numbered(quote: &billing::Quote) -> Value {
    json!({ "number": quote.number.map(|number| number.to_string()).unwrap_or_default() })
}

/// A request that the team may see.
pub(crate) fn known_to_read(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Hire, Fault> {
    hires::find(tx, place, id)?
        .filter(|hire| hire.state != HireState::Unproven)
        .or_not_found()
}
