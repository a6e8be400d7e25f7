//! Reading hours and choices out of forms and addresses.

use crate::actions::Refused;
use crate::rules::booking::SlotRefused;
use crate::rules::refusal::BookingRefusal;
use kernel::{Day, MinuteOfDay, Period, Zone};
use platform::web::Form;
use platform::{Failure, Fault};

/// A day and a time on the clock as the calendar writes them: `2026-06-15T09:00`.
pub(super) fn civil(text: &str) -> Option<(Day, MinuteOfDay)> {
    let (day, time) = text.split_once('T')?;
    Some((Day::parse(day).ok()?, MinuteOfDay::parse(time.get(..5)?).ok()?))
}

/// Puts the hours that an address names into the fields of the form.
pub(super) fn fill_hours(form: &mut Form, start: Option<&str>, end: Option<&str>) {
    if let Some((day, time)) = start.and_then(civil) {
        form.set("day", day);
        form.set("start", time);
    }
    if let Some((day, time)) = end.and_then(civil) {
        // Midnight ends the day before, as people say it.
        let day = if time == MinuteOfDay::MIDNIGHT {
            day.previous()
        } else {
            day
        };
        form.set("end", time);
        if form.value("day") != day.to_string() {
            form.set("end_day", day);
        }
    }
}

/// The hours of the fields `day`, `start`, `end` and, for more than one day, `end_day`.
pub(super) fn hours(form: &mut Form, zone: &Zone) -> Option<Period> {
    let day = form.parse("day", Day::parse);
    let start = form.parse("start", MinuteOfDay::parse);
    let end = form.parse("end", MinuteOfDay::parse);
    let end_day = form.parse_optional("end_day", Day::parse)?;
    let (day, start, end) = (day?, start?, end?);
    // A field for a time knows no 24:00: midnight as an end is that of the night.
    let end = if end == MinuteOfDay::MIDNIGHT {
        MinuteOfDay::END
    } else {
        end
    };
    match Period::new(
        zone.instant(day, start),
        zone.instant(end_day.unwrap_or(day), end),
    ) {
        Ok(period) => Some(period),
        Err(refused) => {
            form.refuse("end", &refused);
            None
        }
    }
}

/// A number that may be left out.
pub(super) fn number(form: &mut Form, name: &str) -> Option<Option<i64>> {
    if form.value(name).is_empty() {
        Some(None)
    } else {
        form.number(name).map(Some)
    }
}

/// The field at which a refusal is told.
pub(super) const fn field_of(refusal: &BookingRefusal) -> &'static str {
    match refusal {
        BookingRefusal::Slot(SlotRefused::Inactive | SlotRefused::NoPrice) => "resource",
        BookingRefusal::Slot(SlotRefused::Text) => "title",
        BookingRefusal::Slot(SlotRefused::Attendance) => "attendance",
        BookingRefusal::Slot(SlotRefused::Layout) => "layout",
        BookingRefusal::Slot(SlotRefused::Note) => "note",
        BookingRefusal::Slot(SlotRefused::ClosedDay | SlotRefused::OutOfTime) => "day",
        BookingRefusal::Coupon(_) => "coupon",
        BookingRefusal::Extra(_) => "extras",
        _ => "start",
    }
}

/// A rule that says no is an answer, not a fault.
pub(super) fn told<T>(result: Result<T, Refused>) -> Result<Result<T, BookingRefusal>, Fault> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}
