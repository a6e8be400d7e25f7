//! Every unit taken or given back, as a person reads it (T26).

use crate::rules::day_plan::DebitId;
use crate::rules::lot::PassLot;
use crate::store::debits::{self, NamedRow};
use kernel::{Day, Id, Instant, PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;

/// Why units moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MovementKind {
    /// A visit took them.
    Used,
    /// A visit that was shortened or undone gave them back.
    Returned,
    /// They paid what an earlier visit lacked.
    Settled,
    /// Somebody gave them back, for this reason.
    GivenBack(String),
}

/// Units moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Which row of the ledger.
    pub id: DebitId,
    /// The day of the visit.
    pub day: Day,
    /// When it was written.
    pub at: Instant,
    /// How many units, always positive.
    pub units: i64,
    /// Whether the person has more units afterwards.
    pub gives: bool,
    /// Why.
    pub kind: MovementKind,
    /// The lot.
    pub lot: Id<PassLot>,
    /// The name of the pass that the lot is.
    pub pass: String,
}

/// A part of the movements of a person, the latest day first, and how many there are in all.
///
/// # Errors
/// As the database says.
pub fn movements(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    limit: i64,
    offset: i64,
) -> Result<(Vec<Movement>, i64), Fault> {
    let rows = debits::of_person(tx, place, person, limit, offset)?;
    let total = debits::count(tx, place, person)?;
    Ok((rows.into_iter().map(movement).collect(), total))
}

fn movement(row: NamedRow) -> Movement {
    let kind = match (row.reason, row.returns_id, row.settles_id) {
        (Some(reason), _, _) => MovementKind::GivenBack(reason),
        (None, Some(_), _) => MovementKind::Returned,
        (None, None, Some(_)) => MovementKind::Settled,
        (None, None, None) => MovementKind::Used,
    };
    Movement {
        id: row.id,
        day: row.day,
        at: row.at,
        units: row.units.abs(),
        gives: row.units < 0,
        kind,
        lot: row.lot_id,
        pass: row.name,
    }
}
