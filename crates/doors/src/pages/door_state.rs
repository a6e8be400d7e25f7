//! What a tablet shows of its space: free or busy, until when, and what comes next.

use crate::rules::Tablet;
use kernel::{Actor, Instant, PersonId};
use platform::database::Tx;
use platform::web::{Shell, Visit};
use platform::{Fault, OrNotFound};
use spaces::{BookingState, EARLY_MINUTES, RoomNow, Standing, standings};
use std::collections::BTreeMap;

/// The state of a space, in words.
pub(super) struct DoorState {
    /// `free`, `busy` or `closed`.
    pub(super) state: &'static str,
    /// "Libre".
    pub(super) word: String,
    /// "jusqu’à 14 h"; may be empty.
    pub(super) until: String,
    /// What is under way, and what comes next today.
    pub(super) bookings: Vec<DoorBooking>,
    /// When this was read.
    pub(super) read_at: String,
}

/// A booking as a door may tell it.
pub(super) struct DoorBooking {
    pub(super) id: String,
    pub(super) hours: String,
    /// Who, if they booked for everybody to see; else that it is taken.
    pub(super) who: String,
    pub(super) now: bool,
    /// Whether its people are here.
    pub(super) here: bool,
    /// Whether they may say now that they are.
    pub(super) may_arrive: bool,
}

/// What is read of a door.
pub(super) struct Facts {
    pub(super) standing: Standing,
    names: BTreeMap<PersonId, String>,
    at: Instant,
}

/// How many bookings a door shows.
const SHOWN: usize = 5;

/// Reads the space of a tablet, with the hours of the house.
pub(super) fn read(tx: &mut Tx<'_>, actor: &Actor, tablet: &Tablet, at: Instant) -> Result<Facts, Fault> {
    let zone = platform::place::get(tx, actor.place)?.zone;
    let house = Actor::system(actor.place);
    let mut all = standings(tx, &house, &zone, at)?.into_iter();
    let standing = all
        .find(|one| one.resource.id == tablet.resource)
        .or_not_found()?;
    let open = standing.slots.iter().filter(|slot| slot.visible);
    let persons: Vec<PersonId> = open.filter_map(|slot| slot.person).collect();
    let names = people::names_of(tx, actor.place, &persons)?;
    Ok(Facts { standing, names, at })
}

impl Facts {
    /// In the words of the page.
    pub(super) fn told(&self, visit: &Visit, shell: &Shell) -> DoorState {
        let midnight = visit
            .place
            .zone
            .day_bounds(visit.place.zone.day_of(self.at))
            .end();
        let (state, word, until) = match self.standing.now {
            RoomNow::Free { until } => ("free", "doors-free", until),
            RoomNow::Busy { until } => ("busy", "doors-busy", Some(until)),
            RoomNow::Closed { opens } => ("closed", "doors-closed", opens),
        };
        let key = if state == "closed" {
            "doors-opens"
        } else {
            "doors-until"
        };
        let until = until.filter(|until| *until < midnight);
        DoorState {
            state,
            word: shell.t(word),
            until: until
                .map(|until| shell.t1(key, "time", shell.time(&until)))
                .unwrap_or_default(),
            bookings: self.bookings(shell),
            read_at: shell.time(&self.at),
        }
    }

    fn bookings(&self, shell: &Shell) -> Vec<DoorBooking> {
        let slots = self.standing.slots.iter().take(SHOWN);
        slots
            .map(|slot| {
                let hours = slot.occupation.hours();
                let name = slot.person.and_then(|person| self.names.get(&person));
                let soon = self.at >= hours.start().minus_minutes(EARLY_MINUTES);
                DoorBooking {
                    id: slot.id.to_string(),
                    hours: shell.words().hours(hours),
                    who: name.cloned().unwrap_or_else(|| shell.t("doors-taken")),
                    now: hours.contains(self.at),
                    here: slot.state == BookingState::CheckedIn,
                    may_arrive: soon && slot.state == BookingState::Confirmed,
                }
            })
            .collect()
    }
}
