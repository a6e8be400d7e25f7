//! References between rows, checked by the engine itself.

use super::error::DatabaseError;
use super::statement::Facts;
use super::tx::Tx;
use super::url::Engine;
use super::value::Value;

/// One row for each reference that does not hold: the table, the row, the table it refers to.
static IN_SQLITE: Facts = Facts::new("IN_SQLITE", file!(), line!(), "pragma foreign_key_check", &[]);

/// PostgreSQL checks every reference as it is written, unless a constraint was added without looking at the rows.
static IN_POSTGRES: Facts = Facts::new(
    "IN_POSTGRES",
    file!(),
    line!(),
    "select cast(conrelid as regclass)::text as \"table\", cast(0 as bigint) as row, conname::text as name
     from pg_constraint
     where contype = 'f' and not convalidated",
    &[],
);

impl Tx<'_> {
    /// The references of the whole database that do not hold, or that the engine does not vouch for: `table row → table`.
    ///
    /// # Errors
    /// [`DatabaseError`], as the engine says.
    pub fn broken_references(&mut self) -> Result<Vec<String>, DatabaseError> {
        let facts = match self.engine() {
            Engine::Sqlite => &IN_SQLITE,
            Engine::Postgres => &IN_POSTGRES,
        };
        let rows = self.query(facts, &[], usize::MAX)?;
        Ok(rows.iter().map(|row| told(row)).collect())
    }
}

fn told(row: &[Value]) -> String {
    let part = |position: usize| match row.get(position) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Int(number)) => number.to_string(),
        _ => "?".to_owned(),
    };
    format!("{} {} → {}", part(0), part(1), part(2))
}
