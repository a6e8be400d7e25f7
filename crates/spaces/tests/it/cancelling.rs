//! Giving up, ending early, and not coming.

use crate::house::{Done, House, slot_refusal};
use harness::both_engines;
use kernel::{Actor, Money};
use platform::{Failure, Fault};
use spaces::{BookingId, BookingState, Cancellation, SlotRefused};

fn cancelled(house: &House, actor: &Actor, id: BookingId, wanted: Cancellation) -> Done {
    house.write(actor, move |tx, actor| spaces::cancel(tx, actor, id, wanted))
}

fn shown(cents: i64) -> Cancellation {
    Cancellation {
        fee_shown: Some(Money::from_cents(cents)),
        waived: false,
    }
}

#[test]
fn exactly_a_day_before_it_is_free_and_a_minute_later_it_is_half() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let first = house.booked(&camille, house.salon, "17 09:00", "17 11:00");
        let second = house.booked(&zoe, house.studio, "17 09:00", "17 11:00");
        house.set_clock("16 09:00");
        let done = cancelled(&house, &camille, first, shown(0)).unwrap();
        assert_eq!(
            (done.state, done.fee),
            (BookingState::Cancelled, Some(Money::ZERO))
        );
        assert_eq!(house.cents(&camille), Vec::<i64>::new());
        house.set_clock("16 09:01");
        assert_eq!(
            slot_refusal(cancelled(&house, &zoe, second, shown(0))),
            SlotRefused::PriceChanged
        );
        let done = cancelled(&house, &zoe, second, shown(1_500)).unwrap();
        assert_eq!(done.fee, Some(Money::from_cents(1_500)));
        assert_eq!(house.cents(&zoe), [1_500]);
        house.book_own(&zoe, house.salon, "17 09:00", "17 11:00").unwrap();
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn when_the_whole_price_stays_due_its_charge_stays() {
    both_engines(|db| {
        let house = House::new(db);
        let zoe = house.guest("Zoé Martin");
        let booking = house.book_own(&zoe, house.salon, "16 09:00", "16 11:00").unwrap();
        let (id, fanny) = (booking.id, house.facilitator());
        let approved = house
            .write(&fanny, move |tx, actor| spaces::approve(tx, actor, id))
            .unwrap();
        house.set_clock("15 20:00");
        let done = cancelled(&house, &zoe, id, shown(4_000)).unwrap();
        assert_eq!(done.charge, approved.charge);
        assert_eq!(house.cents(&zoe), [4_000]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_team_may_let_it_go_for_nothing() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house.booked(&camille, house.salon, "15 14:00", "15 16:00");
        let waived = Cancellation {
            fee_shown: Some(Money::from_cents(1_500)),
            waived: true,
        };
        let own = cancelled(&house, &camille, id, waived);
        assert!(matches!(own, Err(Failure::Fault(Fault::Forbidden))));
        let done = cancelled(&house, &house.facilitator(), id, waived).unwrap();
        assert_eq!(done.fee, Some(Money::ZERO));
        assert_eq!(house.cents(&camille), Vec::<i64>::new());
    });
}

#[test]
fn a_booking_cannot_be_cancelled_once_started_but_it_can_be_ended_early() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = house.booked(&camille, house.studio, "15 10:00", "15 12:00");
        let early = house.write(&camille, move |tx, actor| spaces::end_early(tx, actor, id));
        assert_eq!(slot_refusal(early), SlotRefused::NotRunning);
        house.set_clock("15 10:00");
        assert_eq!(
            slot_refusal(cancelled(&house, &camille, id, shown(3_000))),
            SlotRefused::NotOpen
        );
        house.set_clock("15 10:20");
        let done = house
            .write(&camille, move |tx, actor| spaces::end_early(tx, actor, id))
            .unwrap();
        assert_eq!(done.state, BookingState::Done);
        assert_eq!(done.period(), house.hours("15 10:00", "15 10:21"));
        assert_eq!(
            done.occupation.whole(),
            house.hours("15 10:00", "15 10:51"),
            "it is still cleaned"
        );
        assert_eq!(house.cents(&camille), [3_000], "the price stays what was agreed");
        house
            .book_own(&zoe, house.studio, "15 11:00", "15 12:00")
            .unwrap();
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn what_others_booked_cannot_be_cancelled_nor_even_found() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let done = cancelled(&house, &zoe, id, shown(0));
        assert!(matches!(done, Err(Failure::Fault(Fault::NotFound))));
        assert_eq!(house.booking(id).state, BookingState::Confirmed);
    });
}

#[test]
fn who_does_not_come_pays_and_frees_the_space() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, fanny) = (house.member("Camille Durand"), house.facilitator());
        let id = house.booked(&camille, house.salon, "15 10:00", "15 12:00");
        let absent =
            |house: &House| house.write(&fanny, move |tx, actor| spaces::note_no_show(tx, actor, id));
        assert_eq!(slot_refusal(absent(&house)), SlotRefused::NotOpen);
        house.set_clock("15 10:30");
        assert_eq!(absent(&house).unwrap().state, BookingState::NoShow);
        house
            .book(&fanny, &house.own(&fanny, house.salon, "15 10:30", "15 11:30"))
            .unwrap();
        assert_eq!(house.cents(&camille), [3_000]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn details_change_until_the_end_and_the_version_seen_must_be_the_last() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house.booked(&camille, house.salon, "15 10:00", "15 12:00");
        let details = spaces::BookingDetails {
            title: " Point d’équipe ".to_owned(),
            attendance: Some(4),
            visible: true,
        };
        let (first, again) = (details.clone(), details);
        let done = house
            .write(&camille, move |tx, actor| {
                spaces::change_booking(tx, actor, id, &first)
            })
            .unwrap();
        assert_eq!(
            (done.title.as_str(), done.visible, done.version),
            ("Point d’équipe", true, 2)
        );
        house.set_clock("15 12:00");
        let late = house.write(&camille, move |tx, actor| {
            spaces::change_booking(tx, actor, id, &again)
        });
        assert_eq!(slot_refusal(late), SlotRefused::NotOpen);
    });
}
