//! Plans: taken, charged month by month, ended.

use crate::world::{World, day, euros, plan_terms, today};
use harness::both_engines;
use kernel::{Audience, Id, Month, PersonId, Role};
use offers::{ContractRefused, Imported, ImportedContract, NewSubscription, PlanContract};
use platform::{Failure, Fault};

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn charge(world: &World, of: &str) -> usize {
    let of = month(of);
    world.write(move |tx, system| offers::charge_plans(tx, system, of).unwrap())
}

fn end(world: &World, contract: Id<PlanContract>, until: &str) -> Result<(), Failure<ContractRefused>> {
    let until = day(until);
    let system = world.system();
    world.act(&system, move |tx, actor| {
        offers::end_contract(tx, actor, contract, until)
    })
}

fn new(world: &World, person: PersonId, from: &str) -> NewSubscription {
    NewSubscription {
        person,
        plan: world.plan,
        from: day(from),
        on: today(),
        seen: None,
    }
}

fn subscribing(world: &World, new: NewSubscription) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    let system = world.system();
    world.act(&system, move |tx, actor| offers::subscribe_plan(tx, actor, new))
}

fn audience(world: &World, person: PersonId, on: &str) -> Audience {
    let on = day(on);
    world.write(move |tx, system| offers::audience_of(tx, system.place, person, on).unwrap())
}

#[test]
fn the_plan_held_on_a_day_decides_the_audience_then_membership_does() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-10");
        end(&world, contract, "2026-08-31").unwrap();
        let table = [
            ("2026-06-09", Audience::Nomad),
            ("2026-06-10", Audience::Resident),
            ("2026-08-31", Audience::Resident),
            ("2026-09-01", Audience::Nomad),
            ("2024-12-31", Audience::External),
        ];
        for (on, expected) in table {
            assert_eq!(audience(&world, camille, on), expected, "{on}");
        }
        let held = world.write(move |tx, system| {
            offers::active_contract(tx, system.place, camille, day("2026-07-14"))
                .unwrap()
                .unwrap()
        });
        assert_eq!((held.plan_name.as_str(), held.price), ("Résident", euros(250)));
    });
}

#[test]
fn a_plan_is_refused_when_one_is_held_or_it_is_not_for_sale() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.subscribe(camille, "2026-06-10");
        for from in ["2026-06-10", "2026-01-01", "2027-01-01"] {
            let held = ContractRefused::HeldAlready {
                plan: "Résident".to_owned(),
                from: day("2026-06-10"),
            };
            let refused = subscribing(&world, new(&world, camille, from));
            assert_eq!(refused, Err(Failure::Refused(held)), "{from}");
        }
        let sasha = world.member("Sasha");
        for from in ["2025-06-13", "2027-06-17", "0001-01-01", "9999-12-31"] {
            let refused = subscribing(&world, new(&world, sasha, from));
            assert_eq!(
                refused,
                Err(Failure::Refused(ContractRefused::StartOutOfReach)),
                "{from}"
            );
        }
        let dearer = NewSubscription {
            seen: Some(euros(249)),
            ..new(&world, sasha, "2026-06-15")
        };
        assert_eq!(
            subscribing(&world, dearer),
            Err(Failure::Refused(ContractRefused::PriceChanged))
        );
        let unpriced = NewSubscription {
            on: day("2023-12-31"),
            ..new(&world, sasha, "2023-12-31")
        };
        assert_eq!(
            subscribing(&world, unpriced),
            Err(Failure::Refused(ContractRefused::NoPrice))
        );
        let facilitator = world.actor(camille, &[Role::Facilitator, Role::Member]);
        let wanted = new(&world, sasha, "2026-06-15");
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::subscribe_plan(tx, actor, wanted)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
        let plan = world.plan;
        world.write(move |tx, system| {
            let mut terms = plan_terms("Résident");
            terms.active = false;
            offers::change_plan(tx, system, plan, terms).unwrap();
        });
        let refused = subscribing(&world, new(&world, sasha, "2026-06-15"));
        assert_eq!(refused, Err(Failure::Refused(ContractRefused::NotOffered)));
        assert_eq!(
            audience(&world, camille, "2026-06-15"),
            Audience::Resident,
            "what is held goes on"
        );
        world.assert_sound();
    });
}

#[test]
fn a_locker_is_held_beside_a_desk_but_not_twice_and_gives_no_desk() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let locker = world.write(|tx, system| {
            let mut terms = plan_terms("Casier");
            terms.audience = Audience::External;
            offers::create_side_plan(tx, system, terms, crate::world::net(euros(12))).unwrap()
        });
        let wanted = NewSubscription {
            plan: locker,
            ..new(&world, camille, "2026-06-01")
        };
        subscribing(&world, wanted).unwrap();
        assert_eq!(audience(&world, camille, "2026-06-15"), Audience::Nomad);
        let desk = world
            .write(move |tx, system| offers::active_contract(tx, system.place, camille, today()).unwrap());
        assert_eq!(desk, None);
        let twice = subscribing(&world, wanted);
        assert!(
            matches!(twice, Err(Failure::Refused(ContractRefused::HeldAlready { .. }))),
            "{twice:?}"
        );
        world.subscribe(camille, "2026-06-01");
        assert_eq!(audience(&world, camille, "2026-06-15"), Audience::Resident);
        charge(&world, "2026-06");
        assert_eq!(world.charges(camille), [1_200, 25_000]);
        let other_desk = world.write(|tx, system| {
            offers::create_plan(
                tx,
                system,
                plan_terms("Résident plus"),
                crate::world::net(euros(300)),
            )
            .unwrap()
        });
        let second = NewSubscription {
            plan: other_desk,
            ..new(&world, camille, "2026-06-15")
        };
        let refused = subscribing(&world, second);
        assert!(
            matches!(
                refused,
                Err(Failure::Refused(ContractRefused::HeldAlready { .. }))
            ),
            "{refused:?}"
        );
        world.assert_sound();
    });
}

#[test]
fn each_month_is_charged_once_for_the_days_on_which_the_contract_holds() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, sasha, noa) = (
            world.member("Camille"),
            world.member("Sasha"),
            world.member("Noa"),
        );
        world.subscribe(camille, "2026-06-10");
        world.subscribe(sasha, "2026-02-15");
        world.subscribe(noa, "2026-01-20");
        assert_eq!(charge(&world, "2026-01"), 1);
        assert_eq!(charge(&world, "2026-02"), 2);
        assert_eq!(charge(&world, "2026-02"), 0, "twice is once");
        assert_eq!(world.charges(noa), [9_677, 25_000]);
        assert_eq!(world.charges(sasha), [12_500]);
        assert_eq!(
            charge(&world, "2026-06"),
            4 + 4 + 1,
            "the months between are not lost"
        );
        assert_eq!(world.charges(camille), [17_500]);
        assert_eq!(charge(&world, "2026-05"), 0, "a month of before changes nothing");
        world.assert_sound();
    });
}

#[test]
fn a_charge_says_the_days_it_bills_and_how_their_price_was_found() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.subscribe(camille, "2026-06-10");
        charge(&world, "2026-07");
        let charges =
            world.write(move |tx, system| billing::open_charges_of(tx, system.place, camille).unwrap());
        let told: Vec<(&str, &str, String, String)> = charges
            .iter()
            .map(|charge| {
                let service = charge.service;
                (
                    charge.label.as_str(),
                    charge.detail.as_str(),
                    service.first().to_string(),
                    service.last().to_string(),
                )
            })
            .collect();
        let part = "21/30 × 250,00\u{a0}€";
        assert_eq!(
            told[0],
            ("Résident", part, "2026-06-10".to_owned(), "2026-06-30".to_owned())
        );
        assert_eq!(
            told[1],
            ("Résident", "", "2026-07-01".to_owned(), "2026-07-31".to_owned())
        );
        assert!(
            charges
                .iter()
                .all(|charge| charge.vat.rate.basis_points() == 2_000)
        );
    });
}

#[test]
fn the_year_changes_and_february_has_a_leap_day() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, sasha) = (world.member("Camille"), world.member("Sasha"));
        world.subscribe(camille, "2027-12-31");
        world.subscribe(sasha, "2028-02-15");
        charge(&world, "2028-02");
        assert_eq!(world.charges(camille), [806, 25_000, 25_000]);
        assert_eq!(world.charges(sasha), [12_931], "15 days of 29");
        world.assert_sound();
    });
}

#[test]
fn the_price_agreed_stays_when_the_plan_becomes_dearer() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, sasha) = (world.member("Camille"), world.member("Sasha"));
        world.subscribe(camille, "2026-06-01");
        let plan = world.plan;
        world.write(move |tx, system| {
            offers::price_plan(tx, system, plan, euros(280), day("2026-07-01")).unwrap();
        });
        world.subscribe(sasha, "2026-07-01");
        charge(&world, "2026-07");
        assert_eq!(world.charges(camille), [25_000, 25_000]);
        assert_eq!(world.charges(sasha), [28_000]);
    });
}

#[test]
fn a_contract_that_ends_stops_being_charged() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-05-01");
        charge(&world, "2026-05");
        end(&world, contract, "2026-06-15").unwrap();
        charge(&world, "2026-06");
        assert_eq!(charge(&world, "2026-12"), 0);
        assert_eq!(world.charges(camille), [25_000, 12_500]);
        world.assert_sound();
    });
}

#[test]
fn what_was_charged_beyond_the_end_is_taken_back() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-05-01");
        charge(&world, "2026-07");
        end(&world, contract, "2026-06-15").unwrap();
        assert_eq!(world.charges(camille), [25_000, 12_500]);
        assert_eq!(charge(&world, "2026-07"), 0);
        end(&world, contract, "2026-06-10").unwrap();
        assert_eq!(world.charges(camille), [25_000, 8_333], "sooner still");
        world.assert_sound();
    });
}

#[test]
fn a_contract_entered_by_mistake_is_undone_by_ending_it_the_day_before() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-10");
        charge(&world, "2026-06");
        end(&world, contract, "2026-06-09").unwrap();
        assert_eq!(world.charges(camille), Vec::<i64>::new());
        assert_eq!(audience(&world, camille, "2026-06-10"), Audience::Nomad);
        world.subscribe(camille, "2026-06-10");
        world.assert_sound();
    });
}

#[test]
fn a_contract_does_not_end_before_it_starts_nor_again_later() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-10");
        let before = ContractRefused::EndsBeforeStart {
            from: day("2026-06-10"),
        };
        assert_eq!(end(&world, contract, "2026-06-08"), Err(Failure::Refused(before)));
        end(&world, contract, "2026-06-30").unwrap();
        let already = ContractRefused::EndedAlready {
            until: day("2026-06-30"),
        };
        assert_eq!(
            end(&world, contract, "2026-07-31"),
            Err(Failure::Refused(already))
        );
        assert_eq!(
            end(&world, Id::from_i64(1), "2026-07-31"),
            Err(Failure::Fault(Fault::NotFound))
        );
        let facilitator = world.actor(camille, &[Role::Facilitator]);
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::end_contract(tx, actor, contract, day("2026-06-20"))
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
        let refused = world.act(&facilitator, |tx, actor| {
            offers::charge_plans(tx, actor, month("2026-06"))
        });
        assert_eq!(refused, Err(Fault::Forbidden));
    });
}

fn imported(world: &World, person: PersonId) -> ImportedContract {
    ImportedContract {
        person,
        plan: world.plan,
        from: day("2024-03-01"),
        until: None,
        price: Some(euros(230)),
        charged_from: day("2026-06-01"),
        external_ref: "formules.csv:2".to_owned(),
    }
}

#[test]
fn a_contract_imported_twice_is_there_once_and_charged_from_the_day_it_came_here() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let line = imported(&world, camille);
        let again = line.clone();
        let first = world.write(move |tx, system| offers::import_contract(tx, system, &line).unwrap());
        let second = world.write(move |tx, system| offers::import_contract(tx, system, &again).unwrap());
        let Imported::Created(contract) = first else {
            panic!("{first:?}")
        };
        assert_eq!(second, Imported::Known(contract));
        assert_eq!(audience(&world, camille, "2024-03-01"), Audience::Resident);
        charge(&world, "2026-07");
        assert_eq!(world.charges(camille), [23_000, 23_000]);
        world.assert_sound();
    });
}

#[test]
fn an_absurd_contract_is_not_imported() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let good = imported(&world, camille);
        let system = world.system();
        let reversed = ImportedContract {
            until: Some(day("2024-02-01")),
            ..good.clone()
        };
        let refused = world.act(&system, move |tx, actor| {
            offers::import_contract(tx, actor, &reversed)
        });
        let ends_before = ContractRefused::EndsBeforeStart {
            from: day("2024-03-01"),
        };
        assert_eq!(refused, Err(Failure::Refused(ends_before)));
        let negative = ImportedContract {
            price: Some(euros(-1)),
            ..good.clone()
        };
        let refused = world.act(&system, move |tx, actor| {
            offers::import_contract(tx, actor, &negative)
        });
        assert_eq!(refused, Err(Failure::Refused(ContractRefused::NoPrice)));
        world.subscribe(camille, "2026-06-01");
        let refused = world.act(&system, move |tx, actor| {
            offers::import_contract(tx, actor, &good)
        });
        assert!(
            matches!(
                refused,
                Err(Failure::Refused(ContractRefused::HeldAlready { .. }))
            ),
            "{refused:?}"
        );
    });
}
