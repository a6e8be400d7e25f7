//! What the press prints, read back.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "tests may stop at the first surprise; positions on paper are floating"
)]

mod golden;
mod hostile;
mod pages;
mod pdf;
mod reading;
mod samples;

use std::sync::LazyLock;

use press::Press;

/// One press for every test, as a server has one for every request.
static PRESS: LazyLock<Press> = LazyLock::new(Press::new);
