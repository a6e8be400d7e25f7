//! What plans hold about people: who drew them.

use platform::personal::{Basis, Fate, Held, Holding, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[Holding {
    name: "floors-holding-drawings",
    basis: Basis::LegitimateInterest,
    fate: Fate::Anonymised,
    retention: None,
    tables: &[Held::table("floor_plan").done_by(&["changed_by"])],
}]);
