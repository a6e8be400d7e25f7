//! Somebody asks to become a member on a phone, and the desk lets people in; pages of those who come and of those who go (T6, T7, T8, T25).

use super::inspection::Inspection;
use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::Viewport;
use kernel::Role;

fn opened() -> Served {
    let served = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| a_member_and_a_room(tx, system, &hash));
    served
}

#[test]
fn somebody_asks_to_become_a_member_on_a_phone_and_the_desk_sees_who_comes() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.page(Viewport::PHONE, "/join");
    phone.wait_for("#given_name");
    inspection.see(&phone, "join");
    phone.fill("#given_name", "Lou");
    phone.fill("#family_name", "Caradec");
    phone.fill("#email", "lou.caradec@example.org");
    phone.click("#offer label:first-of-type");
    phone.click("form[action='/join'] button[type=submit]");
    phone.wait_for_absence("#given_name");
    inspection.see(&phone, "join-sent");
    for (path, name) in [
        ("/tours/new", "tour-new"),
        ("/house-rules", "house-rules"),
        ("/privacy", "privacy"),
    ] {
        served.go(&phone, path);
        inspection.see(&phone, name);
    }
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/office/applications");
    inspection.see(&desk, "applications");
    for (path, name) in [
        ("/office/applications/new", "admission"),
        ("/office/tours", "tours"),
        ("/office/tours/new", "tour-at-the-desk"),
    ] {
        served.go(&desk, path);
        inspection.see(&desk, name);
    }
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/joining");
    inspection.see(&office, "joining-settings");
    served.go(&office, "/office/house-texts");
    inspection.see(&office, "house-texts");
    let member = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me/leaving");
    inspection.see(&member, "leaving");
    for (path, name) in [("/me/house-texts", "my-texts"), ("/me/payer", "payer")] {
        served.go(&member, path);
        inspection.see(&member, name);
    }
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
