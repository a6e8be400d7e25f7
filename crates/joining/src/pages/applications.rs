//! Who asks to become a member, who is new, who leaves.

use crate::rules::application::Application;
use crate::rules::departure::Departure;
use crate::store::{applications, departures, steps};
use askama::Template;
use kernel::PersonId;
use platform::Fault;
use platform::web::{Answer, Shell, Visit};
use std::collections::BTreeMap;

/// The three lists of those who come and go.
#[derive(Template)]
#[template(path = "applications.html")]
pub(super) struct ApplicationsPage {
    shell: Shell,
    waiting: Vec<Application>,
    answered: Vec<Application>,
    newcomers: Vec<(PersonId, i64, i64)>,
    leaving: Vec<Departure>,
    names: BTreeMap<PersonId, String>,
}

impl ApplicationsPage {
    fn name(&self, person: &PersonId) -> &str {
        self.names.get(person).map_or("", String::as_str)
    }

    fn progress(&self, (_, open, steps): &(PersonId, i64, i64)) -> String {
        let done = steps.saturating_sub(*open);
        self.shell.t2("joining-steps-done", "done", done, "steps", *steps)
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let page = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let (newcomers, leaving) = (steps::newcomers(tx, place)?, departures::from(tx, place, today)?);
            let who = newcomers.iter().map(|(person, _, _)| *person);
            let who: Vec<PersonId> = who.chain(leaving.iter().map(|one| one.person)).collect();
            let names = people::names_of(tx, place, &who)?;
            let lists = (
                applications::waiting(tx, place)?,
                applications::answered(tx, place)?,
            );
            Ok::<_, Fault>((lists, newcomers, leaving, names))
        })
        .await?;
    let ((waiting, answered), newcomers, leaving, names) = page;
    visit.page(&ApplicationsPage {
        shell: visit.shell("joining-applications"),
        waiting,
        answered,
        newcomers,
        leaving,
        names,
    })
}
