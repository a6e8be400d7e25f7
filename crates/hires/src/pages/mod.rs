//! The pages of exclusive hires.

mod check;
mod confirmation;
mod fields;
mod hire;
mod hire_acts;
mod hires;
mod mine;
mod photos;
mod quote;
mod quote_answer;
mod quote_form;
mod quote_lines;
mod quotes;
mod request;
mod settings;

use crate::permissions::{ANSWER, CHECK, MANAGE, READ};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    for_customers()
        .merge(for_the_team())
        .merge(for_quotes())
        .merge(for_checks())
        .merge(for_members())
}

fn for_customers() -> Routes {
    use Access::Public;
    Routes::new()
        .get("/exclusive-hires", Public, request::new)
        .post("/exclusive-hires", Public, request::create)
        .get(
            "/exclusive-hire-confirmations/{secret}",
            Public,
            confirmation::show,
        )
        .post(
            "/exclusive-hire-confirmations/{secret}",
            Public,
            confirmation::create,
        )
        .get("/quotes/{secret}", Public, quote::show)
        .get("/quotes/{secret}/document", Public, quote::document)
        .post("/quotes/{secret}/acceptance", Public, quote_answer::accept)
        .post("/quotes/{secret}/refusal", Public, quote_answer::decline)
        .post("/quotes/{secret}/questions", Public, quote_answer::ask)
}

fn for_members() -> Routes {
    let own = Access::Needs(spaces::OWN_DAY);
    Routes::new().get("/me/exclusive-hires", own, mine::index).post(
        "/me/exclusive-hires/{id}/quotes/{quote}/reading",
        own,
        mine::read,
    )
}

fn for_the_team() -> Routes {
    let (read, answer) = (Access::Needs(READ), Access::Needs(ANSWER));
    let manage = Access::Needs(MANAGE);
    Routes::new()
        .get("/office/exclusive-hires", read, hires::index)
        .get("/office/exclusive-hires/quotes", read, quotes::index)
        .get("/office/exclusive-hires/settings", manage, settings::edit)
        .post("/office/exclusive-hires/settings", manage, settings::update)
        .post("/office/exclusive-hires/conditions", manage, settings::publish)
        .get("/office/exclusive-hires/{id}", read, hire::show)
        .post("/office/exclusive-hires/{id}/slots", answer, hire_acts::add_slot)
        .post(
            "/office/exclusive-hires/{id}/slots/{slot}/removal",
            answer,
            hire_acts::remove_slot,
        )
        .post("/office/exclusive-hires/{id}/holds", answer, hire_acts::hold)
        .post("/office/exclusive-hires/{id}/release", answer, hire_acts::release)
        .post("/office/exclusive-hires/{id}/refusal", answer, hire_acts::refuse)
        .post("/office/exclusive-hires/{id}/loss", answer, hire_acts::lose)
        .post("/office/exclusive-hires/{id}/messages", answer, hire_acts::reply)
        .post("/office/exclusive-hires/{id}/quotes", answer, hire_acts::draft)
}

fn for_quotes() -> Routes {
    let (read, answer) = (Access::Needs(READ), Access::Needs(ANSWER));
    Routes::new()
        .get(
            "/office/exclusive-hires/{id}/quotes/{quote}",
            read,
            quote_form::edit,
        )
        .post(
            "/office/exclusive-hires/{id}/quotes/{quote}",
            answer,
            quote_form::update,
        )
        .post(
            "/office/exclusive-hires/{id}/quotes/{quote}/sending",
            answer,
            quote_form::send,
        )
        .post(
            "/office/exclusive-hires/{id}/quotes/{quote}/withdrawal",
            answer,
            quote_form::withdraw,
        )
        .get(
            "/office/exclusive-hires/{id}/quotes/{quote}/document",
            read,
            quote_form::document,
        )
}

fn for_checks() -> Routes {
    let checks = Access::Needs(CHECK);
    Routes::new()
        .get("/front-desk/exclusive-hires/{id}/check", checks, check::show)
        .post("/front-desk/exclusive-hires/{id}/check", checks, check::update)
        .post("/front-desk/exclusive-hires/{id}/deposit", checks, check::receive)
        .post(
            "/front-desk/exclusive-hires/{id}/settlement",
            checks,
            check::settle,
        )
        .get("/front-desk/exclusive-hires/{id}/photos", checks, photos::index)
        .post("/front-desk/exclusive-hires/{id}/photos", checks, photos::add)
        .get(
            "/front-desk/exclusive-hires/{id}/photos/{file}",
            checks,
            photos::see,
        )
        .post(
            "/front-desk/exclusive-hires/{id}/photos/{photo}/removal",
            checks,
            photos::remove,
        )
}
