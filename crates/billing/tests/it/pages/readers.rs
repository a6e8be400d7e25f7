//! Who reads without writing, and in which language.

use super::Office;
use axum::http::StatusCode;
use billing::NewCharge;
use kernel::Role;

/// Every page of the office on which something is read, once May is issued.
fn pages(office: &Office) -> Vec<String> {
    let (customer, room) = (office.customer, office.house.room);
    let id = office.house.read(billing::issued_invoices)[0].id;
    let under = |path: &str| format!("/office/billing{path}");
    vec![
        under(""),
        under("/2026-05"),
        under("/invoices"),
        under(&format!("/invoices/{id}")),
        under("/customers"),
        under(&format!("/customers/{customer}")),
        under("/products"),
        under(&format!("/products/{room}")),
        under("/vat"),
        under("/seller"),
    ]
}

#[test]
fn the_accountant_reads_everything_and_is_offered_nothing_to_change() {
    let office = Office::new();
    office.house.issue("2026-05");
    let mut accountant = office.house.signed_in(office.director, Role::Accountant);
    for path in pages(&office) {
        let page = accountant.page(&path);
        assert_eq!(
            page.count("main button.primary"),
            page.count("form[role=search] button.primary"),
            "{path}"
        );
    }
    // What somebody who may write would send, with a token of the accountant's own, is stopped at the door.
    let payments = format!("/office/billing/customers/{}/payments", office.customer);
    let fields = [
        ("amount", "10"),
        ("received_on", "2026-06-15"),
        ("method", "card"),
    ];
    let sent = accountant.send_fields(&payments, &fields);
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let sent = office.director().send_fields(&payments, &fields);
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{sent}");
}

#[test]
fn every_page_exists_in_english() {
    let office = Office::new();
    office.house.charge(NewCharge {
        person: Some(office.camille),
        ..office.house.room_for(office.customer, "c", "2026-06-02")
    });
    office.house.issue("2026-05");
    let mut visitor = office.director().speaking("en");
    let more = [
        "/office/billing/2026-06",
        "/office/billing/products/new",
        "/me/invoices",
    ];
    for path in pages(&office).into_iter().chain(more.map(str::to_owned)) {
        let page = visitor.page(&path);
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"), "{path}");
        assert_eq!(page.count("h1"), 1, "{path}");
    }
}
