//! A pass sold, and a sale taken back.

use crate::world::{World, day, euros, pass_terms, today};
use harness::both_engines;
use kernel::{Id, PersonId, Role};
use offers::{DayUse, NewPassSale, SaleRefused, TakeBackRefused};
use platform::{Failure, Fault};

fn sale(world: &World, person: PersonId) -> NewPassSale {
    NewPassSale {
        person,
        offer: world.pass,
        on: today(),
        seen: None,
    }
}

#[test]
fn a_pass_sold_opens_a_lot_and_is_charged_once_at_its_price() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let sold = world.sell(camille, "2026-06-15");
        let left = world.left(camille, "2026-06-15");
        assert_eq!(
            (left.units, left.days, left.half_days, left.debt),
            (30, 10, 15, 0)
        );
        assert_eq!(world.charges(camille), [15_000]);
        let charge =
            world.write(move |tx, system| billing::charge_by_id(tx, system.place, sold.charge).unwrap());
        assert_eq!((charge.label.as_str(), charge.unit_price), ("Carnet", euros(150)));
        assert_eq!((charge.service.first(), charge.person), (today(), Some(camille)));
        world.assert_sound();
    });
}

#[test]
fn a_pass_of_somebody_whose_organisation_pays_is_charged_to_it() {
    both_engines(|db| {
        let world = World::on(&db);
        let (person, organisation) = world.person_paid_for();
        let customer = world.write(move |tx, system| {
            billing::customer_of(tx, system, people::Payer::Organisation(organisation)).unwrap()
        });
        world.sell(person, "2026-06-15");
        let charges =
            world.write(move |tx, system| billing::open_charges_of(tx, system.place, person).unwrap());
        assert_eq!(charges[0].customer, customer);
    });
}

#[test]
fn a_sale_is_refused_when_the_pass_is_withdrawn_unpriced_or_priced_otherwise() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let system = world.system();
        let seen = NewPassSale {
            seen: Some(euros(149)),
            ..sale(&world, camille)
        };
        let refused = world.act(&system, move |tx, actor| offers::sell_pass(tx, actor, seen));
        assert_eq!(refused, Err(Failure::Refused(SaleRefused::PriceChanged)));
        let early = NewPassSale {
            on: day("2023-12-31"),
            ..sale(&world, camille)
        };
        let refused = world.act(&system, move |tx, actor| offers::sell_pass(tx, actor, early));
        assert_eq!(refused, Err(Failure::Refused(SaleRefused::NoPrice)));
        let pass = world.pass;
        world.write(move |tx, system| {
            let mut terms = pass_terms("Carnet", 30, (3, 2));
            terms.active = false;
            offers::change_pass_offer(tx, system, pass, terms).unwrap();
        });
        let withdrawn = sale(&world, camille);
        let refused = world.act(&system, move |tx, actor| offers::sell_pass(tx, actor, withdrawn));
        assert_eq!(refused, Err(Failure::Refused(SaleRefused::NotOffered)));
        assert_eq!(world.charges(camille), Vec::<i64>::new());
        assert_eq!(world.lots(camille), Vec::<i64>::new());
    });
}

#[test]
fn a_member_buys_for_themself_only_and_a_stranger_for_nobody() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, sasha) = (world.member("Camille"), world.member("Sasha"));
        let member = world.actor(camille, &[Role::Member]);
        let own = sale(&world, camille);
        assert!(
            world
                .act(&member, move |tx, actor| offers::sell_pass(tx, actor, own))
                .is_ok()
        );
        let other = sale(&world, sasha);
        for actor in [
            member,
            world.actor(camille, &[Role::Accountant]),
            kernel::Actor::visitor(world.place),
        ] {
            let refused = world.act(&actor, move |tx, actor| offers::sell_pass(tx, actor, other));
            assert_eq!(
                refused,
                Err(Failure::Fault(Fault::Forbidden)),
                "{:?}",
                actor.roles
            );
            let refused = world.act(&actor, move |tx, actor| {
                offers::use_day(tx, actor, sasha, today(), DayUse::Day)
            });
            assert_eq!(
                refused,
                Err(Failure::Fault(Fault::Forbidden)),
                "{:?}",
                actor.roles
            );
        }
        let facilitator = world.actor(camille, &[Role::Facilitator]);
        assert!(
            world
                .act(&facilitator, move |tx, actor| offers::sell_pass(tx, actor, other))
                .is_ok()
        );
        let nobody = sale(&world, Id::from_i64(1));
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::sell_pass(tx, actor, nobody)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::NotFound)));
    });
}

#[test]
fn what_another_place_knows_is_not_found_here() {
    both_engines(|db| {
        let (here, there) = (World::on(&db), World::on(&db));
        let camille = there.member("Camille");
        there.sell(camille, "2026-06-15");
        let system = here.system();
        let refused = here.act(&system, move |tx, actor| {
            offers::use_day(tx, actor, camille, today(), DayUse::Day)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::NotFound)));
        assert_eq!(here.left(camille, "2026-06-15").units, 0);
        assert_eq!(there.left(camille, "2026-06-15").units, 30);
    });
}

#[test]
fn a_pass_sold_by_mistake_is_taken_back_while_it_is_whole() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let facilitator = world.actor(world.person("Noa"), &[Role::Facilitator]);
        let (kept, wrong) = (
            world.sell(camille, "2026-06-01").lot,
            world.sell(camille, "2026-06-01").lot,
        );
        world.used(camille, "2026-06-02", DayUse::Day);
        let take_back = move |lot| {
            move |tx: &mut platform::database::Tx<'_>, actor: &kernel::Actor| {
                offers::take_back_pass(tx, actor, camille, lot)
            }
        };
        assert_eq!(
            world.act(&facilitator, take_back(kept)),
            Err(Failure::Refused(TakeBackRefused::Used))
        );
        let member = world.actor(camille, &[Role::Member]);
        assert_eq!(
            world.act(&member, take_back(wrong)),
            Err(Failure::Fault(Fault::Forbidden))
        );
        assert_eq!(world.act(&facilitator, take_back(wrong)), Ok(()));
        assert_eq!(
            world.act(&facilitator, take_back(wrong)),
            Err(Failure::Fault(Fault::NotFound))
        );
        assert_eq!(
            (world.lots(camille), world.charges(camille)),
            (vec![27], vec![15_000])
        );
        world.assert_sound();
    });
}
