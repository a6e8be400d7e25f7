//! What must hold among people, for `tribu verify`.

use crate::rules::name::PersonName;
use crate::rules::search::{organisation_text, person_text};
use crate::store::checks;
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::verify::Report;

/// Recomputes the searched texts, and checks memberships, accounts and sessions.
///
/// # Errors
/// A fault when the tables cannot be read; what does not hold goes to the report.
pub fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    check_persons(tx, place, report)?;
    check_organisations(tx, place, report)?;
    check_memberships(tx, place, report)?;
    check_accounts(tx, place, report)
}

fn check_persons(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    const WHAT: &str = "verify-people-persons";
    let persons = checks::persons(tx, place)?;
    report.checked(WHAT, persons.len());
    for person in persons {
        let Ok(name) = PersonName::parse(&person.given_name, &person.family_name) else {
            report.fault(WHAT, format!("person {}: the name cannot be read", person.id));
            continue;
        };
        let (email, phone) = (person.email.as_ref(), person.phone.as_ref());
        let expected = person_text(&name, email, phone, person.organisation.as_ref());
        if person.search != expected || person.sort_name != name.sort_key() {
            report.fault(
                WHAT,
                format!(
                    "person {}: found by `{}`, not `{expected}`",
                    person.id, person.search
                ),
            );
        }
    }
    Ok(())
}

fn check_organisations(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    const WHAT: &str = "verify-people-organisations";
    let organisations = checks::organisations(tx, place)?;
    report.checked(WHAT, organisations.len());
    for one in organisations {
        let expected = organisation_text(
            &one.name,
            one.email.as_ref(),
            one.phone.as_ref(),
            one.siren.as_ref(),
        );
        if one.search != expected {
            report.fault(
                WHAT,
                format!(
                    "organisation {}: found by `{}`, not `{expected}`",
                    one.id, one.search
                ),
            );
        }
    }
    Ok(())
}

/// Neighbours in time: the earlier one must be over before the later begins. An open one followed by another is caught here
/// too.
fn check_memberships(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    const WHAT: &str = "verify-people-memberships";
    let memberships = checks::memberships(tx, place)?;
    report.checked(WHAT, memberships.len());
    for pair in memberships.windows(2) {
        let [earlier, later] = pair else { continue };
        let over = earlier.left_on.is_some_and(|left_on| left_on < later.joined_on);
        if earlier.person_id == later.person_id && !over {
            report.fault(
                WHAT,
                format!("person {}: two memberships overlap", later.person_id),
            );
        }
    }
    Ok(())
}

fn check_accounts(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    const WHAT: &str = "verify-people-accounts";
    let count = checks::count_accounts(tx, place)?;
    report.checked(WHAT, usize::try_from(count).unwrap_or_default());
    for account in checks::stray_accounts(tx, place)? {
        report.fault(
            WHAT,
            format!("person {}: the account has another address", account.person_id),
        );
    }
    for account in checks::open_of_disabled(tx, place)? {
        report.fault(
            WHAT,
            format!(
                "person {}: a closed account has an open session",
                account.person_id
            ),
        );
    }
    Ok(())
}
