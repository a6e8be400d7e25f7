//! The spaces of a place: what can be booked, when and by whom, what is booked, and who came.
//!
//! **Words.** A [`Resource`](rules::resource::Resource) is a room, a hall, a garden or a pool of desks; its *units* say how many bookings it
//! takes at the same time, its *capacity* how many people it holds, its *buffers* the time it takes to set up and clean. It is
//! open during the *weekly hours* of an audience, minus *closures*. A *booking window* says how soon, how far ahead and how
//! long; *cancellation terms* what giving up costs. A [`Booking`](rules::booking::Booking) is hours on a resource, with the price frozen
//! when it was made. A *check-in* is somebody who came.
//!
//! **Laws.** Whatever decides about the time of a resource first holds its row (`store::resources::lock`), so that two who want
//! the last unit follow one another (RULES 10). Staff may go past hours, limits and buffers, and it is written who did; nobody goes past
//! the units. Members see that an hour is taken, not by whom, unless the booker allows it (RULES 13). Prices are `billing`'s, audiences are
//! `offers`'; a booking files its charge in its own transaction.

mod permissions;
pub mod rules;

pub use permissions::{BOOK, BOOK_FOR_OTHERS, MANAGE, OVERRIDE, PERMISSIONS, READ, SEE_BOOKERS};

use platform::Messages;

/// What this capability says to people.
pub const MESSAGES: Messages = Messages {
    fr: concat!(include_str!("../locales/spaces.fr.ftl"), "\n", include_str!("../locales/desk.fr.ftl")),
    en: concat!(include_str!("../locales/spaces.en.ftl"), "\n", include_str!("../locales/desk.en.ftl")),
};
