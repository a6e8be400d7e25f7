//! The first visit of a new member: what was shown or given, by whom and when.

use crate::actions;
use crate::store::steps::{self, WelcomeStep};
use askama::Template;
use kernel::{Id, PersonId};
use platform::web::{Answer, Form, Path, Shell, Visit};
use platform::{Fault, OrNotFound};
use std::collections::BTreeMap;

/// The list of one person.
#[derive(Template)]
#[template(path = "newcomer.html")]
pub(super) struct NewcomerPage {
    shell: Shell,
    person: PersonId,
    name: String,
    steps: Vec<WelcomeStep>,
    names: BTreeMap<PersonId, String>,
}

impl NewcomerPage {
    /// `Awa Diarra, 3 mars à 10 h 12`; empty for what is still to do.
    fn told(&self, step: &WelcomeStep) -> String {
        let Some(at) = step.done_at else {
            return String::new();
        };
        let who = step.done_by.and_then(|person| self.names.get(&person));
        let when = self.shell.when(&at);
        match who {
            Some(name) => self
                .shell
                .t2("joining-step-by", "name", name.as_str(), "when", when),
            None => when,
        }
    }
}

pub(super) async fn show(visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let (name, steps, names) = visit
        .read(move |tx, actor| {
            let known = people::person(tx, actor.place, person)?.or_not_found()?;
            let steps = steps::of_person(tx, actor.place, person)?;
            let who: Vec<PersonId> = steps.iter().filter_map(|step| step.done_by).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((known.name.full(), steps, names))
        })
        .await?;
    visit.page(&NewcomerPage {
        shell: visit.shell_titled(visit.text("joining-first-visit")),
        person,
        name,
        steps,
        names,
    })
}

pub(super) async fn tick(
    visit: Visit,
    Path((person, step)): Path<(PersonId, Id<WelcomeStep>)>,
    form: Form,
) -> Answer {
    let done = form.checked("done", "yes");
    visit
        .write(move |tx, actor| actions::tick(tx, actor, person, step.as_i64(), done))
        .await?;
    visit.redirect(&format!("/office/newcomers/{person}"))
}
