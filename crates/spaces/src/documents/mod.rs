//! What this capability sends out of the house.

pub mod booking_mail;
pub mod calendar_feed;
pub mod calendar_file;
pub(crate) mod invitation_mail;
pub(crate) mod rule_words;
pub mod series_mail;
