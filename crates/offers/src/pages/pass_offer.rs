//! A pass on offer: created, changed, priced.

use super::pricing::{PriceList, bases, field_of, read_price, vat_categories};
use crate::actions::change_offers::{
    OfferRefused, PassTerms, change_pass_offer, create_pass_offer, price_pass_offer, share_pass_offer,
};
use crate::rules::cost::{UnitCosts, UnitCostsRefused};
use crate::rules::pass_offer::PassOffer;
use crate::store::pass_offers;
use askama::Template;
use billing::Unit;
use kernel::{Day, Id, Money, Name};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

const PATH: &str = "/office/offers";

/// The form of a pass.
#[derive(Template)]
#[template(path = "pass_offer.html")]
pub(super) struct PassOfferPage {
    shell: Shell,
    form: Form,
    /// Where the form goes.
    target: String,
    /// The prices of a pass that exists.
    prices: Option<PriceList>,
    bases: Vec<(String, String)>,
    vat: Vec<(String, String)>,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("units", 30)
        .with("day", 3)
        .with("half_day", 2)
        .with("active", "yes");
    visit.page(&blank_page(&visit, form))
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let (terms, price) = (read(&mut form), read_price(&visit, &mut form));
    let (Some(terms), Some(price)) = (terms, price) else {
        return visit.refused(&blank_page(&visit, form));
    };
    let shared = form.checked("shared", "yes");
    let made = visit
        .submit(&form, move |tx, actor| {
            let id = create_pass_offer(tx, actor, terms.clone(), price)?;
            share_pass_offer(tx, actor, id, shared)?;
            Ok(PATH.to_owned())
        })
        .await;
    match made {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-pass-created")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            visit.refused(&blank_page(&visit, form))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn edit(visit: Visit, Path(id): Path<Id<PassOffer>>) -> Answer {
    shown(&visit, id, None, StatusCode::OK).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<Id<PassOffer>>, mut form: Form) -> Answer {
    let Some(terms) = read(&mut form) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let shared = form.checked("shared", "yes");
    let done = visit
        .submit(&form, move |tx, actor| {
            change_pass_offer(tx, actor, id, terms.clone())?;
            share_pass_offer(tx, actor, id, shared)?;
            Ok(PATH.to_owned())
        })
        .await;
    answer(&visit, id, form, done, "offers-kept").await
}

pub(super) async fn price(visit: Visit, Path(id): Path<Id<PassOffer>>, mut form: Form) -> Answer {
    let (amount, from) = (form.parse("amount", Money::parse), form.parse("from", Day::parse));
    let (Some(amount), Some(from)) = (amount, from) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            price_pass_offer(tx, actor, id, amount, from)?;
            Ok(format!("{PATH}/passes/{id}"))
        })
        .await;
    answer(&visit, id, form, done, "offers-priced").await
}

async fn answer(
    visit: &Visit,
    id: Id<PassOffer>,
    mut form: Form,
    done: Result<String, Failure<OfferRefused>>,
    told: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(told)),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page of a pass: with what it is, or with what was typed and refused.
async fn shown(visit: &Visit, id: Id<PassOffer>, typed: Option<Form>, status: StatusCode) -> Answer {
    let (offer, prices) = visit
        .read(move |tx, actor| {
            let offer = pass_offers::find(tx, actor.place, id)?.or_not_found()?;
            let prices = PriceList::read(tx, actor.place, offer.product, Unit::Piece)?;
            Ok::<_, Fault>((offer, prices))
        })
        .await?;
    let form = filled(visit, typed, &offer);
    let page = PassOfferPage {
        shell: visit.shell_titled(offer.name.to_string()),
        form,
        target: format!("{PATH}/passes/{id}"),
        prices: Some(prices),
        bases: vec![],
        vat: vec![],
    };
    visit.page_with_status(status, &page)
}

fn blank_page(visit: &Visit, form: Form) -> PassOfferPage {
    PassOfferPage {
        shell: visit.shell("offers-pass-new"),
        form,
        target: format!("{PATH}/passes"),
        prices: None,
        bases: bases(visit),
        vat: vat_categories(visit),
    }
}

/// The form as typed, the fields of the other form of the page filled with what is known.
fn filled(visit: &Visit, typed: Option<Form>, offer: &PassOffer) -> Form {
    let terms_typed = typed
        .as_ref()
        .is_some_and(|form| form.pairs().iter().any(|(name, _)| name == "name"));
    let mut form = typed.unwrap_or_else(|| Form::blank(visit));
    if !terms_typed {
        form.set("name", &offer.name);
        form.set("units", offer.units);
        form.set("day", offer.costs.day());
        form.set("half_day", offer.costs.half_day());
        form.set(
            "validity",
            offer
                .validity_months
                .map(|months| months.to_string())
                .unwrap_or_default(),
        );
        form.set("active", if offer.active { "yes" } else { "no" });
        form.set("shared", if offer.shared { "yes" } else { "no" });
    }
    if form.value("from").is_empty() {
        form.set("from", visit.today());
    }
    form
}

fn read(form: &mut Form) -> Option<PassTerms> {
    let name = form.parse("name", Name::parse);
    let (units, day, half_day) = (form.number("units"), form.number("day"), form.number("half_day"));
    let validity_months = if form.value("validity").is_empty() {
        Some(None)
    } else {
        form.number("validity").map(Some)
    };
    let costs = match UnitCosts::new(day?, half_day?) {
        Ok(costs) => costs,
        Err(refusal) => {
            let field = match refusal {
                UnitCostsRefused::DayTooDear { .. } => "day",
                UnitCostsRefused::HalfDayFree | UnitCostsRefused::HalfDayDearer => "half_day",
            };
            form.refuse(field, &refusal);
            return None;
        }
    };
    Some(PassTerms {
        name: name?,
        units: units?,
        costs,
        validity_months: validity_months?,
        active: form.checked("active", "yes"),
    })
}
