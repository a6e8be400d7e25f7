//! Preparing a month, leaving drafts out, and starting to issue what was reviewed.

use super::drafting::{self, Review};
use super::invoicing;
use crate::WRITE;
use crate::rules::run::{DraftKey, Reviewed, Run, RunRefusal, RunState, SkipReason};
use crate::store::{charges, runs};
use kernel::{Actor, Day, Id, Month, PlaceId};
use platform::activity::{self, Subject};
use platform::capability::{BillingHook, Uncharged};
use platform::database::Tx;
use platform::failure::{Failure, Fault};
use platform::jobs::{self, JobId, JobState};
use platform::place;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What the other capabilities do before the drafts of a month are computed: charge what is due for it. The program gathers
/// them and hands them to the jobs and the pages among their extras.
#[derive(Debug, Clone, Default)]
pub struct BeforeBilling(Vec<BillingHook>);

impl BeforeBilling {
    /// These, in this order.
    #[must_use]
    pub fn new(hooks: impl IntoIterator<Item = BillingHook>) -> Self {
        Self(hooks.into_iter().collect())
    }

    fn call(&self, tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<(), Fault> {
        self.0.iter().try_for_each(|hook| (hook.charge)(tx, actor, month))
    }

    /// What is due until a month and cannot be charged, whoever would charge it.
    ///
    /// # Errors
    /// What a hook says.
    pub fn left_out(&self, tx: &mut Tx<'_>, place: PlaceId, month: Month) -> Result<Vec<Uncharged>, Fault> {
        let mut found = Vec::new();
        for hook in &self.0 {
            found.extend((hook.left_out)(tx, place, month)?);
        }
        Ok(found)
    }
}

/// The job that issues a run.
pub(crate) const ISSUE_JOB: &str = "billing.issue";

/// What the job is told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct IssuePayload {
    pub(crate) run: Id<Run>,
}

/// Charges what is due for a month and opens its run, so that it can be reviewed. Doing it again charges nothing twice.
///
/// # Errors
/// [`RunRefusal::MonthToCome`], [`RunRefusal::MonthTooOld`]; what a hook says.
pub fn prepare_month(
    tx: &mut Tx<'_>,
    actor: &Actor,
    month: Month,
    hooks: &BeforeBilling,
) -> Result<(), Failure<RunRefusal>> {
    actor.require(WRITE)?;
    let now = today(tx, actor)?.month_of();
    if month > now {
        return Err(Failure::Refused(RunRefusal::MonthToCome));
    }
    hooks.call(tx, actor, month)?;
    // The hooks have charged what the contracts of that month owe.
    let first = charges::first_month(tx, actor.place)?;
    if month < now.plus(-1) && first.is_none_or(|first| month < first) {
        return Err(Failure::Refused(RunRefusal::MonthTooOld));
    }
    let known = runs::unfinished(tx, actor.place, month)?;
    if known.is_none() {
        runs::open(tx, actor.place, month, actor.account)?;
        activity::record(
            tx,
            actor,
            "billing.prepared",
            of_month(month),
            json!({ "month": month }),
        )?;
    }
    Ok(())
}

/// Charges what became due for a month since it was prepared, as long as it is in review. To be committed before the run is
/// started: a refused start must not take it back, or nobody would see what changed.
///
/// # Errors
/// What a hook says.
pub(crate) fn charge_what_is_due(
    tx: &mut Tx<'_>,
    actor: &Actor,
    month: Month,
    hooks: &BeforeBilling,
) -> Result<(), Failure<RunRefusal>> {
    actor.require(WRITE)?;
    let run = runs::unfinished(tx, actor.place, month)?;
    if run.is_some_and(|run| run.state == RunState::Draft) {
        hooks.call(tx, actor, month)?;
    }
    Ok(())
}

/// Leaves a draft out of the run of its month; its charges stay open.
///
/// # Errors
/// [`RunRefusal::NotPrepared`], [`RunRefusal::AlreadyIssuing`], [`RunRefusal::UnknownDraft`].
pub fn exclude(
    tx: &mut Tx<'_>,
    actor: &Actor,
    month: Month,
    key: DraftKey,
) -> Result<(), Failure<RunRefusal>> {
    actor.require(WRITE)?;
    let run = open_run(tx, actor, month)?;
    let draft = drafting::one(tx, actor.place, month, key)?;
    let Some(draft) = draft else {
        return Err(Failure::Refused(RunRefusal::UnknownDraft));
    };
    let excluded = Some(SkipReason::Excluded);
    runs::put_item(tx, actor.place, run.id, key, 0, &draft.fingerprint(), excluded)?;
    let detail = json!({ "name": draft.recipient.buyer.name });
    activity::record(tx, actor, "billing.excluded", of_month(month), detail)?;
    Ok(())
}

/// Takes a draft back into the run of its month.
///
/// # Errors
/// [`RunRefusal::NotPrepared`], [`RunRefusal::AlreadyIssuing`].
pub fn include(
    tx: &mut Tx<'_>,
    actor: &Actor,
    month: Month,
    key: DraftKey,
) -> Result<(), Failure<RunRefusal>> {
    actor.require(WRITE)?;
    let run = open_run(tx, actor, month)?;
    let draft = drafting::one(tx, actor.place, month, key)?;
    runs::drop_exclusion(tx, actor.place, run.id, key)?;
    let name = draft.map(|draft| draft.recipient.buyer.name).unwrap_or_default();
    activity::record(
        tx,
        actor,
        "billing.included",
        of_month(month),
        json!({ "name": name }),
    )?;
    Ok(())
}

/// Sets the issuing of a month going: exactly the drafts that were reviewed, in the background. Answers the job.
///
/// # Errors
/// [`RunRefusal::Changed`] when anything is no longer what was reviewed, and the other refusals of a run.
pub fn start_run(
    tx: &mut Tx<'_>,
    actor: &Actor,
    month: Month,
    seen: &Reviewed,
) -> Result<JobId, Failure<RunRefusal>> {
    let (run, review) = freeze(tx, actor, month, Some(seen))?;
    let payload = json!(IssuePayload { run: run.id });
    let job = jobs::enqueue(tx, actor, ISSUE_JOB, &payload, Some(&format!("run:{}", run.id)))?;
    runs::set_job(tx, actor.place, run.id, job.as_i64())?;
    let detail = json!({ "count": review.to_issue().count() });
    activity::record(tx, actor, "billing.issued", of_month(month), detail)?;
    Ok(job)
}

/// Sets a run going again whose job gave up: what was issued stays, the rest is tried once more.
///
/// # Errors
/// [`RunRefusal::NotPrepared`] when no run of the month is being issued, [`RunRefusal::AlreadyIssuing`] while its job still works.
pub fn resume_run(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<JobId, Failure<RunRefusal>> {
    actor.require(WRITE)?;
    let run = runs::unfinished(tx, actor.place, month)?;
    let Some(run) = run.filter(|run| run.state == RunState::Issuing) else {
        return Err(Failure::Refused(RunRefusal::NotPrepared));
    };
    if let Some(job) = run.job
        && let Some(job) = jobs::find(tx, actor.place, JobId::from_i64(job))?
        && matches!(job.state, JobState::Waiting | JobState::Running)
    {
        return Err(Failure::Refused(RunRefusal::AlreadyIssuing));
    }
    let payload = json!(IssuePayload { run: run.id });
    let job = jobs::enqueue(tx, actor, ISSUE_JOB, &payload, None)?;
    runs::set_job(tx, actor.place, run.id, job.as_i64())?;
    Ok(job)
}

/// Fixes what a run issues: each draft as it is now, or as `seen`, and moves the run to issuing.
pub(crate) fn freeze(
    tx: &mut Tx<'_>,
    actor: &Actor,
    month: Month,
    seen: Option<&Reviewed>,
) -> Result<(Run, Review), Failure<RunRefusal>> {
    actor.require(WRITE)?;
    let run = open_run(tx, actor, month)?;
    let today = today(tx, actor)?;
    let review = drafting::review(tx, actor.place, month, today)?;
    let Some(seller) = &review.seller else {
        return Err(Failure::Refused(RunRefusal::SellerMissing));
    };
    let changes = seen.map_or(0, |seen| seen.changes(&review.reviewed).len());
    if changes > 0 {
        return Err(Failure::Refused(RunRefusal::Changed { count: changes }));
    }
    if review.to_issue().next().is_none() {
        return Err(Failure::Refused(RunRefusal::NothingToIssue));
    }
    for (position, draft) in (1..).zip(&review.drafts) {
        let left_out = review.left_out(draft);
        let frozen = invoicing::frozen(draft, seller);
        runs::put_item(tx, actor.place, run.id, draft.key(), position, &frozen, left_out)?;
    }
    runs::set_state(tx, actor.place, run.id, RunState::Issuing)?;
    Ok((run, review))
}

fn open_run(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<Run, Failure<RunRefusal>> {
    match runs::unfinished(tx, actor.place, month)? {
        None => Err(Failure::Refused(RunRefusal::NotPrepared)),
        Some(run) if run.state == RunState::Issuing => Err(Failure::Refused(RunRefusal::AlreadyIssuing)),
        Some(run) => Ok(run),
    }
}

/// What the activity of a month is about: its year and number written together.
pub(crate) fn of_month(month: Month) -> Subject {
    let number = i64::from(month.year()) * 100 + i64::from(month.number());
    Subject::new("billing_month", Id::<Month>::from_i64(number))
}

pub(crate) fn today(tx: &mut Tx<'_>, actor: &Actor) -> Result<Day, Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    Ok(tx.today(&zone))
}
