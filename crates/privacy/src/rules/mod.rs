//! What is decided about personal data: pure functions.

pub(crate) mod likeness;
mod near;
pub(crate) mod request;
pub(crate) mod retention;

#[cfg(test)]
mod tests;
