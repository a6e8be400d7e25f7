//! Hours, limits and cancellation terms.

use crate::permissions::MANAGE;
use crate::rules::booking_window::{BookingWindow, LimitsRefused};
use crate::rules::cancellation::{self, Term, TermsRefused};
use crate::rules::opening_hours::{self, HoursRefused, WeeklyHours};
use crate::rules::resource::ResourceId;
use crate::store::{resources, schedule};
use kernel::{Actor, Audience};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Sets the weekly hours of an audience, of the whole place or of one resource. A resource with hours of its own for anybody
/// has no others; with none for anybody it has those of the place.
///
/// # Errors
/// [`HoursRefused`]; [`Fault::NotFound`] when there is no such resource.
pub fn set_weekly_hours(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: Option<ResourceId>,
    audience: Audience,
    lines: Vec<WeeklyHours>,
) -> Result<(), Failure<HoursRefused>> {
    actor.require(MANAGE)?;
    known(tx, actor, resource)?;
    let lines = opening_hours::checked(lines).map_err(Failure::Refused)?;
    schedule::replace_hours(tx, actor.place, resource, audience, &lines)?;
    record(tx, actor, "hours.set", resource, audience)?;
    Ok(())
}

/// Sets the limits of an audience, of the whole place or of one resource; none takes them away.
///
/// # Errors
/// [`LimitsRefused`]; [`Fault::NotFound`] when there is no such resource.
pub fn set_booking_window(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: Option<ResourceId>,
    audience: Audience,
    window: Option<BookingWindow>,
) -> Result<(), Failure<LimitsRefused>> {
    actor.require(MANAGE)?;
    known(tx, actor, resource)?;
    let window = window
        .map(BookingWindow::checked)
        .transpose()
        .map_err(Failure::Refused)?;
    schedule::replace_window(tx, actor.place, resource, audience, window)?;
    record(tx, actor, "window.set", resource, audience)?;
    Ok(())
}

/// Sets what cancelling costs an audience; no line, and it costs nothing.
///
/// # Errors
/// [`TermsRefused`].
pub fn set_cancellation_terms(
    tx: &mut Tx<'_>,
    actor: &Actor,
    audience: Audience,
    terms: Vec<Term>,
) -> Result<(), Failure<TermsRefused>> {
    actor.require(MANAGE)?;
    let terms = cancellation::checked(terms).map_err(Failure::Refused)?;
    schedule::replace_terms(tx, actor.place, audience, &terms)?;
    record(tx, actor, "terms.set", None, audience)?;
    Ok(())
}

/// Two who change the same settings follow one another: both hold the resource, or there is only the place's row to write.
fn known(tx: &mut Tx<'_>, actor: &Actor, resource: Option<ResourceId>) -> Result<(), Fault> {
    if let Some(resource) = resource {
        resources::lock(tx, actor.place, resource)?.or_not_found()?;
    }
    Ok(())
}

fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    resource: Option<ResourceId>,
    audience: Audience,
) -> Result<(), Fault> {
    let subject = resource.map_or_else(
        || Subject::new("place", actor.place),
        |id| Subject::new("resource", id),
    );
    activity::record(tx, actor, verb, subject, json!({ "audience": audience.code() }))?;
    Ok(())
}
