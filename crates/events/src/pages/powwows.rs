//! The meetings of everybody: the next one, proposals that others second, what is still to do, and what was said before (T35).

use crate::actions;
use crate::rules::event::EventId;
use crate::rules::powwow::{Decision, DecisionId, Motion, MotionId, MotionState, PowwowRefused};
use crate::rules::prose;
use crate::store::powwow::{self, Found};
use crate::store::{decisions, motions};
use askama::Template;
use kernel::{Instant, PersonId};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;

const HERE: &str = "/powwows";

/// Everything around the meetings.
#[derive(Template)]
#[template(path = "powwows.html")]
pub(super) struct PowwowsPage {
    shell: Shell,
    form: Form,
    next: Option<(EventId, Instant)>,
    motions: Vec<MotionLine>,
    to_do: Vec<(EventId, Decision)>,
    past: Vec<(EventId, Instant)>,
    /// What was searched, and what it found.
    found: Option<Vec<Found>>,
}

/// A proposal, with who makes it and how many second it.
struct MotionLine {
    motion: Motion,
    who: String,
    seconds: usize,
    mine: bool,
    seconded: bool,
}

impl PowwowsPage {
    fn may_second(&self, line: &MotionLine) -> bool {
        line.motion.state == MotionState::Open && !line.mine && !line.seconded
    }
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PowwowsQuery {
    q: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<PowwowsQuery>) -> Answer {
    let form = Form::blank(&visit).with("q", query.q.unwrap_or_default());
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let folded = kernel::fold(form.value("q"));
    let searched = !folded.is_empty();
    let (next, all, seconds, names, to_do, past, found) = visit
        .read(move |tx, actor| {
            actions::inside(tx, actor)?;
            let place = actor.place;
            let all = motions::listed(tx, place)?;
            let persons: Vec<PersonId> = all.iter().map(|motion| motion.person).collect();
            let found = if searched {
                powwow::search(tx, place, &folded)?
            } else {
                vec![]
            };
            Ok::<_, Fault>((
                powwow::next(tx, place)?,
                all,
                motions::seconds(tx, place)?,
                people::names_of(tx, place, &persons)?,
                decisions::open_decisions(tx, place)?,
                powwow::meetings(tx, place)?,
                found,
            ))
        })
        .await?;
    let me = visit.actor.person;
    let lines = all.into_iter().map(|motion| {
        let own = seconds.get(&motion.id).map(Vec::as_slice).unwrap_or_default();
        MotionLine {
            who: names.get(&motion.person).cloned().unwrap_or_default(),
            seconds: own.len(),
            mine: me == Some(motion.person),
            seconded: me.is_some_and(|me| own.contains(&me)),
            motion,
        }
    });
    let page = PowwowsPage {
        shell: visit.shell("events-powwows"),
        motions: lines.collect(),
        found: searched.then_some(found),
        form,
        next,
        to_do,
        past,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn propose(visit: Visit, mut form: Form) -> Answer {
    let title = form.parse("title", prose::filled_line);
    let body = form.parse_optional("body", prose::text);
    let (Some(title), Some(body)) = (title, body) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let body = body.unwrap_or_default();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::move_motion(tx, actor, &title, &body)?;
            Ok::<_, Failure<PowwowRefused>>(HERE.to_owned())
        })
        .await;
    answered(&visit, form, done, "events-motion-made").await
}

pub(super) async fn second(visit: Visit, Path(id): Path<MotionId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::second_motion(tx, actor, id)?;
            Ok(HERE.to_owned())
        })
        .await;
    answered(&visit, form, done, "events-seconded").await
}

pub(super) async fn withdraw(visit: Visit, Path(id): Path<MotionId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::withdraw_motion(tx, actor, id)?;
            Ok(HERE.to_owned())
        })
        .await;
    answered(&visit, form, done, "events-proposal-is-withdrawn").await
}

pub(super) async fn done(visit: Visit, Path(id): Path<DecisionId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::decision_done(tx, actor, id)?;
            Ok::<_, Failure<PowwowRefused>>(HERE.to_owned())
        })
        .await;
    answered(&visit, form, done, "events-noted").await
}

async fn answered(
    visit: &Visit,
    mut form: Form,
    done: Result<String, Failure<PowwowRefused>>,
    flash: &'static str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            form.refuse("title", &refusal);
            shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
