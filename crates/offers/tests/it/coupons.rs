//! Coupons at the purchase of a pass: what they take off, how often, the last time once.

use crate::world::{World, day, euros, today};
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Day, Days, Id, Money, PersonId, Rate, Role};
use offers::{
    ContractRefused, CouponCut, CouponRefused, CouponTarget, CouponTerms, NewPassSale, NewSubscription,
    PassSale, PlanBenefits, PlanConditions, PlanContract, SaleRefused,
};
use platform::{Failure, Fault};

fn terms(code: &str) -> CouponTerms {
    CouponTerms {
        code: code.to_owned(),
        cut: CouponCut::Rate(Rate::from_basis_points(1_000)),
        targets: [CouponTarget::Passes].into(),
        offer: None,
        plan: None,
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

/// A coupon for the first month and the fee for joining.
fn for_plans(code: &str, cut: CouponCut) -> CouponTerms {
    CouponTerms {
        cut,
        targets: [CouponTarget::FirstMonth, CouponTarget::Fee].into(),
        ..terms(code)
    }
}

/// Joining the plan costs 50 EUR.
fn ask_a_fee(world: &World) {
    let plan = world.plan;
    world.write(move |tx, system| {
        let asked = PlanConditions {
            setup: Some(("Frais d’entrée".to_owned(), euros(50))),
            ..PlanConditions::default()
        };
        offers::set_plan_conditions(tx, system, plan, &asked, &PlanBenefits::default()).unwrap();
    });
}

fn take(
    world: &World,
    person: PersonId,
    from: Day,
    code: &'static str,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    let new = NewSubscription {
        person,
        plan: world.plan,
        from,
        on: today(),
        seen: None,
    };
    let system = world.system();
    world.act(&system, move |tx, actor| {
        offers::subscribe_plan_with(tx, actor, new, Some(code))
    })
}

fn charged(world: &World, person: PersonId) -> Vec<(Money, String)> {
    world.write(move |tx, system| {
        offers::charge_plans(tx, system, today().month_of().next()).unwrap();
        let open = billing::open_charges_of(tx, system.place, person).unwrap();
        open.into_iter()
            .map(|charge| (charge.amount, charge.detail))
            .collect()
    })
}

#[test]
fn a_coupon_takes_its_amount_off_the_fee_and_then_off_the_first_month_alone() {
    both_engines(|db| {
        let world = World::on(&db);
        ask_a_fee(&world);
        keep(&world, &for_plans("SEPTANTE", CouponCut::Amount(euros(70))));
        let camille = world.member("Camille");
        let contract = take(&world, camille, day("2026-06-16"), "septante").unwrap();
        let charges = charged(&world, camille);
        let amounts: Vec<Money> = charges.iter().map(|charge| charge.0).collect();
        // Half of June at 125, less the 20 that the fee left; July whole.
        assert_eq!(amounts, [euros(0), euros(105), euros(250)]);
        assert!(charges[0].1.contains("SEPTANTE \u{2212}50,00"), "{charges:?}");
        assert!(charges[1].1.contains("SEPTANTE \u{2212}20,00"), "{charges:?}");
        let again = take(&world, world.member("Inès"), day("2026-06-16"), "autre");
        assert_eq!(again, Err(Failure::Refused(ContractRefused::CouponUnknown)));
        world.assert_sound();
        // Ended on the 20th: five days of thirty, 41.67, less the 20.
        world.write(move |tx, system| offers::end_contract(tx, system, contract, day("2026-06-20")).unwrap());
        assert_eq!(charged(&world, camille)[1].0, Money::from_cents(2_167));
        world.assert_sound();
    });
}

#[test]
fn a_plan_undone_before_it_holds_gives_its_coupon_back() {
    both_engines(|db| {
        let world = World::on(&db);
        let half = CouponCut::Rate(Rate::from_basis_points(5_000));
        keep(&world, &for_plans("MOITIE", half));
        let camille = world.member("Camille");
        let contract = take(&world, camille, day("2026-06-20"), "MOITIE").unwrap();
        world.write(move |tx, system| offers::end_contract(tx, system, contract, day("2026-06-19")).unwrap());
        take(&world, camille, day("2026-07-01"), "MOITIE").unwrap();
        assert_eq!(charged(&world, camille).last().unwrap().0, euros(125));
        let passes = buy(&world, camille, "MOITIE");
        assert_eq!(passes, Err(Failure::Refused(SaleRefused::CouponOther)));
        let fee = CouponTerms {
            targets: [CouponTarget::Fee].into(),
            ..terms("SANS-FRAIS")
        };
        keep(&world, &fee);
        let nothing = take(&world, world.member("Inès"), day("2026-06-20"), "SANS-FRAIS");
        assert_eq!(nothing, Err(Failure::Refused(ContractRefused::CouponNothing)));
        world.assert_sound();
    });
}

#[test]
fn the_last_use_is_had_once_by_those_who_take_a_pass_and_those_who_take_a_plan() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        for round in 0..rounds("TRIBU_RACES", 20) {
            let code = format!("DERNIER-{round}");
            let both = CouponTerms {
                most_uses: Some(1),
                targets: [CouponTarget::Passes, CouponTarget::FirstMonth].into(),
                ..terms(&code)
            };
            keep(&world, &both);
            let people: Vec<PersonId> = (0..16).map(|_| world.member("Camille")).collect();
            let had = together(16, |number| {
                let (system, code, person) = (world.system(), code.clone(), people[number]);
                let (offer, plan) = (world.pass, world.plan);
                let had = databases[number % 2].write_blocking(move |tx| {
                    if number % 4 < 2 {
                        let sale = NewPassSale {
                            person,
                            offer,
                            on: today(),
                            seen: None,
                        };
                        let sold = offers::sell_pass_with(tx, &system, sale, Some(&code));
                        return match sold {
                            Ok(_) => Ok(true),
                            Err(Failure::Refused(SaleRefused::CouponUsedUp)) => Ok(false),
                            Err(other) => panic!("{other}"),
                        };
                    }
                    let new = NewSubscription {
                        person,
                        plan,
                        from: today(),
                        on: today(),
                        seen: None,
                    };
                    match offers::subscribe_plan_with(tx, &system, new, Some(&code)) {
                        Ok(_) => Ok::<bool, Fault>(true),
                        Err(Failure::Refused(ContractRefused::CouponUsedUp)) => Ok(false),
                        Err(other) => panic!("{other}"),
                    }
                });
                had.unwrap()
            });
            assert_eq!(had.iter().filter(|had| **had).count(), 1, "round {round}");
        }
        world.assert_sound();
    });
}
