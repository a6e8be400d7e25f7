//! The pages of joining.

mod admission;
mod application;
mod applications;
mod asked;
mod confirmation;
mod coupon;
mod departure;
mod desk_tour;
mod desk_tours;
mod house_texts;
mod join;
mod leaving;
mod my_texts;
mod newcomers;
mod public_text;
mod settings;
mod tour;
mod tour_hours;

use crate::permissions::{ADMIT, MANAGE, OWN};
use platform::web::{Access, Routes, Visit};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    at_the_door()
        .merge(of_oneself())
        .merge(of_the_desk())
        .merge(of_the_office())
}

fn at_the_door() -> Routes {
    use Access::Public;
    Routes::new()
        .get("/join", Public, join::new)
        .post("/join", Public, join::create)
        .get("/join/{sealed}", Public, confirmation::show)
        .post("/join/{sealed}", Public, confirmation::create)
        .get("/house-rules", Public, public_text::house_rules)
        .get("/privacy", Public, public_text::privacy)
        .get("/tours/new", Public, tour::new)
        .post("/tours", Public, tour::create)
        .get("/tours/{sealed}", Public, tour::show)
        .post("/tours/{sealed}", Public, tour::answer)
}

fn of_oneself() -> Routes {
    let own = Access::Needs(OWN);
    Routes::new()
        .get("/me/house-texts", own, my_texts::index)
        .post("/me/house-texts/{id}/acceptance", own, my_texts::accept)
        .get("/me/leaving", own, leaving::new)
        .post("/me/leaving", own, leaving::create)
        .post("/me/leaving/withdrawal", own, leaving::withdraw)
}

fn of_the_desk() -> Routes {
    let admit = Access::Needs(ADMIT);
    Routes::new()
        .get("/office/applications", admit, applications::index)
        .get("/office/applications/new", admit, admission::new)
        .post("/office/applications", admit, admission::create)
        .get("/office/applications/{id}", admit, application::show)
        .post("/office/applications/{id}/acceptance", admit, application::accept)
        .post("/office/applications/{id}/refusal", admit, application::refuse)
        .get("/office/newcomers/{person}", admit, newcomers::show)
        .post("/office/newcomers/{person}/steps/{step}", admit, newcomers::tick)
        .get("/office/tours", admit, desk_tours::index)
        .get("/office/tours/new", admit, desk_tours::new)
        .post("/office/tours", admit, desk_tours::create)
        .get("/office/tours/{id}", admit, desk_tour::show)
        .post("/office/tours/{id}/outcome", admit, desk_tour::note)
        .post("/office/tours/{id}/cancellation", admit, desk_tour::cancel)
        .post("/office/tours/{id}/trial", admit, desk_tour::trial)
        .get("/office/people/{id}/departure", admit, departure::new)
        .post("/office/people/{id}/departure", admit, departure::create)
        .post(
            "/office/people/{id}/departure/withdrawal",
            admit,
            departure::withdraw,
        )
}

fn of_the_office() -> Routes {
    let manage = Access::Needs(MANAGE);
    Routes::new()
        .get("/office/joining", manage, settings::edit)
        .post("/office/joining", manage, settings::update)
        .post("/office/joining/tour-hours", manage, tour_hours::create)
        .post(
            "/office/joining/tour-hours/{id}/removal",
            manage,
            tour_hours::remove,
        )
        .get("/office/house-texts", manage, house_texts::index)
        .post("/office/house-texts", manage, house_texts::create)
        .get("/office/house-texts/{id}", manage, house_texts::show)
}

/// The steps of a first visit: those the place set, else the usual ones, in its language.
fn steps(visit: &Visit, set: &[String]) -> Vec<String> {
    if !set.is_empty() {
        return set.to_vec();
    }
    let usual = visit
        .app
        .messages
        .text(visit.place.language, "joining-first-visit-usual", &[]);
    usual
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}
