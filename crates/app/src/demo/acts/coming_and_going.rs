//! Who comes to know the place, who becomes a member, who leaves.

use crate::demo::cast::{Character, HouseNumber, Part, Who};
use crate::demo::chance::Chance;
use crate::demo::known::Known;
use crate::demo::story::Story;
use kernel::{Actor, Day, OrganisationId, PersonId, Role};
use offers::{ImportedLot, NewPassSale, NewSubscription};
use people::{NewOrganisation, NewPerson};
use platform::database::Tx;
use platform::{Failure, Fault};

/// Writes somebody down: the person, their membership, their account, what they hold.
pub(super) fn join(tx: &mut Tx<'_>, story: &Story, known: &mut Known, who: Who) -> Result<(), Fault> {
    let one = story.cast.get(who)?;
    let administrator = administrator(story, known)?;
    let person = meet(tx, &administrator, story, known, who)?;
    open_account(tx, &administrator, story, known, who)?;
    match one.part {
        Part::Team(role) => give_role(tx, &administrator, person, (role, story.year.first())),
        Part::Nomad | Part::Resident | Part::Teammate => {
            people::become_member(tx, &administrator, person, one.since).map_err(Failure::unexpected)?;
            let director = known.holder(story, Role::ManagingDirector)?;
            begin(tx, &director, story, known, who)
        }
        Part::Guest | Part::Caller | Part::Visitor => Ok(()),
    }
}

/// The administrator; before there is one, the program itself sets the house up.
fn administrator(story: &Story, known: &Known) -> Result<Actor, Fault> {
    let who = story.cast.first(Part::Team(Role::Administrator))?;
    if known.accounts.contains_key(&who) {
        known.actor(story, who)
    } else {
        Ok(Actor::system(known.place))
    }
}

/// The person who plays somebody, written down now if they were not yet.
pub(super) fn meet(
    tx: &mut Tx<'_>,
    actor: &Actor,
    story: &Story,
    known: &mut Known,
    who: Who,
) -> Result<PersonId, Fault> {
    if let Ok(person) = known.person(who) {
        return Ok(person);
    }
    let one = story.cast.get(who)?;
    let organisation = one
        .house
        .map(|house| found(tx, actor, story, known, house))
        .transpose()?;
    let person =
        people::create_person(tx, actor, described(one, organisation)).map_err(Failure::unexpected)?;
    known.people.insert(who, person);
    Ok(person)
}

/// How somebody is written down.
pub(super) fn described(one: &Character, organisation: Option<OrganisationId>) -> NewPerson {
    NewPerson {
        email: one.email.clone(),
        phone: Some(one.phone.clone()),
        address: one.address.clone(),
        organisation,
        ..NewPerson::named(one.name.clone())
    }
}

fn found(
    tx: &mut Tx<'_>,
    actor: &Actor,
    story: &Story,
    known: &mut Known,
    house: HouseNumber,
) -> Result<OrganisationId, Fault> {
    if let Some(organisation) = known.houses.get(&house) {
        return Ok(*organisation);
    }
    let facts = story
        .cast
        .houses
        .get(house.0)
        .ok_or_else(|| Fault::internal("no organisation of that number"))?;
    let new = NewOrganisation {
        siren: Some(facts.siren.clone()),
        vat_number: facts.vat_number.clone(),
        email: Some(facts.email.clone()),
        address: facts.address.clone(),
        ..NewOrganisation::named(facts.name.clone())
    };
    let organisation = people::create_organisation(tx, actor, new).map_err(Failure::unexpected)?;
    known.houses.insert(house, organisation);
    Ok(organisation)
}

fn open_account(
    tx: &mut Tx<'_>,
    actor: &Actor,
    story: &Story,
    known: &mut Known,
    who: Who,
) -> Result<(), Fault> {
    let person = known.person(who)?;
    let account =
        people::create_account(tx, actor, person, Some(&story.password_hash)).map_err(Failure::unexpected)?;
    known.accounts.insert(who, account);
    Ok(())
}

fn give_role(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    (role, from): (Role, Day),
) -> Result<(), Fault> {
    people::grant_role(tx, actor, person, role, from).map_err(Failure::unexpected)
}

/// What a new member begins with: a plan, a pass, or what was left of one bought before the year.
fn begin(tx: &mut Tx<'_>, director: &Actor, story: &Story, known: &mut Known, who: Who) -> Result<(), Fault> {
    let one = story.cast.get(who)?;
    let (person, offers) = (known.person(who)?, known.offers()?);
    let today = tx.today(&story.year.zone);
    let plan = match one.part {
        Part::Resident => offers.resident,
        Part::Teammate => offers.team,
        _ if one.from > story.year.first() => return sell_pass(tx, director, story, known, who),
        _ => return bring_pass(tx, director, story, known, who),
    };
    let new = NewSubscription {
        person,
        plan,
        from: one.from,
        on: today,
        seen: None,
    };
    let contract = offers::subscribe_plan(tx, director, new).map_err(Failure::unexpected)?;
    known.contracts.insert(who, contract);
    Ok(())
}

/// Sells somebody the pass of the place.
pub(super) fn sell_pass(
    tx: &mut Tx<'_>,
    actor: &Actor,
    story: &Story,
    known: &Known,
    who: Who,
) -> Result<(), Fault> {
    let (person, offer) = (known.person(who)?, known.offers()?.pass);
    let on = tx.today(&story.year.zone);
    offers::sell_pass(
        tx,
        actor,
        NewPassSale {
            person,
            offer,
            on,
            seen: None,
        },
    )
    .map_err(Failure::unexpected)?;
    Ok(())
}

/// Takes over what three nomads in four had left when the year began; the others buy when they come.
fn bring_pass(tx: &mut Tx<'_>, actor: &Actor, story: &Story, known: &Known, who: Who) -> Result<(), Fault> {
    let mut chance = Chance::new(story.seed, &format!("pass {}", who.0));
    if !chance.in_hundred(75) {
        return Ok(());
    }
    let pass = &story.house.pass;
    let bought_on = story.year.first().plus_days(-chance.between(5, 120));
    let lot = ImportedLot {
        person: known.person(who)?,
        offer: known.offers()?.pass,
        units: pass.units,
        remaining: chance.between(2, pass.units - 2),
        bought_on,
        expires_on: offers::expiry(bought_on, Some(pass.validity_months)),
        external_ref: format!("pass-{}", who.0),
    };
    offers::import_lot(tx, actor, &lot).map_err(Failure::unexpected)?;
    Ok(())
}

/// Ends the membership of somebody today, and the plan they hold.
pub(super) fn leave(tx: &mut Tx<'_>, story: &Story, known: &mut Known, who: Who) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    let (person, today) = (known.person(who)?, tx.today(&story.year.zone));
    if let Some(contract) = known.contracts.get(&who) {
        offers::end_contract(tx, &director, *contract, today).map_err(Failure::unexpected)?;
    }
    people::end_membership(tx, &director, person, today).map_err(Failure::unexpected)
}
