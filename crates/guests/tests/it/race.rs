//! Guests and members want the same hours at the same time.

use crate::world::World;
use guests::Asked;
use harness::{both_engines, together};
use kernel::{Actor, Email, Locale, Name};
use people::{PersonName, Token};
use spaces::{Holder, NewBooking};

const RUNNERS: usize = 32;

#[test]
fn of_thirty_two_guests_and_members_exactly_one_gets_the_hours() {
    both_engines(|db| {
        let world = World::new(db);
        let period = world.hours(16, 10, 12);
        let (db, place, salon, lucie) = (world.db.clone(), world.place, world.salon, world.lucie);
        let won = together(RUNNERS, |number| {
            if number % 2 == 0 {
                let new = NewBooking::plain(salon, period, Holder::Person(lucie));
                return db
                    .write_blocking(move |tx| {
                        let system = Actor::system(place);
                        spaces::book(tx, &system, &new)
                    })
                    .is_ok();
            }
            let name = format!("Guest {number}");
            let new = NewBooking::plain(salon, period, Holder::Caller(Name::parse(&name).unwrap()));
            let asked = Asked {
                name: PersonName::parse("Guest", &number.to_string()).unwrap(),
                email: Some(Email::parse(&format!("guest{number}@example.org")).unwrap()),
                phone: None,
                language: Locale::Fr,
                organisation: None,
                rules: None,
                privacy: None,
            };
            let secret = Token::from_bytes([u8::try_from(number).unwrap(); 32]).hash();
            db.write_blocking(move |tx| {
                let visitor = Actor::visitor(place);
                guests::ask(tx, &visitor, &new, &asked, &secret)
            })
            .is_ok()
        });
        assert_eq!(won.into_iter().filter(|won| *won).count(), 1);
    });
}
