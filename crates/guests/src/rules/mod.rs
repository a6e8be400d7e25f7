//! What guests may do, and what it costs, as pure functions.

pub mod guest;
pub mod price;
pub mod showing;
