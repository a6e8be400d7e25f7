//! Spaces that contain or exclude others: what it does to bookings, closures and pages.

use crate::house::{House, minute, room, slot_refusal};
use harness::both_engines;
use kernel::Actor;
use platform::Failure;
use spaces::{
    Buffers, Holder, ImportedBooking, Link, LinkKind, LinkRefused, Move, NewBooking, NewClosure,
    ResourceFacts, ResourceId, SlotRefused,
};

/// A house whose floor holds the salon and the studio.
pub(crate) fn with_a_floor(house: &House) -> ResourceId {
    let product = house.product;
    let (salon, studio) = (house.salon, house.studio);
    house
        .write(&house.system(), move |tx, actor| {
            let facts = ResourceFacts {
                capacity: 30,
                ..room("Étage", product)
            };
            let floor = spaces::create_resource(tx, actor, facts, None).map_err(Failure::unexpected)?;
            for part in [salon, studio] {
                let link = Link {
                    resource: floor,
                    other: part,
                    kind: LinkKind::Contains,
                };
                spaces::link(tx, actor, link).map_err(Failure::unexpected)?;
            }
            Ok::<_, platform::Fault>(floor)
        })
        .unwrap()
}

fn linked(house: &House, actor: &Actor, link: Link) -> Result<(), Failure<LinkRefused>> {
    house.write(actor, move |tx, actor| spaces::link(tx, actor, link))
}

#[test]
fn the_floor_blocks_its_rooms_a_room_blocks_the_floor_and_rooms_leave_each_other_alone() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = with_a_floor(&house);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        house.booked(&ada, house.salon, "16 09:00", "16 10:00");
        house.booked(&bob, house.studio, "16 09:00", "16 10:00");
        let refused = slot_refusal(house.book_own(&bob, floor, "16 08:00", "16 12:00"));
        let (from, until, space) = (minute("09:00"), minute("10:00"), "Salon".to_owned());
        assert_eq!(refused, SlotRefused::TakenWith { from, until, space });
        // The studio is cleaned until half past ten.
        let refused = slot_refusal(house.book_own(&bob, floor, "16 10:00", "16 12:00"));
        assert_eq!(refused, SlotRefused::Buffer { minutes: 30 });
        let floor_booked = house.booked(&bob, floor, "16 10:30", "16 12:00");
        let refused = slot_refusal(house.book_own(&ada, house.salon, "16 11:00", "16 13:00"));
        assert!(matches!(refused, SlotRefused::TakenWith { .. }), "{refused:?}");
        house.booked(&ada, house.desks, "16 11:00", "16 13:00");
        house
            .write(&bob, move |tx, actor| {
                spaces::cancel(tx, actor, floor_booked, spaces::Cancellation::default())
            })
            .unwrap();
        house.booked(&ada, house.salon, "16 11:00", "16 13:00");
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_booking_moves_from_a_room_to_the_floor_over_itself_but_not_over_others() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = with_a_floor(&house);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let own = house.booked(&ada, house.salon, "16 09:00", "16 10:00");
        let move_to = |from, until| {
            let to = Move {
                resource: floor,
                period: house.hours(from, until),
                overriding: false,
                waived: false,
                price_shown: None,
            };
            house.write(&ada, move |tx, actor| spaces::move_booking(tx, actor, own, &to))
        };
        house.booked(&bob, house.studio, "16 14:00", "16 15:00");
        assert!(matches!(
            slot_refusal(move_to("16 13:00", "16 15:00")),
            SlotRefused::TakenWith { .. }
        ));
        assert_eq!(move_to("16 09:30", "16 11:00").unwrap().resource, floor);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn an_import_takes_nothing_that_a_linked_space_holds() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = with_a_floor(&house);
        let ada = house.member("Ada Un");
        house.booked(&ada, floor, "16 09:00", "16 12:00");
        let line = |from, until| ImportedBooking {
            resource: house.studio,
            period: house.hours(from, until),
            holder: Holder::House,
            title: String::new(),
            state: spaces::BookingState::Confirmed,
            price: None,
            charged: false,
            external_ref: format!("ligne {from}"),
        };
        let import = |line: ImportedBooking| {
            house.write(&house.system(), move |tx, actor| {
                spaces::import_booking(tx, actor, &line)
            })
        };
        assert_eq!(
            slot_refusal(import(line("16 11:00", "16 13:00"))),
            SlotRefused::Full
        );
        import(line("16 12:00", "16 13:00")).unwrap();
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn what_closes_a_room_closes_the_floor_but_not_what_it_only_excludes() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = with_a_floor(&house);
        let (ada, director) = (house.member("Ada Un"), house.director());
        let quiet = Link {
            resource: house.salon,
            other: house.desks,
            kind: LinkKind::Excludes,
        };
        linked(&house, &director, quiet).unwrap();
        let booked = house.booked(&ada, floor, "16 09:00", "16 10:00");
        let works = NewClosure {
            resource: Some(house.salon),
            period: house.hours("16 08:00", "16 20:00"),
            reason: "Peinture".to_owned(),
        };
        let closed = house
            .write(&director, move |tx, actor| spaces::block(tx, actor, &works))
            .unwrap();
        let disturbed: Vec<_> = closed.disturbed.iter().map(|booking| booking.id).collect();
        assert_eq!(disturbed, [booked]);
        let reason = "Peinture".to_owned();
        let refused = slot_refusal(house.book_own(&ada, floor, "16 11:00", "16 12:00"));
        assert_eq!(refused, SlotRefused::Closed { reason });
        house.booked(&ada, house.studio, "16 11:00", "16 12:00");
        house.booked(&ada, house.desks, "16 11:00", "16 12:00");
    });
}

#[test]
fn bookings_to_come_that_stand_in_each_others_way_keep_two_spaces_from_being_linked() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, director) = (house.member("Ada Un"), house.director());
        let link = Link {
            resource: house.salon,
            other: house.studio,
            kind: LinkKind::Excludes,
        };
        let own = house.booked(&ada, house.salon, "16 09:00", "16 10:00");
        house.booked(&ada, house.studio, "16 09:30", "16 10:30");
        match linked(&house, &director, link) {
            Err(Failure::Refused(LinkRefused::InUse { one, other })) => {
                let mut names = [one, other];
                names.sort();
                assert_eq!(names, ["Salon", "Studio"]);
            }
            other => panic!("{other:?}"),
        }
        house
            .write(&ada, move |tx, actor| {
                spaces::cancel(tx, actor, own, spaces::Cancellation::default())
            })
            .unwrap();
        linked(&house, &director, link).unwrap();
        let refused = slot_refusal(house.book_own(&ada, house.salon, "16 09:00", "16 10:00"));
        assert!(matches!(refused, SlotRefused::TakenByYou { .. }), "{refused:?}");
        let (salon, studio) = (house.salon, house.studio);
        house
            .write(&director, move |tx, actor| {
                spaces::unlink(tx, actor, studio, salon)
            })
            .unwrap();
        house.booked(&ada, house.salon, "16 09:00", "16 10:00");
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn members_and_other_places_link_nothing() {
    both_engines(|db| {
        let house = House::new(db.clone());
        let away = House::in_zone(db, "Ailleurs");
        let across = Link {
            resource: house.salon,
            other: away.salon,
            kind: LinkKind::Contains,
        };
        let found = linked(&house, &house.director(), across);
        assert!(
            matches!(found, Err(Failure::Fault(platform::Fault::NotFound))),
            "{found:?}"
        );
        let own = Link {
            other: house.studio,
            ..across
        };
        let found = linked(&house, &house.member("Ada Un"), own);
        assert!(
            matches!(found, Err(Failure::Fault(platform::Fault::Forbidden))),
            "{found:?}"
        );
    });
}

#[test]
fn the_team_past_the_buffers_of_a_linked_space_is_no_fault() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = with_a_floor(&house);
        let (ada, fanny) = (house.member("Ada Un"), house.facilitator());
        house.booked(&ada, house.studio, "16 09:00", "16 10:00");
        let new = NewBooking {
            overriding: true,
            ..house.own(&ada, floor, "16 10:10", "16 11:10")
        };
        let booked = house.book(&fanny, &new).unwrap();
        assert_eq!(
            booked.occupation.whole(),
            Buffers::NONE.around(new.period).whole()
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_office_links_spaces_on_their_page_and_everybody_sees_what_follows() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, director) = (house.member("Ada Un"), house.director());
        let mut office = house.visitor(&director);
        let at = |space: ResourceId| format!("/office/spaces/{space}");
        let wanted = |form: harness::Form, other: ResourceId| {
            form.bent("side", "part").bent("other", &other.to_string())
        };
        let form = office.page(&at(house.desks)).form("#links > form");
        let page = office.submit(&wanted(form, house.salon));
        assert!(
            page.text("#links").contains("Contient Salon"),
            "{}",
            page.text("#links")
        );
        let page = office.page(&at(house.salon));
        assert!(
            page.text("#links").contains("Fait partie de Postes"),
            "{}",
            page.text("#links")
        );
        let refused = office.refused(&wanted(page.form("#links > form"), house.desks));
        assert_eq!(refused.text("h1"), "Salon");
        assert!(refused.field_error("other").unwrap().contains("déjà liés"));

        house.booked(&ada, house.desks, "16 09:00", "16 12:00");
        let mut member = house.visitor(&ada);
        let week = member.page("/calendar?day=2026-06-16&view=day");
        let salon = week.all(".week-day > ul > li");
        let salon = salon.iter().find(|lane| lane.starts_with("Salon")).unwrap();
        assert!(
            salon.contains("Postes") && !salon.contains("08:00 – 20:00"),
            "{salon}"
        );
        let taken = member.page(&format!(
            "/bookings/new?resource={}&start=2026-06-16T09:00&end=2026-06-16T10:00",
            house.salon
        ));
        assert!(taken.says("Vous avez déjà réservé"), "{}", taken.text("main"));

        let form = page.form("form[action$=removal]");
        let page = office.submit(&form);
        assert!(!page.exists("form[action$=removal]"));
        assert_eq!(member.post(&form).status, 403);
        let foreign = office.send_fields(&format!("{}/links/0000000000007/removal", at(house.salon)), &[]);
        assert_eq!(foreign.status, 404);
    });
}
