//! Units given to somebody for what they did, at no price.

use super::settle_debts::settle_debts;
use crate::SELL;
use crate::rules::lot::{PassLot, expiry};
use crate::rules::pass_offer::PassOffer;
use crate::store::{holder, lots, pass_offers};
use kernel::{Actor, Day, Id, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

kernel::refusals! {
    /// Why units are not granted.
    pub enum GrantRefused {
        /// None, or more than a pass holds.
        UnitsOutOfBounds {
            /// The most units in a pass.
            maximum: i64
        } = "offers-refused-lot-units",
    }
}

/// Units to be granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGrant {
    /// To whom.
    pub person: PersonId,
    /// Of which pass: its numbers say what a day costs, and how long units are good.
    pub offer: Id<PassOffer>,
    /// How many.
    pub units: i64,
    /// The day on which they were earned.
    pub on: Day,
    /// What for, in a few words that the person will read.
    pub reason: String,
    /// Names the grant for ever in the place: asked for twice, it is granted once.
    pub key: String,
}

/// Grants units of a pass; nothing is charged for them, and they pay open debts first. The same key again answers with the lot of the
/// first time.
///
/// # Errors
/// [`GrantRefused`]; [`platform::Fault::NotFound`] when there is no such person or pass.
pub fn grant_units(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewGrant,
) -> Result<Id<PassLot>, Failure<GrantRefused>> {
    actor.require(SELL)?;
    let place = actor.place;
    people::person(tx, place, new.person)?.or_not_found()?;
    holder::lock(tx, place, new.person)?;
    let key = format!("grant:{}", new.key);
    if let Some(known) = lots::by_external(tx, place, &key)? {
        return Ok(known);
    }
    if !(1..=PassOffer::MOST_UNITS).contains(&new.units) {
        let maximum = PassOffer::MOST_UNITS;
        return Err(Failure::Refused(GrantRefused::UnitsOutOfBounds { maximum }));
    }
    let offer = pass_offers::find(tx, place, new.offer)?.or_not_found()?;
    let id = tx.new_id();
    lots::insert(
        tx,
        place,
        &lots::NewLot {
            id,
            person: new.person,
            offer: &offer,
            units: new.units,
            used_before: 0,
            bought_on: new.on,
            expires_on: expiry(new.on, offer.validity_months),
            charge: None,
            external_ref: Some(&key),
            shared_by: None,
        },
    )?;
    settle_debts(tx, place, new.person)?;
    let detail = json!({ "offer": offer.name.as_str(), "units": new.units, "reason": new.reason });
    activity::record(
        tx,
        actor,
        "pass.granted",
        Subject::new("person", new.person),
        detail,
    )?;
    Ok(id)
}
