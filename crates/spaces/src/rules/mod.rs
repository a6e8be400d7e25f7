//! The decisions of this capability: pure functions, facts in, decision out.

pub mod availability;
pub mod board;
pub mod booking;
pub mod booking_window;
pub mod cancellation;
pub mod check_in;
pub mod door_number;
pub mod extras;
pub mod feed;
pub mod finding;
pub mod layout;
pub mod letting;
pub mod links;
pub mod moving;
pub mod occupancy;
pub mod opening_hours;
pub mod preparing;
pub mod pricing;
pub mod recurrence;
pub mod refusal;
pub mod rehousing;
pub mod release;
pub mod resource;
pub mod schedule;
pub mod series;
pub mod waiting;
