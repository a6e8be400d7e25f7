//! Passes: sold, used, owed, given back.

mod elsewhere;
mod given_back;
mod imported;
mod on_offer;
mod owed;
mod shared;
mod sold;
mod used;
