//! What the house decides about people, without looking anything up.

pub(crate) mod access;
pub(crate) mod address;
pub(crate) mod email_change;
pub(crate) mod hats;
pub(crate) mod keys;
pub(crate) mod membership;
pub(crate) mod name;
pub(crate) mod password;
pub(crate) mod person;
pub(crate) mod role;
pub(crate) mod search;
pub(crate) mod token;
pub(crate) mod totp;
pub(crate) mod webauthn;

#[cfg(test)]
mod tests;
