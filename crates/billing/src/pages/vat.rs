//! The VAT rates, by the day from which they hold.

use super::{act_once, choices};
use crate::actions::catalogue;
use crate::rules::catalogue::{DatedRate, Exemption, Vat, VatCategory};
use crate::store::vat_rates;
use askama::Template;
use kernel::{Actor, Day, Rate};
use platform::Fault;
use platform::database::Tx;
use platform::web::{Answer, Form, Shell, StatusCode, Visit};

/// The rates of a place.
#[derive(Template)]
#[template(path = "vat.html")]
pub(super) struct VatPage {
    shell: Shell,
    form: Form,
    rates: Vec<DatedRate>,
    categories: Vec<(String, String)>,
    exemptions: Vec<(String, String)>,
    may_write: bool,
}

pub(super) async fn show(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("from", visit.today());
    page(&visit, form, StatusCode::OK).await
}

pub(super) async fn set(visit: Visit, mut form: Form) -> Answer {
    let (category, from) = (
        form.parse("category", VatCategory::parse),
        form.parse("from", Day::parse),
    );
    let (rate, exemption) = (
        form.parse("rate", Rate::parse),
        form.parse_optional("exemption", Exemption::parse),
    );
    let (Some(category), Some(from), Some(rate), Some(exemption)) = (category, from, rate, exemption) else {
        return page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let rate = DatedRate {
        category,
        from,
        vat: Vat { rate, exemption },
    };
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        catalogue::set_vat_rate(tx, actor, rate).map(|()| "/office/billing/vat".to_owned())
    };
    act_once(&visit, form, ("rate", "billing-vat-set"), act, |form| {
        page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY)
    })
    .await
}

async fn page(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let rates = visit
        .read(|tx, actor| Ok::<_, Fault>(vat_rates::all(tx, actor.place)?))
        .await?;
    let none = (String::new(), visit.text("billing-exemption-none"));
    let exemptions = choices(visit, Exemption::ALL, |one| one.code(), |one| one.message());
    let page = VatPage {
        shell: visit.shell("billing-vat-title"),
        form,
        rates,
        categories: choices(visit, VatCategory::ALL, |one| one.code(), |one| one.message()),
        exemptions: std::iter::once(none).chain(exemptions).collect(),
        may_write: visit.actor.may(crate::WRITE),
    };
    visit.page_with_status(status, &page)
}
