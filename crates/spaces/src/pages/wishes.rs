//! What is chosen with a room: how it is laid out.

use super::layouts as told;
use crate::rules::resource::ResourceId;
use crate::store::layouts;
use kernel::Id;
use platform::Fault;
use platform::web::{Form, Visit, WebError};

/// What can be chosen with the room of a form.
#[derive(Default)]
pub(super) struct Wishes {
    pub(super) layouts: Vec<(String, String)>,
}

/// What can be chosen with the room that the form names. What belongs to another room, chosen before, is left out of the form.
pub(super) async fn wishes(visit: &Visit, form: &mut Form) -> Result<Wishes, WebError> {
    let Ok(resource) = ResourceId::parse(form.value("resource")) else {
        return Ok(Wishes::default());
    };
    let known = visit
        .read(move |tx, actor| layouts::of(tx, actor.place, resource).map_err(Fault::from))
        .await?;
    let chosen = Id::parse(form.value("layout")).ok();
    if !known.iter().any(|one| one.active && Some(one.id) == chosen) {
        form.set("layout", "");
    }
    Ok(Wishes {
        layouts: told::options(&visit.shell("spaces-book"), &known, None),
    })
}
