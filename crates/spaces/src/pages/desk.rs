//! The front desk: the day of the place on one screen, and every act from one search field.

mod acts;
mod board;
mod day;
mod front_desk;
pub(crate) mod holding;
mod last;
mod preparations;
mod search;
mod walk_in;

use crate::permissions::{BOOK_FOR_OTHERS, CHECK_IN, SEE_DESK};
use platform::web::{Access, Routes};

/// The pages of the front desk, with who may open them.
pub(crate) fn routes() -> Routes {
    let (see, check_in) = (Access::Needs(SEE_DESK), Access::Needs(CHECK_IN));
    Routes::new()
        .get("/front-desk", see, front_desk::show)
        .get("/front-desk/board", see, front_desk::board)
        .get("/front-desk/search", see, front_desk::search)
        .get("/front-desk/live", see, front_desk::live)
        .get("/front-desk/day", see, day::show)
        .get("/front-desk/preparations", see, preparations::show)
        .get("/front-desk/preparations/list", see, preparations::list)
        .post(
            "/front-desk/preparations/{id}",
            Access::Needs(BOOK_FOR_OTHERS),
            preparations::tick,
        )
        .get("/front-desk/walk-ins/new", check_in, walk_in::new)
        .post("/front-desk/walk-ins", check_in, walk_in::create)
        .post("/front-desk/check-ins", check_in, acts::create)
        .post("/front-desk/check-ins/{id}/day", check_in, acts::widen)
        .post("/front-desk/check-ins/{id}/departure", check_in, acts::leave)
        .post("/front-desk/check-ins/{id}/return", check_in, acts::come_back)
        .post("/front-desk/check-ins/{id}/cancellation", check_in, acts::undo)
}
