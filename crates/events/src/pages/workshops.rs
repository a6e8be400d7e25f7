//! Workshops of members: what each comes to, for the office and for who holds it (T42).

use crate::actions;
use crate::permissions::MANAGE;
use crate::rules::event::{Event, EventId, EventState};
use crate::rules::registration::RegistrationState;
use crate::rules::workshop::{Statement, Terms, Workshop, WorkshopRefused};
use crate::store::events;
use crate::store::workshops::{self, Listed};
use askama::Template;
use kernel::{Actor, Day, Email, Money, PersonId, Rate};
use platform::database::Tx;
use platform::tables::write_csv;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

/// Every workshop, for the office; one's own, for who holds them.
#[derive(Template)]
#[template(path = "workshops.html")]
pub(super) struct WorkshopsPage {
    shell: Shell,
    lines: Vec<(Listed, String)>,
}

/// One's own workshops.
#[derive(Template)]
#[template(path = "my_workshops.html")]
pub(super) struct MyWorkshopsPage {
    shell: Shell,
    lines: Vec<Listed>,
}

/// One of one's own workshops.
#[derive(Template)]
#[template(path = "my_workshop.html")]
pub(super) struct MyWorkshopPage {
    shell: Shell,
    told: Told,
}

/// One workshop, for the office.
#[derive(Template)]
#[template(path = "workshop.html")]
pub(super) struct WorkshopPage {
    shell: Shell,
    form: Form,
    event: Event,
    told: Option<Told>,
    kinds: Vec<(String, String, String)>,
    /// Whether it is over, and so may be paid out.
    over: bool,
}

impl WorkshopPage {
    /// Whether what is agreed on may still change.
    fn may_agree(&self) -> bool {
        self.event.is_paid() && self.told.as_ref().is_none_or(|told| told.workshop.paid.is_none())
    }
}

/// What a workshop comes to, with names.
pub(super) struct Told {
    pub(super) event: Event,
    pub(super) workshop: Workshop,
    pub(super) holder: String,
    pub(super) figures: Statement,
    /// Who brings in what; of who gave up late, that they did.
    pub(super) lines: Vec<(String, i64, Money, bool)>,
}

impl Told {
    fn share(&self) -> Option<Rate> {
        match self.workshop.terms {
            Terms::Share(rate) => Some(rate),
            Terms::RoomFee(_) => None,
        }
    }

    fn fee(&self) -> Option<Money> {
        match self.workshop.terms {
            Terms::RoomFee(fee) => Some(fee),
            Terms::Share(_) => None,
        }
    }
}

/// Whether as a file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct WorkshopsQuery {
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<WorkshopsQuery>) -> Answer {
    let lines = visit
        .read(|tx, actor| {
            let all = workshops::listed(tx, actor.place)?;
            let persons: Vec<PersonId> = all.iter().map(|line| line.workshop.person).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            let named = all.into_iter().map(|line| {
                let name = names.get(&line.workshop.person).cloned().unwrap_or_default();
                (line, name)
            });
            Ok::<_, Fault>(named.collect::<Vec<_>>())
        })
        .await?;
    if query.format.as_deref() == Some("csv") {
        return file(&visit, &lines);
    }
    visit.page(&WorkshopsPage {
        shell: visit.shell("events-workshops"),
        lines,
    })
}

fn file(visit: &Visit, lines: &[(Listed, String)]) -> Answer {
    let heads = ["day", "title", "holder", "income", "member", "paid-on"]
        .map(|part| visit.text(&format!("events-workshop-column-{part}")));
    let locale = visit.locale;
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|(line, holder)| {
            let paid = line.workshop.paid;
            vec![
                visit.place.zone.day_of(line.starts_at).to_string(),
                line.title.clone(),
                holder.clone(),
                paid.map(|paid| paid.income.field(locale)).unwrap_or_default(),
                paid.map(|paid| paid.member.field(locale)).unwrap_or_default(),
                paid.map(|paid| paid.on.to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    let name = format!("{}.csv", visit.text("events-workshops-file"));
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}

/// What a workshop comes to; none for an event that is not one.
fn told(tx: &mut Tx<'_>, actor: &Actor, id: EventId) -> Result<Option<Told>, Fault> {
    let place = actor.place;
    let event = events::find(tx, place, id)?.or_not_found()?;
    let Some(workshop) = workshops::find(tx, place, id)? else {
        return Ok(None);
    };
    let (figures, lines) = actions::workshop_statement(tx, place, &workshop)?;
    let mut persons: Vec<PersonId> = lines.iter().filter_map(|(one, _)| one.attendee.person).collect();
    persons.push(workshop.person);
    let names = people::names_of(tx, place, &persons)?;
    let name = |person: PersonId| names.get(&person).cloned().unwrap_or_default();
    let lines = lines.into_iter().map(|(one, income)| {
        let who = one
            .attendee
            .person
            .map_or_else(|| one.attendee.name.clone(), name);
        let gave_up = one.state == RegistrationState::Cancelled;
        (who, one.people(), income, gave_up)
    });
    Ok(Some(Told {
        holder: name(workshop.person),
        lines: lines.collect(),
        event,
        workshop,
        figures,
    }))
}

pub(super) async fn show(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: EventId, mut form: Form, status: StatusCode) -> Answer {
    let (event, told, holder) = visit
        .read(move |tx, actor| {
            let event = events::find(tx, actor.place, id)?.or_not_found()?;
            let told = told(tx, actor, id)?;
            let holder = match &told {
                Some(told) => people::person(tx, actor.place, told.workshop.person)?,
                None => None,
            };
            Ok::<_, Fault>((event, told, holder.and_then(|person| person.email)))
        })
        .await?;
    if form.pairs().is_empty() {
        form = filled(visit, form, told.as_ref(), holder.as_ref());
    }
    let card = |code: &str| {
        let key = format!("events-terms-{code}");
        let hint = visit.text(&format!("{key}-text"));
        (code.to_owned(), visit.text(&key), hint)
    };
    let over = event.state == EventState::Published && event.facts.period.end() <= visit.now;
    let page = WorkshopPage {
        shell: visit.shell("events-workshop"),
        kinds: vec![card("share"), card("room-fee")],
        over,
        form,
        event,
        told,
    };
    visit.page_with_status(status, &page)
}

fn filled(visit: &Visit, form: Form, told: Option<&Told>, holder: Option<&Email>) -> Form {
    let form = form.with("paid_on", visit.today());
    let form = match holder {
        Some(email) => form.with("email", email),
        None => form,
    };
    match told.map(|told| told.workshop.terms) {
        Some(Terms::Share(rate)) => form
            .with("terms", "share")
            .with("share", rate.field(visit.locale)),
        Some(Terms::RoomFee(fee)) => form
            .with("terms", "room-fee")
            .with("fee", fee.field(visit.locale)),
        None => form.with("terms", "share").with("share", "30"),
    }
}

pub(super) async fn agree(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let email = form.parse("email", Email::parse);
    let terms = if form.value("terms") == "room-fee" {
        form.parse("fee", Money::parse).map(Terms::RoomFee)
    } else {
        form.parse("share", Rate::parse).map(Terms::Share)
    };
    let (Some(email), Some(terms)) = (email, terms) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let known = visit
        .read(move |tx, actor| people::person_by_email(tx, actor.place, &email).map_err(Fault::from))
        .await?;
    let Some(person) = known else {
        form.refuse_with("email", "events-refused-unknown-person");
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::agree_workshop(tx, actor, id, (person.id, terms))?;
            Ok(format!("/office/events/{id}/workshop"))
        })
        .await;
    answered(&visit, id, form, (done, "events-noted")).await
}

pub(super) async fn pay(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let on = form.parse("paid_on", Day::parse);
    let shown_share = form.value("member").parse().ok().map(Money::from_cents);
    let (Some(on), Some(member)) = (on, shown_share) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::pay_out(tx, actor, id, (on, member))?;
            Ok(format!("/office/events/{id}/workshop"))
        })
        .await;
    answered(&visit, id, form, (done, "events-paid-out")).await
}

async fn answered(
    visit: &Visit,
    id: EventId,
    mut form: Form,
    (done, flash): (Result<String, Failure<WorkshopRefused>>, &'static str),
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                WorkshopRefused::NotOver | WorkshopRefused::AmountChanged => "paid_on",
                _ => "terms",
            };
            form.refuse(field, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn mine(visit: Visit) -> Answer {
    let lines = visit
        .read(|tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            workshops::of_person(tx, actor.place, person).map_err(Fault::from)
        })
        .await?;
    visit.page(&MyWorkshopsPage {
        shell: visit.shell("events-my-workshops"),
        lines,
    })
}

pub(super) async fn one_of_mine(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let told = visit
        .read(move |tx, actor| {
            let own = told(tx, actor, id)?;
            own.filter(|told| actor.is(told.workshop.person) || actor.may(MANAGE))
                .or_not_found()
        })
        .await?;
    visit.page(&MyWorkshopPage {
        shell: visit.shell_titled(told.event.facts.title.clone()),
        told,
    })
}
