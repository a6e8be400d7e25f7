//! Tools with effects, the same for every capability: the database, the clock, and what is built on them.

pub mod clock;
pub mod database;
