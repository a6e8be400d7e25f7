//! T28: a meeting is booked at a desk, people are invited to it by mail, and a telephone answers without an account.

use super::inspection::Inspection;
use super::lives::{OnOffer, account, monday, open_rooms, person};
use super::served::Served;
use harness::Viewport;
use kernel::{Actor, MinuteOfDay, Period, PersonId, Zone};
use people::become_member;
use platform::database::Tx;
use spaces::{Holder, NewBooking};

/// A room that Camille booked for Tuesday, and Zoé, who shows herself to members.
fn opened() -> Served {
    let served = Served::with_roles(&[]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        OnOffer::put(tx, system);
        let rooms = open_rooms(tx, system, &["Salon bleu"]);
        let camille = person(tx, system, "Camille Durand");
        become_member(tx, system, camille, monday()).unwrap();
        account(tx, system, camille, &hash);
        let zoe = person(tx, system, "Zoé Martin");
        become_member(tx, system, zoe, monday()).unwrap();
        shows_herself(tx, system, zoe);
        let zone = Zone::parse("Europe/Paris").unwrap();
        let at = |clock| zone.instant(monday().next(), MinuteOfDay::parse(clock).unwrap());
        let new = NewBooking {
            title: "Comité de lecture".to_owned(),
            ..NewBooking::plain(
                *rooms.first().unwrap(),
                Period::new(at("10:00"), at("12:00")).unwrap(),
                Holder::Person(camille),
            )
        };
        spaces::book(tx, system, &new).unwrap();
    });
    served
}

fn shows_herself(tx: &mut Tx<'_>, system: &Actor, person: PersonId) {
    let own = Actor {
        person: Some(person),
        ..system.clone()
    };
    let told = directory::Told::default();
    directory::keep_card(tx, &own, told, directory::Shown::TO_MEMBERS, true).unwrap();
}

#[test]
fn t28_people_are_invited_by_mail_at_a_desk_and_a_telephone_answers_without_an_account() {
    let served = opened();
    let mut inspection = Inspection::new();
    let desk = served.signed_in_as("camille.durand@example.org", Viewport::DESKTOP, "/me/bookings");
    desk.click("main a[href^='/bookings/']");
    desk.wait_for("main a[href$='/participants']");
    desk.click("main a[href$='/participants']");
    desk.wait_for("#addresses");
    inspection.see(&desk, "participants-none");
    desk.fill("#q", "zoe");
    desk.click("form[role=search] button");
    desk.wait_for_text("Zoé Martin");
    desk.click("input[name=person]");
    desk.fill("#addresses", "ana@example.org\nleo@example.org");
    inspection.see(&desk, "participants-found");
    desk.click("aside form[method=post] button.primary");
    desk.wait_for_text("Les invitations partent.");
    assert!(!desk.text("main").contains("zoe.martin@example.org"));
    inspection.see(&desk, "participants");

    let list = path_of(&desk.url(), &served.address);
    let phone = served.page(Viewport::PHONE, &written(&served, "ana@example.org"));
    phone.wait_for_text("Comité de lecture");
    inspection.see(&phone, "invitation");
    phone.click("button[value=yes]");
    phone.wait_for_text("Votre réponse est notée.");
    inspection.see(&phone, "invitation-answered");
    served.go_until(&desk, &list, "main .badge-success");
    assert!(desk.text("main .lines").contains("vient"));
    desk.click("main .kicker a");
    desk.wait_for_text("1 oui, 0 peut-être, 0 non, 2 sans réponse");
    inspection.see(&desk, "booking-participants");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

fn path_of(url: &str, address: &str) -> String {
    url.strip_prefix(address).unwrap().to_owned()
}

/// The path of the link in the letter to this address, as soon as the job wrote it.
#[allow(
    clippy::disallowed_methods,
    reason = "the pause paces the looks at what a job writes"
)]
fn written(served: &Served, address: &'static str) -> String {
    for _ in 0..120 {
        let letters = served.write(|tx, system| platform::mail::list(tx, system.place, 50).unwrap());
        if let Some(letter) = letters.iter().find(|mail| mail.recipient.as_str() == address) {
            let start = letter.text_body.find("/invitations/").unwrap();
            let mut words = letter.text_body[start..].split_whitespace();
            return words.next().unwrap().to_owned();
        }
        std::thread::sleep(std::time::Duration::from_millis(250));
    }
    panic!("no letter to {address}");
}
