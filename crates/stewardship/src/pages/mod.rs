//! The pages of the running of the house.

mod consumption;
mod deliveries;
mod delivery;
mod delivery_form;
mod domiciliations;
pub(crate) mod duty_sheet;
mod incidents;
mod inventory;
mod item;
mod items;
mod loan;
mod my_deliveries;
mod my_duty;
mod office_items;
mod photos;
mod relay;
mod shifts;
pub(crate) mod told;

use crate::permissions::{MANAGE, OWN, RUN};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    of_deliveries()
        .merge(of_items())
        .merge(of_duties())
        .merge(of_the_relay())
        .merge(of_incidents())
        .merge(of_photos())
}

fn of_photos() -> Routes {
    let (run, own, manage) = (Access::Needs(RUN), Access::Needs(OWN), Access::Needs(MANAGE));
    Routes::new()
        .get("/front-desk/incidents/{id}/photos", run, photos::of_incident)
        .post("/front-desk/incidents/{id}/photos", run, photos::add_to_incident)
        .get(
            "/front-desk/incidents/{id}/photos/{file}",
            run,
            photos::see_incident,
        )
        .post(
            "/front-desk/incidents/{id}/photos/{photo}/removal",
            run,
            photos::remove_of_incident,
        )
        .get("/me/incidents/{id}/photos", own, photos::of_own)
        .post("/me/incidents/{id}/photos", own, photos::add_to_own)
        .get("/me/incidents/{id}/photos/{file}", own, photos::see_incident)
        .post(
            "/me/incidents/{id}/photos/{photo}/removal",
            own,
            photos::remove_of_own,
        )
        .get("/office/equipment/{id}/photos", manage, photos::of_equipment)
        .post("/office/equipment/{id}/photos", manage, photos::add_to_equipment)
        .get(
            "/office/equipment/{id}/photos/{file}",
            manage,
            photos::see_equipment,
        )
        .post(
            "/office/equipment/{id}/photos/{photo}/removal",
            manage,
            photos::remove_of_equipment,
        )
}

fn of_incidents() -> Routes {
    let (run, own, manage) = (Access::Needs(RUN), Access::Needs(OWN), Access::Needs(MANAGE));
    Routes::new()
        .get("/front-desk/incidents", run, incidents::index)
        .get("/front-desk/incidents/{id}", run, incidents::show)
        .post("/front-desk/incidents/{id}/steps", run, incidents::follow)
        .get("/me/incidents", own, incidents::mine)
        .post("/me/incidents", own, incidents::report)
        .get("/me/incidents/{id}", own, incidents::one_of_mine)
        .get("/office/equipment", manage, inventory::index)
        .post("/office/equipment", manage, inventory::create)
        .get("/office/equipment/new", manage, inventory::new)
        .get("/office/equipment/{id}", manage, inventory::show)
        .post("/office/equipment/{id}", manage, inventory::change)
        .post("/office/equipment/{id}/disposal", manage, inventory::dispose)
}

fn of_duties() -> Routes {
    let (run, own, manage) = (Access::Needs(RUN), Access::Needs(OWN), Access::Needs(MANAGE));
    Routes::new()
        .get("/front-desk/duty", run, duty_sheet::show)
        .post("/front-desk/duty", run, duty_sheet::take)
        .get("/front-desk/duty/assign", run, duty_sheet::assign)
        .get("/front-desk/duty/hours", run, duty_sheet::hours)
        .post("/front-desk/duty/{id}/settlement", run, duty_sheet::settle)
        .post("/front-desk/duty/{id}/release", run, duty_sheet::release)
        .get("/me/duty", own, my_duty::index)
        .post("/me/duty", own, my_duty::take)
        .post("/me/duty/{id}/release", own, my_duty::release)
        .get("/office/shifts", manage, shifts::index)
        .post("/office/shifts", manage, shifts::create)
        .post("/office/shifts/offer", manage, shifts::choose_offer)
        .post("/office/shifts/{id}/end", manage, shifts::end)
}

fn of_the_relay() -> Routes {
    let (run, manage) = (Access::Needs(RUN), Access::Needs(MANAGE));
    Routes::new()
        .get("/front-desk/notes", run, relay::notes)
        .post("/front-desk/notes", run, relay::leave)
        .post("/front-desk/notes/{id}/reading", run, relay::mark)
        .get("/front-desk/checklists", run, relay::checklists)
        .post("/front-desk/checklists/{id}/tick", run, relay::tick)
        .post("/front-desk/checklists/{id}/tick/undoing", run, relay::untick)
        .get("/office/checklists", manage, relay::office)
        .post("/office/checklists", manage, relay::add)
        .post("/office/checklists/{id}/retirement", manage, relay::retire)
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
        .get("/front-desk/people/{id}/consumption", run, consumption::show)
        .post("/front-desk/people/{id}/consumption", run, consumption::create)
        .post(
            "/front-desk/people/{id}/consumption/{charge}/removal",
            run,
            consumption::remove,
        )
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
