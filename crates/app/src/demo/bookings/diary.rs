//! What is taken already, so that nothing drawn meets anything else.

use super::{RoomNumber, Slot};
use kernel::Day;
use std::collections::BTreeMap;

/// The taken hours of each room and day, buffers included.
#[derive(Debug, Default)]
pub(super) struct Diary(BTreeMap<(RoomNumber, Day), Vec<(u16, u16)>>);

impl Diary {
    /// Takes a slot with so many minutes around it, if it is free.
    pub(super) fn take(&mut self, slot: Slot, around: u16) -> bool {
        let (from, until) = (
            slot.from.saturating_sub(around),
            slot.until.saturating_add(around),
        );
        let taken = self.0.entry((slot.room, slot.day)).or_default();
        let free = taken.iter().all(|(start, end)| until <= *start || *end <= from);
        if free {
            taken.push((from, until));
        }
        free
    }
}
