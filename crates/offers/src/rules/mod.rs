//! Facts in, decision out: nothing here reads a clock, a database or a request.

pub(crate) mod agreement;
pub(crate) mod balance;
pub(crate) mod billing_period;
pub(crate) mod changes;
pub(crate) mod conditions;
pub(crate) mod contract;
pub(crate) mod cost;
pub(crate) mod coupon;
pub(crate) mod day_plan;
pub(crate) mod hours;
pub(crate) mod lot;
pub(crate) mod own_change;
pub(crate) mod own_end;
pub(crate) mod own_start;
pub(crate) mod pass_offer;
pub(crate) mod pause;
pub(crate) mod proration;
pub(crate) mod reduction;
#[cfg(test)]
mod samples;
pub(crate) mod settlement;
pub(crate) mod switch;
