//! A reduced tariff asked for with a file, and answered (T91).

use crate::house::House;
use axum::http::StatusCode;
use kernel::Role;

#[test]
fn a_proof_is_sent_read_by_the_management_alone_and_answered() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut office = house.team(Role::ManagingDirector);
    let form = office
        .page("/office/reduced-tariffs/new")
        .form("main form")
        .bent("name", "Tarif solidaire")
        .bent("rate", "30")
        .bent("proof", "Avis d’imposition");
    assert_eq!(office.post(&form).location, "/office/reductions");
    let mut member = house.signed_in(camille, Role::Member);
    let page = member.page("/me/reductions");
    assert!(page.says("remise de 30 %"), "{page}");
    let tariff = page.attributes("input[name=tariff]", "value").remove(0);
    let form = page
        .form("main form")
        .and("tariff", &tariff)
        .bent("words", "Sans emploi");
    let wrong = member.upload(&form, "file", "avis.pdf", b"<html>");
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = member
        .page("/me/reductions")
        .form("main form")
        .and("tariff", &tariff)
        .bent("words", "Sans emploi");
    let sent = member.upload(&form, "file", "../../avis d'imposition.pdf", b"%PDF-1.7 test");
    assert_eq!(sent.location, "/me/reductions");
    assert!(member.page("/me/reductions").says("En attente"));
    let page = office.page("/office/reductions");
    let way = page.attribute("#asked + ul a, main .lines a", "href").unwrap();
    let page = office.page(&way);
    assert!(page.says("Sans emploi"), "{page}");
    let file = office.get(&format!("{way}/proof"));
    assert_eq!(
        (file.status, file.header("content-type")),
        (StatusCode::OK, "application/pdf")
    );
    assert!(file.header("content-disposition").starts_with("attachment"));
    for role in [Role::Member, Role::Facilitator, Role::Accountant] {
        let refused = house.team(role).get(&format!("{way}/proof"));
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{role}");
    }
    let form = page
        .form("form[action$=\"/grant\"]")
        .bent("from", "2026-06-16")
        .bent("until", "2026-12-31");
    assert_eq!(office.post(&form).location, way);
    assert!(member.page("/me/reductions").says("Accordé"));
    let page = office.page(&way);
    let late = office.refused(&page.form("form[action$=\"/end\"]").bent("last_day", "2027-01-01"));
    assert!(late.field_error("last_day").is_some(), "{late}");
    house.assert_sound();
}
