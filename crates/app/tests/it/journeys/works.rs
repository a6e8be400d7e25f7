//! Works in a room: the hours are blocked, who booked them is re-housed and told, and the month's figures are looked at (T11, T12, T65).

use super::inspection::Inspection;
use super::lives::{OnOffer, account, monday, open_rooms, person};
use super::served::Served;
use harness::Viewport;
use kernel::{MinuteOfDay, Period, Role, Zone};
use people::become_member;
use spaces::{Holder, NewBooking};

/// Three rooms, and a member who has booked the first for Tuesday from ten to noon.
fn opened() -> Served {
    let served = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        OnOffer::put(tx, system);
        let rooms = open_rooms(tx, system, &["Salon bleu", "Atelier", "Verrière"]);
        let camille = person(tx, system, "Camille Durand");
        become_member(tx, system, camille, monday()).unwrap();
        account(tx, system, camille, &hash);
        let zone = Zone::parse("Europe/Paris").unwrap();
        let at = |clock| zone.instant(monday().next(), MinuteOfDay::parse(clock).unwrap());
        let hours = Period::new(at("10:00"), at("12:00")).unwrap();
        let new = NewBooking::plain(*rooms.first().unwrap(), hours, Holder::Person(camille));
        spaces::book(tx, system, &new).unwrap();
    });
    served
}

#[test]
fn works_rehouse_a_booking_and_its_calendar_is_followed() {
    let served = opened();
    let mut inspection = Inspection::new();
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/calendar");
    desk.click("main a[href='/office/spaces/closures']");
    desk.wait_for("#reason");
    inspection.see(&desk, "closures");
    desk.fill("#resource", "Salon bleu");
    desk.fill("#from_day", "2026-06-16");
    desk.fill("#until_day", "2026-06-17");
    desk.fill("#reason", "Peinture");
    desk.click("form[action='/office/spaces/closures'] button[type=submit]");
    desk.wait_for_text("Une réservation tombe sur cette fermeture.");
    inspection.see(&desk, "rehousing");
    desk.click("main form button[type=submit]");
    desk.wait_for_text("C’est fait.");
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me/bookings");
    phone.wait_for_text("Atelier");
    phone.click("main a[href='/me/calendar']");
    phone.wait_for("form[action='/me/calendar']");
    inspection.see(&phone, "calendars");
    phone.click("form[action='/me/calendar'] button[type=submit]");
    phone.wait_for("#address-own");
    assert!(phone.value("#address-own").contains("/calendars/"));
    inspection.see(&phone, "calendar-address");
    let office = served.signed_in(
        Role::ManagingDirector,
        Viewport::DESKTOP,
        "/office/occupancy?from=2026-06-01&until=2026-06-30",
    );
    office.wait_for_text("Atelier");
    inspection.see(&office, "occupancy");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
