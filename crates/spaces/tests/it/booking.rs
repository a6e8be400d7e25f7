//! Booking: who may, what is refused, what it costs, what is written.

use crate::house::{Done, House, minute, refusal, slot_refusal};
use harness::both_engines;
use kernel::{Instant, Money, Period, Role};
use platform::{Failure, Fault};
use spaces::{BookingRefusal, BookingState, Holder, NewBooking, NewClosure, SlotRefused, WindowRefused};

#[test]
fn a_booking_is_priced_charged_and_written_down() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let booked = house
            .book_own(&camille, house.salon, "16 09:00", "16 12:00")
            .unwrap();
        assert_eq!(booked.state, BookingState::Confirmed);
        assert_eq!(booked.price.amount, Money::from_cents(4_500));
        assert_eq!(house.booking(booked.id), booked);
        let charges = house.charges(&camille);
        assert_eq!(charges.len(), 1);
        assert_eq!(Some(charges[0].id), booked.charge);
        assert_eq!(charges[0].amount, Money::from_cents(4_500));
        assert_eq!(charges[0].label, "Salon");
        assert_eq!(charges[0].detail, "16/06/2026 09:00–12:00");
        assert_eq!(charges[0].service.first().to_string(), "2026-06-16");
        assert_eq!(house.history(booked.id), ["booking.made"]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_price_is_that_of_the_audience_and_frozen_when_it_is_made() {
    both_engines(|db| {
        let house = House::new(db);
        let (member, guest) = (house.member("Camille Durand"), house.guest("Zoé Martin"));
        let price = |actor, hours: [&str; 2]| {
            house
                .book_own(actor, house.salon, hours[0], hours[1])
                .unwrap()
                .price
                .amount
                .cents()
        };
        assert_eq!(price(&member, ["16 09:00", "16 10:00"]), 1_500);
        assert_eq!(price(&guest, ["16 10:00", "16 11:00"]), 2_000);
        let product = house.product;
        let dearer = move |tx: &mut platform::database::Tx<'_>, actor: &kernel::Actor| {
            billing::set_price(
                tx,
                actor,
                billing::Price {
                    product,
                    audience: billing::PriceFor(None),
                    unit: billing::Unit::Hour,
                    amount: Money::from_cents(1_800),
                    from: kernel::Day::new(2026, 6, 15).unwrap(),
                },
            )
        };
        house.write(&house.system(), dearer).unwrap();
        assert_eq!(price(&member, ["16 11:00", "16 12:00"]), 1_800);
        let charged: i64 = house.cents(&member).iter().sum();
        assert_eq!(
            charged,
            1_500 + 1_800,
            "what was booked before stays at its price"
        );
    });
}

#[test]
fn members_book_for_themselves_and_the_team_for_others() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let for_zoe = house.own(&zoe, house.salon, "16 09:00", "16 10:00");
        let forbidden = |done| matches!(done, Err(Failure::Fault(Fault::Forbidden)));
        assert!(forbidden(house.book(&camille, &for_zoe)));
        let house_one = NewBooking {
            holder: Holder::House,
            ..for_zoe.clone()
        };
        assert!(forbidden(house.book(&camille, &house_one)));
        let past_rules = NewBooking {
            overriding: true,
            ..house.own(&camille, house.salon, "16 09:00", "16 10:00")
        };
        assert!(forbidden(house.book(&camille, &past_rules)));
        assert!(forbidden(
            house.book(&kernel::Actor::visitor(house.place.id), &for_zoe)
        ));
        let accountant = house.actor(house.person("Aude Compta"), Role::Accountant);
        assert!(forbidden(house.book(&accountant, &for_zoe)));

        let fanny = house.facilitator();
        let booked = house.book(&fanny, &for_zoe).unwrap();
        assert_eq!(booked.person, zoe.person);
        assert_eq!(booked.created_by, fanny.account);
        assert_eq!(house.cents(&zoe), [1_500]);
        assert_eq!(house.cents(&fanny), Vec::<i64>::new());
    });
}

#[test]
fn the_house_books_for_nothing() {
    both_engines(|db| {
        let house = House::new(db);
        let fanny = house.facilitator();
        let new = NewBooking::plain(house.salon, house.hours("16 07:00", "16 09:00"), Holder::House);
        let booked = house.book(&fanny, &new).unwrap();
        assert_eq!(
            (booked.price.amount, booked.charge, booked.person),
            (Money::ZERO, None, None)
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_conflict_is_named_as_far_as_the_person_may_know_it() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe, fanny) = (
            house.member("Camille Durand"),
            house.member("Zoé Martin"),
            house.facilitator(),
        );
        let titled = NewBooking {
            title: "Atelier secret".to_owned(),
            ..house.own(&camille, house.salon, "16 09:00", "16 11:00")
        };
        house.book(&camille, &titled).unwrap();
        let (from, until) = (minute("09:00"), minute("11:00"));
        let again = |actor| slot_refusal(house.book_own(actor, house.salon, "16 10:00", "16 12:00"));
        assert_eq!(again(&zoe), SlotRefused::Taken { from, until });
        let title = "Atelier secret".to_owned();
        assert_eq!(again(&camille), SlotRefused::TakenByYou { from, until, title });
        let who = "Camille Durand".to_owned();
        assert_eq!(
            again(&fanny),
            SlotRefused::TakenBy {
                from,
                until,
                who: who.clone()
            }
        );

        let shown = NewBooking {
            visible: true,
            ..house.own(&camille, house.salon, "16 14:00", "16 15:00")
        };
        house.book(&camille, &shown).unwrap();
        let refused = slot_refusal(house.book_own(&zoe, house.salon, "16 14:00", "16 15:00"));
        assert_eq!(
            refused,
            SlotRefused::TakenBy {
                from: minute("14:00"),
                until: minute("15:00"),
                who
            }
        );
    });
}

#[track_caller]
fn window_refusal(done: Done) -> WindowRefused {
    match refusal(done) {
        BookingRefusal::Window(refused) => refused,
        other => panic!("a refusal about the window was expected, not {other:?}"),
    }
}

/// Closes the whole house for a while.
fn close(house: &House, from: &str, until: &str, reason: &str) {
    let closure = NewClosure {
        resource: None,
        period: house.hours(from, until),
        reason: reason.to_owned(),
    };
    let closed = house.write(&house.director(), move |tx, actor| {
        spaces::block(tx, actor, &closure)
    });
    closed.unwrap();
}

#[test]
fn each_rule_refuses_with_its_reason() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let window =
            |from: &str, until: &str| window_refusal(house.book_own(&camille, house.salon, from, until));
        assert_eq!(window("15 08:00", "15 10:00"), WindowRefused::Past);
        assert_eq!(
            window("09-14 09:00", "09-14 10:00"),
            WindowRefused::TooFar { days: 90 }
        );
        assert_eq!(
            window("16 09:00", "16 09:05"),
            WindowRefused::TooShort { minutes: 15 }
        );
        assert_eq!(
            window("16 09:05", "16 10:05"),
            WindowRefused::OffStep { minutes: 15 }
        );
        assert_eq!(
            window("16 09:00", "17 10:00"),
            WindowRefused::TooLong { minutes: 1_440 }
        );

        let slot = |from: &str, until: &str| slot_refusal(house.book_own(&camille, house.salon, from, until));
        assert_eq!(slot("20 09:00", "20 10:00"), SlotRefused::ClosedDay);
        assert_eq!(
            slot("16 19:00", "16 20:15"),
            SlotRefused::OutsideHours {
                hours: "08:00–20:00".to_owned()
            }
        );
        close(&house, "17 12:00", "17 20:00", "Peinture");
        assert_eq!(
            slot("17 11:00", "17 13:00"),
            SlotRefused::Closed {
                reason: "Peinture".to_owned()
            }
        );

        let with = |change: fn(&mut NewBooking)| {
            let mut new = house.own(&camille, house.salon, "16 09:00", "16 10:00");
            change(&mut new);
            slot_refusal(house.book(&camille, &new))
        };
        assert_eq!(with(|new| new.attendance = Some(0)), SlotRefused::Attendance);
        assert_eq!(
            with(|new| new.attendance = Some(i64::MAX)),
            SlotRefused::Attendance
        );
        assert_eq!(with(|new| new.title = "x".repeat(201)), SlotRefused::Text);
        assert_eq!(with(|new| new.title = "a\u{7}b".to_owned()), SlotRefused::Text);
        assert_eq!(
            with(|new| new.price_shown = Some(Money::from_cents(1))),
            SlotRefused::PriceChanged
        );
        assert_eq!(house.cents(&camille), Vec::<i64>::new(), "nothing was half done");
    });
}

#[test]
fn times_out_of_this_world_are_refused_for_everybody() {
    both_engines(|db| {
        let house = House::new(db);
        let fanny = house.facilitator();
        let far = |start: i64| {
            let start = Instant::from_seconds(start);
            let period = Period::new(start, start.plus_minutes(60)).unwrap();
            let new = NewBooking {
                overriding: true,
                ..NewBooking::plain(house.salon, period, Holder::House)
            };
            slot_refusal(house.book(&fanny, &new))
        };
        for start in [0, 253_402_200_000, i64::MAX / 2_000_000, -1_000_000_000_000] {
            assert_eq!(far(start), SlotRefused::OutOfTime);
        }
        let long = NewBooking {
            overriding: true,
            ..NewBooking::plain(house.salon, house.hours("16 09:00", "07-30 09:00"), Holder::House)
        };
        let refused = refusal(house.book(&fanny, &long));
        assert_eq!(
            refused,
            BookingRefusal::Window(WindowRefused::TooLong { minutes: 44_640 })
        );
    });
}

#[test]
fn what_is_of_another_place_does_not_exist() {
    both_engines(|db| {
        let here = House::new(db.clone());
        let there = House::in_zone(db, "La Filature");
        let (camille, fanny) = (here.member("Camille Durand"), here.facilitator());
        let absent = |done| matches!(done, Err(Failure::Fault(Fault::NotFound)));
        assert!(absent(here.book_own(
            &camille,
            there.salon,
            "16 09:00",
            "16 10:00"
        )));
        let stranger = there.member("Paul Ailleurs");
        assert!(absent(here.book(
            &fanny,
            &here.own(&stranger, here.salon, "16 09:00", "16 10:00")
        )));
        let booked = there
            .book_own(&stranger, there.salon, "16 09:00", "16 10:00")
            .unwrap();
        let id = booked.id;
        let cancelled = here.write(&fanny, move |tx, actor| {
            spaces::cancel(tx, actor, id, spaces::Cancellation::default())
        });
        assert!(absent(cancelled));
    });
}

#[test]
fn a_space_no_longer_let_or_without_a_price_is_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        let salon = house.salon;
        house
            .write(&director, move |tx, actor| {
                spaces::set_active(tx, actor, salon, false)
            })
            .unwrap();
        let refused = slot_refusal(house.book_own(&camille, house.salon, "16 09:00", "16 10:00"));
        assert_eq!(refused, SlotRefused::Inactive);

        let unpriced = house
            .write(&house.system(), |tx, actor| {
                let product = billing::NewProduct {
                    code: "SANS".to_owned(),
                    name: "Sans tarif".to_owned(),
                    family: billing::Family::Room,
                    vat_category: billing::VatCategory::Standard,
                    basis: billing::Basis::Net,
                    account_code: String::new(),
                };
                let product = billing::create_product(tx, actor, product).map_err(Failure::unexpected)?;
                let facts = crate::house::room("Sans tarif", product);
                spaces::create_resource(tx, actor, facts, None).map_err(Failure::unexpected)
            })
            .unwrap();
        let refused = slot_refusal(house.book_own(&camille, unpriced, "16 09:00", "16 10:00"));
        assert_eq!(refused, SlotRefused::NoPrice);
    });
}

#[test]
fn more_people_than_seats_is_a_warning() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let new = NewBooking {
            attendance: Some(9),
            ..house.own(&camille, house.salon, "16 09:00", "16 10:00")
        };
        let asked = new.clone();
        let quote = house
            .write(&camille, move |tx, actor| spaces::quote(tx, actor, &asked))
            .unwrap();
        assert!(quote.crowded);
        assert_eq!(quote.plan.price.amount, Money::from_cents(1_500));
        assert_eq!(house.book(&camille, &new).unwrap().attendance, Some(9));
    });
}
