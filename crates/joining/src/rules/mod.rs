//! What is decided: which number an organisation has, what may be written, when a tour may be, when somebody may leave.

pub(crate) mod application;
pub(crate) mod departure;
pub(crate) mod offer;
pub(crate) mod prose;
pub(crate) mod settings;
pub(crate) mod text;
pub(crate) mod tour;

#[cfg(test)]
mod tests;
