//! Pages of the shell itself: the progress of long work, the hat, the language, and the living page of components.

use super::{Access, Answer, Form, Path, Routes, Shell, Visit, WebError, components};
use crate::failure::Fault;
use crate::jobs::{self, Job, JobId, JobState};
use askama::Template;
use kernel::Locale;

/// The routes of the shell.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/jobs/{id}", Access::SignedIn, show)
        .post("/language", Access::Public, choose_language)
        .get("/development/components", Access::Public, components::show)
}

/// The progress of one piece of long work. It survives a reload: the work does not live in the page.
#[derive(Template)]
#[template(path = "job.html")]
pub(crate) struct JobPage {
    shell: Shell,
    job: JobView,
}

/// A job as its page tells it.
pub(crate) struct JobView {
    job: Job,
    title: String,
    lines: Vec<ReportLine>,
    onward: Option<String>,
}

/// One line of a job's report.
pub(crate) struct ReportLine {
    kind: &'static str,
    text: String,
}

impl JobView {
    fn new(visit: &Visit, job: Job) -> Self {
        let title = visit.text(&format!("job-{}", job.kind.replace('.', "-")));
        let lines = job
            .report
            .iter()
            .flat_map(|report| report_lines(visit, report))
            .collect();
        let onward = job.report.as_ref().and_then(|report| report.onward.clone());
        Self {
            title,
            lines,
            onward,
            job,
        }
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn running(&self) -> bool {
        matches!(self.job.state, JobState::Waiting | JobState::Running)
    }

    fn failed(&self) -> bool {
        matches!(self.job.state, JobState::Failed | JobState::Cancelled)
    }

    fn done(&self) -> i64 {
        self.job.progress_done
    }

    fn total(&self) -> i64 {
        self.job.progress_total.max(1)
    }

    fn lines(&self) -> &[ReportLine] {
        &self.lines
    }

    fn onward(&self) -> Option<&str> {
        self.onward.as_deref()
    }
}

fn report_lines(visit: &Visit, report: &jobs::JobReport) -> Vec<ReportLine> {
    let done = ReportLine {
        kind: "done",
        text: visit.text_with("shell-job-count-done", &[("count", report.done.into())]),
    };
    let skipped = report.skipped.iter().map(|skipped| {
        let why = visit.text(&skipped.why);
        ReportLine {
            kind: "skipped",
            text: format!("{} : {why}", skipped.what),
        }
    });
    std::iter::once(done).chain(skipped).collect()
}

async fn show(visit: Visit, Path(id): Path<JobId>) -> Answer {
    let job = visit
        .read(move |tx, actor| jobs::find(tx, actor.place, id))
        .await?
        .ok_or(Fault::NotFound)?;
    if job.created_by != visit.actor.account {
        return Err(WebError::NotFound);
    }
    let job = JobView::new(&visit, job);
    let shell = visit.shell_titled(job.title());
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
