//! When else: the free hours of the day that a form asks for.

use super::calendar::civil;
use super::free::free_on;
use crate::rules::resource::ResourceId;
use kernel::{Day, Period};
use platform::web::{Form, Visit};

/// Where the first hour of a free period ends.
pub(super) fn an_hour_of(free: Period) -> kernel::Instant {
    free.start().plus_minutes(60).min(free.end())
}

/// The free hours of the day and the space that a form asks for.
pub(super) async fn free_hours(visit: &Visit, form: &Form) -> Result<Vec<Period>, platform::web::WebError> {
    let (Ok(resource), Ok(day)) = (
        ResourceId::parse(form.value("resource")),
        Day::parse(form.value("day")),
    ) else {
        return Ok(vec![]);
    };
    let zone = visit.place.zone.clone();
    let free = visit
        .read(move |tx, actor| free_on(tx, actor, &zone, resource, day))
        .await?;
    Ok(free)
}

/// The free hours of the day asked for, each with the address of its form.
pub(super) async fn gaps(
    visit: &Visit,
    form: &Form,
) -> Result<Vec<(String, String)>, platform::web::WebError> {
    let free = free_hours(visit, form).await?;
    let resource = form.value("resource");
    let (zone, words) = (&visit.place.zone, visit.shell("spaces-book"));
    let person = form.value("person");
    let link = |period: &Period| {
        let (start, end) = (civil(zone, period.start()), civil(zone, an_hour_of(*period)));
        let who = if person.is_empty() {
            String::new()
        } else {
            format!("&person={person}")
        };
        (
            words.words().hours(*period),
            format!("/bookings/new?resource={resource}&start={start}&end={end}{who}"),
        )
    };
    Ok(free.iter().map(link).collect())
}
