//! What the place bought, what broke, and what was done about it.

use crate::demo::acts::desk;
use crate::demo::known::Known;
use crate::demo::story::Story;
use kernel::{Money, Role};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use stewardship::{EquipmentTerms, FollowUp, IncidentState, NewIncident, Subject, Urgency};

/// The director writes down what was bought.
pub(super) fn list(tx: &mut Tx<'_>, story: &Story, known: &mut Known) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    let today = story.year.today();
    for one in &story.chores.equipment {
        let terms = EquipmentTerms {
            name: one.name.clone(),
            serial: one.serial.clone(),
            supplier: one.supplier.clone(),
            bought_on: today.plus_months(-one.months),
            price: Money::from_cents(one.price),
            life_months: one.life,
            stands: one.stands.clone(),
            warranty_until: one.warranty.map(|months| today.plus_months(months)),
            note: String::new(),
        };
        let id = stewardship::add_equipment(tx, &director, terms).map_err(Failure::unexpected)?;
        known.equipment.insert(one.name.clone(), id);
    }
    Ok(())
}

/// Somebody of the cast reports something, if they have come by then and may sign in.
pub(super) fn report(tx: &mut Tx<'_>, story: &Story, known: &mut Known, number: usize) -> Result<(), Fault> {
    let one = story.chores.incidents.get(number).or_not_found()?;
    let found = story
        .cast
        .all()
        .find(|(_, character)| character.name.full() == one.name);
    let (who, _) = found.or_not_found()?;
    if !known.accounts.contains_key(&who) {
        return Ok(());
    }
    let actor = known.actor(story, who)?;
    let thing = known.equipment.get(&one.thing).copied();
    let new = NewIncident {
        subject: thing.map_or(Subject::Other, Subject::Thing),
        title: one.title.clone(),
        detail: one.detail.clone(),
        urgency: Urgency::parse(&one.urgency).map_err(Fault::internal)?,
    };
    let id = stewardship::report_incident(tx, &actor, new).map_err(Failure::unexpected)?;
    known.incidents.insert(number, id);
    Ok(())
}

/// The desk does something about it; no letter leaves.
pub(super) fn mend(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &Known,
    (number, step): (usize, usize),
) -> Result<(), Fault> {
    let Some(id) = known.incidents.get(&number) else {
        return Ok(());
    };
    let one = story.chores.incidents.get(number).or_not_found()?;
    let done = one.steps.get(step).or_not_found()?;
    let actor = desk(tx, story, known)?;
    let new = FollowUp {
        state: IncidentState::parse(&done.state).map_err(Fault::internal)?,
        mine: true,
        cost: Money::from_cents(done.cost),
        body: done.body.clone(),
    };
    stewardship::follow_up(tx, &actor, *id, new)
        .map(drop)
        .map_err(Failure::unexpected)
}
