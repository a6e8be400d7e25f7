//! The month from its review to its order.

use super::{Office, leads_to};

#[test]
fn a_month_is_prepared_reviewed_and_issued() {
    let office = Office::new();
    let mut visitor = office.director();
    let months = visitor.page("/office/billing");
    assert!(months.says("mai 2026") && months.says("à facturer"), "{months}");
    assert!(months.says("120,00 €"), "{months}");
    let page = visitor.page("/office/billing/2026-05");
    assert!(
        !page.exists("form[action$=\"/issue\"]"),
        "a month is prepared before it is issued"
    );
    leads_to(
        &visitor.post(&page.form("form[action$=\"/preparation\"]")),
        "/office/billing/2026-05",
    );
    let page = visitor.page("/office/billing/2026-05");
    assert_eq!(page.all("details summary strong"), ["Ada Test", "Camille Durand"]);
    let consequence = page.text(".consequence");
    assert_eq!(
        consequence,
        "2 factures seront émises, pour 144,00 € TTC, du numéro 2026-000001 au numéro 2026-000002."
    );
    let form = page.form("form[action$=\"/issue\"]");
    let answer = visitor.post(&form);
    assert!(answer.location.starts_with("/jobs/"), "{}", answer.location);
    // Sent twice, it happens once and answers the same.
    leads_to(&visitor.post(&form), &answer.location);
    let page = visitor.page("/office/billing/2026-05");
    assert!(page.says("émission en cours"), "{page}");
    assert!(page.exists("a[href^=\"/jobs/\"]"));
}

#[test]
fn what_changed_since_the_review_is_shown_and_nothing_is_issued() {
    let office = Office::new();
    let mut visitor = office.director();
    let page = visitor.page("/office/billing/2026-05");
    visitor.post(&page.form("form[action$=\"/preparation\"]"));
    let form = visitor
        .page("/office/billing/2026-05")
        .form("form[action$=\"/issue\"]");
    office
        .house
        .charge(office.house.room_for(office.customer, "late", "2026-05-30"));
    let page = visitor.refused(&form);
    assert!(page.says("Facture modifiée : Camille Durand."), "{page}");
    // The page shown again carries what is true now: its form goes through.
    let answer = visitor.post(&page.form("form[action$=\"/issue\"]"));
    assert!(answer.location.starts_with("/jobs/"), "{}", answer.html());
}

#[test]
fn a_draft_is_left_out_and_taken_back_in() {
    let office = Office::new();
    let mut visitor = office.director();
    let page = visitor.page("/office/billing/2026-05");
    visitor.post(&page.form("form[action$=\"/preparation\"]"));
    let page = visitor.page("/office/billing/2026-05");
    leads_to(
        &visitor.post(&page.form("form[action$=\"/exclusions\"]")),
        "/office/billing/2026-05",
    );
    let page = visitor.page("/office/billing/2026-05");
    assert!(
        page.text(".consequence")
            .starts_with("1 facture de 72,00 € TTC sera émise"),
        "{page}"
    );
    leads_to(
        &visitor.post(&page.form("form[action$=\"/inclusions\"]")),
        "/office/billing/2026-05",
    );
    let page = visitor.page("/office/billing/2026-05");
    assert!(page.text(".consequence").starts_with("2 factures"), "{page}");
}
