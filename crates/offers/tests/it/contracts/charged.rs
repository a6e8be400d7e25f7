//! A plan charged month by month.

use super::charge;
use crate::world::{World, day, euros};
use harness::both_engines;

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
