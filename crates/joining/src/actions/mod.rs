//! The verbs of joining: each authorises, loads, decides, saves and leaves a line in the activity log.

mod admit;
mod apply;
mod leave;
mod settings;
mod stay;
mod steps;
mod texts;
mod tours;

pub use admit::{Admission, Whom, accept, admit, refuse};
pub use apply::{apply, confirm};
pub use leave::{StillOpen, first_last_day, give_notice, still_open};
pub use settings::{keep_settings, settings, withhold};
pub use stay::take_back_notice;
pub use steps::tick;
pub use texts::{accept_text, publish_text, texts_in_force, to_accept};
pub use tours::{
    NewTour, Outcome, book_tour, cancel_tour, keep_hours, note_tour, open_slots, prove_tour, remove_hours,
    trial_day, yearly,
};

pub(crate) use admit::{Alike, alike};

use crate::rules::application::{ApplicationRefused, Asked, At};
use crate::rules::offer::{Offer, Proposed};
use crate::store::withheld;
use billing::Unit;
use kernel::{Actor, Audience, Day, Money, PersonId, PlaceId};
use platform::activity::Subject;
use platform::database::Tx;
use platform::{Failure, Fault, place};

/// Today in the place.
pub(crate) fn today(tx: &mut Tx<'_>, place: PlaceId) -> Result<Day, Fault> {
    let zone = place::get(tx, place)?.zone;
    Ok(tx.today(&zone))
}

/// The person as the subject of a line of the log.
fn subject(person: PersonId) -> Subject {
    Subject::new("person", person)
}

/// The actor with the rights that admitting somebody, or letting them go, carries with it: whoever may do this may write the
/// person down, open or end what they hold and charge it, and nothing else (decision 23).
fn empowered(actor: &Actor) -> Actor {
    let mut actor = actor.clone();
    actor
        .permissions
        .extend([people::WRITE, offers::MANAGE, offers::SELL]);
    actor
}

/// What somebody who joins may take, at the prices in force for a member: plans first. What has no price is left out.
///
/// # Errors
/// As the database says.
pub fn proposed(tx: &mut Tx<'_>, place: PlaceId, on: Day) -> Result<Vec<Proposed>, Fault> {
    let withheld = withheld::all(tx, place)?;
    let shown = |offer: Offer| !withheld.contains(&offer);
    let mut proposed = Vec::new();
    for plan in offers::plans(tx, place)?
        .into_iter()
        .filter(|plan| plan.active && !plan.beside)
    {
        match offers::quote_plan(tx, place, plan.id, on) {
            Ok(quote) => proposed.push(Proposed {
                offer: Offer::Plan(plan.id),
                name: plan.name.to_string(),
                price: quote.price,
                basis: quote.basis,
                shown: shown(Offer::Plan(plan.id)),
            }),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    for pass in offers::pass_offers(tx, place)?
        .into_iter()
        .filter(|pass| pass.active)
    {
        let price = billing::price_on(tx, place, pass.product, Audience::Nomad, Unit::Piece, on)?;
        if let Some(price) = price {
            let (basis, _) = billing::vat_rate_on(tx, place, pass.product, on)?;
            proposed.push(Proposed {
                offer: Offer::Pass(pass.id),
                name: pass.name.to_string(),
                price,
                basis,
                shown: shown(Offer::Pass(pass.id)),
            });
        }
    }
    Ok(proposed)
}

/// What is taken with a coupon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reduced {
    /// The code, as kept.
    pub(crate) code: String,
    /// What a pass costs with it, or a whole first month of a plan.
    pub(crate) price: Money,
    /// What comes off the fee for joining a plan.
    pub(crate) off_fee: Money,
    /// Whether a plan is taken.
    pub(crate) is_plan: bool,
}

/// What somebody asks for costs with the coupon they give; none when they give none.
///
/// # Errors
/// [`At`] the field `coupon`: nothing is chosen, or the code is not for it, not now, or used up.
pub(crate) fn price_with_coupon(
    tx: &mut Tx<'_>,
    place: PlaceId,
    asked: &Asked,
    on: Day,
) -> Result<Option<Reduced>, Failure<At>> {
    coupon_price(tx, place, (asked.offer, asked.coupon.as_deref()), on)
}

/// As [`price_with_coupon`], of what is taken.
pub(crate) fn coupon_price(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (offer, coupon): (Option<(Offer, Money)>, Option<&str>),
    on: Day,
) -> Result<Option<Reduced>, Failure<At>> {
    let Some(code) = coupon else { return Ok(None) };
    match offer {
        None => {
            let why = ApplicationRefused::CouponNeedsOffer;
            Err(Failure::Refused(At::new("coupon", why)))
        }
        Some((Offer::Pass(pass), price)) => {
            let priced = offers::price_with_coupon(tx, place, (pass, price), on, code);
            let (code, price) = priced.map_err(|failure| failure.map(|why| At::new("coupon", why)))?;
            Ok(Some(Reduced {
                code,
                price,
                off_fee: Money::ZERO,
                is_plan: false,
            }))
        }
        Some((Offer::Plan(plan), price)) => {
            let with = offers::plan_coupon(tx, place, (None, plan), on, code);
            let with = with.map_err(|failure| failure.map(|why| At::new("coupon", why)))?;
            Ok(Some(Reduced {
                price: with.first.map_or(price, |cut| cut.of(price)),
                code: with.code,
                off_fee: with.off_fee,
                is_plan: true,
            }))
        }
    }
}
