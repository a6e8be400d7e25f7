//! Noting that people are here, and taking it back.

use crate::house::{House, slot_refusal};
use harness::both_engines;
use spaces::{BookingState, SlotRefused};

#[test]
fn nobody_is_here_before_the_day_and_a_slip_is_taken_back() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, fanny) = (house.member("Camille Durand"), house.facilitator());
        let id = house
            .book_own(&camille, house.salon, "17 14:00", "17 16:00")
            .unwrap()
            .id;
        let welcome = || house.write(&fanny, move |tx, actor| spaces::welcome(tx, actor, id));
        let undo = || house.write(&fanny, move |tx, actor| spaces::unwelcome(tx, actor, id));
        house.set_clock("16 23:59");
        assert_eq!(slot_refusal(welcome()), SlotRefused::TooEarly);
        assert_eq!(slot_refusal(undo()), SlotRefused::NotHere);
        house.set_clock("17 08:00");
        assert_eq!(welcome().unwrap().state, BookingState::CheckedIn);
        assert_eq!(undo().unwrap().state, BookingState::Confirmed);
        welcome().unwrap();
        house.set_clock("17 16:00");
        assert_eq!(slot_refusal(undo()), SlotRefused::NotHere);
        assert_eq!(
            house.history(id),
            [
                "booking.made",
                "booking.checked_in",
                "booking.check_in_undone",
                "booking.checked_in"
            ]
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_button_is_there_on_the_day_and_the_way_back_after_it() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, fanny) = (house.member("Camille Durand"), house.facilitator());
        let id = house
            .book_own(&camille, house.salon, "17 14:00", "17 16:00")
            .unwrap()
            .id;
        let (page, arrival) = (format!("/bookings/{id}"), format!("/bookings/{id}/arrival"));
        let mut visitor = house.visitor(&fanny);
        let button = format!("form[action='{arrival}']");
        assert_eq!(visitor.page(&page).count(&button), 0);
        house.set_clock("17 09:00");
        let form = visitor.page(&page).form(&button);
        assert_eq!(visitor.post(&form).status, 303);
        assert_eq!(house.booking(id).state, BookingState::CheckedIn);
        let back = format!("form[action='{arrival}/undoing']");
        let form = visitor.page(&page).form(&back);
        assert_eq!(visitor.post(&form).status, 303);
        assert_eq!(house.booking(id).state, BookingState::Confirmed);
    });
}
