//! The hours of the week at which the place is shown.

use super::settings;
use crate::actions;
use crate::rules::tour::TourHours;
use kernel::{Id, MinuteOfDay, Weekday};
use platform::web::{Answer, Flash, Form, Path, StatusCode, Visit};
use platform::{Failure, Fault};
use std::convert::Infallible;

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let weekday = form.parse("weekday", Weekday::parse);
    let starts = form.parse("starts", MinuteOfDay::parse);
    let seats = form.number("seats");
    let (Some(weekday), Some(starts), Some(seats)) = (weekday, starts, seats) else {
        return settings::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    if starts == MinuteOfDay::END || !(1..=50).contains(&seats) {
        form.refuse_with("seats", "joining-refused-seats");
        return settings::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let to = visit
        .submit(&form, move |tx, actor| {
            actions::keep_hours(tx, actor, weekday, starts, seats)?;
            Ok::<_, Failure<Infallible>>(settings::ADDRESS.to_owned())
        })
        .await
        .map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("joining-tour-hours-kept"))
}

pub(super) async fn remove(visit: Visit, Path(id): Path<Id<TourHours>>, _: Form) -> Answer {
    visit
        .write(move |tx, actor| actions::remove_hours(tx, actor, id))
        .await
        .map_err(|fault: Fault| fault)?;
    visit.redirect_with(settings::ADDRESS, &Flash::success("joining-tour-hours-removed"))
}
