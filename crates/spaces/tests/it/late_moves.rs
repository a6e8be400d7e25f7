//! Moving is no way around the cancellation fee.

use crate::house::{Done, House, slot_refusal};
use billing::{Basis, Product};
use harness::both_engines;
use kernel::{Actor, Id, Money, Rate};
use platform::{Failure, Fault};
use spaces::rules::moving::{Agreed, moved};
use spaces::{BookingId, BookingState, Cancellation, Move, Price, ResourceId, SlotRefused};

const fn euros(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn price(product: i64, cents: i64, basis: Basis) -> Price {
    Price {
        product: Some(Id::<Product>::from_i64(product)),
        amount: euros(cents),
        basis,
        rate: Rate::from_basis_points(2_000),
        ..Price::FREE
    }
}

#[test]
fn what_is_given_up_late_costs_its_part_and_the_whole_stays_a_floor() {
    // Price and floor before, percent due, new tariff; then what it costs, what of that is kept, the floor.
    let table = [
        ((4_000, 0), 0, 1_000, (1_000, 0, 0)),
        ((4_000, 0), 50, 1_000, (2_500, 1_500, 2_000)),
        ((4_000, 0), 50, 4_000, (4_000, 0, 2_000)),
        ((4_000, 0), 50, 6_000, (6_000, 0, 2_000)),
        ((4_000, 0), 100, 1_000, (4_000, 3_000, 4_000)),
        ((4_000, 2_000), 0, 1_000, (2_000, 1_000, 2_000)),
        ((4_000, 2_000), 0, 3_000, (3_000, 0, 2_000)),
        ((2_500, 2_000), 50, 2_500, (2_500, 0, 2_000)),
        ((1, 0), 50, 0, (1, 1, 1)),
    ];
    for ((amount, floor), percent, tariff, expected) in table {
        let agreed = Agreed {
            price: price(1, amount, Basis::Net),
            floor: euros(floor),
            share: Rate::from_basis_points(percent * 100),
        };
        let done = moved(&agreed, price(1, tariff, Basis::Net));
        let found = (done.price.amount.cents(), done.kept.cents(), done.floor.cents());
        assert_eq!(found, expected, "{amount} {floor} {percent} {tariff}");
    }
}

#[test]
fn a_free_space_keeps_the_product_that_is_owed_and_another_basis_counts_its_vat() {
    let half = |price| Agreed {
        price,
        floor: Money::ZERO,
        share: Rate::from_basis_points(5_000),
    };
    let free = moved(&half(price(1, 4_000, Basis::Net)), Price::FREE);
    assert_eq!(free.price, price(1, 2_000, Basis::Net));
    assert_eq!(moved(&half(Price::FREE), Price::FREE).price, Price::FREE);
    let gross = moved(&half(price(1, 4_000, Basis::Net)), price(2, 800, Basis::Gross));
    assert_eq!(
        (gross.price, gross.floor),
        (price(2, 2_800, Basis::Gross), euros(2_400))
    );
    let net = moved(&half(price(1, 4_800, Basis::Gross)), price(2, 4_000, Basis::Net));
    assert_eq!(
        (net.price, net.floor),
        (price(2, 4_000, Basis::Net), euros(2_000))
    );
}

fn to(house: &House, resource: ResourceId, from: &str, until: &str) -> Move {
    Move {
        resource,
        period: house.hours(from, until),
        overriding: false,
        waived: false,
        price_shown: None,
    }
}

fn moved_to(house: &House, actor: &Actor, id: BookingId, to: Move) -> Done {
    house.write(actor, move |tx, actor| spaces::move_booking(tx, actor, id, &to))
}

fn cancelled(house: &House, actor: &Actor, id: BookingId, shown: i64) -> Done {
    let wanted = Cancellation {
        fee_shown: Some(euros(shown)),
        waived: false,
    };
    house.write(actor, move |tx, actor| spaces::cancel(tx, actor, id, wanted))
}

#[test]
fn a_booking_moved_late_is_not_cancelled_for_nothing_from_its_new_day() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house
            .book_own(&camille, house.salon, "15 14:00", "15 16:00")
            .unwrap()
            .id;
        let away = to(&house, house.salon, "29 14:00", "29 16:00");
        let quote = house
            .write(&camille, move |tx, actor| {
                spaces::quote_move(tx, actor, id, &away)
            })
            .unwrap();
        assert_eq!((quote.kept, quote.floor), (Money::ZERO, euros(1_500)));
        moved_to(&house, &camille, id, away).unwrap();
        assert_eq!(house.cents(&camille), [3_000]);
        assert_eq!(
            slot_refusal(cancelled(&house, &camille, id, 0)),
            SlotRefused::PriceChanged
        );
        let done = cancelled(&house, &camille, id, 1_500).unwrap();
        assert_eq!(done.fee, Some(euros(1_500)));
        assert_eq!(house.cents(&camille), [1_500]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn shorter_hours_or_a_free_space_are_no_way_out_either() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house
            .book_own(&camille, house.salon, "15 14:00", "15 16:00")
            .unwrap()
            .id;
        moved_to(
            &house,
            &camille,
            id,
            to(&house, house.salon, "15 14:00", "15 14:30"),
        )
        .unwrap();
        assert_eq!(
            house.cents(&camille),
            [1_875],
            "7.50 and half of the 22.50 given up"
        );
        moved_to(
            &house,
            &camille,
            id,
            to(&house, house.desks, "29 14:00", "29 16:00"),
        )
        .unwrap();
        assert_eq!(house.cents(&camille), [1_500]);
        assert_eq!(house.faults(), Vec::<String>::new());
        moved_to(
            &house,
            &camille,
            id,
            to(&house, house.salon, "30 14:00", "30 16:00"),
        )
        .unwrap();
        assert_eq!(house.cents(&camille), [3_000]);
        cancelled(&house, &camille, id, 1_500).unwrap();
        assert_eq!(house.cents(&camille), [1_500]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

/// A guest's confirmed booking, half of it due, moved to another day: it waits for approval again.
pub(crate) fn asked_again(house: &House) -> (Actor, Actor, BookingId) {
    let zoe = house.guest("Zoé Martin");
    let fanny = house.facilitator();
    let id = house
        .book_own(&zoe, house.salon, "17 09:00", "17 11:00")
        .unwrap()
        .id;
    house
        .write(&fanny, move |tx, actor| spaces::approve(tx, actor, id))
        .unwrap();
    let done = moved_to(house, &zoe, id, to(house, house.salon, "25 09:00", "25 11:00")).unwrap();
    assert_eq!(
        (done.state, done.fee_floor),
        (BookingState::Requested, euros(2_000))
    );
    assert_eq!(house.cents(&zoe), Vec::<i64>::new());
    (zoe, fanny, id)
}

#[test]
fn a_guest_who_moved_late_owes_the_fee_when_the_new_request_is_taken_back_or_lapses() {
    both_engines(|db| {
        let house = House::new(db.clone());
        let (zoe, _, id) = asked_again(&house);
        assert_eq!(
            slot_refusal(cancelled(&house, &zoe, id, 0)),
            SlotRefused::PriceChanged
        );
        cancelled(&house, &zoe, id, 2_000).unwrap();
        assert_eq!(house.cents(&zoe), [2_000]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, _, id) = asked_again(&house);
        house.set_clock("18 09:00");
        let noted = house.write(&house.system(), spaces::overtake_all);
        noted.unwrap();
        let lapsed = house.booking(id);
        assert_eq!(
            (lapsed.state, lapsed.fee),
            (BookingState::Expired, Some(euros(2_000)))
        );
        assert_eq!(house.cents(&zoe), [2_000]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_guest_whom_the_house_refuses_owes_nothing_and_one_it_accepts_keeps_the_floor() {
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, fanny, id) = asked_again(&house);
        house
            .write(&fanny, move |tx, actor| spaces::refuse(tx, actor, id))
            .unwrap();
        assert_eq!(house.cents(&zoe), Vec::<i64>::new());
        assert_eq!(house.faults(), Vec::<String>::new());
    });
    both_engines(|db| {
        let house = House::new(db);
        let (zoe, fanny, id) = asked_again(&house);
        house
            .write(&fanny, move |tx, actor| spaces::approve(tx, actor, id))
            .unwrap();
        assert_eq!(house.cents(&zoe), [4_000]);
        cancelled(&house, &zoe, id, 2_000).unwrap();
        assert_eq!(house.cents(&zoe), [2_000]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_team_alone_may_let_the_floor_go() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house
            .book_own(&camille, house.salon, "15 14:00", "15 16:00")
            .unwrap()
            .id;
        let waived = Move {
            waived: true,
            ..to(&house, house.salon, "29 14:00", "29 15:00")
        };
        let own = moved_to(&house, &camille, id, waived);
        assert!(matches!(own, Err(Failure::Fault(Fault::Forbidden))));
        moved_to(&house, &house.facilitator(), id, waived).unwrap();
        assert_eq!(house.cents(&camille), [1_500]);
        cancelled(&house, &camille, id, 0).unwrap();
        assert_eq!(house.cents(&camille), Vec::<i64>::new());
    });
}

#[test]
fn the_forms_say_the_fee_before_the_move_and_before_the_cancellation() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house
            .book_own(&camille, house.salon, "15 14:00", "15 16:00")
            .unwrap()
            .id;
        let mut visitor = house.visitor(&camille);
        let hours = format!(
            "/bookings/{id}/move?resource={}&start=2026-06-29T14:00&end=2026-06-29T15:00",
            house.salon
        );
        let page = visitor.page(&hours);
        assert!(page.says("7,50 € HT pour les heures rendues trop tard"), "{page}");
        assert!(
            page.says("15,00 € HT restent dus si vous annulez ensuite"),
            "{page}"
        );
        let answer = visitor.post(&page.form("main form").and("step", "confirm"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(house.cents(&camille), [2_250]);
        let page = visitor.page(&format!("/bookings/{id}/cancellation"));
        assert!(page.says("15,00 € HT restent dus"), "{page}");
        assert!(page.says("déplacée trop tard"), "{page}");
    });
}

#[test]
fn a_fee_let_go_is_shown_before_the_last_word() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house
            .book_own(&camille, house.salon, "15 14:00", "15 16:00")
            .unwrap()
            .id;
        let mut desk = house.visitor(&house.facilitator());
        let page = desk.page(&format!(
            "/bookings/{id}/move?resource={}&start=2026-06-29T14:00&end=2026-06-29T15:00",
            house.salon
        ));
        assert!(page.says("22,50 € HT"), "{page}");
        let ticked = page.form("main form").and("waived", "yes").and("step", "confirm");
        let answer = desk.post(&ticked);
        assert_eq!(answer.status, 200, "the box was ticked after the price was shown");
        assert_eq!(house.cents(&camille), [3_000]);
        let page = answer.html();
        assert!(page.says("15,00 € HT"), "{page}");
        let answer = desk.post(&page.form("main form").and("step", "confirm"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(house.cents(&camille), [1_500]);
    });
}
