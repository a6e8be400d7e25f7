//! What events are and how they are decided about, without any effect.

pub(crate) mod event;
pub(crate) mod powwow;
pub(crate) mod proposal;
pub(crate) mod prose;
pub(crate) mod registration;
pub(crate) mod seats;
pub(crate) mod settings;
pub(crate) mod workshop;

#[cfg(test)]
mod tests;
