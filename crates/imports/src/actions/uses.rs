//! Lines of what was used: rooms booked and visits, charged and taken from passes as if made here.

use super::desk::Desk;
use super::holdings::person;
use super::settled::{LineRefused, Settled, at, refused};
use crate::rules::directory::MatchRefused;
use crate::rules::draft::{BookingDraft, CheckInDraft};
use crate::rules::field::Field;
use kernel::Actor;
use platform::Failure;
use platform::database::Tx;
use spaces::{
    BookingRefusal, BookingState, CheckInImported, CheckInRefusal, Holder, ImportedAs, ImportedBooking,
    ImportedCheckIn, Welcome,
};

/// Takes in a booking at the tariff in force on its day, and files its charge.
pub(super) fn settle_booking(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    draft: &BookingDraft,
    reference: &str,
) -> Result<Settled, Failure<LineRefused>> {
    let unknown = || {
        refused(
            Field::Room,
            MatchRefused::NoSuchRoom {
                known: desk.rooms.known(),
            },
        )
    };
    let over = draft.period.end() <= tx.now();
    let booking = ImportedBooking {
        resource: desk.rooms.find(&draft.room).ok_or_else(unknown)?,
        period: draft.period,
        holder: Holder::Person(person(desk, &draft.who)?),
        title: draft.title.clone(),
        state: if over {
            BookingState::Done
        } else {
            BookingState::Confirmed
        },
        price: None,
        charged: true,
        external_ref: reference.to_owned(),
    };
    let imported = spaces::import_booking(tx, actor, &booking);
    match imported.map_err(|failure| at(failure, |_: &BookingRefusal| Field::Start))? {
        ImportedAs::New(id) => Ok(Settled::created(id)),
        ImportedAs::Known(_) => Ok(Settled::Known),
    }
}

/// Takes in a visit; its units are taken, or owed. A visit noted here before for that very part of the day is there already.
pub(super) fn settle_check_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    draft: &CheckInDraft,
    reference: &str,
) -> Result<Settled, Failure<LineRefused>> {
    let visit = ImportedCheckIn {
        person: person(desk, &draft.who)?,
        day: draft.day,
        part: draft.part,
        arrived_at: draft.arrived,
        welcome: Welcome::Debt,
        external_ref: reference.to_owned(),
    };
    match spaces::import_check_in(tx, actor, &visit) {
        Ok(CheckInImported::Created(id)) => Ok(Settled::created(id)),
        Ok(CheckInImported::Known(_)) => Ok(Settled::Known),
        Err(Failure::Refused(CheckInRefusal::AlreadyHere { part, .. })) if part == draft.part => {
            Ok(Settled::Known)
        }
        Err(Failure::Refused(CheckInRefusal::AlreadyHere { .. })) => {
            Err(refused(Field::Half, MatchRefused::HereForAnotherPart))
        }
        Err(failure) => Err(at(failure, |_: &CheckInRefusal| Field::Day)),
    }
}
