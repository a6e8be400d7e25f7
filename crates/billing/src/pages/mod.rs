//! Pages.

use platform::web::Routes;

/// Every route of billing.
pub(crate) fn routes() -> Routes {
    Routes::new()
}
