//! Hours of agreements and plans in bookings: drawn, told on the invoice, given back (T59, T97).

use crate::house::House;
use crate::series::{self, tuesdays};
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Actor, Day, Days, Money, Name, OrganisationId, Rate, Role};
use offers::{AgreementTerms, QuotaSpan};
use people::{NewOrganisation, NewPerson, PersonName};
use spaces::{Cancellation, Holder, Move, NewBooking};

fn organisation(house: &House) -> OrganisationId {
    house
        .write(&house.system(), |tx, actor| {
            let name = Name::parse("Mairie de Saint-Avel").unwrap();
            people::create_organisation(tx, actor, NewOrganisation::named(name))
        })
        .unwrap()
}

/// Somebody of the organisation, a member of the place.
fn sent_by(house: &House, organisation: OrganisationId, given: &str) -> Actor {
    let name = PersonName::parse(given, "Vasseur").unwrap();
    let person = house
        .write(&house.system(), move |tx, actor| {
            let new = NewPerson {
                organisation: Some(organisation),
                ..NewPerson::named(name.clone())
            };
            let person = people::create_person(tx, actor, new).unwrap();
            people::become_member(tx, actor, person, Day::new(2026, 1, 1).unwrap()).map(|_| person)
        })
        .unwrap();
    house.actor(person, Role::Member)
}

/// Hours of rooms each month, of which a part of the price is due.
fn agree(house: &House, organisation: OrganisationId, hours: i64, due: i64) {
    let terms = AgreementTerms {
        organisation,
        name: Name::parse("Convention").unwrap(),
        minutes: hours * 60,
        span: QuotaSpan::Month,
        due: Rate::from_basis_points(due),
        days: Days::new(Day::new(2026, 1, 1).unwrap(), Day::new(2026, 12, 31).unwrap()).unwrap(),
        kinds: ["room".to_owned()].into(),
        note: String::new(),
    };
    house
        .write(&house.system(), move |tx, actor| {
            offers::create_agreement(tx, actor, &terms)
        })
        .unwrap();
}

/// Minutes left of the agreement in the month of a day.
fn left(house: &House, actor: &Actor, on: (i16, u8, u8)) -> i64 {
    let (place, person) = (house.place.id, actor.person.unwrap());
    let day = Day::new(on.0, on.1, on.2).unwrap();
    let found = house
        .db
        .read_blocking(move |tx| offers::agreements_left(tx, place, person, day))
        .unwrap();
    found[0].1
}

#[test]
fn a_booking_draws_on_the_agreement_pays_what_is_beyond_and_the_invoice_says_both() {
    both_engines(|db| {
        let house = House::new(db);
        let mairie = organisation(&house);
        agree(&house, mairie, 3, 0);
        let alix = sent_by(&house, mairie, "Alix");
        house.booked(&alix, house.salon, "16 09:00", "16 11:00");
        assert_eq!(
            house.cents(&alix),
            Vec::<i64>::new(),
            "two hours of the agreement"
        );
        let booked = house
            .book_own(&alix, house.salon, "17 09:00", "17 11:00")
            .unwrap();
        assert_eq!(booked.price.amount, Money::from_cents(1_500), "one hour beyond");
        let charges = house.charges(&alix);
        assert_eq!(
            charges[0].detail,
            "17/06/2026 09:00–11:00 · Convention \u{2212}1\u{a0}h"
        );
        assert_eq!(left(&house, &alix, (2026, 6, 15)), 0);
        let wanted = Cancellation::default();
        let id = booked.id;
        house
            .write(&alix, move |tx, actor| spaces::cancel(tx, actor, id, wanted))
            .unwrap();
        assert_eq!(left(&house, &alix, (2026, 6, 15)), 60, "in time");
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn moved_within_the_month_hours_stay_and_moved_to_the_next_they_are_drawn_there() {
    both_engines(|db| {
        let house = House::new(db);
        let mairie = organisation(&house);
        agree(&house, mairie, 2, 5_000);
        let alix = sent_by(&house, mairie, "Alix");
        let booked = house
            .book_own(&alix, house.salon, "16 09:00", "16 11:00")
            .unwrap();
        assert_eq!(
            booked.price.amount,
            Money::from_cents(1_500),
            "half of two hours at 15.00"
        );
        let move_to = |from: &str, until: &str| {
            let to = Move {
                resource: house.salon,
                period: house.hours(from, until),
                overriding: false,
                waived: false,
                price_shown: None,
            };
            let id = booked.id;
            house
                .write(&alix, move |tx, actor| spaces::move_booking(tx, actor, id, &to))
                .unwrap()
        };
        let moved = move_to("18 14:00", "18 16:00");
        assert_eq!(moved.price.amount, Money::from_cents(1_500));
        assert_eq!(left(&house, &alix, (2026, 6, 15)), 0);
        let moved = move_to("07-01 14:00", "07-01 16:00");
        assert_eq!(moved.price.amount, Money::from_cents(1_500));
        assert_eq!(left(&house, &alix, (2026, 6, 15)), 120);
        assert_eq!(left(&house, &alix, (2026, 7, 1)), 0);
        let longer = move_to("07-01 14:00", "07-01 17:00");
        assert_eq!(
            longer.price.amount,
            Money::from_cents(3_000),
            "15.00 and an hour beyond"
        );
        assert_eq!(house.cents(&alix), [3_000]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_series_is_told_the_price_at_which_it_is_booked() {
    both_engines(|db| {
        let house = House::new(db);
        let mairie = organisation(&house);
        agree(&house, mairie, 3, 0);
        let alix = sent_by(&house, mairie, "Alix");
        let mut asked = tuesdays(&house, &alix, 3);
        let quotes = {
            let asked = asked.clone();
            house
                .write(&alix, move |tx, actor| spaces::quote_series(tx, actor, &asked))
                .unwrap()
        };
        let told: Vec<i64> = quotes
            .iter()
            .map(|quote| match &quote.outcome {
                Some(Ok(quote)) => quote.plan.price.amount.cents(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(told, [0, 1_500, 3_000], "three hours of six");
        asked.total_shown = Some(Money::from_cents(4_500));
        series::book(&house, &alix, &asked).unwrap();
        assert_eq!(house.cents(&alix), [1_500, 3_000]);
    });
}

#[test]
fn the_last_hours_are_drawn_once_by_thirty_two_bookings_at_once() {
    on_both_engines(|fresh| {
        let house = House::new(fresh.database().clone());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let mairie = organisation(&house);
        agree(&house, mairie, 4, 0);
        let people: Vec<Actor> = ["Alix", "Camille", "Dominique", "Sasha"]
            .map(|given| sent_by(&house, mairie, given))
            .to_vec();
        let product = house.product;
        let rooms = (0..8).map(|number| {
            house
                .write(&house.system(), move |tx, actor| {
                    let name = format!("Salle {number}");
                    spaces::create_resource(tx, actor, crate::house::room(&name, product), None)
                })
                .unwrap()
        });
        let rooms: Vec<_> = rooms.collect();
        for round in 0..rounds("TRIBU_RACES", 10) {
            let booked = together(32, |number| {
                let actor = people[number % people.len()].clone();
                let hour = 8 + number / rooms.len() * 2;
                let (from, until) = (format!("16 {hour:02}:00"), format!("16 {:02}:00", hour + 2));
                let period = house.hours(&from, &until);
                let holder = Holder::Person(actor.person.unwrap());
                let new = NewBooking::plain(rooms[number % rooms.len()], period, holder);
                let db = &databases[number % 2];
                db.write_blocking(move |tx| spaces::book(tx, &actor, &new))
                    .unwrap()
            });
            let free = booked.iter().filter(|booking| booking.price.amount.is_zero());
            assert_eq!(free.count(), 2, "four hours, two each: round {round}");
            for booking in booked {
                let (id, waived) = (booking.id, true);
                let wanted = Cancellation {
                    waived,
                    ..Cancellation::default()
                };
                house
                    .write(&house.system(), move |tx, actor| {
                        spaces::cancel(tx, actor, id, wanted)
                    })
                    .unwrap();
            }
            assert_eq!(left(&house, &people[0], (2026, 6, 15)), 240);
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
