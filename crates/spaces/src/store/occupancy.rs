//! What the figures of occupancy are counted from.

use super::broken;
use crate::rules::booking::{BookingState, Price};
use crate::rules::check_in::{CheckInKind, Part};
use crate::rules::occupancy::Presence;
use crate::rules::resource::ResourceId;
use billing::{Basis, Product};
use kernel::{Day, Days, Id, Instant, Money, Period, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct UsedRow {
        resource_id: ResourceId,
        starts_at: Instant,
        ends_at: Instant,
        state: BookingState,
        product_id: Option<Id<Product>>,
        price_cents: Money,
        basis: Basis,
        rate_bp: Rate,
        fee_cents: Option<Money>,
    }

    struct PresenceRow {
        day: Day,
        half: Part,
        kind: CheckInKind,
        people: i64,
    }
}

statement! {
    USED -> UsedRow = "
        select resource_id, starts_at, ends_at, state, product_id, price_cents, basis, rate_bp, fee_cents
        from booking
        where place_id = $1 and ends_at > $2 and ends_at < $4 and starts_at < $3
            and state in ('confirmed', 'checked_in', 'done', 'no_show', 'cancelled', 'expired')
        order by starts_at, id
        limit 200000";

    PRESENT -> PresenceRow = "
        select day, half, kind, count(*) as people
        from check_in
        where place_id = $1 and day between $2 and $3 and cancelled_at is null
        group by day, half, kind
        order by day, half, kind";
}

/// A booking as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// On what.
    pub resource: ResourceId,
    /// When.
    pub period: Period,
    /// What became of it.
    pub state: BookingState,
    /// What it costs.
    pub price: Price,
    /// What giving it up cost.
    pub fee: Option<Money>,
}

/// The bookings that touch a span of time and may count, the earliest first; 200,000 at most.
///
/// # Errors
/// As the database says.
pub fn used(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Used>, DatabaseError> {
    let latest = super::lists::latest_end(span);
    let rows = tx.all(&USED, &params![place, span.start(), span.end(), latest])?;
    rows.into_iter().map(Used::try_from).collect()
}

/// How many people came on each of these days, by half and grounds; what was undone does not count.
///
/// # Errors
/// As the database says.
pub fn present(tx: &mut Tx<'_>, place: PlaceId, days: Days) -> Result<Vec<Presence>, DatabaseError> {
    let rows = tx.all(&PRESENT, &params![place, days.first(), days.last()])?;
    Ok(rows
        .into_iter()
        .map(|row| Presence {
            day: row.day,
            part: row.half,
            kind: row.kind,
            people: row.people,
        })
        .collect())
}

impl TryFrom<UsedRow> for Used {
    type Error = DatabaseError;

    fn try_from(row: UsedRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            resource: row.resource_id,
            period: Period::new(row.starts_at, row.ends_at).map_err(broken("booking.ends_at"))?,
            state: row.state,
            price: Price {
                product: row.product_id,
                amount: row.price_cents,
                basis: row.basis,
                rate: row.rate_bp,
                exemption: None,
            },
            fee: row.fee_cents,
        })
    }
}
