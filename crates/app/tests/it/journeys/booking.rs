//! Rooms: booked on a phone with the price known first, and wanted by two people at once.

use super::inspection::Inspection;
use super::lives::{account, monday, open_rooms, person};
use super::served::Served;
use harness::{Page, Viewport};
use people::become_member;

/// Two rooms, and two members who may book them.
fn opened() -> Served {
    let served = Served::with_roles(&[]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        super::lives::OnOffer::put(tx, system);
        open_rooms(tx, system, &["Salon bleu", "Atelier"]);
        for name in ["Camille Durand", "Noa Blanc"] {
            let person = person(tx, system, name);
            become_member(tx, system, person, monday()).unwrap();
            account(tx, system, person, &hash);
        }
    });
    served
}

/// Chooses the room and Tuesday from ten to noon on the form of a booking.
fn ask_for_tuesday_morning(page: &Page, title: &str) {
    page.fill("#resource", "Salon bleu · 8 places");
    page.fill("#day", "2026-06-16");
    page.fill("#start", "10:00");
    page.fill("#end", "12:00");
    page.fill("#title", title);
    page.wait_for("#quote button[value=confirm]");
}

#[test]
fn a_member_books_on_a_phone_in_three_taps_with_the_price_before_the_last() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me");
    inspection.see(&phone, "my-place");
    phone.click("nav.tabs a[href='/calendar']");
    phone.wait_for_url("/calendar");
    phone.wait_for("#week-table");
    inspection.see(&phone, "calendar-phone");
    phone.click("#day-2026-06-16 a[href^='/bookings/new']");
    phone.wait_for_url("/bookings/new");
    phone.wait_for("#quote button[value=confirm]");
    assert!(
        phone.text("#quote").contains("€"),
        "the price is known before the last tap"
    );
    inspection.see(&phone, "booking-form");
    phone.click("#quote button[value=confirm]");
    phone.wait_for_text("C’est réservé.");
    inspection.see(&phone, "booking");
    served.go(&phone, "/me/bookings");
    phone.wait_for_text("Atelier");
    inspection.see(&phone, "my-bookings");
    phone.click("text=Annuler");
    phone.wait_for_url("/cancellation");
    inspection.see(&phone, "cancellation");
    for (path, name) in [
        ("/rooms", "rooms"),
        ("/me/passes", "my-passes"),
        ("/me/invoices", "my-invoices"),
    ] {
        served.go(&phone, path);
        inspection.see(&phone, name);
    }
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn of_two_who_confirm_the_same_hours_one_has_the_room_and_the_other_keeps_what_was_typed() {
    let served = opened();
    let mut inspection = Inspection::new();
    let first = served.signed_in_as("camille.durand@example.org", Viewport::DESKTOP, "/bookings/new");
    let second = served.signed_in_as("noa.blanc@example.org", Viewport::PHONE, "/bookings/new");
    ask_for_tuesday_morning(&first, "Comité de lecture");
    ask_for_tuesday_morning(&second, "Atelier reliure");
    first.click("#quote button[value=confirm]");
    second.click("#quote button[value=confirm]");
    first.wait_for_text("C’est réservé.");
    second.wait_for_text("Déjà pris de");
    assert_eq!(second.status(), 422);
    assert_eq!(second.value("#title"), "Atelier reliure");
    assert_eq!(second.value("#start"), "10:00");
    assert!(
        !second.text("body").contains("Comité de lecture"),
        "who booked is not told"
    );
    inspection.see(&second, "booking-taken");
    second.fill("#start", "14:00");
    second.fill("#end", "16:00");
    second.wait_for("#quote button[value=confirm]");
    second.click("#quote button[value=confirm]");
    second.wait_for_text("C’est réservé.");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn the_first_visit_of_the_week_weighs_less_than_200_kilobytes() {
    let served = opened();
    let page = served.signed_in_as("camille.durand@example.org", Viewport::DESKTOP, "/me");
    page.forget_cache();
    served.go(&page, "/calendar");
    page.wait_for("#week-calendar");
    let requests = page.requests();
    let weight: u64 = requests.iter().map(|request| request.bytes).sum();
    let each: Vec<String> = requests
        .iter()
        .map(|one| format!("{:>7} {}", one.bytes, one.url))
        .collect();
    assert!(weight < 200_000, "{weight} bytes\n{}", each.join("\n"));
    assert!(weight > 20_000, "nothing came from a cache: {weight} bytes");
    let mut inspection = Inspection::new();
    inspection.see(&page, "calendar");
    inspection.finish();
}
