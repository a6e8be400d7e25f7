//! How the words of this capability are stored.

use crate::rules::agreement::QuotaSpan;
use crate::rules::cost::{DayUse, UnitCosts};
use crate::rules::hours::HoursFrom;
use crate::rules::reduction::{ProofKind, ReductionState};
use platform::Fault;
use platform::database::text_value;

text_value!(DayUse);
text_value!(HoursFrom);
text_value!(ProofKind);
text_value!(QuotaSpan);
text_value!(ReductionState);

/// The costs of a row, which the constraints of its table keep in order.
pub(super) fn costs(day_units: i64, half_day_units: i64) -> Result<UnitCosts, Fault> {
    UnitCosts::new(day_units, half_day_units).map_err(Fault::internal)
}
