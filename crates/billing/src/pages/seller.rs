//! The place as a seller: what is printed on its invoices, from a day on.

use super::act_once;
use crate::actions::seller::set_seller;
use crate::rules::seller::Seller;
use crate::store::sellers;
use askama::Template;
use kernel::{Actor, Bic, Day, Email, Iban, Money, Phone, PostalCode, Rate, Siren, VatNumber};
use platform::Fault;
use platform::database::Tx;
use platform::web::{Answer, Form, Shell, StatusCode, Visit};

/// The facts of the seller.
#[derive(Template)]
#[template(path = "seller.html")]
pub(super) struct SellerPage {
    shell: Shell,
    form: Form,
    may_write: bool,
}

pub(super) async fn show(visit: Visit) -> Answer {
    let today = visit.today();
    let known = visit
        .read(move |tx, actor| Ok::<_, Fault>(sellers::in_force(tx, actor.place, today)?))
        .await?;
    let blank = Form::blank(&visit).with("from", today);
    let form = match known {
        Some(seller) => filled(blank, &seller, &visit),
        None => blank
            .with("country", "FR")
            .with("payment_days", 30)
            .with("indemnity", "40,00"),
    };
    page(&visit, form, StatusCode::OK)
}

pub(super) async fn set(visit: Visit, mut form: Form) -> Answer {
    let from = form.parse("from", Day::parse);
    let (Some(seller), Some(from)) = (read(&mut form), from) else {
        return page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        set_seller(tx, actor, &seller, from).map(|()| "/office/billing/seller".to_owned())
    };
    act_once(
        &visit,
        form,
        ("legal_name", "billing-seller-saved"),
        act,
        |form| async { page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY) },
    )
    .await
}

/// The seller that a form describes; every wrong field has its message.
fn read(form: &mut Form) -> Option<Seller> {
    let texts = ["legal_name", "legal_form", "street", "city", "country"].map(|name| form.required(name));
    let postal_code = form.parse("postal_code", PostalCode::parse);
    let (capital, indemnity) = (
        form.parse("capital", Money::parse),
        form.parse("indemnity", Money::parse),
    );
    let (siren, email) = (
        form.parse("siren", Siren::parse),
        form.parse("email", Email::parse),
    );
    let (payment_days, penalty_rate) = (
        form.number("payment_days"),
        form.parse("penalty_rate", Rate::parse),
    );
    let vat_number = form.parse_optional("vat_number", VatNumber::parse);
    let phone = form.parse_optional("phone", Phone::parse);
    let (iban, bic) = (
        form.parse_optional("iban", Iban::parse),
        form.parse_optional("bic", Bic::parse),
    );
    let [legal_name, legal_form, street, city, country] = texts;
    Some(Seller {
        legal_name: legal_name?,
        legal_form: legal_form?,
        capital: capital?,
        siren: siren?,
        vat_number: vat_number?,
        rcs: form.value("rcs").to_owned(),
        street: street?,
        postal_code: postal_code?.as_str().to_owned(),
        city: city?,
        country: country?.to_uppercase(),
        email: email?,
        phone: phone?,
        iban: iban?,
        bic: bic?,
        payment_days: payment_days?,
        penalty_rate: penalty_rate?,
        indemnity: indemnity?,
        discount_text: form.value("discount_text").to_owned(),
        vat_on_debits: form.checked("vat_on_debits", "1"),
        footer: form.value("footer").to_owned(),
    })
}

fn filled(form: Form, seller: &Seller, visit: &Visit) -> Form {
    let text = |value: Option<String>| value.unwrap_or_default();
    form.with("legal_name", &seller.legal_name)
        .with("legal_form", &seller.legal_form)
        .with("capital", seller.capital.field(visit.locale))
        .with("siren", seller.siren.grouped())
        .with(
            "vat_number",
            text(
                seller
                    .vat_number
                    .as_ref()
                    .map(|number| number.as_str().to_owned()),
            ),
        )
        .with("rcs", &seller.rcs)
        .with("street", &seller.street)
        .with("postal_code", &seller.postal_code)
        .with("city", &seller.city)
        .with("country", &seller.country)
        .with("email", &seller.email)
        .with("phone", text(seller.phone.as_ref().map(Phone::grouped)))
        .with("iban", text(seller.iban.as_ref().map(Iban::grouped)))
        .with(
            "bic",
            text(seller.bic.as_ref().map(|bic| bic.as_str().to_owned())),
        )
        .with("payment_days", seller.payment_days)
        .with("penalty_rate", seller.penalty_rate.field(visit.locale))
        .with("indemnity", seller.indemnity.field(visit.locale))
        .with("discount_text", &seller.discount_text)
        .with("vat_on_debits", u8::from(seller.vat_on_debits))
        .with("footer", &seller.footer)
}

fn page(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let page = SellerPage {
        shell: visit.shell("billing-seller-title"),
        form,
        may_write: visit.actor.may(crate::WRITE),
    };
    visit.page_with_status(status, &page)
}
