//! How a room is laid out, from the table of the rules to the pages.

use crate::house::{House, slot_refusal};
use harness::both_engines;
use kernel::{Actor, Name};
use platform::Failure;
use spaces::rules::availability::first_conflict;
use spaces::{
    BookingId, Buffers, LayoutFacts, LayoutId, LayoutRefused, Move, NewBooking, Preparation, ResourceId,
    SlotRefused,
};

fn facts(name: &str, capacity: i64, before: i64, after: i64) -> LayoutFacts {
    LayoutFacts {
        name: Name::parse(name).unwrap(),
        capacity,
        buffers: Buffers { before, after },
    }
}

fn add(house: &House, resource: ResourceId, new: LayoutFacts) -> Result<LayoutId, Failure<LayoutRefused>> {
    house.write(&house.system(), move |tx, actor| {
        spaces::add_layout(tx, actor, resource, new.clone())
    })
}

pub(crate) fn in_a_u(house: &House) -> LayoutId {
    add(house, house.salon, facts("En U", 6, 30, 15)).unwrap()
}

pub(crate) fn islands_in(house: &House, resource: ResourceId) -> LayoutId {
    add(house, resource, facts("Îlots", 8, 0, 0)).unwrap()
}

fn with(house: &House, actor: &Actor, layout: LayoutId, from: &str, until: &str) -> NewBooking {
    NewBooking {
        layout: Some(layout),
        ..house.own(actor, house.salon, from, until)
    }
}

fn prepare(
    house: &House,
    actor: &Actor,
    id: BookingId,
    layout: Option<LayoutId>,
    note: &str,
) -> crate::house::Done {
    let asked = Preparation {
        layout,
        note: note.to_owned(),
        extras: Vec::new(),
    };
    house.write(actor, move |tx, actor| spaces::prepare(tx, actor, id, &asked))
}

fn layout_of(house: &House, id: BookingId) -> spaces::Setup {
    let place = house.place.id;
    let read = house
        .db
        .read_blocking(move |tx| spaces::store::layouts::setup(tx, place, id));
    read.unwrap().unwrap_or_default()
}

/// From `09:00` on the first day there was.
fn hours(text: &str) -> kernel::Period {
    let (from, until) = text.split_once('–').unwrap();
    let at = |text: &str| {
        let minute = kernel::MinuteOfDay::parse(text).unwrap();
        kernel::Instant::EPOCH.plus_minutes(minute.minutes().into())
    };
    kernel::Period::new(at(from), at(until)).unwrap()
}

#[test]
fn the_table_of_the_rules_holds() {
    let guide = include_str!("../../../../docs/rules.md");
    let table = guide
        .split_once("| booked | as | then | as | goes |\n|---|---|---|---|---|\n")
        .unwrap()
        .1;
    let buffers = |text: &str| {
        let (before, after) = text.split_once('/').unwrap();
        Buffers {
            before: before.trim().parse().unwrap(),
            after: after.trim().parse().unwrap(),
        }
    };
    let mut seen = 0;
    for line in table.lines().take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let taken = buffers(cells[1]).around(hours(cells[0]));
        let wanted = buffers(cells[3]).around(hours(cells[2]));
        let goes = first_conflict(1, &[taken], wanted).is_none();
        assert_eq!(goes, cells[4] == "yes", "{line}");
        seen += 1;
    }
    assert!(seen >= 6, "{seen}");
}

#[test]
fn what_a_layout_takes_around_it_blocks_the_room_and_its_seats_warn() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let layout = in_a_u(&house);
        let new = NewBooking {
            attendance: Some(7),
            ..with(&house, &camille, layout, "16 10:00", "16 12:00")
        };
        let asked = new.clone();
        let quote = house
            .write(&camille, move |tx, actor| spaces::quote(tx, actor, &asked))
            .unwrap();
        assert!(quote.crowded, "seven people, six seats in a U, eight in the room");
        let made = house.book(&camille, &new).unwrap();
        assert_eq!(made.occupation.whole(), house.hours("16 09:30", "16 12:15"));
        let early = house.book_own(&zoe, house.salon, "16 09:00", "16 10:00");
        assert_eq!(slot_refusal(early), SlotRefused::Buffer { minutes: 30 });
        house.book_own(&zoe, house.salon, "16 08:30", "16 09:30").unwrap();
        house.book_own(&zoe, house.salon, "16 12:15", "16 13:00").unwrap();
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_layout_of_another_room_or_no_longer_offered_is_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let elsewhere = add(&house, house.studio, facts("Îlots", 8, 0, 0)).unwrap();
        let new = with(&house, &camille, elsewhere, "16 10:00", "16 12:00");
        assert_eq!(slot_refusal(house.book(&camille, &new)), SlotRefused::Layout);
        let retired = in_a_u(&house);
        let salon = house.salon;
        house
            .write(&house.system(), move |tx, actor| {
                spaces::set_layout_active(tx, actor, (salon, retired), false)
            })
            .unwrap();
        let new = with(&house, &camille, retired, "16 10:00", "16 12:00");
        assert_eq!(slot_refusal(house.book(&camille, &new)), SlotRefused::Layout);
    });
}

#[test]
fn two_layouts_of_one_room_have_two_names_and_sane_minutes() {
    both_engines(|db| {
        let house = House::new(db);
        in_a_u(&house);
        let cases = [
            (facts("En U", 6, 0, 0), LayoutRefused::NameTaken),
            (facts("Vide", 0, 0, 0), LayoutRefused::Capacity),
            (facts("Vide", 6, -1, 0), LayoutRefused::Minutes),
            (facts("Vide", 6, 0, 1_441), LayoutRefused::Minutes),
        ];
        for (new, expected) in cases {
            match add(&house, house.salon, new) {
                Err(Failure::Refused(refused)) => assert_eq!(refused, expected),
                other => panic!("{expected:?} was expected, not {other:?}"),
            }
        }
        add(&house, house.studio, facts("En U", 6, 0, 0)).unwrap();
    });
}

#[test]
fn a_booking_keeps_its_layout_when_it_moves_as_far_as_the_other_room_has_it() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let layout = in_a_u(&house);
        let twin = add(&house, house.studio, facts("En U", 5, 60, 0)).unwrap();
        let new = with(&house, &camille, layout, "16 10:00", "16 12:00");
        let id = house.book(&camille, &new).unwrap().id;
        let to = |resource, from: &str, until: &str| Move {
            resource,
            period: house.hours(from, until),
            overriding: false,
            waived: false,
            price_shown: None,
        };
        let go = |to: Move| {
            house
                .write(&camille, move |tx, actor| {
                    spaces::move_booking(tx, actor, id, &to)
                })
                .unwrap()
        };
        let moved = go(to(house.studio, "17 10:00", "17 12:00"));
        assert_eq!(moved.occupation.whole(), house.hours("17 09:00", "17 12:00"));
        assert_eq!(layout_of(&house, id).layout, Some(twin));
        let there = to(house.desks, "18 10:00", "18 12:00");
        let quote = house.write(&camille, move |tx, actor| {
            spaces::quote_move(tx, actor, id, &there)
        });
        assert_eq!(quote.unwrap().layout_lost.unwrap().as_str(), "En U");
        go(to(house.desks, "18 10:00", "18 12:00"));
        assert_eq!(layout_of(&house, id).layout, None);
    });
}

#[test]
fn another_layout_is_asked_for_as_long_as_the_time_around_it_suffices() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let layout = in_a_u(&house);
        let id = house.booked(&camille, house.salon, "16 10:00", "16 12:00");
        house.booked(&zoe, house.salon, "16 09:00", "16 09:45");
        let refused = slot_refusal(prepare(&house, &camille, id, Some(layout), ""));
        assert_eq!(refused, SlotRefused::Buffer { minutes: 30 });
        let tight = add(&house, house.salon, facts("Théâtre", 12, 15, 0)).unwrap();
        prepare(&house, &camille, id, Some(tight), "Micro près de la porte").unwrap();
        assert_eq!(
            house.booking(id).occupation.whole(),
            house.hours("16 09:45", "16 12:00")
        );
        assert_eq!(layout_of(&house, id).note, "Micro près de la porte");
        match prepare(&house, &zoe, id, None, "") {
            Err(Failure::Fault(platform::Fault::NotFound)) => {}
            other => panic!("another's booking does not exist: {other:?}"),
        }
        let long = "x".repeat(1_001);
        assert_eq!(
            slot_refusal(prepare(&house, &camille, id, None, &long)),
            SlotRefused::Note
        );
        assert_eq!(house.history(id), ["booking.made", "booking.prepared"]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_office_keeps_layouts_and_a_member_chooses_one() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        let (mut office, mut member) = (house.visitor(&director), house.visitor(&camille));
        let salon = house.salon;
        let form = office
            .page(&format!("/office/spaces/{salon}/layouts/new"))
            .form("main form")
            .with("name", "En U")
            .with("capacity", "6")
            .with("before", "30");
        let refused = office.post(&form.clone().with("capacity", "0"));
        assert_eq!(refused.status, 422);
        assert_eq!(office.post(&form).status, 303);
        let page = office.page(&format!("/office/spaces/{salon}"));
        assert!(
            page.says("En U · 6 places · 30 min d’installation, 15 min de rangement"),
            "{page}"
        );
        assert_eq!(
            member.get(&format!("/office/spaces/{salon}/layouts/new")).status,
            403
        );

        let page = member.page(&crate::pages::new_form(&house, "16T09:00", "16T11:00"));
        let layout = page
            .attribute("#layout option:last-child", "value")
            .unwrap()
            .to_owned();
        let form = page
            .form("main form")
            .with("layout", &layout)
            .with("note", "Café près de l’entrée")
            .and("step", "confirm");
        let answer = member.post(&form);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let booking = member.page(&answer.location);
        assert!(booking.says("En U · 6 places") && booking.says("Café près de l’entrée"));
        let change = format!("{}/preparation", answer.location);
        let changed = member.page(&change).form("main form").with("layout", "");
        assert_eq!(member.post(&changed).status, 303);
        assert!(!member.page(&answer.location).says("En U · 6 places"));

        let retire = format!("/office/spaces/{salon}/layouts/{layout}");
        let retired = office.page(&retire).form("form[action$=retirement]");
        assert_eq!(office.post(&retired).status, 303);
        assert!(
            office
                .page(&format!("/office/spaces/{salon}"))
                .says("Plus proposée")
        );
        let other = format!("/office/spaces/{}/layouts/{layout}", house.studio);
        assert_eq!(office.get(&other).status, 404);
        let stranger = house.member("Zoé Martin");
        assert_eq!(house.visitor(&stranger).get(&change).status, 404);
    });
}
