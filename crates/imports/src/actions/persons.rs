//! Lines of persons.

use super::desk::Desk;
use super::settled::{LineRefused, Settled, at, refused};
use crate::rules::directory::MatchRefused;
use crate::rules::draft::{OrganisationNamed, PersonDraft};
use crate::rules::field::Field;
use kernel::{Actor, OrganisationId};
use people::{MembershipRefusal, NewOrganisation, NewPerson, OrganisationKey, PersonKey, PersonRefusal};
use platform::Failure;
use platform::database::Tx;

/// Adds the person of a line, with the organisation that pays for them and their membership, unless they are there.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    draft: &PersonDraft,
    reference: &str,
) -> Result<Settled, Failure<LineRefused>> {
    let known = desk.directory.recognise(draft, reference);
    if known
        .map_err(|refusal| refused(field_of_match(&refusal), refusal))?
        .is_some()
    {
        return Ok(Settled::Known);
    }
    let (organisation, added) = match &draft.organisation {
        None => (None, None),
        Some(named) => payer(tx, actor, desk, named)?,
    };
    let new = NewPerson {
        email: draft.email.clone(),
        phone: draft.phone.clone(),
        address: draft.address.clone(),
        organisation,
        note: draft.note.clone(),
        external_ref: Some(reference.to_owned()),
        ..NewPerson::named(draft.name.clone())
    };
    let id = people::create_person(tx, actor, new).map_err(|failure| at(failure, field_of))?;
    if let Some(day) = draft.joined_on {
        let joined = people::become_member(tx, actor, id, day);
        joined.map_err(|failure| at(failure, |_: &MembershipRefusal| Field::JoinedOn))?;
        if let Some(last) = draft.left_on {
            let left = people::end_membership(tx, actor, id, last);
            left.map_err(|failure| at(failure, |_: &MembershipRefusal| Field::LeftOn))?;
        }
    }
    let key = PersonKey {
        id,
        name: draft.name.clone(),
        email: draft.email.clone(),
        phone: draft.phone.clone(),
        external_ref: Some(reference.to_owned()),
    };
    Ok(Settled::Created {
        subject: id.as_i64(),
        person: Some(key),
        organisation: added,
    })
}

/// The organisation that a line names: found, or added when only its name is known.
fn payer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    named: &OrganisationNamed,
) -> Result<(Option<OrganisationId>, Option<OrganisationKey>), Failure<LineRefused>> {
    if let Some(id) = desk.register.find(named) {
        return Ok((Some(id), None));
    }
    let Some(name) = named.name.clone() else {
        return Err(refused(Field::Siren, MatchRefused::NoSuchOrganisation));
    };
    let new = NewOrganisation {
        siren: named.siren.clone(),
        ..NewOrganisation::named(name.clone())
    };
    let id = people::create_organisation(tx, actor, new).map_err(|failure| at(failure, |_| Field::Siren))?;
    let key = OrganisationKey {
        id,
        name,
        siren: named.siren.clone(),
        external_ref: None,
    };
    Ok((Some(id), Some(key)))
}

fn field_of_match(refusal: &MatchRefused) -> Field {
    if matches!(refusal, MatchRefused::EmailOfAnother { .. }) {
        Field::Email
    } else {
        Field::FullName
    }
}

fn field_of(refusal: &PersonRefusal) -> Field {
    match refusal {
        PersonRefusal::EmailTaken
        | PersonRefusal::EmailProtected
        | PersonRefusal::EmailNeeded
        | PersonRefusal::EmailLinkSpent => Field::Email,
        PersonRefusal::OrganisationUnknown => Field::Organisation,
        PersonRefusal::NoteTooLong => Field::Note,
        PersonRefusal::AlreadyImported | PersonRefusal::Alike => Field::Identifier,
    }
}
