//! Two records of one person or organisation become one; somebody is erased. What other capabilities hold moves or goes as they
//! declare: these are the parts of people, for whoever does the whole.

use super::persons::{follow_organisation, searched_text};
use super::{is_of_the_team, locked, organisations as organisation_acts, subject};
use crate::permissions::{ROLES, WRITE};
use crate::rules::access::AccountRefusal;
use crate::rules::person::{NewOrganisation, NewPerson};
use crate::store::{accounts, mergers, organisations, passkeys, persons};
use kernel::{Actor, OrganisationId, PersonId, PlaceId, Role};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::personal::Merge;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Whether the actor may touch what somebody signs in with: of the team, only who gives roles.
///
/// # Errors
/// [`AccountRefusal::Protected`].
pub fn may_touch(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<(), Failure<AccountRefusal>> {
    if !actor.may(ROLES) && is_of_the_team(tx, actor.place, person)? {
        return Err(Failure::Refused(AccountRefusal::Protected));
    }
    Ok(())
}

/// As [`may_touch`], for closing it for good: nobody closes that of the last administrator.
///
/// # Errors
/// [`AccountRefusal::Protected`], [`AccountRefusal::LastAdministrator`].
pub fn may_end(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<(), Failure<AccountRefusal>> {
    may_touch(tx, actor, person)?;
    let administers = super::roles_held_or_coming(tx, actor.place, person)?.contains(&Role::Administrator);
    if administers && !super::another_administrator(tx, actor.place, person)? {
        return Err(Failure::Refused(AccountRefusal::LastAdministrator));
    }
    Ok(())
}

/// Before rows move: one account at most, and one open membership from the day of the older.
pub(crate) fn settle_merger(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    let Merge::Persons { kept, gone } = merge else {
        return Ok(());
    };
    if accounts::find_by_person(tx, place, kept)?.is_some() {
        passkeys::remove_of_person(tx, place, gone)?;
        mergers::forget_account(tx, place, gone)?;
    }
    mergers::widen_membership(tx, place, kept, gone)?;
    Ok(())
}

/// After rows moved: `gone` is empty and leads to `kept`, who is as chosen.
///
/// # Errors
/// [`Fault::NotFound`] when one of them is not of the place.
pub fn complete_person_merger(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (kept, gone): (PersonId, PersonId),
    chosen: &NewPerson,
) -> Result<(), Fault> {
    actor.require(WRITE)?;
    let place = actor.place;
    let before = locked(tx, place, kept)?;
    let former = locked(tx, place, gone)?;
    mergers::person_leads_to(tx, place, (kept, gone), &chosen.name.full())?;
    if let (None, Some(line)) = (&before.external_ref, &former.external_ref) {
        persons::set_external_ref(tx, place, kept, line)?;
    }
    let search = searched_text(tx, place, chosen).map_err(|_| Fault::NotFound)?;
    persons::update(tx, place, kept, chosen, &search)?;
    let detail = json!({ "name": chosen.name.full() });
    activity::record(tx, actor, "person.merged", subject(kept), detail)?;
    Ok(())
}

/// As [`complete_person_merger`], for an organisation.
///
/// # Errors
/// [`Fault::NotFound`] when one of them is not of the place.
pub fn complete_organisation_merger(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (kept, gone): (OrganisationId, OrganisationId),
    chosen: &NewOrganisation,
) -> Result<(), Fault> {
    actor.require(WRITE)?;
    let place = actor.place;
    organisations::find(tx, place, gone)?.or_not_found()?;
    mergers::organisation_leads_to(tx, place, (kept, gone), chosen.name.as_str())?;
    let search = organisation_acts::searched_text(chosen);
    organisations::update(tx, place, kept, chosen, &search)?;
    follow_organisation(tx, place, kept, &chosen.name)?;
    let detail = json!({ "name": chosen.name.as_str() });
    let about = Subject::new("organisation", kept);
    activity::record(tx, actor, "organisation.merged", about, detail)?;
    Ok(())
}

/// The person is nobody from now on: called `name`, found by no search, member no more. Their account goes with what the
/// declarations say of it.
///
/// # Errors
/// As the database says.
pub fn erase_person(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, name: &str) -> Result<(), Fault> {
    let today = super::today(tx, place)?;
    mergers::erase(tx, place, person, name, today)?;
    Ok(())
}
