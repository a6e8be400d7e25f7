//! Requests that wait for the place's answer.

use crate::house::{House, slot_refusal};
use harness::both_engines;
use kernel::{Actor, Money};
use platform::{Failure, Fault};
use spaces::{Booking, BookingState, Cancellation, SlotRefused};

fn requested(house: &House) -> (Actor, Booking) {
    let zoe = house.guest("Zoé Martin");
    let booking = house.book_own(&zoe, house.salon, "22 09:00", "22 11:00").unwrap();
    (zoe, booking)
}

#[test]
fn a_request_holds_its_hours_and_owes_nothing_until_the_answer() {
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, booking) = requested(&house);
        assert_eq!(booking.state, BookingState::Requested);
        assert_eq!(booking.request_expires_at, Some(house.at("17 09:00")));
        assert_eq!(house.cents(&zoe), Vec::<i64>::new());
        let camille = house.member("Camille Durand");
        let refused = slot_refusal(house.book_own(&camille, house.salon, "22 10:00", "22 11:00"));
        assert!(matches!(refused, SlotRefused::Taken { .. }));

        let (fanny, id) = (house.facilitator(), booking.id);
        let approved = house
            .write(&fanny, move |tx, actor| spaces::approve(tx, actor, id))
            .unwrap();
        assert_eq!(approved.state, BookingState::Confirmed);
        assert_eq!(approved.price.amount, Money::from_cents(4_000));
        assert_eq!(house.cents(&zoe), [4_000]);
        assert_eq!(house.history(id), ["booking.requested", "booking.approved"]);
        let again = house.write(&fanny, move |tx, actor| spaces::approve(tx, actor, id));
        assert_eq!(slot_refusal(again), SlotRefused::NotRequested);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_refused_request_frees_its_hours() {
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, booking) = requested(&house);
        let id = booking.id;
        let own = house.write(&zoe, move |tx, actor| spaces::approve(tx, actor, id));
        assert!(
            matches!(own, Err(Failure::Fault(Fault::Forbidden))),
            "nobody answers themselves"
        );
        house
            .write(&house.facilitator(), move |tx, actor| {
                spaces::refuse(tx, actor, id)
            })
            .unwrap();
        let camille = house.member("Camille Durand");
        house
            .book_own(&camille, house.salon, "22 09:00", "22 11:00")
            .unwrap();
        assert_eq!(house.cents(&zoe), Vec::<i64>::new());
    });
}

#[test]
fn an_expired_request_frees_its_hours_before_anybody_notes_it() {
    both_engines(|db| {
        let house = House::new(db);
        let (_, booking) = requested(&house);
        let (id, camille) = (booking.id, house.member("Camille Durand"));
        house.set_clock("17 08:59");
        slot_refusal(house.book_own(&camille, house.salon, "22 09:00", "22 11:00"));
        house.set_clock("17 09:00");
        let fanny = house.facilitator();
        let late = house.write(&fanny, move |tx, actor| spaces::approve(tx, actor, id));
        assert_eq!(slot_refusal(late), SlotRefused::NotRequested);
        house
            .book_own(&camille, house.salon, "22 09:00", "22 11:00")
            .unwrap();
        assert_eq!(
            house.booking(id).state,
            BookingState::Requested,
            "nobody noted it yet"
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_request_for_soon_expires_when_it_would_begin() {
    both_engines(|db| {
        let house = House::new(db);
        let zoe = house.guest("Zoé Martin");
        let booking = house.book_own(&zoe, house.salon, "15 14:00", "15 15:00").unwrap();
        assert_eq!(booking.request_expires_at, Some(house.at("15 14:00")));
    });
}

#[test]
fn a_request_is_withdrawn_for_nothing() {
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, booking) = requested(&house);
        let id = booking.id;
        let fee_shown = Some(Money::ZERO);
        let cancellation = Cancellation {
            fee_shown,
            waived: false,
        };
        let done = house
            .write(&zoe, move |tx, actor| spaces::cancel(tx, actor, id, cancellation))
            .unwrap();
        assert_eq!(
            (done.state, done.fee),
            (BookingState::Cancelled, Some(Money::ZERO))
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
