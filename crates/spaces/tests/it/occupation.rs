//! What a resource takes: its units, what the team may go past, and the nights on which the clocks change.

use crate::house::{House, slot_refusal};
use harness::both_engines;
use kernel::{Money, Period};
use spaces::{Holder, NewBooking, SlotRefused};

#[test]
fn ten_desks_take_ten_bookings_and_no_more() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        for _ in 0..10 {
            let booked = house
                .book_own(&camille, house.desks, "16 09:00", "16 18:00")
                .unwrap();
            assert_eq!(booked.charge, None);
        }
        let refused = slot_refusal(house.book_own(&camille, house.desks, "16 12:00", "16 13:00"));
        assert!(matches!(refused, SlotRefused::TakenByYou { .. }), "{refused:?}");
        house
            .book_own(&camille, house.desks, "16 18:00", "16 19:00")
            .unwrap();
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_team_goes_past_hours_limits_and_buffers_but_never_past_the_units() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, fanny) = (house.member("Camille Durand"), house.facilitator());
        house
            .book_own(&camille, house.studio, "16 09:00", "16 10:00")
            .unwrap();
        let minutes = 30;
        let soon = house.own(&camille, house.studio, "16 10:15", "16 11:15");
        assert_eq!(
            slot_refusal(house.book(&camille, &soon)),
            SlotRefused::Buffer { minutes }
        );
        let past = |from, until| NewBooking {
            overriding: true,
            ..house.own(&camille, house.studio, from, until)
        };
        let booked = house.book(&fanny, &past("16 10:15", "16 11:15")).unwrap();
        assert!(booked.overridden);
        assert_eq!(booked.overridden_by, fanny.account);
        house.book(&fanny, &past("16 21:00", "16 22:05")).unwrap();
        let refused = slot_refusal(house.book(&fanny, &past("16 09:30", "16 10:00")));
        assert!(matches!(refused, SlotRefused::TakenBy { .. }), "{refused:?}");
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn on_both_nights_of_the_clock_hours_are_elapsed_and_never_doubled() {
    both_engines(|db| {
        let house = House::new(db);
        let fanny = house.facilitator();
        let night = |from: &str, until: &str| {
            let new = NewBooking::plain(house.desks, house.hours(from, until), Holder::House);
            house.book(&fanny, &new)
        };
        // 25 October: 02:30 comes twice and means the first, so that three real hours lie between 01:30 and 03:30.
        let autumn = night("10-25 01:30", "10-25 03:30").unwrap();
        assert_eq!(autumn.period().minutes(), 180);
        house.set_clock("03-20 09:00");
        let spring = night("03-29 01:30", "03-29 03:30").unwrap();
        assert_eq!(spring.period().minutes(), 60);
        // 02:30 does not exist that night and is 03:30: nothing lies between the two.
        assert!(Period::new(house.at("03-29 02:30"), house.at("03-29 03:30")).is_err());
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn an_hour_of_the_night_in_autumn_is_paid_as_it_elapses() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, fanny) = (house.member("Camille Durand"), house.facilitator());
        let new = NewBooking {
            overriding: true,
            ..house.own(&camille, house.salon, "10-25 01:30", "10-25 03:30")
        };
        let booked = house.book(&fanny, &new).unwrap();
        assert_eq!(booked.price.amount, Money::from_cents(4_500), "three hours at 15");
        assert_eq!(house.charges(&camille)[0].service.len(), 1);
    });
}
