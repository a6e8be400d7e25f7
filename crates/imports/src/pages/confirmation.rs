//! Confirming an import: everything it holds goes in, or nothing.

use super::{in_the_background, is_short, load};
use crate::actions;
use crate::jobs::APPLY;
use crate::store::imports::ImportId;
use platform::Failure;
use platform::web::{Answer, Flash, Form, Path, Visit};
use std::convert::Infallible;

pub(super) async fn create(visit: Visit, Path(id): Path<ImportId>, form: Form) -> Answer {
    let (_, file) = load(&visit, id).await?;
    let done = format!("/office/imports/{id}");
    let Some(file) = file else {
        return visit.redirect(&done);
    };
    if file.mapping.check(file.kind).is_err() {
        return visit.redirect(&format!("{done}/mapping"));
    }
    let to = visit
        .submit(&form, move |tx, actor| {
            if !is_short(&file) {
                return Ok(in_the_background(tx, actor, APPLY, id)?);
            }
            let report = actions::apply(tx, actor, id, &file, &|_, _| Ok(()))?;
            let page = if report.applied { "" } else { "/preview" };
            Ok::<_, Failure<Infallible>>(format!("/office/imports/{id}{page}"))
        })
        .await?;
    let flash = match to.as_str() {
        to if to.starts_with("/jobs/") => Flash::success("imports-background"),
        to if to == done => Flash::success("imports-done"),
        _ => Flash::error("imports-not-done"),
    };
    visit.redirect_with(&to, &flash)
}
