//! What doors hold about people: who put a tablet at a door.

use platform::personal::{Basis, Fate, Held, Holding, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[Holding {
    name: "doors-holding-tablets",
    basis: Basis::LegitimateInterest,
    fate: Fate::Anonymised,
    retention: None,
    tables: &[Held::table("door_tablet").done_by(&["made_by"])],
}]);
