//! What exclusive hires hold about people: what they said of themselves, and who of the team looked after them.

use crate::actions::source_of;
use crate::store::retention;
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Blank, Fate, Held, Holding, Limit, Owner, Personal, Retention};

const OF_HIRE: Owner = Owner::Under {
    column: "hire_id",
    table: "exclusive_hire",
    owner: &Owner::Address("email"),
};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[Holding {
    name: "hires-holding-requests",
    basis: Basis::Contract,
    fate: Fate::Anonymised,
    // CNIL: whoever asked and did not become a customer, three years after their last sign of life.
    retention: Some(Retention {
        usual: 36,
        least: 3,
        most: 36,
        apply: forget_fruitless,
    }),
    tables: &[
        Held::table("exclusive_hire")
            .about(&[Owner::Person("person_id"), Owner::Address("email")])
            .showing(&[
                "asked_at",
                "given_name",
                "family_name",
                "email",
                "phone",
                "organisation_name",
                "first_day",
                "last_day",
                "people",
                "message",
                "state",
                "reason",
            ])
            .hiding(&["secret_hash"])
            .without(&[
                Blank::Empty("given_name"),
                Blank::Empty("family_name"),
                Blank::Empty("email"),
                Blank::Null("phone"),
                Blank::Empty("message"),
                Blank::Empty("reason"),
            ]),
        Held::table("exclusive_hire_message")
            .about(&[OF_HIRE])
            .done_by(&["written_by"])
            .showing(&["written_at", "body"])
            .without(&[Blank::Empty("body")]),
        Held::table("hire_check")
            .about(&[OF_HIRE])
            .done_by(&["checked_by"])
            .showing(&["checked_at", "condition", "note"]),
        Held::table("security_deposit")
            .about(&[OF_HIRE])
            .done_by(&["received_by", "settled_by"])
            .showing(&["received_on", "amount_cents", "kept_cents", "reason"]),
    ],
}]);

/// Requests that came to nothing: who asked, what they wrote, and drafts that were never sent. A quote that was sent is a document of
/// billing, which keeps it.
fn forget_fruitless(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    let mut forgotten = 0_u64;
    for id in retention::fruitless(tx, place, (limit.moment, limit.day))? {
        billing::drop_quote_drafts(tx, place, &source_of(id))?;
        retention::forget(tx, place, id)?;
        forgotten = forgotten.saturating_add(1);
    }
    Ok(forgotten)
}
