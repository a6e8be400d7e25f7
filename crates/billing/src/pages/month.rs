//! One month before it is issued: every draft, what it would cost, what to look at; and afterwards, what became of it.

use crate::actions::drafting::{self, Review};
use crate::actions::review::BeforeBilling;
use crate::directory::Directory;
use crate::issuing::numbers;
use crate::rules::draft::Draft;
use crate::rules::invoice::{InvoiceNumber, Series};
use crate::rules::run::{ItemState, Reviewed, RunState};
use crate::store::invoices;
use crate::store::{customers, months, runs};
use askama::Template;
use kernel::{Actor, Day, Id, Money, Month, PersonId};
use platform::activity::{self, Entry};
use platform::capability::Uncharged;
use platform::counter;
use platform::database::Tx;
use platform::jobs::{self, JobId, JobState};
use platform::web::{Answer, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Argument, Fault};
use std::collections::BTreeMap;

/// A month.
#[derive(Template)]
#[template(path = "month.html")]
pub(super) struct MonthPage {
    shell: Shell,
    form: Form,
    month: Month,
    review: Review,
    known: Known,
    /// What changed since the person reviewed it, when that is why the page is shown again.
    changes: Vec<String>,
    uncharged: Vec<UnchargedLine>,
    history: Vec<HistoryLine>,
    to_come: bool,
    may_write: bool,
    locale: kernel::Locale,
}

/// What the page shows beside the drafts.
struct Known {
    closed: bool,
    last_run: Option<LastRun>,
    job_over: bool,
    first: InvoiceNumber,
    entries: Vec<Entry>,
    uncharged: Vec<Uncharged>,
    names: BTreeMap<PersonId, String>,
}

/// What is due and could not be charged, as the page says it.
struct UnchargedLine {
    person: PersonId,
    name: String,
    /// What, for which month, and why not.
    told: String,
}

/// The last run of the month that is over.
struct LastRun {
    invoices: usize,
    total: Money,
    /// Who was left out, and the message key that says why.
    left_out: Vec<(String, &'static str)>,
}

impl MonthPage {
    /// The run that is open for review.
    fn in_review(&self) -> bool {
        self.review
            .run
            .as_ref()
            .is_some_and(|run| run.state == RunState::Draft)
    }

    fn issuing(&self) -> bool {
        self.review
            .run
            .as_ref()
            .is_some_and(|run| run.state == RunState::Issuing)
    }

    fn job_href(&self) -> String {
        let job = self
            .review
            .run
            .as_ref()
            .and_then(|run| run.job)
            .map(JobId::from_i64);
        job.map_or_else(|| "/office/billing".to_owned(), |job| format!("/jobs/{job}"))
    }

    fn path(&self, noun: &str) -> String {
        format!("/office/billing/{}/{noun}", self.month)
    }

    fn count(&self) -> usize {
        self.review.to_issue().count()
    }

    /// How many lines of the drafts are of an earlier month, which was not issued then.
    fn earlier(&self) -> usize {
        let begins = self.month.first();
        let lines = self.review.drafts.iter().flat_map(|draft| &draft.lines);
        lines.filter(|line| line.charge.service.last() < begins).count()
    }

    /// The key of the message that says why a draft stays behind; empty when it does not.
    fn left_out(&self, draft: &Draft) -> &'static str {
        self.review.left_out(draft).map_or("", |reason| reason.message())
    }

    fn excluded(&self, draft: &Draft) -> bool {
        self.review.excluded.contains(&draft.key())
    }

    /// How much, with its unit.
    fn quantity(&self, line: &crate::DraftLine) -> String {
        let charge = &line.charge;
        crate::documents::wording::quantity(self.locale, charge.quantity, charge.unit)
    }

    /// The exact consequence of issuing.
    fn consequence(&self) -> String {
        let (first, last) = numbers(self.known.first, self.count());
        let arguments = [
            ("count", Argument::from(self.count())),
            ("total", Argument::from(self.shell.money(&self.review.total()))),
            ("first", Argument::from(first.to_string())),
            ("last", Argument::from(last.to_string())),
        ];
        self.shell.words().text("billing-issue-consequence", &arguments)
    }

    /// How many customers will be written to.
    fn mails(&self) -> String {
        let mailed = self
            .review
            .to_issue()
            .filter(|draft| draft.recipient.email.is_some())
            .count();
        self.shell.t1("billing-issue-mails", "count", mailed)
    }

    fn may_issue(&self) -> bool {
        self.in_review() && self.may_write && self.count() > 0 && self.review.seller.is_some()
    }

    fn reviewed(&self) -> &Reviewed {
        &self.review.reviewed
    }
}

pub(super) async fn show(visit: Visit, Path(month): Path<Month>) -> Answer {
    let form = Form::blank(&visit);
    card(&visit, month, form, None, StatusCode::OK).await
}

/// The month, with what changed since `seen` when that was refused.
pub(super) async fn card(
    visit: &Visit,
    month: Month,
    form: Form,
    seen: Option<Reviewed>,
    status: StatusCode,
) -> Answer {
    let today = visit.today();
    let hooks = visit.app.extras.get::<BeforeBilling>()?.clone();
    let (review, mut known) = visit
        .read(move |tx, actor| read(tx, actor, month, today, &hooks))
        .await?;
    let uncharged = std::mem::take(&mut known.uncharged);
    let shell = visit.shell("billing-month-title");
    let title = shell.month(&month);
    let page = MonthPage {
        shell: visit.shell_titled(title),
        form,
        month,
        changes: seen
            .map(|seen| changes(visit, &review, &seen))
            .unwrap_or_default(),
        uncharged: told(visit, uncharged, &known.names),
        history: visit.history(&known.entries, &known.names),
        review,
        known,
        to_come: month > today.month_of(),
        may_write: visit.actor.may(crate::WRITE),
        locale: visit.locale,
    };
    visit.page_with_status(status, &page)
}

fn told(visit: &Visit, found: Vec<Uncharged>, names: &BTreeMap<PersonId, String>) -> Vec<UnchargedLine> {
    let words = visit.words();
    let line = |one: Uncharged| {
        let arguments = [
            ("what", Argument::from(one.what)),
            ("month", Argument::from(words.month(one.month))),
            ("why", Argument::from(visit.explain(&*one.why))),
        ];
        UnchargedLine {
            person: one.person,
            name: names.get(&one.person).cloned().unwrap_or_default(),
            told: words.text("billing-uncharged-line", &arguments),
        }
    };
    found.into_iter().map(line).collect()
}

fn read(
    tx: &mut Tx<'_>,
    actor: &Actor,
    month: Month,
    today: Day,
    hooks: &BeforeBilling,
) -> Result<(Review, Known), Fault> {
    let place = actor.place;
    let review = drafting::review(tx, place, month, today)?;
    // Before a month is prepared, nothing of it was charged: that says nothing.
    let prepared = review
        .run
        .as_ref()
        .is_some_and(|run| run.state == RunState::Draft);
    let uncharged = match prepared {
        true => hooks.left_out(tx, place, month)?,
        false => Vec::new(),
    };
    let job_over = match review.run.as_ref().and_then(|run| run.job) {
        None => false,
        Some(job) => jobs::find(tx, place, Id::from_i64(job))?
            .is_none_or(|job| !matches!(job.state, JobState::Waiting | JobState::Running)),
    };
    let day = invoices::last_issued_on(tx, place, Series::Invoices)?.map_or(today, |last| last.max(today));
    let taken = counter::current(tx, place, &Series::Invoices.counter(day.year()))?;
    let entries = activity::history(tx, place, crate::actions::review::of_month(month))?;
    let whose = uncharged.iter().map(|one| one.person);
    let who: Vec<PersonId> = entries
        .iter()
        .filter_map(|entry| entry.person_id)
        .chain(whose)
        .collect();
    let known = Known {
        closed: months::last_closed(tx, place)?.is_some_and(|closed| month <= closed),
        last_run: last_run(tx, actor, month)?,
        job_over,
        first: InvoiceNumber {
            series: Series::Invoices,
            year: day.year(),
            number: taken.saturating_add(1),
        },
        names: people::names_of(tx, place, &who)?,
        entries,
        uncharged,
    };
    Ok((review, known))
}

fn last_run(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<Option<LastRun>, Fault> {
    let place = actor.place;
    let all = runs::all(tx, place)?;
    let Some(run) = all
        .into_iter()
        .find(|run| run.month == month && run.state == RunState::Done)
    else {
        return Ok(None);
    };
    let items = runs::items(tx, place, run.id)?;
    let rows = customers::with_items(tx, place, run.id)?;
    let directory = Directory::of(tx, place, &rows, [])?;
    let issued = crate::store::invoice_list::of_run(tx, place, run.id)?;
    let name = |id| {
        rows.iter()
            .find(|row| row.id == id)
            .map(|row| directory.name(row))
            .unwrap_or_default()
    };
    let left_out = items
        .iter()
        .filter(|item| item.state != ItemState::Issued)
        .map(|item| {
            (
                name(item.customer),
                item.reason
                    .map_or("billing-skip-failed", |reason| reason.message()),
            )
        });
    Ok(Some(LastRun {
        invoices: issued.len(),
        total: issued.iter().map(|head| head.gross).sum(),
        left_out: left_out.collect(),
    }))
}

fn changes(visit: &Visit, review: &Review, seen: &Reviewed) -> Vec<String> {
    let name = |key| {
        let draft = review.drafts.iter().find(|draft| Some(draft.key()) == key);
        draft
            .map(|draft| draft.recipient.buyer.name.clone())
            .unwrap_or_default()
    };
    let changes = seen.changes(&review.reviewed);
    changes
        .iter()
        .map(|change| visit.text_with(change.message(), &[("name", name(change.draft()).into())]))
        .collect()
}
