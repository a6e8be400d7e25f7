//! Where a booking goes when its space is closed: which spaces are tried first, and what it costs there.

use super::booking::Price;
use super::moving::on_basis;
use super::resource::{Resource, ResourceId, ResourceKind};
use std::cmp::Reverse;

/// What a booking needs of another space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The space it leaves.
    pub leaves: ResourceId,
    /// Of which kind that is.
    pub kind: ResourceKind,
    /// How many people must find room: those announced, or else as many as the space holds.
    pub people: i64,
}

impl Need {
    /// Whether a space may be proposed without anybody having chosen it: large enough, and not outside for who was inside.
    #[must_use]
    pub fn is_met_by(self, space: &Resource) -> bool {
        space.facts.capacity >= self.people && !self.is_sent_outside(space)
    }

    fn is_sent_outside(self, space: &Resource) -> bool {
        space.facts.kind == ResourceKind::Garden && self.kind != ResourceKind::Garden
    }

    /// Whether a kind can stand for the one left: desks for desks, things for things, and nobody who has a room is given the whole floor.
    const fn is_like(self, kind: ResourceKind) -> bool {
        self.kind.is_desk() == kind.is_desk()
            && self.kind.is_equipment() == kind.is_equipment()
            && (self.kind.is_whole() || !kind.is_whole())
    }
}

/// The spaces that may take a booking, the best first: inside before outside, large enough before too small, its own kind before
/// another, then the least that is too large or too small. A desk is never exchanged for a room nor a room for a desk, a thing is only
/// exchanged for a thing, and a whole floor stands only for a floor or the building.
///
/// Worked, for six people who leave a room for eight: a room for 6, a room for 12, the hall for 60, then a room for 5, a room for 4, and
/// the garden last.
#[must_use]
pub fn ranked(need: Need, spaces: &[Resource]) -> Vec<&Resource> {
    let mut fit: Vec<&Resource> = spaces
        .iter()
        .filter(|space| space.active && space.id != need.leaves && need.is_like(space.facts.kind))
        .collect();
    fit.sort_by_key(|space| {
        let capacity = space.facts.capacity;
        let small = capacity < need.people;
        let (least, most) = if small { (0, capacity) } else { (capacity, 0) };
        let other_kind = space.facts.kind != need.kind;
        (
            need.is_sent_outside(space),
            small,
            other_kind,
            least,
            Reverse(most),
            space.facts.position,
            space.id,
        )
    });
    fit
}

/// What a booking that the house moves costs where it goes: as much as there, never more than was agreed.
///
/// Worked: agreed at 40.00 net, a space for 55.00 net costs 40.00, one for 25.00 costs 25.00; at 48.00 gross with 20 % of VAT, one for
/// 55.00 net costs 40.00 net.
#[must_use]
pub fn price(agreed: Price, there: Price) -> Price {
    let most = on_basis(there.basis, agreed.amount, &agreed);
    Price {
        amount: there.amount.min(most),
        ..there
    }
}
