//! A coupon: made in the office for what it is good for, typed by a member who books, and by the office for who takes a plan.

use super::inspection::Inspection;
use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::{Page, Viewport};
use kernel::Role;

const MEMBER: &str = "camille.durand@example.org";

fn opened() -> Served {
    let served = Served::with_roles(&[Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| a_member_and_a_room(tx, system, &hash));
    served
}

fn follow(page: &Page, selector: &str, text: &str) {
    page.click(selector);
    page.wait_for_text(text);
}

#[test]
fn a_coupon_is_made_seen_in_a_price_and_counted() {
    let served = opened();
    let mut inspection = Inspection::new();
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/offers");
    follow(&office, "a[href='/office/coupons']", "Aucun code");
    inspection.see(&office, "coupons-none");
    follow(&office, "a[href='/office/coupons/new']", "Valable pour");
    office.fill("#code", "bienvenue");
    office.fill("#rate", "10");
    office.click("input[name=targets][value=first_month]");
    office.click("input[name=targets][value=bookings]");
    inspection.see(&office, "coupon-new");
    follow(&office, "main form button[type=submit]", "BIENVENUE");
    inspection.see(&office, "coupons");

    let phone = served.signed_in_as(MEMBER, Viewport::PHONE, "/bookings/new");
    phone.fill("#day", "2026-06-16");
    phone.fill("#start", "10:00");
    phone.fill("#end", "12:00");
    phone.wait_for("#quote button[value=confirm]");
    phone.click("details:has(#coupon) summary");
    phone.fill("#coupon", "Bienvenue");
    follow(&phone, "button[value=preview]", "BIENVENUE");
    inspection.see(&phone, "booking-with-coupon");
    follow(&phone, "#quote button[value=confirm]", "C’est réservé.");
    inspection.see(&phone, "booked-with-coupon");
    served.go(&office, "/office/coupons");
    assert!(
        office.text("tbody .num").starts_with('1'),
        "{}",
        office.text("tbody")
    );
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
