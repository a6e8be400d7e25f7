//! VAT rates, by the day from which they hold.

use super::values::ExemptionText;
use crate::rules::catalogue::{DatedRate, Vat, VatCategory};
use kernel::{Day, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct RateRow {
        vat_category: VatCategory,
        from_day: Day,
        rate_bp: Rate,
        exemption: ExemptionText,
    }
}

statement! {
    ALL -> RateRow = "
        select vat_category, from_day, rate_bp, exemption
        from vat_rate
        where place_id = $1
        order by vat_category, from_day desc";

    IN_FORCE -> RateRow = "
        select vat_category, from_day, rate_bp, exemption
        from vat_rate
        where place_id = $1 and vat_category = $2 and from_day <= $3
        order by from_day desc
        limit 1";

    PUT = "
        insert into vat_rate (place_id, vat_category, from_day, rate_bp, exemption)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, vat_category, from_day) do update set
            rate_bp = excluded.rate_bp, exemption = excluded.exemption";
}

/// Every rate, past and to come.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<DatedRate>, DatabaseError> {
    Ok(tx
        .all(&ALL, &params![place])?
        .into_iter()
        .map(DatedRate::from)
        .collect())
}

/// The VAT of a category on a day.
pub(crate) fn in_force(
    tx: &mut Tx<'_>,
    place: PlaceId,
    category: VatCategory,
    day: Day,
) -> Result<Option<Vat>, DatabaseError> {
    let row = tx.optional(&IN_FORCE, &params![place, category, day])?;
    Ok(row.map(|row| DatedRate::from(row).vat))
}

/// Writes a rate that holds from its day on.
pub(crate) fn put(tx: &mut Tx<'_>, place: PlaceId, rate: &DatedRate) -> Result<(), DatabaseError> {
    let exemption = ExemptionText(rate.vat.exemption);
    tx.run(
        &PUT,
        &params![place, rate.category, rate.from, rate.vat.rate, exemption],
    )?;
    Ok(())
}

impl From<RateRow> for DatedRate {
    fn from(row: RateRow) -> Self {
        let vat = Vat {
            rate: row.rate_bp,
            exemption: row.exemption.0,
        };
        Self {
            category: row.vat_category,
            from: row.from_day,
            vat,
        }
    }
}
