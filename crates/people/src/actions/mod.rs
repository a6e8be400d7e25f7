//! The verbs of people: each authorises, loads, decides, saves and leaves a line in the activity log, in the caller's transaction.

mod accounts;
mod administrator;
mod links;
mod membership;
mod mergers;
mod organisations;
mod own;
pub(crate) mod passkeys;
mod persons;
mod roles;
mod second_factor;
mod sessions;

pub use accounts::{create_account, disable_account, enable_account, invite};
pub use administrator::{create_administrator, enter_as_administrator};
pub use links::{ask_letter, choose_password, sign_in_by_link};
pub use membership::{become_member, end_membership, resume_membership};
pub(crate) use mergers::settle_merger;
pub use mergers::{complete_organisation_merger, complete_person_merger, erase_person, may_end, may_touch};
pub use organisations::{create_organisation, update_organisation};
pub use own::{OwnDetails, ProvenEmail, change_own_email, change_password, update_own_details};
pub use persons::{create_person, set_payer, update_person};
pub use roles::{end_role, grant_role, grant_role_until};
pub use second_factor::{
    begin_factor, confirm_factor, prove, remove_factor, renew_codes, require_factor, reset_factor,
};
pub use sessions::{
    Door, Opened, note_use, open_session, renew_session, revoke_session, sign_in_by_password, sign_out,
    sign_out_everywhere, wear_hat,
};

pub(crate) use links::issue_link;
pub(crate) use second_factor::{is_required, that_count};

use kernel::{Day, PersonId, PlaceId, Role};
use platform::activity::Subject;
use platform::database::Tx;
use platform::{Fault, OrNotFound, place};

/// Today in the place.
fn today(tx: &mut Tx<'_>, place: PlaceId) -> Result<Day, Fault> {
    let zone = place::get(tx, place)?.zone;
    Ok(tx.today(&zone))
}

/// The person as the subject of a line of the log.
fn subject(person: PersonId) -> Subject {
    Subject::new("person", person)
}

/// The roles that a person holds or will hold: what protects them must not wait for the first day.
fn roles_held_or_coming(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Role>, Fault> {
    let today = today(tx, place)?;
    let grants = crate::store::roles::of_person(tx, place, person)?;
    let lasting = grants
        .iter()
        .filter(|grant| grant.until_day.is_none_or(|until_day| today <= until_day));
    Ok(lasting.map(|grant| grant.role).collect())
}

/// Whether the person belongs to the team, now or from a day to come.
fn is_of_the_team(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<bool, Fault> {
    let roles = roles_held_or_coming(tx, place, person)?;
    Ok(roles.into_iter().any(crate::rules::role::is_of_the_team))
}

/// Whether somebody else could administer the place from today on if this person could not any more.
fn another_administrator(tx: &mut Tx<'_>, place: PlaceId, but: PersonId) -> Result<bool, Fault> {
    let today = today(tx, place)?;
    for grant in crate::store::roles::administrators(tx, place, today)? {
        if grant.person == but {
            continue;
        }
        let account = crate::store::accounts::find_by_person(tx, place, grant.person)?;
        if account.is_some_and(|account| account.disabled_at.is_none()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The person, held until the end of the transaction.
fn locked(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<crate::Person, Fault> {
    crate::store::persons::lock(tx, place, person)?.or_not_found()
}
