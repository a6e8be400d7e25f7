//! Invoices found, read and printed by whom they concern.

use super::Office;
use axum::http::StatusCode;
use harness::Html;
use kernel::Role;

#[test]
fn invoices_are_searched_filtered_sorted_and_exported() {
    let office = Office::new();
    office.house.issue("2026-05");
    let mut visitor = office.director();
    let numbers = |page: &Html| page.all("tbody th a");
    let all = visitor.page("/office/billing/invoices");
    assert_eq!(numbers(&all), ["2026-000002", "2026-000001"]);
    assert_eq!(
        numbers(&visitor.page("/office/billing/invoices?sort=customer")),
        ["2026-000001", "2026-000002"]
    );
    assert_eq!(
        numbers(&visitor.page("/office/billing/invoices?sort=-customer")),
        ["2026-000002", "2026-000001"]
    );
    assert_eq!(
        numbers(&visitor.page("/office/billing/invoices?q=duRAND")),
        ["2026-000002"]
    );
    assert_eq!(
        numbers(&visitor.page("/office/billing/invoices?q=2026-000001")),
        ["2026-000001"]
    );
    assert!(
        visitor
            .page("/office/billing/invoices?standing=paid")
            .says("Aucune facture trouvée")
    );
    assert_eq!(
        numbers(&visitor.page("/office/billing/invoices?standing=open")).len(),
        2
    );
    let file = visitor.get("/office/billing/invoices?format=csv");
    let text = file.text();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].contains("Numéro;Client;Émise le"), "{file}");
    assert!(
        lines[1]
            .replace('"', "")
            .starts_with("2026-000002;Camille Durand;2026-06-15;2026-07-15;60,00;12,00;72,00;0,00;72,00;"),
        "{file}"
    );
    office.house.on_day("2026-07-16");
    assert_eq!(
        numbers(&visitor.page("/office/billing/invoices?standing=overdue")).len(),
        2
    );
}

#[test]
fn an_invoice_is_shown_and_its_pdf_is_made_when_first_asked_for() {
    let office = Office::new();
    office.house.issue("2026-05");
    let id = office.house.read(billing::issued_invoices)[1].id;
    let mut visitor = office.director();
    let page = visitor.page(&format!("/office/billing/invoices/{id}"));
    assert_eq!(page.text("h1"), "Facture 2026-000002");
    assert!(
        page.says("Salle Garonne") && page.says("2 heures") && page.says("72,00 €"),
        "{page}"
    );
    assert!(page.says("a émis la facture 2026-000002"), "{page}");
    let first = visitor.get(&format!("/invoices/{id}/pdf"));
    assert_eq!(first.headers["content-type"], "application/pdf");
    assert!(
        first
            .header("content-disposition")
            .contains("facture-2026-000002.pdf")
    );
    assert!(first.body.starts_with(b"%PDF-"));
    assert_eq!(visitor.get(&format!("/invoices/{id}/pdf")).body, first.body);
}

/// T36: the invoices; the mandate and the card come with payments.
#[test]
fn a_member_sees_their_own_invoices_and_no_others() {
    let office = Office::new();
    office.house.issue("2026-05");
    let invoices = office.house.read(billing::issued_invoices);
    let (other, own) = (invoices[0].id, invoices[1].id);
    let mut visitor = office.house.signed_in(office.camille, Role::Member);
    let page = visitor.page("/me/invoices");
    assert!(
        page.says("Facture 2026-000002") && !page.says("2026-000001"),
        "{page}"
    );
    assert!(visitor.page(&format!("/me/invoices/{own}")).says("72,00 €"));
    assert_eq!(
        visitor.get(&format!("/invoices/{own}/pdf")).status,
        StatusCode::OK
    );
    for path in [format!("/me/invoices/{other}"), format!("/invoices/{other}/pdf")] {
        assert_eq!(visitor.get(&path).status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [
        "/office/billing".to_owned(),
        format!("/office/billing/invoices/{own}"),
    ] {
        assert_eq!(visitor.get(&path).status, StatusCode::FORBIDDEN, "{path}");
    }
    let stranger = office.house.site().visitor().get(&format!("/invoices/{own}/pdf"));
    assert_eq!(stranger.status, StatusCode::SEE_OTHER);
    assert!(stranger.location.starts_with("/sign-in"));
    // Somebody who never was a customer has an empty page that says what it is for.
    let mut nobody = office.house.signed_in(office.director, Role::Member);
    assert!(nobody.page("/me/invoices").says("Aucune facture à votre nom"));
}
