//! Closing the whole place while somebody books.

use crate::house::House;
use harness::both_engines;
use platform::Failure;
use spaces::{BookingRefusal, NewClosure};
use std::sync::mpsc::channel;
use std::time::Duration;

#[test]
fn a_booking_under_way_stands_in_the_list_of_a_closure_of_the_whole_place() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        let new = house.own(&camille, house.salon, "16 09:00", "16 10:00");
        let closure = NewClosure {
            resource: None,
            period: house.hours("16 08:00", "16 12:00"),
            reason: "Travaux".to_owned(),
        };
        let (booked, begun) = channel();
        let db = house.db.clone();
        let booking = std::thread::spawn(move || {
            db.write_blocking(move |tx| {
                let booking = spaces::book(tx, &camille, &new)?;
                booked.send(()).unwrap();
                give_the_closure_time();
                Ok::<_, Failure<BookingRefusal>>(booking.id)
            })
            .unwrap()
        });
        begun.recv().unwrap();
        let closed = house
            .write(&director, move |tx, actor| spaces::block(tx, actor, &closure))
            .unwrap();
        let disturbed: Vec<_> = closed.disturbed.iter().map(|booking| booking.id).collect();
        assert_eq!(disturbed, [booking.join().unwrap()]);
    });
}

/// Long enough for the closure to be written, if it does not wait.
#[allow(
    clippy::disallowed_methods,
    reason = "that something does not happen is no event to wait for"
)]
fn give_the_closure_time() {
    std::thread::sleep(Duration::from_millis(300));
}
