//! The customer's yes and no. Whoever holds the secret of a quote is its customer: no permission is asked for.

use super::answer::line_for;
use super::buyer;
use super::hold::{free, keep, named, release};
use super::words::prose;
use super::{at, held_for, in_order, known, numbered, record};
use crate::letters::{self, Letter};
use crate::rules::hire::{At, Hire, HireAct, HireRefused, HireSlot};
use crate::store::hires;
use billing::{Basis, Buyer, Quote, QuoteRefusal, Yes};
use kernel::{Actor, CustomerId, Id, Name, PersonId, PlaceId};
use people::{Address, NewOrganisation, NewPerson, Party};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use spaces::{Agreed, Price};

/// The customer accepts: the spaces are booked and everything is charged at the prices of the quote, in one transaction. A space that
/// was lost meanwhile is taken again if it is free; if it is not, nothing is done at all.
///
/// # Errors
/// [`At`]: the quote cannot be accepted any more, or a space is gone, and which one.
pub fn accept(
    tx: &mut Tx<'_>,
    actor: &Actor,
    quote: Id<Quote>,
    (yes, address): (&Yes, &Address),
) -> Result<Id<Hire>, Failure<At>> {
    let id: Id<Hire> = Id::from_i64(billing::quote(tx, actor.place, quote)?.source.id);
    let hire = known(tx, actor.place, id)?;
    // What became of the quote is said before what became of the request.
    let quote = billing::accept_quote(tx, actor, quote, yes).map_err(|failure| failure.map(answered))?;
    let (_, state) = held_for(tx, actor.place, id, HireAct::Accept)?;
    let (person, customer) = customer_of(tx, &hire, (&quote.facts.buyer, address), actor)?;
    let slots = in_order(tx, actor.place, id)?;
    for slot in &slots {
        take(tx, actor, (&hire, slot), (&quote, person, customer))?;
    }
    charge_rest(tx, actor, &slots, (&quote, person, customer))?;
    hires::name(tx, actor.place, id, person)?;
    hires::set_state(tx, actor.place, id, (state, ""))?;
    record(tx, actor, "hire.accepted", id, numbered(&quote))?;
    let quote = quote.id;
    letters::ask(tx, actor, &Letter::Accepted { hire: id, quote })?;
    letters::ask(tx, actor, &Letter::AcceptedToHouse { hire: id, quote })?;
    Ok(id)
}

fn answered(refusal: QuoteRefusal) -> At {
    let field = match refusal {
        QuoteRefusal::ConditionsMissing => "conditions",
        QuoteRefusal::TextRefused => "name",
        QuoteRefusal::TotalChanged => "total",
        _ => "answer",
    };
    At::new(field, refusal)
}

/// Books a slot that the quote names and the customer takes; gives the others back.
fn take(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (hire, slot): (&Hire, &HireSlot),
    (quote, person, customer): (&Quote, PersonId, CustomerId),
) -> Result<(), Failure<At>> {
    let line = line_for(quote, slot).and_then(|position| quote.facts.lines.get(position));
    let Some(line) = line.filter(|line| !line.optional || line.chosen) else {
        return Ok(release(tx, actor, slot)?);
    };
    let agreed = Agreed {
        person,
        customer,
        price: Price {
            product: Some(line.product),
            amount: line.amount(quote.facts.discount),
            basis: Basis::Net,
            rate: line.vat.rate,
            exemption: line.vat.exemption,
        },
    };
    let gone = |tx: &mut Tx<'_>, failure: Failure<()>| -> Failure<At> {
        match (failure, named(tx, actor.place, slot)) {
            (Failure::Fault(fault), _) | (_, Err(fault)) => Failure::Fault(fault),
            (Failure::Refused(()), Ok((space, when))) => at("answer", HireRefused::SlotGone { space, when }),
        }
    };
    let kept = super::hold::kept(tx, actor.place, slot)?;
    let booking = match kept {
        Some(booking) => booking.id,
        None => match again(tx, actor.place, (hire, slot)) {
            Ok(booking) => booking,
            Err(failure) => return Err(gone(tx, failure.map(drop))),
        },
    };
    match spaces::confirm_agreed(tx, actor, booking, &agreed) {
        Ok(_) => Ok(()),
        Err(failure) => Err(gone(tx, failure.map(drop))),
    }
}

/// Takes a slot again whose time was over.
fn again(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (hire, slot): (&Hire, &HireSlot),
) -> Result<spaces::BookingId, Failure<At>> {
    let house = Actor::system(place);
    let before = match slot.booking {
        Some(booking) => spaces::store::bookings::find(tx, place, booking)?,
        None => None,
    };
    let overriding = before.is_some_and(|booking| booking.overridden);
    keep(tx, &house, hire, slot, (slot.period.start(), overriding)).map(|booking| booking.id)
}

/// Everything else that was accepted: meals, equipment, hours of somebody.
fn charge_rest(
    tx: &mut Tx<'_>,
    actor: &Actor,
    slots: &[HireSlot],
    (quote, person, customer): (&Quote, PersonId, CustomerId),
) -> Result<(), Failure<At>> {
    let booked: Vec<usize> = slots.iter().filter_map(|slot| line_for(quote, slot)).collect();
    for (position, line) in quote.facts.lines.iter().enumerate() {
        let left = line.optional && !line.chosen;
        if left || booked.contains(&position) || line.amount(quote.facts.discount).is_zero() {
            continue;
        }
        let charge = billing::quoted_charge(quote, position, (customer, Some(person))).or_not_found()?;
        billing::charge_agreed(tx, actor, charge, line.vat.exemption)
            .map_err(|failure| failure.map(|refusal| At::new("answer", refusal)))?;
    }
    Ok(())
}

/// Who comes and who pays, found by address and number, or made. A quote that the house addressed to an organisation is billed to it;
/// who says yes belongs to it only if it was made in this act, or if they did before. Nothing known is changed but an address that was
/// missing, of oneself or of one's own organisation.
fn customer_of(
    tx: &mut Tx<'_>,
    hire: &Hire,
    (buyer, address): (&Buyer, &Address),
    actor: &Actor,
) -> Result<(PersonId, CustomerId), Failure<At>> {
    let house = Actor::system(actor.place);
    let organisation = if buyer.professional {
        Some(organisation_of(tx, &house, hire, (buyer, address))?)
    } else {
        None
    };
    let person = person_of(tx, &house, hire, (address, organisation))?;
    let payer = organisation.map_or(Party::Person(person), |one| Party::Organisation(one.id));
    let customer = billing::customer_of(tx, &house, payer)?;
    Ok((person, customer))
}

/// The organisation that is billed.
#[derive(Clone, Copy)]
struct Billed {
    id: kernel::OrganisationId,
    /// Whether nobody knew it before.
    made: bool,
}

fn organisation_of(
    tx: &mut Tx<'_>,
    house: &Actor,
    hire: &Hire,
    (buyer, address): (&Buyer, &Address),
) -> Result<Billed, Failure<At>> {
    let name = Name::parse(&buyer.name).map_err(|refused| at("answer", refused))?;
    let known = buyer::named(tx, house.place, (&name, buyer.siren.as_ref()))?;
    let refused =
        |failure: Failure<people::OrganisationRefusal>| failure.map(|refusal| At::new("answer", refusal));
    if let Some(known) = known {
        let id = known.id;
        if known.address.street().is_empty() && buyer::belongs(tx, house.place, hire, id)? {
            let whole = NewOrganisation {
                address: address.clone(),
                ..NewOrganisation::from(known)
            };
            people::update_organisation(tx, house, id, whole).map_err(refused)?;
        }
        return Ok(Billed { id, made: false });
    }
    let new = NewOrganisation {
        siren: buyer.siren.clone(),
        vat_number: buyer.vat_number.clone(),
        email: hire.asked.email.clone(),
        address: address.clone(),
        ..NewOrganisation::named(name)
    };
    let id = people::create_organisation(tx, house, new).map_err(refused)?;
    Ok(Billed { id, made: true })
}

fn person_of(
    tx: &mut Tx<'_>,
    house: &Actor,
    hire: &Hire,
    (address, organisation): (&Address, Option<Billed>),
) -> Result<PersonId, Failure<At>> {
    let email = hire.asked.email.clone().or_not_found()?;
    let refused = |failure: Failure<people::PersonRefusal>| failure.map(|refusal| At::new("answer", refusal));
    let known = buyer::asker(tx, house.place, hire)?;
    if let Some(known) = known {
        let id = known.id;
        if organisation.is_none() && known.address.street().is_empty() {
            let whole = NewPerson {
                address: address.clone(),
                ..NewPerson::from(known)
            };
            people::update_person(tx, house, id, whole).map_err(refused)?;
        }
        return Ok(id);
    }
    let new = NewPerson {
        email: Some(email),
        phone: hire.asked.phone.clone(),
        address: if organisation.is_none() {
            address.clone()
        } else {
            Address::default()
        },
        organisation: organisation.filter(|one| one.made).map(|one| one.id),
        language: Some(hire.asked.language),
        ..NewPerson::named(hire.asked.name.clone())
    };
    people::create_person(tx, house, new).map_err(refused)
}

/// The customer says no: what was kept is free at once.
///
/// # Errors
/// [`At`] when it cannot be answered any more.
pub fn decline(tx: &mut Tx<'_>, actor: &Actor, quote: Id<Quote>, reason: &str) -> Result<(), Failure<At>> {
    let id: Id<Hire> = Id::from_i64(billing::quote(tx, actor.place, quote)?.source.id);
    known(tx, actor.place, id)?;
    let reason = if reason.trim().is_empty() {
        String::new()
    } else {
        prose(reason).ok_or_else(|| at("reason", HireRefused::Text))?
    };
    let quote = billing::decline_quote(tx, actor, quote, &reason)
        .map_err(|failure| failure.map(|refusal| At::new("answer", refusal)))?;
    let (_, state) = held_for(tx, actor.place, id, HireAct::Lose)?;
    free(tx, actor, id)?;
    hires::set_state(tx, actor.place, id, (state, &reason))?;
    record(tx, actor, "hire.declined", id, numbered(&quote))?;
    letters::ask(
        tx,
        actor,
        &Letter::Declined {
            hire: id,
            quote: quote.id,
        },
    )?;
    Ok(())
}
