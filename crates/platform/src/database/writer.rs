//! The threads that serve SQLite: one writes and groups commits, the others read.
//!
//! A commit waits for the disk. While it does, other jobs gather in the queue; the writer then runs them all,
//! each in its own savepoint, and makes them durable with one commit. Answers go out after it. Who waits on the spot
//! while nobody writes does the writer's work with the writer's connection, and spares the way to its thread and back.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use super::error::DatabaseError;
use super::sqlite::SqliteLink;
use super::tx::{Link, Tx};
use super::work::{BoxedJob, Queue, Verdict};
use super::world::World;

/// The most jobs in one commit, and the longest that the first of them waits for the others.
const LARGEST_GROUP: usize = 256;
const LONGEST_GROUP: Duration = Duration::from_millis(20);

/// What the threads have done since the database was opened.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) commits: AtomicU64,
    pub(super) writes: AtomicU64,
    pub(super) reads: AtomicU64,
    pub(super) retries: AtomicU64,
}

impl Tally {
    pub(super) fn add(counter: &AtomicU64) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

/// The one connection that writes, held by whoever writes at the moment.
pub(super) struct Pen(Mutex<SqliteLink>);

impl Pen {
    pub(super) fn new(link: SqliteLink) -> Self {
        Self(Mutex::new(link))
    }

    fn take(&self) -> MutexGuard<'_, SqliteLink> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_at_once(&self) -> Option<MutexGuard<'_, SqliteLink>> {
        match self.0.try_lock() {
            Ok(link) => Some(link),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

/// Serves writes until the queue is closed.
pub(super) fn write_until_closed(pen: &Pen, queue: &Queue, world: &World, tally: &Arc<Tally>) {
    while let Some(first) = queue.next_at_once().or_else(|| queue.next()) {
        write_group(&pen.take(), first, queue, world, tally);
    }
    // Leaves a small file behind; if another process still uses it, the log simply stays.
    let _ = pen
        .take()
        .connection
        .execute_batch("pragma optimize; pragma wal_checkpoint(truncate);");
}

/// Writes on the spot when nobody writes and nobody waits; gives the job back otherwise.
pub(super) fn write_at_once(
    pen: &Pen,
    job: BoxedJob,
    queue: &Queue,
    world: &World,
    tally: &Tally,
) -> Option<BoxedJob> {
    let Some(link) = pen.take_at_once() else {
        return Some(job);
    };
    if !queue.is_idle() {
        return Some(job);
    }
    write_group(&link, job, queue, world, tally);
    None
}

/// One transaction: the first job, then those that wait.
#[allow(
    clippy::disallowed_methods,
    reason = "measures how long the group lasts; no rule depends on it"
)]
fn write_group(link: &SqliteLink, mut first: BoxedJob, queue: &Queue, world: &World, tally: &Tally) {
    if let Err(trouble) = link.batch("begin immediate") {
        first.settle(Some(trouble));
        return;
    }
    let started = Instant::now();
    Tally::add(&tally.writes);
    let verdict = first.run(&mut Tx::new(Link::Sqlite(link), world));
    let mut trouble = still_open(link).err();
    if verdict == Verdict::Undo && trouble.is_none() {
        // Nothing else is in the transaction yet, so the first job needs no savepoint of its own.
        first.settle(link.batch("rollback").err());
        return;
    }
    let mut group = vec![first];
    while trouble.is_none() && group.len() < LARGEST_GROUP && started.elapsed() < LONGEST_GROUP {
        let Some(mut job) = queue.next_waiting() else {
            break;
        };
        Tally::add(&tally.writes);
        trouble = write_one(link, job.as_mut(), world).err();
        group.push(job);
    }
    if trouble.is_none() {
        trouble = link.batch("commit").err();
        Tally::add(&tally.commits);
    }
    if !link.connection.is_autocommit() {
        // What cannot be rolled back is not kept either: the next `begin` will say so.
        let _ = link.batch("rollback");
    }
    for job in group {
        job.settle(trouble.clone());
    }
}

/// Runs one job in its savepoint. An error here means that the whole group is lost.
fn write_one(link: &SqliteLink, job: &mut dyn super::work::Job, world: &World) -> Result<(), DatabaseError> {
    link.batch("savepoint job")?;
    let verdict = job.run(&mut Tx::new(Link::Sqlite(link), world));
    still_open(link)?;
    if verdict == Verdict::Undo {
        link.batch("rollback to savepoint job")?;
    }
    link.batch("release savepoint job")
}

/// A full disk or a failing one makes SQLite abandon the transaction by itself.
fn still_open(link: &SqliteLink) -> Result<(), DatabaseError> {
    if link.connection.is_autocommit() {
        return Err(DatabaseError::Lost(
            "the transaction was abandoned by the engine".to_owned(),
        ));
    }
    Ok(())
}

/// Serves reads until the queue is closed, each on one snapshot.
pub(super) fn read_until_closed(link: &SqliteLink, queue: &Queue, world: &World, tally: &Arc<Tally>) {
    while let Some(mut job) = queue.next() {
        if let Err(trouble) = link.begin_reading() {
            // Nothing is open any more, or nothing was: either way the next one begins anew.
            let _ = link.batch("rollback");
            job.settle(Some(trouble));
            continue;
        }
        Tally::add(&tally.reads);
        job.run(&mut Tx::new(Link::Sqlite(link), world));
        let trouble = link.batch("rollback").err();
        job.settle(trouble);
    }
}
