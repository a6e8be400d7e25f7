//! The pages of this capability.

mod desk;
mod today;

use platform::web::Routes;

/// Every page, with who may come in.
pub(crate) fn routes() -> Routes {
    Routes::new().merge(desk::routes()).merge(today::routes())
}
