//! Coupons, decided by those who manage offers.

use crate::MANAGE;
use crate::rules::coupon::{Coupon, CouponRefused, CouponTerms};
use crate::store::{coupons, pass_offers, plans};
use kernel::{Actor, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound, OrRefused};
use serde_json::json;

/// Makes a coupon, or changes one; what it took off stays off.
///
/// # Errors
/// [`CouponRefused`]; [`platform::Fault::NotFound`] when there is no such coupon, pass or plan.
pub fn keep_coupon(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Option<Id<Coupon>>,
    terms: &CouponTerms,
) -> Result<Id<Coupon>, Failure<CouponRefused>> {
    actor.require(MANAGE)?;
    terms.check().map_err(Failure::Refused)?;
    let place = actor.place;
    if let Some(offer) = terms.offer {
        pass_offers::find(tx, place, offer)?.or_not_found()?;
    }
    if let Some(plan) = terms.plan {
        plans::find(tx, place, plan)?.or_not_found()?;
    }
    if let Some(id) = id {
        let known = coupons::all(tx, place)?;
        known.into_iter().find(|coupon| coupon.id == id).or_not_found()?;
    }
    let known = id.is_some();
    let id = id.unwrap_or_else(|| tx.new_id());
    coupons::keep(tx, place, id, terms, known).or_refused("coupon_code_once", CouponRefused::CodeTaken)?;
    let detail = json!({ "name": terms.code });
    activity::record(tx, actor, "coupon.kept", Subject::new("coupon", id), detail)?;
    Ok(id)
}
