//! What guests do.

pub mod booking;
pub mod settings;
