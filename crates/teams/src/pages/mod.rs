//! The pages of teams.

mod invitation;
mod office;
mod payer;
mod removal;
mod team;

use crate::permissions::{GRANT, OWN};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    let (own, grant) = (Access::Needs(OWN), Access::Needs(GRANT));
    Routes::new()
        .get("/team", own, team::show)
        .post("/team/{organisation}/invitations", own, team::invite)
        .post(
            "/team/{organisation}/invitations/{id}/withdrawal",
            own,
            team::withdraw,
        )
        .get("/team/{organisation}/people/{person}/removal", own, removal::show)
        .post(
            "/team/{organisation}/people/{person}/removal",
            own,
            removal::create,
        )
        .get("/team-invitations/{sealed}", Access::Public, invitation::show)
        .post("/team-invitations/{sealed}", Access::Public, invitation::accept)
        .get("/me/payer", own, payer::edit)
        .post("/me/payer", own, payer::update)
        .get("/office/organisations/{id}/team", grant, office::show)
        .post("/office/organisations/{id}/team/managers", grant, office::name)
        .post(
            "/office/organisations/{id}/team/managers/{person}/end",
            grant,
            office::end,
        )
}
