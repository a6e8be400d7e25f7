//! Uses of coupons that bought no pass: contracts begun and bookings made with one.

use super::coupons::{cut, parts};
use crate::rules::contract::PlanContract;
use crate::rules::coupon::{Coupon, CouponCut};
use crate::rules::hours::BookingCoupon;
use kernel::{Id, Money, Month, PersonId, PlaceId, Rate};
use platform::Fault;
use platform::database::{Tx, params, row, statement};

/// Marks the identifiers of these uses.
#[derive(Debug)]
pub(crate) enum TakenMark {}

/// A use of a coupon that bought no pass.
pub(crate) type CouponUse = Id<TakenMark>;

row! {
    struct BookedRow {
        code: String,
        rate_bp: Rate,
        amount_cents: Money,
        off_cents: Money,
    }
}

statement! {
    TAKE = "
        insert into coupon_taken (place_id, id, coupon_id, person_id, target, cut_cents, at)
        values ($1, $2, $3, $4, $5, $6, $7)";

    UNDO_OF_BOOKING = "
        update coupon_taken
        set undone_at = $3
        where place_id = $1 and undone_at is null and id in (
            select coupon_taken_id
            from booking_coupon
            where place_id = $1 and booking_id = $2)";

    FOR_BOOKING = "
        insert into booking_coupon (place_id, booking_id, coupon_taken_id, code, rate_bp, amount_cents, off_cents)
        values ($1, $2, $3, $4, $5, $6, $7)";

    OF_BOOKING -> BookedRow = "
        select code, rate_bp, amount_cents, off_cents
        from booking_coupon
        where place_id = $1 and booking_id = $2";

    OFF_BOOKING = "
        update booking_coupon
        set off_cents = $3
        where place_id = $1 and booking_id = $2";

    UNDO_OF_CONTRACT = "
        update coupon_taken
        set undone_at = $3
        where place_id = $1 and undone_at is null and id in (
            select coupon_taken_id
            from plan_coupon
            where place_id = $1 and contract_id = $2)";

    OF_CONTRACT = "
        insert into plan_coupon (
            place_id, contract_id, coupon_taken_id, code, month, rate_bp, amount_cents, fee_cents)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// Notes that a coupon was used for something that is no pass: `plan` or `booking`.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (coupon, person): (Id<Coupon>, PersonId),
    target: &str,
    cut: Money,
) -> Result<CouponUse, Fault> {
    let (id, now): (CouponUse, _) = (tx.new_id(), tx.now());
    tx.run(&TAKE, &params![place, id, coupon, person, target, cut, now])?;
    Ok(id)
}

/// Notes that a booking is made with a coupon.
pub(crate) fn for_booking(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (booking, used): (i64, CouponUse),
    with: &BookingCoupon,
) -> Result<(), Fault> {
    let (rate, amount) = parts(Some(with.cut));
    let values = params![place, booking, used, with.code, rate, amount, with.off];
    tx.run(&FOR_BOOKING, &values)?;
    Ok(())
}

/// Notes what the coupon of a booking takes off its price of now.
pub(crate) fn off_booking(tx: &mut Tx<'_>, place: PlaceId, booking: i64, off: Money) -> Result<(), Fault> {
    tx.run(&OFF_BOOKING, &params![place, booking, off])?;
    Ok(())
}

/// The coupon that a booking was made with.
pub(crate) fn of_booking(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: i64,
) -> Result<Option<BookingCoupon>, Fault> {
    let row = tx.optional(&OF_BOOKING, &params![place, booking])?;
    Ok(row.and_then(|row| {
        Some(BookingCoupon {
            coupon: None,
            code: row.code,
            cut: cut(row.rate_bp, row.amount_cents)?,
            off: row.off_cents,
        })
    }))
}

/// Notes that the use of the coupon of a booking can be had again.
pub(crate) fn undo_of_booking(tx: &mut Tx<'_>, place: PlaceId, booking: i64) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(&UNDO_OF_BOOKING, &params![place, booking, now])?;
    Ok(())
}

/// Notes what a contract is begun with: what comes off its first period, and off the fee for joining.
pub(crate) fn of_contract(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (contract, used): (Id<PlanContract>, CouponUse),
    first: (&str, Month, Option<CouponCut>),
    off_fee: Money,
) -> Result<(), Fault> {
    let (code, month, cut) = first;
    let (rate, amount) = parts(cut);
    let values = params![place, contract, used, code, month, rate, amount, off_fee];
    tx.run(&OF_CONTRACT, &values)?;
    Ok(())
}

/// Notes that the contract for which a coupon was used never held.
pub(crate) fn undo_of_contract(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: Id<PlanContract>,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(&UNDO_OF_CONTRACT, &params![place, contract, now])?;
    Ok(())
}
