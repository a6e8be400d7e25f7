//! The platform seen from outside, on both engines.

mod database;
