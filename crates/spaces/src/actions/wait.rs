//! Waiting for hours that are taken: joining, leaving, offering what came free to the first who fits, accepting.

use super::book::{
    NewBooking, booking_of, check_attendance, check_title, holder_of, request_expiry, zone_of,
};
use super::plan::{Demand, Holder, Plan, free, plan};
use super::{
    Refused, charging, extras, facts, hold_both, hold_one, lay_out, may_change, record, refused, save,
};
use crate::letters::Writer;
use crate::permissions::{BOOK, BOOK_FOR_OTHERS};
use crate::rules::booking::{Booking, BookingId, BookingState, SlotRefused};
use crate::rules::layout::{self, LayoutId};
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::waiting::{WaitingEntry, WaitingId, WaitingState, may_come_free, offer_until};
use crate::store::{bookings, resources, schedule, waiting};
use kernel::{Actor, Period, PersonId, Zone};
use platform::database::Tx;
use platform::{Failure, Fault, JobContext, JobReport, OrNotFound, jobs, place};
use serde_json::Value;

/// The setting that says for how many hours an offer holds; four while it is not set.
pub const WAITING_HOURS_SETTING: &str = "spaces_waiting_hours";

/// The job that offers what came free.
pub(crate) const KIND: &str = "spaces.waiting";

/// Somebody who would wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWait {
    /// For what.
    pub resource: ResourceId,
    /// For which hours.
    pub period: Period,
    /// Who.
    pub person: PersonId,
    /// What for; may be empty.
    pub title: String,
    /// How many people come, if said.
    pub attendance: Option<i64>,
    /// How the room is laid out; its own buffers count without.
    pub layout: Option<LayoutId>,
    /// Words for the desk; may be empty.
    pub note: String,
}

/// Puts somebody on the waiting list for hours that are taken.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal): the hours are free, they wait already, or waiting would not help; [`Fault::NotFound`].
pub fn join_waiting(tx: &mut Tx<'_>, actor: &Actor, new: &NewWait) -> Result<WaitingId, Refused> {
    let own = actor.is(new.person);
    actor.require(if own { BOOK } else { BOOK_FOR_OTHERS })?;
    check_title(&new.title)?;
    check_attendance(new.attendance)?;
    let note = layout::note(&new.note).ok_or_else(|| refused(SlotRefused::Note))?;
    people::person(tx, actor.place, new.person)?.or_not_found()?;
    let zone = zone_of(tx, actor)?;
    let resource = hold_one(tx, actor, new.resource)?;
    let resource = lay_out::laid_out(tx, actor, resource, new.layout)?;
    let known = waiting::open_of(tx, actor.place, new.person)?;
    let same = |entry: &WaitingEntry| entry.resource == new.resource && entry.period.overlaps(new.period);
    if known.iter().any(same) {
        return Err(refused(SlotRefused::WaitsAlready));
    }
    match planned(tx, actor, &zone, &resource, (new.period, new.person)) {
        Ok(_) => return Err(refused(SlotRefused::StillFree)),
        Err(Failure::Refused(refusal)) if may_come_free(&refusal) => {}
        Err(other) => return Err(other),
    }
    let entry = WaitingEntry {
        id: tx.new_id(),
        resource: new.resource,
        person: new.person,
        period: new.period,
        title: new.title.trim().to_owned(),
        attendance: new.attendance,
        layout: new.layout,
        note,
        state: WaitingState::Waiting,
        booking: None,
        offer_until: None,
        joined_at: tx.now(),
    };
    waiting::insert(tx, actor.place, &entry, actor.account)?;
    Ok(entry.id)
}

/// Takes somebody off the waiting list.
///
/// # Errors
/// [`SlotRefused::OfferGone`] when they wait no more; [`Fault::NotFound`] when it is not theirs.
pub fn leave_waiting(tx: &mut Tx<'_>, actor: &Actor, id: WaitingId) -> Result<(), Refused> {
    let mut entry = waiting::lock(tx, actor.place, id)?.or_not_found()?;
    if !(actor.is(entry.person) && actor.may(BOOK) || actor.may(BOOK_FOR_OTHERS)) {
        return Err(Failure::Fault(Fault::NotFound));
    }
    if entry.state != WaitingState::Waiting {
        return Err(refused(SlotRefused::OfferGone));
    }
    entry.state = WaitingState::Withdrawn;
    waiting::update(tx, actor.place, &entry)?;
    Ok(())
}

/// Offers the hours that somebody waits for, if they are free: held for them as a request, until the offer lapses.
///
/// # Errors
/// As the database says; that they are not free is no error.
pub fn offer_waiting(
    tx: &mut Tx<'_>,
    place: kernel::PlaceId,
    id: WaitingId,
) -> Result<Option<Booking>, Fault> {
    let actor = Actor::system(place);
    match offered(tx, &actor, id) {
        Ok(booking) => Ok(booking),
        Err(Failure::Refused(_)) => Ok(None),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

fn offered(tx: &mut Tx<'_>, actor: &Actor, id: WaitingId) -> Result<Option<Booking>, Refused> {
    let seen = waiting::find(tx, actor.place, id)?.or_not_found()?;
    let resource = hold_one(tx, actor, seen.resource)?;
    let resource = lay_out::wished(tx, actor, resource, &seen)?;
    let mut entry = waiting::lock(tx, actor.place, id)?.or_not_found()?;
    if entry.state != WaitingState::Waiting || entry.period.start() <= tx.now() {
        return Ok(None);
    }
    let zone = zone_of(tx, actor)?;
    offers::hold_relief(tx, actor.place, entry.person)?;
    let plan = planned(tx, actor, &zone, &resource, (entry.period, entry.person))?;
    let new = NewBooking {
        title: entry.title.clone(),
        attendance: entry.attendance,
        layout: entry.layout,
        note: entry.note.clone(),
        ..NewBooking::plain(entry.resource, entry.period, Holder::Person(entry.person))
    };
    let hours = place::setting(tx, actor.place, WAITING_HOURS_SETTING)?;
    let hours = hours.and_then(|text| text.parse().ok()).unwrap_or(4);
    let until = offer_until(tx.now(), hours, entry.period);
    let mut booking = booking_of(tx, actor, &new, &plan);
    booking.state = BookingState::Requested;
    booking.request_expires_at = Some(until);
    charging::draw(tx, actor, &zone, &booking, plan.relief.as_ref())?;
    bookings::insert(tx, actor.place, &booking)?;
    lay_out::keep(tx, actor, &booking, &new)?;
    entry.state = WaitingState::Offered;
    entry.booking = Some(booking.id);
    entry.offer_until = Some(until);
    waiting::update(tx, actor.place, &entry)?;
    record(
        tx,
        actor,
        "booking.offered",
        &booking,
        &facts(&zone, &resource, &booking),
    )?;
    Ok(Some(booking))
}

/// Takes an offer: the booking is made at the price that was offered, or asked for where the place wants to be asked.
///
/// # Errors
/// [`SlotRefused::OfferGone`] when its time is over; [`Fault::NotFound`] when it is not theirs or no offer.
pub fn accept_offer(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Refused> {
    let (resource, mut booking) = hold_both(tx, actor, id)?;
    may_change(actor, &booking).map_err(|_| Failure::Fault(Fault::NotFound))?;
    let Some(mut entry) = waiting::offer_of(tx, actor.place, id)? else {
        return Err(refused(SlotRefused::OfferGone));
    };
    let resource = resource.laid_out(lay_out::kept(tx, actor, &booking)?.as_ref());
    if booking.state_at(tx.now()) != BookingState::Requested {
        return Err(refused(SlotRefused::OfferGone));
    }
    let zone = zone_of(tx, actor)?;
    let holder = holder_of(&booking)?;
    let demand = Demand {
        resource: &resource,
        period: booking.period(),
        holder: &holder,
        overriding: false,
        on_the_spot: false,
        moving: Some(&booking),
        planned: &[],
        coupon: None,
    };
    free(tx, actor, &zone, &demand, booking.occupation)?;
    let schedule = schedule::schedule(tx, actor.place, booking.period())?;
    let asks =
        schedule.window_of(resource.id, booking.audience).needs_approval && !actor.may(BOOK_FOR_OTHERS);
    entry.state = WaitingState::Accepted;
    entry.offer_until = None;
    waiting::update(tx, actor.place, &entry)?;
    let verb = if asks {
        booking.request_expires_at = Some(request_expiry(tx, actor, booking.period())?);
        "booking.requested"
    } else {
        charging::charge(tx, actor, &zone, &resource, &mut booking)?;
        extras::charge(tx, actor, &zone, &mut booking)?;
        booking.state = BookingState::Confirmed;
        booking.request_expires_at = None;
        "booking.made"
    };
    save(tx, actor, &booking)?;
    booking.version += 1;
    record(tx, actor, verb, &booking, &facts(&zone, &resource, &booking))?;
    Ok(booking)
}

/// Asks for offers to be made when a booking that changed may have left hours to somebody who waits.
pub(crate) fn stir(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking) -> Result<(), Fault> {
    waiting::follow(tx, actor.place, booking)?;
    if waiting::anybody(tx, actor.place)? {
        jobs::enqueue(tx, actor, KIND, &Value::Null, None)?;
    }
    Ok(())
}

/// Offers what came free: to whom waited longest first, each in a transaction of its own.
pub(crate) fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let writer = Writer::of(context)?;
    let fitting = context.db.read_blocking(move |tx| fitting(tx, place))?;
    let mut done = 0;
    for id in fitting {
        let writer = writer.clone();
        let offered = context.db.write_blocking(move |tx| {
            let Some(booking) = offer_waiting(tx, place, id)? else {
                return Ok::<_, Fault>(0);
            };
            writer.offered(tx, place, &booking)?;
            Ok(1)
        })?;
        done += offered;
    }
    context
        .db
        .write_blocking(move |tx| waiting::overtake(tx, place).map_err(Fault::from))?;
    Ok(JobReport {
        done,
        ..JobReport::default()
    })
}

/// Those whose hours are free as things stand.
fn fitting(tx: &mut Tx<'_>, place: kernel::PlaceId) -> Result<Vec<WaitingId>, Fault> {
    let actor = Actor::system(place);
    let zone = zone_of(tx, &actor)?;
    let mut found = Vec::new();
    for entry in waiting::waiting(tx, place)? {
        let resource = resources::find(tx, place, entry.resource)?.or_not_found()?;
        let resource = lay_out::wished(tx, &actor, resource, &entry)?;
        match planned(tx, &actor, &zone, &resource, (entry.period, entry.person)) {
            Ok(_) => found.push(entry.id),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    Ok(found)
}

fn planned(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    resource: &Resource,
    (period, person): (Period, PersonId),
) -> Result<Plan, Refused> {
    let holder = Holder::Person(person);
    let demand = Demand {
        resource,
        period,
        holder: &holder,
        overriding: false,
        on_the_spot: false,
        moving: None,
        planned: &[],
        coupon: None,
    };
    plan(tx, actor, zone, &demand)
}
