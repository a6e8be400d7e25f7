//! The SQL of the running of the house: rows in, domain types out.

pub(crate) mod deliveries;
pub(crate) mod domiciliations;
pub(crate) mod duties;
pub(crate) mod equipment;
pub(crate) mod incidents;
pub(crate) mod items;
pub(crate) mod loans;
pub(crate) mod relay;

use crate::rules::delivery::{DeliveryKind, Ending};
use crate::rules::duty::DutyState;
use crate::rules::equipment::Disposal;
use crate::rules::incident::{IncidentState, Urgency};
use crate::rules::item::{ItemKind, Outcome};
use crate::rules::relay::Moment;
use kernel::{OrganisationId, PersonId};
use people::Party;
use platform::database::{DatabaseError, text_value};

text_value!(
    DeliveryKind,
    Ending,
    ItemKind,
    Outcome,
    DutyState,
    Moment,
    Disposal,
    IncidentState,
    Urgency
);

/// One of the two columns that say for whom; a check of the table keeps them so.
fn party(person: Option<PersonId>, organisation: Option<OrganisationId>) -> Result<Party, DatabaseError> {
    person
        .map(Party::Person)
        .or(organisation.map(Party::Organisation))
        .ok_or_else(|| DatabaseError::Other("a row for nobody".to_owned()))
}

/// The two columns of a party.
fn columns(party: Party) -> (Option<PersonId>, Option<OrganisationId>) {
    match party {
        Party::Person(person) => (Some(person), None),
        Party::Organisation(organisation) => (None, Some(organisation)),
    }
}
