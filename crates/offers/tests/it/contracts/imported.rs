//! A plan held elsewhere before, brought here.

use super::{audience, charge};
use crate::world::{World, day, euros};
use harness::both_engines;
use kernel::{Audience, PersonId};
use offers::{ContractRefused, Imported, ImportedContract};
use platform::Failure;

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
