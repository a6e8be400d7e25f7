//! What imports hold about people: the files they came from, and which line each of them was.

use crate::store::imports;
use kernel::PlaceId;
use platform::Fault;
use platform::database::{Somebody, Tx};
use platform::personal::{Basis, Fate, Held, Holding, Merge, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    merge: Some(settle),
    erase: Some(forget_line),
    ..Personal::of(&[Holding {
        name: "imports-holding-files",
        basis: Basis::LegitimateInterest,
        fate: Fate::Deleted,
        retention: None,
        tables: &[
            Held::table("import")
                .done_by(&["created_by", "applied_by"])
                .naming(&["report"]),
            Held::table("import_line").hiding(&["reference", "subject_id"]),
        ],
    }])
};

/// A line of a file stays the line of whoever stays.
fn settle(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    let kind = match merge {
        Merge::Persons { .. } => "people",
        Merge::Organisations { .. } => "organisations",
    };
    Ok(imports::move_lines(tx, place, kind, merge.ids())?)
}

/// The reference of a line may be an address.
fn forget_line(tx: &mut Tx<'_>, place: PlaceId, who: &Somebody) -> Result<(), Fault> {
    Ok(imports::forget_lines(tx, place, "people", who.person.as_i64())?)
}
