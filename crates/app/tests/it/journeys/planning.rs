//! Hours that repeat, hours that are taken, and a room that is looked for (T26 to T29).

use super::inspection::Inspection;
use super::lives::{OnOffer, account, monday, open_rooms, person};
use super::served::Served;
use harness::Viewport;
use kernel::{MinuteOfDay, Period, Zone};
use people::become_member;
use spaces::{Holder, NewBooking};

/// Two rooms; Camille, who holds a pass; Noa, who has booked the first room for the second Tuesday from ten to noon.
fn opened() -> Served {
    let served = Served::with_roles(&[]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        let on_offer = OnOffer::put(tx, system);
        let rooms = open_rooms(tx, system, &["Salon bleu", "Atelier"]);
        let camille = on_offer.nomad(tx, system, "Camille Durand", 11);
        let noa = person(tx, system, "Noa Blanc");
        for person in [camille, noa] {
            become_member(tx, system, person, monday()).unwrap();
            account(tx, system, person, &hash);
        }
        let new = NewBooking::plain(*rooms.first().unwrap(), second_tuesday(), Holder::Person(noa));
        spaces::book(tx, system, &new).unwrap();
    });
    served
}

fn second_tuesday() -> Period {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let at = |clock| zone.instant(monday().plus_days(8), MinuteOfDay::parse(clock).unwrap());
    Period::new(at("10:00"), at("12:00")).unwrap()
}

#[test]
fn each_tuesday_is_booked_at_once_but_for_the_one_that_is_taken() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/bookings/new");
    phone.fill("#resource", "Salon bleu · 8 places");
    phone.fill("#day", "2026-06-16");
    phone.fill("#start", "10:00");
    phone.fill("#end", "12:00");
    phone.fill("#title", "Cours d’italien");
    phone.click("details.repeat summary");
    phone.fill("#repeat", "weekly");
    phone.fill("#count", "4");
    phone.wait_for("#quote button[value=preview]");
    inspection.see(&phone, "series-form");
    phone.click("#quote button[value=preview]");
    phone.wait_for_text("Certaines dates ne conviennent pas encore.");
    inspection.see(&phone, "series-conflict");
    phone.click("button[value=skip]");
    phone.wait_for("button[value=book]");
    assert!(
        phone.text("section.offer").contains("€"),
        "the price of all is known before"
    );
    phone.click("button[value=book]");
    phone.wait_for_text("Toutes les dates sont réservées.");
    inspection.see(&phone, "series");
    phone.click("main ul.dated li:nth-child(3) a");
    phone.wait_for_url("/bookings/");
    inspection.see(&phone, "series-one");
    phone.click("main a[href*='/cancellation?from=']");
    phone.wait_for("main form button[type=submit]");
    inspection.see(&phone, "series-cancellation");
    phone.click("main form button[type=submit]");
    phone.wait_for_text("Les réservations sont annulées.");
    served.go(&phone, "/me/bookings");
    assert_eq!(
        phone.texts("main section:first-of-type ul.dated li").len(),
        1,
        "the first is left"
    );
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn who_waits_for_taken_hours_has_them_when_they_come_free() {
    let served = opened();
    let mut inspection = Inspection::new();
    let waiting = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/bookings/new");
    waiting.fill("#resource", "Salon bleu · 8 places");
    waiting.fill("#day", "2026-06-23");
    waiting.fill("#start", "10:00");
    waiting.fill("#end", "12:00");
    waiting.wait_for("#quote button[value=wait]");
    inspection.see(&waiting, "waiting-proposed");
    waiting.click("#quote button[value=wait]");
    waiting.wait_for("#waiting");
    inspection.see(&waiting, "waiting");
    let noa = served.signed_in_as("noa.blanc@example.org", Viewport::DESKTOP, "/me/bookings");
    noa.click("main a[href$='/cancellation']");
    noa.wait_for("main form button[type=submit]");
    noa.click("main form button[type=submit]");
    noa.wait_for_text("La réservation est annulée.");
    served.go_until(&waiting, "/me/bookings", "#waiting a[href^='/bookings/']");
    waiting.click("#waiting a[href^='/bookings/']");
    waiting.wait_for("form[action$='/acceptance'] button");
    inspection.see(&waiting, "waiting-offered");
    waiting.click("form[action$='/acceptance'] button");
    waiting.wait_for_absence("form[action$='/acceptance']");
    served.go(&waiting, "/me/bookings");
    waiting.wait_for_text("Salon bleu");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn a_room_is_looked_for_and_a_pass_is_bought_in_a_few_taps() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/calendar");
    phone.click("main a[href^='/calendar/find']");
    phone.wait_for("#people");
    inspection.see(&phone, "find-a-room");
    phone.fill("#people", "6");
    phone.fill("#day", "2026-06-17");
    phone.fill("#part", "afternoon");
    phone.click("form[action='/calendar/find'] button[type=submit]");
    phone.wait_for("#found button[value=confirm]");
    inspection.see(&phone, "found-rooms");
    phone.click("#found button[value=confirm]");
    phone.wait_for_text("C’est réservé.");
    served.go(&phone, "/me/passes");
    phone.wait_for_text("Carnet 30");
    inspection.see(&phone, "pass-in-use");
    phone.click("main a[href*='/me/passes/']");
    phone.wait_for("main form button[type=submit]");
    assert!(
        phone.text("main").contains("€"),
        "the price is known before the last tap"
    );
    inspection.see(&phone, "pass-purchase");
    phone.click("main form button[type=submit]");
    phone.wait_for_text("C’est fait : votre carnet est prêt.");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
