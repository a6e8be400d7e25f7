//! Customers: a person or an organisation of the directory, from its first charge on.

use crate::store::customers::{self, CustomerRow};
use kernel::{Actor, CustomerId};
use people::Payer;
use platform::database::Tx;
use platform::failure::Fault;

/// The customer that a payer is, made at the first need. The caller has authorised the act that needs it.
///
/// # Errors
/// As the database says.
pub fn customer_of(tx: &mut Tx<'_>, actor: &Actor, payer: Payer) -> Result<CustomerId, Fault> {
    if let Some(found) = find(tx, actor, payer)? {
        return Ok(found.id);
    }
    let (person_id, organisation_id) = match payer {
        Payer::Person(person) => (Some(person), None),
        Payer::Organisation(organisation) => (None, Some(organisation)),
    };
    customers::insert(
        tx,
        actor.place,
        &CustomerRow {
            id: tx.new_id(),
            person_id,
            organisation_id,
        },
    )?;
    // Somebody else may have made it in between: theirs is the one.
    let made = find(tx, actor, payer)?;
    made.map(|row| row.id)
        .ok_or_else(|| Fault::Internal("a customer was not made".to_owned()))
}

fn find(tx: &mut Tx<'_>, actor: &Actor, payer: Payer) -> Result<Option<CustomerRow>, Fault> {
    Ok(match payer {
        Payer::Person(person) => customers::of_person(tx, actor.place, person)?,
        Payer::Organisation(organisation) => customers::of_organisation(tx, actor.place, organisation)?,
    })
}
