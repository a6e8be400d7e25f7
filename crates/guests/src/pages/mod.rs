//! The pages of guests.

mod booking;
mod confirmation;
mod fields;
mod office;
mod room_view;
mod rooms;
mod structured;
mod words;

pub use fields::asked as read_contact;

use crate::permissions::{MANAGE, RECEIVE};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    use Access::Public;
    let (receive, manage) = (Access::Needs(RECEIVE), Access::Needs(MANAGE));
    Routes::new()
        .get("/rooms", Public, rooms::index)
        .get("/rooms/{id}", Public, rooms::show)
        .get("/embed/rooms/{id}", Public, rooms::embed)
        .get("/rooms/{id}/booking", Public, booking::new)
        .post("/rooms/{id}/booking", Public, booking::create)
        .get("/guest-confirmations/{secret}", Public, confirmation::show)
        .post("/guest-confirmations/{secret}", Public, confirmation::create)
        .get("/office/guests", receive, office::index)
        .get("/office/guests/settings", manage, office::edit)
        .post("/office/guests/settings", manage, office::update)
}
