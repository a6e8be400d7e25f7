//! The pages: hand in, map, preview, confirm, report.

mod flow;
