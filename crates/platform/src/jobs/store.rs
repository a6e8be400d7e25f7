//! The rows of jobs.

use super::{Job, JobId, JobReport, JobState};
use crate::database::{Tx, params, row, statement};
use crate::failure::Fault;
use kernel::{AccountId, Actor, Instant, PlaceId};
use serde::{Deserialize, Serialize};

/// How often a job is tried before it is given up.
const MAXIMUM_ATTEMPTS: i64 = 8;
/// How long a lease lasts unless renewed, in seconds.
const LEASE_SECONDS: i64 = 60;
/// The wait after the first failure, in seconds; each next one doubles.
const FIRST_WAIT: i64 = 5;
/// The longest wait between two attempts, in seconds.
const LONGEST_WAIT: i64 = 3_600;

/// A job that this process holds: the number of the attempt is the proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lease {
    pub(super) place: PlaceId,
    pub(super) id: JobId,
    pub(super) kind: String,
    pub(super) payload: String,
    pub(super) attempt: i64,
    pub(super) last: bool,
}

/// What is kept of the end of an attempt.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Ending {
    Report(JobReport),
    Error(String),
}

row! {
    struct IdRow {
        id: JobId,
    }

    struct DueRow {
        place_id: PlaceId,
        id: JobId,
        kind: String,
        payload: String,
        attempts: i64,
        max_attempts: i64,
    }

    struct JobRow {
        id: JobId,
        kind: String,
        state: JobState,
        attempts: i64,
        progress_done: i64,
        progress_total: i64,
        report: Option<String>,
        created_by: Option<AccountId>,
        created_at: Instant,
        finished_at: Option<Instant>,
    }
}

statement! {
    ENQUEUE = "
        insert into job (
            place_id, id, kind, payload, state, run_at, attempts, max_attempts, progress_done, progress_total,
            unique_key, created_by, created_at)
        values ($1, $2, $3, $4, 'waiting', $5, 0, $6, 0, 0, $7, $8, $9)
        on conflict (place_id, unique_key) do nothing";

    BY_KEY -> IdRow = "
        select id
        from job
        where place_id = $1 and unique_key = $2";

    FIND -> JobRow = "
        select id, kind, state, attempts, progress_done, progress_total, report, created_by, created_at, finished_at
        from job
        where place_id = $1 and id = $2";

    DUE -> IdRow = "
        select id
        from job
        where (state = 'waiting' and run_at <= $1) or (state = 'running' and lease_until < $1)
        limit 1";

    TAKE_DUE -> DueRow = "
        select place_id, id, kind, payload, attempts, max_attempts
        from job
        where (state = 'waiting' and run_at <= $1) or (state = 'running' and lease_until < $1)
        order by run_at, id
        limit 1
        for update skip locked";

    TAKE = "
        update job
        set state = 'running', attempts = $3, lease_holder = $4, lease_until = $5
        where place_id = $1 and id = $2";

    RENEW = "
        update job
        set lease_until = $5, progress_done = $6, progress_total = $7
        where place_id = $1 and id = $2 and state = 'running' and lease_holder = $3 and attempts = $4";

    FINISH = "
        update job
        set state = $5, run_at = $6, report = $7, finished_at = $8, progress_done = $9, progress_total = $10,
            lease_holder = null, lease_until = null
        where place_id = $1 and id = $2 and state = 'running' and lease_holder = $3 and attempts = $4";

    HAND_BACK = "
        update job
        set state = 'waiting', attempts = attempts - 1, lease_holder = null, lease_until = null
        where place_id = $1 and id = $2 and state = 'running' and lease_holder = $3 and attempts = $4";

    PURGE = "
        delete from job
        where state in ('done', 'cancelled') and finished_at < $1";
}

/// Asks for a job to be done as soon as may be. A second one with the same `unique_key` is not made: the first is
/// answered, whatever its state.
///
/// # Errors
/// As the database says.
pub fn enqueue(
    tx: &mut Tx<'_>,
    actor: &Actor,
    kind: &str,
    payload: &serde_json::Value,
    unique_key: Option<&str>,
) -> Result<JobId, Fault> {
    let now = tx.now();
    enqueue_at(tx, actor, kind, payload, unique_key, now)
}

/// Asks for a job to be done at `at` or soon after. See [`enqueue`].
///
/// # Errors
/// As the database says.
pub fn enqueue_at(
    tx: &mut Tx<'_>,
    actor: &Actor,
    kind: &str,
    payload: &serde_json::Value,
    unique_key: Option<&str>,
    at: Instant,
) -> Result<JobId, Fault> {
    let id: JobId = tx.new_id();
    let values = params![
        actor.place,
        id,
        kind,
        payload.to_string(),
        at,
        MAXIMUM_ATTEMPTS,
        unique_key,
        actor.account,
        tx.now()
    ];
    if tx.run(&ENQUEUE, &values)? == 1 {
        return Ok(id);
    }
    Ok(tx.one(&BY_KEY, &params![actor.place, unique_key])?.id)
}

/// A job of a place, if it exists.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: JobId) -> Result<Option<Job>, Fault> {
    tx.optional(&FIND, &params![place, id])?
        .map(Job::try_from)
        .transpose()
}

/// Forgets the jobs of all places that were done or given up before `before`, and says how many.
///
/// # Errors
/// As the database says.
pub fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, Fault> {
    Ok(tx.run(&PURGE, &params![before])?)
}

/// Whether any job waits to be taken; a mere reading.
pub(super) fn is_due(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let now = tx.now();
    Ok(tx.optional(&DUE, &params![now])?.is_some())
}

/// Takes the job that has waited longest. A job whose last attempt was lost with its process is given up on the way.
pub(super) fn take(tx: &mut Tx<'_>, holder: &str) -> Result<Option<Lease>, Fault> {
    let now = tx.now();
    let Some(due) = tx.optional(&TAKE_DUE, &params![now])? else {
        return Ok(None);
    };
    let attempt = due.attempts.saturating_add(1);
    let until = now.plus_seconds(LEASE_SECONDS);
    tx.run(&TAKE, &params![due.place_id, due.id, attempt, holder, until])?;
    let lease = Lease {
        place: due.place_id,
        id: due.id,
        kind: due.kind,
        payload: due.payload,
        attempt,
        last: attempt >= due.max_attempts,
    };
    if attempt > due.max_attempts {
        let lost = Fault::internal("its process was lost at every attempt");
        fail(tx, holder, &lease, &lost, (0, 0))?;
        return Ok(None);
    }
    Ok(Some(lease))
}

/// Keeps a lease and shows the progress. False when the lease was lost.
pub(super) fn renew(
    tx: &mut Tx<'_>,
    holder: &str,
    lease: &Lease,
    progress: (i64, i64),
) -> Result<bool, Fault> {
    let until = tx.now().plus_seconds(LEASE_SECONDS);
    let values = params![
        lease.place,
        lease.id,
        holder,
        lease.attempt,
        until,
        progress.0,
        progress.1
    ];
    Ok(tx.run(&RENEW, &values)? == 1)
}

/// Ends a job well. False when the lease was lost.
pub(super) fn finish(
    tx: &mut Tx<'_>,
    holder: &str,
    lease: &Lease,
    report: &JobReport,
    progress: (i64, i64),
) -> Result<bool, Fault> {
    let ending = serde_json::to_string(&Ending::Report(report.clone())).map_err(Fault::internal)?;
    let now = tx.now();
    end(
        tx,
        holder,
        lease,
        progress,
        (JobState::Done, now, ending, Some(now)),
    )
}

/// Notes a failed attempt: the job waits for the next, or is given up after the last.
pub(super) fn fail(
    tx: &mut Tx<'_>,
    holder: &str,
    lease: &Lease,
    fault: &Fault,
    progress: (i64, i64),
) -> Result<bool, Fault> {
    let ending = serde_json::to_string(&Ending::Error(fault.to_string())).map_err(Fault::internal)?;
    let now = tx.now();
    let last = if lease.last {
        (JobState::Failed, now, ending, Some(now))
    } else {
        (
            JobState::Waiting,
            now.plus_seconds(wait_after(lease.attempt)),
            ending,
            None,
        )
    };
    end(tx, holder, lease, progress, last)
}

/// Puts a job back as if it had not been begun.
pub(super) fn hand_back(tx: &mut Tx<'_>, holder: &str, lease: &Lease) -> Result<bool, Fault> {
    Ok(tx.run(&HAND_BACK, &params![lease.place, lease.id, holder, lease.attempt])? == 1)
}

fn end(
    tx: &mut Tx<'_>,
    holder: &str,
    lease: &Lease,
    progress: (i64, i64),
    (state, run_at, ending, finished_at): (JobState, Instant, String, Option<Instant>),
) -> Result<bool, Fault> {
    let values = params![
        lease.place,
        lease.id,
        holder,
        lease.attempt,
        state,
        run_at,
        ending,
        finished_at,
        progress.0,
        progress.1
    ];
    Ok(tx.run(&FINISH, &values)? == 1)
}

/// 5 s, 10 s, 20 s… and never more than an hour.
fn wait_after(attempt: i64) -> i64 {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0).min(16);
    FIRST_WAIT.saturating_mul(1_i64 << doublings).min(LONGEST_WAIT)
}

impl TryFrom<JobRow> for Job {
    type Error = Fault;

    fn try_from(row: JobRow) -> Result<Self, Fault> {
        let ending = row.report.map(|text| serde_json::from_str(&text));
        let (report, error) = match ending.transpose().map_err(Fault::internal)? {
            None => (None, None),
            Some(Ending::Report(report)) => (Some(report), None),
            Some(Ending::Error(error)) => (None, Some(error)),
        };
        Ok(Self {
            id: row.id,
            kind: row.kind,
            state: row.state,
            attempts: row.attempts,
            progress_done: row.progress_done,
            progress_total: row.progress_total,
            report,
            error,
            created_by: row.created_by,
            created_at: row.created_at,
            finished_at: row.finished_at,
        })
    }
}
