//! What answering about personal data holds itself.

use crate::actions;
use crate::store::inactive;
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Blank, Fate, Held, Holding, Limit, Owner, Personal, Retention};

/// The kind of data whose rule says when somebody with whom nothing happens is erased.
pub(crate) const INACTIVE: &str = "privacy-holding-inactive";
/// The table of who is announced.
pub(crate) const INACTIVE_TABLE: &str = "inactive_person";
/// Three years, as the supervisory authority advises for customers one hears nothing of; never less than one.
pub(crate) const INACTIVE_MONTHS: Retention = Retention {
    usual: 36,
    least: 12,
    most: 36,
    apply: forget_kept,
};

fn forget_kept(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    Ok(inactive::forget_kept(tx, place, limit.day)?)
}

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    merge: Some(actions::settle),
    ..Personal::of(HOLDINGS)
};

const HOLDINGS: &[Holding] = &[
    Holding {
        name: INACTIVE,
        basis: Basis::LegalObligation,
        fate: Fate::Deleted,
        retention: Some(INACTIVE_MONTHS),
        tables: &[Held::table(INACTIVE_TABLE)
            .about(&[Owner::Person("person_id")])
            .done_with(&["kept_by"])
            .showing(&["due_on", "kept_on"])
            .once(&[], "")
            .goes()],
    },
    Holding {
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
    },
];
