//! What the desk does beside welcoming people.

mod keeping_the_desk;
mod mending;

use super::desk;
use crate::demo::known::Known;
use crate::demo::stewardship::Chore;
use crate::demo::story::Story;
use billing::{Basis, Family, Method, NewProduct, Price, PriceFor, Unit, VatCategory};
use kernel::{Actor, Money, Name, PersonId, Role};
use people::Party;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use stewardship::{
    DeliveryKind, Ending, ItemKind, NewDelivery, NewDomiciliation, NewItem, NewLoan, NewLoanEnd, Outcome,
};

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
        Chore::ListsItems => list_items(tx, story, known),
        Chore::Lends(number) => lend(tx, story, known, number),
        Chore::TakesBack(number) => take_back(tx, story, known, number),
        Chore::ListsShifts => keeping_the_desk::list(tx, story, known),
        Chore::TakesShift(turn, day, who) => keeping_the_desk::take(tx, story, known, (turn, day, who)),
        Chore::Settles(turn, day, who) => keeping_the_desk::settle(tx, story, known, (turn, day, who)),
        Chore::Ticks(moment) => keeping_the_desk::tick(tx, story, known, moment),
        Chore::LeavesNote(number) => keeping_the_desk::leave_note(tx, story, known, number),
        Chore::ReadsNote(number) => keeping_the_desk::read_note(tx, story, known, number),
        Chore::ListsEquipment => mending::list(tx, story, known),
        Chore::Reports(number) => mending::report(tx, story, known, number),
        Chore::Mends(number, step) => mending::mend(tx, story, known, (number, step)),
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
    stewardship::domicile(tx, &director, new).map_err(Failure::unexpected)?;
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
    let id = stewardship::receive(tx, &actor, new).map_err(Failure::unexpected)?;
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
    stewardship::end_delivery(tx, &actor, id, Ending::HandedOver, &one.taken_by).map_err(Failure::unexpected)
}

/// The director writes every item down, and says how a loss is invoiced.
fn list_items(tx: &mut Tx<'_>, story: &Story, known: &mut Known) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    for one in &story.chores.items {
        let new = NewItem {
            kind: ItemKind::parse(&one.kind).map_err(Fault::internal)?,
            number: one.number.clone(),
            opens: one.opens.clone(),
            deposit: Money::from_cents(one.deposit),
        };
        let id = stewardship::create_item(tx, &director, new).map_err(Failure::unexpected)?;
        known.items.insert((one.kind.clone(), one.number.clone()), id);
    }
    for sold in &story.chores.articles {
        let new = NewProduct {
            code: sold.code.clone(),
            name: sold.name.clone(),
            family: Family::Other,
            vat_category: VatCategory::parse(&sold.vat).map_err(Fault::internal)?,
            basis: Basis::Gross,
            account_code: String::new(),
        };
        let product = billing::create_product(tx, &director, new).map_err(Failure::unexpected)?;
        let price = Price {
            product,
            audience: PriceFor(None),
            unit: Unit::Piece,
            amount: Money::from_cents(sold.price),
            from: story.year.first(),
        };
        billing::set_price(tx, &director, price).map_err(Failure::unexpected)?;
    }
    let loss = NewProduct {
        code: "PERTE".to_owned(),
        name: "Pertes et dégâts".to_owned(),
        family: Family::Other,
        vat_category: VatCategory::Standard,
        basis: Basis::Gross,
        account_code: String::new(),
    };
    let product = billing::create_product(tx, &director, loss).map_err(Failure::unexpected)?;
    stewardship::set_item_product(tx, &director, product)
}

fn lend(tx: &mut Tx<'_>, story: &Story, known: &mut Known, number: usize) -> Result<(), Fault> {
    let one = story.chores.loans.get(number).or_not_found()?;
    let actor = desk(tx, story, known)?;
    let item = *known
        .items
        .get(&(one.kind.clone(), one.number.clone()))
        .or_not_found()?;
    let Some(person) = present(story, known, &one.name) else {
        return Ok(());
    };
    let asked = story
        .chores
        .items
        .iter()
        .find(|thing| thing.kind == one.kind && thing.number == one.number);
    let today = tx.today(&story.year.zone);
    let new = NewLoan {
        item,
        person,
        due_on: one.due.map(|days| today.plus_days(days)),
        deposit: Money::from_cents(asked.or_not_found()?.deposit),
        method: Some(Method::parse(&one.method).map_err(Fault::internal)?),
    };
    let id = stewardship::hand_over_item(tx, &actor, &new).map_err(Failure::unexpected)?;
    known.loans.insert(number, id);
    Ok(())
}

fn take_back(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let one = story.chores.loans.get(number).or_not_found()?;
    let Some(id) = known.loans.get(&number).copied() else {
        return Ok(());
    };
    let actor = desk(tx, story, known)?;
    let new = NewLoanEnd {
        outcome: Outcome::parse(&one.outcome).map_err(Fault::internal)?,
        cost: Money::from_cents(one.cost),
        label: format!("Badge {}, remplacement", one.number),
        note: String::new(),
    };
    stewardship::take_back_item(tx, &actor, id, new).map_err(Failure::unexpected)?;
    Ok(())
}

/// The person of the cast of that name, once they have come.
fn present(story: &Story, known: &Known, name: &str) -> Option<PersonId> {
    let (who, _) = story.cast.all().find(|(_, one)| one.name.full() == name)?;
    known.person(who).ok()
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
