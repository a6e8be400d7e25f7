//! The pages: hand in, map, preview, confirm, report.

mod browser;
mod flow;
