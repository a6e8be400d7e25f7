//! Hostile input: a clear refusal, no fault, nothing half done.

use crate::world::{House, PRESS, month};
use billing::{BeforeBilling, NewCharge};
use kernel::Role;
use people::{NewPerson, Payer, PersonName};

/// Texts that break what reads them.
const TEXTS: [&str; 8] = [
    "'; drop table invoice; --",
    "<script>alert(1)</script>",
    "#panic() $ \\ @ [ ] { }",
    "=HYPERLINK(\"http://example.org\")",
    "{ $number }",
    "%_%",
    "\u{202e}abc\u{202c} été 🏠",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

#[test]
fn labels_of_every_kind_are_issued_printed_and_shown_as_they_are() {
    let house = House::new();
    let person = house.write(|tx, actor| {
        let name = PersonName::parse("<b>Lou</b>", "O’Test & Cie").unwrap();
        people::create_person(tx, actor, NewPerson::named(name)).unwrap()
    });
    let customer = house.customer(Payer::Person(person));
    for (position, text) in TEXTS.into_iter().enumerate() {
        let base = house.room_for(customer, &position.to_string(), "2026-05-02");
        house.charge(NewCharge {
            label: text.to_owned(),
            detail: text.to_owned(),
            ..base
        });
    }
    let hooks = BeforeBilling::default();
    billing::issue_run_blocking(&house.db, Some(&PRESS), &house.system(), month("2026-05"), &hooks).unwrap();
    let id = house.read(billing::issued_invoices)[0].id;
    let mut visitor = house.signed_in(person, Role::ManagingDirector);
    let page = visitor.page(&format!("/office/billing/invoices/{id}"));
    for text in TEXTS {
        assert!(page.says(text), "{text}");
    }
    assert_eq!(page.count("main script, main b"), 0);
    assert!(house.verified().is_clean());
}

#[test]
fn addresses_of_every_kind_are_answered_without_a_fault() {
    let house = House::new();
    let person = house.person("Noa", "Vasseur");
    let mut visitor = house.signed_in(person, Role::ManagingDirector);
    let paths = [
        "/office/billing/2026-13",
        "/office/billing/0000-00",
        "/office/billing/9999-12",
        "/office/billing/0001-01",
        "/office/billing/invoices/xx",
        "/office/billing/invoices/0000000000000",
        "/office/billing/invoices?page=-1&sort=%27&q=%25%00%27&standing=x",
        "/office/billing/invoices?page=99999999999999999999",
        "/office/billing/customers?page=0&sort=-&q=%FF&owing=x",
        "/office/billing/customers/zzzzzzzzzzzzz",
        "/office/billing/products/0000000000001",
        "/invoices/0000000000000/pdf",
        "/me/invoices/0000000000000",
    ];
    for path in paths {
        let status = visitor.get(path).status;
        assert!(!status.is_server_error(), "{path} {status}");
    }
}

#[test]
fn forms_of_every_kind_are_refused_without_a_fault() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    let person = house.person("Noa", "Vasseur");
    let room = house.room;
    let mut visitor = house.signed_in(person, Role::ManagingDirector);
    let forms = [
        (
            format!("/office/billing/customers/{customer}"),
            "form[action$=\"/payments\"]",
        ),
        ("/office/billing/seller".to_owned(), "form.stack"),
        ("/office/billing/products/new".to_owned(), "form.stack"),
        (
            format!("/office/billing/products/{room}"),
            "form[action$=\"/prices\"]",
        ),
        (
            "/office/billing/vat".to_owned(),
            "form[action=\"/office/billing/vat\"]",
        ),
    ];
    for (path, selector) in forms {
        let form = visitor.page(&path).form(selector);
        for text in TEXTS {
            let mut sent = form.clone();
            for (name, value) in &mut sent.fields {
                if !name.starts_with('_') {
                    text.clone_into(value);
                }
            }
            let status = visitor.post(&sent).status;
            assert_eq!(status.as_u16(), 422, "{path} {text}");
        }
    }
}
