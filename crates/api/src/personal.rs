//! What keys, webhooks and doors hold about people.

use crate::store::doors;
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Fate, Held, Holding, Limit, Owner, Personal, Retention};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[
    Holding {
        name: "api-holding-keys",
        basis: Basis::Contract,
        fate: Fate::Deleted,
        retention: None,
        tables: &[Held::table("api_token")
            .about(&[Owner::Person("person_id")])
            .done_by(&["revoked_by"])
            .showing(&[
                "name",
                "scopes",
                "created_at",
                "expires_at",
                "last_used_at",
                "revoked_at",
            ])
            .goes()],
    },
    Holding {
        name: "api-holding-webhooks",
        basis: Basis::LegitimateInterest,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[Held::table("webhook").done_by(&["created_by"])],
    },
    Holding {
        name: "api-holding-doors",
        basis: Basis::LegitimateInterest,
        fate: Fate::Deleted,
        retention: Some(Retention {
            usual: 3,
            least: 1,
            most: 12,
            apply: forget_decisions,
        }),
        tables: &[Held::table("door_decision")
            .about(&[Owner::Person("person_id")])
            .showing(&["at", "badge", "opened", "reason"])
            .goes()],
    },
]);

fn forget_decisions(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    Ok(doors::forget(tx, place, limit.moment)?)
}
