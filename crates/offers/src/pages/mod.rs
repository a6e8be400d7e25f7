//! The pages of offers.

mod agreement_form;
mod agreements;
mod codes;
mod contract_ending;
mod contract_form;
mod contract_pause;
mod contracts;
mod desk_passes;
mod holding;
mod my_change;
mod my_end;
mod my_lot;
mod my_passes;
mod my_pause;
mod my_plan;
mod my_reductions;
mod my_start;
mod offer_settings;
mod offers;
mod office_coupons;
mod office_reductions;
mod pass_offer;
mod pause_view;
mod person_passes;
mod plan;
mod plan_conditions;
mod plan_switch;
mod pricing;
mod purchase;
mod reduced_tariff;
mod sale;
mod switch_view;
mod words;

pub use codes::limit_codes;

use crate::permissions::{MANAGE, OWN, READ, SELL};
use platform::web::{Access, Routes};

/// Every page of offers, with who may open it.
pub(crate) fn routes() -> Routes {
    of_oneself()
        .merge(of_a_person())
        .merge(of_contracts())
        .merge(of_reductions())
        .merge(of_the_place())
}

fn of_oneself() -> Routes {
    let own = Access::Needs(OWN);
    Routes::new()
        .get("/me/passes", own, my_passes::index)
        .get("/me/passes/new", own, purchase::new)
        .post("/me/passes", own, purchase::create)
        .get("/me/passes/{lot}", own, my_lot::show)
        .get("/me/reductions", own, my_reductions::index)
        .post("/me/reductions", own, my_reductions::create)
        .post("/me/reductions/{id}/withdrawal", own, my_reductions::withdraw)
        .get("/me/plan", own, my_plan::index)
        .get("/me/plan/new", own, my_start::new)
        .post("/me/plan", own, my_start::create)
        .get("/me/plan/{contract}/end", own, my_end::new)
        .post("/me/plan/{contract}/end", own, my_end::create)
        .get("/me/plan/{contract}/change", own, my_change::new)
        .post("/me/plan/{contract}/change", own, my_change::create)
        .post("/me/plan/{contract}/cancellation", own, my_plan::take_back)
        .get("/me/plan/{contract}/pause", own, my_pause::new)
        .post("/me/plan/{contract}/pause", own, my_pause::create)
        .post("/me/plan/{contract}/pauses/{pause}/end", own, my_pause::resume)
}

fn of_a_person() -> Routes {
    let (read, sell) = (Access::Needs(READ), Access::Needs(SELL));
    Routes::new()
        .get("/front-desk/people/{id}/passes", sell, desk_passes::index)
        .post("/front-desk/people/{id}/passes", sell, desk_passes::create)
        .get("/office/people/{id}/passes", read, person_passes::index)
        .post("/office/people/{id}/passes", sell, person_passes::create)
        .post(
            "/office/people/{id}/passes/returns",
            sell,
            person_passes::give_back,
        )
        .post(
            "/office/people/{id}/passes/{lot}/cancellation",
            sell,
            person_passes::take_back,
        )
}

fn of_contracts() -> Routes {
    let manage = Access::Needs(MANAGE);
    Routes::new()
        .get(
            "/office/people/{id}/passes/contracts/new",
            manage,
            contract_form::new,
        )
        .post(
            "/office/people/{id}/passes/contracts",
            manage,
            contract_form::create,
        )
        .get(
            "/office/people/{id}/passes/contracts/{contract}/end",
            manage,
            contract_ending::new,
        )
        .post(
            "/office/people/{id}/passes/contracts/{contract}/end",
            manage,
            contract_ending::create,
        )
        .get(
            "/office/people/{id}/passes/contracts/{contract}/change",
            manage,
            plan_switch::new,
        )
        .post(
            "/office/people/{id}/passes/contracts/{contract}/change",
            manage,
            plan_switch::create,
        )
        .post(
            "/office/people/{id}/passes/contracts/{contract}/cancellation",
            manage,
            contract_pause::take_back,
        )
        .get(
            "/office/people/{id}/passes/contracts/{contract}/pause",
            manage,
            contract_pause::new,
        )
        .post(
            "/office/people/{id}/passes/contracts/{contract}/pause",
            manage,
            contract_pause::create,
        )
        .post(
            "/office/people/{id}/passes/contracts/{contract}/pauses/{pause}/end",
            manage,
            contract_pause::resume,
        )
}

fn of_reductions() -> Routes {
    let (read, manage) = (Access::Needs(READ), Access::Needs(MANAGE));
    Routes::new()
        .get("/office/coupons", read, office_coupons::index)
        .get("/office/coupons/new", manage, office_coupons::new)
        .post("/office/coupons", manage, office_coupons::create)
        .get("/office/coupons/{id}", manage, office_coupons::edit)
        .post("/office/coupons/{id}", manage, office_coupons::update)
        .get("/office/reductions", read, office_reductions::index)
        .get("/office/reductions/{id}", manage, office_reductions::show)
        .get("/office/reductions/{id}/proof", manage, office_reductions::proof)
        .post("/office/reductions/{id}/grant", manage, office_reductions::grant)
        .post(
            "/office/reductions/{id}/refusal",
            manage,
            office_reductions::refuse,
        )
        .post("/office/reductions/{id}/end", manage, office_reductions::end)
        .get("/office/reduced-tariffs/new", manage, reduced_tariff::new)
        .post("/office/reduced-tariffs", manage, reduced_tariff::create)
        .get("/office/reduced-tariffs/{id}", manage, reduced_tariff::edit)
        .post("/office/reduced-tariffs/{id}", manage, reduced_tariff::update)
}

fn of_the_place() -> Routes {
    let (read, manage) = (Access::Needs(READ), Access::Needs(MANAGE));
    Routes::new()
        .get("/office/offers", read, offers::index)
        .get("/office/offers/contracts", read, contracts::index)
        .get("/office/agreements", read, agreements::index)
        .get("/office/agreements/new", manage, agreement_form::new)
        .post("/office/agreements", manage, agreement_form::create)
        .get("/office/agreements/{id}", read, agreements::show)
        .get("/office/agreements/{id}/edit", manage, agreement_form::edit)
        .post("/office/agreements/{id}", manage, agreement_form::update)
        .get("/office/offers/settings", manage, offer_settings::edit)
        .post("/office/offers/settings", manage, offer_settings::update)
        .get("/office/offers/passes/new", manage, pass_offer::new)
        .post("/office/offers/passes", manage, pass_offer::create)
        .get("/office/offers/passes/{id}", manage, pass_offer::edit)
        .post("/office/offers/passes/{id}", manage, pass_offer::update)
        .post("/office/offers/passes/{id}/prices", manage, pass_offer::price)
        .get("/office/offers/plans/new", manage, plan::new)
        .post("/office/offers/plans", manage, plan::create)
        .get("/office/offers/plans/{id}", manage, plan::edit)
        .post("/office/offers/plans/{id}", manage, plan::update)
        .post("/office/offers/plans/{id}/prices", manage, plan::price)
}
