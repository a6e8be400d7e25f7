//! Moments and lengths of time as files write them.

use super::cell::{CellRefused, day};
use kernel::{Day, Instant, MinuteOfDay, Zone};

/// What a cell says of a moment: a day, a time on the clock, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The day, when it is written.
    pub(crate) day: Option<Day>,
    /// The time on the clock, when it is written.
    pub(crate) minute: Option<MinuteOfDay>,
}

/// Reads `14/06/2026 09:00`, `2026-06-14T09:00:00`, `14/06/2026 à 9h30`, `09:00`, `9h`, `14/06/2026`; and
/// `2026-06-14T07:00:00Z` or `+02:00`, brought to the clocks of `zone`.
pub(crate) fn moment(text: &str, zone: &Zone) -> Result<Moment, CellRefused> {
    if let Some(instant) = with_offset(text) {
        let (day, minute) = zone.local(instant);
        super::cell::day(&day.to_string())?;
        return Ok(Moment {
            day: Some(day),
            minute: Some(minute),
        });
    }
    if let Some(minute) = minute(text) {
        return Ok(Moment {
            day: None,
            minute: Some(minute),
        });
    }
    let (date, time) = text.split_once(['T', ' ', '\u{a0}']).unwrap_or((text, ""));
    let day = day(date)?;
    let time = time
        .trim()
        .trim_start_matches(['à', '-', ','])
        .trim_start_matches("at ")
        .trim();
    if time.is_empty() {
        return Ok(Moment {
            day: Some(day),
            minute: None,
        });
    }
    let minute = minute(time).ok_or(CellRefused::NotATime)?;
    Ok(Moment {
        day: Some(day),
        minute: Some(minute),
    })
}

/// A moment that states how far its clock is from universal time.
fn with_offset(text: &str) -> Option<Instant> {
    let (_, time) = text.split_once('T')?;
    let states = time.ends_with('Z') || time.contains('+') || time.contains('-');
    if states { Instant::parse(text).ok() } else { None }
}

/// A time on the clock: `09:00`, `09:00:00`, `9h30`, `9 h`, `2:30 PM`.
fn minute(text: &str) -> Option<MinuteOfDay> {
    let lower = text.trim().to_lowercase();
    let (clock, half) = match (lower.strip_suffix("pm"), lower.strip_suffix("am")) {
        (Some(clock), _) => (clock.trim(), Some(true)),
        (_, Some(clock)) => (clock.trim(), Some(false)),
        _ => (lower.as_str(), None),
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let without_seconds = match parts.as_slice() {
        [hour, minute, _] => format!("{hour}:{minute}"),
        _ => clock.to_owned(),
    };
    let read = MinuteOfDay::parse(&without_seconds).ok()?;
    let minutes = match half {
        None => read.minutes(),
        Some(afternoon) => read.minutes() % 720 + if afternoon { 720 } else { 0 },
    };
    MinuteOfDay::from_minutes(minutes).ok()
}

/// A length of time in minutes: `2h`, `2 h 30`, `1:30`, `90 min`, `90 minutes`, `1,5` and `2` in hours.
pub(crate) fn minutes(text: &str) -> Result<i64, CellRefused> {
    let lower = text.trim().to_lowercase();
    let long = match lower.trim_end_matches("minutes").trim_end_matches("min").trim() {
        bare if bare.len() < lower.len() => bare.parse::<i64>().ok(),
        _ => clock_length(&lower).or_else(|| tenths_of_hours(&lower)),
    };
    match long {
        Some(minutes) if (1..=31 * 24 * 60).contains(&minutes) => Ok(minutes),
        _ => Err(CellRefused::NotADuration),
    }
}

fn clock_length(text: &str) -> Option<i64> {
    let (hours, rest) = text.split_once([':', 'h'])?;
    let rest = rest
        .trim_start_matches("eures")
        .trim_start_matches("eure")
        .trim_start_matches("ours")
        .trim_start_matches("our");
    let rest = rest.split(':').next().unwrap_or_default().trim();
    let minutes: i64 = if rest.is_empty() {
        0
    } else {
        rest.parse().ok().filter(|minutes| (0..60).contains(minutes))?
    };
    let hours = tenths_of_hours(hours)?;
    hours.checked_add(minutes)
}

/// Hours with at most two decimals, in minutes: `1,5` is 90.
fn tenths_of_hours(text: &str) -> Option<i64> {
    let bare = text.trim();
    let (whole, fraction) = bare.split_once([',', '.']).unwrap_or((bare, "0"));
    let digits =
        |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|digit| digit.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > 2 {
        return None;
    }
    let hundredths: i64 = format!("{fraction:0<2}").parse().ok()?;
    let minutes = whole.parse::<i64>().ok()?.checked_mul(60)?;
    minutes.checked_add(hundredths * 60 / 100)
}

#[cfg(test)]
mod tests;
