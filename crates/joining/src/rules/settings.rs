//! How a place receives those who join: settings, read from text.

use super::departure::{MOST_MONTHS, Notice};

kernel::codes! {
    /// Who lets a new member in.
    pub enum Approval {
        /// Somebody of the team.
        Person = "person",
        /// The proof of the address is enough, when nobody known is alike.
        Automatic = "automatic",
    }
}

/// How a place receives those who join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Who lets a new member in.
    pub approval: Approval,
    /// The notice of a member who leaves.
    pub notice: Notice,
    /// What is shown or given at the first visit; empty for what is usual.
    pub first_visit: Vec<String>,
}

/// The most steps of a first visit.
const MOST_STEPS: usize = 30;
/// The longest step, in characters.
const LONGEST_STEP: usize = 200;

kernel::refusals! {
    /// Why settings are not kept.
    pub enum SettingsRefused {
        /// Too many steps.
        TooMany {
            /// The most.
            maximum: usize
        } = "joining-refused-too-many-steps",
        /// A step is too long.
        StepTooLong {
            /// The most characters.
            maximum: usize
        } = "joining-refused-too-long",
        /// Not a number of months that a notice may last.
        Months {
            /// The most.
            maximum: i64
        } = "joining-refused-months",
    }
}

/// Reads the steps of a first visit, one a line.
///
/// # Errors
/// [`SettingsRefused`].
pub(crate) fn steps(typed: &str) -> Result<Vec<String>, SettingsRefused> {
    let lines = typed.lines().map(|line| {
        let kept: String = line.chars().filter(|letter| !letter.is_control()).collect();
        kept.trim().to_owned()
    });
    let steps: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    if steps.len() > MOST_STEPS {
        return Err(SettingsRefused::TooMany { maximum: MOST_STEPS });
    }
    if steps.iter().any(|step| step.chars().count() > LONGEST_STEP) {
        return Err(SettingsRefused::StepTooLong {
            maximum: LONGEST_STEP,
        });
    }
    Ok(steps)
}

/// Reads a number of months.
///
/// # Errors
/// [`SettingsRefused::Months`].
pub(crate) fn months(typed: &str) -> Result<i64, SettingsRefused> {
    let months = typed.trim().parse().ok();
    months
        .filter(|months| (0..=MOST_MONTHS).contains(months))
        .ok_or(SettingsRefused::Months { maximum: MOST_MONTHS })
}
