//! The pages of the network: one's own, the desk's, the office's; and the calls of other places.

mod agreement_form;
mod desk;
mod joining;
mod mine;
mod office;
mod partner;
mod partner_acts;

use crate::permissions::{MANAGE, OWN, READ, RECEIVE};
use crate::serve;
use crate::wire::{ACCEPTANCES, CANCELLATIONS, STATEMENTS, VISITS};
use platform::web::{Access, Method, Routes};

/// Every page and every call, with who may come in. Other places are let in by their signature.
pub(crate) fn routes() -> Routes {
    let (own, receive) = (Access::Needs(OWN), Access::Needs(RECEIVE));
    let (read, manage) = (Access::Needs(READ), Access::Needs(MANAGE));
    Routes::new()
        .get("/me/network", own, mine::index)
        .post("/me/network/{id}/codes", own, mine::make)
        .get("/front-desk/network", receive, desk::index)
        .post("/front-desk/network/visits", receive, desk::create)
        .post(
            "/front-desk/network/visits/{id}/question",
            receive,
            desk::ask_again,
        )
        .post(
            "/front-desk/network/visits/{id}/cancellation",
            receive,
            desk::cancel,
        )
        .get("/office/network", read, office::index)
        .post("/office/network", manage, agreement_form::create)
        .get("/office/network/new", manage, agreement_form::new)
        .get("/office/network/acceptance", manage, joining::new)
        .post("/office/network/acceptance", manage, joining::create)
        .get("/office/network/{id}", read, partner::show)
        .get("/office/network/{id}/terms", manage, agreement_form::edit)
        .post("/office/network/{id}/terms", manage, agreement_form::update)
        .post("/office/network/{id}/invitation", manage, partner_acts::invite)
        .post("/office/network/{id}/suspension", manage, partner_acts::suspend)
        .post("/office/network/{id}/resumption", manage, partner_acts::resume)
        .post("/office/network/{id}/ending", manage, partner_acts::end)
        .post("/office/network/{id}/comparison", manage, partner_acts::compare)
        .post("/office/network/{id}/claims", manage, partner_acts::charge)
        .post(
            "/office/network/{id}/claims/withdrawal",
            manage,
            partner_acts::uncharge,
        )
        .keyed(Method::Post, ACCEPTANCES, Access::Public, serve::acceptance)
        .keyed(Method::Post, VISITS, Access::Public, serve::arrival)
        .keyed(Method::Post, CANCELLATIONS, Access::Public, serve::cancellation)
        .keyed(Method::Post, STATEMENTS, Access::Public, serve::statement)
}
