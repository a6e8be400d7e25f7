//! Events that cost something: the price frozen with the seat, charged, and given back by the terms of the place.

use crate::world::World;
use events::{EventFacts, EventId, RegistrationState};
use harness::both_engines;
use kernel::{Money, PersonId};

fn workshop(world: &World, seats: i64) -> EventId {
    let facts = EventFacts {
        product: Some(world.product),
        price: Some(Money::from_cents(2_500)),
        capacity: Some(seats),
        guests: 1,
        ..world.facts("Atelier", world.noon(7))
    };
    world.announces(facts)
}

fn open_cents(world: &World, person: PersonId) -> Vec<i64> {
    world.write(move |tx, system| {
        let open = billing::open_charges_of(tx, system.place, person).unwrap();
        open.iter().map(|charge| charge.amount.cents()).collect()
    })
}

#[test]
fn a_seat_is_charged_when_it_is_taken_and_given_back_by_the_terms_of_a_booking() {
    both_engines(|db| {
        let world = World::new(db);
        let event = workshop(&world, 4);
        assert!(
            world
                .member(world.lucie)
                .page(&format!("/agenda/{event}"))
                .says("25,00")
        );
        world.registers(world.lucie, event, "1");
        assert_eq!(open_cents(&world, world.lucie), [5_000], "two seats at 25.00");
        world.registers(world.bruno, event, "0");
        world.leaves(world.lucie, event);
        assert_eq!(
            open_cents(&world, world.lucie),
            Vec::<i64>::new(),
            "a week before, nothing stays due"
        );
        world.at(world.noon(7).start().minus_minutes(60));
        let page = world.own_page(world.bruno, event);
        assert!(world.member(world.bruno).page(&page).says("12,50"));
        world.leaves(world.bruno, event);
        assert_eq!(
            open_cents(&world, world.bruno),
            [1_250],
            "an hour before, half of 25.00"
        );
    });
}

#[test]
fn who_waits_pays_nothing_before_they_take_the_seat() {
    both_engines(|db| {
        let world = World::new(db);
        let event = workshop(&world, 1);
        world.registers(world.lucie, event, "0");
        world.registers(world.bruno, event, "0");
        assert_eq!(open_cents(&world, world.bruno), Vec::<i64>::new());
        world.leaves(world.lucie, event);
        assert_eq!(open_cents(&world, world.bruno), Vec::<i64>::new());
        let page = world.own_page(world.bruno, event);
        let mut bruno = world.member(world.bruno);
        let form = bruno.page(&page).form("form[action$=\"/acceptance\"]");
        let other = bruno.refused(&form.clone().bent("price", "1"));
        assert!(other.says("Le montant a changé"));
        bruno.post_anew(&form);
        assert_eq!(open_cents(&world, world.bruno), [2_500]);
    });
}

#[test]
fn what_the_house_gives_up_costs_nobody_anything() {
    both_engines(|db| {
        let world = World::new(db);
        let event = workshop(&world, 4);
        world.registers(world.lucie, event, "1");
        world.at(world.noon(7).start().minus_minutes(60));
        let actor = world.awa_acts();
        world
            .db
            .write_blocking(move |tx| events::cancel_event(tx, &actor, event, ""))
            .unwrap();
        assert_eq!(open_cents(&world, world.lucie), Vec::<i64>::new());
    });
}

#[test]
fn somebody_from_outside_who_must_pay_gets_an_account_to_be_charged_once_their_address_is_proven() {
    both_engines(|db| {
        let world = World::new(db);
        let event = workshop(&world, 4);
        let mut nora = world.stranger();
        let form = nora
            .page(&format!("/agenda/{event}"))
            .form("form[action$=\"/registrations\"]");
        nora.post(&form.with("name", "Nora Petit").with("email", "nora@example.org"));
        let link = world.link_to("nora@example.org", &world.outbox_after(1));
        let found = |world: &World| {
            let email = kernel::Email::parse("nora@example.org").unwrap();
            world.write(move |tx, system| people::person_by_email(tx, system.place, &email).unwrap())
        };
        assert!(found(&world).is_none());
        let confirm = nora.page(&link).form("form[action$=\"/confirmation\"]");
        nora.post(&confirm);
        let person = found(&world).unwrap().id;
        assert_eq!(open_cents(&world, person), [2_500]);
    });
}

#[test]
fn the_price_of_the_product_is_that_of_the_moment_the_seat_is_taken() {
    both_engines(|db| {
        let world = World::new(db);
        let facts = EventFacts {
            product: Some(world.product),
            capacity: Some(4),
            ..world.facts("Atelier", world.noon(7))
        };
        let event = world.announces(facts);
        let actor = world.actor(world.lucie, kernel::Role::Member);
        let shown = Some(Money::from_cents(999));
        let refused = world
            .db
            .write_blocking(move |tx| events::register(tx, &actor, event, 0, shown));
        assert!(refused.is_err(), "another price than the one shown");
        let actor = world.actor(world.lucie, kernel::Role::Member);
        let shown = Some(Money::from_cents(1_000));
        let one = world
            .db
            .write_blocking(move |tx| events::register(tx, &actor, event, 0, shown))
            .unwrap();
        assert_eq!(
            (one.state, one.price.amount.cents()),
            (RegistrationState::Registered, 1_000)
        );
    });
}
