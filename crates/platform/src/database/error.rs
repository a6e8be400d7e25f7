//! What can go wrong below the rules: with one statement, or when a database is opened.

use thiserror::Error;

use super::url::DatabaseUrl;

/// Why a statement, or the transaction around it, failed. The same variants on both engines.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DatabaseError {
    /// A named constraint (unique, primary key, check or exclusion) refused the row.
    #[error("the constraint `{name}` refused the row")]
    Constraint {
        /// The name given in the migration, the same on both engines.
        name: String,
    },
    /// A reference to a row that does not exist, or the end of a row that others refer to.
    #[error("a reference between rows does not hold")]
    ForeignKey,
    /// A column that must hold a value was given none.
    #[error("the column `{column}` must hold a value")]
    NotNull {
        /// `table.column`.
        column: String,
    },
    /// `one` found no row.
    #[error("no row was found")]
    NotFound,
    /// A write was tried inside `read`.
    #[error("a reading transaction may not write")]
    ReadOnly,
    /// Other writers were in the way each time the work was tried.
    #[error("the work met other writers too many times: {0}")]
    Conflict(String),
    /// A lock, a statement or the queue took too long; nothing was written.
    #[error("the database is too busy: {0}")]
    Busy(String),
    /// The connection or the file failed. When it happened during a commit, whether the work was kept is unknown.
    #[error("the database was lost: {0}")]
    Lost(String),
    /// The database was closed before the work could begin.
    #[error("the database is closed")]
    Closed,
    /// The work panicked; nothing it did was kept.
    #[error("the work panicked: {0}")]
    Panicked(String),
    /// A column held a value that the row's type cannot be made from.
    #[error("the column `{column}` holds what it should not: {reason}")]
    Value {
        /// The column's name.
        column: String,
        /// What was expected and what was found.
        reason: String,
    },
    /// Anything else the engine says: a statement that does not fit the schema, a full disk.
    #[error("{0}")]
    Other(String),
}

impl DatabaseError {
    /// The name of the constraint that refused the row, when one did.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            Self::Constraint { name } => Some(name),
            _ => None,
        }
    }

    /// True when the constraint `name` refused the row.
    pub fn refused_by(&self, name: &str) -> bool {
        self.constraint() == Some(name)
    }
}

/// Why a database may not be opened, written for the person who runs the program.
#[derive(Debug, Error)]
pub enum OpenRefused {
    /// The address is neither a path nor a PostgreSQL address.
    #[error("the database address is not understood: {0}")]
    Address(String),
    /// The SQLite linked into the program is too old to be trusted.
    #[error(
        "SQLite {found} is refused: before 3.51.3, resetting the write-ahead log while another process \
         checkpoints may lose committed data"
    )]
    OldSqlite {
        /// The version found.
        found: String,
    },
    /// PostgreSQL is too old.
    #[error("PostgreSQL {found} is refused: 14 is the oldest version this program is tested with")]
    OldPostgres {
        /// The version found.
        found: String,
    },
    /// A PostgreSQL setting gives up durability.
    #[error("PostgreSQL is refused: its setting `{setting}` is `{value}`, and {reason}")]
    UnsafeSetting {
        /// The setting's name.
        setting: &'static str,
        /// Its value on this server.
        value: String,
        /// What may be lost.
        reason: &'static str,
    },
    /// The database carries a migration that this program does not know.
    #[error(
        "the database is newer than this program: it carries the migration {number} `{name}`; \
         install the version of the program that wrote it"
    )]
    NewerDatabase {
        /// The migration's number.
        number: i64,
        /// The migration's name.
        name: String,
    },
    /// A migration already applied differs from the one in this program.
    #[error("the migration {number} `{name}` was applied with another text than this program's")]
    AlteredMigration {
        /// The migration's number.
        number: i64,
        /// The migration's name.
        name: String,
    },
    /// A migration failed; nothing of it was kept.
    #[error("the migration {number} `{name}` failed: {reason}")]
    MigrationFailed {
        /// The migration's number.
        number: i64,
        /// The migration's name.
        name: &'static str,
        /// What the engine said.
        reason: String,
    },
    /// The SQLite file belongs to another program.
    #[error("{0} is an SQLite database of another program")]
    ForeignFile(String),
    /// The file or the server cannot be reached.
    #[error("the database {url} cannot be opened: {reason}")]
    Unreachable {
        /// The address, without its password.
        url: DatabaseUrl,
        /// What the engine or the system said.
        reason: String,
    },
}
