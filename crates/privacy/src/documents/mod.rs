//! What leaves the house about somebody: a copy of everything, for themselves.

pub(crate) mod copy;
pub(crate) mod shown;
