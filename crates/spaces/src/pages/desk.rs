//! The pages of check-ins, of the front desk and of one's own day.

use platform::web::Routes;

/// Their routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
}
