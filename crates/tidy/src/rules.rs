//! The rules, one file each.

pub mod dependencies;
pub mod lengths;
pub mod messages;
pub mod migrations;
pub mod purity;
pub mod sql;
pub mod templates;
pub mod words;
