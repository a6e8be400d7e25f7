//! The shifts of the week, kept by the office, and what they give.

use super::duty_sheet::answer;
use crate::actions::{NewShift, create_shift, duty_offer, end_shift, set_duty_offer};
use crate::rules::duty::{DutyRefused, Shift};
use crate::rules::text::line;
use crate::store::duties;
use askama::Template;
use kernel::{Day, Id, MinuteOfDay, Weekday};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::convert::Infallible;

const PATH: &str = "/office/shifts";

/// The shifts of the week.
#[derive(Template)]
#[template(path = "shifts.html")]
pub(super) struct ShiftsPage {
    shell: Shell,
    form: Form,
    shifts: Vec<Shift>,
    weekdays: Vec<(String, String)>,
    offers: Vec<(String, String)>,
    today: Day,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("wanted", 1)
        .with("units", 0)
        .with("from_day", visit.today());
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(new) = read(&mut form) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            create_shift(tx, actor, new.clone())?;
            Ok(PATH.to_owned())
        })
        .await;
    match done {
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                DutyRefused::Wanted { .. } => "wanted",
                DutyRefused::Units { .. } => "units",
                DutyRefused::ShiftEnded => "until_day",
                _ => "until",
            };
            form.refuse(field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        done => answer(&visit, PATH, done, "stewardship-shift-kept"),
    }
}

fn read(form: &mut Form) -> Option<NewShift> {
    let weekday = form.parse("weekday", Weekday::parse);
    let from = form.parse("from", MinuteOfDay::parse);
    let until = form.parse("until", MinuteOfDay::parse);
    let (wanted, units) = (form.number("wanted"), form.number("units"));
    let label = form.parse_optional("label", line);
    let from_day = form.parse("from_day", Day::parse);
    let until_day = form.parse_optional("until_day", Day::parse);
    Some(NewShift {
        weekday: weekday?,
        from: from?,
        until: until?,
        wanted: wanted?,
        label: label?.unwrap_or_default(),
        units: units?,
        from_day: from_day?,
        until_day: until_day?,
    })
}

pub(super) async fn end(visit: Visit, Path(id): Path<Id<Shift>>, mut form: Form) -> Answer {
    let Some(until) = form.parse("last_day", Day::parse) else {
        return visit.redirect_with(PATH, &Flash::error("stewardship-domiciliation-no-day"));
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            end_shift(tx, actor, id, until)?;
            Ok(PATH.to_owned())
        })
        .await;
    answer(&visit, PATH, done, "stewardship-shift-kept")
}

pub(super) async fn choose_offer(visit: Visit, mut form: Form) -> Answer {
    let Some(offer) = form.parse("offer", Id::parse) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            set_duty_offer(tx, actor, offer)?;
            Ok::<_, Failure<Infallible>>(PATH.to_owned())
        })
        .await;
    let to = done.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("stewardship-shift-offer-kept"))
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (shifts, offers, chosen) = visit
        .read(move |tx, actor| {
            let shifts = duties::shifts(tx, actor.place, today)?;
            let offers = offers::pass_offers(tx, actor.place)?;
            Ok::<_, Fault>((shifts, offers, duty_offer(tx, actor)?))
        })
        .await?;
    if let (Some(chosen), true) = (chosen, form.value("offer").is_empty()) {
        form.set("offer", chosen.id);
    }
    let weekday = |one: &Weekday| (one.code().to_owned(), visit.text(one.message()));
    let none = (String::new(), visit.text("stewardship-choose"));
    let page = ShiftsPage {
        shell: visit.shell("stewardship-shifts"),
        form,
        shifts,
        weekdays: Weekday::ALL.iter().map(weekday).collect(),
        offers: std::iter::once(none)
            .chain(
                offers
                    .into_iter()
                    .map(|offer| (offer.id.to_string(), offer.name.to_string())),
            )
            .collect(),
        today,
    };
    visit.page_with_status(status, &page)
}
