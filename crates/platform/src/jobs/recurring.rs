//! Work done again and again: one job for each place and each slot of time, whoever asks first.

use super::store;
use crate::database::Tx;
use crate::failure::Fault;
use crate::place;
use kernel::{Actor, Instant};
use std::collections::HashMap;

/// Work to be done in every place, again and again.
#[derive(Debug, Clone, Copy)]
pub struct Recurring {
    /// The kind of job.
    pub kind: &'static str,
    /// How often, in minutes.
    pub every_minutes: u32,
}

/// The last slot that this process asked for, by kind.
pub(super) type Asked = HashMap<&'static str, i64>;

/// What has to be asked for at `now`: each kind whose slot is not the one asked for last, with that slot.
pub(super) fn due(recurring: &[Recurring], asked: &Asked, now: Instant) -> Vec<(&'static str, i64)> {
    let slots = recurring.iter().map(|work| (work.kind, slot(work, now)));
    slots
        .filter(|(kind, slot)| asked.get(kind) != Some(slot))
        .collect()
}

/// Asks for these slots in every place.
pub(super) fn ask(tx: &mut Tx<'_>, slots: &[(&'static str, i64)]) -> Result<(), Fault> {
    for place in place::all(tx)? {
        let actor = Actor::system(place.id);
        for (kind, slot) in slots {
            let key = format!("recurring:{kind}:{slot}");
            store::enqueue(tx, &actor, kind, &serde_json::Value::Null, Some(&key))?;
        }
    }
    Ok(())
}

fn slot(work: &Recurring, now: Instant) -> i64 {
    let length = i64::from(work.every_minutes.max(1)).saturating_mul(60);
    now.seconds().div_euclid(length)
}
