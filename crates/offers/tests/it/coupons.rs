//! Coupons at the purchase of a pass: what they take off, how often, the last time once.

use crate::world::{World, day, euros, today};
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Days, PersonId, Rate, Role};
use offers::{CouponCut, CouponRefused, CouponTerms, NewPassSale, PassSale, SaleRefused};
use platform::{Failure, Fault};

fn terms(code: &str) -> CouponTerms {
    CouponTerms {
        code: code.to_owned(),
        cut: CouponCut::Rate(Rate::from_basis_points(1_000)),
        offer: None,
        days: Days::new(day("2026-06-01"), day("2026-06-30")).unwrap(),
        most_uses: None,
        most_each: Some(1),
        active: true,
    }
}

fn keep(world: &World, terms: &CouponTerms) {
    let terms = terms.clone();
    world.write(move |tx, system| offers::keep_coupon(tx, system, None, &terms).unwrap());
}

fn buy(world: &World, person: PersonId, code: &'static str) -> Result<PassSale, Failure<SaleRefused>> {
    let sale = NewPassSale {
        person,
        offer: world.pass,
        on: today(),
        seen: None,
    };
    let system = world.system();
    world.act(&system, move |tx, actor| {
        offers::sell_pass_with(tx, actor, sale, Some(code))
    })
}

#[test]
fn a_coupon_takes_its_part_off_once_a_person_and_comes_back_with_the_pass() {
    both_engines(|db| {
        let world = World::on(&db);
        keep(&world, &terms("BIENVENUE"));
        let camille = world.member("Camille");
        let sold = buy(&world, camille, " bienvenue ").unwrap();
        assert_eq!(sold.price, euros(135));
        let details = world.write(move |tx, system| {
            let open = billing::open_charges_of(tx, system.place, camille).unwrap();
            open.into_iter().map(|charge| charge.detail).collect::<Vec<_>>()
        });
        assert!(details[0].starts_with("BIENVENUE \u{2212}15,00"), "{details:?}");
        let again = buy(&world, camille, "BIENVENUE");
        assert_eq!(again, Err(Failure::Refused(SaleRefused::CouponUsedByYou)));
        world.write(move |tx, system| offers::take_back_pass(tx, system, camille, sold.lot).unwrap());
        buy(&world, camille, "BIENVENUE").unwrap();
        let unknown = buy(&world, camille, "AUTRE");
        assert_eq!(unknown, Err(Failure::Refused(SaleRefused::CouponUnknown)));
        world.assert_sound();
    });
}

#[test]
fn only_who_manages_offers_makes_a_coupon_and_a_code_is_made_once() {
    both_engines(|db| {
        let world = World::on(&db);
        let facilitator = world.actor(world.member("Camille"), &[Role::Facilitator]);
        let made = world.act(&facilitator, |tx, actor| {
            offers::keep_coupon(tx, actor, None, &terms("BIENVENUE"))
        });
        assert_eq!(made, Err(Failure::Fault(Fault::Forbidden)));
        keep(&world, &terms("BIENVENUE"));
        let system = world.system();
        let twice = world.act(&system, |tx, actor| {
            offers::keep_coupon(tx, actor, None, &terms("BIENVENUE"))
        });
        assert_eq!(twice, Err(Failure::Refused(CouponRefused::CodeTaken)));
    });
}

#[test]
fn the_last_use_of_a_coupon_is_had_by_one_of_thirty_two_at_once() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let people: Vec<PersonId> = (0..32).map(|_| world.member("Camille")).collect();
        for round in 0..rounds("TRIBU_RACES", 50) {
            let code = format!("DERNIER-{round}");
            keep(
                &world,
                &CouponTerms {
                    most_uses: Some(1),
                    ..terms(&code)
                },
            );
            let had = together(32, |number| {
                let (system, code) = (world.system(), code.clone());
                let sale = NewPassSale {
                    person: people[number],
                    offer: world.pass,
                    on: today(),
                    seen: None,
                };
                let sold = databases[number % 2]
                    .write_blocking(move |tx| offers::sell_pass_with(tx, &system, sale, Some(&code)));
                match sold {
                    Ok(_) => true,
                    Err(Failure::Refused(SaleRefused::CouponUsedUp)) => false,
                    Err(other) => panic!("{other}"),
                }
            });
            assert_eq!(had.iter().filter(|had| **had).count(), 1, "round {round}");
        }
        world.assert_sound();
    });
}
