//! What booking without an account holds about people: what they said of themselves.

use platform::personal::{Basis, Fate, Held, Holding, Owner, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[Holding {
    name: "guests-holding-bookings",
    basis: Basis::Contract,
    fate: Fate::Deleted,
    retention: None,
    tables: &[Held::table("guest_booking")
        .about(&[Owner::Person("person_id"), Owner::Address("email")])
        .showing(&[
            "asked_at",
            "given_name",
            "family_name",
            "email",
            "phone",
            "organisation_name",
            "proven_at",
        ])
        .hiding(&["secret_hash"])
        .goes()],
}]);
