//! Spaces that contain or exclude others: which cannot be taken at the same time (RULES 6).
//!
//! Booking a space uses it with everything inside it, however deep. Two spaces are *bound* when what they use has a part in common, or
//! when a part of one excludes a part of the other: a floor and its rooms, two halls that share the middle bay, a floor and the studio
//! that its music room disturbs. Two rooms of one floor are not bound. A space bound to another is full as long as the other is taken,
//! whatever its units.

use super::availability::Claim;
use super::resource::ResourceId;
use kernel::{Instant, Period};
use std::collections::{BTreeMap, BTreeSet};

kernel::codes! {
    /// What the office says of two spaces.
    pub enum LinkKind {
        /// The first holds the second: whoever takes it takes both.
        Contains = "contains",
        /// They cannot be used at the same time, though neither holds the other.
        Excludes = "excludes",
    }
}

/// One line of what the office says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The space that contains, or one of two that exclude each other.
    pub resource: ResourceId,
    /// The other.
    pub other: ResourceId,
    /// Which of both.
    pub kind: LinkKind,
}

impl Link {
    /// Whether it is about these two, whichever comes first.
    #[must_use]
    pub fn joins(&self, one: ResourceId, other: ResourceId) -> bool {
        (self.resource, self.other) == (one, other) || (self.resource, self.other) == (other, one)
    }

    /// Whether it is about this space.
    #[must_use]
    pub fn touches(&self, one: ResourceId) -> bool {
        self.resource == one || self.other == one
    }
}

kernel::refusals! {
    /// Why a link is not kept.
    pub enum LinkRefused {
        /// Both are the same space.
        Itself = "spaces-refused-link-itself",
        /// These two are linked already.
        Known = "spaces-refused-link-known",
        /// The second contains the first already.
        Circle = "spaces-refused-link-circle",
        /// Bookings to come would stand in each other's way.
        InUse {
            /// One of the two spaces.
            one: String,
            /// The other.
            other: String
        } = "spaces-refused-link-in-use",
    }
}

/// The links with one more, if it can be kept.
///
/// # Errors
/// [`LinkRefused`] names why not.
pub fn with(links: &[Link], new: Link) -> Result<Vec<Link>, LinkRefused> {
    if new.resource == new.other {
        return Err(LinkRefused::Itself);
    }
    if links.iter().any(|link| link.joins(new.resource, new.other)) {
        return Err(LinkRefused::Known);
    }
    if new.kind == LinkKind::Contains && uses(links, new.other).contains(&new.resource) {
        return Err(LinkRefused::Circle);
    }
    Ok(links.iter().copied().chain([new]).collect())
}

/// A space with everything inside it.
#[must_use]
pub fn uses(links: &[Link], whole: ResourceId) -> BTreeSet<ResourceId> {
    let mut found = BTreeSet::from([whole]);
    let mut next = vec![whole];
    while let Some(one) = next.pop() {
        let parts = links
            .iter()
            .filter(|link| link.kind == LinkKind::Contains && link.resource == one);
        next.extend(parts.map(|link| link.other).filter(|part| found.insert(*part)));
    }
    found
}

/// That two spaces cannot be taken at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bond {
    /// The other one.
    pub other: ResourceId,
    /// Whether they have a part in common: what closes one closes the other.
    pub shares: bool,
}

/// Which spaces are bound to which, in both directions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bonds(BTreeMap<ResourceId, BTreeSet<Bond>>);

impl Bonds {
    /// What follows from what the office says.
    #[must_use]
    pub fn of(links: &[Link]) -> Self {
        let linked: BTreeSet<ResourceId> = links
            .iter()
            .flat_map(|link| [link.resource, link.other])
            .collect();
        let used: Vec<(ResourceId, BTreeSet<ResourceId>)> =
            linked.into_iter().map(|one| (one, uses(links, one))).collect();
        let mut bonds = Self::default();
        for (one, of_one) in &used {
            for (other, of_other) in used.iter().filter(|(other, _)| other != one) {
                let shares = !of_one.is_disjoint(of_other);
                let excluded = || links.iter().any(|link| parts_exclude(link, of_one, of_other));
                if shares || excluded() {
                    bonds.add(
                        *one,
                        Bond {
                            other: *other,
                            shares,
                        },
                    );
                }
            }
        }
        bonds
    }

    /// Adds one direction of a bond.
    pub fn add(&mut self, one: ResourceId, bond: Bond) {
        self.0.entry(one).or_default().insert(bond);
    }

    /// What cannot be taken while a space is.
    pub fn of_one(&self, one: ResourceId) -> impl Iterator<Item = ResourceId> {
        self.0.get(&one).into_iter().flatten().map(|bond| bond.other)
    }

    /// Whether two spaces have a part in common.
    #[must_use]
    pub fn share(&self, one: ResourceId, other: ResourceId) -> bool {
        let bonds = self.0.get(&one);
        bonds.is_some_and(|bonds| bonds.contains(&Bond { other, shares: true }))
    }

    /// Each bond in each direction, in order.
    pub fn each(&self) -> impl Iterator<Item = (ResourceId, Bond)> {
        self.0
            .iter()
            .flat_map(|(one, bonds)| bonds.iter().map(|bond| (*one, *bond)))
    }
}

fn parts_exclude(link: &Link, of_one: &BTreeSet<ResourceId>, of_other: &BTreeSet<ResourceId>) -> bool {
    let across = |one, other| of_one.contains(one) && of_other.contains(other);
    link.kind == LinkKind::Excludes
        && (across(&link.resource, &link.other) || across(&link.other, &link.resource))
}

/// The first moment at which two bound spaces are both taken: by the hours of all claims, by the buffers of those for which nobody
/// went past.
#[must_use]
pub fn clash(one: &[Claim], other: &[Claim]) -> Option<Instant> {
    let shared = |shape: fn(&Claim) -> Option<Period>| {
        let of = |claims: &[Claim]| Period::merge(claims.iter().filter_map(shape).collect());
        first_shared(&of(one), &of(other))
    };
    let hours = shared(|claim| Some(claim.occupation.hours()));
    let after = shared(|claim| (!claim.overridden).then(|| claim.occupation.hours_and_after()));
    let before = shared(|claim| (!claim.overridden).then(|| claim.occupation.before_and_hours()));
    [hours, after, before].into_iter().flatten().min()
}

/// The first moment that lies in both of two lists, each in order and without overlaps.
fn first_shared(one: &[Period], other: &[Period]) -> Option<Instant> {
    let (mut ones, mut others) = (one.iter().peekable(), other.iter().peekable());
    while let (Some(a), Some(b)) = (ones.peek(), others.peek()) {
        if let Some(shared) = a.intersection(**b) {
            return Some(shared.start());
        }
        if a.end() <= b.end() {
            ones.next();
        } else {
            others.next();
        }
    }
    None
}
