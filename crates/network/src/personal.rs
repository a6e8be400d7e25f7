//! What the network holds about people: where our members went, and the names of visitors.

use crate::store::visits;
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Fate, Held, Holding, Limit, Owner, Personal, Retention};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[
    Holding {
        name: "network-holding-visits",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        // The names of people of other places: they are no record of ours, and the lines of a statement stand without them.
        retention: Some(Retention {
            usual: 13,
            least: 1,
            most: 36,
            apply: forget_visitors,
        }),
        tables: &[Held::table("partner_visit")
            .about(&[Owner::Person("person_id")])
            .done_with(&["made_by"])
            .showing(&["day", "part", "state", "units", "amount_cents", "undone_at"])
            .hiding(&["visitor", "code"])],
    },
    Holding {
        name: "network-holding-codes",
        basis: Basis::Contract,
        fate: Fate::Deleted,
        retention: None,
        tables: &[Held::table("visiting_code")
            .about(&[Owner::Person("person_id")])
            .showing(&["made_at", "expires_at"])
            .goes()
            .once(&["partner_id"], "")],
    },
    Holding {
        name: "network-holding-partners",
        basis: Basis::LegitimateInterest,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[Held::table("partner")
            .of_organisation(&["organisation_id"])
            .done_with(&["made_by"])],
    },
]);

fn forget_visitors(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    Ok(visits::forget_names(tx, place, limit.day)?)
}
