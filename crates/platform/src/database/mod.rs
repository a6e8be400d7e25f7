//! The database: two engines behind one thin synchronous door.
//!
//! Everything below the pages is synchronous. A page, a job or the command line opens a transaction with
//! [`Database::write`] or [`Database::read`] and hands in a closure over [`Tx`]; rules, stores and actions are
//! plain functions over `&mut Tx`. The closure may be run again after it met another transaction, so it has no
//! effect but on `tx`. One SQL text serves SQLite and PostgreSQL (see [`statement`] for what it keeps to).
//!
//! ```no_run
//! use platform::database::{Database, DatabaseError, DatabaseUrl, Options, Tx, params, row, statement};
//!
//! row! {
//!     struct NameRow { id: i64, name: String }
//! }
//!
//! statement! {
//!     BY_NAME -> NameRow = "select id, name from resource where place_id = $1 and name = $2";
//!     RENAME = "update resource set name = $3 where place_id = $1 and id = $2";
//! }
//!
//! fn rename(tx: &mut Tx<'_>, place: i64, from: &str, to: &str) -> Result<u64, DatabaseError> {
//!     let found = tx.one(&BY_NAME, &params![place, from])?;
//!     tx.run(&RENAME, &params![place, found.id, to])
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let database = Database::open(&DatabaseUrl::parse("sqlite:tribu.db")?, Options::default())?;
//! database.write_blocking(|tx| rename(tx, 1, "Salon", "Grand salon"))?;
//! # Ok(()) }
//! ```
//!
//! - **SQLite** has one writer thread that groups the commits of those who wait, and a few readers.
//! - **PostgreSQL** has a pool of connections on threads, at READ COMMITTED with explicit row locks
//!   (`for update`); work that met another transaction is run again a few times.
//! - An answer to a write goes out after its commit is on the disk, never before.

pub mod backup;
mod check;
mod constraint;
mod copy;
mod declared;
mod declared_dates;
mod error;
mod kernel_values;
mod many;
mod memory;
mod migrate;
mod one_by_one;
mod open;
mod pool;
mod postgres;
mod postgres_open;
mod references;
mod sql_text;
mod sqlite;
mod sqlite_open;
pub mod statement;
mod tx;
mod url;
mod value;
mod work;
mod world;
mod writer;

use std::future::Future;
use std::sync::atomic::Ordering;

pub use check::{Mismatch, check_all_statements};
pub use declared::{SchemaColumn, ShownRow, Somebody};
pub use declared_dates::DatedColumns;
pub use error::{DatabaseError, OpenRefused};
pub use many::batches;
pub use migrate::{Migration, migrations};
pub use one_by_one::OneByOne;
pub use open::{Database, Options};
pub use statement::{Column, Facts, NoRow, Row, STATEMENTS, Statement, next_value, statements};
pub use tx::Tx;
pub use url::{DatabaseUrl, Engine};
pub use value::{FromValue, Kind, ToValue, Value, WrongValue};

pub use crate::__database_params as params;
pub use crate::__database_row as row;
pub use crate::__database_statement as statement;
pub use crate::__database_text_value as text_value;

#[doc(hidden)]
pub use linkme::{self, distributed_slice};

use work::Pending;

/// How much work a database has done since it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Commits made durable; on SQLite one may hold many writes.
    pub commits: u64,
    /// Writing transactions begun.
    pub writes: u64,
    /// Reading transactions begun.
    pub reads: u64,
    /// Times some work was run again.
    pub retries: u64,
}

impl Database {
    /// Runs `work` in a transaction that is committed when it answers `Ok`, and undone otherwise.
    ///
    /// `work` may be run several times; it must have no effect but on the transaction.
    ///
    /// # Errors
    /// What `work` answers, or a [`DatabaseError`] of the transaction itself.
    pub fn write<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.awaited(work, true)
    }

    /// Runs `work` on one snapshot of the database; writing is refused.
    ///
    /// # Errors
    /// As [`write`](Self::write), with [`DatabaseError::ReadOnly`] when `work` tries to write.
    pub fn read<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.awaited(work, false)
    }

    /// [`write`](Self::write) for the command line, jobs and tests: waits on the spot.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn write_blocking<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.waited(work, true)
    }

    /// [`read`](Self::read) for the command line, jobs and tests: waits on the spot.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_blocking<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        self.waited(work, false)
    }

    /// What the database has done so far.
    pub fn counts(&self) -> Counts {
        let tally = self.tally();
        Counts {
            commits: tally.commits.load(Ordering::Relaxed),
            writes: tally.writes.load(Ordering::Relaxed),
            reads: tally.reads.load(Ordering::Relaxed),
            retries: tally.retries.load(Ordering::Relaxed),
        }
    }

    fn awaited<T, E, F>(
        &self,
        work: F,
        writes: bool,
    ) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let (sender, answer) = tokio::sync::oneshot::channel();
        // A caller who left no longer wants the answer.
        let send = move |answer| drop(sender.send(answer));
        self.hand_over(Box::new(Pending {
            work,
            writes,
            answer: None,
            send,
        }));
        async move {
            answer
                .await
                .unwrap_or_else(|_| Err(E::from(DatabaseError::Closed)))
        }
    }

    fn waited<T, E, F>(&self, work: F, writes: bool) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        if open::on_a_database_thread() {
            // The thread that would do the work is the one that asks for it.
            return Err(E::from(DatabaseError::Other(
                "a transaction may not open another".to_owned(),
            )));
        }
        let (sender, answer) = std::sync::mpsc::sync_channel(1);
        let send = move |answer| drop(sender.send(answer));
        self.work_at_once(Box::new(Pending {
            work,
            writes,
            answer: None,
            send,
        }));
        answer
            .recv()
            .unwrap_or_else(|_| Err(E::from(DatabaseError::Closed)))
    }
}
