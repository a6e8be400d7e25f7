//! What is measured, one file for each question.

pub(crate) mod bookings;
pub(crate) mod large;
pub(crate) mod month;
pub(crate) mod network;
pub(crate) mod pages;
pub(crate) mod start;
pub(crate) mod weight;
