//! People invited to a booking by mail: their letters, their answers, what they hear when it changes.

use crate::house::House;
use crate::letters::{golden, letters, speaks, upkeep};
use harness::both_engines;
use kernel::{Actor, Email, Locale};
use platform::mail::OutboxMail;
use platform::{Failure, Fault};
use spaces::{BookingId, Cancellation, InvitationAnswer, InvitationRefused, Move, NewBooking, Participant};

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn invite(
    house: &House,
    actor: &Actor,
    id: BookingId,
    who: &[&str],
) -> Result<usize, Failure<InvitationRefused>> {
    let who: Vec<Email> = who.iter().map(|text| email(text)).collect();
    house.write(actor, move |tx, actor| spaces::invite(tx, actor, id, &who))
}

fn invited(house: &House, id: BookingId) -> Vec<Participant> {
    let place = house.place.id;
    let read = house
        .db
        .read_blocking(move |tx| spaces::store::participants::of_booking(tx, place, id));
    read.unwrap()
}

fn meeting(house: &House, actor: &Actor) -> BookingId {
    let new = NewBooking {
        title: "Comité de lecture".to_owned(),
        ..house.own(actor, house.salon, "22 09:00", "22 11:00")
    };
    house.book(actor, &new).unwrap().id
}

/// The link of a letter.
fn link(mail: &OutboxMail) -> String {
    let start = mail.text_body.find("/invitations/").unwrap();
    mail.text_body[start..]
        .split_whitespace()
        .next()
        .unwrap()
        .to_owned()
}

fn file(house: &House, mail: &OutboxMail) -> String {
    let (place, document) = (house.place.id, mail.attachment_document_id.unwrap());
    let file = house
        .db
        .read_blocking(move |tx| platform::documents::get(tx, place, document))
        .unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "")
}

fn line<'a>(file: &'a str, name: &str) -> &'a str {
    file.lines().find(|line| line.starts_with(name)).unwrap()
}

#[test]
fn each_gets_one_letter_however_often_they_are_named_and_no_more_than_fifty() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = meeting(&house, &camille);
        let named = ["ana@example.org", "ANA@example.org", "leo@example.org"];
        assert_eq!(invite(&house, &camille, id, &named).unwrap(), 2);
        assert_eq!(letters(&house).len(), 2);
        let again = invite(&house, &camille, id, &["ana@example.org"]);
        assert!(
            matches!(again, Err(Failure::Refused(InvitationRefused::Nobody))),
            "{again:?}"
        );
        let many: Vec<String> = (0..49).map(|number| format!("p{number}@example.org")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let refused = invite(&house, &camille, id, &many);
        assert!(
            matches!(
                refused,
                Err(Failure::Refused(InvitationRefused::TooMany { most: 50 }))
            ),
            "{refused:?}"
        );
        let stranger = invite(&house, &zoe, id, &["z@example.org"]);
        assert!(
            matches!(stranger, Err(Failure::Fault(Fault::NotFound))),
            "{stranger:?}"
        );
        let asked = house.booked(&house.guest("Gaël Passant"), house.salon, "23 09:00", "23 10:00");
        let desk = house.facilitator();
        let early = invite(&house, &desk, asked, &["z@example.org"]);
        assert!(
            matches!(early, Err(Failure::Refused(InvitationRefused::NotStanding))),
            "{early:?}"
        );
    });
}

#[test]
fn the_event_keeps_its_name_its_number_rises_and_it_is_called_off() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = meeting(&house, &camille);
        invite(&house, &camille, id, &["ana@example.org"]).unwrap();
        let first = file(&house, letters(&house).last().unwrap());
        assert_eq!(line(&first, "METHOD"), "METHOD:REQUEST");
        assert_eq!(
            line(&first, "ORGANIZER"),
            "ORGANIZER;CN=\"Camille Durand\":mailto:camille@example.org"
        );
        assert!(line(&first, "ATTENDEE").contains("PARTSTAT=NEEDS-ACTION"));
        let to = Move {
            resource: house.salon,
            period: house.hours("23 09:00", "23 11:00"),
            overriding: false,
            waived: false,
            price_shown: None,
        };
        house
            .write(&camille, move |tx, actor| {
                spaces::move_booking(tx, actor, id, &to)
            })
            .unwrap();
        let moved = file(&house, letters(&house).last().unwrap());
        assert_eq!(line(&moved, "UID"), line(&first, "UID"));
        assert_eq!(
            (line(&first, "SEQUENCE"), line(&moved, "SEQUENCE")),
            ("SEQUENCE:1", "SEQUENCE:2")
        );
        assert_ne!(line(&moved, "DTSTART"), line(&first, "DTSTART"));
        house
            .write(&camille, move |tx, actor| {
                spaces::cancel(tx, actor, id, Cancellation::default())
            })
            .unwrap();
        let off = file(&house, letters(&house).last().unwrap());
        assert_eq!(line(&off, "METHOD"), "METHOD:CANCEL");
        assert_eq!(line(&off, "STATUS"), "STATUS:CANCELLED");
        assert_eq!(line(&off, "UID"), line(&first, "UID"));
        assert_eq!(line(&off, "SEQUENCE"), "SEQUENCE:3");
        assert_eq!(letters(&house).len(), 3);
    });
}

#[test]
fn who_is_taken_off_is_told_and_forgotten_and_everybody_is_thirty_days_later() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = meeting(&house, &camille);
        invite(&house, &camille, id, &["ana@example.org", "leo@example.org"]).unwrap();
        letters(&house);
        let ana = invited(&house, id)[0].id;
        let other = meeting_of(&house, &zoe);
        let foreign = house.write(&zoe, move |tx, actor| spaces::uninvite(tx, actor, (other, ana)));
        assert!(matches!(foreign, Err(Fault::NotFound)), "{foreign:?}");
        house
            .write(&camille, move |tx, actor| spaces::uninvite(tx, actor, (id, ana)))
            .unwrap();
        let off = letters(&house).pop().unwrap();
        assert_eq!(line(&file(&house, &off), "METHOD"), "METHOD:CANCEL");
        let left = invited(&house, id);
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].email, email("leo@example.org"));
        house.set_clock("23 09:00");
        upkeep(&house);
        assert_eq!(invited(&house, id).len(), 1);
        house.set_clock("07-23 09:00");
        upkeep(&house);
        assert_eq!(invited(&house, id).len(), 0);
    });
}

fn meeting_of(house: &House, actor: &Actor) -> BookingId {
    house.booked(actor, house.studio, "22 09:00", "22 11:00")
}

#[test]
fn an_answer_needs_no_account_and_the_booker_reads_it() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = meeting(&house, &camille);
        let mut booker = house.visitor(&camille);
        let path = format!("/bookings/{id}/participants");
        let form = booker.page(&path).form("aside form");
        let wrong = booker.post(&form.clone().with("addresses", "ana@example.org, léo"));
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().says("« léo » n’est pas une adresse"), "{wrong}");
        let done = booker.post(&form.with("addresses", "ana@example.org; leo@example.org"));
        assert_eq!(done.status, 303, "{done}");
        let mail = letters(&house)
            .into_iter()
            .find(|mail| mail.recipient == email("ana@example.org"))
            .unwrap();
        let link = link(&mail);
        let mut ana = house.visitor(&Actor::visitor(house.place.id));
        let page = ana.page(&link);
        assert!(
            page.says("Comité de lecture") && page.says("sans réponse"),
            "{page}"
        );
        let answered = ana.post(&page.form("main form").and("answer", "yes"));
        assert_eq!(answered.status, 303, "{answered}");
        assert!(ana.page(&link).says("vient"));
        assert!(
            booker.page(&path).says("ana@example.org vient"),
            "{}",
            booker.page(&path)
        );
        assert!(
            booker
                .page(&format!("/bookings/{id}"))
                .says("1 oui, 0 peut-être, 0 non, 1 sans réponse")
        );
        let silly = ana.post(&ana.page(&link).form("main form").and("answer", "perhaps"));
        assert_ne!(silly.status, 303);
        assert_eq!(ana.get("/invitations/nonsense").status, 404);
        assert_eq!(house.visitor(&zoe).get(&path).status, 404);
        assert_eq!(invited(&house, id)[0].answer, InvitationAnswer::Yes);
        house.set_clock("22 11:00");
        let late = ana.page(&link);
        assert!(late.says("n’a plus lieu"), "{late}");
    });
}

#[test]
fn the_letters_to_who_is_invited_are_kept() {
    for locale in [Locale::Fr, Locale::En] {
        both_engines(|db| {
            let house = House::new(db);
            let (camille, ada) = (house.member("Camille Durand"), house.member("Ada Un"));
            speaks(&house, ada.person.unwrap(), locale);
            let id = meeting(&house, &camille);
            invite(&house, &camille, id, &["ada@example.org"]).unwrap();
            let mail = letters(&house).pop().unwrap();
            kept("invitation", locale, &mail);
            house
                .write(&camille, move |tx, actor| {
                    spaces::cancel(tx, actor, id, Cancellation::default())
                })
                .unwrap();
            kept("invitation_off", locale, &letters(&house).pop().unwrap());
        });
    }
}

fn kept(name: &str, locale: Locale, mail: &OutboxMail) {
    let text = format!("{}\n\n{}", mail.subject, mail.text_body);
    golden(&format!("{name}_{locale}_text"), &text);
    golden(&format!("{name}_{locale}_html"), &mail.html_body);
}
