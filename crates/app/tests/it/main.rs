//! The program as a whole: its statements on both engines, who may open which page, its commands.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may stop at the first surprise"
)]

mod client;
mod configuration;
mod crawl;
mod demo_keeping;
mod demo_making;
mod hostile;
mod interface;
mod journeys;
mod menus;
mod ownership;
mod permissions;
mod personal;
mod privacy;
mod program;
mod set_up;
mod statements;
mod strangers;
mod torture;
mod world;
