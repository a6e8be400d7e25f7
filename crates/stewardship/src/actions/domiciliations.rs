//! Which organisations have their address here, and when their letters are remembered.

use super::today;
use crate::letters::REMINDER_SETTING;
use crate::permissions::MANAGE;
use crate::rules::domiciliation::{Domiciliation, DomiciliationRefused};
use crate::store::domiciliations;
use kernel::{Actor, Day, Id, OrganisationId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, OrRefused, place};
use serde_json::json;

/// An organisation to be domiciled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDomiciliation {
    /// Which one.
    pub organisation: OrganisationId,
    /// Its first day.
    pub from: Day,
    /// Its last day, when it is known.
    pub until: Option<Day>,
    /// What the team writes down.
    pub note: String,
}

/// Domiciles an organisation; two of its domiciliations never share a day.
///
/// # Errors
/// [`DomiciliationRefused`].
pub fn domicile(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewDomiciliation,
) -> Result<Id<Domiciliation>, Failure<DomiciliationRefused>> {
    actor.require(MANAGE)?;
    let refused = |why| Err(Failure::Refused(why));
    if people::organisation(tx, actor.place, new.organisation)?.is_none() {
        return refused(DomiciliationRefused::NoOrganisation);
    }
    if new.until.is_some_and(|until| until < new.from) {
        return refused(DomiciliationRefused::Reversed);
    }
    let before = domiciliations::of_organisation(tx, actor.place, new.organisation)?;
    if before.iter().any(|one| one.meets(new.from, new.until)) {
        return refused(DomiciliationRefused::Overlaps);
    }
    let one = Domiciliation {
        id: tx.new_id(),
        organisation: new.organisation,
        from: new.from,
        until: new.until,
        note: new.note,
    };
    tx.attempt(|tx| domiciliations::insert(tx, actor.place, &one))
        .or_refused(domiciliations::ONE_OPEN, DomiciliationRefused::Overlaps)?;
    let detail = json!({ "day": one.from.to_string() });
    activity::record(
        tx,
        actor,
        "organisation.domiciled",
        Subject::new("organisation", one.organisation),
        detail,
    )?;
    Ok(one.id)
}

/// Notes the last day of a domiciliation.
///
/// # Errors
/// [`DomiciliationRefused`]; [`Fault::NotFound`] when there is none.
pub fn end_domiciliation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Domiciliation>,
    until: Day,
) -> Result<(), Failure<DomiciliationRefused>> {
    actor.require(MANAGE)?;
    let today = today(tx, actor)?;
    let one = domiciliations::lock(tx, actor.place, id)?.or_not_found()?;
    if one.until.is_some_and(|last| last < today) {
        return Err(Failure::Refused(DomiciliationRefused::Ended));
    }
    if until < one.from {
        return Err(Failure::Refused(DomiciliationRefused::Reversed));
    }
    let others = domiciliations::of_organisation(tx, actor.place, one.organisation)?;
    if others
        .iter()
        .any(|other| other.id != id && other.meets(one.from, Some(until)))
    {
        return Err(Failure::Refused(DomiciliationRefused::Overlaps));
    }
    domiciliations::end(tx, actor.place, id, until)?;
    let detail = json!({ "day": until.to_string() });
    activity::record(
        tx,
        actor,
        "organisation.domiciliation_ended",
        Subject::new("organisation", one.organisation),
        detail,
    )?;
    Ok(())
}

/// Sets after how many days those whose letters wait are reminded; 0 for never.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn set_reminder_days(tx: &mut Tx<'_>, actor: &Actor, days: i64) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let days = days.clamp(0, 90);
    place::set_setting(tx, actor.place, REMINDER_SETTING, &days.to_string())?;
    let detail = json!({ "days": days });
    activity::record(
        tx,
        actor,
        "deliveries.reminder_set",
        Subject::new("place", actor.place),
        detail,
    )?;
    Ok(())
}
