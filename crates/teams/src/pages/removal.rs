//! Taking somebody out of a team: how long the organisation still pays for them, then one act (T37).

use super::team::answer;
use crate::actions::{self, PlanLeft};
use askama::Template;
use kernel::{OrganisationId, PersonId};
use people::Organisation;
use platform::web::{Answer, Form, Path, Shell, Visit};
use platform::{Failure, Fault, OrNotFound};

/// Somebody about to leave a team.
#[derive(Template)]
#[template(path = "team_removal.html")]
pub(super) struct RemovalPage {
    shell: Shell,
    organisation: Organisation,
    person: PersonId,
    name: String,
    plans: Vec<PlanLeft>,
}

impl RemovalPage {
    fn back(&self) -> String {
        format!("/team?organisation={}", self.organisation.id)
    }

    /// What becomes of a plan: its last day and what still binds it, or that it never begins.
    fn told(&self, plan: &PlanLeft) -> String {
        let (shell, held) = (&self.shell, &plan.held);
        if plan.last < held.from {
            return shell.t("teams-plan-undone");
        }
        let day = shell.day_long(&plan.last);
        match held.committed_until {
            Some(until) if until == plan.last => shell.t1("teams-plan-committed", "day", day),
            _ => shell.t1("teams-plan-until", "day", day),
        }
    }
}

type Ids = (OrganisationId, PersonId);

pub(super) async fn show(visit: Visit, Path((organisation, person)): Path<Ids>) -> Answer {
    let read = visit
        .read(move |tx, actor| {
            let plans = match actions::plans_left(tx, actor, organisation, person) {
                Ok(plans) => plans,
                Err(Failure::Refused(_)) => return Err(Fault::NotFound),
                Err(Failure::Fault(fault)) => return Err(fault),
            };
            let organisation = people::organisation(tx, actor.place, organisation)?.or_not_found()?;
            let known = people::person(tx, actor.place, person)?.or_not_found()?;
            Ok::<_, Fault>((plans, organisation, known.name.full()))
        })
        .await?;
    let (plans, organisation, name) = read;
    let page = RemovalPage {
        shell: visit.shell("teams-remove-title"),
        organisation,
        person,
        name,
        plans,
    };
    visit.page(&page)
}

pub(super) async fn create(visit: Visit, Path((organisation, person)): Path<Ids>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::remove(tx, actor, organisation, person)?;
            // Who removed themselves runs the team no more.
            Ok(if actor.is(person) {
                "/me".to_owned()
            } else {
                format!("/team?organisation={organisation}")
            })
        })
        .await;
    answer(&visit, organisation, done, "teams-removed")
}
