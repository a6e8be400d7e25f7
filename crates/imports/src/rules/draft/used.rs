//! What was used: rooms booked and visits.

use super::{BookingDraft, CheckInDraft, is_midnight, who};
use crate::rules::cell::{self, CellRefused};
use crate::rules::field::Field;
use crate::rules::line::Line;
use crate::rules::moment::{self, Moment};
use kernel::{Day, Instant, MinuteOfDay, Name, Period};
use spaces::Part;

/// How many minutes of a half-day make it used: who leaves half an hour after midday came for the morning.
const SHORTEST_HALF: i64 = 60;
/// The longest title kept.
const LONGEST_TITLE: usize = Name::LONGEST;

pub(super) fn booking(line: &mut Line<'_>) -> Option<BookingDraft> {
    let (who, room) = (who(line), line.need(Field::Room, cell::line));
    let start = start(line);
    let period = start.and_then(|start| period(line, start));
    if let Some(period) = period {
        line.note(Field::Start, &period.start());
        line.note(Field::End, &period.end());
    }
    let title = line.fact(Field::Title, cell::line);
    let title: String = title
        .map(|title| title.as_str().chars().take(LONGEST_TITLE).collect())
        .unwrap_or_default();
    Some(BookingDraft {
        who: who?,
        room: room?,
        period: period?,
        title,
    })
}

/// The day and the time at which it begins.
fn start(line: &mut Line<'_>) -> Option<(Day, MinuteOfDay)> {
    let zone = line.zone();
    if line.text(Field::Start).is_empty() {
        line.refuse(Field::Start, &CellRefused::Missing);
        return None;
    }
    let start = line.read(Field::Start, |text| moment::moment(text, zone))?;
    let day = start.day.or_else(|| line.read(Field::Day, cell::day));
    match (day, start.minute) {
        (Some(day), Some(minute)) => Some((day, minute)),
        (None, _) => {
            if !line.has_issues() {
                line.refuse(Field::Start, &CellRefused::DayMissing);
            }
            None
        }
        (_, None) => {
            line.refuse(Field::Start, &CellRefused::TimeMissing);
            None
        }
    }
}

fn period(line: &mut Line<'_>, (day, minute): (Day, MinuteOfDay)) -> Option<Period> {
    let zone = line.zone();
    let start = zone.instant(day, minute);
    let end = if line.text(Field::End).is_empty() {
        if line.text(Field::Duration).is_empty() {
            line.refuse(Field::End, &CellRefused::EndMissing);
            return None;
        }
        start.plus_minutes(line.read(Field::Duration, moment::minutes)?)
    } else {
        let end = line.read(Field::End, |text| moment::moment(text, zone))?;
        let Some(minute) = end.minute else {
            line.refuse(Field::End, &CellRefused::TimeMissing);
            return None;
        };
        let ends_the_day = end.day.is_none() && is_midnight(minute);
        zone.instant(
            end.day.unwrap_or(day),
            if ends_the_day { MinuteOfDay::END } else { minute },
        )
    };
    let period = Period::new(start, end);
    if period.is_err() {
        line.refuse(Field::End, &CellRefused::EndsBeforeStart);
    }
    period.ok()
}

pub(super) fn check_in(line: &mut Line<'_>) -> Option<CheckInDraft> {
    let who = who(line);
    let zone = line.zone();
    let arrival = line.read(Field::Arrival, |text| moment::moment(text, zone));
    let departure = line.read(Field::Departure, |text| moment::moment(text, zone));
    let day = match arrival.and_then(|arrival| arrival.day) {
        Some(day) => Some(day),
        None => line.read(Field::Day, cell::day),
    };
    if day.is_none() && !line.has_issues() {
        line.refuse(
            line.first_mapped(&[Field::Day, Field::Arrival]),
            &CellRefused::Missing,
        );
    }
    let day = day?;
    let part = match line.read(Field::Half, cell::part) {
        Some(part) => Some(part),
        None => part_of(line, arrival, departure),
    };
    line.note(Field::Day, &day);
    if let Some(part) = part {
        line.note(Field::Half, &part);
    }
    let at = |moment: Option<Moment>| -> Option<Instant> {
        moment.and_then(|moment| Some(zone.instant(moment.day.unwrap_or(day), moment.minute?)))
    };
    Some(CheckInDraft {
        who: who?,
        day,
        part: part?,
        arrived: at(arrival),
    })
}

/// The part of the day between an arrival and a departure.
fn part_of(line: &mut Line<'_>, arrival: Option<Moment>, departure: Option<Moment>) -> Option<Part> {
    let minute = |moment: Option<Moment>| {
        moment
            .and_then(|moment| moment.minute)
            .map(|minute| i64::from(minute.minutes()))
    };
    match (minute(arrival), minute(departure)) {
        (Some(from), Some(until)) if from < until => {
            Some(between(from, until, i64::from(line.midday().minutes())))
        }
        (Some(_), Some(_)) => {
            line.refuse(Field::Departure, &CellRefused::EndsBeforeStart);
            None
        }
        _ => {
            if !line.has_issues() {
                line.refuse(
                    line.first_mapped(&[Field::Half, Field::Departure, Field::Arrival, Field::Day]),
                    &CellRefused::NotAHalfDay,
                );
            }
            None
        }
    }
}

fn between(from: i64, until: i64, midday: i64) -> Part {
    let before = (until.min(midday) - from).max(0);
    let after = (until - from.max(midday)).max(0);
    match (before >= SHORTEST_HALF, after >= SHORTEST_HALF) {
        (true, true) => Part::Day,
        (true, false) => Part::Morning,
        (false, true) => Part::Afternoon,
        (false, false) if before >= after => Part::Morning,
        (false, false) => Part::Afternoon,
    }
}
