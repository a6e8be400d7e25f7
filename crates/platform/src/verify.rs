//! What `tribu verify` finds: what was checked, and what does not hold.

use crate::database::Tx;
use crate::failure::Fault;
use crate::{chain, counter, documents};
use kernel::PlaceId;

/// What was checked, in order, and every fault found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    checks: Vec<Check>,
    faults: Vec<Found>,
}

/// One kind of check and how many things went through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Message key that says what was checked.
    pub what: &'static str,
    /// How many things.
    pub count: usize,
}

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Message key that says what was checked.
    pub what: &'static str,
    /// Which row, and what was expected of it; for the person who repairs it.
    pub detail: String,
}

impl Report {
    /// An empty report.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            checks: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Notes that `count` things were checked; the same key adds up.
    pub fn checked(&mut self, what: &'static str, count: usize) {
        match self.checks.iter_mut().find(|check| check.what == what) {
            Some(check) => check.count = check.count.saturating_add(count),
            None => self.checks.push(Check { what, count }),
        }
    }

    /// Notes that something does not hold.
    pub fn fault(&mut self, what: &'static str, detail: impl Into<String>) {
        self.faults.push(Found {
            what,
            detail: detail.into(),
        });
    }

    /// What was checked, in the order of the first mention.
    #[must_use]
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// What does not hold, in the order found.
    #[must_use]
    pub fn faults(&self) -> &[Found] {
        &self.faults
    }

    /// True when everything checked holds.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Checks what belongs to no place in particular: the references between rows. Once for a whole installation.
///
/// # Errors
/// A fault when the tables cannot be read; what does not hold goes to the report.
pub fn check_installation(tx: &mut Tx<'_>, report: &mut Report) -> Result<(), Fault> {
    report.checked("verify-references", 1);
    for broken in tx.broken_references()? {
        report.fault("verify-references", broken);
    }
    Ok(())
}

/// Checks the platform's own tables: registers, counters, documents.
///
/// # Errors
/// A fault when the tables cannot be read; what does not hold goes to the report.
pub fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    chain::check(tx, place, report)?;
    counter::check(tx, place, report)?;
    documents::check(tx, place, report)
}
