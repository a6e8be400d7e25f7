//! The SQL of this capability.

pub mod bookings;
pub mod resources;
pub mod schedule;
