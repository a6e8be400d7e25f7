//! The pages of this capability.

mod answers;
mod booking;
mod booking_form;
mod booking_list;
mod calendar;
mod calendar_content;
mod caller;
mod cancellation;
mod closures;
mod desk;
pub(crate) mod extras;
mod feeds;
mod fields;
mod figures;
mod find;
mod found;
mod free;
mod gaps;
mod hours;
mod invitation;
mod keyed;
mod layouts;
mod lettings;
mod limits;
mod month;
mod move_form;
mod my_bookings;
mod occupancy;
mod occupancy_file;
mod participants;
mod photos;
mod preparation;
mod rehousing;
mod repeat;
mod resource_form;
mod resource_links;
mod resources;
mod revenue;
mod series;
mod series_change;
mod series_form;
mod today;
mod waiting;
mod waiting_list;
mod wanted;
mod week;
pub(crate) mod wishes;
pub(crate) mod words;

use crate::permissions::{BOOK, BOOK_FOR_OTHERS, CLOSE, MANAGE, READ, SEE_BOOKERS};
use kernel::Permission;
use platform::web::{Access, Routes};

/// Every page, with who may come in.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .merge(of_everybody())
        .merge(of_bookings())
        .merge(of_the_office())
        .merge(desk::routes())
        .merge(today::routes())
}

const BOOKERS: &[Permission] = &[BOOK, BOOK_FOR_OTHERS];
const FOLLOWERS: &[Permission] = &[BOOK, SEE_BOOKERS];
const LOOKERS: &[Permission] = &[BOOK, BOOK_FOR_OTHERS, SEE_BOOKERS];

fn of_everybody() -> Routes {
    Routes::new()
        .get("/rooms/{id}/calendar", Access::Public, feeds::room)
        .get("/rooms/{id}/photos/{file}", Access::Public, photos::show)
        .get("/calendars/{secret}", Access::Public, feeds::show)
        .get("/invitations/{secret}", Access::Public, invitation::show)
        .post("/invitations/{secret}", Access::Public, invitation::create)
        .get("/guest-bookings/{secret}", Access::Public, keyed::show)
        .get(
            "/guest-bookings/{secret}/calendar",
            Access::Public,
            keyed::calendar,
        )
        .post(
            "/guest-bookings/{secret}/cancellation",
            Access::Public,
            keyed::cancel,
        )
        .get("/me/calendar", Access::Any(FOLLOWERS), feeds::index)
        .post("/me/calendar", Access::Any(FOLLOWERS), feeds::create)
        .post("/me/calendar/ending", Access::Any(FOLLOWERS), feeds::end)
        .get("/calendar", Access::Needs(READ), calendar::show)
        .get("/me/bookings", Access::Needs(BOOK), my_bookings::index)
}

fn of_bookings() -> Routes {
    let (book, look, answer) = (
        Access::Any(BOOKERS),
        Access::Any(LOOKERS),
        Access::Needs(BOOK_FOR_OTHERS),
    );
    Routes::new()
        .get("/bookings/new", book, booking_form::new)
        .get("/calendar/find", book, find::show)
        .get("/bookings/quote", book, booking_form::quote)
        .post("/bookings", book, booking_form::create)
        .get("/bookings/{id}", look, booking::show)
        .get("/bookings/{id}/calendar", look, booking::calendar_file)
        .post("/bookings/{id}", book, booking::update)
        .get("/bookings/{id}/move", book, move_form::new)
        .post("/bookings/{id}/move", book, move_form::create)
        .get("/bookings/{id}/cancellation", book, cancellation::new)
        .post("/bookings/{id}/cancellation", book, cancellation::create)
        .get("/bookings/{id}/preparation", book, preparation::edit)
        .post("/bookings/{id}/preparation", book, preparation::update)
        .get("/bookings/{id}/participants", book, participants::index)
        .post("/bookings/{id}/participants", book, participants::create)
        .post(
            "/bookings/{id}/participants/{participant}/removal",
            book,
            participants::remove,
        )
        .post("/bookings/{id}/ending", book, answers::end)
        .post("/bookings/{id}/approval", answer, answers::approve)
        .post("/bookings/{id}/refusal", answer, answers::refuse)
        .post("/bookings/{id}/arrival", answer, answers::welcome)
        .post("/bookings/{id}/arrival/undoing", answer, answers::unwelcome)
        .post("/bookings/{id}/absence", answer, answers::note_no_show)
        .post("/bookings/{id}/acceptance", book, waiting::accept)
        .post("/waiting/{id}/withdrawal", book, waiting::leave)
        .post("/series", book, series_form::create)
        .get("/series/{id}", look, series::show)
        .get("/series/{id}/cancellation", book, series_change::cancellation)
        .post("/series/{id}/cancellation", book, series_change::cancel)
        .get("/series/{id}/move", book, series_change::moving)
        .post("/series/{id}/move", book, series_change::relocate)
        .get("/front-desk/bookings/new", answer, caller::new)
        .post("/front-desk/bookings/new", answer, caller::create)
}

fn of_the_office() -> Routes {
    let (manage, close) = (Access::Needs(MANAGE), Access::Needs(CLOSE));
    Routes::new()
        .get("/office/spaces", manage, resources::index)
        .post("/office/spaces", manage, resource_form::create)
        .get("/office/spaces/new", manage, resource_form::new)
        .get(
            "/office/spaces/bookings",
            Access::Needs(SEE_BOOKERS),
            booking_list::index,
        )
        .get("/office/lettings", manage, lettings::index)
        .post("/office/lettings", manage, lettings::create)
        .post("/office/lettings/{id}/end", manage, lettings::end)
        .get("/office/occupancy", Access::Needs(SEE_BOOKERS), occupancy::index)
        .get(
            "/office/occupancy/people",
            Access::Needs(SEE_BOOKERS),
            figures::index,
        )
        .get(
            "/office/occupancy/revenue",
            Access::Needs(SEE_BOOKERS),
            revenue::index,
        )
        .get("/office/spaces/hours", manage, hours::edit)
        .post("/office/spaces/hours", manage, hours::update)
        .get("/office/spaces/limits", manage, limits::edit)
        .post("/office/spaces/limits", manage, limits::update)
        .get("/office/spaces/closures", close, closures::index)
        .post("/office/spaces/closures", close, closures::create)
        .get("/office/spaces/closures/{id}", close, rehousing::new)
        .post("/office/spaces/closures/{id}", close, rehousing::create)
        .post(
            "/office/spaces/closures/{id}/withdrawal",
            close,
            closures::withdraw,
        )
        .get("/office/spaces/{id}", manage, resource_form::edit)
        .post("/office/spaces/{id}", manage, resource_form::update)
        .post("/office/spaces/{id}/retirement", manage, resource_form::retire)
        .post("/office/spaces/{id}/restoration", manage, resource_form::restore)
        .get("/office/extras", manage, extras::index)
        .post("/office/extras", manage, extras::create)
        .get("/office/extras/new", manage, extras::new)
        .get("/office/extras/{id}", manage, extras::edit)
        .post("/office/extras/{id}", manage, extras::update)
        .post("/office/extras/{id}/retirement", manage, extras::retire)
        .post("/office/extras/{id}/restoration", manage, extras::restore)
        .merge(of_a_space())
}

/// What belongs to one space, in the office.
fn of_a_space() -> Routes {
    let manage = Access::Needs(MANAGE);
    Routes::new()
        .get("/office/spaces/{id}/photos", manage, photos::index)
        .post("/office/spaces/{id}/photos", manage, photos::create)
        .post("/office/spaces/{id}/notes", manage, photos::keep_words)
        .post("/office/spaces/{id}/photos/{photo}", manage, photos::update)
        .post(
            "/office/spaces/{id}/photos/{photo}/raising",
            manage,
            photos::raise,
        )
        .post(
            "/office/spaces/{id}/photos/{photo}/removal",
            manage,
            photos::remove,
        )
        .get("/office/spaces/{id}/layouts/new", manage, layouts::new)
        .post("/office/spaces/{id}/layouts", manage, layouts::create)
        .get("/office/spaces/{id}/layouts/{layout}", manage, layouts::edit)
        .post("/office/spaces/{id}/layouts/{layout}", manage, layouts::update)
        .post(
            "/office/spaces/{id}/layouts/{layout}/retirement",
            manage,
            layouts::retire,
        )
        .post(
            "/office/spaces/{id}/layouts/{layout}/restoration",
            manage,
            layouts::restore,
        )
        .post("/office/spaces/{id}/links", manage, resource_links::create)
        .post(
            "/office/spaces/{id}/links/{other}/removal",
            manage,
            resource_links::remove,
        )
}
