//! A coupon given with a series: it comes off one date after another, the first first, as often as its limits allow (decision 45).

use super::book::{NewBooking, zone_of};
use super::plan::Holder;
use crate::rules::refusal::BookingRefusal;
use crate::rules::series::SeriesRefused;
use kernel::Actor;
use offers::CouponRefused;
use platform::database::Tx;
use platform::{Failure, Fault};

/// What is left of a coupon while the dates of a series are gone through.
pub(crate) struct SeriesCoupon {
    /// None when no coupon is given.
    code: Option<String>,
    /// Off how many dates it may still come; none without limit.
    left: Option<i64>,
    /// Whether it came off one.
    used: bool,
}

/// Makes those who use the coupon wait for one another, as each booking of the series would: hours first, then the coupon.
pub(crate) fn hold(tx: &mut Tx<'_>, actor: &Actor, new: &NewBooking) -> Result<(), Fault> {
    if let (Holder::Person(person), Some(code)) = (&new.holder, &new.coupon) {
        offers::hold_relief(tx, actor.place, *person)?;
        offers::hold_coupon(tx, actor.place, code)?;
    }
    Ok(())
}

impl SeriesCoupon {
    /// The coupon given with a series, if it is good for a booking of its person at all.
    pub(crate) fn of(
        tx: &mut Tx<'_>,
        actor: &Actor,
        new: &NewBooking,
    ) -> Result<Self, Failure<SeriesRefused>> {
        let Some(code) = new.coupon.clone() else {
            return Ok(Self {
                code: None,
                left: None,
                used: false,
            });
        };
        let Holder::Person(person) = new.holder else {
            return Err(refused(CouponRefused::Nothing));
        };
        let zone = zone_of(tx, actor)?;
        let today = tx.today(&zone);
        let left = offers::booking_coupon_left(tx, actor.place, person, (today, &code))
            .map_err(|failure| failure.map(SeriesRefused::Coupon))?;
        Ok(Self {
            code: Some(code),
            left,
            used: false,
        })
    }

    /// Does something for a date, with the coupon while some of it is left. A date of which it takes nothing off is passed over.
    pub(crate) fn with<T>(
        &mut self,
        asked: &NewBooking,
        mut act: impl FnMut(&NewBooking) -> Result<T, Failure<BookingRefusal>>,
    ) -> Result<T, Failure<BookingRefusal>> {
        let code = self.code.clone().filter(|_| self.left != Some(0));
        if code.is_none() {
            return act(asked);
        }
        let with = NewBooking {
            coupon: code,
            ..asked.clone()
        };
        match act(&with) {
            Err(Failure::Refused(BookingRefusal::Coupon(CouponRefused::Nothing))) => act(asked),
            Ok(done) => {
                self.left = self.left.map(|left| left - 1);
                self.used = true;
                Ok(done)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Refuses a coupon that came off no date.
    pub(crate) fn came_off(&self) -> Result<(), Failure<SeriesRefused>> {
        if self.code.is_some() && !self.used {
            return Err(refused(CouponRefused::Nothing));
        }
        Ok(())
    }
}

const fn refused(why: CouponRefused) -> Failure<SeriesRefused> {
    Failure::Refused(SeriesRefused::Coupon(why))
}
