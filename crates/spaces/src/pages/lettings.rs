//! Offices let by the month: which, to whom, until when, at what price.

use crate::actions::letting::{NewLetting, end_letting, let_out};
use crate::rules::letting::{Letting, LettingId, LettingRefusal, LettingRefused};
use crate::rules::resource::ResourceId;
use crate::store::{lettings, resources};
use askama::Template;
use kernel::{Day, Email, Id};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// Every letting, and the form for a new one.
#[derive(Template)]
#[template(path = "lettings.html")]
struct LettingsPage {
    shell: Shell,
    form: Form,
    lines: Vec<LettingLine>,
    spaces: Vec<(String, String)>,
    plans: Vec<(String, String)>,
    today: Day,
}

/// A letting in words.
struct LettingLine {
    id: LettingId,
    space: String,
    tenant: String,
    days: String,
    price: String,
    /// Whether it still holds, or will.
    runs: bool,
}

/// `GET /office/lettings`.
pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("from", visit.today());
    shown(&visit, form, StatusCode::OK).await
}

/// `POST /office/lettings`.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let resource: Option<ResourceId> = form.parse("resource", Id::parse);
    let email = form.parse("email", Email::parse);
    let plan: Option<Id<offers::Plan>> = form.parse("plan", Id::parse);
    let from = form.parse("from", Day::parse);
    let (Some(resource), Some(email), Some(plan), Some(from)) = (resource, email, plan, from) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let tenant = visit
        .read(move |tx, actor| people::person_by_email(tx, actor.place, &email).map_err(Fault::from))
        .await?;
    let Some(tenant) = tenant else {
        form.refuse_with("email", "spaces-refused-tenant");
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewLetting {
        resource,
        person: tenant.id,
        plan,
        from,
        price_shown: None,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let_out(tx, actor, new)?;
            Ok("/office/lettings".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-let")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

const fn field_of(refusal: &LettingRefusal) -> &'static str {
    match refusal {
        LettingRefusal::Space(LettingRefused::Ended) => "from",
        LettingRefusal::Space(_) => "resource",
        LettingRefusal::Contract(_) => "plan",
    }
}

/// `POST /office/lettings/{id}/end`.
pub(super) async fn end(visit: Visit, Path(id): Path<LettingId>, mut form: Form) -> Answer {
    let Some(until) = form.parse("until", Day::parse) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            end_letting(tx, actor, id, until)?;
            Ok("/office/lettings".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-letting-ended")),
        Err(Failure::Refused(refusal)) => {
            let flash = Flash::error("spaces-not-done").with("reason", visit.explain(&refusal));
            visit.redirect_with("/office/lettings", &flash)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

struct Known {
    letting: Letting,
    space: String,
    tenant: String,
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (known, spaces, plans) = visit
        .read(|tx, actor| {
            let place = actor.place;
            let spaces = resources::list(tx, place)?;
            let all = lettings::all(tx, place)?;
            let persons: Vec<_> = all.iter().map(|letting| letting.person).collect();
            let names = people::names_of(tx, place, &persons)?;
            let known = all.into_iter().map(|letting| Known {
                space: spaces
                    .iter()
                    .find(|space| space.id == letting.resource)
                    .map(|space| space.facts.name.to_string())
                    .unwrap_or_default(),
                tenant: names.get(&letting.person).cloned().unwrap_or_default(),
                letting,
            });
            let known: Vec<Known> = known.collect();
            Ok::<_, Fault>((known, spaces, offers::plans(tx, place)?))
        })
        .await?;
    let shell = visit.shell("spaces-lettings-title");
    let today = visit.today();
    let rooms = spaces
        .iter()
        .filter(|space| space.active && space.facts.kind.is_let_by_month());
    let sold = plans.iter().filter(|plan| plan.active);
    let page = LettingsPage {
        lines: known.iter().map(|known| line(&shell, known, today)).collect(),
        spaces: rooms
            .map(|space| (space.id.to_string(), space.facts.name.to_string()))
            .collect(),
        plans: sold
            .map(|plan| (plan.id.to_string(), plan.name.to_string()))
            .collect(),
        shell,
        form,
        today,
    };
    visit.page_with_status(status, &page)
}

fn line(shell: &Shell, known: &Known, today: Day) -> LettingLine {
    let letting = &known.letting;
    let from = shell.day_short(&letting.from);
    let days = match letting.until {
        Some(until) => shell.t2(
            "spaces-letting-days",
            "from",
            from,
            "until",
            shell.day_short(&until),
        ),
        None => shell.t1("spaces-letting-since", "from", from),
    };
    LettingLine {
        id: letting.id,
        space: known.space.clone(),
        tenant: known.tenant.clone(),
        days,
        price: shell.money(&letting.rent),
        runs: letting.until.is_none_or(|until| until >= today),
    }
}
