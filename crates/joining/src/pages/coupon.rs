//! The coupon of somebody who asks to become a member: what they choose costs with it, before they ask.

use super::asked;
use crate::actions::{self, Reduced};
use crate::rules::application::{ApplicationRefused, At};
use crate::rules::offer::{Offer, Proposed};
use platform::web::{Form, RateLimit, Shell, StatusCode, Visit, WebError, allow, network};
use platform::{Failure, Fault};

/// Codes tried from one network address: nobody guesses their way to a price.
const TRIES: RateLimit = RateLimit {
    tries: 20,
    seconds: 3_600,
};

/// What is chosen, with a coupon.
pub(super) struct Priced {
    offer: Offer,
    reduced: Reduced,
}

impl Priced {
    /// As a hidden field carries it: what was shown, to be compared with what holds when the form is sent.
    pub(super) fn written(&self) -> String {
        let reduced = &self.reduced;
        let (price, off_fee) = (reduced.price.cents(), reduced.off_fee.cents());
        format!("{}@{price}@{off_fee}@{}", self.offer.code(), reduced.code)
    }

    /// `Carnet 30 unités avec BIENVENUE : 135,00 € HT`; of a plan, its first month and what comes off the fee for joining.
    pub(super) fn told(&self, shell: &Shell, proposed: &[Proposed]) -> String {
        let Some(offer) = proposed.iter().find(|one| one.offer == self.offer) else {
            return String::new();
        };
        let reduced = Proposed {
            price: self.reduced.price,
            ..offer.clone()
        };
        let (name, code) = (offer.name.as_str(), self.reduced.code.as_str());
        let told = shell.t2("joining-coupon-told", "name", name, "code", code);
        let mut parts = Vec::new();
        if self.reduced.is_plan {
            if self.reduced.price != offer.price {
                let price = words(shell, &reduced);
                parts.push(shell.t1("joining-coupon-first-month", "price", price));
            }
            if !self.reduced.off_fee.is_zero() {
                let amount = shell.money(&self.reduced.off_fee);
                parts.push(shell.t1("joining-coupon-fee", "amount", amount));
            }
        } else {
            parts.push(asked::price(shell, &reduced));
        }
        format!("{told} {}", parts.join(", "))
    }
}

/// An amount, and whether it bears VAT.
fn words(shell: &Shell, priced: &Proposed) -> String {
    let basis = shell.t(priced.basis.message());
    let amount = shell.money(&priced.price);
    shell.t2("joining-price", "amount", amount, "basis", basis)
}

/// What is chosen costs with the code that was typed; none when a message stands at the field.
pub(super) async fn price_typed(visit: &Visit, form: &mut Form) -> Result<Option<Priced>, WebError> {
    limit(visit).await?;
    let code = form.value("coupon").trim().to_owned();
    let Some((offer, shown)) = asked::parse_offer(form.value("offer")).ok().flatten() else {
        form.refuse("coupon", &ApplicationRefused::CouponNeedsOffer);
        return Ok(None);
    };
    let today = visit.today();
    let priced = visit
        .read(move |tx, actor| {
            let proposed = actions::proposed(tx, actor.place, today)?;
            let known = proposed
                .iter()
                .any(|one| one.shown && one.offer == offer && one.price == shown);
            if !known {
                return Ok(Err(At::new("offer", ApplicationRefused::OfferChanged)));
            }
            let taken = (Some((offer, shown)), Some(code.as_str()));
            match actions::coupon_price(tx, actor.place, taken, today) {
                Ok(reduced) => Ok(Ok(reduced.map(|reduced| Priced { offer, reduced }))),
                Err(Failure::Refused(at)) => Ok(Err(at)),
                Err(Failure::Fault(fault)) => Err(fault),
            }
        })
        .await?;
    Ok(priced
        .map_err(|at| form.refuse(at.field, &*at.why))
        .ok()
        .flatten())
}

/// The status of the form once its code was looked at.
pub(super) fn status(form: &Form) -> StatusCode {
    if form.is_valid() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

async fn limit(visit: &Visit) -> Result<(), WebError> {
    let (place, from) = (visit.place.id, network(&visit.address));
    let wait = visit
        .app
        .db
        .write(move |tx| Ok::<_, Fault>(allow(tx, place, &format!("coupon:{from}"), TRIES)?))
        .await?;
    wait.map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}
