//! Agreements with organisations, made and changed by those who manage offers (T97).

use crate::MANAGE;
use crate::rules::agreement::{Agreement, AgreementRefused, AgreementTerms};
use crate::store::agreements;
use kernel::{Actor, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// Makes an agreement.
///
/// # Errors
/// [`AgreementRefused`]; [`platform::Fault::NotFound`] when there is no such organisation.
pub fn create_agreement(
    tx: &mut Tx<'_>,
    actor: &Actor,
    terms: &AgreementTerms,
) -> Result<Id<Agreement>, Failure<AgreementRefused>> {
    actor.require(MANAGE)?;
    terms.check().map_err(Failure::Refused)?;
    people::organisation(tx, actor.place, terms.organisation)?.or_not_found()?;
    let id = tx.new_id();
    agreements::insert(tx, actor.place, id, terms, actor.account)?;
    record(tx, actor, "agreement.made", id, terms)?;
    Ok(id)
}

/// Changes an agreement, for bookings made from now on; what was drawn stays drawn.
///
/// # Errors
/// [`AgreementRefused`], also when somebody changed it since that version; [`platform::Fault::NotFound`].
pub fn change_agreement(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, version): (Id<Agreement>, i64),
    terms: &AgreementTerms,
) -> Result<(), Failure<AgreementRefused>> {
    actor.require(MANAGE)?;
    terms.check().map_err(Failure::Refused)?;
    let known = agreements::find(tx, actor.place, id)?.or_not_found()?;
    let terms = AgreementTerms {
        organisation: known.terms.organisation,
        ..terms.clone()
    };
    if !agreements::update(tx, actor.place, (id, version), &terms)? {
        return Err(Failure::Refused(AgreementRefused::Changed));
    }
    record(tx, actor, "agreement.changed", id, &terms)?;
    Ok(())
}

fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    id: Id<Agreement>,
    terms: &AgreementTerms,
) -> Result<(), platform::Fault> {
    let detail = json!({ "name": terms.name.as_str(), "hours": terms.minutes / 60 });
    activity::record(tx, actor, verb, Subject::new("agreement", id), detail)?;
    Ok(())
}
