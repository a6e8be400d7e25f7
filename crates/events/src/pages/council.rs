//! What the council that programmes sees: proposals, what is said of them, and its answer (T34).

use super::event_form;
use crate::actions::{self, AcceptanceRefused, NewEvent};
use crate::permissions::RUN;
use crate::rules::event::{EventFacts, EventKind, OpenTo};
use crate::rules::proposal::{Proposal, ProposalId, ProposalRefused, Remark, RemarkKind};
use crate::rules::prose;
use crate::store::proposals;
use askama::Template;
use kernel::PersonId;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;
use spaces::ResourceId;
use std::collections::BTreeMap;

/// The list.
#[derive(Template)]
#[template(path = "council.html")]
pub(super) struct CouncilPage {
    shell: Shell,
    lines: Vec<(Proposal, String)>,
    /// Whether those answered are shown.
    answered: bool,
}

/// One proposal.
#[derive(Template)]
#[template(path = "council_proposal.html")]
pub(super) struct CouncilProposalPage {
    shell: Shell,
    form: Form,
    one: Proposal,
    proposer: String,
    said: Vec<(Remark, String)>,
    rooms: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    audiences: Vec<(String, String, String)>,
    /// Whether the reader opens the page of the event.
    runs: bool,
}

impl CouncilProposalPage {
    fn is(&self, remark: &Remark, code: &str) -> bool {
        remark.kind.code() == code
    }

    fn kind_message(&self, remark: &Remark) -> &'static str {
        match remark.kind {
            RemarkKind::Comment => "events-remark-comment",
            RemarkKind::Question => "events-remark-question",
            RemarkKind::Answer => "events-remark-answer",
        }
    }
}

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct CouncilQuery {
    show: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<CouncilQuery>) -> Answer {
    let answered = query.show.as_deref() == Some("answered");
    let lines = visit
        .read(move |tx, actor| {
            actions::require_programming(tx, actor)?;
            let mut all = proposals::listed(tx, actor.place)?;
            all.retain(|one| one.state.is_open() != answered);
            let persons: Vec<PersonId> = all.iter().filter_map(|one| one.proposer.person).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            let lines = all.into_iter().map(|one| {
                let name = name_of(&names, &one);
                (one, name)
            });
            Ok::<_, Fault>(lines.collect::<Vec<_>>())
        })
        .await?;
    visit.page(&CouncilPage {
        shell: visit.shell("events-council"),
        lines,
        answered,
    })
}

fn name_of(names: &BTreeMap<PersonId, String>, one: &Proposal) -> String {
    let known = one.proposer.person.and_then(|person| names.get(&person).cloned());
    known.unwrap_or_else(|| one.proposer.name.clone())
}

pub(super) async fn show(visit: Visit, Path(id): Path<ProposalId>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: ProposalId, mut form: Form, status: StatusCode) -> Answer {
    let (one, said, names, rooms) = visit
        .read(move |tx, actor| {
            actions::require_programming(tx, actor)?;
            let one = actions::visible(proposals::find(tx, actor.place, id)?)?;
            let said = proposals::remarks(tx, actor.place, id)?;
            let mut persons: Vec<PersonId> = said.iter().filter_map(|remark| remark.person).collect();
            persons.extend(one.proposer.person);
            let names = people::names_of(tx, actor.place, &persons)?;
            let rooms = spaces::store::resources::list(tx, actor.place)?;
            Ok::<_, Fault>((one, said, names, rooms))
        })
        .await?;
    let proposer = name_of(&names, &one);
    if form.pairs().is_empty() {
        form = form
            .with("title", &one.idea.title)
            .with("kind", EventKind::Workshop)
            .with("open_to", OpenTo::Everybody)
            .with("body", &one.idea.body)
            .with("host", &proposer);
    }
    let nowhere = (String::new(), visit.text("events-room-none"));
    let rooms = rooms
        .into_iter()
        .filter(|room| room.active && room.facts.kind.is_for_meeting())
        .map(|room| (room.id.to_string(), room.facts.name.to_string()));
    let page = CouncilProposalPage {
        shell: visit.shell_titled(one.idea.title.clone()),
        said: said
            .into_iter()
            .map(|remark| {
                let known = remark.person.and_then(|person| names.get(&person).cloned());
                (remark, known.unwrap_or_else(|| proposer.clone()))
            })
            .collect(),
        rooms: std::iter::once(nowhere).chain(rooms).collect(),
        kinds: event_form::kinds(visit),
        audiences: event_form::audiences(visit),
        runs: visit.actor.may(RUN),
        form,
        one,
        proposer,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn remark(visit: Visit, Path(id): Path<ProposalId>, mut form: Form) -> Answer {
    let Some(body) = form.parse("remark", prose::text) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let asks = form.value("to") == "proposer";
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::remark(tx, actor, id, (asks, &body))?;
            Ok(format!("/programming-council/{id}"))
        })
        .await;
    let flash = if asks {
        "events-question-sent"
    } else {
        "events-noted"
    };
    answered(&visit, id, form, ("remark", done), flash).await
}

pub(super) async fn refuse(visit: Visit, Path(id): Path<ProposalId>, mut form: Form) -> Answer {
    let Some(reason) = form.parse("reason", prose::text) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::refuse_proposal(tx, actor, id, &reason)?;
            Ok(format!("/programming-council/{id}"))
        })
        .await;
    answered(&visit, id, form, ("reason", done), "events-answer-sent").await
}

async fn answered(
    visit: &Visit,
    id: ProposalId,
    mut form: Form,
    (field, done): (&str, Result<String, Failure<ProposalRefused>>),
    flash: &'static str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn accept(visit: Visit, Path(id): Path<ProposalId>, mut form: Form) -> Answer {
    let Some(new) = asked(&visit, &mut form) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::accept_proposal(tx, actor, id, &new)?;
            Ok(format!("/programming-council/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("events-proposal-is-accepted")),
        Err(Failure::Refused(AcceptanceRefused::Proposal(refusal))) => {
            form.refuse("title", &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Refused(AcceptanceRefused::Event(refusal))) => {
            event_form::refuse(&visit, &mut form, &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The draft that the council makes of it: what it says, when, and in which room; the rest is the team's to set.
fn asked(visit: &Visit, form: &mut Form) -> Option<NewEvent> {
    let title = form.parse("title", prose::filled_line);
    let kind = form.parse("kind", EventKind::parse);
    let body = form.parse_optional("body", prose::text);
    let host = form.parse_optional("host", prose::line);
    let venue = form.parse_optional("venue", prose::line);
    let open_to = form.parse("open_to", OpenTo::parse);
    let period = event_form::read_period(visit, form);
    let room = form.parse_optional("room", ResourceId::parse);
    Some(NewEvent {
        facts: EventFacts {
            kind: kind?,
            title: title?,
            body: body?.unwrap_or_default(),
            period: period?,
            venue: venue?.unwrap_or_default(),
            host: host?.unwrap_or_default(),
            open_to: open_to?,
            registers: true,
            capacity: None,
            guests: 0,
            product: None,
            price: None,
        },
        rooms: room?.into_iter().collect(),
        overriding: false,
    })
}
