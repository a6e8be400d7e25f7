//! What a handler is given.

use crate::database::Database;
use crate::failure::Fault;
use kernel::{Actor, PlaceId};
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

/// Tools of the program that the platform does not know by name, found by their type.
#[derive(Clone, Default)]
pub struct Extras(HashMap<TypeId, Arc<dyn Any + Send + Sync>>);

impl Extras {
    /// No tool.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a tool; a second one of the same type takes the place of the first.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, tool: T) -> Self {
        self.0.insert(TypeId::of::<T>(), Arc::new(tool));
        self
    }

    /// The tool of that type.
    ///
    /// # Errors
    /// [`Fault::Internal`] when the program was put together without it.
    pub fn get<T: Any + Send + Sync>(&self) -> Result<&T, Fault> {
        let tool = self
            .0
            .get(&TypeId::of::<T>())
            .and_then(|tool| tool.downcast_ref());
        tool.ok_or_else(|| Fault::Internal(format!("no {} was handed in", std::any::type_name::<T>())))
    }
}

impl fmt::Debug for Extras {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extras({})", self.0.len())
    }
}

/// What a handler is given.
#[derive(Debug)]
pub struct JobContext<'a> {
    /// The database.
    pub db: &'a Database,
    /// The program itself, in the place of the job.
    pub actor: Actor,
    /// The place of the job.
    pub place: PlaceId,
    /// What was asked.
    pub payload: serde_json::Value,
    /// Tools of the program.
    pub extras: &'a Extras,
    pub(super) pulse: &'a Pulse,
}

impl JobContext<'_> {
    /// Says how far the work is. To be called between two things done, and its error handed on with `?`: it is how a
    /// job stops when the process does.
    ///
    /// # Errors
    /// [`Fault::Internal`] when the process stops or the lease was lost.
    pub fn progress(&self, done: i64, total: i64) -> Result<(), Fault> {
        self.pulse.done.store(done, Ordering::Relaxed);
        self.pulse.total.store(total, Ordering::Relaxed);
        self.pulse.changed.store(true, Ordering::Release);
        if self.pulse.stop.load(Ordering::Acquire) {
            self.pulse.heeded.store(true, Ordering::Release);
            return Err(Fault::internal("the job was interrupted"));
        }
        Ok(())
    }
}

/// What the handler's thread and the heartbeat tell each other.
#[derive(Debug, Default)]
pub(super) struct Pulse {
    done: AtomicI64,
    total: AtomicI64,
    changed: AtomicBool,
    /// Set when the handler must stop.
    pub(super) stop: AtomicBool,
    /// Set when the handler was told so.
    pub(super) heeded: AtomicBool,
}

impl Pulse {
    pub(super) fn progress(&self) -> (i64, i64) {
        (
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }

    /// Whether there is progress to show since the last time this was asked.
    pub(super) fn take_changed(&self) -> bool {
        self.changed.swap(false, Ordering::AcqRel)
    }
}
