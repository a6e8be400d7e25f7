//! Everything that was drawn before anything happens, and never changes while it does.

use super::Scenario;
use super::bookings::{self, Bookings};
use super::cast::{Cast, Who};
use super::house::House;
use super::stewardship::Chores;
use super::visits::{self, Visit};
use super::year::Year;
use kernel::{Day, Instant, Permission, Role, Zone};
use people::Password;
use platform::Fault;
use platform::capability::{Grant, permissions_of};
use std::collections::{BTreeMap, BTreeSet};

/// The one password of everybody in the demonstration.
pub const PASSWORD: &str = "tiers-lieu";

/// The zone of the place.
const ZONE: &str = "Europe/Paris";

/// The story of a year.
#[derive(Debug)]
pub(super) struct Story {
    pub(super) seed: u64,
    pub(super) year: Year,
    pub(super) house: House,
    pub(super) cast: Cast,
    pub(super) visits: Vec<Visit>,
    pub(super) bookings: Bookings,
    pub(super) chores: Chores,
    /// The hash of [`PASSWORD`], the same for all: hashing takes its time on purpose.
    pub(super) password_hash: String,
    rights: BTreeMap<Role, BTreeSet<Permission>>,
}

/// The civil day of the place at a moment.
pub(super) fn today(now: Instant) -> Result<Day, Fault> {
    Ok(zone()?.day_of(now))
}

fn zone() -> Result<Zone, Fault> {
    Zone::parse(ZONE).map_err(Fault::internal)
}

impl Story {
    /// Draws the story of a scenario; `grants` say what each role may do, `salt` goes into the hash of the password.
    pub(super) fn draw(scenario: &Scenario, grants: &[Grant], salt: [u8; 16]) -> Result<Self, Fault> {
        let year = Year::ending(scenario.today, zone()?, scenario.size.months).stopped_at(scenario.not_after);
        let house = House::read()?;
        let cast = Cast::draw(&year, &house.town, scenario.seed)?;
        let visits = visits::draw(&year, &cast, scenario.size.visits, scenario.seed);
        let bookings = bookings::draw(&year, &house, &cast, scenario.size.bookings, scenario.seed);
        let password = Password::parse(PASSWORD).map_err(Fault::internal)?;
        let rights = Role::ALL
            .iter()
            .map(|role| (*role, permissions_of(&[Role::Member, *role], grants)));
        Ok(Self {
            seed: scenario.seed,
            password_hash: people::hash_password(&password, salt)?,
            rights: rights.collect(),
            year,
            house,
            cast,
            visits,
            bookings,
            chores: Chores::read()?,
        })
    }

    /// What the holder of a role may do.
    pub(super) fn rights(&self, role: Role) -> BTreeSet<Permission> {
        self.rights.get(&role).cloned().unwrap_or_default()
    }

    /// The facilitator on duty on a day.
    pub(super) fn on_duty(&self, day: Day) -> Result<Who, Fault> {
        let role = super::cast::Part::Team(Role::Facilitator);
        let team: Vec<Who> = self
            .cast
            .all()
            .filter(|(_, one)| one.part == role)
            .map(|(who, _)| who)
            .collect();
        let turn = usize::from(day.day()).checked_rem(team.len()).unwrap_or_default();
        team.get(turn)
            .copied()
            .ok_or_else(|| Fault::internal("nobody is on duty"))
    }
}
