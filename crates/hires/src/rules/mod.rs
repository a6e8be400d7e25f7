//! What may be asked, what may become of a request, and what is kept of a deposit, as pure functions.

pub mod check;
pub mod hire;
pub mod wanted;
