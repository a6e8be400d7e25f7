//! The pages of the running of the house.

mod deliveries;
mod delivery;
mod delivery_form;
mod domiciliations;
mod my_deliveries;
pub(crate) mod told;

use crate::permissions::{MANAGE, OWN, RUN};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    of_deliveries()
}

fn of_deliveries() -> Routes {
    let (run, own, manage) = (Access::Needs(RUN), Access::Needs(OWN), Access::Needs(MANAGE));
    Routes::new()
        .get("/front-desk/deliveries", run, deliveries::index)
        .post("/front-desk/deliveries", run, delivery_form::create)
        .get("/front-desk/deliveries/new", run, delivery_form::new)
        .get("/front-desk/deliveries/past", run, deliveries::past)
        .get("/front-desk/deliveries/{id}", run, delivery::show)
        .post("/front-desk/deliveries/{id}/ending", run, delivery::end)
        .post("/front-desk/deliveries/{id}/ending/undoing", run, delivery::undo)
        .get("/me/deliveries", own, my_deliveries::index)
        .get("/office/domiciliations", manage, domiciliations::index)
        .post("/office/domiciliations", manage, domiciliations::create)
        .post("/office/domiciliations/{id}/end", manage, domiciliations::end)
        .post("/office/domiciliations/reminder", manage, domiciliations::remind)
}
