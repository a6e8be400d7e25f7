//! What an import decides without looking anything up: which column is what, what a cell says, what a line means.

pub(crate) mod cell;
pub(crate) mod directory;
pub(crate) mod draft;
pub(crate) mod field;
pub(crate) mod guess;
pub(crate) mod kind;
pub(crate) mod line;
pub(crate) mod mapping;
pub(crate) mod moment;
pub(crate) mod name;
pub(crate) mod report;
pub(crate) mod sheet;
pub(crate) mod synonyms;
