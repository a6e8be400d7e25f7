//! A pass bought elsewhere before, brought here.

use crate::world::{World, day};
use harness::both_engines;
use kernel::{PersonId, Role};
use offers::{DayUse, Imported, ImportedLot, LotRefused};
use platform::{Failure, Fault};

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
