//! The tables of offers: SQL, and rows parsed into what the rules speak of.

pub(crate) mod agreements;
pub(crate) mod benefits;
pub(crate) mod contracts;
pub(crate) mod coupon_uses;
pub(crate) mod coupons;
pub(crate) mod days;
pub(crate) mod debits;
pub(crate) mod debts;
pub(crate) mod held;
pub(crate) mod holder;
pub(crate) mod hours;
pub(crate) mod lots;
pub(crate) mod pass_offers;
pub(crate) mod pauses;
pub(crate) mod plan_charges;
pub(crate) mod plans;
pub(crate) mod reductions;
pub(crate) mod reminders;
mod values;
