//! Passes that a team shares: any of its people draws, the last unit once.

use crate::world::{World, day, euros, net, pass_terms};
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Id, OrganisationId, PersonId};
use offers::{DayUse, NewPassSale, PassOffer, PassSale};
use people::{NewPerson, PersonName};
use platform::Fault;

fn colleague(world: &World, organisation: OrganisationId, given: &'static str) -> PersonId {
    world.write(move |tx, system| {
        let new = NewPerson {
            organisation: Some(organisation),
            ..NewPerson::named(PersonName::parse(given, "Lemaire").unwrap())
        };
        people::create_person(tx, system, new).unwrap()
    })
}

fn shared_pass(world: &World) -> Id<PassOffer> {
    world.write(|tx, system| {
        let terms = pass_terms("Carnet d’équipe", 30, (3, 2));
        let pass = offers::create_pass_offer(tx, system, terms, net(euros(140))).unwrap();
        offers::share_pass_offer(tx, system, pass, true).unwrap();
        pass
    })
}

fn sell(world: &World, person: PersonId, offer: Id<PassOffer>) -> PassSale {
    let sale = NewPassSale {
        person,
        offer,
        on: day("2026-06-01"),
        seen: None,
    };
    world.write(move |tx, system| offers::sell_pass(tx, system, sale).unwrap())
}

#[test]
fn every_person_of_the_payer_draws_on_a_shared_pass_and_nobody_else() {
    both_engines(|db| {
        let world = World::on(&db);
        let (alix, organisation) = world.person_paid_for();
        let camille = colleague(&world, organisation, "Camille");
        let stranger = world.member("Sasha");
        let pass = shared_pass(&world);
        world.used(camille, "2026-05-30", DayUse::Day);
        sell(&world, alix, pass);
        assert_eq!(world.left(camille, "2026-06-02").units, 30);
        let used = world.used(camille, "2026-06-02", DayUse::Day);
        assert_eq!(
            (used.debited, used.left.debt),
            (3, 0),
            "and the visit owed is paid first"
        );
        assert_eq!(world.left(alix, "2026-06-02").units, 24);
        assert_eq!(world.left(stranger, "2026-06-02").units, 0);
        world.used(camille, "2026-06-02", DayUse::HalfDay);
        assert_eq!(
            world.left(alix, "2026-06-02").units,
            25,
            "what a day needs no longer goes back"
        );
        let place = world.place;
        let held =
            world.write(move |tx, _| offers::holdings_of(tx, place, &[alix, camille], day("2026-06-02")));
        let units: Vec<i64> = held.unwrap().values().map(|held| held.balance.units).collect();
        assert_eq!(units, [25, 25]);
        world.assert_sound();
    });
}

#[test]
fn a_pass_bought_by_who_pays_for_themselves_or_before_it_was_shared_is_their_own() {
    both_engines(|db| {
        let world = World::on(&db);
        let (alix, organisation) = world.person_paid_for();
        let camille = colleague(&world, organisation, "Camille");
        sell(&world, alix, world.pass);
        assert_eq!(world.left(camille, "2026-06-02").units, 0, "not a shared pass");
        let sasha = world.member("Sasha");
        let pass = shared_pass(&world);
        sell(&world, sasha, pass);
        assert_eq!(world.left(sasha, "2026-06-02").units, 30);
        world.assert_sound();
    });
}

#[test]
fn the_last_units_of_a_shared_pass_are_taken_once_by_thirty_two_colleagues_at_once() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let (alix, organisation) = world.person_paid_for();
        let pass = shared_pass(&world);
        let team: Vec<PersonId> = (0..32)
            .map(|_| colleague(&world, organisation, "Camille"))
            .collect();
        for round in 0..rounds("TRIBU_RACES", 50) {
            sell(&world, alix, pass);
            // Of 30 units and what older days owe, 32 half-days take all.
            let on = day("2026-06-02").plus_days(i64::from(round));
            let before = world.left(alix, "2026-06-02").units;
            let told = together(32, |number| {
                let (system, person) = (world.system(), team[number]);
                databases[number % 2]
                    .write_blocking(move |tx| {
                        offers::use_day(tx, &system, person, on, DayUse::HalfDay)
                            .map_err(|failure| failure.unexpected())
                            .map(|told| told.debited)
                    })
                    .unwrap_or_else(|fault: Fault| panic!("{fault}"))
            });
            let after = world.left(alix, "2026-06-02").units;
            assert!(after >= 0 && after <= before, "round {round}");
            assert!(told.iter().sum::<i64>() <= 30, "round {round}: {told:?}");
        }
        world.assert_sound();
    });
}
