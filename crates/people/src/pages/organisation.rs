//! An organisation: who it is, for whom it pays, what happened to it.

use crate::rules::person::{Organisation, Person};
use crate::store::{organisations, persons};
use askama::Template;
use kernel::OrganisationId;
use platform::activity::{self, Entry, Subject};
use platform::web::{Answer, HistoryLine, Path, Shell, Visit};
use platform::{Fault, OrNotFound};

/// The card of an organisation.
#[derive(Template)]
#[template(path = "organisation.html")]
pub(super) struct OrganisationPage {
    shell: Shell,
    organisation: Organisation,
    persons: Vec<Person>,
    history: Vec<HistoryLine>,
    may_write: bool,
}

impl OrganisationPage {
    /// Who runs the team: a page of the teams.
    fn team_address(&self) -> String {
        format!("/office/organisations/{}/team", self.organisation.id)
    }

    fn edit_address(&self) -> String {
        format!("/office/organisations/{}/edit", self.organisation.id)
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let kept = visit
        .read(move |tx, actor| crate::organisation_merged_into(tx, actor.place, id))
        .await;
    if let Some(kept) = kept.map_err(Fault::from)? {
        return visit.redirect(&format!("/office/organisations/{kept}"));
    }
    let (organisation, persons, entries, names) = visit
        .read(move |tx, actor| {
            let organisation = organisations::find(tx, actor.place, id)?.or_not_found()?;
            let persons = persons::of_organisation(tx, actor.place, id)?;
            let entries = activity::history(tx, actor.place, Subject::new("organisation", id))?;
            let who: Vec<_> = entries
                .iter()
                .filter_map(|entry: &Entry| entry.person_id)
                .collect();
            let names = crate::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((organisation, persons, entries, names))
        })
        .await?;
    visit.page(&OrganisationPage {
        shell: visit.shell_titled(organisation.name.as_str()),
        organisation,
        persons,
        history: visit.history(&entries, &names),
        may_write: visit.actor.may(crate::WRITE),
    })
}
