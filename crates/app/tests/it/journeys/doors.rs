//! At the door: a facilitator sets up a tablet, a member gets a number, takes the room and checks in at the entrance (T2, T28).

use super::inspection::Inspection;
use super::lives::{OnOffer, account, monday, open_rooms};
use super::served::Served;
use harness::Viewport;
use kernel::Role;

#[test]
fn a_member_takes_a_room_at_its_door_and_checks_in_at_the_entrance() {
    let served = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        let camille = OnOffer::put(tx, system).nomad(tx, system, "Camille Durand", 11);
        people::become_member(tx, system, camille, monday()).unwrap();
        account(tx, system, camille, &hash);
        open_rooms(tx, system, &["Salon bleu"]);
    });
    let mut inspection = Inspection::new();
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/front-desk/doors");
    inspection.see(&desk, "doors-none");
    desk.fill("#name", "Couloir");
    desk.click("form[action='/front-desk/doors'] button[type=submit]");
    desk.wait_for(".poster-address code");
    inspection.see(&desk, "doors");
    let read = "document.querySelector('.poster-address code').textContent";
    let tablet = desk.evaluate(read).as_str().unwrap().to_owned();
    let tablet = tablet.trim_start_matches(served.address.as_str()).to_owned();
    served.go(&desk, "/front-desk/entrance-code");
    inspection.see(&desk, "entrance-code");
    let read = "document.querySelector('.poster .poster-address').textContent";
    let code = desk.evaluate(read).as_str().unwrap().to_owned();
    let code = code.trim_start_matches(served.address.as_str()).to_owned();
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me/number");
    inspection.see(&phone, "number-none");
    phone.click("main form button");
    phone.wait_for(".door-digits");
    inspection.see(&phone, "number");
    let read = "document.querySelector('.door-digits').textContent";
    let number = phone.evaluate(read).as_str().unwrap().to_owned();
    let door = served.page(Viewport::DESKTOP, &tablet);
    inspection.see(&door, "door");
    door.fill("#number", &number);
    door.click("button[name=act][value='30']");
    door.wait_for(".door-offer");
    inspection.see(&door, "door-offer");
    door.click(".door-offer button");
    door.wait_for(".door-busy");
    inspection.see(&door, "door-busy");
    served.go(&phone, &code);
    inspection.see(&phone, "self-check-in");
    phone.click("main form button[type=submit]");
    phone.wait_for_text("Vous êtes pointé");
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/lettings");
    inspection.see(&office, "lettings");
    served.go(&office, "/calendar?view=month");
    inspection.see(&office, "calendar-month");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
