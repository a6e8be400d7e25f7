//! What people send out of the house.

pub(crate) mod access_mail;
