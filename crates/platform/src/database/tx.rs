//! A transaction as stores and actions see it: synchronous, the same on both engines.

use kernel::{Day, Id, Instant, Zone};
use std::any::Any;
use std::sync::Arc;

use super::error::DatabaseError;
use super::memory::Memory;
use super::postgres::PostgresLink;
use super::sqlite::SqliteLink;
use super::statement::{Facts, NoRow, Row, Statement};
use super::url::Engine;
use super::value::Value;
use super::world::World;

/// One transaction. The door that opened it commits on `Ok` and rolls back otherwise.
///
/// A statement that fails spoils the whole transaction, on both engines: it cannot be swallowed. What may
/// fail without harm goes into [`attempt`](Self::attempt).
#[derive(Debug)]
pub struct Tx<'a> {
    link: Link<'a>,
    world: &'a World,
    now: Instant,
    failure: Option<DatabaseError>,
    again: bool,
}

#[derive(Debug)]
pub(super) enum Link<'a> {
    Sqlite(&'a SqliteLink),
    Postgres(&'a mut PostgresLink),
}

impl<'a> Tx<'a> {
    pub(super) fn new(link: Link<'a>, world: &'a World) -> Self {
        Self {
            link,
            world,
            now: world.clock.now(),
            failure: None,
            again: false,
        }
    }

    /// Every row a statement answers with, in its order.
    ///
    /// # Errors
    /// [`DatabaseError`], as the engine says.
    pub fn all<R: Row>(
        &mut self,
        statement: &Statement<R>,
        params: &[Value],
    ) -> Result<Vec<R>, DatabaseError> {
        let rows = self.query(statement.facts(), params, usize::MAX)?;
        rows.into_iter().map(R::from_values).collect()
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// [`DatabaseError`], as the engine says.
    pub fn optional<R: Row>(
        &mut self,
        statement: &Statement<R>,
        params: &[Value],
    ) -> Result<Option<R>, DatabaseError> {
        let rows = self.query(statement.facts(), params, 1)?;
        rows.into_iter().next().map(R::from_values).transpose()
    }

    /// The first row, which must exist.
    ///
    /// # Errors
    /// [`DatabaseError::NotFound`] when there is none; this one does not spoil the transaction.
    pub fn one<R: Row>(&mut self, statement: &Statement<R>, params: &[Value]) -> Result<R, DatabaseError> {
        self.optional(statement, params)?.ok_or(DatabaseError::NotFound)
    }

    /// Runs a statement that answers with no row, and gives the number of rows it touched.
    ///
    /// # Errors
    /// [`DatabaseError`], as the engine says.
    pub fn run(&mut self, statement: &Statement<NoRow>, params: &[Value]) -> Result<u64, DatabaseError> {
        self.run_facts(statement.facts(), params)
    }

    /// A view of the data, made by reading: made once, and remembered by the readers of SQLite until somebody writes. `name` says
    /// which view it is, with everything it depends on besides the data: its kind, the place, the days, the time if it matters.
    ///
    /// # Errors
    /// What `make` answers.
    pub fn remembered<V, E>(
        &mut self,
        name: String,
        make: impl FnOnce(&mut Self) -> Result<V, E>,
    ) -> Result<Arc<V>, E>
    where
        V: Any + Send + Sync,
        E: From<DatabaseError>,
    {
        if let Some(view) = self.memory().and_then(|memory| memory.recall(&name)) {
            return Ok(view);
        }
        let view = Arc::new(make(self)?);
        if let (Some(memory), None) = (self.memory(), &self.failure) {
            memory.keep(name, &view);
        }
        Ok(view)
    }

    fn memory(&self) -> Option<&Memory> {
        match &self.link {
            Link::Sqlite(link) => link.memory.as_ref(),
            Link::Postgres(_) => None,
        }
    }

    /// Tries something that may fail, inside the transaction: on `Err`, what it did is undone and the
    /// transaction goes on.
    ///
    /// # Errors
    /// What `work` answers, or the failure it swallowed.
    pub fn attempt<T, E: From<DatabaseError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.ready(&[])?;
        self.batch("savepoint attempt")?;
        let answer = work(self);
        let answer = match (self.failure.take(), answer) {
            (Some(failure), Ok(_)) => Err(E::from(failure)),
            (_, answer) => answer,
        };
        if answer.is_err() {
            self.batch("rollback to savepoint attempt")?;
        }
        self.batch("release savepoint attempt")?;
        answer
    }

    /// The moment the transaction began; the same however often it is asked.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Looks at the clock again if it is one that only moves when told: for making a demonstration, where many acts of
    /// different moments share a transaction. By the clock of the machine a transaction has one moment, and keeps it.
    pub fn follow_fixed_clock(&mut self) {
        if self.world.clock.is_fixed() {
            self.now = self.world.clock.now();
        }
    }

    /// The civil day of [`now`](Self::now) in a zone.
    pub fn today(&self, zone: &Zone) -> Day {
        zone.day_of(self.now)
    }

    /// A new identifier, greater than those this process gave before.
    pub fn new_id<T>(&self) -> Id<T> {
        Id::from_i64(self.world.next_identifier(self.now))
    }

    /// So many random bytes, fit for secrets unless the database was opened with a seeded source.
    pub fn random_bytes<const N: usize>(&self) -> [u8; N] {
        self.world.entropy.bytes()
    }

    /// The engine underneath: for what is shown to a person, never to choose a query.
    pub fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        }
    }

    /// The columns that the engine says a statement answers with.
    pub(super) fn describe(&mut self, facts: &'static Facts) -> Result<Vec<Described>, DatabaseError> {
        match &mut self.link {
            Link::Sqlite(link) => link.describe(facts),
            Link::Postgres(link) => link.describe(facts),
        }
    }

    /// The failure of a statement, even if the work answered `Ok`.
    pub(super) fn take_failure(&mut self) -> Option<DatabaseError> {
        self.failure.take()
    }

    /// True when a statement met another transaction, or lost its connection: the work may be run again.
    pub(super) fn may_run_again(&self) -> bool {
        self.again
    }

    pub(super) fn run_facts(
        &mut self,
        facts: &'static Facts,
        params: &[Value],
    ) -> Result<u64, DatabaseError> {
        self.ready(params)?;
        let answer = match &mut self.link {
            Link::Sqlite(link) => link.run(facts, params),
            Link::Postgres(link) => link.run(facts, params),
        };
        self.noted(answer)
    }

    pub(super) fn query(
        &mut self,
        facts: &'static Facts,
        params: &[Value],
        limit: usize,
    ) -> Result<Vec<Vec<Value>>, DatabaseError> {
        self.ready(params)?;
        let answer = match &mut self.link {
            Link::Sqlite(link) => link.query(facts, params, limit),
            Link::Postgres(link) => link.query(facts, params, limit),
        };
        self.noted(answer)
    }

    fn batch(&mut self, sql: &str) -> Result<(), DatabaseError> {
        let answer = match &mut self.link {
            Link::Sqlite(link) => link.batch(sql),
            Link::Postgres(link) => link.batch(sql),
        };
        self.noted(answer)
    }

    /// Refuses to go on after a failure, and text that only one engine could hold.
    fn ready(&mut self, params: &[Value]) -> Result<(), DatabaseError> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        let zero = params
            .iter()
            .any(|value| matches!(value, Value::Text(text) if text.contains('\0')));
        if zero {
            let refused = DatabaseError::Other("a text may not hold the character zero".to_owned());
            return self.noted(Err(refused));
        }
        Ok(())
    }

    fn noted<T>(&mut self, answer: Result<T, DatabaseError>) -> Result<T, DatabaseError> {
        if let Err(error) = &answer {
            self.again |= matches!(error, DatabaseError::Conflict(_) | DatabaseError::Lost(_));
            self.failure = Some(error.clone());
        }
        answer
    }
}

/// A column as an engine describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Described {
    pub(super) name: String,
    /// None when the engine does not say.
    pub(super) kind: Option<Result<super::value::Kind, String>>,
}
