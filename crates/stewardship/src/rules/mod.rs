//! What the running of the house decides, without effect.

pub(crate) mod consumption;
pub(crate) mod delivery;
pub(crate) mod domiciliation;
pub(crate) mod duty;
pub(crate) mod equipment;
pub(crate) mod incident;
pub(crate) mod item;
pub(crate) mod relay;
pub(crate) mod text;

#[cfg(test)]
mod tests;
