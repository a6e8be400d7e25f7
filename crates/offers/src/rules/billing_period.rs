//! The periods that a contract is billed by (RULES 20): calendar months, or months from one anniversary to the next.
//!
//! An anniversary keeps its day and clamps to the end of a shorter month: from 31 January come 31 January to 27 February, 28 February
//! to 30 March, 31 March to 29 April. A period is named after the month in which it begins: exactly one begins in each month.

use kernel::{Day, Days, Month};

/// The days of the period that begins in a month. `anchor` is the day from which anniversaries count; none means calendar months.
#[must_use]
pub fn period_in(anchor: Option<Day>, month: Month) -> Days {
    match anchor {
        None => month.days(),
        Some(anchor) => Days::spanning(start(anchor, month), start(anchor, month.next()).previous()),
    }
}

/// The month in which the period that holds a day begins.
#[must_use]
pub fn month_of_period(anchor: Option<Day>, day: Day) -> Month {
    let own = day.month_of();
    match anchor {
        Some(anchor) if day < start(anchor, own) => own.previous(),
        _ => own,
    }
}

/// The days of the period that holds a day.
#[must_use]
pub fn period_of(anchor: Option<Day>, day: Day) -> Days {
    period_in(anchor, month_of_period(anchor, day))
}

fn start(anchor: Day, month: Month) -> Day {
    let months = anchor.month_of().months_until(month);
    anchor.plus_months_clamped(months, anchor.day())
}

#[cfg(test)]
mod tests;
