//! SQLite: one writer thread that groups commits, a few readers, each with its own connection.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, ffi};

use super::constraint::ConstraintNames;
use super::error::{DatabaseError, OpenRefused};
use super::memory::Memory;
use super::statement::Facts;
use super::tx::Described;
use super::url::DatabaseUrl;
use super::value::{Kind, Value};

/// Marks the files of this program in their header ("TRIB").
pub(super) const APPLICATION_ID: i64 = 0x5452_4942;

/// The first version whose write-ahead log may be trusted.
const OLDEST: i32 = 3_051_003;

/// How long one process waits for another that writes.
const PATIENCE: Duration = Duration::from_secs(10);

/// Enough for every statement of the program.
const PREPARED: usize = 512;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Write,
    /// Writing each thing by itself, as an ordinary program does with SQLite as it comes.
    Alone,
    /// Writing a file that is thrown away if the process dies: nothing waits for the disk.
    Scratch,
    Read,
}

/// One connection and what is needed to name its errors.
#[derive(Debug)]
pub(super) struct SqliteLink {
    pub(super) connection: Connection,
    pub(super) names: ConstraintNames,
    /// What a reader remembers; a writer remembers nothing.
    pub(super) memory: Option<Memory>,
}

/// Opens a connection with the settings of the house.
pub(super) fn connect(path: &Path, purpose: Purpose) -> Result<Connection, OpenRefused> {
    if rusqlite::version_number() < OLDEST {
        return Err(OpenRefused::OldSqlite {
            found: rusqlite::version().to_owned(),
        });
    }
    prepare_file(path).map_err(|error| unreachable_file(path, error))?;
    let connection = Connection::open(path).map_err(|error| unreachable_file(path, error))?;
    settle_in(&connection, purpose).map_err(|error| unreachable_file(path, error))?;
    let mode: String = connection
        .query_row("pragma journal_mode", [], |row| row.get(0))
        .map_err(|error| unreachable_file(path, error))?;
    if mode != "wal" {
        return Err(unreachable_file(
            path,
            "its file system cannot hold a write-ahead log",
        ));
    }
    Ok(connection)
}

pub(super) fn unreachable_file(path: &Path, reason: impl ToString) -> OpenRefused {
    OpenRefused::Unreachable {
        url: DatabaseUrl::file(path),
        reason: reason.to_string(),
    }
}

/// Creates the file, readable by its owner alone: it holds people's lives. A file that exists is not even opened:
/// closing it again would drop the locks that this process holds on it.
pub(super) fn prepare_file(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        answer => answer.map(drop),
    }
}

fn settle_in(connection: &Connection, purpose: Purpose) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // A plan is made once and kept, whatever the values: without this, most statements are planned anew at each use.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    enter_log_mode(connection)?;
    // Patterns mind their case as on PostgreSQL; the cache is in kibibytes when negative.
    connection.execute_batch(
        "pragma synchronous = full;
         pragma foreign_keys = on;
         pragma case_sensitive_like = on;
         pragma trusted_schema = off;
         pragma journal_size_limit = 67108864;
         pragma temp_store = memory;",
    )?;
    connection.execute_batch(match purpose {
        // The log is copied into the file every 16 MB instead of every 4: pages that many bookings touch are copied once for all of
        // them. The log keeps its length and is written over, so a longer one costs no more syncing.
        Purpose::Write => "pragma cache_size = -8192; pragma wal_autocheckpoint = 4000;",
        Purpose::Alone => "pragma cache_size = -8192;",
        Purpose::Scratch => "pragma cache_size = -8192; pragma synchronous = off;",
        Purpose::Read => "pragma cache_size = -4096; pragma query_only = on;",
    })
}

/// SQLite does not wait by itself for another process that changes the mode of the file at the same moment.
#[allow(
    clippy::disallowed_methods,
    reason = "paces retries; what is waited for sends no event"
)]
fn enter_log_mode(connection: &Connection) -> rusqlite::Result<()> {
    let mut waits = 0_u32;
    loop {
        let answer = connection.execute_batch("pragma journal_mode = wal;");
        match answer {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && waits < 400 => {
                waits = waits.saturating_add(1);
                std::thread::sleep(Duration::from_millis(25));
            }
            answer => return answer,
        }
    }
}

impl SqliteLink {
    pub(super) fn open(path: &Path, purpose: Purpose) -> Result<Self, OpenRefused> {
        let connection = connect(path, purpose)?;
        let names = ConstraintNames::read(&connection).map_err(|error| unreachable_file(path, error))?;
        let memory = (purpose == Purpose::Read).then(Memory::default);
        Ok(Self {
            connection,
            names,
            memory,
        })
    }

    /// Begins to read: one snapshot, and what is remembered of it.
    pub(super) fn begin_reading(&self) -> Result<(), DatabaseError> {
        self.batch("begin")?;
        let Some(memory) = &self.memory else { return Ok(()) };
        let version = || {
            let mut statement = self.connection.prepare_cached("pragma data_version")?;
            statement.query_row([], |row| row.get(0))
        };
        memory.look(version().map_err(|error| self.error(&error))?);
        Ok(())
    }

    /// Runs one statement without values, such as `begin`, prepared once like every other.
    pub(super) fn batch(&self, sql: &str) -> Result<(), DatabaseError> {
        let run = || self.connection.prepare_cached(sql)?.raw_execute();
        run().map(drop).map_err(|error| self.error(&error))
    }

    pub(super) fn run(&self, facts: &'static Facts, params: &[Value]) -> Result<u64, DatabaseError> {
        let run = || {
            let mut statement = self.connection.prepare_cached(facts.sqlite())?;
            bind(&mut statement, params)?;
            statement.raw_execute()
        };
        let touched = run().map_err(|error| self.error(&error))?;
        Ok(u64::try_from(touched).unwrap_or(u64::MAX))
    }

    pub(super) fn query(
        &self,
        facts: &'static Facts,
        params: &[Value],
        limit: usize,
    ) -> Result<Vec<Vec<Value>>, DatabaseError> {
        let run = || {
            let mut statement = self.connection.prepare_cached(facts.sqlite())?;
            bind(&mut statement, params)?;
            let columns = statement.column_count();
            let mut rows = statement.raw_query();
            let mut answer = Vec::new();
            while answer.len() < limit {
                let Some(row) = rows.next()? else { break };
                let mut values = Vec::with_capacity(columns);
                for column in 0..columns {
                    values.push(value(row.get_ref(column)?));
                }
                answer.push(values);
            }
            Ok(answer)
        };
        run().map_err(|error| self.error(&error))
    }

    pub(super) fn describe(&self, facts: &'static Facts) -> Result<Vec<Described>, DatabaseError> {
        let statement = self
            .connection
            .prepare(facts.sqlite())
            .map_err(|error| self.error(&error))?;
        let columns = statement.columns();
        Ok(columns
            .map(|column| Described {
                name: column.name().to_owned(),
                kind: column
                    .decl_type()
                    .map(|name| Kind::of_sqlite(name).ok_or_else(|| name.to_owned())),
            })
            .collect())
    }

    /// The same error as PostgreSQL would give.
    pub(super) fn error(&self, error: &rusqlite::Error) -> DatabaseError {
        let text = error.to_string();
        let Some(failure) = error.sqlite_error() else {
            return DatabaseError::Other(text);
        };
        let after = |start: &str| text.strip_prefix(start).map(str::to_owned);
        match failure.extended_code {
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
                let columns = after("UNIQUE constraint failed: ").unwrap_or_default();
                return DatabaseError::Constraint {
                    name: self.names.name(&columns),
                };
            }
            ffi::SQLITE_CONSTRAINT_CHECK => {
                let name = after("CHECK constraint failed: ").unwrap_or_default();
                return DatabaseError::Constraint { name };
            }
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => return DatabaseError::ForeignKey,
            ffi::SQLITE_CONSTRAINT_NOTNULL => {
                let column = after("NOT NULL constraint failed: ").unwrap_or_default();
                return DatabaseError::NotNull { column };
            }
            _ => {}
        }
        match failure.code {
            ErrorCode::ReadOnly => DatabaseError::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => DatabaseError::Busy(text),
            ErrorCode::SystemIoFailure
            | ErrorCode::DatabaseCorrupt
            | ErrorCode::CannotOpen
            | ErrorCode::NotADatabase
            | ErrorCode::DiskFull => DatabaseError::Lost(text),
            _ => DatabaseError::Other(text),
        }
    }
}

pub(super) fn bind(statement: &mut rusqlite::Statement<'_>, params: &[Value]) -> rusqlite::Result<()> {
    let expected = statement.parameter_count();
    if expected != params.len() {
        return Err(rusqlite::Error::InvalidParameterCount(params.len(), expected));
    }
    for (at, value) in params.iter().enumerate() {
        let at = at.saturating_add(1);
        match value {
            Value::Null => statement.raw_bind_parameter(at, rusqlite::types::Null)?,
            Value::Int(number) => statement.raw_bind_parameter(at, number)?,
            Value::Text(text) => statement.raw_bind_parameter(at, text.as_str())?,
            Value::Bytes(bytes) => statement.raw_bind_parameter(at, bytes.as_slice())?,
        }
    }
    Ok(())
}

/// A fraction can only come from a statement that computes one: it is shown as text, which no number accepts.
pub(super) fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Text(number.to_string()),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    }
}
