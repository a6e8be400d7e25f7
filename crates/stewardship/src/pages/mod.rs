//! The pages of the running of the house.

mod deliveries;
mod delivery;
mod delivery_form;
mod domiciliations;
mod item;
mod items;
mod loan;
mod my_deliveries;
mod office_items;
pub(crate) mod told;

use crate::permissions::{MANAGE, OWN, RUN};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    of_deliveries().merge(of_items())
}

fn of_items() -> Routes {
    let (run, manage) = (Access::Needs(RUN), Access::Needs(MANAGE));
    Routes::new()
        .get("/front-desk/items", run, items::index)
        .get("/front-desk/items/{id}", run, item::show)
        .post("/front-desk/items/{id}/loans", run, item::hand_over)
        .get("/front-desk/loans/{id}", run, loan::show)
        .post("/front-desk/loans/{id}/ending", run, loan::end)
        .get("/front-desk/people/{id}/items", run, loan::of_somebody)
        .get("/office/items", manage, office_items::index)
        .post("/office/items", manage, office_items::create)
        .post("/office/items/product", manage, office_items::choose_product)
        .post("/office/items/{id}", manage, office_items::change)
        .post("/office/items/{id}/retirement", manage, office_items::retire)
        .post("/office/items/{id}/restoration", manage, office_items::restore)
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
