//! What is had with a room, at a price: kept by the office, chosen with a booking, moved and given back with it.

use crate::house::{Done, House};
use billing::ChargeState;
use harness::both_engines;
use kernel::{Actor, Money, Name};
use platform::{Failure, Fault};
use spaces::rules::extras::ExtraUnavailable;
use spaces::{
    BookingId, BookingRefusal, Cancellation, ExtraAsked, ExtraFacts, ExtraId, ExtraLine, ExtraRefused,
    ExtraUnit, Holder, Move, NewBooking, Preparation, ResourceId, SlotRefused,
};
use std::collections::BTreeSet;

pub(crate) fn facts(house: &House, name: &str, unit: ExtraUnit, cents: i64) -> ExtraFacts {
    ExtraFacts {
        name: Name::parse(name).unwrap(),
        unit,
        price: Money::from_cents(cents),
        product: house.product,
        spaces: BTreeSet::new(),
        notice_hours: 0,
        preparation: String::new(),
    }
}

pub(crate) fn add(house: &House, facts: ExtraFacts) -> Result<ExtraId, Failure<ExtraRefused>> {
    house.write(&house.system(), move |tx, actor| {
        spaces::create_extra(tx, actor, facts.clone())
    })
}

/// Coffee for each person, at 3.50.
pub(crate) fn coffee(house: &House) -> ExtraId {
    add(house, facts(house, "Café", ExtraUnit::Person, 350)).unwrap()
}

fn with(house: &House, actor: &Actor, (from, until): (&str, &str), extras: &[(ExtraId, i64)]) -> NewBooking {
    NewBooking {
        extras: extras
            .iter()
            .map(|(extra, count)| ExtraAsked {
                extra: *extra,
                count: *count,
            })
            .collect(),
        ..house.own(actor, house.salon, from, until)
    }
}

fn lines(house: &House, id: BookingId) -> Vec<ExtraLine> {
    let place = house.place.id;
    let read = house
        .db
        .read_blocking(move |tx| spaces::store::extras::of_booking(tx, place, id));
    read.unwrap()
}

fn refused(done: Done) -> BookingRefusal {
    match done {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

fn prepared(house: &House, actor: &Actor, id: BookingId, extras: &[(ExtraId, i64)]) -> Done {
    let asked = Preparation {
        extras: extras
            .iter()
            .map(|(extra, count)| ExtraAsked {
                extra: *extra,
                count: *count,
            })
            .collect(),
        ..Preparation::default()
    };
    house.write(actor, move |tx, actor| spaces::prepare(tx, actor, id, &asked))
}

fn cancelled(house: &House, actor: &Actor, id: BookingId, shown: i64) -> Done {
    let wanted = Cancellation {
        fee_shown: Some(Money::from_cents(shown)),
        waived: false,
    };
    house.write(actor, move |tx, actor| spaces::cancel(tx, actor, id, wanted))
}

fn moved(house: &House, actor: &Actor, id: BookingId, to: (ResourceId, &str, &str)) -> Done {
    let to = Move {
        resource: to.0,
        period: house.hours(to.1, to.2),
        overriding: false,
        waived: false,
        price_shown: None,
    };
    house.write(actor, move |tx, actor| spaces::move_booking(tx, actor, id, &to))
}

fn euros(text: &str) -> Money {
    Money::parse(text).unwrap()
}

#[test]
fn extras_are_charged_with_the_booking_as_lines_of_their_own() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let coffee = coffee(&house);
        let screen = add(&house, facts(&house, "Second écran", ExtraUnit::Hour, 600)).unwrap();
        let new = with(
            &house,
            &camille,
            ("22 10:00", "22 12:00"),
            &[(coffee, 8), (screen, 1)],
        );
        let asked = new.clone();
        let quote = house
            .write(&camille, move |tx, actor| spaces::quote(tx, actor, &asked))
            .unwrap();
        assert_eq!(
            quote.total().amount,
            euros("70.00"),
            "30.00, 8 × 3.50 and 2 h at 6.00"
        );
        let cheaper = NewBooking {
            price_shown: Some(euros("30.00")),
            ..new.clone()
        };
        assert_eq!(
            refused(house.book(&camille, &cheaper)),
            SlotRefused::PriceChanged.into()
        );
        let shown = NewBooking {
            price_shown: Some(euros("70.00")),
            ..new
        };
        let made = house.book(&camille, &shown).unwrap();
        let mut cents = house.cents(&camille);
        cents.sort_unstable();
        assert_eq!(cents, [1_200, 2_800, 3_000]);
        let place = house.place.id;
        let charge = lines(&house, made.id)[0].charge.unwrap();
        let charge = house
            .db
            .read_blocking(move |tx| billing::charge_by_id(tx, place, charge))
            .unwrap();
        assert_eq!(
            (charge.label.as_str(), charge.quantity.thousandths(), charge.state),
            ("Café", 8_000, ChargeState::Open)
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn what_is_asked_for_too_late_elsewhere_twice_or_in_silly_numbers_is_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let name = || "Traiteur".to_owned();
        let late = ExtraFacts {
            notice_hours: 48,
            ..facts(&house, "Traiteur", ExtraUnit::Person, 1_800)
        };
        let late = add(&house, late).unwrap();
        let elsewhere = ExtraFacts {
            spaces: BTreeSet::from([house.studio]),
            ..facts(&house, "Micro", ExtraUnit::Booking, 1_000)
        };
        let elsewhere = add(&house, elsewhere).unwrap();
        let gone = coffee(&house);
        house
            .write(&house.system(), move |tx, actor| {
                spaces::set_extra_active(tx, actor, gone, false)
            })
            .unwrap();
        let hours = ("16 10:00", "16 12:00");
        let here = || "Micro".to_owned();
        let cases: [(&[(ExtraId, i64)], ExtraUnavailable); 5] = [
            (
                &[(late, 4)],
                ExtraUnavailable::TooLate {
                    name: name(),
                    hours: 48,
                },
            ),
            (&[(elsewhere, 1)], ExtraUnavailable::NotHere { name: here() }),
            (&[(gone, 1)], ExtraUnavailable::Gone),
            (&[(elsewhere, 1), (elsewhere, 1)], ExtraUnavailable::Count),
            (&[(kernel::Id::from_i64(7), 1)], ExtraUnavailable::Gone),
        ];
        for (extras, expected) in cases {
            let done = house.book(&camille, &with(&house, &camille, hours, extras));
            assert_eq!(refused(done), expected.into());
        }
        let many = with(&house, &camille, ("29 10:00", "29 12:00"), &[(late, 1_001)]);
        assert_eq!(
            refused(house.book(&camille, &many)),
            ExtraUnavailable::Count.into()
        );
        let negative = with(&house, &camille, ("29 10:00", "29 12:00"), &[(late, -1)]);
        assert_eq!(
            refused(house.book(&camille, &negative)),
            ExtraUnavailable::Count.into()
        );
        let director = house.director();
        let past = NewBooking {
            overriding: true,
            holder: Holder::Person(camille.person.unwrap()),
            ..with(&house, &camille, hours, &[(late, 4)])
        };
        house.book(&director, &past).unwrap();
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn an_extra_needs_a_name_of_its_own_a_price_and_a_product_of_the_place() {
    both_engines(|db| {
        let house = House::new(db);
        coffee(&house);
        let tea = || facts(&house, "Thé", ExtraUnit::Person, 300);
        let cases = [
            (
                facts(&house, "Café", ExtraUnit::Booking, 1),
                ExtraRefused::NameTaken,
            ),
            (facts(&house, "Thé", ExtraUnit::Person, -1), ExtraRefused::Price),
            (
                facts(&house, "Thé", ExtraUnit::Person, 1_000_001),
                ExtraRefused::Price,
            ),
            (
                ExtraFacts {
                    notice_hours: -1,
                    ..tea()
                },
                ExtraRefused::Notice,
            ),
            (
                ExtraFacts {
                    preparation: "x".repeat(1_001),
                    ..tea()
                },
                ExtraRefused::Preparation,
            ),
            (
                ExtraFacts {
                    product: kernel::Id::from_i64(7),
                    ..tea()
                },
                ExtraRefused::UnknownProduct,
            ),
            (
                ExtraFacts {
                    spaces: BTreeSet::from([kernel::Id::from_i64(7)]),
                    ..tea()
                },
                ExtraRefused::UnknownSpace,
            ),
        ];
        for (new, expected) in cases {
            match add(&house, new) {
                Err(Failure::Refused(refused)) => assert_eq!(refused, expected),
                other => panic!("{expected:?} was expected, not {other:?}"),
            }
        }
        let member = house.member("Camille Durand");
        let new = tea();
        let done = house.write(&member, move |tx, actor| {
            spaces::create_extra(tx, actor, new.clone())
        });
        assert!(matches!(done, Err(Failure::Fault(Fault::Forbidden))), "{done:?}");
    });
}

#[test]
fn giving_a_booking_up_costs_the_same_part_of_its_extras() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let coffee = coffee(&house);
        let late = with(&house, &camille, ("15 14:00", "15 16:00"), &[(coffee, 8)]);
        let id = house.book(&camille, &late).unwrap().id;
        assert_eq!(
            refused(cancelled(&house, &camille, id, 1_500)),
            SlotRefused::PriceChanged.into()
        );
        cancelled(&house, &camille, id, 2_900).unwrap();
        let mut cents = house.cents(&camille);
        cents.sort_unstable();
        assert_eq!(cents, [1_400, 1_500], "half of 28.00 and of 30.00");
        let early = with(&house, &camille, ("22 14:00", "22 16:00"), &[(coffee, 8)]);
        let id = house.book(&camille, &early).unwrap().id;
        cancelled(&house, &camille, id, 0).unwrap();
        let mut cents = house.cents(&camille);
        cents.sort_unstable();
        assert_eq!(cents, [1_400, 1_500], "nothing more");
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_booking_that_moves_takes_its_extras_along_where_they_are_had() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let screen = ExtraFacts {
            spaces: BTreeSet::from([house.salon]),
            ..facts(&house, "Second écran", ExtraUnit::Hour, 600)
        };
        let screen = add(&house, screen).unwrap();
        let new = with(&house, &camille, ("22 10:00", "22 12:00"), &[(screen, 1)]);
        let id = house.book(&camille, &new).unwrap().id;
        let away = refused(moved(
            &house,
            &camille,
            id,
            (house.studio, "22 10:00", "22 12:00"),
        ));
        let name = "Second écran".to_owned();
        assert_eq!(away, ExtraUnavailable::NotHere { name }.into());
        moved(&house, &camille, id, (house.salon, "23 10:00", "23 13:00")).unwrap();
        let mut cents = house.cents(&camille);
        cents.sort_unstable();
        assert_eq!(cents, [1_800, 4_500], "three hours of each");
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn extras_are_changed_until_something_is_prepared_and_what_is_taken_off_late_stays_due_in_part() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let coffee = coffee(&house);
        let new = with(&house, &camille, ("15 14:00", "15 16:00"), &[(coffee, 12)]);
        let id = house.book(&camille, &new).unwrap().id;
        prepared(&house, &camille, id, &[(coffee, 8)]).unwrap();
        let mut cents = house.cents(&camille);
        cents.sort_unstable();
        assert_eq!(cents, [3_000, 3_500], "28.00 and half of the 14.00 given up");
        prepared(&house, &camille, id, &[(coffee, 10)]).unwrap();
        let mut cents = house.cents(&camille);
        cents.sort_unstable();
        assert_eq!(cents, [3_000, 3_500], "ten cost what they cost");
        let done = prepared(&house, &zoe, id, &[(coffee, 0)]);
        assert!(matches!(done, Err(Failure::Fault(Fault::NotFound))), "{done:?}");
        assert_eq!(
            house.history(id),
            ["booking.made", "booking.prepared", "booking.prepared"]
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_request_is_charged_with_its_extras_when_the_place_says_yes() {
    both_engines(|db| {
        let house = House::new(db);
        let guest = house.guest("Gaël Passant");
        let coffee = coffee(&house);
        let new = with(&house, &guest, ("22 10:00", "22 12:00"), &[(coffee, 4)]);
        let made = house.book(&guest, &new).unwrap();
        assert_eq!(house.cents(&guest), Vec::<i64>::new());
        let desk = house.facilitator();
        let id = made.id;
        house
            .write(&desk, move |tx, actor| spaces::approve(tx, actor, id))
            .unwrap();
        assert_eq!(house.cents(&guest).len(), 2);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
