//! Teams: for whom an organisation pays, and what they used.

use crate::endpoint::{Call, Endpoint, get};
use crate::read::{Asked, One};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Listed, Wire};
use kernel::{Day, Month, OrganisationId, PersonId, mark};
use people::{Organisation, Party};
use platform::web::Access;
use platform::{Fault, OrNotFound as _};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::TeamsRead, Access::Any(&[teams::OWN, teams::GRANT]));
    vec![
        get("/api/v1/teams", "list_teams", read, list),
        get("/api/v1/teams/{id}/members", "list_team_members", read, members),
        get("/api/v1/teams/{id}/use", "show_team_use", read, used),
    ]
}

/// An organisation whose team the caller runs.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Team")]
struct TeamOut {
    organisation: Wire<OrganisationId>,
    name: String,
}

fn list(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<TeamOut>, Trouble> {
    let person = call.person(None)?;
    let shown = |one: Organisation| TeamOut {
        organisation: Wire(one.id),
        name: one.name.as_str().to_owned(),
    };
    let run = teams::run_by(call.tx, call.caller.place.id, person)?;
    Ok(Listed::whole(run.into_iter().map(shown).collect()))
}

/// Goes on for who runs that team or says who does; for others it does not exist.
fn run(call: &mut Call<'_, '_>, id: OrganisationId) -> Result<(), Trouble> {
    let place = call.caller.place.id;
    people::organisation(call.tx, place, id)?.or_not_found()?;
    let person = call.person(None)?;
    let own = teams::run_by(call.tx, place, person)?
        .iter()
        .any(|one| one.id == id);
    if own || call.caller.actor.may(teams::GRANT) {
        return Ok(());
    }
    Err(Fault::NotFound.into())
}

/// Somebody of a team.
#[derive(Serialize, JsonSchema)]
struct Mate {
    person: Wire<PersonId>,
    name: String,
    /// Whether the organisation pays for them today.
    paid: bool,
}

fn members(call: &mut Call<'_, '_>, One(id): One<mark::Organisation>) -> Result<Listed<Mate>, Trouble> {
    run(call, id)?;
    let place = call.caller.place.id;
    let team = teams::team_of(call.tx, place, id)?;
    let paid = paid_by(call, id)?;
    let names = people::names_of(call.tx, place, &team)?;
    let mate = |person: &PersonId| Mate {
        person: Wire(*person),
        name: names.get(person).cloned().unwrap_or_default(),
        paid: paid.contains(person),
    };
    Ok(Listed::whole(team.iter().map(mate).collect()))
}

fn paid_by(call: &mut Call<'_, '_>, id: OrganisationId) -> Result<Vec<PersonId>, Trouble> {
    let paid = people::persons_of(call.tx, call.caller.place.id, id)?;
    Ok(paid.into_iter().map(|person| person.id).collect())
}

/// A month, named by one of its days; the present one when none is said.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MonthAsked {
    day: Option<Wire<Day>>,
}

/// What somebody used in a month, while the organisation pays for them.
#[derive(Serialize, JsonSchema)]
struct MateUse {
    person: Wire<PersonId>,
    /// Days on which they came.
    days: i64,
    /// Bookings that the organisation pays.
    bookings: i64,
    /// Their minutes.
    minutes: i64,
}

fn used(
    call: &mut Call<'_, '_>,
    (One(id), Asked(asked)): (One<mark::Organisation>, Asked<MonthAsked>),
) -> Result<Listed<MateUse>, Trouble> {
    run(call, id)?;
    let (place, zone) = (call.caller.place.id, call.caller.place.zone.clone());
    let day = asked.day.map_or_else(|| call.tx.today(&zone), |day| day.0);
    let month: Month = day.month_of();
    let paid = paid_by(call, id)?;
    let days = spaces::store::usage::days_present(call.tx, place, &paid, month.days())?;
    let days: BTreeMap<PersonId, i64> = days.into_iter().collect();
    let mut booked: BTreeMap<PersonId, (i64, i64)> = BTreeMap::new();
    if let Some(customer) = billing::known_customer(call.tx, place, Party::Organisation(id))? {
        let span = zone.bounds(month.days());
        let all = spaces::store::usage::bookings_paid_by(call.tx, place, &paid, customer, span)?;
        booked.extend(
            all.into_iter()
                .map(|(person, count, minutes)| (person, (count, minutes))),
        );
    }
    let mate = |person: &PersonId| {
        let (bookings, minutes) = booked.get(person).copied().unwrap_or_default();
        MateUse {
            person: Wire(*person),
            days: days.get(person).copied().unwrap_or_default(),
            bookings,
            minutes,
        }
    };
    Ok(Listed::whole(paid.iter().map(mate).collect()))
}
