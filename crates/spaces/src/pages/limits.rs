//! How soon, how far ahead, how long, and what cancelling costs: one audience at a time.

use crate::actions::set_schedule::{set_booking_window, set_cancellation_terms};
use crate::rules::booking_window::{BookingWindow, LimitsRefused};
use crate::rules::cancellation::{Term, TermsRefused};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{resources, schedule};
use askama::Template;
use kernel::{Audience, Id, Rate, RateRefused, Refusal};
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;

/// The limits of one audience, and its terms when it is about the whole place.
#[derive(Template)]
#[template(path = "limits.html")]
pub(super) struct LimitsPage {
    shell: Shell,
    form: Form,
    audience: Audience,
    resource: Option<Resource>,
    spaces: Vec<Resource>,
}

impl LimitsPage {
    fn is_current(&self, audience: &Audience) -> bool {
        *audience == self.audience
    }

    fn audiences(&self) -> &'static [Audience] {
        Audience::ALL
    }

    fn address(&self, audience: &Audience) -> String {
        let id = self.resource_id();
        let of = if id.is_empty() {
            String::new()
        } else {
            format!("&resource={id}")
        };
        format!("/office/spaces/limits?audience={audience}{of}")
    }

    fn of_place(&self) -> String {
        format!("/office/spaces/limits?audience={}", self.audience)
    }

    fn of_space(&self, space: &Resource) -> String {
        format!(
            "/office/spaces/limits?audience={}&resource={}",
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

/// Whose limits on what.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct LimitsQuery {
    audience: Option<String>,
    resource: Option<String>,
}

/// Why the form is refused.
enum Refused {
    Limits(LimitsRefused),
    Terms(TermsRefused),
}

impl Refused {
    fn told(&self) -> (&'static str, &dyn Refusal) {
        match self {
            Self::Limits(refused) => {
                let field = match refused {
                    LimitsRefused::Notice => "minimum_notice",
                    LimitsRefused::Horizon => "maximum_horizon_days",
                    LimitsRefused::Lengths => "minimum_minutes",
                    LimitsRefused::Step => "step_minutes",
                };
                (field, refused)
            }
            Self::Terms(refused) => ("terms", refused),
        }
    }
}

pub(super) async fn edit(visit: Visit, Query(query): Query<LimitsQuery>) -> Answer {
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
    let (window, terms) = (window(&mut form), terms(&mut form));
    let (true, Some(window), Some(terms)) = (form.is_valid(), window, terms) else {
        return shown(
            &visit,
            audience,
            resource,
            Some(form),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    let of = resource.map(|id| format!("&resource={id}")).unwrap_or_default();
    let to = format!("/office/spaces/limits?audience={audience}{of}");
    let done = visit
        .submit(&form, move |tx, actor| {
            set_booking_window(tx, actor, resource, audience, Some(window))
                .map_err(|failure| failure.map(Refused::Limits))?;
            if resource.is_none() {
                set_cancellation_terms(tx, actor, audience, terms.clone())
                    .map_err(|failure| failure.map(Refused::Terms))?;
            }
            Ok(to.clone())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-limits-kept")),
        Err(Failure::Refused(refusal)) => {
            let (field, refusal) = refusal.told();
            form.refuse(field, refusal);
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

fn window(form: &mut Form) -> Option<BookingWindow> {
    let (notice, horizon) = (form.number("minimum_notice"), form.number("maximum_horizon_days"));
    let (shortest, longest) = (form.number("minimum_minutes"), form.number("maximum_minutes"));
    let step = form.number("step_minutes");
    Some(BookingWindow {
        minimum_notice: notice?,
        maximum_horizon_days: horizon?,
        minimum_minutes: shortest?,
        maximum_minutes: longest?,
        step_minutes: step?,
        needs_approval: form.checked("needs_approval", "yes"),
    })
}

/// Reads one line for each term: `24 h : 0 %`, hours of notice and the part that stays due.
fn terms(form: &mut Form) -> Option<Vec<Term>> {
    let text = form.value("terms").to_owned();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let read: Option<Vec<Term>> = lines.map(term).collect();
    if read.is_none() {
        form.refuse_with("terms", "spaces-refused-terms-unreadable");
    }
    read
}

fn term(line: &str) -> Option<Term> {
    let (notice, fee) = line.split_once([':', '='])?;
    let hours: i64 = notice.trim().trim_end_matches(['h', 'H']).trim().parse().ok()?;
    let fee: Result<Rate, RateRefused> = Rate::parse(fee);
    Some(Term {
        notice_minutes: hours.checked_mul(60)?,
        fee: fee.ok()?,
    })
}

async fn shown(
    visit: &Visit,
    audience: Audience,
    resource: Option<ResourceId>,
    form: Option<Form>,
    status: StatusCode,
) -> Answer {
    let today = visit.place.zone.day_bounds(visit.today());
    let (spaces, schedule, terms) = visit
        .read(move |tx, actor| {
            let spaces = resources::list(tx, actor.place)?;
            let schedule = schedule::schedule(tx, actor.place, today)?;
            Ok::<_, Fault>((spaces, schedule, schedule::terms(tx, actor.place)?))
        })
        .await?;
    let of = resource.unwrap_or(ResourceId::from_i64(0));
    let terms: Vec<Term> = terms
        .into_iter()
        .filter(|line| line.audience == audience)
        .map(|line| line.term)
        .collect();
    let form = form.unwrap_or_else(|| filled(visit, &schedule.window_of(of, audience), &terms));
    let page = LimitsPage {
        shell: visit.shell("spaces-limits-title"),
        form,
        audience,
        resource: spaces.iter().find(|space| Some(space.id) == resource).cloned(),
        spaces: spaces.into_iter().filter(|space| space.active).collect(),
    };
    visit.page_with_status(status, &page)
}

fn filled(visit: &Visit, window: &BookingWindow, terms: &[Term]) -> Form {
    let told = |term: &Term| {
        format!(
            "{} h : {}",
            term.notice_minutes / 60,
            term.fee.display(visit.locale)
        )
    };
    let terms: Vec<String> = terms.iter().map(told).collect();
    Form::blank(visit)
        .with("minimum_notice", window.minimum_notice)
        .with("maximum_horizon_days", window.maximum_horizon_days)
        .with("minimum_minutes", window.minimum_minutes)
        .with("maximum_minutes", window.maximum_minutes)
        .with("step_minutes", window.step_minutes)
        .with("needs_approval", if window.needs_approval { "yes" } else { "" })
        .with("terms", terms.join("\n"))
}
