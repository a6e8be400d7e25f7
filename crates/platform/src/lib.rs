//! Tools with effects, the same for every capability: the database, the clock, and what is built on them.

extern crate self as platform;

pub mod clock;
pub mod database;

pub mod activity;
pub mod capability;
pub mod chain;
pub mod counter;
pub mod documents;
pub mod failure;
pub mod idempotency;
pub mod jobs;
pub mod mail;
pub mod messages;
pub mod panel;
pub mod personal;
pub mod photos;
pub mod place;
pub mod sites;
pub mod tables;
pub mod uploads;
pub mod verify;
pub mod web;

pub use capability::{Capability, Grant, NavItem, permissions_of};
pub use failure::{Failure, Fault, OrNotFound, OrRefused};
pub use jobs::{JobContext, JobHandler, JobReport, Recurring};
pub use messages::{Argument, Catalogue, Messages};
pub use panel::{Panel, PanelLine, PanelPage};
pub use personal::{Declarations, Personal};
