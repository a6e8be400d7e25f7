//! Writes that each have their own commit, on the thread that asks: what group commit is measured against.

use std::sync::Arc;

use super::error::{DatabaseError, OpenRefused};
use super::open::Database;
use super::sqlite::{Purpose, SqliteLink};
use super::tx::{Link, Tx};
use super::world::World;

/// A connection beside those of a database, with the same
/// settings but for how often the log is copied: SQLite's own. For measures only: pages and jobs write through
/// [`Database::write`].
#[derive(Debug)]
pub struct OneByOne {
    link: SqliteLink,
    world: Arc<World>,
}

impl Database {
    /// Opens a connection that commits each write by itself; nothing on PostgreSQL, where every connection does.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn one_by_one(&self) -> Result<Option<OneByOne>, OpenRefused> {
        let Some(path) = self.url().path() else {
            return Ok(None);
        };
        Ok(Some(OneByOne {
            link: SqliteLink::open(path, Purpose::Alone)?,
            world: Arc::clone(self.world()),
        }))
    }
}

impl OneByOne {
    /// Copies the whole write-ahead log into the file, so that who wrote pays for what they left there.
    ///
    /// # Errors
    /// A [`DatabaseError`] when somebody reads or writes meanwhile.
    pub fn empty_log(&self) -> Result<(), DatabaseError> {
        let busy: i64 = self
            .link
            .connection
            .query_row("pragma wal_checkpoint(restart)", [], |row| row.get(0))
            .map_err(|error| self.link.error(&error))?;
        if busy == 0 {
            return Ok(());
        }
        Err(DatabaseError::Busy("the log is being read".to_owned()))
    }

    /// As [`Database::write`], with one commit for this work alone.
    ///
    /// # Errors
    /// What `work` answers, or a [`DatabaseError`] of the transaction itself.
    pub fn write<T, E: From<DatabaseError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.link.batch("begin immediate")?;
        let mut tx = Tx::new(Link::Sqlite(&self.link), &self.world);
        let answer = work(&mut tx);
        let answer = match tx.take_failure() {
            Some(failure) => answer.and(Err(E::from(failure))),
            None => answer,
        };
        self.link
            .batch(if answer.is_ok() { "commit" } else { "rollback" })?;
        answer
    }
}
