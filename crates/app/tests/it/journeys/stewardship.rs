//! A day of the desk beside its bookings: post, keys, shifts, notes, checklists, what is broken (T9, T16, T22, T23, T24, T41).

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
fn a_parcel_is_kept_and_told_and_the_rest_of_the_day_is_at_hand() {
    let served = opened();
    let mut inspection = Inspection::new();
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/front-desk/deliveries");
    inspection.see(&desk, "deliveries-none");
    desk.fill("#q", "camille");
    desk.click("form[role=search][action='/front-desk/deliveries'] button[type=submit]");
    desk.wait_for_text("Camille Durand");
    desk.click("main ul.lines a");
    desk.wait_for("#kind");
    inspection.see(&desk, "delivery-form");
    desk.click("#kind label:first-of-type");
    desk.click("form[action='/front-desk/deliveries'] button[type=submit]");
    desk.wait_for("form.line-acts button");
    inspection.see(&desk, "deliveries");
    for (path, name) in [
        ("/front-desk", "front-desk-panels"),
        ("/front-desk/deliveries/past", "deliveries-past"),
        ("/front-desk/items", "items"),
        ("/front-desk/duty", "duty"),
        ("/front-desk/duty/hours", "duty-hours"),
        ("/front-desk/notes", "notes"),
        ("/front-desk/checklists", "checklists"),
        ("/front-desk/incidents", "incidents"),
    ] {
        served.go(&desk, path);
        inspection.see(&desk, name);
    }
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me/deliveries");
    inspection.see(&phone, "my-deliveries");
    for (path, name) in [("/me/duty", "my-duty"), ("/me/incidents", "my-incidents")] {
        served.go(&phone, path);
        inspection.see(&phone, name);
    }
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/shifts");
    inspection.see(&office, "shifts");
    for (path, name) in [
        ("/office/checklists", "office-checklists"),
        ("/office/items", "office-items"),
        ("/office/equipment", "equipment"),
        ("/office/equipment/new", "equipment-new"),
        ("/office/domiciliations", "domiciliations"),
    ] {
        served.go(&office, path);
        inspection.see(&office, name);
    }
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
