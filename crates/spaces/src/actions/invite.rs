//! Inviting people to a booking by mail, taking them off, and their answers.

use super::invitees::{Invited, invitees};
use super::{facts, may_change, own_or_any, record};
use crate::invitations;
use crate::rules::booking::{Booking, BookingId};
use crate::rules::participants::{
    InvitationAnswer, InvitationRefused, Invitee, Participant, ParticipantId, may_answer, may_invite,
    newly_invited,
};
use crate::store::{bookings, participants as kept, resources, series};
use kernel::{Actor, Email, PlaceId};
use people::TokenHash;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use std::collections::BTreeSet;

type Refused = Failure<InvitationRefused>;

/// Those invited to a booking, by address, for who may change it. To whom may not it does not exist.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn participants(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Vec<Participant>, Fault> {
    let booking = bookings::find(tx, actor.place, id)?.or_not_found()?;
    may_change(actor, &booking).map_err(|_| Fault::NotFound)?;
    let mut invited = kept::of_booking(tx, actor.place, id)?;
    invited.retain(|one| one.removed_at.is_none());
    Ok(invited)
}

/// Invites people to a booking, or to it and the dates of its series that follow: each gets one letter with a calendar file and a
/// link to answer. Answers how many are invited that were not.
///
/// # Errors
/// [`InvitationRefused`]; [`Fault::NotFound`] when the booking is not the actor's to change, or somebody named not theirs to find.
pub fn invite(tx: &mut Tx<'_>, actor: &Actor, id: BookingId, wanted: &Invited) -> Result<usize, Refused> {
    let booking = own_or_any(tx, actor, id)?;
    if !may_invite(&booking, tx.now()) {
        return Err(Failure::Refused(InvitationRefused::NotStanding));
    }
    let named = invitees(tx, actor, wanted)?;
    let mut letters: BTreeSet<Email> = BTreeSet::new();
    for date in dates(tx, actor, booking, wanted.following)? {
        if !may_invite(&date, tx.now()) {
            continue;
        }
        let new = put_down(tx, actor, &date, &named)?;
        if !new.is_empty() {
            noted(tx, actor, &date, "booking.invited", new.len())?;
        }
        letters.extend(new.into_iter().map(|one| one.email));
    }
    if letters.is_empty() {
        return Err(Failure::Refused(InvitationRefused::Nobody));
    }
    if let Some(seconds) = invitations::count_invitations(tx, actor, letters.len())? {
        let minutes = (seconds + 59).div_euclid(60);
        return Err(Failure::Refused(InvitationRefused::TooFast { minutes }));
    }
    let now = tx.now();
    invitations::ask(tx, actor, id, now)?;
    Ok(letters.len())
}

/// Keeps who is new on the list of one booking.
fn put_down(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    named: &[Invitee],
) -> Result<Vec<Invitee>, Refused> {
    let known = kept::of_booking(tx, actor.place, booking.id)?;
    let new = newly_invited(named, &known).map_err(Failure::Refused)?;
    for invitee in &new {
        let again = known.iter().find(|one| one.email == invitee.email);
        let one = Participant {
            id: again.map_or_else(|| tx.new_id(), |one| one.id),
            booking: booking.id,
            person: invitee.person,
            email: invitee.email.clone(),
            answer: InvitationAnswer::Waiting,
            told: None,
            sequence: 0,
            invited_at: tx.now(),
            invited_by: actor.person,
            answered_at: None,
            removed_at: None,
        };
        match again {
            Some(_) => kept::renew(tx, actor.place, &one)?,
            None => kept::insert(tx, actor.place, &one)?,
        }
    }
    Ok(new)
}

/// The booking itself, or it and those of its series after it, each held until the end of the transaction.
fn dates(tx: &mut Tx<'_>, actor: &Actor, booking: Booking, following: bool) -> Result<Vec<Booking>, Fault> {
    let known = match following {
        true => series::of_booking(tx, actor.place, booking.id)?,
        false => None,
    };
    let Some(known) = known else {
        return Ok(vec![booking]);
    };
    let from = booking.period().start();
    let mut all = vec![];
    for one in series::bookings(tx, actor.place, known)? {
        if one.period().start() >= from {
            all.push(own_or_any(tx, actor, one.id)?);
        }
    }
    Ok(all)
}

/// Takes somebody off the list of a booking, or of it and the dates of its series that follow: they are told that it is off for them.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such invitation to that booking, or the booking is not the actor's to change.
pub fn uninvite(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, participant): (BookingId, ParticipantId),
    following: bool,
) -> Result<(), Fault> {
    let booking = own_or_any(tx, actor, id)?;
    let known = kept::find(tx, actor.place, participant)?;
    let one = known.filter(|one| one.booking == id && one.removed_at.is_none());
    let one = one.or_not_found()?;
    for date in dates(tx, actor, booking, following)? {
        let invited = kept::of_booking(tx, actor.place, date.id)?;
        let same = |other: &&Participant| other.email == one.email && other.removed_at.is_none();
        if let Some(other) = invited.iter().find(same) {
            kept::remove(tx, actor.place, other.id)?;
            noted(tx, actor, &date, "booking.uninvited", 1)?;
        }
    }
    let now = tx.now();
    invitations::ask(tx, actor, id, now)
}

/// Who holds the secret of an invitation says whether they come: to one of its dates, or to all when none is named. What they said
/// before gives way.
///
/// # Errors
/// [`InvitationRefused::NotStanding`] when what they answer to is over or no longer stands; [`Fault::NotFound`] when the secret opens
/// nothing, or not that date.
pub fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (secret, which): (&TokenHash, Option<ParticipantId>),
    said: InvitationAnswer,
) -> Result<(), Refused> {
    let mut asked = answerable(tx, actor.place, secret)?;
    asked.retain(|one| which.is_none_or(|id| id == one.id));
    if asked.is_empty() {
        return Err(Fault::NotFound.into());
    }
    let mut noted = false;
    for one in asked {
        let booking = bookings::lock(tx, actor.place, one.booking)?.or_not_found()?;
        if may_answer(&booking, tx.now()) {
            kept::set_answer(tx, actor.place, one.id, said)?;
            noted = true;
        }
    }
    if noted {
        Ok(())
    } else {
        Err(Failure::Refused(InvitationRefused::NotStanding))
    }
}

/// What a secret answers to: what its letter was about, and the other dates of the same series to which the same address is invited.
pub(crate) fn answerable(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Vec<Participant>, Fault> {
    let opened = kept::opened(tx, place, secret)?;
    let Some(first) = opened.first() else {
        return Ok(vec![]);
    };
    let Some(series) = series::of_booking(tx, place, first.booking)? else {
        return Ok(opened);
    };
    let email = first.email.clone();
    let mut all = kept::of_series(tx, place, series)?;
    all.retain(|one| one.email == email && one.removed_at.is_none());
    Ok(all)
}

/// Tells everybody invited to a booking that it changed, or that it is off.
pub(crate) fn tell(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking) -> Result<(), Fault> {
    let mut invited = kept::of_booking(tx, actor.place, booking.id)?;
    invited.retain(|one| one.removed_at.is_none());
    if invited.is_empty() {
        return Ok(());
    }
    let wait = match actor.account {
        Some(_) => invitations::count_news(tx, actor, invited.len())?,
        None => None,
    };
    let at = tx.now().plus_seconds(wait.unwrap_or(0));
    invitations::ask(tx, actor, booking.id, at)
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
