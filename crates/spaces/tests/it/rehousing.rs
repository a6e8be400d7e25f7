//! T11 and T12: a space is blocked for works, and the bookings it hits are re-housed in one act.

use crate::house::{House, room};
use crate::letters::{golden, letters, speaks};
use harness::both_engines;
use kernel::{Locale, Money, Rate};
use platform::{Failure, Fault};
use spaces::rules::rehousing::{Need, price, ranked};
use spaces::{
    BookingId, BookingState, ClosureId, Decision, Fate, Hit, NewClosure, RehousingRefused, Resource,
    ResourceFacts, ResourceId, ResourceKind,
};

fn space(number: i64, kind: ResourceKind, capacity: i64) -> Resource {
    let name = kernel::Name::parse(&format!("Espace {number}")).unwrap();
    Resource {
        id: ResourceId::from_i64(number),
        facts: ResourceFacts::named(kind, name, capacity),
        active: true,
        units_from: kernel::Instant::from_micros(0),
    }
}

#[test]
fn the_best_space_is_large_enough_of_the_same_kind_and_no_larger_than_it_must() {
    use ResourceKind::{DeskPool, Garden, Hall, Room};
    let retired = Resource {
        active: false,
        ..space(9, Room, 6)
    };
    let spaces = [
        space(1, Room, 8),
        space(2, Room, 12),
        space(3, Room, 6),
        space(4, Hall, 60),
        space(5, Room, 4),
        space(6, Room, 5),
        space(7, DeskPool, 10),
        space(8, Garden, 6),
        retired,
    ];
    let order = |leaves: i64, kind, people| {
        let need = Need {
            leaves: ResourceId::from_i64(leaves),
            kind,
            people,
        };
        ranked(need, &spaces)
            .iter()
            .map(|space| space.id.as_i64())
            .collect::<Vec<_>>()
    };
    assert_eq!(order(1, Room, 6), [3, 2, 4, 6, 5, 8]);
    assert_eq!(order(3, Room, 1), [5, 6, 1, 2, 4, 8]);
    assert_eq!(order(1, Room, 100), [2, 3, 6, 5, 4, 8]);
    assert_eq!(order(4, Hall, 50), [2, 1, 3, 6, 5, 8]);
    let meets = |kind, people, space: &Resource| {
        let leaves = ResourceId::from_i64(99);
        Need { leaves, kind, people }.is_met_by(space)
    };
    let garden = space(8, Garden, 6);
    assert!(meets(Room, 6, &space(3, Room, 6)) && !meets(Room, 7, &space(3, Room, 6)));
    assert!(meets(Garden, 6, &garden) && !meets(Room, 6, &garden));
    assert_eq!(order(7, DeskPool, 1), [0_i64; 0]);
}

#[test]
fn a_thing_stands_for_a_thing_and_a_whole_floor_only_for_a_floor() {
    use ResourceKind::{Building, Desk, DeskPool, Equipment, Floor, PrivateOffice, Room};
    let spaces = [
        space(1, Room, 8),
        space(2, Equipment, 1),
        space(3, Equipment, 1),
        space(4, Floor, 40),
        space(5, Building, 90),
        space(6, Desk, 1),
        space(7, DeskPool, 10),
        space(8, PrivateOffice, 3),
    ];
    let order = |leaves: i64, kind, people| {
        let need = Need {
            leaves: ResourceId::from_i64(leaves),
            kind,
            people,
        };
        let found = ranked(need, &spaces);
        found.iter().map(|space| space.id.as_i64()).collect::<Vec<_>>()
    };
    assert_eq!(order(1, Room, 4), [8]);
    assert_eq!(order(2, Equipment, 1), [3]);
    assert_eq!(order(4, Floor, 40), [5, 1, 8]);
    assert_eq!(order(6, Desk, 1), [7]);
}

#[test]
fn nobody_pays_more_than_was_agreed() {
    let basis = |basis, cents| spaces::Price {
        product: Some(kernel::Id::from_i64(1)),
        amount: Money::from_cents(cents),
        basis,
        rate: Rate::from_basis_points(2_000),
        exemption: None,
    };
    let net = |cents| basis(billing::Basis::Net, cents);
    let gross = |cents| basis(billing::Basis::Gross, cents);
    assert_eq!(price(net(4_000), net(5_500)), net(4_000));
    assert_eq!(price(net(4_000), net(2_500)), net(2_500));
    assert_eq!(price(gross(4_800), net(5_500)), net(4_000));
    assert_eq!(price(net(4_000), gross(5_500)), gross(4_800));
    assert_eq!(price(net(4_000), spaces::Price::FREE), spaces::Price::FREE);
    assert_eq!(price(spaces::Price::FREE, net(4_000)).amount, Money::ZERO);
}

fn closed(house: &House, resource: ResourceId, from: &str, until: &str) -> ClosureId {
    let closure = NewClosure {
        resource: Some(resource),
        period: house.hours(from, until),
        reason: "peinture".to_owned(),
    };
    house
        .write(&house.system(), move |tx, actor| {
            spaces::block(tx, actor, &closure)
        })
        .unwrap()
        .id
}

fn hits(house: &House, closure: ClosureId) -> Vec<Hit> {
    let system = house.system();
    house
        .db
        .read_blocking(move |tx| spaces::propose(tx, &system, closure))
        .unwrap()
        .1
}

fn decide(
    house: &House,
    closure: ClosureId,
    fates: &[(BookingId, Fate)],
) -> Result<(), Failure<RehousingRefused>> {
    let decisions: Vec<Decision> = fates
        .iter()
        .map(|(booking, fate)| Decision {
            booking: *booking,
            version: house.booking(*booking).version,
            fate: *fate,
        })
        .collect();
    house
        .write(&house.system(), move |tx, actor| {
            spaces::rehouse(tx, actor, closure, &decisions)
        })
        .map(drop)
}

/// A third room.
fn alcove(house: &House) -> ResourceId {
    let facts = ResourceFacts {
        capacity: 8,
        ..room("Alcôve", house.product)
    };
    house
        .write(&house.system(), move |tx, actor| {
            spaces::create_resource(tx, actor, facts.clone(), None)
        })
        .unwrap()
}

#[test]
fn each_booking_is_proposed_a_space_that_is_free_and_promised_to_nobody_else() {
    both_engines(|db| {
        let house = House::new(db);
        let alcove = alcove(&house);
        let (camille, driss) = (house.member("Camille Durand"), house.member("Driss Alaoui"));
        let first = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let second = house.booked(&driss, house.salon, "16 11:00", "16 12:00");
        let late = house.booked(&driss, house.salon, "17 14:00", "17 15:00");
        let elsewhere = house.booked(&driss, house.studio, "17 14:00", "17 15:00");
        let closure = closed(&house, house.salon, "16 08:00", "17 20:00");
        let proposed: Vec<_> = hits(&house, closure)
            .iter()
            .map(|hit| (hit.booking.id, hit.proposed))
            .collect();
        // The studio needs half an hour to clean: it cannot take both bookings of the morning.
        assert_eq!(
            proposed,
            [
                (first, Some(house.studio)),
                (second, Some(alcove)),
                (late, Some(alcove)),
            ]
        );
        assert_eq!(house.booking(elsewhere).resource, house.studio);
    });
}

#[test]
fn everybody_is_rehoused_in_one_act_at_the_price_agreed_or_less_and_told_why() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, driss) = (house.member("Camille Durand"), house.member("Driss Alaoui"));
        let (moved, sent_away) = (
            house.booked(&camille, house.salon, "16 09:00", "16 11:00"),
            house.booked(&driss, house.salon, "16 11:00", "16 12:00"),
        );
        let closure = closed(&house, house.salon, "16 08:00", "16 20:00");
        let dearer = house.product;
        let (system, zone) = (house.system(), house.place.zone.clone());
        house
            .write(&system, move |tx, actor| {
                let today = tx.today(&zone);
                let raised = billing::Price {
                    product: dearer,
                    audience: billing::PriceFor(None),
                    unit: billing::Unit::Hour,
                    amount: Money::from_cents(9_900),
                    from: today,
                };
                billing::set_price(tx, actor, raised)
            })
            .unwrap();
        decide(
            &house,
            closure,
            &[(moved, Fate::Moves(house.studio)), (sent_away, Fate::Cancelled)],
        )
        .unwrap();
        let (moved, sent_away) = (house.booking(moved), house.booking(sent_away));
        assert_eq!(
            (moved.resource, moved.state),
            (house.studio, BookingState::Confirmed)
        );
        assert_eq!(
            moved.occupation.whole(),
            house.hours("16 09:00", "16 11:30"),
            "with its cleaning"
        );
        assert_eq!(
            (sent_away.state, sent_away.fee),
            (BookingState::Cancelled, Some(Money::ZERO))
        );
        assert_eq!(
            (house.cents(&camille), house.cents(&driss)),
            (vec![3_000], vec![])
        );
        assert_eq!(house.faults(), Vec::<String>::new());
        assert_eq!(hits(&house, closure), []);
    });
}

#[test]
fn nothing_is_rehoused_when_one_cannot_be() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, driss) = (house.member("Camille Durand"), house.member("Driss Alaoui"));
        let first = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let second = house.booked(&driss, house.salon, "16 11:00", "16 12:00");
        let other = house.booked(&driss, house.studio, "18 11:00", "18 12:00");
        let closure = closed(&house, house.salon, "16 08:00", "16 20:00");
        let both = [
            (first, Fate::Moves(house.studio)),
            (second, Fate::Moves(house.studio)),
        ];
        let refused = decide(&house, closure, &both);
        assert!(
            matches!(refused, Err(Failure::Refused(RehousingRefused::NoRoom { booking })) if booking == second),
            "{refused:?}"
        );
        assert_eq!(house.booking(first).resource, house.salon);
        let stranger = decide(&house, closure, &[(other, Fate::Cancelled)]);
        assert!(
            matches!(stranger, Err(Failure::Refused(RehousingRefused::Changed { .. }))),
            "{stranger:?}"
        );
        assert_eq!(house.booking(other).state, BookingState::Confirmed);
        let camille = camille.clone();
        let member = house.write(&camille, move |tx, actor| {
            spaces::rehouse(tx, actor, closure, &[])
        });
        assert!(
            matches!(member, Err(Failure::Fault(Fault::Forbidden))),
            "{member:?}"
        );
    });
}

#[test]
fn the_page_proposes_and_the_letters_give_the_reason_in_the_language_of_their_reader() {
    for locale in [Locale::Fr, Locale::En] {
        proposed_and_told(locale);
    }
}

fn proposed_and_told(locale: Locale) {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        speaks(&house, camille.person.unwrap(), locale);
        let booking = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let late = house.booked(&camille, house.salon, "16 11:00", "16 12:00");
        let fanny = house.facilitator();
        let mut visitor = house.visitor(&fanny);
        let form = visitor.page("/office/spaces/closures").form("main form");
        let form = form
            .with("resource", &house.salon.to_string())
            .with("from_day", "2026-06-16")
            .with("from_time", "08:00")
            .with("until_day", "2026-06-16")
            .with("until_time", "20:00")
            .with("reason", "peinture");
        let path = visitor.post(&form).location;
        let page = visitor.page(&path);
        let chosen = page.text(&format!("#fate_{booking} option[selected]"));
        assert!(chosen.starts_with("Studio"), "{chosen}");
        let stays = page.text(&format!("#fate_{late} option[selected]"));
        assert_eq!(stays, "Laisser pour l’instant", "nothing else is free then");
        let form = page.form("main form").with(&format!("fate_{late}"), "cancelled");
        let done = visitor.submit(&form);
        assert!(done.says("prévenus par courriel"));
        assert_eq!(house.booking(booking).resource, house.studio);
        assert!(visitor.page(&path).says("Tout le monde est relogé"));
        let letters = letters(&house);
        for (letter, name) in letters.iter().zip(["rehoused", "displaced"]) {
            let text = format!("{}\n\n{}", letter.subject, letter.text_body);
            golden(&format!("booking_{name}_{locale}_text"), &text);
            golden(&format!("booking_{name}_{locale}_html"), &letter.html_body);
            assert_eq!(letter.attachment_name.is_some(), name == "rehoused");
        }
        assert_eq!(letters.len(), 2);
    });
}

#[test]
fn a_closure_of_another_place_does_not_exist_here() {
    both_engines(|db| {
        let house = House::new(db.clone());
        let other = House::in_zone(db, "La Filature");
        let theirs = closed(&other, other.salon, "16 08:00", "16 20:00");
        let fanny = house.facilitator();
        let mut visitor = house.visitor(&fanny);
        let path = format!("/office/spaces/closures/{theirs}");
        assert_eq!(visitor.get(&path).status, 404);
        let system = house.system();
        let done = house.write(&system, move |tx, actor| spaces::rehouse(tx, actor, theirs, &[]));
        assert!(matches!(done, Err(Failure::Fault(Fault::NotFound))), "{done:?}");
    });
}
