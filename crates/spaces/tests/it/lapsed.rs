//! What a person hears of a request that nobody answered in time.

use crate::house::House;
use crate::late_moves::asked_again;
use crate::letters::upkeep;
use harness::both_engines;
use kernel::{Actor, Locale};
use platform::mail::OutboxMail;
use spaces::{BookingState, Holder, ImportedAs, ImportedBooking};

fn speaks(house: &House, actor: &Actor, locale: Locale) {
    let person = actor.person.unwrap();
    house
        .write(&house.system(), move |tx, actor| {
            let known = people::person(tx, actor.place, person)?.unwrap();
            let new = people::NewPerson {
                language: Some(locale),
                ..known.into()
            };
            people::update_person(tx, actor, person, new)
        })
        .unwrap();
}

fn lapses(letters: &[OutboxMail]) -> Vec<&OutboxMail> {
    let lapsed = letters.iter().filter(|mail| {
        ["sans réponse", "without an answer"]
            .iter()
            .any(|words| mail.subject.contains(words))
    });
    lapsed.collect()
}

#[test]
fn who_asked_hears_once_in_their_language_and_finds_the_same_hours_to_ask_anew() {
    both_engines(|db| {
        let house = House::new(db);
        let zoe = house.guest("Zoé Martin");
        speaks(&house, &zoe, Locale::En);
        let id = house.booked(&zoe, house.salon, "22 10:00", "22 11:00");
        house.set_clock("17 08:59");
        assert_eq!(lapses(&upkeep(&house)).len(), 0, "the place may still answer");
        house.set_clock("17 09:00");
        let first = upkeep(&house);
        assert_eq!(house.booking(id).state, BookingState::Expired);
        let again = upkeep(&house);
        assert_eq!((lapses(&first).len(), lapses(&again).len()), (1, 1), "once");
        let mail = lapses(&again)[0];
        assert_eq!(mail.recipient.to_string(), "zoe@example.org");
        assert_eq!(mail.subject, "Request without an answer: Salon");
        let hours = "start=2026-06-22T10:00&end=2026-06-22T11:00";
        let link = format!(
            "https://fabrique.example.org/bookings/new?resource={}&{hours}",
            house.salon
        );
        assert!(mail.text_body.contains(&link), "{}", mail.text_body);
        assert!(mail.text_body.contains("Nothing is due."), "{}", mail.text_body);
        assert!(
            mail.html_body.contains("/bookings/new?resource="),
            "{}",
            mail.html_body
        );
        let path = link.strip_prefix("https://fabrique.example.org").unwrap();
        let page = house.visitor(&zoe).page(path);
        let value = |field: &str| page.attribute(field, "value").unwrap();
        assert_eq!(
            (value("#day"), value("#start"), value("#end")),
            ("2026-06-22".to_owned(), "10:00".to_owned(), "11:00".to_owned())
        );
    });
}

#[test]
fn a_request_for_hours_gone_by_leads_to_the_space_alone() {
    both_engines(|db| {
        let house = House::new(db);
        let zoe = house.guest("Zoé Martin");
        house.booked(&zoe, house.salon, "15 14:00", "15 15:00");
        house.set_clock("15 14:00");
        let letters = upkeep(&house);
        let text = &lapses(&letters)[0].text_body;
        assert!(
            text.contains(&format!("/bookings/new?resource={}\n", house.salon)),
            "{text}"
        );
        assert!(!text.contains("start="), "{text}");
    });
}

#[test]
fn the_letter_says_what_a_late_move_left_due() {
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, _, _) = asked_again(&house);
        house.set_clock("18 09:00");
        let letters = upkeep(&house);
        let text = &lapses(&letters)[0].text_body;
        assert!(text.contains("Reste dû\u{a0}: 20,00\u{a0}€"), "{text}");
        assert_eq!(house.cents(&zoe), [2_000]);
    });
}

#[test]
fn a_request_taken_over_from_elsewhere_is_answered_only_if_it_could_still_be_here() {
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, director) = (house.guest("Zoé Martin"), house.director());
        let holder = Holder::Person(zoe.person.unwrap());
        let asked = |hours: [&str; 2], reference: &str| {
            let line = ImportedBooking {
                resource: house.salon,
                period: house.hours(hours[0], hours[1]),
                holder: holder.clone(),
                title: String::new(),
                state: BookingState::Requested,
                price: None,
                charged: true,
                external_ref: reference.to_owned(),
            };
            let done = house.write(&director, move |tx, actor| {
                spaces::import_booking(tx, actor, &line)
            });
            match done.unwrap() {
                ImportedAs::New(id) => id,
                known @ ImportedAs::Known(_) => panic!("it is new: {known:?}"),
            }
        };
        let (past, to_come) = (
            asked(["02 09:00", "02 10:00"], "ligne 1"),
            asked(["22 09:00", "22 10:00"], "ligne 2"),
        );
        assert_eq!(lapses(&upkeep(&house)).len(), 0);
        assert_eq!(house.booking(past).state, BookingState::Expired);
        house.set_clock("18 09:00");
        assert_eq!(lapses(&upkeep(&house)).len(), 1);
        assert_eq!(house.booking(to_come).state, BookingState::Expired);
    });
}
