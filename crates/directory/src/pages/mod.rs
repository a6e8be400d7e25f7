//! The pages of the directory and of the board.

mod board;
mod cards;
mod directory;
mod my_card;
mod notice;
mod notice_form;
mod portrait;

use crate::permissions::{ANIMATE, OWN, READ};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    let (read, own, animate) = (Access::Needs(READ), Access::Needs(OWN), Access::Needs(ANIMATE));
    Routes::new()
        .get("/members", Access::Public, directory::members)
        .get("/members/{person}", Access::Public, cards::member)
        .get("/directory", read, directory::index)
        .get("/directory/{person}", read, cards::show)
        .post("/directory/{person}/letters", read, cards::write)
        .get("/directory/{person}/photo/{file}", Access::Public, portrait::see)
        .get("/me/card/photo", own, portrait::edit)
        .post("/me/card/photo", own, portrait::update)
        .post("/me/card/photo/removal", own, portrait::remove)
        .get("/me/card", own, my_card::edit)
        .post("/me/card", own, my_card::update)
        .get("/board", read, board::index)
        .get("/board/new", own, notice_form::new)
        .post("/board", own, notice_form::create)
        .get("/board/{id}", read, notice::show)
        .post("/board/{id}/closure", own, notice::close)
        .post("/board/{id}/introductions", animate, notice::introduce)
}

/// Whether the visitor belongs to the house today; who does not is shown what everybody sees.
async fn insider(visit: &platform::web::Visit) -> Result<bool, platform::Fault> {
    let today = visit.today();
    let viewer = visit
        .read(move |tx, actor| crate::actions::viewer(tx, actor, today))
        .await?;
    Ok(viewer == crate::rules::card::Viewer::Insider)
}
