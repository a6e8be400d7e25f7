//! The plan of the levels: drawn in the office with the keyboard, read and touched by a member.

use super::inspection::Inspection;
use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::Viewport;
use kernel::Role;

#[test]
fn a_facilitator_draws_a_level_and_a_member_books_by_touching_it() {
    let served = Served::with_roles(&[Role::Facilitator]);
    let hash = served.password_hash();
    served.write(move |tx, system| a_member_and_a_room(tx, system, &hash));
    let mut inspection = Inspection::new();
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/office/plans");
    inspection.see(&desk, "plans-none");
    desk.fill("#name", "Rez-de-chaussée");
    desk.click("main form[action='/office/plans'] button[type=submit]");
    desk.wait_for("[data-add]");
    desk.click("[data-add]");
    // The new rectangle has the focus: two squares to the right, one larger, then its space in its line.
    for key in ["ArrowRight", "ArrowRight"] {
        desk.press(key);
    }
    desk.wait_for("[data-shape='1'][aria-pressed='true']");
    inspection.see(&desk, "plan-editor");
    desk.evaluate("document.querySelector('[name=resource_1]').selectedIndex = 1");
    desk.fill("[name=label_1]", " ");
    desk.click("form[data-plan] > .acts button");
    desk.wait_for_text("Le plan est enregistré");
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/plan");
    inspection.see(&phone, "plan");
    phone.wait_for("svg a.plan-space");
    phone.click(".plan-lines a");
    phone.wait_for(".booking-form");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
