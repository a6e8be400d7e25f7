//! A contract that cannot be charged keeps nobody else from being charged.

use crate::world::{World, day};
use harness::both_engines;
use kernel::{Month, PersonId};
use platform::Fault;
use platform::activity::{self, Subject};
use platform::database::{params, statement};

statement! {
    BEYOND_BILLING = "
        update plan_contract
        set price_cents = 61234567800
        where place_id = $1 and person_id = $2";
}

fn said(world: &World, person: PersonId) -> Vec<String> {
    let entries = world.write(move |tx, system| {
        activity::history(tx, system.place, Subject::new("person", person)).unwrap()
    });
    entries.into_iter().map(|entry| entry.verb).collect()
}

#[test]
fn a_contract_that_billing_refuses_is_left_out_and_its_person_says_so_once() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, zoe) = (world.member("Camille"), world.member("Zoe"));
        world.subscribe(camille, "2026-06-01");
        world.subscribe(zoe, "2026-06-01");
        let place = world.place;
        let done = world
            .db
            .write_blocking(move |tx| Ok::<_, Fault>(tx.run(&BEYOND_BILLING, &params![place, camille])?));
        assert_eq!(done.unwrap(), 1);
        let month: Month = day("2026-06-01").month_of();
        let charge =
            |world: &World| world.write(move |tx, system| offers::charge_plans(tx, system, month).unwrap());
        assert_eq!((charge(&world), charge(&world)), (1, 0));
        assert_eq!(world.charges(camille), Vec::<i64>::new());
        assert_eq!(world.charges(zoe).len(), 1);
        let refused = |person| {
            let said = said(&world, person);
            said.iter().filter(|verb| *verb == "contract.not_charged").count()
        };
        assert_eq!((refused(camille), refused(zoe)), (1, 0));
    });
}
