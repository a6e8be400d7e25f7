//! Passes: sold, used, owed, given back.

use crate::world::{World, day, euros, net, pass_terms, today};
use harness::both_engines;
use kernel::{Id, PersonId, Role};
use offers::{
    DayUse, DebitId, GiveBackRefused, Imported, ImportedLot, LotRefused, MovementKind, NewGiveBack,
    NewPassSale, SaleRefused, TakeBackRefused,
};
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
        let (person, customer) = world.write(|tx, system| {
            let name = kernel::Name::parse("Atelier des Ormes").unwrap();
            let organisation =
                people::create_organisation(tx, system, people::NewOrganisation::named(name)).unwrap();
            let name = people::PersonName::parse("Alix", "Moreau").unwrap();
            let new = people::NewPerson {
                organisation: Some(organisation),
                ..people::NewPerson::named(name)
            };
            let person = people::create_person(tx, system, new).unwrap();
            let payer = people::Payer::Organisation(organisation);
            (person, billing::customer_of(tx, system, payer).unwrap())
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
fn a_morning_then_an_afternoon_cost_a_day_and_an_undone_visit_nothing() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        // (what is told, units taken now, units given back now, units left)
        let told = [
            (DayUse::HalfDay, 2, 0, 28),
            (DayUse::TwoHalfDays, 1, 0, 27),
            (DayUse::Day, 0, 0, 27),
            (DayUse::Day, 0, 0, 27),
            (DayUse::HalfDay, 0, 1, 28),
            (DayUse::Nothing, 0, 2, 30),
            (DayUse::Day, 3, 0, 27),
        ];
        for (used, debited, returned, left) in told {
            let outcome = world.used(camille, "2026-06-15", used);
            assert_eq!(
                (outcome.debited, outcome.returned, outcome.left.units),
                (debited, returned, left),
                "{used}"
            );
            assert_eq!(outcome.debt, 0);
            world.assert_sound();
        }
    });
}

#[test]
fn the_older_pass_is_used_first_and_a_day_may_draw_on_two() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-01-05");
        for number in 1..=9 {
            world.used(camille, &format!("2026-06-{number:02}"), DayUse::Day);
        }
        world.used(camille, "2026-06-10", DayUse::HalfDay);
        world.sell(camille, "2026-06-11");
        assert_eq!(world.lots(camille), [30, 1]);
        let outcome = world.used(camille, "2026-06-12", DayUse::Day);
        assert_eq!((outcome.debited, world.lots(camille)), (3, vec![28, 0]));
        world.used(camille, "2026-06-12", DayUse::HalfDay);
        assert_eq!(world.lots(camille), [29, 0], "the latest debit is undone first");
        world.assert_sound();
    });
}

#[test]
fn units_go_back_to_their_lot_even_when_it_has_expired_and_its_expiry_stays() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let pass = world.pass;
        world.write(move |tx, system| {
            let mut terms = pass_terms("Carnet", 30, (3, 2));
            terms.validity_months = Some(1);
            offers::change_pass_offer(tx, system, pass, terms).unwrap();
        });
        let sold = world.sell(camille, "2026-01-31");
        assert_eq!(sold.expires_on, Some(day("2026-02-28")));
        world.used(camille, "2026-02-28", DayUse::Day);
        let outcome = world.used(camille, "2026-02-28", DayUse::Nothing);
        assert_eq!((outcome.returned, outcome.left.units), (3, 30));
        let lots = world.write(move |tx, system| offers::lots_of(tx, system.place, camille).unwrap());
        assert_eq!(
            (lots[0].remaining, lots[0].expires_on),
            (30, Some(day("2026-02-28")))
        );
        let after = world.used(camille, "2026-03-01", DayUse::Day);
        assert_eq!(
            (after.debited, after.debt, after.left.units),
            (0, 3, 0),
            "lapsed units pay nothing"
        );
        world.assert_sound();
    });
}

#[test]
fn an_empty_pass_keeps_nobody_out_and_the_next_pass_pays_the_oldest_visit_first() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let first = world.used(camille, "2026-06-01", DayUse::Day);
        assert_eq!((first.debited, first.debt, first.left.debt), (0, 3, 3));
        world.used(camille, "2026-06-02", DayUse::HalfDay);
        world.used(camille, "2026-06-02", DayUse::Day);
        assert_eq!(
            world.left(camille, "2026-06-02").debt,
            6,
            "the debt of a day follows its use"
        );
        let sold = world.sell(camille, "2026-06-03");
        assert_eq!(sold.settled, 6);
        let left = world.left(camille, "2026-06-03");
        assert_eq!((left.units, left.debt), (24, 0));
        let undone = world.used(camille, "2026-06-01", DayUse::Nothing);
        assert_eq!(
            (undone.returned, undone.left.units),
            (3, 27),
            "a visit settled afterwards may be undone"
        );
        world.assert_sound();
    });
}

#[test]
fn a_pass_too_small_for_all_debts_pays_a_part_of_the_last_one() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        for number in 1..=11 {
            world.used(camille, &format!("2026-06-{number:02}"), DayUse::Day);
        }
        world.used(camille, "2026-06-12", DayUse::HalfDay);
        assert_eq!(world.sell(camille, "2026-06-13").settled, 30);
        let left = world.left(camille, "2026-06-13");
        assert_eq!((left.units, left.debt), (0, 5));
        assert_eq!(world.sell(camille, "2026-06-13").settled, 5);
        assert_eq!(world.left(camille, "2026-06-13").units, 25);
        world.assert_sound();
    });
}

#[test]
fn units_given_back_by_one_day_pay_what_another_day_owes() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-05-01");
        for number in 1..=10 {
            world.used(camille, &format!("2026-06-{number:02}"), DayUse::Day);
        }
        assert_eq!(world.used(camille, "2026-06-11", DayUse::Day).debt, 3);
        let undone = world.used(camille, "2026-06-05", DayUse::Nothing);
        assert_eq!((undone.returned, undone.left.units, undone.left.debt), (3, 0, 0));
        world.assert_sound();
    });
}

#[test]
fn what_a_day_costs_is_what_it_cost_when_the_pass_was_sold() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        let pass = world.pass;
        world.write(move |tx, system| {
            offers::change_pass_offer(tx, system, pass, pass_terms("Carnet", 10, (1, 1))).unwrap();
        });
        assert_eq!(world.used(camille, "2026-06-15", DayUse::Day).debited, 3);
    });
}

#[test]
fn where_no_pass_was_ever_offered_a_day_cannot_be_counted() {
    both_engines(|db| {
        let bare = {
            let world = World::on(&db);
            let camille = world.member("Camille");
            (world, camille)
        };
        // A second place, which offers nothing.
        let empty = db.write_blocking(|tx| {
            let new = platform::place::NewPlace {
                name: "La Halte".to_owned(),
                zone: kernel::Zone::parse("Europe/Paris").unwrap(),
                language: kernel::Locale::Fr,
                currency: kernel::Currency::EUR,
                brand_colour: "#0f6b5c".to_owned(),
                host: Some("halte.example.org".to_owned()),
                demonstration: false,
            };
            platform::place::create(tx, new)
        });
        let world = World {
            place: empty.unwrap().id,
            ..bare.0
        };
        let sasha = world.member("Sasha");
        let system = world.system();
        let refused = world.act(&system, move |tx, actor| {
            offers::use_day(tx, actor, sasha, today(), DayUse::Day)
        });
        assert_eq!(
            refused,
            Err(Failure::Refused(offers::DayUseRefused::NothingOffered))
        );
        assert_eq!(world.used(sasha, "2026-06-15", DayUse::Nothing).debited, 0);
    });
}

#[test]
fn every_movement_is_told_the_latest_day_first() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.used(camille, "2026-06-01", DayUse::Day);
        world.sell(camille, "2026-06-02");
        world.used(camille, "2026-06-03", DayUse::Day);
        world.used(camille, "2026-06-03", DayUse::HalfDay);
        let back = give_back(
            camille,
            visit(&world, camille, "2026-06-03"),
            1,
            "Chauffage en panne",
        );
        world.write(move |tx, system| offers::give_back(tx, system, &back).unwrap());
        let (told, total) =
            world.write(move |tx, system| offers::movements(tx, system.place, camille, 10, 0).unwrap());
        let told: Vec<(String, i64, bool, MovementKind)> = told
            .into_iter()
            .map(|one| (one.day.to_string(), one.units, one.gives, one.kind))
            .collect();
        let expected = [
            (
                "2026-06-03",
                1,
                true,
                MovementKind::GivenBack("Chauffage en panne".to_owned()),
            ),
            ("2026-06-03", 1, true, MovementKind::Returned),
            ("2026-06-03", 3, false, MovementKind::Used),
            ("2026-06-01", 3, false, MovementKind::Settled),
        ];
        assert_eq!(
            told,
            expected.map(|(day, units, gives, kind)| (day.to_owned(), units, gives, kind))
        );
        assert_eq!(total, 4);
    });
}

fn give_back(person: PersonId, debit: DebitId, units: i64, reason: &str) -> NewGiveBack {
    NewGiveBack {
        person,
        debit,
        units,
        reason: reason.to_owned(),
    }
}

/// The first debit of a day.
fn visit(world: &World, person: PersonId, on: &str) -> DebitId {
    let (told, _) =
        world.write(move |tx, system| offers::movements(tx, system.place, person, 100, 0).unwrap());
    let mut of_day = told.into_iter().filter(|one| one.day == day(on) && !one.gives);
    of_day.next_back().unwrap().id
}

#[test]
fn units_given_back_by_hand_need_a_reason_and_never_exceed_those_taken() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        world.used(camille, "2026-06-02", DayUse::Day);
        let debit = visit(&world, camille, "2026-06-02");
        let facilitator = world.actor(world.person("Noa"), &[Role::Facilitator]);
        let not_taken = GiveBackRefused::NotTaken { taken: 3 };
        let long = "x".repeat(301);
        let refusals = [
            (0, "Panne", not_taken.clone()),
            (-3, "Panne", not_taken.clone()),
            (4, "Panne", not_taken.clone()),
            (i64::MAX, "Panne", not_taken),
            (1, "  ", GiveBackRefused::ReasonRefused),
            (1, "a\nb", GiveBackRefused::ReasonRefused),
            (1, &long, GiveBackRefused::ReasonRefused),
        ];
        for (units, reason, expected) in refusals {
            let new = give_back(camille, debit, units, reason);
            let refused = world.act(&facilitator, move |tx, actor| offers::give_back(tx, actor, &new));
            assert_eq!(refused, Err(Failure::Refused(expected)), "{units} {reason}");
        }
        let new = give_back(camille, debit, 3, "Panne");
        assert!(
            world
                .act(&facilitator, move |tx, actor| offers::give_back(tx, actor, &new))
                .is_ok()
        );
        assert_eq!(world.lots(camille), [30]);
        world.used(camille, "2026-06-02", DayUse::Day);
        assert_eq!(
            world.lots(camille),
            [30],
            "told again, the visit does not take them a second time"
        );
        assert_eq!(
            world.used(camille, "2026-06-02", DayUse::Nothing).returned,
            0,
            "nor does it give them twice"
        );
        let foreign = give_back(world.member("Sasha"), debit, 1, "Panne");
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::give_back(tx, actor, &foreign)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::NotFound)));
        let member = world.actor(camille, &[Role::Member]);
        let own = give_back(camille, debit, 1, "Panne");
        let refused = world.act(&member, move |tx, actor| offers::give_back(tx, actor, &own));
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
        world.assert_sound();
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

fn imported(world: &World, person: PersonId) -> ImportedLot {
    ImportedLot {
        person,
        offer: world.pass,
        units: 30,
        remaining: 12,
        bought_on: day("2026-02-01"),
        expires_on: Some(day("2027-02-01")),
        external_ref: "carnets.csv:7".to_owned(),
    }
}

#[test]
fn a_pass_imported_twice_is_there_once_and_is_not_charged() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let new = imported(&world, camille);
        let again = new.clone();
        let first = world.write(move |tx, system| offers::import_lot(tx, system, &new).unwrap());
        let second = world.write(move |tx, system| offers::import_lot(tx, system, &again).unwrap());
        let Imported::Created(lot) = first else {
            panic!("{first:?}")
        };
        assert_eq!(second, Imported::Known(lot));
        assert_eq!((world.lots(camille), world.charges(camille)), (vec![12], vec![]));
        world.used(camille, "2026-06-15", DayUse::Day);
        world.assert_sound();
    });
}

#[test]
fn an_absurd_pass_is_not_imported() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let good = imported(&world, camille);
        let bad_units = LotRefused::UnitsOutOfBounds { maximum: 10_000 };
        let wrong = [
            (
                ImportedLot {
                    remaining: 31,
                    ..good.clone()
                },
                bad_units.clone(),
            ),
            (
                ImportedLot {
                    remaining: -1,
                    ..good.clone()
                },
                bad_units.clone(),
            ),
            (
                ImportedLot {
                    units: 0,
                    remaining: 0,
                    ..good.clone()
                },
                bad_units.clone(),
            ),
            (
                ImportedLot {
                    units: i64::MAX,
                    ..good.clone()
                },
                bad_units,
            ),
            (
                ImportedLot {
                    expires_on: Some(day("2026-01-31")),
                    ..good.clone()
                },
                LotRefused::ExpiresBeforeBought,
            ),
        ];
        let system = world.system();
        for (line, expected) in wrong {
            let refused = world.act(&system, move |tx, actor| offers::import_lot(tx, actor, &line));
            assert_eq!(refused, Err(Failure::Refused(expected)));
        }
        let facilitator = world.actor(camille, &[Role::Facilitator]);
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::import_lot(tx, actor, &good)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
    });
}

#[test]
fn two_passes_may_not_share_a_name_and_bad_numbers_are_refused() {
    both_engines(|db| {
        let world = World::on(&db);
        let system = world.system();
        let create = |terms: offers::PassTerms| {
            world.act(&system, move |tx, actor| {
                offers::create_pass_offer(tx, actor, terms.clone(), net(euros(80)))
            })
        };
        let taken = create(pass_terms("Carnet", 15, (3, 2)));
        assert_eq!(taken, Err(Failure::Refused(offers::OfferRefused::NameTaken)));
        let too_few = create(pass_terms("Petit", 2, (3, 2)));
        let bounds = offers::OfferRefused::UnitsOutOfBounds {
            minimum: 3,
            maximum: 10_000,
        };
        assert_eq!(too_few, Err(Failure::Refused(bounds)));
        let mut free = pass_terms("Éternel", 30, (3, 2));
        free.validity_months = Some(0);
        let bounds = offers::OfferRefused::ValidityOutOfBounds { maximum: 120 };
        assert_eq!(create(free), Err(Failure::Refused(bounds)));
        assert!(create(pass_terms("Petit carnet", 15, (3, 2))).is_ok());
        let negative = world.act(&system, |tx, actor| {
            let price = net(kernel::Money::from_cents(-1));
            offers::create_pass_offer(tx, actor, pass_terms("Cadeau", 15, (3, 2)), price)
        });
        assert_eq!(
            negative,
            Err(Failure::Refused(offers::OfferRefused::PriceRefused))
        );
        let facilitator = world.actor(world.person("Noa"), &[Role::Facilitator]);
        let refused = world.act(&facilitator, |tx, actor| {
            offers::create_pass_offer(tx, actor, pass_terms("Autre", 15, (3, 2)), net(euros(80)))
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
    });
}
