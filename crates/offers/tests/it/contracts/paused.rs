//! A plan paused and resumed (T39).

use super::{audience, charge};
use crate::world::{World, day, today};
use harness::both_engines;
use kernel::{Actor, Audience, Id, PersonId, Rate, Role};
use offers::{
    NewPause, OfferSettings, Pause, PauseRefused, PauseTerms, PlanBenefits, PlanConditions, PlanContract,
};
use platform::{Failure, Fault};
use std::collections::BTreeMap;

fn pausing(
    world: &World,
    actor: &Actor,
    (person, contract): (PersonId, Id<PlanContract>),
    (from, until): (&str, &str),
) -> Result<Id<Pause>, Failure<PauseRefused>> {
    let new = NewPause {
        person,
        contract,
        from: day(from),
        until: day(until),
        reason: "Congé maternité".to_owned(),
        on: today(),
    };
    world.act(actor, move |tx, actor| offers::pause_plan(tx, actor, &new))
}

fn resume(
    world: &World,
    actor: &Actor,
    ids: (PersonId, Id<PlanContract>, Id<Pause>),
    from: &str,
) -> Result<(), Failure<PauseRefused>> {
    let from = day(from);
    world.act(actor, move |tx, actor| {
        offers::resume_plan(tx, actor, ids, from, today())
    })
}

fn due_while_paused(world: &World, basis_points: i64) {
    world.write(move |tx, system| {
        let known = offers::settings(tx, system.place).unwrap();
        let pause = PauseTerms {
            due: Rate::from_basis_points(basis_points),
            ..known.pause
        };
        offers::keep_settings(tx, system, OfferSettings { pause, ..known }).unwrap();
    });
}

fn sorted(world: &World, person: PersonId) -> Vec<i64> {
    let mut charges = world.charges(person);
    charges.sort_unstable();
    charges
}

#[test]
fn a_member_pauses_pays_the_other_days_and_has_no_plan_meanwhile() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let actor = world.actor(camille, &[Role::Member]);
        let contract = world.subscribe(camille, "2026-06-01");
        charge(&world, "2026-06");
        pausing(&world, &actor, (camille, contract), ("2026-06-21", "2026-08-10")).unwrap();
        charge(&world, "2026-08");
        assert_eq!(
            sorted(&world, camille),
            [16_667, 16_935],
            "20 days of 30, no July, 21 days of 31"
        );
        assert_eq!(audience(&world, camille, "2026-06-20"), Audience::Resident);
        assert_eq!(audience(&world, camille, "2026-06-21"), Audience::Nomad);
        assert_eq!(audience(&world, camille, "2026-08-11"), Audience::Resident);
        world.assert_sound();
    });
}

#[test]
fn who_resumes_early_pays_and_gets_what_the_days_are_worth_again() {
    both_engines(|db| {
        let world = World::on(&db);
        due_while_paused(&world, 2_500);
        let (plan, pass) = (world.plan, world.pass);
        world.write(move |tx, system| {
            let given = PlanBenefits {
                units: Some((pass, 30)),
                spaces: BTreeMap::new(),
            };
            offers::set_plan_conditions(tx, system, plan, &PlanConditions::default(), &given).unwrap();
        });
        let camille = world.member("Camille");
        let actor = world.actor(camille, &[Role::Member]);
        let contract = world.subscribe(camille, "2026-06-01");
        charge(&world, "2026-06");
        let whose = (camille, contract);
        let pause = pausing(&world, &actor, whose, ("2026-06-16", "2026-06-30")).unwrap();
        assert_eq!(
            sorted(&world, camille),
            [15_625],
            "15 days and a quarter of 15 of 30"
        );
        assert_eq!(world.lots(camille), [19], "18.75 units");
        resume(&world, &actor, (camille, contract, pause), "2026-06-26").unwrap();
        assert_eq!(sorted(&world, camille), [18_750], "20 days and a quarter of 10");
        assert_eq!(world.lots(camille), [23], "22.5 units");
        resume(&world, &actor, (camille, contract, pause), "2026-06-16").unwrap();
        assert_eq!(
            (sorted(&world, camille), world.lots(camille)),
            (vec![25_000], vec![30]),
            "it never began"
        );
        let gone = resume(&world, &actor, (camille, contract, pause), "2026-06-16");
        assert_eq!(gone, Err(Failure::Fault(Fault::NotFound)));
        world.assert_sound();
    });
}

#[test]
fn a_month_paused_at_no_price_is_charged_when_it_is_resumed() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let system = world.system();
        let contract = world.subscribe(camille, "2026-06-01");
        let pause = pausing(&world, &system, (camille, contract), ("2026-06-01", "2026-06-30")).unwrap();
        charge(&world, "2026-07");
        assert_eq!(sorted(&world, camille), [25_000], "July alone");
        resume(&world, &system, (camille, contract, pause), "2026-06-21").unwrap();
        assert_eq!(sorted(&world, camille), [8_333, 25_000], "10 days of June");
        world.assert_sound();
    });
}

#[test]
fn what_the_place_does_not_allow_and_what_is_not_ones_own_is_refused() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, sasha) = (world.member("Camille"), world.member("Sasha"));
        let contract = world.subscribe(camille, "2026-06-01");
        let (hers, theirs) = (
            world.actor(camille, &[Role::Member]),
            world.actor(sasha, &[Role::Member]),
        );
        let whose = (camille, contract);
        let long = pausing(&world, &hers, whose, ("2026-06-15", "2026-09-13"));
        assert_eq!(long, Err(Failure::Refused(PauseRefused::TooLong { maximum: 90 })));
        let reversed = pausing(&world, &hers, whose, ("2026-06-20", "2026-06-19"));
        assert_eq!(reversed, Err(Failure::Refused(PauseRefused::Reversed)));
        let foreign = pausing(&world, &theirs, whose, ("2026-06-20", "2026-06-21"));
        assert_eq!(foreign, Err(Failure::Fault(Fault::Forbidden)));
        let foreign = pausing(&world, &theirs, (sasha, contract), ("2026-06-20", "2026-06-21"));
        assert_eq!(foreign, Err(Failure::Fault(Fault::NotFound)));
        let pause = pausing(&world, &hers, whose, ("2026-06-20", "2026-06-30")).unwrap();
        let foreign = resume(&world, &theirs, (sasha, contract, pause), "2026-06-20");
        assert_eq!(foreign, Err(Failure::Fault(Fault::NotFound)));
        let late = resume(&world, &hers, (camille, contract, pause), "2026-07-01");
        assert_eq!(late, Err(Failure::Refused(PauseRefused::Over)));
        let office = world.actor(sasha, &[Role::ManagingDirector]);
        pausing(&world, &office, whose, ("2026-07-10", "2027-03-31")).unwrap();
        world.assert_sound();
    });
}
