//! Weekly hours: a line of text for each day, for each audience, of the place or of one space.

use crate::actions::set_schedule::set_weekly_hours;
use crate::rules::opening_hours::{HoursRefused, WeeklyHours};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{resources, schedule};
use askama::Template;
use kernel::{Audience, Id, MinuteOfDay, MinuteOfDayRefused, Weekday};
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;

/// The hours of one audience.
#[derive(Template)]
#[template(path = "hours.html")]
pub(super) struct HoursPage {
    shell: Shell,
    form: Form,
    audience: Audience,
    resource: Option<Resource>,
    spaces: Vec<Resource>,
}

impl HoursPage {
    fn is_current(&self, audience: &Audience) -> bool {
        *audience == self.audience
    }

    fn audiences(&self) -> &'static [Audience] {
        Audience::ALL
    }

    fn weekdays(&self) -> &'static [Weekday] {
        Weekday::ALL
    }

    fn address(&self, resource: &Option<Resource>, audience: &Audience) -> String {
        let of = resource
            .as_ref()
            .map(|resource| format!("&resource={}", resource.id))
            .unwrap_or_default();
        format!("/office/spaces/hours?audience={audience}{of}")
    }

    fn of_place(&self) -> String {
        format!("/office/spaces/hours?audience={}", self.audience)
    }

    fn of_space(&self, space: &Resource) -> String {
        format!(
            "/office/spaces/hours?audience={}&resource={}",
            self.audience, space.id
        )
    }

    fn is_shown(&self, space: &Resource) -> bool {
        self.resource.as_ref().is_some_and(|shown| shown.id == space.id)
    }

    fn resource_id(&self) -> String {
        self.resource
            .as_ref()
            .map(|resource| resource.id.to_string())
            .unwrap_or_default()
    }
}

/// Whose hours of what.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct HoursQuery {
    audience: Option<String>,
    resource: Option<String>,
}

pub(super) async fn edit(visit: Visit, Query(query): Query<HoursQuery>) -> Answer {
    let audience = query
        .audience
        .and_then(|text| Audience::parse(&text).ok())
        .unwrap_or(Audience::Nomad);
    let resource = query.resource.and_then(|text| ResourceId::parse(&text).ok());
    shown(&visit, audience, resource, None, StatusCode::OK).await
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let audience = form.parse("audience", Audience::parse).unwrap_or(Audience::Nomad);
    let resource: Option<ResourceId> = form.parse_optional("resource", Id::parse).flatten();
    let mut lines = Vec::new();
    for weekday in Weekday::ALL {
        match read_day(form.value(weekday.code()), *weekday) {
            Ok(read) => lines.extend(read),
            Err(refused) => form.refuse(weekday.code(), &refused),
        }
    }
    if !form.is_valid() {
        return shown(
            &visit,
            audience,
            resource,
            Some(form),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    }
    let to = format!(
        "/office/spaces/hours?audience={audience}{}",
        resource.map(|id| format!("&resource={id}")).unwrap_or_default()
    );
    let done = visit
        .submit(&form, move |tx, actor| {
            set_weekly_hours(tx, actor, resource, audience, lines.clone())?;
            Ok(to.clone())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-hours-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("monday", &refusal);
            shown(
                &visit,
                audience,
                resource,
                Some(form),
                StatusCode::UNPROCESSABLE_ENTITY,
            )
            .await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Why a line of hours is not read.
enum DayRefused {
    Minute(MinuteOfDayRefused),
    Hours(HoursRefused),
}

impl kernel::Refusal for DayRefused {
    fn key(&self) -> &'static str {
        match self {
            Self::Minute(refused) => refused.key(),
            Self::Hours(refused) => refused.key(),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Minute(refused) => refused.arguments(),
            Self::Hours(refused) => refused.arguments(),
        }
    }
}

/// Reads `9h-12h, 14:00–18:30`; nothing is closed.
fn read_day(text: &str, weekday: Weekday) -> Result<Vec<WeeklyHours>, DayRefused> {
    let parts = text
        .split([',', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let lines: Result<Vec<WeeklyHours>, DayRefused> = parts
        .map(|part| {
            let (opens, closes) = part
                .split_once(['-', '–'])
                .ok_or(DayRefused::Minute(MinuteOfDayRefused::Malformed))?;
            let minute = |text: &str| MinuteOfDay::parse(text.trim()).map_err(DayRefused::Minute);
            Ok(WeeklyHours {
                weekday,
                opens: minute(opens)?,
                closes: minute(closes)?,
            })
        })
        .collect();
    crate::rules::opening_hours::checked(lines?).map_err(DayRefused::Hours)
}

async fn shown(
    visit: &Visit,
    audience: Audience,
    resource: Option<ResourceId>,
    form: Option<Form>,
    status: StatusCode,
) -> Answer {
    let today = visit.place.zone.day_bounds(visit.today());
    let (spaces, schedule) = visit
        .read(move |tx, actor| {
            let spaces = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((spaces, schedule::schedule(tx, actor.place, today)?))
        })
        .await?;
    let lines: Vec<WeeklyHours> = schedule
        .hours
        .iter()
        .filter(|line| line.resource == resource && line.audience == audience)
        .map(|line| line.hours)
        .collect();
    let page = HoursPage {
        shell: visit.shell("spaces-hours-title"),
        form: form.unwrap_or_else(|| filled(visit, &lines)),
        audience,
        resource: spaces.iter().find(|space| Some(space.id) == resource).cloned(),
        spaces: spaces.into_iter().filter(|space| space.active).collect(),
    };
    visit.page_with_status(status, &page)
}

fn filled(visit: &Visit, lines: &[WeeklyHours]) -> Form {
    let mut form = Form::blank(visit);
    for weekday in Weekday::ALL {
        let of_day = lines.iter().filter(|line| line.weekday == *weekday);
        let texts: Vec<String> = of_day
            .map(|line| format!("{}–{}", line.opens, line.closes))
            .collect();
        form.set(weekday.code(), texts.join(", "));
    }
    form
}
