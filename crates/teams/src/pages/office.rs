//! The team of an organisation, for the office: who belongs to it, who runs it.

use crate::actions::{self, team_of};
use crate::store::leads;
use askama::Template;
use kernel::{OrganisationId, PersonId};
use people::Organisation;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The team of an organisation.
#[derive(Template)]
#[template(path = "office_team.html")]
pub(super) struct OfficeTeamPage {
    shell: Shell,
    form: Form,
    organisation: Organisation,
    /// Who runs the team.
    managers: Vec<(PersonId, String)>,
    /// Who might.
    others: Vec<(String, String)>,
    team: Vec<(PersonId, String)>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    shown(&visit, id, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, id: OrganisationId, form: Form, status: StatusCode) -> Answer {
    let (organisation, team, run) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let organisation = people::organisation(tx, place, id)?.or_not_found()?;
            let team = team_of(tx, place, id)?;
            let names = people::names_of(tx, place, &team)?;
            let team: Vec<(PersonId, String)> = names.into_iter().collect();
            Ok::<_, Fault>((organisation, team, leads::of_organisation(tx, place, id)?))
        })
        .await?;
    let (running, others): (Vec<_>, Vec<_>) =
        team.iter().cloned().partition(|(person, _)| run.contains(person));
    let page = OfficeTeamPage {
        shell: visit.shell("teams-office-title"),
        form,
        organisation,
        managers: running,
        others: others
            .into_iter()
            .map(|(person, name)| (person.to_string(), name))
            .collect(),
        team,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn name(visit: Visit, Path(id): Path<OrganisationId>, mut form: Form) -> Answer {
    let Some(person) = form.parse("person", PersonId::parse) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::grant_manager(tx, actor, id, person)?;
            Ok(format!("/office/organisations/{id}/team"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("teams-manager-named")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("person", &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn end(
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    _: Form,
) -> Answer {
    visit
        .write(move |tx, actor| actions::end_manager(tx, actor, id, person))
        .await?;
    visit.redirect_with(
        &format!("/office/organisations/{id}/team"),
        &Flash::success("teams-manager-ended"),
    )
}
