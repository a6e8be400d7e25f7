//! What customers owe and paid.

use super::{Office, leads_to};
use crate::world::{cents, day};
use billing::{Allocation, Method, NewPayment};
use harness::{Form, Html};

#[test]
fn a_payment_is_recorded_and_taken_back_from_the_account() {
    let office = Office::new();
    office.house.issue("2026-05");
    let path = format!("/office/billing/customers/{}", office.customer);
    let mut visitor = office.director();
    let page = visitor.page(&path);
    let form: Form = page
        .form("form[action$=\"/payments\"]")
        .with("amount", "80")
        .with("reference", "VIR 42");
    leads_to(&visitor.post(&form), &path);
    leads_to(&visitor.post(&form), &path);
    let page = visitor.page(&path);
    assert!(
        page.says("virement · VIR 42") && page.says("8,00 € d’avance"),
        "{page}"
    );
    assert_eq!(page.all("tbody tr").len(), 2, "{page}");
    assert!(page.says("a enregistré un paiement de 80,00 €"), "{page}");
    leads_to(&visitor.post(&page.form("form[action$=\"/reversals\"]")), &path);
    let page = visitor.page(&path);
    assert!(page.says("Paiement annulé") && page.says("annulé"), "{page}");
    assert!(!page.exists("form[action$=\"/reversals\"]"));
}

#[test]
fn a_refused_payment_keeps_what_was_typed_and_says_why_at_its_field() {
    let office = Office::new();
    let path = format!("/office/billing/customers/{}", office.customer);
    let mut visitor = office.director();
    let form = visitor.page(&path).form("form[action$=\"/payments\"]");
    let cases = [
        (form.clone(), "amount", "Ce champ"),
        (
            form.clone().with("amount", "abc"),
            "amount",
            "Ce montant n’est pas lisible",
        ),
        (
            form.clone().with("amount", "-5"),
            "amount",
            "Ce montant est nul, négatif ou trop grand.",
        ),
        (
            form.clone().with("amount", "5").with("received_on", "2026-06-16"),
            "received_on",
            "Cette date est à venir.",
        ),
        (
            form.clone().with("amount", "1000,01").with("method", "cash"),
            "amount",
            "La loi ne permet pas",
        ),
        (
            form.with("amount", "5").with("reference", &"x".repeat(200)),
            "reference",
            "Un texte est vide, trop long",
        ),
    ];
    for (form, field, message) in cases {
        let page = visitor.refused(&form);
        let found = page.field_error(field).unwrap_or_default();
        assert!(
            found.starts_with(message) || (message == "Ce champ" && !found.is_empty()),
            "{field}: {found}"
        );
        let typed = form
            .fields
            .iter()
            .find(|(name, _)| name == "amount")
            .unwrap()
            .1
            .clone();
        assert_eq!(
            page.attribute("input[name=amount]", "value").unwrap_or_default(),
            typed
        );
    }
}

#[test]
fn credit_is_used_from_the_account() {
    let office = Office::new();
    let customer = office.customer;
    office.house.write(move |tx, actor| {
        let new = NewPayment {
            customer,
            received_on: day("2026-06-01"),
            amount: cents(5_000),
            method: Method::Card,
            reference: String::new(),
            allocation: Allocation::OldestFirst,
        };
        billing::record_payment(tx, actor, new).unwrap();
    });
    office.house.issue("2026-05");
    let path = format!("/office/billing/customers/{customer}");
    let mut visitor = office.director();
    let page = visitor.page(&path);
    leads_to(&visitor.post(&page.form("form[action$=\"/credit\"]")), &path);
    let page = visitor.page(&path);
    assert!(
        page.says("payée en partie") && !page.exists("form[action$=\"/credit\"]"),
        "{page}"
    );
}

#[test]
fn customers_are_listed_with_what_they_owe() {
    let office = Office::new();
    office.house.issue("2026-05");
    office.house.on_day("2026-07-20");
    let mut visitor = office.director();
    let names = |page: &Html| page.all("tbody th a");
    assert_eq!(
        names(&visitor.page("/office/billing/customers")),
        ["Ada Test", "Camille Durand"]
    );
    assert_eq!(
        names(&visitor.page("/office/billing/customers?sort=-name")),
        ["Camille Durand", "Ada Test"]
    );
    assert_eq!(
        names(&visitor.page("/office/billing/customers?q=camille&owing=overdue")),
        ["Camille Durand"]
    );
    assert!(
        visitor
            .page("/office/billing/customers?owing=credit")
            .says("Aucun compte trouvé")
    );
    let file = visitor.get("/office/billing/customers?format=csv");
    assert!(file.text().contains("Ada Test;\"72,00\";\"72,00\";0"), "{file}");
}
