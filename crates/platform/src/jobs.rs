//! Work done outside the request, each piece once, by whichever process takes it first.
//!
//! A job is a row. A [`Runner`] takes it with a lease that a heartbeat renews; when the process dies, the lease runs out and
//! another takes the job. A job that fails is tried again later and later, up to its number of attempts. A process
//! that stops hands its jobs back at once.
//!
//! A handler may therefore begin again where another stopped: it does its work in small transactions, each of which leaves nothing
//! half done and is not done twice (a state to check, a unique key, [`crate::idempotency`]).

mod context;
mod recurring;
mod runner;
mod store;

pub use context::{Extras, JobContext};
pub use recurring::Recurring;
pub use runner::Runner;
pub use store::{enqueue, enqueue_at, find, purge};

use crate::failure::Fault;
use kernel::{AccountId, Id, Instant};
use serde::{Deserialize, Serialize};

/// What job identifiers are identifiers of.
#[derive(Debug)]
pub enum JobMark {}

/// The identifier of a job.
pub type JobId = Id<JobMark>;

/// Who does jobs of one kind.
#[derive(Debug, Clone, Copy)]
pub struct JobHandler {
    /// The kind, named by its capability: `billing.run`.
    pub kind: &'static str,
    /// Does the work.
    pub run: fn(&JobContext<'_>) -> Result<JobReport, Fault>,
}

/// What a job did, for the person who asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JobReport {
    /// How many things were done.
    pub done: i64,
    /// What was not done, and why.
    pub skipped: Vec<Skipped>,
    /// The page to go to next, a path of ours.
    #[serde(default)]
    pub onward: Option<String>,
}

/// A thing that a job did not do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Which thing, as its page calls it.
    pub what: String,
    /// The key of the message that says why.
    pub why: String,
}

kernel::codes! {
    /// Where a job stands.
    pub enum JobState {
        /// It waits for its moment or for a process.
        Waiting = "waiting",
        /// A process is at it.
        Running = "running",
        /// It is done.
        Done = "done",
        /// It failed as often as it may.
        Failed = "failed",
        /// Somebody gave it up.
        Cancelled = "cancelled",
    }
}

crate::database::text_value!(JobState);

/// A job as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which one.
    pub id: JobId,
    /// Its kind.
    pub kind: String,
    /// Where it stands.
    pub state: JobState,
    /// How many times it was begun.
    pub attempts: i64,
    /// Things done so far.
    pub progress_done: i64,
    /// Things to do; 0 while unknown.
    pub progress_total: i64,
    /// What it did, once done.
    pub report: Option<JobReport>,
    /// Why the last attempt failed, for the log and the administrator.
    pub error: Option<String>,
    /// The account that asked for it; none for the program itself.
    pub created_by: Option<AccountId>,
    /// When it was asked for.
    pub created_at: Instant,
    /// When it ended.
    pub finished_at: Option<Instant>,
}
