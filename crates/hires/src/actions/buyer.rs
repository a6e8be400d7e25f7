//! Who is billed for a hire. Anybody may name an organisation: what the place knows of it is for those who belong to it.

use crate::rules::hire::Hire;
use billing::Buyer;
use kernel::{Actor, Name, OrganisationId, PlaceId, Siren};
use people::{Address, Organisation, Person};
use platform::Fault;
use platform::database::Tx;

/// The organisation that somebody named, when the place knows it.
pub(super) fn named(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (name, siren): (&Name, Option<&Siren>),
) -> Result<Option<Organisation>, Fault> {
    Ok(match siren {
        Some(siren) => people::organisation_by_siren(tx, place, siren)?,
        None => people::organisation_named(tx, place, name)?,
    })
}

/// Who asks, when the place knows the address or the account that the request was proven with.
pub(super) fn asker(tx: &mut Tx<'_>, place: PlaceId, hire: &Hire) -> Result<Option<Person>, Fault> {
    Ok(match (hire.person, &hire.asked.email) {
        (Some(person), _) => people::person(tx, place, person)?,
        (None, Some(email)) => people::person_by_email(tx, place, email)?,
        (None, None) => None,
    })
}

/// Whether who asks belongs to that organisation.
pub(super) fn belongs(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: &Hire,
    organisation: OrganisationId,
) -> Result<bool, Fault> {
    let asker = asker(tx, place, hire)?;
    Ok(asker.is_some_and(|person| person.organisation == Some(organisation)))
}

/// The organisation that a request names and the place knows, when who asks does not belong to it: whether they may order for it is for
/// the team to find out before a quote leaves.
///
/// # Errors
/// As the database says.
pub(crate) fn unverified(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: &Hire,
) -> Result<Option<Organisation>, Fault> {
    let Some((name, siren)) = &hire.asked.organisation else {
        return Ok(None);
    };
    let Some(known) = named(tx, place, (name, siren.as_ref()))? else {
        return Ok(None);
    };
    let belongs = belongs(tx, place, hire, known.id)?;
    Ok((!belongs).then_some(known))
}

/// Who would be billed, with what the place knows of them already if they belong to it.
pub(super) fn buyer_of(tx: &mut Tx<'_>, actor: &Actor, hire: &Hire) -> Result<Buyer, Fault> {
    let place = actor.place;
    let (name, siren, address, vat_number) = match &hire.asked.organisation {
        Some((name, siren)) => {
            let known = match named(tx, place, (name, siren.as_ref()))? {
                Some(known) if belongs(tx, place, hire, known.id)? => Some(known),
                _ => None,
            };
            let (address, vat) = known.map(|one| (one.address, one.vat_number)).unzip();
            (name.to_string(), siren.clone(), address, vat.flatten())
        }
        None => {
            let known = match hire.person {
                Some(person) => people::person(tx, place, person)?,
                None => None,
            };
            let address = known.map(|person| person.address);
            (hire.asked.name.full(), None, address, None)
        }
    };
    let address = address.unwrap_or_else(Address::default);
    Ok(Buyer {
        professional: hire.asked.organisation.is_some(),
        name,
        street: address.street().to_owned(),
        postal_code: address.postal_code().to_owned(),
        city: address.city().to_owned(),
        country: address.country().to_owned(),
        siren,
        vat_number,
    })
}
