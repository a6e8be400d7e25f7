//! The pages of doors.

mod door;
mod door_state;
mod entrance;
mod number;
mod tablets;

use crate::permissions::{ENTER, MANAGE};
use platform::web::{Access, Routes};

/// Every page, with who may open it. The address of a tablet carries its own right.
pub(crate) fn routes() -> Routes {
    let (manage, enter) = (Access::Needs(MANAGE), Access::Needs(ENTER));
    let own = Access::Needs(spaces::OWN_DAY);
    Routes::new()
        .get("/front-desk/doors", manage, tablets::index)
        .post("/front-desk/doors", manage, tablets::create)
        .post("/front-desk/doors/{id}/end", manage, tablets::end)
        .get("/front-desk/entrance-code", manage, entrance::code)
        .post("/front-desk/entrance-code/renewal", manage, entrance::renew)
        .get("/check-in/{code}", enter, entrance::new)
        .post("/check-in/{code}", enter, entrance::create)
        .get("/me/number", own, number::show)
        .post("/me/number", own, number::make)
        .get("/doors/{secret}", Access::Public, door::show)
        .get("/doors/{secret}/now", Access::Public, door::now)
        .get("/doors/{secret}/live", Access::Public, door::live)
        .post("/doors/{secret}/acts", Access::Public, door::act)
        .post("/doors/{secret}/arrivals", Access::Public, door::arrive)
}
