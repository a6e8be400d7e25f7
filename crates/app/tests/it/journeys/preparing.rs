//! T13: a room is set up with its layout and its coffee, from the office that offers them to the list that is ticked.

use super::inspection::Inspection;
use super::lives::{OnOffer, account, monday, open_rooms, person};
use super::served::Served;
use harness::Viewport;
use kernel::Role;
use people::become_member;

fn opened() -> Served {
    let served = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        OnOffer::put(tx, system);
        open_rooms(tx, system, &["Salon bleu"]);
        let camille = person(tx, system, "Camille Durand");
        become_member(tx, system, camille, monday()).unwrap();
        account(tx, system, camille, &hash);
    });
    served
}

/// The office says how the room can be laid out, and what coffee costs.
fn offers_a_layout_and_coffee(served: &Served, inspection: &mut Inspection) {
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/spaces");
    office.click("text=Salon bleu");
    office.wait_for_text("Ajouter une disposition");
    office.click("text=Ajouter une disposition");
    office.wait_for("#capacity");
    office.fill("#name", "En U");
    office.fill("#capacity", "6");
    inspection.see(&office, "layout-form");
    office.click("main form button.primary");
    office.wait_for_text("La disposition est enregistrée.");
    served.go(&office, "/office/extras");
    inspection.see(&office, "extras-none");
    served.go(&office, "/office/extras/new");
    office.fill("#name", "Café d’accueil");
    office.fill("#price", "3,50");
    office.fill("#unit", "par personne");
    office.fill("#preparation", "Deux thermos, dix tasses");
    inspection.see(&office, "extra-form");
    office.click("main form button.primary");
    office.wait_for_text("Le supplément est enregistré.");
    inspection.see(&office, "extras");
}

#[test]
fn t13_a_room_is_wanted_in_a_u_with_coffee_and_the_desk_ticks_it_on_every_screen() {
    let served = opened();
    let mut inspection = Inspection::new();
    offers_a_layout_and_coffee(&served, &mut inspection);
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/bookings/new");
    phone.fill("#resource", "Salon bleu · 8 places");
    phone.fill("#day", "2026-06-16");
    phone.fill("#start", "10:00");
    phone.fill("#end", "12:00");
    phone.wait_for("#quote #extras input");
    phone.fill("#extras input", "6");
    phone.wait_for_text("Café d’accueil × 6");
    inspection.see(&phone, "booking-form-extras");
    phone.click("#quote button[value=confirm]");
    phone.wait_for_text("C’est réservé.");
    inspection.see(&phone, "booking-extras");
    phone.click("text=Préparation");
    phone.wait_for("#note");
    phone.fill(
        "#layout",
        "En U · 6 places · 15 min d’installation, 15 min de rangement",
    );
    inspection.see(&phone, "booking-preparation");
    phone.click("main form button.primary");
    phone.wait_for_text("La préparation est enregistrée.");

    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/front-desk/preparations");
    let other = served.signed_in(Role::Facilitator, Viewport::PHONE, "/front-desk/preparations");
    desk.wait_for_text("restent 2 choses");
    assert!(desk.text("main").contains("Deux thermos, dix tasses"));
    inspection.see(&desk, "preparations");
    desk.click("article button");
    desk.wait_for_text("reste 1 chose");
    other.wait_for_text("reste 1 chose");
    other.click("article li:last-child button");
    other.wait_for_text("tout est prêt");
    desk.wait_for_text("tout est prêt");
    inspection.see(&other, "preparations-ready");
    desk.click("article li:last-child button");
    desk.wait_for_text("reste 1 chose");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
