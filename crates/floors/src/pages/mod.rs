//! The pages of plans.

mod drawing;
mod editor;
mod office;
mod view;

use crate::permissions::DRAW;
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    let (read, draw) = (Access::Needs(spaces::READ), Access::Needs(DRAW));
    Routes::new()
        .get("/plan", read, view::show)
        .get("/plan/now", read, view::now)
        .get("/plan/live", read, view::live)
        .get("/plan/pictures/{id}", read, view::picture)
        .get("/office/plans", draw, office::index)
        .post("/office/plans", draw, office::create)
        .get("/office/plans/{id}", draw, editor::edit)
        .post("/office/plans/{id}", draw, editor::update)
        .post("/office/plans/{id}/picture", draw, office::keep_picture)
        .post("/office/plans/{id}/picture/removal", draw, office::drop_picture)
        .post("/office/plans/{id}/retirement", draw, office::retire)
}
