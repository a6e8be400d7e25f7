//! The verbs: each authorises, loads, decides, saves and leaves a line in the activity log.

pub mod doors;
pub mod tokens;
pub mod webhooks;
