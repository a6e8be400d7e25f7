//! The decisions of the network: facts in, decision out.

pub(crate) mod agreement;
pub(crate) mod code;
pub(crate) mod signing;
pub(crate) mod statement;
pub(crate) mod visit;

#[cfg(test)]
mod tests;
