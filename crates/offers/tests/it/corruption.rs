//! `tribu verify` finds what somebody changed behind the program's back.

use crate::world::{World, day};
use harness::both_engines;
use kernel::PlaceId;
use offers::DayUse;
use platform::Fault;
use platform::database::{NoRow, Statement, params, statement};

statement! {
    ONE_MORE = "update pass_lot set remaining = remaining - 1 where place_id = $1";
    FORGET_RETURNS = "delete from pass_debit where place_id = $1 and returns_id is not null";
    FORGET_PAYMENT = "update pass_debt set settled_at = null, settled_lot_id = null where place_id = $1";
    FORGET_DAYS = "delete from pass_day where place_id = $1";
    REOPEN = "update plan_contract set until_day = null where place_id = $1";
    DEARER = "update plan_charge set amount_cents = amount_cents + 1 where place_id = $1";
}

/// A place in which a bit of everything happened.
fn lived_in(db: &platform::database::Database) -> World {
    let world = World::on(db);
    let camille = world.member("Camille");
    world.used(camille, "2026-06-01", DayUse::Day);
    world.sell(camille, "2026-06-02");
    world.used(camille, "2026-06-03", DayUse::Day);
    world.used(camille, "2026-06-03", DayUse::HalfDay);
    let first = world.subscribe(camille, "2026-01-01");
    world.write(move |tx, system| offers::end_contract(tx, system, first, day("2026-03-31")).unwrap());
    world.subscribe(camille, "2026-06-10");
    world.write(|tx, system| offers::charge_plans(tx, system, day("2026-06-01").month_of()).unwrap());
    world
}

fn corrupt(world: &World, statement: &'static Statement<NoRow>) {
    let place: PlaceId = world.place;
    let done = world
        .db
        .write_blocking(move |tx| Ok::<_, Fault>(tx.run(statement, &params![place])?));
    assert!(done.unwrap() > 0);
}

#[test]
fn a_place_that_was_lived_in_is_sound() {
    both_engines(|db| {
        let report = lived_in(&db).verify();
        assert!(report.is_clean(), "{:#?}", report.faults());
        assert!(
            report.checks().iter().all(|check| check.count > 0),
            "{:#?}",
            report.checks()
        );
    });
}

#[test]
fn each_kind_of_damage_is_found_and_named() {
    let damages: [(&'static Statement<NoRow>, &str); 6] = [
        (&ONE_MORE, "offers-verify-lots"),
        (&FORGET_RETURNS, "offers-verify-lots"),
        (&FORGET_PAYMENT, "offers-verify-debts"),
        (&FORGET_DAYS, "offers-verify-days"),
        (&REOPEN, "offers-verify-contracts"),
        (&DEARER, "offers-verify-charges"),
    ];
    for (statement, expected) in damages {
        both_engines(|db| {
            let world = lived_in(&db);
            corrupt(&world, statement);
            let report = world.verify();
            let found: Vec<&str> = report.faults().iter().map(|fault| fault.what).collect();
            assert!(found.contains(&expected), "{expected}: {found:?}");
        });
    }
}
