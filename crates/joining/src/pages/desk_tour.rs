//! One tour, for the team: how it went, the trial day, and becoming a member (T6, T7).

use crate::actions::{self, Outcome};
use crate::rules::prose;
use crate::rules::tour::{Tour, TourRefused, TourState};
use crate::store::tours;
use askama::Template;
use kernel::{Day, Id, PersonId, Refusal};
use platform::activity::{self, Entry, Subject};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// One tour.
#[derive(Template)]
#[template(path = "desk_tour.html")]
pub(super) struct DeskTourPage {
    shell: Shell,
    form: Form,
    tour: Tour,
    /// Whether it is still to come.
    coming: bool,
    /// Whether the trial day is today.
    trial_today: bool,
    outcomes: Vec<(String, String, String)>,
    history: Vec<HistoryLine>,
}

impl DeskTourPage {
    fn admission(&self) -> String {
        format!("/office/applications/new?tour={}", self.tour.id)
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Tour>>) -> Answer {
    shown(&visit, id, Form::blank(&visit), StatusCode::OK).await
}

type Facts = (Tour, Vec<Entry>, BTreeMap<PersonId, String>);

async fn shown(visit: &Visit, id: Id<Tour>, mut form: Form, status: StatusCode) -> Answer {
    let (tour, entries, names): Facts = visit
        .read(move |tx, actor| {
            let tour = tours::find(tx, actor.place, id)?.or_not_found()?;
            let entries = activity::history(tx, actor.place, Subject::new("tour", id))?;
            let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((tour, entries, names))
        })
        .await?;
    if form.value("outcome").is_empty() {
        let outcome = match (tour.state, tour.interested) {
            (TourState::Absent, _) => "absent",
            (TourState::Came, Some(true)) => "interested",
            (TourState::Came, _) => "came",
            _ => "",
        };
        form.set("outcome", outcome);
        form.set("note", &tour.note);
        form.set(
            "trial_day",
            tour.trial_day.map(|day| day.to_string()).unwrap_or_default(),
        );
    }
    let outcomes = ["interested", "came", "absent"].map(|code| {
        let title = visit.text(&format!("joining-outcome-{code}"));
        (code.to_owned(), title, String::new())
    });
    let page = DeskTourPage {
        shell: visit.shell_titled(tour.prospect.name.to_string()),
        form,
        coming: tour.starts_at > visit.now,
        trial_today: tour.trial_day == Some(visit.today()) && tour.joined_on.is_none(),
        outcomes: outcomes.into_iter().collect(),
        history: visit.history(&entries, &names),
        tour,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn note(visit: Visit, Path(id): Path<Id<Tour>>, mut form: Form) -> Answer {
    let outcome = form.required("outcome");
    let trial_day = form.parse_optional("trial_day", Day::parse);
    let note = form.parse_optional("note", prose::note);
    let (Some(outcome), Some(trial_day), Some(note)) = (outcome, trial_day, note) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let outcome = Outcome {
        came: outcome != "absent",
        interested: outcome == "interested",
        trial_day,
        note: note.unwrap_or_default(),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::note_tour(tx, actor, id, &outcome)?;
            Ok(format!("/office/tours/{id}"))
        })
        .await;
    answer(&visit, id, done, "joining-tour-noted")
}

pub(super) async fn cancel(visit: Visit, Path(id): Path<Id<Tour>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::cancel_tour(tx, actor, id)?;
            Ok(format!("/office/tours/{id}"))
        })
        .await;
    answer(&visit, id, done, "joining-tour-given-up")
}

pub(super) async fn trial(visit: Visit, Path(id): Path<Id<Tour>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::trial_day(tx, actor, id)?;
            Ok(format!("/office/tours/{id}"))
        })
        .await;
    answer(&visit, id, done, "joining-trial-noted")
}

/// Back to the tour, with what was done or why it was not.
fn answer(visit: &Visit, id: Id<Tour>, done: Result<String, Failure<TourRefused>>, success: &str) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(refusal)) => {
            visit.redirect_with(&format!("/office/tours/{id}"), &Flash::error(refusal.key()))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
