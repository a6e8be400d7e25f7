//! What a plan asks for and gives, besides its price (RULES 14 to 20).

use super::billing_period::period_of;
use super::pass_offer::PassOffer;
use kernel::{Day, Id, Money, Rate};
use std::collections::BTreeMap;

/// What holds for contracts agreed from now on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanConditions {
    /// For how many months one commits oneself; 0 for none.
    pub commitment_months: i64,
    /// How long a notice lasts.
    pub notice: PlanNotice,
    /// Whether it is billed from one anniversary of its first day to the next, and not by calendar month.
    pub anniversary: bool,
    /// What is charged once at joining: what the invoice calls it, and how much, on the basis of the plan.
    pub setup: Option<(String, Money)>,
    /// Keys and badges that come with it, in a few words.
    pub keys: String,
}

/// What a plan gives each period, as it is now: a booking takes what is given when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanBenefits {
    /// Units of a pass.
    pub units: Option<(Id<PassOffer>, i64)>,
    /// For spaces of each kind, by its code.
    pub spaces: BTreeMap<String, SpaceBenefit>,
}

/// What a plan gives for spaces of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SpaceBenefit {
    /// Minutes without charge, each period.
    pub minutes: i64,
    /// A discount on what is charged.
    pub discount: Rate,
}

/// How long a notice lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlanNotice {
    /// Months from the day it is given.
    pub months: i64,
    /// Whether it then runs to the end of the period.
    pub to_the_end: bool,
}

impl PlanNotice {
    /// The first last day that a notice given on a day allows, for a contract billed from `anchor`.
    #[must_use]
    pub fn last_day(self, given_on: Day, anchor: Option<Day>) -> Day {
        let last = if self.months == 0 {
            given_on
        } else {
            given_on.plus_months(self.months).previous()
        };
        if self.to_the_end {
            period_of(anchor, last).last()
        } else {
            last
        }
    }
}

/// The most months of commitment.
pub(crate) const LONGEST_COMMITMENT: i64 = 60;
/// The most months of notice.
pub(crate) const LONGEST_NOTICE: i64 = 12;
/// The most minutes of credit in a period: a thousand hours.
pub(crate) const MOST_MINUTES: i64 = 60_000;
/// The most characters of what keys come with a plan, or of what a fee is called.
pub(crate) const LONGEST_LABEL: usize = 120;

kernel::refusals! {
    /// Why a plan cannot ask for that, or give it.
    pub enum ConditionsRefused {
        /// Not a whole number from nothing to the most.
        Number {
            /// The most.
            maximum: i64
        } = "offers-refused-number",
        /// Not a number of hours.
        Hours {
            /// The most hours.
            maximum: i64
        } = "offers-refused-hours",
        /// More than the whole.
        Percent = "offers-refused-percent",
        /// A text is too long, or on more than one line.
        Label {
            /// The most characters.
            maximum: usize
        } = "offers-refused-label",
        /// A fee without a name, or too large.
        Setup = "offers-refused-setup",
        /// The units given are not those of a pass of the place.
        Units {
            /// The most units.
            maximum: i64
        } = "offers-refused-lot-units",
    }
}

impl PlanConditions {
    /// Checks numbers and texts.
    ///
    /// # Errors
    /// [`ConditionsRefused`] names the first that cannot be.
    pub(crate) fn check(&self) -> Result<(), ConditionsRefused> {
        within(self.commitment_months, LONGEST_COMMITMENT)?;
        within(self.notice.months, LONGEST_NOTICE)?;
        label(&self.keys)?;
        match &self.setup {
            Some((name, amount)) => {
                label(name)?;
                if name.is_empty() || amount.is_negative() || *amount > billing::LARGEST_PRICE {
                    return Err(ConditionsRefused::Setup);
                }
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// The last day of the commitment of a contract that begins on a day, when there is one.
    pub(crate) fn committed_until(&self, from: Day) -> Option<Day> {
        (self.commitment_months > 0).then(|| from.plus_months(self.commitment_months).previous())
    }
}

impl PlanBenefits {
    /// Checks numbers.
    ///
    /// # Errors
    /// [`ConditionsRefused`] names the first that cannot be.
    pub(crate) fn check(&self) -> Result<(), ConditionsRefused> {
        let maximum = PassOffer::MOST_UNITS;
        if self
            .units
            .is_some_and(|(_, units)| !(1..=maximum).contains(&units))
        {
            return Err(ConditionsRefused::Units { maximum });
        }
        for (kind, benefit) in &self.spaces {
            label(kind)?;
            if !(0..=MOST_MINUTES).contains(&benefit.minutes) {
                return Err(ConditionsRefused::Hours {
                    maximum: MOST_MINUTES / 60,
                });
            }
            if benefit.discount > Rate::HUNDRED {
                return Err(ConditionsRefused::Percent);
            }
        }
        Ok(())
    }
}

fn within(number: i64, maximum: i64) -> Result<(), ConditionsRefused> {
    if (0..=maximum).contains(&number) {
        Ok(())
    } else {
        Err(ConditionsRefused::Number { maximum })
    }
}

/// Reads a whole number from nothing to `maximum`.
pub(crate) fn whole(text: &str, maximum: i64) -> Result<i64, ConditionsRefused> {
    let number = text
        .trim()
        .parse()
        .map_err(|_| ConditionsRefused::Number { maximum })?;
    within(number, maximum)?;
    Ok(number)
}

/// Reads hours, `2`, `1,5` or `1:30`, as minutes.
pub(crate) fn hours(text: &str) -> Result<i64, ConditionsRefused> {
    let refused = ConditionsRefused::Hours {
        maximum: MOST_MINUTES / 60,
    };
    let bare = text.trim().trim_end_matches(['h', 'H']).trim_end();
    let minutes = match bare.split_once(':') {
        Some((hours, minutes)) => {
            let parsed = (hours.parse::<i64>().ok()).zip(minutes.parse::<i64>().ok());
            parsed
                .filter(|(hours, minutes)| (0..=1_000).contains(hours) && (0..60).contains(minutes))
                .map(|(hours, minutes)| hours * 60 + minutes)
        }
        None if bare.contains('%') => None,
        // Hundredths of an hour, as a rate is read.
        None => Rate::parse(bare)
            .ok()
            .map(|rate| Money::from_cents(60).share(rate.basis_points(), 100).cents()),
    };
    minutes.filter(|minutes| *minutes <= MOST_MINUTES).ok_or(refused)
}

/// Reads a percentage that is not over the whole.
pub(crate) fn percent(text: &str) -> Result<Rate, ConditionsRefused> {
    let rate = Rate::parse(text).map_err(|_| ConditionsRefused::Percent)?;
    if rate > Rate::HUNDRED {
        return Err(ConditionsRefused::Percent);
    }
    Ok(rate)
}

/// Checks a short text.
fn label(text: &str) -> Result<(), ConditionsRefused> {
    if text.chars().count() > LONGEST_LABEL || text.chars().any(char::is_control) {
        return Err(ConditionsRefused::Label {
            maximum: LONGEST_LABEL,
        });
    }
    Ok(())
}

/// Reads a short text.
pub(crate) fn short(text: &str) -> Result<String, ConditionsRefused> {
    let text = text.trim();
    label(text)?;
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests;
