//! A coupon given with something: what it takes off, noted as used in the same act. Of several who use its last time at once, one has it.

use super::setup;
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::rules::coupon::{self, Coupon, CouponCut, CouponPurpose, CouponRefused};
use crate::rules::hours::BookingCoupon;
use crate::store::{coupon_uses, coupons, plans};
use kernel::{Actor, Day, Id, Money, PersonId, PlaceId};
use platform::database::Tx;
use platform::{Failure, Fault};

/// What a coupon takes off a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCoupon {
    /// Which one.
    pub coupon: Id<Coupon>,
    /// Its code, as kept.
    pub code: String,
    /// What comes off the fee for joining.
    pub off_fee: Money,
    /// What comes off the first period.
    pub first: Option<CouponCut>,
}

/// The coupon of a code, when somebody may use it for that on a day; who is not known yet has used none.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: Option<PersonId>,
    purpose: CouponPurpose,
    (on, code): (Day, &str),
) -> Result<Coupon, Failure<CouponRefused>> {
    let unknown = || Failure::Refused(CouponRefused::Unknown);
    let code = coupon::code(code).map_err(|_| unknown())?;
    let coupon = coupons::by_code(tx, place, &code)?.ok_or_else(unknown)?;
    let uses = coupons::uses(tx, place, coupon.id, person)?;
    coupon.terms.admits(purpose, on, uses).map_err(Failure::Refused)?;
    Ok(coupon)
}

/// Makes those who use a coupon wait for one another.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, code: &str) -> Result<(), Fault> {
    match coupon::code(code) {
        Ok(code) => coupons::lock(tx, place, &code),
        Err(_) => Ok(()),
    }
}

/// What a coupon takes off a plan for somebody, or for who is not known yet.
///
/// # Errors
/// [`ContractRefused`] when the code is not for this plan, not now, used up, or takes nothing off.
pub fn plan_coupon(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (person, plan): (Option<PersonId>, Id<Plan>),
    on: Day,
    code: &str,
) -> Result<PlanCoupon, Failure<ContractRefused>> {
    let found = find(tx, place, person, CouponPurpose::Plan(plan), (on, code));
    let coupon = found.map_err(|failure| failure.map(|refused| contract_refused(&refused)))?;
    let setup = plans::conditions(tx, place, plan)?.setup;
    let paid = match person {
        Some(person) => setup::paid(tx, place, (person, plan))?.is_some(),
        None => false,
    };
    let fee = setup.map_or(Money::ZERO, |(_, fee)| if paid { Money::ZERO } else { fee });
    let (off_fee, first) = coupon.terms.on_plan(fee);
    if off_fee.is_zero() && first.is_none() {
        return Err(Failure::Refused(ContractRefused::CouponNothing));
    }
    Ok(PlanCoupon {
        coupon: coupon.id,
        code: coupon.terms.code,
        off_fee,
        first,
    })
}

/// Notes that a contract is begun with a coupon.
pub(super) fn take_for_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
    with: &PlanCoupon,
) -> Result<(), Fault> {
    let place = actor.place;
    let month = contract.month_of(contract.charged_from);
    let due = contract.due_in(month).map_or(Money::ZERO, |due| due.amount);
    let off = with.first.map_or(Money::ZERO, |cut| due - cut.of(due));
    let holder = (with.coupon, contract.person);
    let used = coupon_uses::take(tx, place, holder, "plan", with.off_fee + off)?;
    let first = (with.code.as_str(), month, with.first);
    coupon_uses::of_contract(tx, place, (contract.id, used), first, with.off_fee)
}

/// What a coupon takes off the price of a booking, for somebody or for who is not known yet. Writes nothing.
///
/// # Errors
/// [`CouponRefused`] when the code is not for bookings, not now, used up, or takes nothing off.
pub fn booking_coupon(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (person, price): (Option<PersonId>, Money),
    given: (Day, &str),
) -> Result<BookingCoupon, Failure<CouponRefused>> {
    let coupon = find(tx, place, person, CouponPurpose::Booking, given)?;
    let cut = coupon.terms.cut;
    let off = price - cut.of(price);
    if off.is_zero() {
        return Err(Failure::Refused(CouponRefused::Nothing));
    }
    Ok(BookingCoupon {
        coupon: Some(coupon.id),
        code: coupon.terms.code,
        cut,
        off,
    })
}

/// Off how many bookings of somebody a coupon may still come, at least one; none without limit.
///
/// # Errors
/// [`CouponRefused`] when it is not for bookings, not now, or used up.
pub fn booking_coupon_left(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    given: (Day, &str),
) -> Result<Option<i64>, Failure<CouponRefused>> {
    let coupon = find(tx, place, Some(person), CouponPurpose::Booking, given)?;
    let uses = coupons::uses(tx, place, coupon.id, Some(person))?;
    Ok(coupon.terms.left(uses))
}

/// Notes that a booking is made with a coupon, or what the one it was made with takes off now.
pub(super) fn take_for_booking(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (booking, person): (i64, PersonId),
    with: &BookingCoupon,
) -> Result<(), Fault> {
    match with.coupon {
        Some(coupon) => {
            let used = coupon_uses::take(tx, place, (coupon, person), "booking", with.off)?;
            coupon_uses::for_booking(tx, place, (booking, used), with)
        }
        None => coupon_uses::off_booking(tx, place, booking, with.off),
    }
}

/// Makes those who use a coupon wait for one another. Call it before the price is decided.
///
/// # Errors
/// As the database says.
pub fn hold_coupon(tx: &mut Tx<'_>, place: PlaceId, code: &str) -> Result<(), Fault> {
    lock(tx, place, code)
}

fn contract_refused(refused: &CouponRefused) -> ContractRefused {
    match refused {
        CouponRefused::OtherOffer => ContractRefused::CouponOther,
        CouponRefused::UsedUp => ContractRefused::CouponUsedUp,
        CouponRefused::UsedByYou => ContractRefused::CouponUsedByYou,
        CouponRefused::Nothing => ContractRefused::CouponNothing,
        _ => ContractRefused::CouponUnknown,
    }
}
