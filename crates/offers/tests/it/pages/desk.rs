//! Selling a pass to somebody who stands at the desk.

use crate::house::House;
use axum::http::StatusCode;
use kernel::Role;
use offers::DayUse;

#[test]
fn one_button_sells_a_pass_and_settles_what_is_owed() {
    let house = House::new();
    let camille = house.member("Camille");
    house.used(camille, "2026-06-15", DayUse::Day);
    let mut desk = house.team(Role::Facilitator);
    let path = format!("/front-desk/people/{camille}/passes");
    let page = desk.page(&path);
    assert_eq!(page.text("h1"), "Camille Vasseur");
    assert_eq!(page.text(".ticket .figure"), "0");
    assert!(page.exists(".note-warning"));
    assert!(page.says("Sur la prochaine facture de la personne."), "{page}");
    let form = page.form(".card form");
    let done = desk.submit(&form);
    assert!(done.says("Carnet vendu."), "{done}");
    assert_eq!(done.text(".ticket .figure"), "27");
    desk.submit(&form);
    assert_eq!(house.lots(camille), [27], "a double click sells once");
    house.assert_sound();
}

#[test]
fn who_pays_is_said_before_the_sale() {
    let house = House::new();
    let (person, _) = house.person_paid_for();
    let page = house
        .team(Role::Facilitator)
        .page(&format!("/front-desk/people/{person}/passes"));
    assert!(
        page.says("Sur la prochaine facture de Atelier des Ormes."),
        "{page}"
    );
    let page = house
        .signed_in(person, Role::Member)
        .page(&format!("/me/passes/new?offer={}", house.pass));
    assert!(
        page.says("seront ajoutés à la prochaine facture de Atelier des Ormes."),
        "{page}"
    );
}

#[test]
fn nobody_unknown_is_sold_anything() {
    let house = House::new();
    let mut desk = house.team(Role::Facilitator);
    let nobody = "/front-desk/people/0000000000001/passes";
    assert_eq!(desk.get(nobody).status, StatusCode::NOT_FOUND);
    let pass = house.pass.to_string();
    let answer = desk.send_fields(nobody, &[("offer", &pass), ("seen", "15000")]);
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
