//! Moving a booking.

use crate::house::{Done, House, minute, slot_refusal};
use harness::both_engines;
use kernel::{Actor, Money};
use platform::{Failure, Fault};
use spaces::{BookingId, BookingState, Move, ResourceId, SlotRefused};

fn to(house: &House, resource: ResourceId, from: &str, until: &str) -> Move {
    Move {
        resource,
        period: house.hours(from, until),
        overriding: false,
        waived: false,
        price_shown: None,
    }
}

fn moved(house: &House, actor: &Actor, id: BookingId, to: Move) -> Done {
    house.write(actor, move |tx, actor| spaces::move_booking(tx, actor, id, &to))
}

#[test]
fn the_old_hours_are_free_the_new_ones_taken_and_the_price_stays() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        // Onto hours that it partly holds itself.
        let done = moved(
            &house,
            &camille,
            id,
            to(&house, house.salon, "16 10:00", "16 12:00"),
        )
        .unwrap();
        assert_eq!(done.period(), house.hours("16 10:00", "16 12:00"));
        assert_eq!(house.booking(id), done);
        house.book_own(&zoe, house.salon, "16 09:00", "16 10:00").unwrap();
        slot_refusal(house.book_own(&zoe, house.salon, "16 11:00", "16 12:00"));
        assert_eq!(house.cents(&camille), [3_000]);
        assert_eq!(house.charges(&camille)[0].detail, "16/06/2026 10:00–12:00");
        assert_eq!(house.history(id), ["booking.made", "booking.moved"]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_difference_of_price_is_charged_or_given_back() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let longer = to(&house, house.salon, "16 09:00", "16 13:00");
        let quote = house
            .write(&camille, move |tx, actor| {
                spaces::quote_move(tx, actor, id, &longer)
            })
            .unwrap();
        assert_eq!(quote.price.before, Money::from_cents(3_000));
        assert_eq!(quote.price.difference(), Money::from_cents(2_000));
        assert_eq!(house.cents(&camille), [3_000], "a quote changes nothing");
        moved(&house, &camille, id, longer).unwrap();
        assert_eq!(house.cents(&camille), [5_000]);
        moved(
            &house,
            &camille,
            id,
            to(&house, house.salon, "16 09:00", "16 10:00"),
        )
        .unwrap();
        assert_eq!(house.cents(&camille), [1_500]);
        moved(
            &house,
            &camille,
            id,
            to(&house, house.desks, "16 09:00", "16 10:00"),
        )
        .unwrap();
        assert_eq!(house.cents(&camille), Vec::<i64>::new(), "desks are free");
        moved(
            &house,
            &camille,
            id,
            to(&house, house.studio, "16 09:00", "16 10:00"),
        )
        .unwrap();
        assert_eq!(house.cents(&camille), [1_500]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn with_the_same_length_the_price_agreed_stays_agreed() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house.booked(&camille, house.salon, "16 09:00", "16 10:00");
        let product = house.product;
        house
            .write(&house.system(), move |tx, actor| {
                let amount = Money::from_cents(9_900);
                let from = kernel::Day::new(2026, 6, 15).unwrap();
                let price = billing::Price {
                    product,
                    audience: billing::PriceFor(None),
                    unit: billing::Unit::Hour,
                    amount,
                    from,
                };
                billing::set_price(tx, actor, price)
            })
            .unwrap();
        moved(
            &house,
            &camille,
            id,
            to(&house, house.studio, "17 09:00", "17 10:00"),
        )
        .unwrap();
        assert_eq!(house.cents(&camille), [1_500]);
    });
}

#[test]
fn a_move_that_is_refused_changes_nothing() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let before = house
            .book_own(&camille, house.salon, "16 09:00", "16 11:00")
            .unwrap();
        house
            .book_own(&zoe, house.studio, "16 09:00", "16 10:00")
            .unwrap();
        let refused = slot_refusal(moved(
            &house,
            &camille,
            before.id,
            to(&house, house.studio, "16 09:00", "16 11:00"),
        ));
        assert_eq!(
            refused,
            SlotRefused::Taken {
                from: minute("09:00"),
                until: minute("10:00")
            }
        );
        let wrong = Move {
            price_shown: Some(Money::ZERO),
            ..to(&house, house.salon, "17 09:00", "17 11:00")
        };
        assert_eq!(
            slot_refusal(moved(&house, &camille, before.id, wrong)),
            SlotRefused::PriceChanged
        );
        assert_eq!(house.booking(before.id), before);
        assert_eq!(house.cents(&camille), [3_000]);
    });
}

#[test]
fn only_its_holder_and_the_team_move_a_booking_and_only_before_it_begins() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let later = to(&house, house.salon, "17 09:00", "17 11:00");
        assert!(matches!(
            moved(&house, &zoe, id, later),
            Err(Failure::Fault(Fault::NotFound))
        ));
        moved(&house, &house.facilitator(), id, later).unwrap();
        house.set_clock("17 09:00");
        let refused = slot_refusal(moved(
            &house,
            &camille,
            id,
            to(&house, house.salon, "18 09:00", "18 11:00"),
        ));
        assert_eq!(refused, SlotRefused::NotOpen);
    });
}

#[test]
fn a_guest_who_moves_asks_again() {
    both_engines(|db| {
        let house = House::new(db);
        let zoe = house.guest("Zoé Martin");
        let id = house.booked(&zoe, house.salon, "22 09:00", "22 10:00");
        house
            .write(&house.facilitator(), move |tx, actor| {
                spaces::approve(tx, actor, id)
            })
            .unwrap();
        assert_eq!(house.cents(&zoe), [2_000]);
        let done = moved(&house, &zoe, id, to(&house, house.salon, "23 09:00", "23 10:00")).unwrap();
        assert_eq!(done.state, BookingState::Requested);
        assert_eq!(house.cents(&zoe), Vec::<i64>::new());
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
