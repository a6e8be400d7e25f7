//! Copies of a whole database, and the way back.
//!
//! A backup is always one SQLite file with the schema of the program, whatever engine it came from: it can be opened,
//! read and checked anywhere, and restored into either engine. It is taken while the program works, on one snapshot.
//!
//! Both functions block: a page or an asynchronous task calls them through `spawn_blocking`.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use thiserror::Error;

use super::copy::{self, Table};
use super::error::OpenRefused;
use super::open::Options;
use super::sqlite::{Purpose, connect, prepare_file};
use super::url::{Address, DatabaseUrl};
use super::{migrate, postgres_open, sqlite_open};

/// Why a backup or a restoration was not made. Nothing was changed.
#[derive(Debug, Error)]
pub enum BackupRefused {
    /// The source or the target may not be opened, or is newer than the program.
    #[error(transparent)]
    Open(#[from] OpenRefused),
    /// There is no database to back up.
    #[error("there is no database at {0}")]
    Nothing(DatabaseUrl),
    /// The file is no backup of this program.
    #[error("{0} is not a backup made by this program")]
    NotABackup(PathBuf),
    /// The target already holds a place.
    #[error("{0} already holds a place; restoring over it must be asked for")]
    NotEmpty(DatabaseUrl),
    /// The file does not hold together.
    #[error("the copy is damaged: {0}")]
    Damaged(String),
    /// A file cannot be read or written.
    #[error("{path}: {reason}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// An engine refused something on the way.
    #[error("{0}")]
    Engine(String),
}

impl From<rusqlite::Error> for BackupRefused {
    fn from(error: rusqlite::Error) -> Self {
        Self::Engine(error.to_string())
    }
}

impl From<postgres::Error> for BackupRefused {
    fn from(error: postgres::Error) -> Self {
        Self::Engine(super::postgres::with_causes(&error))
    }
}

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// How many tables.
    pub tables: usize,
    /// How many rows in all of them.
    pub rows: i64,
}

/// Writes a copy of the database `from` to the file `to`, replacing it only once the copy is whole and on the disk.
///
/// # Errors
/// [`BackupRefused`]; the file `to` is then as it was.
pub fn backup(from: &DatabaseUrl, to: &Path, options: &Options) -> Result<Copied, BackupRefused> {
    apart(|| {
        let part = Scratch::beside(to)?;
        match &from.0 {
            Address::Sqlite(path) => from_sqlite(from, path, &part.0, options)?,
            Address::Postgres(text) => from_postgres(from, text, &part.0, options)?,
        }
        let connection = Connection::open_with_flags(&part.0, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let copied = checked(&connection)?;
        drop(connection);
        part.keep_as(to)?;
        Ok(copied)
    })
}

/// Puts the backup `file` in the place of what `to` holds: all of it, or nothing.
///
/// A backup made by an older program is brought up to date on the way. `force` allows to replace a database that
/// already holds a place. Other processes that use the target see the old content, then the new one.
///
/// # Errors
/// [`BackupRefused`]; the target's content is then as it was.
pub fn restore(
    file: &Path,
    to: &DatabaseUrl,
    force: bool,
    options: &Options,
) -> Result<Copied, BackupRefused> {
    apart(|| {
        let part = match to.path() {
            Some(path) => Scratch::beside(path)?,
            None => Scratch::beside(&std::env::temp_dir().join("restoration.db"))?,
        };
        let mut ready = made_ready(file, &part.0, options)?;
        let copied = checked(&ready)?;
        match &to.0 {
            Address::Sqlite(path) => into_sqlite(&ready, to, path, force)?,
            Address::Postgres(text) => into_postgres(&mut ready, to, text, force, options)?,
        }
        Ok(copied)
    })
}

/// The PostgreSQL driver may not be called from a thread of the asynchronous runtime.
fn apart<T: Send>(work: impl FnOnce() -> Result<T, BackupRefused> + Send) -> Result<T, BackupRefused> {
    let done = thread::scope(|scope| scope.spawn(work).join());
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn from_sqlite(url: &DatabaseUrl, path: &Path, part: &Path, options: &Options) -> Result<(), BackupRefused> {
    if !path.exists() {
        return Err(BackupRefused::Nothing(url.clone()));
    }
    let source = connect(path, Purpose::Write)?;
    sqlite_open::recognise(&source, path)?;
    if !source.table_exists(None::<&str>, "schema_migration")? {
        return Err(BackupRefused::Nothing(url.clone()));
    }
    migrate::carried(options.migrations, &sqlite_open::applied(&source)?)?;
    vacuum_into(&source, part)
}

fn from_postgres(url: &DatabaseUrl, text: &str, part: &Path, options: &Options) -> Result<(), BackupRefused> {
    let config = postgres_open::config(url, text)?;
    let mut client = postgres_open::connect(&config)?;
    copy::without_time_limit(&mut client)?;
    let mut snapshot = client
        .build_transaction()
        .isolation_level(postgres::IsolationLevel::RepeatableRead)
        .read_only(true)
        .start()?;
    if !postgres_open::has_ledger(&mut snapshot)? {
        return Err(BackupRefused::Nothing(url.clone()));
    }
    let carried = migrate::carried(options.migrations, &postgres_open::applied(&mut snapshot)?)?;
    let mut target = Connection::open(part)?;
    // A copy that fails is thrown away: it is brought to the disk once, at the end.
    target.execute_batch("pragma synchronous = off; pragma journal_mode = memory;")?;
    sqlite_open::migrate(&mut target, part, &carried, &options.clock)?;
    copy::postgres_to_sqlite(&mut snapshot, &mut target)?;
    snapshot.commit()?;
    Ok(())
}

/// A clean copy of the backup at `part`, with the schema of this program.
fn made_ready(file: &Path, part: &Path, options: &Options) -> Result<Connection, BackupRefused> {
    let not_a_backup = || BackupRefused::NotABackup(file.to_owned());
    if !begins_like_sqlite(file).map_err(|error| file_error(file, &error))? {
        return Err(not_a_backup());
    }
    let source = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    sqlite_open::recognise(&source, file).map_err(|error| match error {
        OpenRefused::ForeignFile(_) => not_a_backup(),
        error => BackupRefused::Damaged(error.to_string()),
    })?;
    let damaged = |error: rusqlite::Error| BackupRefused::Damaged(error.to_string());
    if !source
        .table_exists(None::<&str>, "schema_migration")
        .map_err(damaged)?
    {
        return Err(not_a_backup());
    }
    migrate::carried(options.migrations, &sqlite_open::applied(&source)?)?;
    vacuum_into(&source, part).map_err(|error| BackupRefused::Damaged(error.to_string()))?;
    let mut ready = Connection::open(part)?;
    ready.execute_batch("pragma synchronous = off; pragma journal_mode = memory;")?;
    sqlite_open::migrate(&mut ready, part, options.migrations, &options.clock)?;
    Ok(ready)
}

fn begins_like_sqlite(file: &Path) -> std::io::Result<bool> {
    let mut start = Vec::new();
    File::open(file)?.take(16).read_to_end(&mut start)?;
    Ok(start == b"SQLite format 3\0")
}

fn vacuum_into(source: &Connection, part: &Path) -> Result<(), BackupRefused> {
    let name = part.to_str().ok_or_else(|| BackupRefused::File {
        path: part.to_owned(),
        reason: "its name is not readable text".to_owned(),
    })?;
    source.execute("vacuum into ?1", [name])?;
    Ok(())
}

/// Reads every page, every index and every reference.
fn checked(connection: &Connection) -> Result<Copied, BackupRefused> {
    let verdict: String = connection
        .query_row("pragma integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| BackupRefused::Damaged(error.to_string()))?;
    if verdict != "ok" {
        return Err(BackupRefused::Damaged(verdict));
    }
    let mut references = connection.prepare("pragma foreign_key_check")?;
    let broken = references
        .query_map([], |row| row.get::<_, String>(0))?
        .next()
        .transpose()?;
    if let Some(table) = broken {
        return Err(BackupRefused::Damaged(format!(
            "a row of `{table}` refers to a row that is missing"
        )));
    }
    let tables = Table::all(connection)?;
    let mut rows = 0_i64;
    for table in &tables {
        rows = rows.saturating_add(table.count(connection)?);
    }
    Ok(Copied {
        tables: tables.len(),
        rows,
    })
}

fn into_sqlite(ready: &Connection, url: &DatabaseUrl, path: &Path, force: bool) -> Result<(), BackupRefused> {
    let mut target = connect(path, Purpose::Write)?;
    sqlite_open::recognise(&target, path)?;
    for table in Table::all(&target)? {
        if !force && table.holds_a_place(&target)? {
            return Err(BackupRefused::NotEmpty(url.clone()));
        }
    }
    let backup = Backup::new(ready, &mut target)?;
    for _ in 0..PATIENCE {
        match backup.step(-1)? {
            StepResult::Done => {
                drop(backup);
                target.execute_batch("pragma wal_checkpoint(truncate)")?;
                return Ok(());
            }
            _ => pause(),
        }
    }
    Err(BackupRefused::Engine(
        "another process is writing to the database".to_owned(),
    ))
}

/// How many pauses another process that writes is waited for.
const PATIENCE: u32 = 200;

#[allow(
    clippy::disallowed_methods,
    reason = "paces retries; what is waited for sends no event"
)]
fn pause() {
    thread::sleep(Duration::from_millis(50));
}

fn into_postgres(
    ready: &mut Connection,
    url: &DatabaseUrl,
    text: &str,
    force: bool,
    options: &Options,
) -> Result<(), BackupRefused> {
    let config = postgres_open::config(url, text)?;
    let mut client = postgres_open::open(url, &config, options.migrations, &options.clock)?;
    copy::without_time_limit(&mut client)?;
    let tables = Table::all(ready)?;
    let mut transaction = client.transaction()?;
    copy::lock(&mut transaction, &tables)?;
    if !force && copy::holds_a_place(&mut transaction, &tables)? {
        return Err(BackupRefused::NotEmpty(url.clone()));
    }
    copy::sqlite_to_postgres(ready, &mut transaction, &tables)?;
    transaction.commit()?;
    client.batch_execute("analyze")?;
    Ok(())
}

/// A file under a temporary name, removed unless it is kept.
struct Scratch(PathBuf);

impl Scratch {
    fn beside(target: &Path) -> Result<Self, BackupRefused> {
        let mut name = target.as_os_str().to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let scratch = Self(PathBuf::from(name));
        scratch.remove();
        prepare_file(&scratch.0).map_err(|error| file_error(&scratch.0, &error))?;
        Ok(scratch)
    }

    fn remove(&self) {
        // It may not exist yet, or not any more.
        let _ = fs::remove_file(&self.0);
    }

    /// Gives the file its name once its content is on the disk.
    fn keep_as(self, target: &Path) -> Result<(), BackupRefused> {
        let keep = || {
            File::open(&self.0)?.sync_all()?;
            fs::rename(&self.0, target)?;
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        };
        keep().map_err(|error| file_error(target, &error))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        self.remove();
    }
}

fn file_error(path: &Path, error: &std::io::Error) -> BackupRefused {
    BackupRefused::File {
        path: path.to_owned(),
        reason: error.to_string(),
    }
}
