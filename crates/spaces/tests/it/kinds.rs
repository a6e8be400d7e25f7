//! Kinds of what can be booked: desks, offices, floors, the building, and things that are taken along.

use crate::house::{House, slot_refusal};
use harness::{MONDAY_MORNING, both_engines};
use kernel::{Name, Period};
use platform::Failure;
use platform::clock::Clock;
use platform::database::backup::{backup, restore};
use platform::database::{Database, DatabaseUrl, Migration, Options, migrations};
use spaces::rules::finding::{Lack, Wish};
use spaces::store::resources;
use spaces::{
    Holder, LettingRefusal, LettingRefused, Link, LinkKind, NewBooking, NewLetting, ResourceFacts,
    ResourceId, ResourceKind, SlotRefused,
};

fn facts(kind: ResourceKind, name: &str, capacity: i64) -> ResourceFacts {
    ResourceFacts::named(kind, Name::parse(name).unwrap(), capacity)
}

fn added(house: &House, facts: ResourceFacts) -> ResourceId {
    house
        .write(&house.system(), move |tx, actor| {
            spaces::create_resource(tx, actor, facts.clone(), None)
        })
        .unwrap()
}

#[test]
fn a_space_of_every_kind_is_kept_and_read_again() {
    both_engines(|db| {
        let house = House::new(db);
        for kind in ResourceKind::ALL.iter().copied() {
            let id = added(&house, facts(kind, &format!("Genre {kind:?}"), 3));
            let place = house.place.id;
            let read = house
                .db
                .read_blocking(move |tx| resources::find(tx, place, id))
                .unwrap();
            assert_eq!(read.unwrap().facts.kind, kind);
        }
    });
}

#[test]
fn only_where_people_meet_answers_to_a_number_of_people() {
    use ResourceKind::{Building, Desk, DeskPool, Equipment, Floor, Garden, Hall, PrivateOffice, Room};
    let wish = |people, kind| Wish {
        people,
        kind,
        things: vec![],
        minutes: 60,
    };
    for kind in [Room, Hall, Garden, Floor, Building] {
        assert_eq!(
            wish(4, None).lacks(&facts(kind, "Ici", 4)),
            Lack::Nothing,
            "{kind:?}"
        );
        assert_eq!(
            wish(5, None).lacks(&facts(kind, "Ici", 4)),
            Lack::Itself,
            "{kind:?}"
        );
    }
    for kind in [PrivateOffice, DeskPool, Desk, Equipment] {
        assert_eq!(
            wish(1, None).lacks(&facts(kind, "Ici", 4)),
            Lack::Itself,
            "{kind:?}"
        );
        assert_eq!(
            wish(1, Some(kind)).lacks(&facts(kind, "Ici", 4)),
            Lack::Nothing,
            "{kind:?}"
        );
    }
    let van = facts(Equipment, "Camionnette", 1);
    assert_eq!(
        wish(40, Some(Equipment)).lacks(&van),
        Lack::Nothing,
        "nobody sits in a thing"
    );
    assert!(van.seats().is_none() && !van.is_crowded_by(Some(40)));
    assert!(facts(Room, "Salon", 8).is_crowded_by(Some(9)));
}

#[test]
fn the_building_a_floor_and_its_rooms_keep_one_another_free() {
    both_engines(|db| {
        let house = House::new(db);
        let priced = |kind, name: &str| ResourceFacts {
            product: Some(house.product),
            ..facts(kind, name, 60)
        };
        let floor = added(&house, priced(ResourceKind::Floor, "1er étage"));
        let building = added(&house, priced(ResourceKind::Building, "La maison"));
        let van = added(&house, facts(ResourceKind::Equipment, "Camionnette", 1));
        for (resource, other) in [(floor, house.salon), (floor, house.studio), (building, floor)] {
            let link = Link {
                resource,
                other,
                kind: LinkKind::Contains,
            };
            house
                .write(&house.system(), move |tx, actor| spaces::link(tx, actor, link))
                .unwrap();
        }
        let (camille, driss) = (house.member("Camille Durand"), house.member("Driss Alaoui"));
        house.booked(&camille, house.salon, "15 10:00", "15 12:00");
        for space in [floor, building] {
            let done = house.book_own(&driss, space, "15 11:00", "15 13:00");
            assert!(matches!(slot_refusal(done), SlotRefused::TakenWith { .. }));
        }
        house.booked(&camille, building, "16 10:00", "16 12:00");
        for space in [floor, house.salon, house.studio] {
            let done = house.book_own(&driss, space, "16 10:00", "16 11:00");
            assert!(matches!(slot_refusal(done), SlotRefused::TakenWith { .. }));
        }
        house.booked(&camille, van, "16 10:00", "16 12:00");
        house.booked(&camille, house.desks, "16 10:00", "16 12:00");
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn people_from_outside_are_lent_no_thing_and_no_floor_that_has_no_price() {
    both_engines(|db| {
        let house = House::new(db);
        let ask = |resource, period: Period| {
            let new = NewBooking::plain(resource, period, Holder::Caller(Name::parse("Mairie").unwrap()));
            house.write(&house.system(), move |tx, actor| {
                spaces::quote_guest(tx, actor, &new).map(|_| ())
            })
        };
        let hours = house.hours("15 10:00", "15 12:00");
        for kind in [ResourceKind::Equipment, ResourceKind::Floor, ResourceKind::Desk] {
            let unsold = added(&house, facts(kind, &format!("Sans prix {kind:?}"), 10));
            assert!(
                matches!(slot_refusal(ask(unsold, hours)), SlotRefused::NoPrice),
                "{kind:?}"
            );
            let sold = ResourceFacts {
                product: Some(house.product),
                ..facts(kind, &format!("Avec prix {kind:?}"), 10)
            };
            let sold = added(&house, sold);
            ask(sold, hours).unwrap();
        }
    });
}

#[test]
fn an_office_is_let_by_the_month_and_a_thing_is_not() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let van = added(&house, facts(ResourceKind::Equipment, "Camionnette", 1));
        let new = NewLetting {
            resource: van,
            person: camille.person.unwrap(),
            plan: kernel::Id::from_i64(1),
            from: kernel::Day::parse("2026-06-01").unwrap(),
            price_shown: None,
        };
        let refused = house.write(&house.system(), move |tx, actor| {
            spaces::let_out(tx, actor, new).map(|_| ())
        });
        assert!(matches!(
            refused,
            Err(Failure::Refused(LettingRefusal::Space(LettingRefused::NotARoom)))
        ));
        assert!(ResourceKind::PrivateOffice.is_let_by_month() && ResourceKind::Desk.is_let_by_month());
    });
}

#[test]
fn the_form_keeps_a_thing_without_asking_how_many_it_holds() {
    both_engines(|db| {
        let house = House::new(db);
        let mut visitor = house.visitor(&house.director());
        let form = visitor.page("/office/spaces/new").form("main form");
        let form = form
            .with("name", "Vidéoprojecteur")
            .with("kind", "equipment")
            .with("capacity", "");
        let answer = visitor.post(&form);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = visitor.page(&answer.location);
        assert_eq!(page.attribute("#capacity", "value").unwrap_or_default(), "");
        assert!(visitor.page("/office/spaces").says("Équipement"));
        let room = visitor.page("/office/spaces/new").form("main form");
        let refused = visitor.post(&room.with("name", "Salle").with("capacity", ""));
        assert_eq!(refused.status, 422, "a room holds somebody");
        let calendar = visitor.page("/calendar?kind=equipment");
        assert!(calendar.says("Vidéoprojecteur") && !calendar.all("option[selected]").is_empty());
    });
}

/// The migration that brought the kinds.
const BROUGHT: i64 = 64;

fn opened(url: &DatabaseUrl, migrations: &'static [Migration]) -> (Database, Options) {
    let options = Options {
        clock: Clock::fixed(MONDAY_MORNING),
        migrations,
        ..Options::default()
    };
    (Database::open(url, options.clone()).unwrap(), options)
}

#[test]
fn a_backup_made_before_the_kinds_is_restored_whole_and_takes_them() {
    let folder = tempfile::tempdir().unwrap();
    let url =
        |name: &str| DatabaseUrl::parse(&format!("sqlite:{}", folder.path().join(name).display())).unwrap();
    let before: Vec<Migration> = migrations()
        .iter()
        .filter(|one| one.number != BROUGHT)
        .copied()
        .collect();
    let before: &'static [Migration] = Box::leak(before.into_boxed_slice());
    let file = folder.path().join("before.tribu");

    let (db, options) = opened(&url("before.db"), before);
    let house = House::new(db);
    let camille = house.member("Camille Durand");
    let kept = house.booked(&camille, house.salon, "15 10:00", "15 12:00");
    house.db.close();
    backup(&url("before.db"), &file, &options).unwrap();

    let now = Options {
        migrations: migrations(),
        ..options
    };
    restore(&file, &url("after.db"), false, &now).unwrap();
    let (db, _) = opened(&url("after.db"), migrations());
    let house = House { db, ..house };
    assert!(house.booking(kept).state.occupies());
    assert_eq!(house.faults(), Vec::<String>::new());
    added(&house, facts(ResourceKind::Building, "La maison", 200));
    house.booked(&camille, house.salon, "15 12:00", "15 13:00");
    house.db.close();
}
