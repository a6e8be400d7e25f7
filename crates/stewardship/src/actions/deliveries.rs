//! What arrives and what becomes of it.

use crate::permissions::RUN;
use crate::rules::delivery::{Delivery, DeliveryKind, DeliveryRefused, Ended, Ending, check_quantity};
use crate::store::deliveries;
use kernel::{Actor, Id};
use people::Party;
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, OrNotFound};
use serde_json::{Value, json};

/// Something that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDelivery {
    /// For whom.
    pub addressee: Party,
    /// What it is.
    pub kind: DeliveryKind,
    /// How many pieces.
    pub quantity: i64,
    /// From whom; may be empty.
    pub sender: String,
    /// Where it lies; may be empty.
    pub kept_at: String,
}

/// Writes down what arrived. The addressee is told by [`crate::tell_of_delivery`].
///
/// # Errors
/// [`DeliveryRefused`].
pub fn receive(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewDelivery,
) -> Result<Id<Delivery>, Failure<DeliveryRefused>> {
    actor.require(RUN)?;
    let quantity = check_quantity(new.quantity).map_err(Failure::Refused)?;
    let known = people::addressees(tx, actor.place, &[new.addressee])?;
    if !known.contains_key(&new.addressee) {
        return Err(Failure::Refused(DeliveryRefused::NoAddressee));
    }
    let delivery = Delivery {
        id: tx.new_id(),
        addressee: new.addressee,
        kind: new.kind,
        quantity,
        sender: new.sender,
        kept_at: new.kept_at,
        arrived_at: tx.now(),
        received_by: actor.person,
        told_at: None,
        reminders: 0,
        ended: None,
    };
    deliveries::insert(tx, actor.place, &delivery)?;
    record(tx, actor, "delivery.received", delivery.id, json!({}))?;
    Ok(delivery.id)
}

/// Notes what became of a delivery; who took it is said when it was handed over, and then only.
///
/// # Errors
/// [`DeliveryRefused`]; [`platform::Fault::NotFound`] when there is none.
pub fn end_delivery(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Delivery>,
    how: Ending,
    taken_by: &str,
) -> Result<(), Failure<DeliveryRefused>> {
    actor.require(RUN)?;
    let delivery = deliveries::lock(tx, actor.place, id)?.or_not_found()?;
    if delivery.ended.is_some() {
        return Err(Failure::Refused(DeliveryRefused::Ended));
    }
    let handed_over = how == Ending::HandedOver;
    if handed_over && taken_by.is_empty() {
        return Err(Failure::Refused(DeliveryRefused::TakenBy));
    }
    let ended = Ended {
        at: tx.now(),
        how,
        by: actor.person,
        taken_by: if handed_over {
            taken_by.to_owned()
        } else {
            String::new()
        },
    };
    deliveries::end(tx, actor.place, id, &ended)?;
    match how {
        Ending::HandedOver => record(tx, actor, "delivery.handed_over", id, json!({ "name": taken_by })),
        Ending::Returned => record(tx, actor, "delivery.returned", id, json!({})),
        Ending::Mistaken => record(tx, actor, "delivery.mistaken", id, json!({})),
    }?;
    Ok(())
}

/// Undoes the end of a delivery: it waits again.
///
/// # Errors
/// [`DeliveryRefused::Waiting`]; [`platform::Fault::NotFound`] when there is none.
pub fn reopen_delivery(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Delivery>,
) -> Result<(), Failure<DeliveryRefused>> {
    actor.require(RUN)?;
    let delivery = deliveries::lock(tx, actor.place, id)?.or_not_found()?;
    if delivery.ended.is_none() {
        return Err(Failure::Refused(DeliveryRefused::Waiting));
    }
    deliveries::reopen(tx, actor.place, id)?;
    record(tx, actor, "delivery.reopened", id, json!({}))?;
    Ok(())
}

fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    id: Id<Delivery>,
    detail: Value,
) -> Result<(), DatabaseError> {
    activity::record(tx, actor, verb, Subject::new("delivery", id), detail)
}
