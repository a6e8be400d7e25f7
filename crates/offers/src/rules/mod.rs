//! Facts in, decision out: nothing here reads a clock, a database or a request.

pub(crate) mod balance;
pub(crate) mod contract;
pub(crate) mod cost;
pub(crate) mod day_plan;
pub(crate) mod lot;
pub(crate) mod pass_offer;
pub(crate) mod proration;
#[cfg(test)]
mod samples;
pub(crate) mod settlement;
pub(crate) mod switch;
