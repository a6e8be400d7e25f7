//! The moments of the place: announced by the team, registered for on a phone, waited for, proposed, spoken of (T17, T33, T34, T35).

use super::inspection::Inspection;
use super::lives::{account, monday, person};
use super::served::Served;
use harness::Viewport;
use kernel::Role;
use people::{become_member, grant_role};

fn opened() -> Served {
    let served = Served::with_roles(&[]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        for name in ["Camille Durand", "Noa Blanc", "Awa Diarra"] {
            let person = person(tx, system, name);
            become_member(tx, system, person, monday()).unwrap();
            account(tx, system, person, &hash);
            if name.starts_with("Awa") {
                grant_role(tx, system, person, Role::Facilitator, monday()).unwrap();
            }
        }
    });
    served
}

#[test]
fn t17_t33_an_event_is_announced_filled_waited_for_and_given_up_and_its_seat_offered() {
    let served = opened();
    let mut inspection = Inspection::new();
    let desk = served.signed_in_as("awa.diarra@example.org", Viewport::DESKTOP, "/office/events");
    inspection.see(&desk, "events-empty");
    desk.click("main a[href='/office/events/new']");
    desk.wait_for("#title");
    let day = monday().plus_days(9).to_string();
    desk.fill("#title", "Mardi partagé");
    desk.fill("#day", &day);
    desk.fill("#venue", "La cuisine");
    desk.fill("#capacity", "1");
    inspection.see(&desk, "event-form");
    desk.click("button[name=publish][value=yes]");
    desk.wait_for_text("Annoncé");
    inspection.see(&desk, "event-of-the-team");
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/agenda");
    phone.wait_for_text("Mardi partagé");
    inspection.see(&phone, "agenda");
    phone.click("a.card");
    phone.wait_for_text("Je m’inscris");
    inspection.see(&phone, "event");
    phone.click("form[action$='/registrations'] button");
    phone.wait_for_text("Vous êtes inscrit");
    let other = served.signed_in_as("noa.blanc@example.org", Viewport::PHONE, "/agenda");
    other.click("a.card");
    other.wait_for_text("liste d’attente");
    other.click("form[action$='/registrations'] button");
    other.wait_for_text("Sur liste d’attente");
    inspection.see(&other, "event-waiting");
    phone.click("a[href^='/registrations/']");
    phone.wait_for("form[action$='/cancellation']");
    inspection.see(&phone, "registration");
    phone.click("form[action$='/cancellation'] button");
    phone.wait_for_text("est annulée");
    served.go(&other, "/me/events");
    other.wait_for_text("Place proposée");
    inspection.see(&other, "my-events");
    other.click("a[href^='/registrations/']");
    other.wait_for("form[action$='/acceptance']");
    other.click("form[action$='/acceptance'] button");
    other.wait_for_text("La place est à vous");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn t34_t35_a_member_proposes_an_event_and_a_point_of_the_powwow() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/proposals/new");
    phone.fill("#title", "Ciné-club");
    phone.fill("#body", "Un film par mois.");
    inspection.see(&phone, "proposal-form");
    phone.click("form[action='/proposals'] button");
    phone.wait_for_text("En discussion");
    inspection.see(&phone, "proposal");
    let desk = served.signed_in_as(
        "awa.diarra@example.org",
        Viewport::DESKTOP,
        "/programming-council",
    );
    inspection.see(&desk, "council");
    desk.click("ul.lines a");
    desk.wait_for("#reason");
    inspection.see(&desk, "council-proposal");
    desk.fill("#reason", "La salle est prise le soir.");
    desk.click("form[action$='/refusal'] button");
    desk.wait_for_text("Refusée");
    served.go(&desk, "/office/events/new");
    let day = monday().plus_days(10).to_string();
    desk.fill("#title", "Pow-Wow");
    desk.fill("#day", &day);
    desk.fill("#venue", "Le salon");
    desk.fill("#kind", "powwow");
    desk.click("button[name=publish][value=yes]");
    desk.wait_for_text("Annoncé");
    served.go(&phone, "/powwows");
    inspection.see(&phone, "powwows");
    phone.click("main header a.button.primary");
    phone.wait_for("#minutes");
    phone.fill("#title", "Le frigo");
    phone.click("form[action$='/points'] button");
    phone.wait_for_text("Le frigo");
    phone.click("button[name=wants][value=yes]");
    phone.wait_for_text("Veulent parler");
    inspection.see(&phone, "powwow");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
