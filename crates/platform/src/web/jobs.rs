//! Pages of the shell itself: the progress of long work, the hat, the language, and the living page of components.

use super::{Access, Answer, Form, Path, Routes, Shell, Visit, WebError};
use crate::jobs::{self, Job};
use askama::Template;
use kernel::{Id, Locale};

/// The routes of the shell.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/jobs/{id}", Access::SignedIn, show)
        .post("/language", Access::Public, choose_language)
        .get("/development/components", Access::Public, components)
}

/// The progress of one piece of long work. It survives a reload: the work does not live in the page.
#[derive(Template)]
#[template(path = "job.html")]
pub(crate) struct JobPage {
    shell: Shell,
    job: Job,
}

async fn show(visit: Visit, Path(id): Path<Id<Job>>) -> Answer {
    let place = visit.place.id;
    let job = visit.read(move |tx, _| jobs::find(tx, place, id)).await?.ok_or(WebError::NotFound)?;
    if job.created_by != visit.actor.account {
        return Err(WebError::NotFound);
    }
    let shell = visit.shell(&format!("job-{}", job.kind.replace('.', "-")));
    visit.page(&JobPage { shell, job })
}

async fn choose_language(visit: Visit, form: Form) -> Answer {
    let locale = Locale::parse(form.value("language")).map_err(|_| WebError::Malformed)?;
    let mut response = visit.redirect(back(&form))?;
    visit.set_language(&mut response, locale);
    Ok(response)
}

/// The page a form was on, as its hidden field says; never another house.
pub(crate) fn back(form: &Form) -> &str {
    let path = form.value("_back");
    if path.is_empty() { "/" } else { path }
}

#[derive(Template)]
#[template(path = "components.html")]
struct ComponentsPage {
    shell: Shell,
    form: Form,
}

async fn components(visit: Visit) -> Answer {
    if !visit.app.settings.development {
        return Err(WebError::NotFound);
    }
    let mut form = Form::blank(&visit).with("email", "camille@example.org");
    form.refuse_with("name", "shell-field-missing");
    visit.page(&ComponentsPage { shell: visit.shell("shell-components-title"), form })
}
