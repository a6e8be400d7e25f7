//! The address of a database, as written on the command line or in the configuration.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::error::OpenRefused;

/// The engine behind a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A server.
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// Where a database is. Shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(pub(super) Address);

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Address {
    Sqlite(PathBuf),
    Postgres(String),
}

impl DatabaseUrl {
    /// Reads `sqlite:PATH`, `postgres://…` (also `postgresql://…`) or a plain path.
    ///
    /// A Unix socket is written `postgres:///tribu?host=/run/postgresql` or
    /// `postgres://user@%2Frun%2Fpostgresql/tribu`.
    ///
    /// # Errors
    /// [`OpenRefused::Address`] when the text is empty, or a PostgreSQL address that cannot be read.
    pub fn parse(text: &str) -> Result<Self, OpenRefused> {
        let text = text.trim();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            postgres::Config::from_str(text).map_err(|error| OpenRefused::Address(error.to_string()))?;
            return Ok(Self(Address::Postgres(text.to_owned())));
        }
        let path = text.strip_prefix("sqlite:").unwrap_or(text);
        if path.is_empty() || path == ":memory:" {
            return Err(OpenRefused::Address("a path to a file is expected".to_owned()));
        }
        if text.contains("://") {
            return Err(OpenRefused::Address(
                "only sqlite:PATH and postgres:// are known".to_owned(),
            ));
        }
        Ok(Self(Address::Sqlite(PathBuf::from(path))))
    }

    /// The address of an SQLite file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self(Address::Sqlite(path.into()))
    }

    /// The engine of this address.
    pub fn engine(&self) -> Engine {
        match self.0 {
            Address::Sqlite(_) => Engine::Sqlite,
            Address::Postgres(_) => Engine::Postgres,
        }
    }

    /// The file of an SQLite address.
    pub fn path(&self) -> Option<&Path> {
        match &self.0 {
            Address::Sqlite(path) => Some(path),
            Address::Postgres(_) => None,
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Address::Sqlite(path) => write!(out, "sqlite:{}", path.display()),
            Address::Postgres(text) => out.write_str(&without_password(text)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "DatabaseUrl({self})")
    }
}

/// Leaves out what stands between `user:` and `@`, and the options after `?`, which may hold a password too.
fn without_password(text: &str) -> String {
    let text = text.split('?').next().unwrap_or_default();
    let Some((scheme, rest)) = text.split_once("://") else {
        return String::new();
    };
    match rest.rsplit_once('@') {
        Some((account, place)) => {
            let user = account.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{place}")
        }
        None => text.to_owned(),
    }
}
