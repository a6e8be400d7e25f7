//! The demonstration: a made-up cooperative place with a year of life, so that whoever looks at the program sees it lived in.
//!
//! **Drawn, then lived.** A [`Scenario`] (a seed, a day, a size) draws a *story*: the cast, who comes on which day, which rooms are
//! booked and what becomes of it. Then the year is lived from its first morning to the morning of today: each deed is carried out
//! at its own moment, by whoever would do it, through the same verbs as in a real place. Nothing is written behind their back, so
//! every rule holds, every act has its line in the log, and `tribu verify` finds nothing. The same scenario makes the same place.
//!
//! - [`cast`]: the people, written down in `cast.toml`. [`house`]: the premises, in `house.toml`.
//! - [`year`]: open days, holidays, busy months. [`visits`], [`bookings`], [`payments`]: what is drawn.
//! - [`directory`]: cards and notices, in `directory.toml`. [`floors`]: where the spaces stand, in `floors.toml`.
//! - [`community`]: the council, proposals, the Pow-Wow and workshops of members, in `community.toml`.
//! - [`coupons`]: codes that take something off.
//! - [`events`]: what comes back every week and what is announced, in `events.toml`.
//! - [`rooms`]: two that open into one another, a booking that repeats, somebody who waits.
//! - [`guests`]: pictures of the rooms, a booking without an account.
//! - [`preparing`]: how the rooms are laid out.
//! - [`hires`]: requests to have the place to oneself, quotes, rooms checked afterwards.
//! - [`privacy`]: a record made twice, and a request about personal data.
//! - [`network`]: other places, in `network.toml`.
//! - [`stewardship`]: letters, keys and duties, in `stewardship.toml`.
//! - [`agenda`]: what happens, in the order of time. [`acts`]: how it is carried out.
//! - [`making`]: a year lived. [`keeping`]: once, whole or not at all, in the database that was asked for.
//!
//! The last whole month is not closed: its invoices wait for whoever visits.

mod acts;
mod agenda;
mod bookings;
mod cast;
mod chance;
mod community;
mod coupons;
mod directory;
mod events;
mod floors;
mod guests;
mod hires;
mod house;
mod invited;
mod joining;
mod keeping;
mod kinds;
mod known;
mod making;
mod network;
mod opening;
mod payments;
mod plans;
mod preparing;
mod privacy;
mod programs;
mod reduced;
mod rooms;
mod stewardship;
mod story;
mod visits;
mod year;

pub use keeping::{Found, KeepRefused, is_outlived, keep, renew};
pub use making::{Made, Step, make};
pub use story::PASSWORD;

use kernel::{Day, Instant, Role};

/// The setting of a demonstration that says on which day it ends.
pub const MADE_ON_SETTING: &str = "demonstration_made_on";

/// What decides everything about a demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scenario {
    /// Where chance begins.
    pub seed: u64,
    /// The day on which the year ends.
    pub today: Day,
    /// Nothing happens after this moment, should it come before ten in the morning of that day.
    pub not_after: Option<Instant>,
    /// How much happens.
    pub size: Size,
}

/// How much happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Whole months before the one of today.
    pub months: i64,
    /// Visits in all.
    pub visits: i64,
    /// Bookings in all, those to come among them.
    pub bookings: i64,
}

impl Size {
    /// The size of the reference place.
    pub const YEAR: Self = Self {
        months: 12,
        visits: 2_500,
        bookings: 1_200,
    };
}

impl Scenario {
    /// The demonstration that everybody gets on a day.
    #[must_use]
    pub const fn usual(today: Day) -> Self {
        Self {
            seed: 1,
            today,
            not_after: None,
            size: Size::YEAR,
        }
    }
}

/// Who may sign in, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Login {
    /// What they are in the place.
    pub role: Role,
    /// Their address.
    pub email: &'static str,
    /// Their password.
    pub password: &'static str,
}

/// One login for each role.
#[must_use]
pub fn logins() -> [Login; 5] {
    [
        (Role::Member, "membre@example.org"),
        (Role::Facilitator, "facilitation@example.org"),
        (Role::ManagingDirector, "gerance@example.org"),
        (Role::Accountant, "comptable@example.org"),
        (Role::Administrator, "admin@example.org"),
    ]
    .map(|(role, email)| Login {
        role,
        email,
        password: PASSWORD,
    })
}
