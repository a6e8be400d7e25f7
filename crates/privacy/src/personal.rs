//! What answering about personal data holds itself.

use crate::actions;
use platform::personal::{Basis, Blank, Fate, Held, Holding, Owner, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    merge: Some(actions::settle),
    ..Personal::of(&[Holding {
        name: "privacy-holding-requests",
        basis: Basis::LegalObligation,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("personal_copy")
                .about(&[Owner::Person("person_id")])
                .showing(&["asked_at", "expires_at"])
                .hiding(&["content"])
                .goes(),
            Held::table("personal_request")
                .about(&[Owner::Person("person_id")])
                .done_with(&["recorded_by", "answered_by"])
                .showing(&["asked_on", "kind", "note", "state", "answer", "answered_at"])
                .naming(&["note", "answer"])
                .without(&[Blank::Empty("note"), Blank::Empty("answer")])
                .settled(),
            // Identifiers that lead to nobody any more: they stay, so that an older copy of the database erases again.
            Held::table("erasure").hiding(&["person_id"]),
            Held::table("not_the_same").done_with(&["said_by"]),
            Held::table("retention_rule").done_with(&["set_by"]),
        ],
    }])
};
