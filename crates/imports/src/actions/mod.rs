//! What can be done with a file: hand it in, say which column is what, try it, bring it in.

mod apply;
mod bring_in;
mod deposit;
mod desk;
mod holdings;
mod organisations;
mod persons;
mod settled;
mod uses;

pub(crate) use apply::{apply, attempt_all, rehearse};
pub(crate) use bring_in::{Prepared, Progress};
pub(crate) use deposit::{deposit, forget_left_behind, load, set_mapping};
