//! The verbs: each authorises, loads, decides, saves and records, in the caller's transaction.

pub(crate) mod catalogue;
pub(crate) mod charges;
pub(crate) mod customers;
pub(crate) mod drafting;
pub(crate) mod invoicing;
pub(crate) mod payments;
pub(crate) mod quote_conditions;
pub(crate) mod quote_register;
pub(crate) mod quotes;
pub(crate) mod review;
pub(crate) mod seller;
