//! Housekeeping: what is kept for a while only.

use kernel::Instant;
use platform::jobs::{self, JobContext, JobHandler, JobReport, Recurring};
use platform::{Fault, idempotency};

const KIND: &str = "app.upkeep";
/// How long a form's key is remembered: nobody sends a form of last month again.
const DAYS_KEPT: i64 = 35;

/// Who does it.
pub(crate) const HANDLER: JobHandler = JobHandler { kind: KIND, run };
/// How often.
pub(crate) const RECURRING: Recurring = Recurring {
    kind: KIND,
    every_minutes: 24 * 60,
};

/// Forgets the keys of old forms and the rows of jobs long done.
fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let forgotten = context.db.write_blocking(|tx| {
        let before: Instant = tx.now().minus_minutes(DAYS_KEPT * 24 * 60);
        let keys = idempotency::purge(tx, before)?;
        let jobs = jobs::purge(tx, before)?;
        Ok::<_, Fault>(keys.saturating_add(jobs))
    })?;
    Ok(JobReport {
        done: i64::try_from(forgotten).unwrap_or(i64::MAX),
        ..JobReport::default()
    })
}
