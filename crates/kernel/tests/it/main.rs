//! The kernel seen from outside: tables of cases, and properties.

#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

mod access;
mod calendar;
mod identifiers;
mod messages;
mod money;
mod periods;
mod rates;
mod texts;
mod zones;
