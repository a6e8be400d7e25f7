//! The spaces of a place, from the rules to the pages, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests may stop at the first surprise"
)]

mod agreed;
mod arrivals;
mod availability;
mod bonds;
mod booking;
mod booking_window;
mod cancellation_terms;
mod cancelling;
mod closing;
mod coupons;
mod desk;
mod extras;
mod extras_rules;
mod feeds;
mod figures;
mod finding;
mod house;
mod invitation_files;
mod invitation_limits;
mod invitation_series;
mod keeping;
mod kinds;
mod lapsed;
mod late_moves;
mod layouts;
mod letters;
mod letting;
mod links;
mod moving;
mod occupancy;
mod occupation;
mod office;
mod opening_hours;
mod pages;
mod paris;
mod participants;
mod preparing;
mod pricing;
mod race;
mod recurrence;
mod rehousing;
mod releasing;
mod relief;
mod requests;
mod rules_page;
mod schema;
mod series;
mod series_coupons;
mod series_pages;
mod site;
mod team_pages;
mod waiting;
mod waiting_layouts;
