//! The threads that do the jobs.

use super::context::{Extras, JobContext, Pulse};
use super::recurring::{self, Asked, Recurring};
use super::store::{self, Lease};
use super::{JobHandler, JobReport};
use crate::database::{Database, Tx};
use crate::failure::Fault;
use data_encoding::HEXLOWER;
use kernel::Actor;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often an idle thread looks for work.
const LOOK: Duration = Duration::from_millis(500);
/// How often progress is shown.
const BEAT: Duration = Duration::from_secs(1);
/// Every how many beats a lease is renewed though nothing moved.
const BEATS_PER_RENEWAL: u32 = 10;

/// The threads that do the jobs of this process. Dropping it stops them, as [`stop`](Self::stop) does.
#[derive(Debug)]
pub struct Runner {
    shared: Arc<Shared>,
    heart: Option<JoinHandle<()>>,
    workers: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    db: Database,
    handlers: HashMap<&'static str, JobHandler>,
    recurring: Vec<Recurring>,
    extras: Extras,
    holder: String,
    stopping: AtomicBool,
    finished: AtomicBool,
    running: Mutex<Vec<(Lease, Arc<Pulse>)>>,
    bell: Condvar,
}

impl Runner {
    /// Starts `threads` threads that do jobs, and one that renews their leases and asks for recurring work.
    #[must_use]
    pub fn start(
        db: Database,
        handlers: Vec<JobHandler>,
        recurring: Vec<Recurring>,
        extras: Extras,
        threads: usize,
    ) -> Self {
        let holder = HEXLOWER.encode(&db.entropy().bytes::<12>());
        let shared = Arc::new(Shared {
            db,
            handlers: handlers
                .into_iter()
                .map(|handler| (handler.kind, handler))
                .collect(),
            recurring,
            extras,
            holder,
            stopping: AtomicBool::new(false),
            finished: AtomicBool::new(false),
            running: Mutex::new(Vec::new()),
            bell: Condvar::new(),
        });
        let heart = Some(spawn(&shared, Shared::beat));
        let workers = (0..threads.max(1))
            .map(|_| spawn(&shared, Shared::work))
            .collect();
        Self {
            shared,
            heart,
            workers,
        }
    }

    /// Takes no more jobs, tells those that run to stop, and waits until each has ended or handed back its lease.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        self.shared.stopping.store(true, Ordering::Release);
        for (_, pulse) in self.shared.running().iter() {
            pulse.stop.store(true, Ordering::Release);
        }
        self.shared.bell.notify_all();
        for worker in self.workers.drain(..) {
            drop(worker.join());
        }
        // The heart beats until then: it keeps the leases of those that come to their end.
        self.shared.finished.store(true, Ordering::Release);
        self.shared.bell.notify_all();
        if let Some(heart) = self.heart.take() {
            drop(heart.join());
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.end();
    }
}

fn spawn(shared: &Arc<Shared>, life: fn(&Shared)) -> JoinHandle<()> {
    let shared = Arc::clone(shared);
    std::thread::spawn(move || life(&shared))
}

impl Shared {
    /// The life of a thread that does jobs.
    fn work(&self) {
        while !self.stopping.load(Ordering::Acquire) {
            match self.take() {
                Ok(Some(lease)) => self.run(&lease),
                Ok(None) => self.pause(LOOK, &self.stopping),
                Err(fault) => {
                    tracing::error!(%fault, "jobs cannot be taken");
                    self.pause(LOOK, &self.stopping);
                }
            }
        }
    }

    /// The life of the thread that keeps leases alive.
    fn beat(&self) {
        let mut asked = Asked::new();
        let mut beats: u32 = 0;
        while !self.finished.load(Ordering::Acquire) {
            if !self.stopping.load(Ordering::Acquire) {
                self.ask(&mut asked);
            }
            beats = beats.wrapping_add(1);
            let held: Vec<(Lease, Arc<Pulse>)> = self.running().clone();
            for (lease, pulse) in held {
                if pulse.take_changed() || beats.is_multiple_of(BEATS_PER_RENEWAL) {
                    self.renew(&lease, &pulse);
                }
            }
            self.pause(BEAT, &self.finished);
        }
    }

    fn take(&self) -> Result<Option<Lease>, Fault> {
        // An idle process reads; it writes only when there is something to take.
        if !self.db.read_blocking(store::is_due)? {
            return Ok(None);
        }
        let holder = self.holder.clone();
        self.db.write_blocking(move |tx| store::take(tx, &holder))
    }

    fn run(&self, lease: &Lease) {
        let pulse = Arc::new(Pulse::default());
        self.running().push((lease.clone(), Arc::clone(&pulse)));
        if self.stopping.load(Ordering::Acquire) {
            pulse.stop.store(true, Ordering::Release);
        }
        let ending = catch_unwind(AssertUnwindSafe(|| self.call(lease, &pulse)))
            .unwrap_or_else(|_| Err(Fault::internal("the handler panicked")));
        self.running().retain(|(held, _)| held != lease);
        self.settle(lease, &pulse, ending);
    }

    fn call(&self, lease: &Lease, pulse: &Pulse) -> Result<JobReport, Fault> {
        let handler = self.handlers.get(lease.kind.as_str());
        let handler =
            handler.ok_or_else(|| Fault::Internal(format!("nothing here does `{}`", lease.kind)))?;
        let context = JobContext {
            db: &self.db,
            actor: Actor::system(lease.place),
            place: lease.place,
            payload: serde_json::from_str(&lease.payload).map_err(Fault::internal)?,
            extras: &self.extras,
            pulse,
        };
        (handler.run)(&context)
    }

    fn settle(&self, lease: &Lease, pulse: &Pulse, ending: Result<JobReport, Fault>) {
        let progress = pulse.progress();
        let kept = match ending {
            Ok(report) => self.note(lease, move |tx, holder, lease| {
                store::finish(tx, holder, lease, &report, progress)
            }),
            Err(_) if pulse.heeded.load(Ordering::Acquire) => self.note(lease, store::hand_back),
            Err(fault) => {
                tracing::error!(%fault, kind = lease.kind, job = %lease.id, attempt = lease.attempt, "job failed");
                self.note(lease, move |tx, holder, lease| {
                    store::fail(tx, holder, lease, &fault, progress)
                })
            }
        };
        match kept {
            Ok(true) => {}
            Ok(false) => tracing::warn!(job = %lease.id, "job ended after its lease was lost"),
            // The lease will run out, and the job be taken again.
            Err(fault) => tracing::error!(%fault, job = %lease.id, "the end of a job could not be noted"),
        }
    }

    fn note(
        &self,
        lease: &Lease,
        write: impl Fn(&mut Tx<'_>, &str, &Lease) -> Result<bool, Fault> + Send + 'static,
    ) -> Result<bool, Fault> {
        let (holder, lease) = (self.holder.clone(), lease.clone());
        self.db.write_blocking(move |tx| write(tx, &holder, &lease))
    }

    fn renew(&self, lease: &Lease, pulse: &Pulse) {
        let progress = pulse.progress();
        let kept = self.note(lease, move |tx, holder, lease| {
            store::renew(tx, holder, lease, progress)
        });
        match kept {
            Ok(true) => {}
            // Ended in the meantime, or taken by another: in both cases nothing more is to be done here.
            Ok(false) => pulse.stop.store(true, Ordering::Release),
            Err(fault) => tracing::warn!(%fault, "a lease could not be renewed"),
        }
    }

    fn ask(&self, asked: &mut Asked) {
        let slots = recurring::due(&self.recurring, asked, self.db.clock().now());
        if slots.is_empty() {
            return;
        }
        let wanted = slots.clone();
        match self.db.write_blocking(move |tx| recurring::ask(tx, &wanted)) {
            Ok(()) => asked.extend(slots),
            Err(fault) => tracing::error!(%fault, "recurring work could not be asked for"),
        }
    }

    /// Waits, unless `enough` is set or the bell rings.
    fn pause(&self, length: Duration, enough: &AtomicBool) {
        let held = self.running();
        if !enough.load(Ordering::Acquire) {
            drop(self.bell.wait_timeout(held, length));
        }
    }

    fn running(&self) -> MutexGuard<'_, Vec<(Lease, Arc<Pulse>)>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
