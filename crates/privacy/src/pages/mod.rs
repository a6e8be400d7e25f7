//! The pages of personal data.

mod duplicates;
mod matters;
mod merger;
mod my_data;
mod organisation_merger;
mod person_data;
mod record;
mod request;
mod requests;
mod retention;

use crate::permissions::{MERGE, OWN, READ, WRITE};
use platform::Fault;
use platform::personal::Declarations;
use platform::web::{Access, Routes, Visit};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    let (own, read, write, merge) = (
        Access::Needs(OWN),
        Access::Needs(READ),
        Access::Needs(WRITE),
        Access::Needs(MERGE),
    );
    Routes::new()
        .get("/me/data", own, my_data::show)
        .post("/me/data/copies", own, my_data::ask_copy)
        .get("/me/data/copies/{id}", own, my_data::fetch)
        .post("/me/data/erasure", own, my_data::ask_erasure)
        .post("/me/data/requests/{id}/withdrawal", own, my_data::withdraw)
        .get("/office/personal-data", read, requests::index)
        .get("/office/people/{id}/personal-data", read, person_data::show)
        .post("/office/people/{id}/personal-data", write, person_data::record)
        .get("/office/personal-data/{id}", read, request::show)
        .post("/office/personal-data/{id}/answer", write, request::answer)
        .post("/office/personal-data/{id}/erasure", write, request::erase)
        .get("/office/retention", read, retention::index)
        .post("/office/retention", write, retention::update)
        .post("/office/retention/people/{id}/keeping", write, retention::keep)
        .get("/office/processing-record", read, record::show)
        .post("/office/processing-record", write, record::update)
        .get("/office/people/duplicates", merge, duplicates::index)
        .get("/office/people/duplicates/{kept}/{gone}", merge, merger::show)
        .post("/office/people/duplicates/{kept}/{gone}", merge, merger::create)
        .post(
            "/office/people/duplicates/{kept}/{gone}/parting",
            merge,
            merger::part,
        )
        .get(
            "/office/organisations/duplicates/{kept}/{gone}",
            merge,
            organisation_merger::show,
        )
        .post(
            "/office/organisations/duplicates/{kept}/{gone}",
            merge,
            organisation_merger::create,
        )
        .post(
            "/office/organisations/duplicates/{kept}/{gone}/parting",
            merge,
            organisation_merger::part,
        )
}

/// What every capability declares.
fn declarations(visit: &Visit) -> Result<Declarations, Fault> {
    Ok(visit.app.extras.get::<Declarations>()?.clone())
}
