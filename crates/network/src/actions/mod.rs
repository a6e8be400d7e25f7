//! The verbs of the network.

pub(crate) mod agreements;
pub(crate) mod claims;
pub(crate) mod home;
pub(crate) mod host;
