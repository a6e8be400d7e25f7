//! What the desk prepares for bookings (T13): listed by when it begins, ticked one by one, taken back.

use crate::extras::{coffee, facts};
use crate::house::{House, slot_refusal};
use harness::both_engines;
use kernel::{Actor, Name};
use platform::{Failure, Fault};
use spaces::{
    BookingId, Buffers, ExtraAsked, ExtraUnit, Item, LayoutFacts, NewBooking, Prepared, SlotRefused,
};

/// A booking of today with coffee for eight, in a U that takes half an hour to set up.
fn asked(house: &House, actor: &Actor) -> BookingId {
    let salon = house.salon;
    let layout = house
        .write(&house.system(), move |tx, actor| {
            let facts = LayoutFacts {
                name: Name::parse("En U").unwrap(),
                capacity: 6,
                buffers: Buffers {
                    before: 30,
                    after: 15,
                },
            };
            spaces::add_layout(tx, actor, salon, facts)
        })
        .unwrap();
    let new = NewBooking {
        layout: Some(layout),
        attendance: Some(8),
        note: "Micro près de la porte".to_owned(),
        extras: vec![ExtraAsked {
            extra: coffee(house),
            count: 8,
        }],
        ..house.own(actor, house.salon, "15 14:00", "15 16:00")
    };
    house.book(actor, &new).unwrap().id
}

fn listed(house: &House) -> Vec<Prepared> {
    let (place, day) = (house.place.id, house.hours("15 00:00", "15 23:59"));
    house
        .db
        .read_blocking(move |tx| spaces::store::preparing::beginning(tx, place, day))
        .unwrap()
}

fn tick(
    house: &House,
    actor: &Actor,
    id: BookingId,
    tick: (Item, bool),
) -> Result<(), Failure<spaces::BookingRefusal>> {
    house.write(actor, move |tx, actor| spaces::set_up(tx, actor, id, tick))
}

#[test]
fn a_booking_lists_the_room_when_anything_was_said_of_it_and_each_extra() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        house.booked(&zoe, house.studio, "15 10:00", "15 11:00");
        assert_eq!(listed(&house), [], "a room as it is needs nothing");
        let id = asked(&house, &camille);
        let found = listed(&house);
        assert_eq!(found.len(), 1);
        let one = &found[0];
        assert_eq!((one.booking, one.items().len(), one.left()), (id, 2, 2));
        assert_eq!(one.begins_by(), house.at("15 13:30"));
        house
            .write(&camille, move |tx, actor| {
                spaces::cancel(tx, actor, id, spaces::Cancellation::default())
            })
            .unwrap();
        assert_eq!(listed(&house), [], "what was given up needs nothing");
    });
}

#[test]
fn each_thing_is_ticked_by_the_desk_once_and_taken_back() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, desk) = (house.member("Camille Durand"), house.facilitator());
        let id = asked(&house, &camille);
        let forbidden = tick(&house, &camille, id, (Item::Room, true));
        assert!(
            matches!(forbidden, Err(Failure::Fault(Fault::Forbidden))),
            "{forbidden:?}"
        );
        let unknown = tick(&house, &desk, id, (Item::Extra(kernel::Id::from_i64(7)), true));
        assert!(
            matches!(unknown, Err(Failure::Fault(Fault::NotFound))),
            "{unknown:?}"
        );
        let extra = listed(&house)[0].extras[0].id;
        tick(&house, &desk, id, (Item::Room, true)).unwrap();
        tick(&house, &desk, id, (Item::Room, true)).unwrap();
        assert_eq!(listed(&house)[0].left(), 1);
        let ticked = listed(&house)[0].items()[0].1.unwrap();
        assert_eq!((ticked.by, ticked.at), (desk.account, house.at("15 09:00")));
        tick(&house, &desk, id, (Item::Extra(extra), true)).unwrap();
        assert_eq!(listed(&house)[0].left(), 0);
        tick(&house, &desk, id, (Item::Extra(extra), false)).unwrap();
        assert_eq!(listed(&house)[0].left(), 1);
        assert_eq!(
            house.history(id),
            [
                "booking.made",
                "booking.set_up",
                "booking.set_up",
                "booking.set_up_undone"
            ]
        );
        // What the desk has begun is no longer the booker's to change.
        let change = spaces::Preparation::default();
        let late = house.write(&camille, move |tx, actor| spaces::prepare(tx, actor, id, &change));
        assert_eq!(slot_refusal(late), SlotRefused::NotOpen);
        house.set_clock("15 16:00");
        let over = tick(&house, &desk, id, (Item::Extra(extra), true));
        assert_eq!(slot_refusal(over), SlotRefused::NotOpen);
    });
}

#[test]
fn the_desk_ticks_on_the_list_and_sees_who_did() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, desk) = (house.member("Camille Durand"), house.desk_with_account());
        let extra = facts(&house, "Second écran", ExtraUnit::Booking, 1_500);
        let preparation = "Réserve du premier étage".to_owned();
        crate::extras::add(&house, spaces::ExtraFacts { preparation, ..extra }).unwrap();
        let id = asked(&house, &camille);
        let (mut visitor, mut member) = (house.visitor(&desk), house.visitor(&camille));
        assert_eq!(member.get("/front-desk/preparations").status, 403);
        assert!(
            visitor
                .page("/front-desk")
                .says("2 choses à préparer aujourd’hui")
        );
        let page = visitor.page("/front-desk/preparations");
        for said in [
            "En U",
            "Café × 8",
            "8 personnes",
            "Micro près de la porte",
            "installer à partir de 13 h 30",
            "restent 2 choses",
            "Rien à préparer.",
        ] {
            assert!(page.says(said), "{said}: {page}");
        }
        let path = format!("/front-desk/preparations/{id}");
        let form = page.form(&format!("form[action=\"{path}\"]"));
        let done = visitor.post(&form);
        assert_eq!(done.status, 303, "{done}");
        let part = visitor.page("/front-desk/preparations/list");
        assert!(part.says("reste 1 chose"), "{part}");
        let undo = part.form(&format!("form[action=\"{path}\"]"));
        assert_eq!(visitor.post(&undo).status, 303);
        tick(&house, &desk, id, (Item::Room, true)).unwrap();
        let part = visitor.page("/front-desk/preparations/list");
        assert!(part.says("Prêt à 9 h, Dora Accueil"), "{part}");
        let undo = part.form(&format!("form[action=\"{path}\"]"));
        assert_eq!(visitor.post(&undo).status, 303);
        assert!(visitor.page("/front-desk/preparations").says("restent 2 choses"));
        let bent = form.clone().bent("item", "nonsense");
        assert_eq!(visitor.post(&bent).status, 404);
        let elsewhere = member.post(&form);
        assert_eq!(elsewhere.status, 403);
    });
}
