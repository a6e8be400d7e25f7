//! The pages of imports: hand a file in, say which column is what, see what it would do, bring it in, see what it did.

mod confirmation;
mod import;
mod imports;
mod mapping;
mod preview;
mod wording;

use crate::RUN;
use crate::actions::{self, Prepared};
use crate::jobs::Asked;
use crate::store::imports::{Import, ImportId};
use kernel::Actor;
use platform::database::Tx;
use platform::web::{Access, Routes, Visit};
use platform::{Fault, jobs as background};

/// The most lines that a page waits for; longer files are worked on in the background.
const AT_ONCE: usize = 1_000;

/// Every page of imports, with who may open it.
pub(crate) fn routes() -> Routes {
    let run = Access::Needs(RUN);
    Routes::new()
        .get("/office/imports", run, imports::index)
        .post("/office/imports", run, imports::create)
        .get("/office/imports/{id}", run, import::show)
        .get("/office/imports/{id}/mapping", run, mapping::edit)
        .post("/office/imports/{id}/mapping", run, mapping::update)
        .get("/office/imports/{id}/preview", run, preview::show)
        .post("/office/imports/{id}/confirmation", run, confirmation::create)
}

/// An import with its lines, which are gone once it is done.
async fn load(visit: &Visit, id: ImportId) -> Result<(Import, Option<Prepared>), Fault> {
    visit.read(move |tx, actor| actions::load(tx, actor, id)).await
}

/// Whether a page waits for so many lines.
fn is_short(file: &Prepared) -> bool {
    file.sheet.rows.len() <= AT_ONCE
}

/// Has the work done in the background, and says where to watch it.
fn in_the_background(tx: &mut Tx<'_>, actor: &Actor, kind: &str, id: ImportId) -> Result<String, Fault> {
    let payload = serde_json::to_value(Asked::by(actor, id)).map_err(Fault::internal)?;
    let job = background::enqueue(tx, actor, kind, &payload, None)?;
    Ok(format!("/jobs/{job}"))
}
