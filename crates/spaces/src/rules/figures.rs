//! Who uses the place, as a funder asks: by offer, by audience, how many different people.

use super::check_in::{CheckInKind, Part};
use kernel::{Audience, Day, PersonId};
use offers::PlanHeld;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who came on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visited {
    /// Who.
    pub person: PersonId,
    /// When.
    pub day: Day,
    /// For which part of it.
    pub part: Part,
    /// On what grounds.
    pub kind: CheckInKind,
}

impl Visited {
    /// Half-days spent here: a whole day is two.
    #[must_use]
    pub const fn half_days(&self) -> i64 {
        match self.part {
            Part::Day => 2,
            Part::Morning | Part::Afternoon => 1,
        }
    }
}

/// Hours that somebody booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// Who; none for a caller without a record or the house itself.
    pub person: Option<PersonId>,
    /// The group they belonged to then.
    pub audience: Audience,
    /// How long, inside the days looked at.
    pub minutes: i64,
}

/// By which offer somebody was here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Offer {
    /// A plan, by its name.
    Plan(String),
    /// Anything else, by its grounds: a pass, a trial, units owed, the team.
    Grounds(CheckInKind),
}

/// What an offer or an audience comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Use {
    /// Half-days at a desk.
    pub half_days: i64,
    /// Bookings of spaces.
    pub bookings: i64,
    /// Minutes booked.
    pub minutes: i64,
    /// Who.
    pub people: BTreeSet<PersonId>,
}

/// The use of the place during some days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// By offer.
    pub offers: BTreeMap<Offer, Use>,
    /// By audience.
    pub audiences: BTreeMap<Audience, Use>,
}

/// Adds up who came and who booked. A day covered by a plan counts for the plan held that day; whoever comes with a pass or owes units
/// counts as a nomad, a trial as somebody from outside.
#[must_use]
pub fn uses(visits: &[Visited], booked: &[Booked], held: &[PlanHeld]) -> Uses {
    let mut plans: BTreeMap<PersonId, Vec<&PlanHeld>> = BTreeMap::new();
    for one in held {
        plans.entry(one.person).or_default().push(one);
    }
    let mut uses = Uses::default();
    for visit in visits {
        let of = plans.get(&visit.person).map_or(&[][..], Vec::as_slice);
        let plan = of.iter().find(|plan| plan.covers(visit.day));
        let (offer, audience) = match (visit.kind, plan) {
            (CheckInKind::Plan, Some(plan)) => (Offer::Plan(plan.plan.clone()), plan.audience),
            (kind, _) => (Offer::Grounds(kind), audience_of(kind)),
        };
        let audience = uses.audiences.entry(audience).or_default();
        for used in [uses.offers.entry(offer).or_default(), audience] {
            used.half_days = used.half_days.saturating_add(visit.half_days());
            used.people.insert(visit.person);
        }
    }
    for booking in booked {
        let used = uses.audiences.entry(booking.audience).or_default();
        used.bookings = used.bookings.saturating_add(1);
        used.minutes = used.minutes.saturating_add(booking.minutes);
        used.people.extend(booking.person);
    }
    uses
}

const fn audience_of(kind: CheckInKind) -> Audience {
    match kind {
        CheckInKind::Plan => Audience::Resident,
        CheckInKind::Pass | CheckInKind::Debt => Audience::Nomad,
        CheckInKind::Trial => Audience::External,
        CheckInKind::Staff => Audience::Staff,
    }
}

impl Uses {
    /// How many different people came or booked.
    #[must_use]
    pub fn people(&self) -> usize {
        let all: BTreeSet<PersonId> = self
            .audiences
            .values()
            .flat_map(|one| one.people.iter().copied())
            .collect();
        all.len()
    }
}
