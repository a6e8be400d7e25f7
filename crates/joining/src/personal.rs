//! What joining holds about people: those who came to look, those who asked, those who leave.

use crate::store::{applications, tours};
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Blank, Fate, Held, Holding, Limit, Owner, Personal, Retention};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[
    Holding {
        name: "joining-holding-prospects",
        basis: Basis::LegitimateInterest,
        fate: Fate::Deleted,
        // CNIL: prospects, three years after their last sign of life.
        retention: Some(Retention {
            usual: 36,
            least: 3,
            most: 36,
            apply: forget_prospects,
        }),
        tables: &[
            Held::table("application")
                .about(&[
                    Owner::Person("person_id"),
                    Owner::Address("email"),
                    TOUR_OF_PERSON,
                    TOUR_OF_ADDRESS,
                ])
                .done_with(&["answered_by"])
                .showing(&[
                    "asked_at",
                    "given_name",
                    "family_name",
                    "email",
                    "phone",
                    "organisation_name",
                    "wish",
                    "state",
                    "answered_at",
                    "letter",
                ])
                .goes(),
            Held::table("tour")
                .about(&[Owner::Person("person_id"), Owner::Address("email")])
                .done_with(&["booked_by", "noted_by"])
                .showing(&[
                    "booked_at",
                    "starts_at",
                    "name",
                    "email",
                    "phone",
                    "wish",
                    "state",
                    "note",
                ])
                .goes(),
        ],
    },
    Holding {
        name: "joining-holding-membership",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("text_acceptance")
                .about(&[Owner::Person("person_id")])
                .showing(&["accepted_at"])
                .once(&["text_id"], ""),
            Held::table("welcome_step")
                .about(&[Owner::Person("person_id")])
                .done_by(&["done_by"])
                .showing(&["label", "done_at"])
                .once(&["position"], ""),
            Held::table("departure")
                .about(&[Owner::Person("person_id")])
                .done_with(&["recorded_by", "withdrawn_by"])
                .showing(&["given_on", "last_day", "reason"])
                .without(&[Blank::Empty("reason")]),
            Held::table("house_text").done_with(&["published_by"]),
        ],
    },
]);

const TOUR_OF_PERSON: Owner = Owner::Under {
    column: "tour_id",
    table: "tour",
    owner: &Owner::Person("person_id"),
};
const TOUR_OF_ADDRESS: Owner = Owner::Under {
    column: "tour_id",
    table: "tour",
    owner: &Owner::Address("email"),
};

fn forget_prospects(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    let asked = applications::forget(tx, place, limit.moment)?;
    Ok(asked.saturating_add(tours::forget(tx, place, limit.moment)?))
}
