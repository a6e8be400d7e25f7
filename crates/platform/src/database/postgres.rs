//! PostgreSQL: one connection with its prepared statements, and the same errors as SQLite.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;

use bytes::BytesMut;
use postgres::error::SqlState;
use postgres::types::{FromSql, IsNull, ToSql, Type};
use postgres::{Client, Row};

use super::error::DatabaseError;
use super::statement::Facts;
use super::tx::Described;
use super::value::{Kind, Value};

/// One connection.
pub(super) struct PostgresLink {
    pub(super) client: Client,
    /// By the address of the statement's facts, which never move.
    prepared: HashMap<usize, postgres::Statement>,
}

impl fmt::Debug for PostgresLink {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PostgresLink({} prepared)", self.prepared.len())
    }
}

impl PostgresLink {
    pub(super) fn new(client: Client) -> Self {
        Self {
            client,
            prepared: HashMap::new(),
        }
    }

    pub(super) fn batch(&mut self, sql: &str) -> Result<(), DatabaseError> {
        self.client
            .batch_execute(sql)
            .map_err(|error| database_error(&error))
    }

    pub(super) fn run(&mut self, facts: &'static Facts, params: &[Value]) -> Result<u64, DatabaseError> {
        let statement = self.prepared(facts)?;
        check_count(&statement, params)?;
        self.client
            .execute(&statement, &given(params))
            .map_err(|error| database_error(&error))
    }

    pub(super) fn query(
        &mut self,
        facts: &'static Facts,
        params: &[Value],
        limit: usize,
    ) -> Result<Vec<Vec<Value>>, DatabaseError> {
        let statement = self.prepared(facts)?;
        check_count(&statement, params)?;
        let rows = self
            .client
            .query(&statement, &given(params))
            .map_err(|error| database_error(&error))?;
        rows.iter().take(limit).map(values).collect()
    }

    pub(super) fn describe(&mut self, facts: &'static Facts) -> Result<Vec<Described>, DatabaseError> {
        let statement = self
            .client
            .prepare(facts.sql)
            .map_err(|error| database_error(&error))?;
        Ok(statement
            .columns()
            .iter()
            .map(|column| Described {
                name: column.name().to_owned(),
                kind: Some(kind(column.type_()).ok_or_else(|| column.type_().to_string())),
            })
            .collect())
    }

    fn prepared(&mut self, facts: &'static Facts) -> Result<postgres::Statement, DatabaseError> {
        let key = std::ptr::from_ref(facts).addr();
        if let Some(statement) = self.prepared.get(&key) {
            return Ok(statement.clone());
        }
        let statement = self
            .client
            .prepare(facts.sql)
            .map_err(|error| database_error(&error))?;
        self.prepared.insert(key, statement.clone());
        Ok(statement)
    }
}

fn given(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    let mut given: Vec<&(dyn ToSql + Sync)> = Vec::with_capacity(params.len());
    for value in params {
        given.push(value);
    }
    given
}

fn check_count(statement: &postgres::Statement, params: &[Value]) -> Result<(), DatabaseError> {
    let expected = statement.params().len();
    if expected == params.len() {
        return Ok(());
    }
    Err(DatabaseError::Other(format!(
        "the statement has {expected} parameters, {} were given",
        params.len()
    )))
}

fn values(row: &Row) -> Result<Vec<Value>, DatabaseError> {
    let read = |at| {
        row.try_get::<_, Value>(at)
            .map_err(|error| database_error(&error))
    };
    (0..row.len()).map(read).collect()
}

/// The kind of value behind a type of the server. A truth is a number here, as it is on SQLite.
pub(super) fn kind(type_: &Type) -> Option<Kind> {
    match *type_ {
        Type::INT2 | Type::INT4 | Type::INT8 | Type::BOOL => Some(Kind::Int),
        Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => Some(Kind::Text),
        Type::BYTEA => Some(Kind::Bytes),
        _ => None,
    }
}

impl ToSql for Value {
    fn to_sql(&self, type_: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, kind(type_)) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(number), Some(Kind::Int)) => match *type_ {
                Type::INT2 => i16::try_from(*number)?.to_sql(type_, out),
                Type::INT4 => i32::try_from(*number)?.to_sql(type_, out),
                Type::BOOL => (*number != 0).to_sql(type_, out),
                _ => number.to_sql(type_, out),
            },
            (Self::Text(text), Some(Kind::Text)) => text.to_sql(type_, out),
            (Self::Bytes(bytes), Some(Kind::Bytes)) => bytes.to_sql(type_, out),
            _ => Err(format!("{self:?} was given where the statement wants {type_}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(type_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        match *type_ {
            Type::INT2 => i16::from_sql(type_, raw).map(|number| Self::Int(i64::from(number))),
            Type::INT4 => i32::from_sql(type_, raw).map(|number| Self::Int(i64::from(number))),
            Type::INT8 => i64::from_sql(type_, raw).map(Self::Int),
            Type::BOOL => bool::from_sql(type_, raw).map(|truth| Self::Int(i64::from(truth))),
            Type::BYTEA => Ok(Self::Bytes(raw.to_vec())),
            _ => String::from_sql(type_, raw).map(Self::Text),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(type_: &Type) -> bool {
        kind(type_).is_some()
    }
}

/// The same error as SQLite would give.
pub(super) fn database_error(error: &postgres::Error) -> DatabaseError {
    let Some(failure) = error.as_db_error() else {
        let text = with_causes(error);
        return if error.is_closed() || is_broken_link(error) {
            DatabaseError::Lost(text)
        } else {
            DatabaseError::Other(text)
        };
    };
    let text = failure.message().to_owned();
    match failure.code() {
        &SqlState::UNIQUE_VIOLATION | &SqlState::CHECK_VIOLATION | &SqlState::EXCLUSION_VIOLATION => {
            DatabaseError::Constraint {
                name: failure.constraint().unwrap_or_default().to_owned(),
            }
        }
        &SqlState::FOREIGN_KEY_VIOLATION => DatabaseError::ForeignKey,
        &SqlState::NOT_NULL_VIOLATION => {
            let table = failure.table().unwrap_or_default();
            DatabaseError::NotNull {
                column: format!("{table}.{}", failure.column().unwrap_or_default()),
            }
        }
        &SqlState::READ_ONLY_SQL_TRANSACTION => DatabaseError::ReadOnly,
        &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED => {
            DatabaseError::Conflict(text)
        }
        &SqlState::LOCK_NOT_AVAILABLE | &SqlState::QUERY_CANCELED | &SqlState::TOO_MANY_CONNECTIONS => {
            DatabaseError::Busy(text)
        }
        code if code.code().starts_with("08") || code.code().starts_with("57P") || code.code() == "25P03" => {
            DatabaseError::Lost(text)
        }
        _ => DatabaseError::Other(text),
    }
}

fn is_broken_link(error: &postgres::Error) -> bool {
    error.source().is_some_and(|cause| cause.is::<std::io::Error>())
}

/// The message with what caused it: the driver's own first line says little.
pub(super) fn with_causes(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
