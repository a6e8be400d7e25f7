//! What leaves the house about events.

pub(crate) mod calendar;
