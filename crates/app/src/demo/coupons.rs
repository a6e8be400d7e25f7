//! Coupons: one to begin with, one for whoever comes with somebody, one of a summer that is over.

use super::known::Known;
use super::story::Story;
use kernel::{Days, Money, Rate, Role};
use offers::{CouponCut, CouponTarget, CouponTerms};
use platform::database::Database;
use platform::{Failure, Fault};

/// Makes them.
pub(super) fn tell(db: &Database, story: &Story, known: &Known) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    let zone = story.year.zone.clone();
    db.write_blocking(move |tx| {
        let today = tx.today(&zone);
        let part = |basis_points| CouponCut::Rate(Rate::from_basis_points(basis_points));
        let amount = |cents| CouponCut::Amount(Money::from_cents(cents));
        let of = |code: &str, cut, targets: &[CouponTarget], days, (most_uses, most_each)| CouponTerms {
            code: code.to_owned(),
            cut,
            targets: targets.iter().copied().collect(),
            offer: None,
            plan: None,
            days,
            most_uses,
            most_each,
            active: true,
        };
        let begun = today.plus_months(-2);
        let coupons = [
            of(
                "BIENVENUE",
                part(1_000),
                &[CouponTarget::Passes, CouponTarget::FirstMonth],
                Days::spanning(begun, today.plus_months(10)),
                (None, Some(1)),
            ),
            of(
                "PARRAINAGE-20",
                amount(2_000),
                &[CouponTarget::Fee, CouponTarget::FirstMonth],
                Days::spanning(begun, today.plus_months(4)),
                (Some(50), Some(2)),
            ),
            of(
                "ETE-AU-FRAIS",
                part(2_000),
                &[CouponTarget::Bookings],
                Days::spanning(today.plus_months(-6), today.plus_months(-3)),
                (Some(30), Some(1)),
            ),
        ];
        for terms in coupons {
            offers::keep_coupon(tx, &director, None, &terms).map_err(Failure::unexpected)?;
        }
        Ok(())
    })
}
