//! Inviting people to a booking by mail, taking them off, and their answers.

use super::{facts, own_or_any, record};
use crate::invitations::{self, Method};
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::participants::{
    InvitationAnswer, InvitationRefused, Participant, ParticipantId, may_invite, newly_invited,
};
use crate::store::{bookings, participants, resources};
use kernel::{Actor, Email};
use people::TokenHash;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};

type Refused = Failure<InvitationRefused>;

/// Invites people to a booking: each gets a letter with a calendar file and a link to answer.
///
/// # Errors
/// [`InvitationRefused`]; [`Fault::NotFound`] when the booking is not the actor's to change.
pub fn invite(tx: &mut Tx<'_>, actor: &Actor, id: BookingId, named: &[Email]) -> Result<usize, Refused> {
    let booking = own_or_any(tx, actor, id)?;
    if !may_invite(&booking, tx.now()) {
        return Err(Failure::Refused(InvitationRefused::NotStanding));
    }
    let known = participants::of_booking(tx, actor.place, id)?;
    let new = newly_invited(named, &known).map_err(Failure::Refused)?;
    let mut invited = Vec::new();
    for email in new {
        let again = known.iter().find(|one| one.email == email);
        let one = Participant {
            id: again.map_or_else(|| tx.new_id(), |one| one.id),
            booking: id,
            email,
            answer: InvitationAnswer::Waiting,
            invited_at: tx.now(),
            invited_by: actor.account,
            answered_at: None,
            removed_at: None,
        };
        if again.is_some() {
            participants::update(tx, actor.place, &one)?;
        } else {
            participants::insert(tx, actor.place, &one)?;
        }
        invited.push(one.id);
    }
    noted(tx, actor, &booking, "booking.invited", invited.len())?;
    let count = invited.len();
    invitations::ask(tx, actor, id, Method::Request, Some(invited))?;
    Ok(count)
}

/// Takes somebody off the list of a booking: they are told that it is off for them, then forgotten.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such invitation to that booking, or the booking is not the actor's to change.
pub fn uninvite(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, participant): (BookingId, ParticipantId),
) -> Result<(), Fault> {
    let booking = own_or_any(tx, actor, id)?;
    let known = participants::find(tx, actor.place, participant)?;
    let one = known.filter(|one| one.booking == id && one.removed_at.is_none());
    let one = Participant {
        removed_at: Some(tx.now()),
        ..one.or_not_found()?
    };
    participants::update(tx, actor.place, &one)?;
    noted(tx, actor, &booking, "booking.uninvited", 1)?;
    invitations::ask(tx, actor, id, Method::Cancel, Some(vec![participant]))
}

/// Who holds the secret of an invitation says whether they come; what they said before gives way.
///
/// # Errors
/// [`InvitationRefused::NotStanding`] when the booking is over or no longer stands; [`Fault::NotFound`] when the secret opens nothing.
pub fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    secret: &TokenHash,
    answer: InvitationAnswer,
) -> Result<(), Refused> {
    let one = participants::opened(tx, actor.place, secret)?.filter(|one| one.removed_at.is_none());
    let one = one.or_not_found()?;
    let booking = bookings::lock(tx, actor.place, one.booking)?.or_not_found()?;
    let off = !matches!(
        booking.state_at(tx.now()),
        BookingState::Confirmed | BookingState::CheckedIn | BookingState::Requested
    );
    if off || booking.period().end() <= tx.now() {
        return Err(Failure::Refused(InvitationRefused::NotStanding));
    }
    let answered_at = (answer != InvitationAnswer::Waiting).then(|| tx.now());
    participants::update(
        tx,
        actor.place,
        &Participant {
            answer,
            answered_at,
            ..one
        },
    )?;
    Ok(())
}

/// Tells everybody invited to a booking that it changed, or that it is off.
pub(crate) fn tell(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking, method: Method) -> Result<(), Fault> {
    if participants::of_booking(tx, actor.place, booking.id)?.is_empty() {
        return Ok(());
    }
    invitations::ask(tx, actor, booking.id, method, None)
}

fn noted(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking, verb: &str, count: usize) -> Result<(), Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    let mut facts = facts(&zone, &resource, booking);
    if let Some(facts) = facts.as_object_mut() {
        facts.insert("count".to_owned(), count.into());
    }
    record(tx, actor, verb, booking, &facts)
}
