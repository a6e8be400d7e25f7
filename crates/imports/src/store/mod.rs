//! The SQL of imports: which files, and which of their lines are here already.

pub(crate) mod imports;
pub(crate) mod lines;
