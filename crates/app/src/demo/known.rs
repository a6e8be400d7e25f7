//! What came into being so far: which row of the database stands for whom and for what.

use super::bookings::RoomNumber;
use super::cast::{HouseNumber, Part, Who};
use super::story::Story;
use billing::Product;
use kernel::{AccountId, Actor, Day, Id, OrganisationId, PersonId, PlaceId, Role};
use offers::{PassOffer, Plan, PlanContract};
use platform::Fault;
use spaces::{BookingId, CheckInId, ResourceId};
use std::collections::BTreeMap;
use stewardship::{ChecklistLine, Delivery, Duty, Equipment, Incident, Item, Loan, Moment, Note, Shift};

/// Identifiers, by what they stand for in the story.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) place: PlaceId,
    pub(super) people: BTreeMap<Who, PersonId>,
    pub(super) accounts: BTreeMap<Who, AccountId>,
    pub(super) houses: BTreeMap<HouseNumber, OrganisationId>,
    pub(super) products: BTreeMap<String, Id<Product>>,
    pub(super) rooms: Vec<ResourceId>,
    pub(super) offers: Option<Offers>,
    pub(super) contracts: BTreeMap<Who, Id<PlanContract>>,
    pub(super) check_ins: BTreeMap<usize, CheckInId>,
    pub(super) bookings: BTreeMap<usize, BookingId>,
    pub(super) deliveries: BTreeMap<usize, Id<Delivery>>,
    /// Keys, badges and lockers, by kind and number.
    pub(super) items: BTreeMap<(String, String), Id<Item>>,
    pub(super) loans: BTreeMap<usize, Id<Loan>>,
    pub(super) shifts: Vec<Id<Shift>>,
    pub(super) checks: Vec<(Moment, Id<ChecklistLine>)>,
    /// By shift, day, and the turn of who has it.
    pub(super) duties: BTreeMap<(usize, Day, usize), Id<Duty>>,
    pub(super) notes: BTreeMap<usize, Id<Note>>,
    /// What the place bought, by name.
    pub(super) equipment: BTreeMap<String, Id<Equipment>>,
    pub(super) incidents: BTreeMap<usize, Id<Incident>>,
}

/// What the place offers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offers {
    pub(super) resident: Id<Plan>,
    pub(super) team: Id<Plan>,
    pub(super) pass: Id<PassOffer>,
}

impl Known {
    /// A place in which nothing is yet.
    pub(super) fn empty(place: PlaceId) -> Self {
        Self {
            place,
            people: BTreeMap::new(),
            accounts: BTreeMap::new(),
            houses: BTreeMap::new(),
            products: BTreeMap::new(),
            rooms: Vec::new(),
            offers: None,
            contracts: BTreeMap::new(),
            check_ins: BTreeMap::new(),
            bookings: BTreeMap::new(),
            deliveries: BTreeMap::new(),
            items: BTreeMap::new(),
            loans: BTreeMap::new(),
            shifts: Vec::new(),
            checks: Vec::new(),
            duties: BTreeMap::new(),
            notes: BTreeMap::new(),
            equipment: BTreeMap::new(),
            incidents: BTreeMap::new(),
        }
    }

    /// The person who plays somebody.
    pub(super) fn person(&self, who: Who) -> Result<PersonId, Fault> {
        self.people
            .get(&who)
            .copied()
            .ok_or_else(|| missing("person", who))
    }

    /// Somebody acting for themself.
    pub(super) fn actor(&self, story: &Story, who: Who) -> Result<Actor, Fault> {
        let role = match story.cast.get(who)?.part {
            Part::Team(role) => role,
            _ => Role::Member,
        };
        let account = *self.accounts.get(&who).ok_or_else(|| missing("account", who))?;
        let mut roles = vec![Role::Member, role];
        roles.dedup();
        Ok(Actor::person(
            self.place,
            account,
            self.person(who)?,
            roles,
            story.rights(role),
        ))
    }

    /// Whoever holds a role of which there is one.
    pub(super) fn holder(&self, story: &Story, role: Role) -> Result<Actor, Fault> {
        self.actor(story, story.cast.first(Part::Team(role))?)
    }

    /// A room.
    pub(super) fn room(&self, room: RoomNumber) -> Result<ResourceId, Fault> {
        self.rooms
            .get(room.0)
            .copied()
            .ok_or_else(|| missing("room", room))
    }

    /// A product.
    pub(super) fn product(&self, code: &str) -> Result<Id<Product>, Fault> {
        self.products
            .get(code)
            .copied()
            .ok_or_else(|| missing("product", code))
    }

    /// What the place offers.
    pub(super) fn offers(&self) -> Result<Offers, Fault> {
        self.offers.ok_or_else(|| missing("offers", "all"))
    }

    /// The check-in of a visit.
    pub(super) fn check_in(&self, visit: usize) -> Result<CheckInId, Fault> {
        self.check_ins
            .get(&visit)
            .copied()
            .ok_or_else(|| missing("check-in", visit))
    }

    /// The booking of that number.
    pub(super) fn booking(&self, number: usize) -> Result<BookingId, Fault> {
        self.bookings
            .get(&number)
            .copied()
            .ok_or_else(|| missing("booking", number))
    }
}

fn missing(what: &str, which: impl std::fmt::Debug) -> Fault {
    Fault::Internal(format!(
        "the story speaks of a {what} that is not there yet: {which:?}"
    ))
}
