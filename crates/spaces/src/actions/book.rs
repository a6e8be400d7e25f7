//! Booking, and saying beforehand what it would cost.

use super::extras::{self, With};
use super::plan::{Demand, Holder, Plan, plan};
use super::{Refused, charging, facts, hold_one, lay_out, record, refused};
use crate::permissions::{BOOK, BOOK_FOR_OTHERS, OVERRIDE};
use crate::rules::booking::{Booking, BookingId, BookingState, Price, SlotRefused};
use crate::rules::extras::{self as lines, ExtraAsked, ExtraLine};
use crate::rules::layout::LayoutId;
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{bookings, resources};
use kernel::{Actor, Forbidden, Instant, Money, Period, Zone};
use offers::{CouponRefused, HoursDrawn};
use platform::database::Tx;
use platform::place;
use platform::{Fault, OrNotFound};

/// The setting that says for how many hours a request holds its slot; forty-eight while it is not set.
pub const REQUEST_HOURS_SETTING: &str = "spaces_request_hours";

/// A booking to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBooking {
    /// What.
    pub resource: ResourceId,
    /// When.
    pub period: Period,
    /// For whom.
    pub holder: Holder,
    /// What for; may be empty.
    pub title: String,
    /// How many people come, if said: over the capacity is only a warning.
    pub attendance: Option<i64>,
    /// Whether members may see who booked.
    pub visible: bool,
    /// Whether to go past hours, limits and buffers.
    pub overriding: bool,
    /// Whether it begins this minute, at the door of the space: notice and step do not hold then.
    pub on_the_spot: bool,
    /// The price that was shown; another one is refused, so that nobody pays what they did not see.
    pub price_shown: Option<Money>,
    /// How the room is laid out; its own capacity and buffers count without.
    pub layout: Option<LayoutId>,
    /// Words for the desk; may be empty.
    pub note: String,
    /// The code of a coupon that is given with it.
    pub coupon: Option<String>,
    /// What is had with it, each once.
    pub extras: Vec<ExtraAsked>,
}

impl NewBooking {
    /// A booking with nothing said but what, when and for whom.
    #[must_use]
    pub const fn plain(resource: ResourceId, period: Period, holder: Holder) -> Self {
        Self {
            resource,
            period,
            holder,
            title: String::new(),
            attendance: None,
            visible: false,
            overriding: false,
            on_the_spot: false,
            price_shown: None,
            layout: None,
            note: String::new(),
            coupon: None,
            extras: Vec::new(),
        }
    }
}

/// What a booking would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// What is booked.
    pub resource: Resource,
    /// Whose rules apply, what it costs, whether it must be approved.
    pub plan: Plan,
    /// What is had with it, at its price.
    pub extras: Vec<ExtraLine>,
    /// Whether more people come than the resource holds.
    pub crowded: bool,
}

impl Quote {
    /// What it costs with its extras, on the basis of its price.
    #[must_use]
    pub fn total(&self) -> Price {
        total(&self.plan, &self.extras)
    }
}

/// What a plan costs with extras, on the basis of its price.
pub(crate) fn total(plan: &Plan, extras: &[ExtraLine]) -> Price {
    Price {
        amount: plan.price.amount + lines::sum(&plan.price, extras),
        ..plan.price
    }
}

/// What a booking would cost and whether it could be made now. Writes and promises nothing.
///
/// # Errors
/// As [`book`].
pub fn quote(tx: &mut Tx<'_>, actor: &Actor, new: &NewBooking) -> Result<Quote, Refused> {
    quote_after(tx, actor, new, &[])
}

/// As [`quote`], when others of the same series would draw hours before it.
pub(crate) fn quote_after(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewBooking,
    planned: &[HoursDrawn],
) -> Result<Quote, Refused> {
    authorise(actor, new)?;
    let zone = place::get(tx, actor.place)?.zone;
    check_texts(new)?;
    holder_exists(tx, actor, &new.holder)?;
    let resource = resources::find(tx, actor.place, new.resource)?.or_not_found()?;
    let resource = lay_out::laid_out(tx, actor, resource, new.layout)?;
    let plan = plan(tx, actor, &zone, &demand(&resource, new, planned))?;
    let extras = with_it(tx, actor, &zone, new, &plan)?;
    let crowded = resource.facts.is_crowded_by(new.attendance);
    Ok(Quote {
        resource,
        plan,
        extras,
        crowded,
    })
}

/// Books, or asks for approval where the place wants to be asked. The price is frozen and charged, unless it waits for approval.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when a rule says no; [`Fault::NotFound`] when the resource or the person is not of the
/// place.
pub fn book(tx: &mut Tx<'_>, actor: &Actor, new: &NewBooking) -> Result<Booking, Refused> {
    authorise(actor, new)?;
    check_texts(new)?;
    let zone = place::get(tx, actor.place)?.zone;
    holder_exists(tx, actor, &new.holder)?;
    let resource = hold_one(tx, actor, new.resource)?;
    let resource = lay_out::laid_out(tx, actor, resource, new.layout)?;
    if let Holder::Person(person) = new.holder {
        offers::hold_relief(tx, actor.place, person)?;
    }
    if let Some(code) = &new.coupon {
        offers::hold_coupon(tx, actor.place, code)?;
    }
    let plan = plan(tx, actor, &zone, &demand(&resource, new, &[]))?;
    let extras = with_it(tx, actor, &zone, new, &plan)?;
    as_shown(new, &plan, &extras)?;
    let mut booking = booking_of(tx, actor, new, &plan);
    charging::draw(tx, actor, &zone, &booking, plan.relief.as_ref())?;
    if plan.needs_approval {
        booking.state = BookingState::Requested;
        booking.request_expires_at = Some(request_expiry(tx, actor, booking.period())?);
    } else {
        charging::charge(tx, actor, &zone, &resource, &mut booking)?;
        if extras::costs(&extras) {
            charging::name_payer(tx, actor, &mut booking)?;
        }
    }
    bookings::insert(tx, actor.place, &booking)?;
    lay_out::keep(tx, actor, &booking, new)?;
    extras::keep(tx, actor, &zone, &mut booking, &extras)?;
    let verb = if plan.needs_approval {
        "booking.requested"
    } else {
        "booking.made"
    };
    record(tx, actor, verb, &booking, &facts(&zone, &resource, &booking))?;
    Ok(booking)
}

/// What is had with a booking to be made, at the prices of today.
pub(crate) fn with_it(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    new: &NewBooking,
    plan: &Plan,
) -> Result<Vec<ExtraLine>, Refused> {
    let with = With {
        holder: &new.holder,
        audience: plan.audience,
        space: new.resource,
        hours: new.period,
        overriding: new.overriding,
    };
    extras::priced(tx, actor, zone, &new.extras, &with)
}

/// Refuses another price than the one that was shown.
pub(crate) fn as_shown(new: &NewBooking, plan: &Plan, extras: &[ExtraLine]) -> Result<(), Refused> {
    let due = total(plan, extras).amount;
    if new.price_shown.is_some_and(|shown| shown != due) {
        return Err(refused(SlotRefused::PriceChanged));
    }
    Ok(())
}

/// Until when a request made now holds its slot: never past its beginning.
pub(crate) fn request_expiry(tx: &mut Tx<'_>, actor: &Actor, period: Period) -> Result<Instant, Fault> {
    let set = place::setting(tx, actor.place, REQUEST_HOURS_SETTING)?;
    let hours = set
        .and_then(|text| text.parse::<i64>().ok())
        .unwrap_or(48)
        .clamp(1, 24 * 60);
    Ok(tx.now().plus_minutes(hours * 60).min(period.start()))
}

/// The most characters of what a booking is for.
pub(crate) const LONGEST_TITLE: usize = 200;

pub(crate) fn check_title(title: &str) -> Result<(), Refused> {
    if title.chars().count() > LONGEST_TITLE || title.chars().any(char::is_control) {
        return Err(refused(SlotRefused::Text));
    }
    Ok(())
}

pub(crate) fn check_attendance(attendance: Option<i64>) -> Result<(), Refused> {
    match attendance {
        Some(people) if !(1..=100_000).contains(&people) => Err(refused(SlotRefused::Attendance)),
        _ => Ok(()),
    }
}

fn authorise(actor: &Actor, new: &NewBooking) -> Result<(), Forbidden> {
    match new.holder {
        Holder::Person(person) if actor.is(person) => actor.require(BOOK)?,
        _ => actor.require(BOOK_FOR_OTHERS)?,
    }
    if new.overriding {
        actor.require(OVERRIDE)
    } else {
        Ok(())
    }
}

fn check_texts(new: &NewBooking) -> Result<(), Refused> {
    // Uses of a coupon are counted by person: a name alone has none.
    if new.coupon.is_some() && matches!(new.holder, Holder::Caller(_)) {
        return Err(refused(CouponRefused::Nothing));
    }
    check_title(&new.title)?;
    lay_out::check_note(new)?;
    check_attendance(new.attendance)
}

fn holder_exists(tx: &mut Tx<'_>, actor: &Actor, holder: &Holder) -> Result<(), Fault> {
    if let Holder::Person(person) = holder {
        people::person(tx, actor.place, *person)?.or_not_found()?;
    }
    Ok(())
}

pub(crate) const fn demand<'a>(
    resource: &'a Resource,
    new: &'a NewBooking,
    planned: &'a [HoursDrawn],
) -> Demand<'a> {
    Demand {
        resource,
        period: new.period,
        holder: &new.holder,
        overriding: new.overriding,
        on_the_spot: new.on_the_spot,
        moving: None,
        planned,
        coupon: match &new.coupon {
            Some(code) => Some(code.as_str()),
            None => None,
        },
    }
}

pub(crate) fn booking_of(tx: &Tx<'_>, actor: &Actor, new: &NewBooking, plan: &Plan) -> Booking {
    let id: BookingId = tx.new_id();
    let (person, caller_name) = match &new.holder {
        Holder::Person(person) => (Some(*person), String::new()),
        Holder::House => (None, String::new()),
        Holder::Caller(name) => (None, name.as_str().to_owned()),
    };
    Booking {
        id,
        resource: new.resource,
        person,
        customer: None,
        caller_name,
        audience: plan.audience,
        title: new.title.trim().to_owned(),
        occupation: plan.occupation,
        state: BookingState::Confirmed,
        visible: new.visible,
        attendance: new.attendance,
        price: plan.price,
        charge: None,
        fee: None,
        fee_charge: None,
        fee_floor: Money::ZERO,
        created_at: tx.now(),
        created_by: actor.account,
        overridden: new.overriding,
        overridden_by: actor.account.filter(|_| new.overriding),
        request_expires_at: None,
        cancelled_at: None,
        ended_at: None,
        version: 1,
        external_ref: None,
    }
}

/// The holder of a booking that exists.
pub(crate) fn holder_of(booking: &Booking) -> Result<Holder, Fault> {
    match booking.person {
        Some(person) => Ok(Holder::Person(person)),
        None if booking.caller_name.is_empty() => Ok(Holder::House),
        None => {
            let name = kernel::Name::parse(&booking.caller_name).map_err(Fault::internal)?;
            Ok(Holder::Caller(name))
        }
    }
}

/// The zone of the place of an actor.
pub(crate) fn zone_of(tx: &mut Tx<'_>, actor: &Actor) -> Result<Zone, Fault> {
    Ok(place::get(tx, actor.place)?.zone)
}
