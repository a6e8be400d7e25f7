//! Buying a pass for oneself: the price and what it means, then one act (T27).

use super::holding::Holding;
use super::sale::{self, Counter};
use super::words;
use crate::actions::sell_pass::PassQuote;
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
}

pub(super) async fn new(visit: Visit, Query(query): Query<PurchaseQuery>) -> Answer {
    let form = Form::blank(&visit).with("offer", query.offer.unwrap_or_default());
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let person = visit.actor.person.ok_or(WebError::NotFound)?;
    let Some(asked) = Counter::asked(&visit, &mut form, person) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match sale::sell(&visit, &form, asked, "/me/passes".to_owned()).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-bought")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("offer", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page of the pass that the form names; a pass that is not for sale is not found.
async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let offer = Id::parse(form.value("offer")).map_err(|_| WebError::NotFound)?;
    let today = visit.today();
    let (held, counter) = visit
        .read(move |tx, actor| {
            let person: PersonId = actor.person.or_not_found()?;
            let held = Holding::read(tx, actor.place, person, today, &ListQuery::default())?;
            Ok::<_, Fault>((held, Counter::read(tx, actor.place, person, today)?))
        })
        .await?;
    let quote = counter.quote(offer).cloned().ok_or(WebError::NotFound)?;
    let page = PurchasePage {
        shell: visit.shell("offers-buy-title"),
        form,
        held,
        counter,
        quote,
    };
    visit.page_with_status(status, &page)
}
