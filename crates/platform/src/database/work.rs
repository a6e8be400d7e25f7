//! Work waiting for a transaction: a closure, the place its answer goes to, and the queue it stands in.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::error::DatabaseError;
use super::tx::Tx;

/// What becomes of what a job did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Keep,
    Undo,
}

/// Work whose types are forgotten.
pub(super) trait Job: Send {
    /// Runs the work, keeping its answer for [`settle`](Self::settle). May be called again after `Undo`.
    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict;
    /// Sends the answer; `trouble` replaces a good one when it could not be kept.
    fn settle(self: Box<Self>, trouble: Option<DatabaseError>);
    /// True when the transaction must be able to write.
    fn writes(&self) -> bool;
}

pub(super) type BoxedJob = Box<dyn Job>;

/// A closure with its answer.
pub(super) struct Pending<F, T, E, S> {
    pub(super) work: F,
    pub(super) writes: bool,
    pub(super) answer: Option<Result<T, E>>,
    pub(super) send: S,
}

impl<F, T, E, S> Job for Pending<F, T, E, S>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<DatabaseError> + Send,
    S: FnOnce(Result<T, E>) + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict {
        let answer = match catch_unwind(AssertUnwindSafe(|| (self.work)(tx))) {
            Ok(Ok(value)) => match tx.take_failure() {
                None => Ok(value),
                Some(failure) => Err(E::from(failure)),
            },
            Ok(Err(error)) => Err(error),
            Err(panic) => Err(E::from(DatabaseError::Panicked(said(panic.as_ref())))),
        };
        let verdict = if answer.is_ok() {
            Verdict::Keep
        } else {
            Verdict::Undo
        };
        self.answer = Some(answer);
        verdict
    }

    fn settle(self: Box<Self>, trouble: Option<DatabaseError>) {
        let answer = match (self.answer, trouble) {
            (Some(Err(error)), _) => Err(error),
            (_, Some(trouble)) => Err(E::from(trouble)),
            (Some(Ok(value)), None) => Ok(value),
            (None, None) => Err(E::from(DatabaseError::Closed)),
        };
        (self.send)(answer);
    }

    fn writes(&self) -> bool {
        self.writes
    }
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without a word".to_owned())
}

/// A line of jobs that several threads may serve.
#[derive(Default)]
pub(super) struct Queue {
    line: Mutex<Line>,
    arrival: Condvar,
}

#[derive(Default)]
struct Line {
    jobs: VecDeque<BoxedJob>,
    closed: bool,
}

/// How often a thread looks at the line before it goes to sleep, and how long it pauses in between.
const GLANCES: u32 = 100;
const GLANCE: u32 = 20;

/// Beyond this many waiting jobs, newcomers are told that the database is busy instead of filling the memory.
const LONGEST_LINE: usize = 10_000;

impl Queue {
    /// Adds a job at the end, or answers it at once when the line is closed or too long.
    pub(super) fn push(&self, job: BoxedJob) {
        let mut line = self.lock();
        let trouble = if line.closed {
            Some(DatabaseError::Closed)
        } else if line.jobs.len() >= LONGEST_LINE {
            Some(DatabaseError::Busy(format!(
                "{LONGEST_LINE} transactions are waiting already"
            )))
        } else {
            None
        };
        if trouble.is_some() {
            drop(line);
            job.settle(trouble);
            return;
        }
        line.jobs.push_back(job);
        drop(line);
        self.arrival.notify_one();
    }

    /// The next job, waiting for one; none once the line is closed and empty.
    pub(super) fn next(&self) -> Option<BoxedJob> {
        let mut line = self.lock();
        loop {
            if let Some(job) = line.jobs.pop_front() {
                return Some(job);
            }
            if line.closed {
                return None;
            }
            line = self.arrival.wait(line).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// The next job, if it comes within some ten microseconds: whoever writes alone asks again sooner than a sleeping
    /// thread wakes.
    pub(super) fn next_at_once(&self) -> Option<BoxedJob> {
        for _ in 0..GLANCES {
            if let Some(job) = self.next_waiting() {
                return Some(job);
            }
            (0..GLANCE).for_each(|_| std::hint::spin_loop());
        }
        None
    }

    /// The next job if one waits already.
    pub(super) fn next_waiting(&self) -> Option<BoxedJob> {
        self.lock().jobs.pop_front()
    }

    /// True when the line is open and nobody stands in it.
    pub(super) fn is_idle(&self) -> bool {
        let line = self.lock();
        !line.closed && line.jobs.is_empty()
    }

    /// Lets no more jobs in; those that wait are still served.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.arrival.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
