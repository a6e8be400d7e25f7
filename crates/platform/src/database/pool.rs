//! The threads that serve PostgreSQL, each with its connection.

use std::sync::Arc;
use std::time::Duration;

use super::error::DatabaseError;
use super::postgres::{PostgresLink, database_error};
use super::postgres_open;
use super::tx::{Link, Tx};
use super::work::{BoxedJob, Job, Queue, Verdict};
use super::world::World;
use super::writer::Tally;

/// How many times work that met another transaction is run again.
const RETRIES: u32 = 8;

/// A thread's connection, made when first needed and again when lost.
pub(super) struct Line {
    pub(super) config: postgres::Config,
    pub(super) link: Option<PostgresLink>,
}

/// What one try came to.
enum Try {
    /// The answer may go out, replaced by the trouble if there is one.
    Done(Option<DatabaseError>),
    /// Nothing was kept and nothing stands against another try.
    Again(DatabaseError),
}

/// Serves work until the queue is closed.
pub(super) fn serve_until_closed(mut line: Line, queue: &Queue, world: &World, tally: &Arc<Tally>) {
    while let Some(job) = queue.next() {
        serve(&mut line, job, world, tally);
    }
}

fn serve(line: &mut Line, mut job: BoxedJob, world: &World, tally: &Tally) {
    Tally::add(if job.writes() { &tally.writes } else { &tally.reads });
    let mut tries = 0_u32;
    let trouble = loop {
        match try_once(line, job.as_mut(), world, tally) {
            Try::Done(trouble) => break trouble,
            Try::Again(trouble) if tries >= RETRIES => break Some(trouble),
            Try::Again(_) => {
                tries = tries.saturating_add(1);
                Tally::add(&tally.retries);
                pause(tries, world);
            }
        }
    };
    job.settle(trouble);
}

fn try_once(line: &mut Line, job: &mut dyn Job, world: &World, tally: &Tally) -> Try {
    let mut link = match line.take() {
        Ok(link) => link,
        Err(trouble) => return Try::Again(trouble),
    };
    let begin = if job.writes() {
        "begin isolation level read committed"
    } else {
        "begin isolation level repeatable read, read only"
    };
    if let Err(trouble) = link.batch(begin) {
        return Try::Again(trouble);
    }
    let mut tx = Tx::new(Link::Postgres(&mut link), world);
    let verdict = job.run(&mut tx);
    let again = tx.may_run_again();
    if verdict == Verdict::Undo || again {
        if link.batch("rollback").is_ok() {
            line.link = Some(link);
        }
        return if again {
            Try::Again(DatabaseError::Conflict("its statements".to_owned()))
        } else {
            Try::Done(None)
        };
    }
    let committed = link.batch("commit");
    match committed {
        Ok(()) => Tally::add(&tally.commits),
        Err(DatabaseError::Conflict(text)) => {
            line.link = Some(link);
            return Try::Again(DatabaseError::Conflict(text));
        }
        // Whether the server kept the work is unknown: it must not be run again.
        Err(trouble) => return Try::Done(Some(trouble)),
    }
    line.link = Some(link);
    Try::Done(None)
}

impl Line {
    /// The connection, live as far as is known.
    fn take(&mut self) -> Result<PostgresLink, DatabaseError> {
        match self.link.take() {
            Some(link) if !link.client.is_closed() => Ok(link),
            _ => postgres_open::connect(&self.config)
                .map(PostgresLink::new)
                .map_err(|error| database_error(&error)),
        }
    }
}

/// Waits a little longer each time, and never as long as a neighbour that failed at the same moment.
#[allow(
    clippy::disallowed_methods,
    reason = "paces retries; what is waited for sends no event"
)]
fn pause(tries: u32, world: &World) {
    let longest = 2_u64.saturating_pow(tries.min(8)).saturating_mul(2);
    let random = u64::from(u16::from_le_bytes(world.entropy.bytes()));
    std::thread::sleep(Duration::from_millis(
        random.checked_rem(longest).unwrap_or_default().saturating_add(1),
    ));
}
