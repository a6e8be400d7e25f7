//! Blocking a time: works, a holiday, a private day.

use crate::permissions::CLOSE;
use crate::rules::booking::Booking;
use crate::rules::resource::ResourceId;
use crate::rules::schedule::{Closure, ClosureId, ClosureRefused};
use crate::store::{lists, resources, schedule};
use kernel::{Actor, Period};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// A time to be blocked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClosure {
    /// What is closed; none for the whole place.
    pub resource: Option<ResourceId>,
    /// When.
    pub period: Period,
    /// Why: people who try to book are told.
    pub reason: String,
}

/// What a closure disturbs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Which closure.
    pub id: ClosureId,
    /// The bookings that stand in its way, to be moved or cancelled by hand.
    pub disturbed: Vec<Booking>,
}

/// Blocks a time and says which bookings stand in it. They stay: who booked decides with the place where they go.
///
/// # Errors
/// [`ClosureRefused`]; [`Fault::NotFound`] when there is no such resource.
pub fn block(tx: &mut Tx<'_>, actor: &Actor, new: &NewClosure) -> Result<Closed, Failure<ClosureRefused>> {
    actor.require(CLOSE)?;
    match new.resource {
        Some(resource) => drop(resources::lock(tx, actor.place, resource)?.or_not_found()?),
        None => drop(resources::lock_all(tx, actor.place)?),
    }
    let reason = checked(new).map_err(Failure::Refused)?;
    let closure = Closure {
        id: tx.new_id(),
        resource: new.resource,
        period: new.period,
        reason,
    };
    schedule::insert_closure(tx, actor.place, &closure, actor.account)?;
    record(tx, actor, "closure.made", &closure)?;
    let disturbed = lists::touching(tx, actor.place, new.resource, new.period)?;
    Ok(Closed {
        id: closure.id,
        disturbed,
    })
}

/// Opens again what a closure had blocked.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such closure any more.
pub fn reopen(tx: &mut Tx<'_>, actor: &Actor, id: ClosureId) -> Result<(), Fault> {
    actor.require(CLOSE)?;
    let closure = schedule::lock_closure(tx, actor.place, id)?.or_not_found()?;
    schedule::withdraw_closure(tx, actor.place, id)?;
    record(tx, actor, "closure.withdrawn", &closure)
}

fn checked(new: &NewClosure) -> Result<String, ClosureRefused> {
    const THREE_YEARS: i64 = 3 * 366 * 1_440;
    if new.period.minutes() > THREE_YEARS {
        return Err(ClosureRefused::TooLong);
    }
    let reason = new.reason.trim();
    if reason.is_empty() || reason.chars().count() > 200 || reason.chars().any(char::is_control) {
        return Err(ClosureRefused::Reason);
    }
    Ok(reason.to_owned())
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, closure: &Closure) -> Result<(), Fault> {
    let subject = Subject::new("closure", closure.id);
    activity::record(tx, actor, verb, subject, json!({ "reason": closure.reason }))?;
    Ok(())
}
