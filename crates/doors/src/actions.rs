//! The verbs of doors.

use crate::permissions::{ENTER, MANAGE};
use crate::rules::{AtDoor, AtDoorRefused, DoorRefused, Tablet, TabletId};
use crate::store;
use kernel::{Actor, PersonId, Role};
use people::TokenHash;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use spaces::{
    BOOK_FOR_OTHERS, Booking, BookingId, CHECK_IN, CheckInRefusal, CheckedIn, DoorNumber, NewCheckIn,
    OnTheSpot, Part, ResourceId,
};
use stewardship::{NewIncident, Urgency};

/// The most characters of what a tablet is called.
const LONGEST_NAME: usize = 60;

/// Makes the address of a tablet at the door of a space; of its secret only the hash is kept.
///
/// # Errors
/// [`DoorRefused::Name`]; [`Fault::NotFound`] for a space of another place or one that is let no more.
pub fn make_tablet(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (resource, name): (ResourceId, &str),
    secret: &TokenHash,
) -> Result<TabletId, Failure<DoorRefused>> {
    actor.require(MANAGE)?;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Failure::Refused(DoorRefused::Name));
    }
    let space = spaces::store::resources::find(tx, actor.place, resource)?.or_not_found()?;
    if !space.active {
        return Err(Failure::Fault(Fault::NotFound));
    }
    let tablet = Tablet {
        id: tx.new_id(),
        resource,
        name,
        made_at: tx.now(),
        made_by: actor.person,
    };
    store::insert(tx, actor.place, &tablet, secret)?;
    let detail = json!({ "space": space.facts.name.as_str(), "name": tablet.name });
    let subject = Subject::new("door_tablet", tablet.id);
    activity::record(tx, actor, "tablet.made", subject, detail)?;
    Ok(tablet.id)
}

/// Ends the address of a tablet: what still shows it is told that there is nothing.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such tablet or it ended before.
pub fn end_tablet(tx: &mut Tx<'_>, actor: &Actor, id: TabletId) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    if !store::end(tx, actor.place, id)? {
        return Err(Fault::NotFound);
    }
    activity::record(
        tx,
        actor,
        "tablet.ended",
        Subject::new("door_tablet", id),
        json!({}),
    )?;
    Ok(())
}

/// Who has this number, if they belong to the house today.
///
/// # Errors
/// [`DoorRefused::UnknownNumber`] for a number of nobody, and of somebody who has left: a door does not tell them apart.
pub fn known_at_door(
    tx: &mut Tx<'_>,
    actor: &Actor,
    number: &DoorNumber,
) -> Result<AtDoor, Failure<DoorRefused>> {
    let unknown = || Failure::Refused(DoorRefused::UnknownNumber);
    let holder = spaces::store::door_numbers::holder(tx, actor.place, number)?;
    let person = holder.ok_or_else(unknown)?;
    let zone = place::get(tx, actor.place)?.zone;
    let today = tx.today(&zone);
    let roles = people::roles_on(tx, actor.place, person, today)?;
    let team = [Role::Facilitator, Role::ManagingDirector, Role::Administrator];
    let staff = roles.iter().any(|role| team.contains(role));
    if staff || people::is_member_on(tx, actor.place, person, today)? {
        Ok(AtDoor { person, staff })
    } else {
        Err(unknown())
    }
}

/// Takes the space of a tablet from this minute on, for somebody who stands before it.
///
/// # Errors
/// [`AtDoorRefused::Booking`] when it cannot be had.
pub fn book_at_door(
    tx: &mut Tx<'_>,
    actor: &Actor,
    tablet: &Tablet,
    wanted: &OnTheSpot,
) -> Result<Booking, Failure<AtDoorRefused>> {
    if wanted.resource != tablet.resource {
        return Err(Failure::Fault(Fault::NotFound));
    }
    let somebody = spaces::person_at_door(actor, wanted.person);
    let booked = spaces::book_now(tx, &somebody, wanted);
    booked.map_err(|failure| failure.map(AtDoorRefused::Booking))
}

/// Ends what is under way in the space of a tablet: for whom it is, or one of the team. It is ended, not cancelled (RULES 19).
///
/// # Errors
/// [`DoorRefused::NothingNow`], [`DoorRefused::NotYours`].
pub fn end_at_door(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (tablet, who): (&Tablet, AtDoor),
) -> Result<Booking, Failure<AtDoorRefused>> {
    let refused = |refusal| Failure::Refused(AtDoorRefused::Door(refusal));
    let now = tx.now();
    let minute = kernel::Period::new(now, now.plus_minutes(1)).map_err(Fault::internal)?;
    let slots = spaces::store::bookings::occupying(tx, actor.place, tablet.resource, minute)?;
    let running = |slot: &&spaces::store::bookings::Slot| slot.occupation.hours().contains(now);
    let current: Vec<_> = slots.iter().filter(running).collect();
    if current.is_empty() {
        return Err(refused(DoorRefused::NothingNow));
    }
    let own = current
        .iter()
        .find(|slot| who.staff || slot.person == Some(who.person));
    let slot = own.ok_or_else(|| refused(DoorRefused::NotYours))?;
    let mut somebody = spaces::person_at_door(actor, who.person);
    if who.staff {
        somebody.permissions.insert(BOOK_FOR_OTHERS);
    }
    let ended = spaces::end_early(tx, &somebody, slot.id);
    ended.map_err(|failure| failure.map(AtDoorRefused::Booking))
}

/// Notes at the door that the people of a booking of this space are here.
///
/// # Errors
/// [`AtDoorRefused::Booking`] when it is not the time; [`Fault::NotFound`] for a booking of another space.
pub(crate) fn arrive_at_door(
    tx: &mut Tx<'_>,
    actor: &Actor,
    tablet: &Tablet,
    booking: BookingId,
) -> Result<Booking, Failure<AtDoorRefused>> {
    let mut door = actor.clone();
    door.permissions.insert(CHECK_IN);
    let noted = spaces::arrive_at(tx, &door, tablet.resource, booking);
    noted.map_err(|failure| failure.map(AtDoorRefused::Booking))
}

/// Reports at the door that something is broken: in the name of who said their number, else in nobody's.
///
/// # Errors
/// As [`stewardship::report_incident`].
pub fn report_at_door(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (tablet, who): (&Tablet, Option<AtDoor>),
    title: String,
) -> Result<(), Failure<AtDoorRefused>> {
    let new = NewIncident {
        subject: stewardship::Subject::Space(tablet.resource),
        title,
        detail: String::new(),
        urgency: Urgency::Normal,
    };
    let reported = match who {
        Some(who) => {
            let mut somebody = spaces::person_at_door(actor, who.person);
            somebody.permissions.insert(stewardship::OWN);
            stewardship::report_incident(tx, &somebody, new)
        }
        None => {
            let keeper = tablet.made_by.ok_or(Fault::Forbidden)?;
            let mut door = actor.clone();
            door.permissions.insert(stewardship::OWN);
            stewardship::report_unnamed(tx, &door, keeper, new)
        }
    };
    reported.map_err(|failure| failure.map(AtDoorRefused::Incident))?;
    Ok(())
}

/// A member checks in by themselves at the entrance: the units, the debts and the rest of the day are those of the desk.
///
/// # Errors
/// [`CheckInRefusal`] as at the desk; [`Fault::Forbidden`] for who is no person.
pub fn check_in_at_entrance(
    tx: &mut Tx<'_>,
    actor: &Actor,
    part: Part,
) -> Result<CheckedIn, Failure<CheckInRefusal>> {
    actor.require(ENTER)?;
    let person: PersonId = actor.person.ok_or(Fault::Forbidden)?;
    let mut self_served = actor.clone();
    self_served.permissions.insert(CHECK_IN);
    let new = NewCheckIn {
        person,
        part,
        welcome: None,
    };
    spaces::check_in(tx, &self_served, new)
}
