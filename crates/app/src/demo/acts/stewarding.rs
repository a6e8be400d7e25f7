//! What the desk does beside welcoming people.

use super::desk;
use crate::demo::known::Known;
use crate::demo::stewardship::Chore;
use crate::demo::story::Story;
use kernel::{Actor, Name, Role};
use people::Party;
use platform::database::Tx;
use platform::{Fault, OrNotFound};
use stewardship::{DeliveryKind, Ending, NewDelivery, NewDomiciliation};

/// Does it at the moment of the transaction.
pub(super) fn carry_out(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &mut Known,
    chore: Chore,
) -> Result<(), Fault> {
    match chore {
        Chore::Domiciles(number) => domicile(tx, story, known, number),
        Chore::Receives(number) => receive(tx, story, known, number),
        Chore::HandsOver(number) => hand_over(tx, story, known, number),
    }
}

fn domicile(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let one = story.chores.domiciled.get(number).or_not_found()?;
    let director = known.holder(story, Role::ManagingDirector)?;
    let Party::Organisation(organisation) = party(tx, story, known, &director, &one.name)? else {
        return Err(Fault::internal("a person is not domiciled"));
    };
    let new = NewDomiciliation {
        organisation,
        from: one.from(&story.year),
        until: None,
        note: one.note.clone(),
    };
    stewardship::domicile(tx, &director, new).map_err(platform::Failure::unexpected)?;
    Ok(())
}

fn receive(tx: &mut Tx<'_>, story: &Story, known: &mut Known, number: usize) -> Result<(), Fault> {
    let one = story.chores.deliveries.get(number).or_not_found()?;
    let actor = desk(tx, story, known)?;
    let new = NewDelivery {
        addressee: party(tx, story, known, &actor, &one.name)?,
        kind: DeliveryKind::parse(&one.kind).map_err(Fault::internal)?,
        quantity: one.quantity,
        sender: one.sender.clone(),
        kept_at: one.kept_at.clone(),
    };
    let id = stewardship::receive(tx, &actor, new).map_err(platform::Failure::unexpected)?;
    if !one.is_taken() {
        stewardship::tell_of_delivery(tx, &actor, id)?;
    }
    known.deliveries.insert(number, id);
    Ok(())
}

fn hand_over(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let one = story.chores.deliveries.get(number).or_not_found()?;
    let id = *known.deliveries.get(&number).or_not_found()?;
    let actor = desk(tx, story, known)?;
    stewardship::end_delivery(tx, &actor, id, Ending::HandedOver, &one.taken_by)
        .map_err(platform::Failure::unexpected)
}

/// The person of the cast, or the organisation, of that name.
fn party(tx: &mut Tx<'_>, story: &Story, known: &Known, actor: &Actor, name: &str) -> Result<Party, Fault> {
    if let Some((who, _)) = story.cast.all().find(|(_, one)| one.name.full() == name) {
        return known.person(who).map(Party::Person);
    }
    let name = Name::parse(name).map_err(Fault::internal)?;
    let found = people::organisation_named(tx, actor.place, &name)?.or_not_found()?;
    Ok(Party::Organisation(found.id))
}
