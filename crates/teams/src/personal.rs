//! What teams hold about people: to which organisations they belong.

use crate::store::invitations;
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Fate, Held, Holding, Merge, Owner, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    merge: Some(settle),
    ..Personal::of(&[Holding {
        name: "teams-holding-affiliations",
        basis: Basis::Contract,
        fate: Fate::Deleted,
        retention: None,
        tables: &[
            Held::table("affiliation")
                .about(&[Owner::Person("person_id")])
                .of_organisation(&["organisation_id"])
                .done_with(&["added_by"])
                .showing(&["from_day", "until_day"])
                .goes()
                .once(&["organisation_id", "person_id"], "until_day"),
            Held::table("team_manager")
                .about(&[Owner::Person("person_id")])
                .of_organisation(&["organisation_id"])
                .done_with(&["granted_by"])
                .showing(&["from_day", "until_day"])
                .goes()
                .once(&["organisation_id", "person_id"], "until_day"),
            Held::table("team_invitation")
                .about(&[Owner::Person("person_id"), Owner::Address("email")])
                .of_organisation(&["organisation_id"])
                .done_with(&["sent_by"])
                .showing(&["sent_at", "given_name", "family_name", "email", "state"])
                .goes(),
        ],
    }])
};

/// Somebody invited by both records of an organisation is invited once.
fn settle(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    if let Merge::Organisations { kept, gone } = merge {
        invitations::withdraw_doubles(tx, place, kept, gone)?;
    }
    Ok(())
}
