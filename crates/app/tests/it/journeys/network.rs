//! Two places agree, and a member of one works in the other with the same pass (T40): two whole programs, three people, two sizes.

use super::inspection::Inspection;
use super::lives::{OnOffer, account, monday};
use super::served::Served;
use harness::{Page, Viewport};
use kernel::Role;

fn text(page: &Page, selector: &str) -> String {
    let read = format!("document.querySelector('{selector}').textContent");
    page.evaluate(&read).as_str().unwrap().to_owned()
}

#[test]
fn t40_a_member_works_in_another_place_with_the_same_pass() {
    let home = Served::with_roles(&[Role::ManagingDirector]);
    let host = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = home.password_hash();
    home.write(move |tx, system| {
        let camille = OnOffer::put(tx, system).nomad(tx, system, "Camille Durand", 11);
        people::become_member(tx, system, camille, monday()).unwrap();
        account(tx, system, camille, &hash);
    });
    let mut inspection = Inspection::new();
    agree(&home, &host, &mut inspection);
    let phone = home.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me/passes");
    phone.click("main a[href='/me/network']");
    phone.wait_for_text("La Fabrique du Pont");
    inspection.see(&phone, "my-network");
    phone.click("form[action$='/codes'] button");
    phone.wait_for_text("Votre code est prêt");
    inspection.see(&phone, "my-network-code");
    let code = text(&phone, ".figure");
    let desk = host.signed_in(Role::Facilitator, Viewport::DESKTOP, "/front-desk/network");
    inspection.see(&desk, "desk-network");
    desk.fill("#code", &code);
    desk.click("form[action='/front-desk/network/visits'] button[type=submit]");
    desk.wait_for_text("peut entrer");
    inspection.see(&desk, "desk-network-received");
    home.go(&phone, "/me/network");
    phone.wait_for_text("Mes dernières visites");
    inspection.see(&phone, "my-network-visits");
    let office = home.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/network");
    inspection.see(&office, "network");
    office.click("tbody a");
    office.wait_for_text("Nos membres chez eux");
    office.click("form[action$='/comparison'] button");
    office.wait_for_text("mêmes lignes");
    inspection.see(&office, "network-partner");
    inspection.finish();
    assert_eq!(home.faults(), Vec::<String>::new());
    assert_eq!(host.faults(), Vec::<String>::new());
}

/// One place invites, the other accepts.
fn agree(home: &Served, host: &Served, inspection: &mut Inspection) {
    let office = home.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/network");
    inspection.see(&office, "network-none");
    home.go(&office, "/office/network/new");
    inspection.see(&office, "network-new");
    for (field, value) in [
        ("#name", "La Fabrique du Pont"),
        ("#town", "Brissac"),
        ("#url", host.address.as_str()),
        ("#half_day", "8,00"),
        ("#day", "14,00"),
    ] {
        office.fill(field, value);
    }
    office.evaluate("document.querySelector('#from').value = '2026-06-01'");
    office.click("input[name=accepted]");
    office.click("form[action='/office/network'] button[type=submit]");
    office.wait_for("#invitation");
    inspection.see(&office, "network-invited");
    let invitation = text(&office, "#invitation");
    let other = host.signed_in(
        Role::ManagingDirector,
        Viewport::DESKTOP,
        "/office/network/acceptance",
    );
    inspection.see(&other, "network-acceptance");
    other.fill("#url", &home.address);
    other.fill("#invitation", &invitation);
    other.click("form[action='/office/network/acceptance'] button[type=submit]");
    other.wait_for_text("accord est conclu");
    inspection.see(&other, "network-terms");
}
