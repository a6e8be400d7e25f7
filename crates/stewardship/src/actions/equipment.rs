//! What the place buys, and what leaves it.

use super::today;
use crate::permissions::MANAGE;
use crate::rules::equipment::{Disposal, Equipment, EquipmentRefused, Gone, LARGEST_CENTS};
use crate::store::equipment;
use kernel::{Actor, Day, Id, Money};
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, OrNotFound};
use serde_json::json;

/// What is said of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquipmentTerms {
    /// What it is.
    pub name: String,
    /// Its serial number; may be empty.
    pub serial: String,
    /// Who sold it; may be empty.
    pub supplier: String,
    /// When it was bought.
    pub bought_on: Day,
    /// What it cost, net.
    pub price: Money,
    /// Over how many months it loses its value.
    pub life_months: i64,
    /// Where it stands; may be empty.
    pub stands: String,
    /// The last day of its warranty.
    pub warranty_until: Option<Day>,
    /// What the team writes down; may be empty.
    pub note: String,
}

impl EquipmentTerms {
    fn of(self, id: Id<Equipment>, gone: Option<Gone>) -> Equipment {
        Equipment {
            id,
            name: self.name,
            serial: self.serial,
            supplier: self.supplier,
            bought_on: self.bought_on,
            price: self.price,
            life_months: self.life_months,
            stands: self.stands,
            warranty_until: self.warranty_until,
            note: self.note,
            gone,
        }
    }
}

/// Writes down a thing that the place bought.
///
/// # Errors
/// [`EquipmentRefused`].
pub fn add_equipment(
    tx: &mut Tx<'_>,
    actor: &Actor,
    terms: EquipmentTerms,
) -> Result<Id<Equipment>, Failure<EquipmentRefused>> {
    actor.require(MANAGE)?;
    let thing = terms.of(tx.new_id(), None);
    thing.check().map_err(Failure::Refused)?;
    equipment::insert(tx, actor.place, &thing)?;
    record(tx, actor, "equipment.added", thing.id)?;
    Ok(thing.id)
}

/// Changes what is said of a thing.
///
/// # Errors
/// [`EquipmentRefused`]; [`platform::Fault::NotFound`] when there is none.
pub fn change_equipment(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Equipment>,
    terms: EquipmentTerms,
) -> Result<(), Failure<EquipmentRefused>> {
    actor.require(MANAGE)?;
    let before = equipment::lock(tx, actor.place, id)?.or_not_found()?;
    let thing = terms.of(id, before.gone);
    thing.check().map_err(Failure::Refused)?;
    if thing.gone.is_some_and(|gone| gone.on < thing.bought_on) {
        return Err(Failure::Refused(EquipmentRefused::Days));
    }
    equipment::change(tx, actor.place, &thing)?;
    record(tx, actor, "equipment.changed", id)?;
    Ok(())
}

/// Notes how a thing left; from that day on it is worth nothing here.
///
/// # Errors
/// [`EquipmentRefused`]; [`platform::Fault::NotFound`] when there is none.
pub fn dispose_of_equipment(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Equipment>,
    on: Day,
    how: Disposal,
    price: Money,
) -> Result<(), Failure<EquipmentRefused>> {
    actor.require(MANAGE)?;
    let today = today(tx, actor)?;
    let thing = equipment::lock(tx, actor.place, id)?.or_not_found()?;
    let refused = |why| Err(Failure::Refused(why));
    if thing.gone.is_some() {
        return refused(EquipmentRefused::Gone);
    }
    if on < thing.bought_on || today < on {
        return refused(EquipmentRefused::Days);
    }
    if price.is_negative() || price.cents() > LARGEST_CENTS {
        return refused(EquipmentRefused::Price);
    }
    equipment::dispose(tx, actor.place, id, Gone { on, how, price })?;
    record(tx, actor, "equipment.disposed", id)?;
    Ok(())
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, id: Id<Equipment>) -> Result<(), DatabaseError> {
    activity::record(tx, actor, verb, Subject::new("equipment", id), json!({}))
}
