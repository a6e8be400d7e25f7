//! What time does to bookings: requests expire and who asked is told, bookings that ended are done.

use super::invite::tell;
use super::{Refused, charging, extras, facts, letting, record, save};
use crate::letters::Writer;
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::store::{bookings, lists, participants, resources, waiting};
use kernel::{Actor, Rate};
use platform::database::Tx;
use platform::{Fault, JobContext, JobReport, OrNotFound, documents, place};

/// How long who was invited is kept after a booking, in minutes: thirty days.
const PARTICIPANTS_KEPT: i64 = 30 * 1_440;

/// The job that notes what time has overtaken.
pub(crate) const KIND: &str = "spaces.upkeep";

/// Notes what time has overtaken, each booking in a transaction of its own: nothing is decided here that was not true before.
pub(crate) fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let writer = Writer::of(context)?;
    forget_participants(context)?;
    let mut done = 0;
    let outlived = context.db.read_blocking(move |tx| letting::outlived(tx, place))?;
    for letting in outlived {
        let actor = context.actor.clone();
        context
            .db
            .write_blocking(move |tx| letting::end_with_contract(tx, &actor, letting))?;
        done += 1;
    }
    loop {
        let overtaken = context.db.read_blocking(move |tx| {
            let now = tx.now();
            lists::overtaken(tx, place, now).map_err(Fault::from)
        })?;
        if overtaken.is_empty() {
            return Ok(JobReport {
                done,
                ..JobReport::default()
            });
        }
        for id in overtaken {
            let (actor, writer) = (context.actor.clone(), writer.clone());
            context
                .db
                .write_blocking(move |tx| overtake(tx, &actor, id, Some(&writer)))?;
            done += 1;
            context.progress(done, 0)?;
        }
    }
}

/// Forgets who was invited to what has been over for long, with the files that went with their letters.
fn forget_participants(context: &JobContext<'_>) -> Result<(), Fault> {
    let place = context.place;
    loop {
        let over = context.db.read_blocking(move |tx| {
            let before = tx.now().minus_minutes(PARTICIPANTS_KEPT);
            participants::over(tx, place, before).map_err(Fault::from)
        })?;
        if over.is_empty() {
            return Ok(());
        }
        context.db.write_blocking(move |tx| {
            documents::forget(tx, place, "participant", &over)?;
            for id in &over {
                participants::forget(tx, place, *id)?;
            }
            Ok::<_, Fault>(())
        })?;
    }
}

/// Notes all that time has overtaken until now, in the caller's transaction: for demonstrations, where no job runs meanwhile. Nobody
/// is written to.
///
/// # Errors
/// As the database says.
pub fn overtake_all(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), Fault> {
    loop {
        let now = tx.now();
        let overtaken = lists::overtaken(tx, actor.place, now)?;
        if overtaken.is_empty() {
            return Ok(());
        }
        overtaken
            .into_iter()
            .try_for_each(|id| overtake(tx, actor, id, None))?;
    }
}

/// Notes that a request expired, and writes to who asked, or that a booking took place.
fn overtake(tx: &mut Tx<'_>, actor: &Actor, id: BookingId, writer: Option<&Writer>) -> Result<(), Fault> {
    let now = tx.now();
    let mut booking = bookings::lock(tx, actor.place, id)?.or_not_found()?;
    let verb = match booking.state_at(now) {
        BookingState::Expired if booking.state == BookingState::Requested => {
            booking.state = BookingState::Expired;
            owe_floor(tx, actor, &mut booking)?;
            offers::return_relief(tx, actor.place, id.as_i64(), Some(Rate::ZERO))?;
            tell(tx, actor, &booking)?;
            "booking.expired"
        }
        BookingState::Confirmed | BookingState::CheckedIn if booking.period().end() <= now => {
            booking.state = BookingState::Done;
            "booking.done"
        }
        _ => return Ok(()),
    };
    let offered = waiting::offer_of(tx, actor.place, id)?.is_some();
    save(tx, actor, &booking).map_err(Refused::unexpected)?;
    let zone = place::get(tx, actor.place)?.zone;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    record(tx, actor, verb, &booking, &facts(&zone, &resource, &booking))?;
    match writer {
        // Whoever waited was told until when the offer holds.
        Some(writer) if booking.state == BookingState::Expired && !offered => {
            writer.lapsed(tx, actor.place, &booking)
        }
        _ => Ok(()),
    }
}

/// A booking that was moved late and then not confirmed again owes what cancelling it then would have cost.
fn owe_floor(tx: &mut Tx<'_>, actor: &Actor, booking: &mut Booking) -> Result<(), Fault> {
    let owed = extras::owed(tx, actor, booking)?;
    if booking.fee_floor.is_zero() && !owed {
        return Ok(());
    }
    let zone = place::get(tx, actor.place)?.zone;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    let due = booking.fee_floor;
    if !due.is_zero() {
        let charged = charging::charge_fee(tx, actor, &zone, &resource, booking, due);
        booking.fee_charge = charged.map_err(Refused::unexpected)?;
    }
    let given_up = extras::give_up(tx, actor, &zone, booking, Some(Rate::ZERO));
    given_up.map_err(Refused::unexpected)?;
    booking.fee = Some(due);
    Ok(())
}
