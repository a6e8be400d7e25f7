//! What the directory decides, without looking anything up.

pub(crate) mod card;
pub(crate) mod lines;
pub(crate) mod matching;
pub(crate) mod notice;

#[cfg(test)]
mod tests;
