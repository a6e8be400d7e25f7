//! What decides, without a database and without a network.

pub mod door;
pub mod scope;
pub mod token;
pub mod webhook;
