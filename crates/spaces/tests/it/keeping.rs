//! What the office keeps: spaces, hours, limits, terms, closures, imports; and what `tribu verify` proves of them.

use crate::house::{House, minute, room, slot_refusal};
use harness::both_engines;
use kernel::{Audience, Money, Name, Weekday};
use platform::database::{params, statement};
use platform::{Failure, Fault};
use spaces::{
    BookingState, BookingWindow, Buffers, Holder, HoursRefused, ImportedAs, ImportedBooking, LimitsRefused,
    NewClosure, ResourceFacts, ResourceKind, ResourceRefused, SlotRefused, Term, TermsRefused, WeeklyHours,
};

#[test]
fn facts_that_make_no_sense_are_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let director = house.director();
        let product = house.product;
        let refused = |change: fn(&mut ResourceFacts)| {
            let mut facts = room("Bibliothèque", product);
            change(&mut facts);
            match house.write(&director, move |tx, actor| {
                spaces::create_resource(tx, actor, facts.clone(), None)
            }) {
                Err(Failure::Refused(refusal)) => refusal,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(refused(|facts| facts.units = 0), ResourceRefused::Units);
        assert_eq!(
            refused(|facts| facts.units = 1_000_000_000),
            ResourceRefused::Units
        );
        assert_eq!(refused(|facts| facts.capacity = -1), ResourceRefused::Capacity);
        assert_eq!(
            refused(|facts| facts.buffers = Buffers { before: -5, after: 0 }),
            ResourceRefused::Buffers
        );
        assert_eq!(
            refused(|facts| facts.buffers = Buffers {
                before: 0,
                after: 1_441
            }),
            ResourceRefused::Buffers
        );
        assert_eq!(
            refused(|facts| facts.position = i64::MAX),
            ResourceRefused::Position
        );
        assert_eq!(
            refused(|facts| facts.description = "x".repeat(2_001)),
            ResourceRefused::Text
        );
        assert_eq!(
            refused(|facts| facts.name = Name::parse("Salon").unwrap()),
            ResourceRefused::NameTaken
        );
        assert_eq!(
            refused(|facts| facts.product = Some(kernel::Id::from_i64(7))),
            ResourceRefused::UnknownProduct
        );
    });
}

#[test]
fn only_the_office_keeps_spaces() {
    both_engines(|db| {
        let house = House::new(db);
        for actor in [house.member("Camille Durand"), house.facilitator()] {
            let facts = room("Bibliothèque", house.product);
            let done = house.write(&actor, move |tx, actor| {
                spaces::create_resource(tx, actor, facts.clone(), None)
            });
            assert!(matches!(done, Err(Failure::Fault(Fault::Forbidden))));
        }
    });
}

#[test]
fn units_do_not_fall_under_what_is_booked_and_what_was_stays_proven() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        for _ in 0..3 {
            house
                .book_own(&camille, house.desks, "15 10:00", "15 11:00")
                .unwrap();
        }
        let id = house.desks;
        let shrink = |units: i64| {
            let facts = ResourceFacts::named(ResourceKind::DeskPool, Name::parse("Postes").unwrap(), 10);
            let facts = ResourceFacts { units, ..facts };
            house.write(&director, move |tx, actor| {
                spaces::change_resource(tx, actor, id, facts.clone())
            })
        };
        let refused = shrink(2);
        assert!(
            matches!(
                refused,
                Err(Failure::Refused(ResourceRefused::UnitsInUse { peak: 3 }))
            ),
            "{refused:?}"
        );
        shrink(3).unwrap();
        house.set_clock("15 11:00");
        shrink(1).unwrap();
        assert_eq!(
            house.faults(),
            Vec::<String>::new(),
            "three at a time were allowed then"
        );
        let retired = house.write(&director, move |tx, actor| {
            spaces::set_active(tx, actor, id, false)
        });
        retired.unwrap();
    });
}

#[test]
fn a_space_that_is_booked_is_not_retired() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director, id) = (house.member("Camille Durand"), house.director(), house.salon);
        house
            .book_own(&camille, house.salon, "16 10:00", "16 11:00")
            .unwrap();
        let done = house.write(&director, move |tx, actor| {
            spaces::set_active(tx, actor, id, false)
        });
        assert!(
            matches!(
                done,
                Err(Failure::Refused(ResourceRefused::StillBooked { count: 1 }))
            ),
            "{done:?}"
        );
    });
}

#[test]
fn hours_limits_and_terms_that_make_no_sense_are_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let director = house.director();
        let (opens, closes) = (minute("12:00"), minute("09:00"));
        let reversed = vec![WeeklyHours {
            weekday: Weekday::Monday,
            opens,
            closes,
        }];
        let done = house.write(&director, move |tx, actor| {
            spaces::set_weekly_hours(tx, actor, None, Audience::Nomad, reversed.clone())
        });
        assert!(matches!(
            done,
            Err(Failure::Refused(HoursRefused::Reversed { .. }))
        ));
        let window = BookingWindow {
            step_minutes: 7,
            ..BookingWindow::UNSET
        };
        let done = house.write(&director, move |tx, actor| {
            spaces::set_booking_window(tx, actor, None, Audience::Nomad, Some(window))
        });
        assert!(matches!(done, Err(Failure::Refused(LimitsRefused::Step))));
        let fee = kernel::Rate::from_basis_points(10_001);
        let done = house.write(&director, move |tx, actor| {
            spaces::set_cancellation_terms(
                tx,
                actor,
                Audience::Nomad,
                vec![Term {
                    notice_minutes: 0,
                    fee,
                }],
            )
        });
        assert!(matches!(done, Err(Failure::Refused(TermsRefused::Fee))));
    });
}

#[test]
fn a_space_has_hours_and_limits_of_its_own() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director, salon) = (house.member("Camille Durand"), house.director(), house.salon);
        let hours = vec![WeeklyHours {
            weekday: Weekday::Saturday,
            opens: minute("10:00"),
            closes: minute("24:00"),
        }];
        house
            .write(&director, move |tx, actor| {
                spaces::set_weekly_hours(tx, actor, Some(salon), Audience::Nomad, hours.clone())
            })
            .unwrap();
        let window = BookingWindow {
            minimum_minutes: 120,
            ..BookingWindow::UNSET
        };
        house
            .write(&director, move |tx, actor| {
                spaces::set_booking_window(tx, actor, Some(salon), Audience::Nomad, Some(window))
            })
            .unwrap();
        house
            .book_own(&camille, house.salon, "20 22:00", "21 00:00")
            .unwrap();
        let refused = slot_refusal(house.book_own(&camille, house.salon, "16 10:00", "16 12:00"));
        assert_eq!(refused, SlotRefused::ClosedDay);
        let short = house.book_own(&camille, house.salon, "20 10:00", "20 11:00");
        assert!(matches!(
            short,
            Err(Failure::Refused(spaces::BookingRefusal::Window(_)))
        ));
    });
}

#[test]
fn a_closure_says_what_stands_in_its_way_and_can_be_taken_back() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        let inside = house
            .book_own(&camille, house.salon, "16 10:00", "16 11:00")
            .unwrap();
        house
            .book_own(&camille, house.studio, "16 10:00", "16 11:00")
            .unwrap();
        house
            .book_own(&camille, house.salon, "16 12:00", "16 13:00")
            .unwrap();
        let closure = NewClosure {
            resource: Some(house.salon),
            period: house.hours("16 09:00", "16 12:00"),
            reason: "Travaux".to_owned(),
        };
        let closed = house
            .write(&director, move |tx, actor| spaces::block(tx, actor, &closure))
            .unwrap();
        let disturbed: Vec<_> = closed.disturbed.iter().map(|booking| booking.id).collect();
        assert_eq!(disturbed, [inside.id]);
        let refused = slot_refusal(house.book_own(&camille, house.salon, "16 09:00", "16 10:00"));
        assert_eq!(
            refused,
            SlotRefused::Closed {
                reason: "Travaux".to_owned()
            }
        );
        let id = closed.id;
        house
            .write(&director, move |tx, actor| spaces::reopen(tx, actor, id))
            .unwrap();
        house
            .book_own(&camille, house.salon, "16 09:00", "16 10:00")
            .unwrap();
        let again = house.write(&director, move |tx, actor| spaces::reopen(tx, actor, id));
        assert_eq!(again, Err(Fault::NotFound));
    });
}

fn line(house: &House, holder: Holder, hours: [&str; 2], reference: &str) -> ImportedBooking {
    ImportedBooking {
        resource: house.salon,
        period: house.hours(hours[0], hours[1]),
        holder,
        title: "Repris".to_owned(),
        state: BookingState::Confirmed,
        price: None,
        charged: true,
        external_ref: reference.to_owned(),
    }
}

#[test]
fn a_line_imported_twice_changes_nothing_and_one_too_many_is_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        let holder = Holder::Person(camille.person.unwrap());
        let import = |line: ImportedBooking| {
            house.write(&director, move |tx, actor| {
                spaces::import_booking(tx, actor, &line)
            })
        };
        // Outside the hours, in the past, and off the step: elsewhere had its own rules.
        let first = line(&house, holder.clone(), ["02 06:50", "02 09:50"], "ligne 1");
        let ImportedAs::New(id) = import(first.clone()).unwrap() else {
            panic!("it is new")
        };
        assert_eq!(import(first).unwrap(), ImportedAs::Known(id));
        assert_eq!(house.cents(&camille), [4_500]);
        let full = import(line(&house, Holder::House, ["02 09:00", "02 10:00"], "ligne 2"));
        assert_eq!(slot_refusal(full), SlotRefused::Full);
        let caller = Holder::Caller(Name::parse("M. Petit, 01 23 45 67 89").unwrap());
        import(line(&house, caller, ["02 10:00", "02 11:00"], "ligne 3")).unwrap();
        let cancelled = ImportedBooking {
            state: BookingState::Cancelled,
            ..line(&house, holder, ["02 10:00", "02 11:00"], "ligne 4")
        };
        import(cancelled).unwrap();
        assert_eq!(house.cents(&camille), [4_500]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

statement! {
    DOUBLE = "
        update booking
        set starts_at = starts_at - 3600000000, occupied_from = occupied_from - 3600000000
        where place_id = $1 and id = $2";

    CHEAPEN = "
        update booking
        set price_cents = price_cents - 1
        where place_id = $1 and id = $2";

    UNSTATE = "
        update booking
        set state = 'cancelled'
        where place_id = $1 and id = $2";
}

#[test]
fn verify_finds_a_double_booking_a_wrong_price_and_a_state_that_lies() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        house
            .book_own(&camille, house.salon, "16 09:00", "16 10:00")
            .unwrap();
        let second = house
            .book_own(&camille, house.salon, "16 10:00", "16 11:00")
            .unwrap();
        let (place, id) = (house.place.id, second.id);
        let spoil = |statement: &'static platform::database::Statement<platform::database::NoRow>| {
            house
                .db
                .write_blocking(move |tx| tx.run(statement, &params![place, id]))
                .unwrap();
            house.faults()
        };
        assert_eq!(house.faults(), Vec::<String>::new());
        let faults = spoil(&DOUBLE);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("verify-spaces-occupation: "), "{faults:?}");
        let faults = spoil(&CHEAPEN);
        assert!(
            faults
                .iter()
                .any(|fault| fault.contains("1500 cents charged, 1499 due")),
            "{faults:?}"
        );
        let faults = spoil(&UNSTATE);
        assert!(
            faults
                .iter()
                .any(|fault| fault.starts_with("verify-spaces-states: ")),
            "{faults:?}"
        );
    });
}

#[test]
fn every_statement_reads_the_columns_it_says() {
    both_engines(|db| {
        let found = platform::database::check_all_statements(&db).unwrap();
        assert!(found.is_empty(), "{found:?}");
    });
}

#[test]
fn templates_make_spaces_that_can_be_booked() {
    both_engines(|db| {
        let house = House::new(db);
        let director = house.director();
        for template in spaces::templates::Template::ALL.iter().copied() {
            let name = Name::parse(&format!("Modèle {template}")).unwrap();
            let id = house
                .write(&director, move |tx, actor| {
                    spaces::templates::create_from(tx, actor, template, name.clone(), "Table\nÉcran")
                })
                .unwrap();
            let new = spaces::NewBooking::plain(id, house.hours("16 09:00", "16 10:00"), Holder::House);
            assert_eq!(house.book(&director, &new).unwrap().price.amount, Money::ZERO);
        }
    });
}
