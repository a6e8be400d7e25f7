//! Keys, webhooks and doors: a director opens the house to programs, and a member makes a key of their own on a phone.

use super::inspection::Inspection;
use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::Viewport;
use kernel::Role;

fn opened() -> Served {
    let served = Served::with_roles(&[Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| a_member_and_a_room(tx, system, &hash));
    served
}

#[test]
fn programs_are_given_keys_told_what_happens_and_asked_at_doors() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me/api");
    inspection.see(&phone, "my-keys-none");
    phone.fill("#name", "Ma montre");
    phone.click("input[value='spaces:read']");
    phone.click("form[action='/me/api'] button[type=submit]");
    phone.wait_for("#secret");
    inspection.see(&phone, "my-key-made");
    served.go(&phone, "/api/v1/docs");
    inspection.see(&phone, "api-docs");
    let desk = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/api");
    inspection.see(&desk, "keys");
    served.go(&desk, "/office/webhooks");
    inspection.see(&desk, "webhooks-none");
    desk.fill("#name", "Comptoir");
    desk.fill("#url", "https://example.org/hook");
    desk.click("input[value='booking.made']");
    desk.click("form[action='/office/webhooks'] button[type=submit]");
    desk.wait_for("#secret");
    inspection.see(&desk, "webhook");
    served.go(&desk, "/office/doors");
    inspection.see(&desk, "doors-none");
    desk.fill("#name", "Porte de la rue");
    desk.click("form[action='/office/doors'] button[type=submit]");
    desk.wait_for("#secret");
    inspection.see(&desk, "door");
    served.go(&desk, "/office/doors");
    inspection.see(&desk, "doors");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
