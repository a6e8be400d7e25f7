//! What plans ask for and give once the year was lived, a pause and a change of plan to come.

use super::known::Known;
use super::story::Story;
use kernel::{Actor, Day, Id, Money, PersonId, Rate, Role};
use offers::{
    ChangeWhen, NewPause, OfferSettings, Plan, PlanBenefits, PlanConditions, PlanContract, PlanNotice,
    PlanSwitch, SpaceBenefit,
};
use platform::database::{Database, Tx};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// Minutes of meeting rooms that a resident has each month.
const ROOM_MINUTES: i64 = 4 * 60;

/// The conditions of the plans are set; one resident is away for two months from the next one, and another takes the other plan then.
pub(super) fn tell(db: &Database, story: &Story, known: &Known) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    let offers = known.offers.or_not_found()?;
    let zone = story.year.zone.clone();
    db.write_blocking(move |tx| {
        let today = tx.today(&zone);
        conditions(tx, &director, offers.resident, &resident())?;
        conditions(tx, &director, offers.team, &team())?;
        let settings = offers::settings(tx, director.place)?;
        let change_when = ChangeWhen::Either;
        offers::keep_settings(
            tx,
            &director,
            OfferSettings {
                change_when,
                ..settings
            },
        )?;
        pause_and_change(tx, &director, (offers.resident, offers.team), today)
    })
}

fn conditions(
    tx: &mut Tx<'_>,
    director: &Actor,
    plan: Id<Plan>,
    (asked, given): &(PlanConditions, PlanBenefits),
) -> Result<(), Fault> {
    offers::set_plan_conditions(tx, director, plan, asked, given).map_err(Failure::unexpected)
}

fn resident() -> (PlanConditions, PlanBenefits) {
    let asked = PlanConditions {
        commitment_months: 3,
        notice: PlanNotice {
            months: 1,
            to_the_end: true,
        },
        anniversary: false,
        setup: Some(("Frais d’accueil".to_owned(), Money::from_cents(4_000))),
        keys: "1 badge, 1 clé de casier".to_owned(),
    };
    let rooms = SpaceBenefit {
        minutes: ROOM_MINUTES,
        discount: Rate::from_basis_points(2_000),
    };
    let hall = SpaceBenefit {
        minutes: 0,
        discount: Rate::from_basis_points(1_000),
    };
    let spaces = BTreeMap::from([("room".to_owned(), rooms), ("hall".to_owned(), hall)]);
    (asked, PlanBenefits { units: None, spaces })
}

fn team() -> (PlanConditions, PlanBenefits) {
    let asked = PlanConditions {
        keys: "1 badge".to_owned(),
        ..PlanConditions::default()
    };
    (asked, PlanBenefits::default())
}

/// The residents who joined last: one goes away, the one before takes the other plan.
fn pause_and_change(
    tx: &mut Tx<'_>,
    director: &Actor,
    (resident, team): (Id<Plan>, Id<Plan>),
    today: Day,
) -> Result<(), Fault> {
    let mut held = offers::residents_on(tx, director.place, today)?;
    held.retain(|contract| contract.plan == resident && contract.until.is_none() && contract.from < today);
    held.sort_by_key(|contract| std::cmp::Reverse((contract.from, contract.id)));
    let next = today.last_of_month().next();
    let mut latest = held.iter();
    if let Some(contract) = latest.next() {
        away(tx, director, contract, next)?;
    }
    if let Some(contract) = latest.next() {
        let person: PersonId = contract.person;
        let switch = PlanSwitch {
            person,
            contract: contract.id,
            plan: team,
            from: next,
            on: today,
            seen: None,
        };
        offers::switch_plan(tx, director, switch).map_err(Failure::unexpected)?;
    }
    Ok(())
}

fn away(tx: &mut Tx<'_>, director: &Actor, contract: &PlanContract, from: Day) -> Result<(), Fault> {
    let new = NewPause {
        person: contract.person,
        contract: contract.id,
        from,
        until: from.plus_months(2).previous(),
        reason: "Congé de naissance".to_owned(),
        on: from.previous(),
    };
    offers::pause_plan(tx, director, &new).map_err(Failure::unexpected)?;
    Ok(())
}
