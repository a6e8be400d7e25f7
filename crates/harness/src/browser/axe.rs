//! Accessibility, checked by axe-core in the page itself.

use std::fmt;

use serde_json::Value;

use super::page::Page;
use super::pipe::text;

/// axe-core 4.14.1, MPL-2.0; see `assets/README.md`.
pub(super) const AXE: &str = include_str!("../../assets/axe.min.js");

const RUN: &str = "axe.run(document).then((found) => found.violations.map((one) => ({
    rule: one.id, impact: one.impact ?? '', help: one.help,
    places: one.nodes.map((node) => `${node.target.join(' ')}: ${node.html}\\n      ${node.failureSummary}`),
})))";

/// A rule of accessibility that a page breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Name of the rule, for example `color-contrast`.
    pub rule: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// What the rule asks.
    pub help: String,
    /// Each element that breaks it, and how to mend it.
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ({}): {}", self.rule, self.impact, self.help)?;
        self.places
            .iter()
            .try_for_each(|place| write!(out, "\n    {place}"))
    }
}

impl Page {
    /// Every violation that axe-core finds on the page as it is now: WCAG 2 A and AA and its best practices.
    ///
    /// # Panics
    /// On a page without scripts: axe is one.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        assert!(
            self.viewport().javascript,
            "axe needs scripts: check the page with them"
        );
        if self.evaluate("typeof axe") == "undefined" {
            self.evaluate(&format!("{AXE}\n;true"));
        }
        let found = self.evaluate(RUN);
        let each = found.as_array().expect("axe answers with a list");
        each.iter().map(violation).collect()
    }
}

fn violation(found: &Value) -> Violation {
    let places = found
        .get("places")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    Violation {
        rule: text(found, "rule"),
        impact: text(found, "impact"),
        help: text(found, "help"),
        places: places.filter_map(Value::as_str).map(str::to_owned).collect(),
    }
}
