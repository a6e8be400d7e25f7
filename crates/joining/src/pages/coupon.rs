//! The coupon of somebody who asks to become a member: what their first pass costs with it, before they ask.

use super::asked;
use crate::actions;
use crate::rules::application::{ApplicationRefused, At};
use crate::rules::offer::{Offer, Proposed};
use kernel::Money;
use platform::web::{Form, RateLimit, Shell, StatusCode, Visit, WebError, allow, network};
use platform::{Failure, Fault};

/// Codes tried from one network address: nobody guesses their way to a price.
const TRIES: RateLimit = RateLimit {
    tries: 20,
    seconds: 3_600,
};

/// A pass with a coupon.
pub(super) struct Priced {
    offer: Offer,
    code: String,
    price: Money,
}

impl Priced {
    /// As a hidden field carries it: what was shown, to be compared with what holds when the form is sent.
    pub(super) fn written(&self) -> String {
        format!("{}@{}@{}", self.offer.code(), self.price.cents(), self.code)
    }

    /// `Carnet 30 unités avec BIENVENUE : 135,00 € HT`.
    pub(super) fn told(&self, shell: &Shell, proposed: &[Proposed]) -> String {
        let Some(offer) = proposed.iter().find(|one| one.offer == self.offer) else {
            return String::new();
        };
        let reduced = Proposed {
            price: self.price,
            ..offer.clone()
        };
        let told = shell.t2(
            "joining-coupon-told",
            "name",
            offer.name.as_str(),
            "code",
            self.code.as_str(),
        );
        format!("{told} {}", asked::price(shell, &reduced))
    }
}

/// What the chosen pass costs with the code that was typed; none when a message stands at the field.
pub(super) async fn price_typed(visit: &Visit, form: &mut Form) -> Result<Option<Priced>, WebError> {
    limit(visit).await?;
    let code = form.value("coupon").trim().to_owned();
    let Some((Offer::Pass(pass), shown)) = asked::parse_offer(form.value("offer")).ok().flatten() else {
        form.refuse("coupon", &ApplicationRefused::CouponForPasses);
        return Ok(None);
    };
    let today = visit.today();
    let priced = visit
        .read(move |tx, actor| {
            let proposed = actions::proposed(tx, actor.place, today)?;
            let offer = Offer::Pass(pass);
            let known = proposed
                .iter()
                .any(|one| one.shown && one.offer == offer && one.price == shown);
            if !known {
                return Ok(Err(At::new("offer", ApplicationRefused::OfferChanged)));
            }
            match offers::price_with_coupon(tx, actor.place, (pass, shown), today, &code) {
                Ok((code, price)) => Ok(Ok(Priced { offer, code, price })),
                Err(Failure::Refused(why)) => Ok(Err(At::new("coupon", why))),
                Err(Failure::Fault(fault)) => Err(fault),
            }
        })
        .await?;
    Ok(priced.map_err(|at| form.refuse(at.field, &*at.why)).ok())
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
