//! Buying a pass for oneself: the price and what it means, then one act (T27).

use super::codes::limit_codes;
use super::holding::Holding;
use super::sale::{self, Counter};
use super::words;
use crate::actions::sell_pass::{PassQuote, SaleRefused, quote_pass_with};
use askama::Template;
use kernel::{Id, PersonId};
use platform::web::listing::ListQuery;
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

/// One pass, before it is bought.
#[derive(Template)]
#[template(path = "purchase.html")]
pub(super) struct PurchasePage {
    shell: Shell,
    form: Form,
    held: Holding,
    counter: Counter,
    quote: PassQuote,
}

impl PurchasePage {
    /// What the price bears: a reduced tariff, a coupon.
    fn cuts(&self) -> Vec<(String, String)> {
        let reduced = self.quote.reduced.iter().map(|(name, off)| {
            let off = format!("\u{2212}{}", self.shell.rate(off));
            (name.clone(), off)
        });
        let coupon = self.quote.coupon.iter().map(|(_, code, cut)| {
            let cut = format!("\u{2212}{}", self.shell.money(cut));
            (code.clone(), cut)
        });
        reduced.chain(coupon).collect()
    }

    /// The code whose coupon is in the price.
    fn code(&self) -> &str {
        self.quote.coupon.as_ref().map_or("", |(_, code, _)| code)
    }

    /// What happens to the units that are left.
    fn order_in_words(&self) -> String {
        let left = self.held.balance().units;
        if left == 0 {
            return self.shell.t("offers-buy-at-once");
        }
        let units = words::units(&self.shell, left);
        self.shell.t1("offers-buy-after", "units", units)
    }
}

/// Which pass is meant.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct PurchaseQuery {
    offer: Option<String>,
    code: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<PurchaseQuery>) -> Answer {
    let form = Form::blank(&visit)
        .with("offer", query.offer.unwrap_or_default())
        .with("code", query.code.unwrap_or_default());
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let person = visit.actor.person.ok_or(WebError::NotFound)?;
    let Some(asked) = Counter::asked(&visit, &mut form, person) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    limit_codes(&visit, form.value("code")).await?;
    match sale::sell(&visit, &form, asked, "/me/passes".to_owned()).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-bought")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page of the pass that the form names; a pass that is not for sale is not found.
fn field_of(refusal: &SaleRefused) -> &'static str {
    match refusal {
        SaleRefused::CouponUnknown
        | SaleRefused::CouponOther
        | SaleRefused::CouponUsedUp
        | SaleRefused::CouponUsedByYou => "code",
        _ => "offer",
    }
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let offer = Id::parse(form.value("offer")).map_err(|_| WebError::NotFound)?;
    limit_codes(visit, form.value("code")).await?;
    let today = visit.today();
    let code = Some(form.value("code").trim().to_owned()).filter(|code| !code.is_empty());
    let (held, counter, coupon) = visit
        .read(move |tx, actor| {
            let person: PersonId = actor.person.or_not_found()?;
            let held = Holding::read(tx, actor.place, person, today, &ListQuery::default())?;
            let counter = Counter::read(tx, actor.place, person, today)?;
            let who = (person, offer);
            let coupon = match &code {
                None => None,
                Some(code) => match quote_pass_with(tx, actor.place, who, today, Some(code)) {
                    Ok(quote) => Some(Ok(quote)),
                    Err(Failure::Refused(refusal)) => Some(Err(refusal)),
                    Err(Failure::Fault(fault)) => return Err(fault),
                },
            };
            Ok::<_, Fault>((held, counter, coupon))
        })
        .await?;
    let mut quote = counter.quote(offer).cloned().ok_or(WebError::NotFound)?;
    match coupon {
        Some(Ok(reduced)) => quote = reduced,
        Some(Err(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
        }
        None => {}
    }
    let page = PurchasePage {
        shell: visit.shell("offers-buy-title"),
        form,
        held,
        counter,
        quote,
    };
    visit.page_with_status(status, &page)
}
