//! What this capability sends out of the house.

pub mod booking_mail;
pub mod calendar_file;
