//! Adding and correcting persons.

use super::{locked, roles_held_or_coming, subject};
use crate::permissions::{ROLES, WRITE};
use crate::rules::email_change::{EmailChange, may_change_email};
use crate::rules::person::{NewPerson, Person, PersonRefusal};
use crate::rules::search;
use crate::store::{accounts, links, organisations, persons};
use kernel::{Actor, Name, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, Fault, activity};
use serde_json::json;

/// Adds a person.
///
/// # Errors
/// [`PersonRefusal`] when the address is another person's, the organisation is not of the place, or the line was
/// imported before; the transaction may go on after these.
pub fn create_person(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: NewPerson,
) -> Result<PersonId, Failure<PersonRefusal>> {
    actor.require(WRITE)?;
    add(tx, actor, person)
}

/// Adds a person on whoever's behalf: they themselves may be at the door.
pub(super) fn add(
    tx: &mut Tx<'_>,
    actor: &Actor,
    mut person: NewPerson,
) -> Result<PersonId, Failure<PersonRefusal>> {
    let place = actor.place;
    person.note = person.checked_note().map_err(Failure::Refused)?;
    refuse_taken(tx, place, &person, None)?;
    let search = searched_text(tx, place, &person)?;
    let id = tx.new_id();
    persons::insert(tx, place, id, &person, &search).map_err(taken)?;
    activity::record(
        tx,
        actor,
        "person.added",
        subject(id),
        json!({ "name": person.name.full() }),
    )?;
    Ok(id)
}

/// Keeps what was corrected of a person. The line of import is left as it was.
///
/// # Errors
/// [`PersonRefusal`], among which `EmailProtected`: the address of an account, or of somebody of the team, is
/// changed by themselves or by an administrator only.
pub fn update_person(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PersonId,
    person: NewPerson,
) -> Result<(), Failure<PersonRefusal>> {
    actor.require(WRITE)?;
    change(tx, actor, id, person, false)
}

/// Says who pays for a person from now on: an organisation, or they themselves. What was agreed before stays with who agreed.
///
/// # Errors
/// [`PersonRefusal::OrganisationUnknown`] when it is not of the place.
pub fn set_payer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PersonId,
    payer: Option<kernel::OrganisationId>,
) -> Result<(), Failure<PersonRefusal>> {
    actor.require(WRITE)?;
    let known = locked(tx, actor.place, id)?;
    if known.organisation == payer {
        return Ok(());
    }
    let changed = NewPerson {
        organisation: payer,
        ..NewPerson::from(known)
    };
    change(tx, actor, id, changed, false)
}

/// Changes a person; `by_themself` when that very person has just proven who they are.
pub(super) fn change(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PersonId,
    mut person: NewPerson,
    by_themself: bool,
) -> Result<(), Failure<PersonRefusal>> {
    let place = actor.place;
    let before = locked(tx, place, id)?;
    person.note = person.checked_note().map_err(Failure::Refused)?;
    refuse_taken(tx, place, &person, Some(id))?;
    if before.email != person.email {
        change_email(tx, actor, &before, &person, by_themself)?;
    }
    let search = searched_text(tx, place, &person)?;
    persons::update(tx, place, id, &person, &search).map_err(taken)?;
    let detail = json!({ "name": person.name.full() });
    activity::record(tx, actor, "person.changed", subject(id), detail)?;
    Ok(())
}

/// Whether the address may change; that of the account follows, and links already sent to the old one die.
fn change_email(
    tx: &mut Tx<'_>,
    actor: &Actor,
    before: &Person,
    after: &NewPerson,
    by_themself: bool,
) -> Result<(), Failure<PersonRefusal>> {
    let place = actor.place;
    let account = accounts::find_by_person(tx, place, before.id)?;
    let roles = roles_held_or_coming(tx, place, before.id)?;
    may_change_email(EmailChange {
        has_account: account.is_some(),
        roles: &roles,
        by_administrator: actor.may(ROLES),
        by_themself,
        leaves_an_address: after.email.is_some(),
    })
    .map_err(Failure::Refused)?;
    if let (Some(account), Some(email)) = (account, &after.email) {
        accounts::set_email(tx, place, account.id, email).map_err(taken)?;
        links::spend_all(tx, place, account.id)?;
    }
    let written = |email: Option<&kernel::Email>| email.map_or_else(|| "–".to_owned(), ToString::to_string);
    let detail = json!({ "from": written(before.email.as_ref()), "to": written(after.email.as_ref()) });
    activity::record(tx, actor, "person.email_changed", subject(before.id), detail)?;
    Ok(())
}

/// Says what another row holds already, while the transaction can still go on.
fn refuse_taken(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: &NewPerson,
    id: Option<PersonId>,
) -> Result<(), Failure<PersonRefusal>> {
    if let Some(email) = &person.email
        && persons::find_by_email(tx, place, email)?.is_some_and(|other| Some(other.id) != id)
    {
        return Err(Failure::Refused(PersonRefusal::EmailTaken));
    }
    if id.is_none()
        && let Some(line) = &person.external_ref
        && persons::find_by_external_ref(tx, place, line)?.is_some()
    {
        return Err(Failure::Refused(PersonRefusal::AlreadyImported));
    }
    Ok(())
}

/// The named constraints, for whoever was faster.
fn taken(error: DatabaseError) -> Failure<PersonRefusal> {
    match error.constraint() {
        Some("person_email_unique" | "account_email_unique") => Failure::Refused(PersonRefusal::EmailTaken),
        Some("person_external_ref_unique") => Failure::Refused(PersonRefusal::AlreadyImported),
        _ => error.into(),
    }
}

/// What the person is found by, with the name of their organisation, which must be of the place.
pub(super) fn searched_text(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: &NewPerson,
) -> Result<String, Failure<PersonRefusal>> {
    let organisation = match person.organisation {
        None => None,
        Some(id) => Some(
            organisations::find(tx, place, id)?
                .ok_or(Failure::Refused(PersonRefusal::OrganisationUnknown))?
                .name,
        ),
    };
    let (email, phone) = (person.email.as_ref(), person.phone.as_ref());
    Ok(search::person_text(
        &person.name,
        email,
        phone,
        organisation.as_ref(),
    ))
}

/// Writes again what the persons of a renamed organisation are found by.
pub(super) fn follow_organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: kernel::OrganisationId,
    name: &Name,
) -> Result<(), Fault> {
    for person in persons::of_organisation(tx, place, organisation)? {
        let (email, phone) = (person.email.as_ref(), person.phone.as_ref());
        let text = search::person_text(&person.name, email, phone, Some(name));
        persons::set_search(tx, place, person.id, &text)?;
    }
    Ok(())
}
