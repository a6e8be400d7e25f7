//! What exclusive hires hold about people: what they said of themselves, and who of the team looked after them.

use platform::personal::{Basis, Blank, Fate, Held, Holding, Owner, Personal};

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
    retention: None,
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
