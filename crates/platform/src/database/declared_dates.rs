//! When something last happened with somebody, read off the declarations of personal data and the columns that bear dates.

use std::collections::HashMap;

use crate::personal::{Held, Limit, Owner};
use kernel::{PersonId, PlaceId};

use super::declared::{Conditions, Somebody, facts};
use super::error::DatabaseError;
use super::statement::Facts;
use super::tx::Tx;
use super::url::Engine;
use super::value::Value;

/// The columns of each table that say when: moments end in `_at`, days in `_on` or `day`.
#[derive(Debug, Clone, Default)]
pub struct DatedColumns(HashMap<String, Vec<Dated>>);

#[derive(Debug, Clone)]
enum Dated {
    Moment(String),
    Day(String),
}

static DATES_OF_SQLITE: Facts = Facts::new(
    "DATES_OF_SQLITE",
    file!(),
    line!(),
    "select made.name, col.name, col.type
     from sqlite_master as made
     join pragma_table_info(made.name) as col
     where made.type = 'table' and made.name not like 'sqlite%'
     order by made.name, col.cid",
    &[],
);

static DATES_OF_POSTGRES: Facts = Facts::new(
    "DATES_OF_POSTGRES",
    file!(),
    line!(),
    "select cls.relname::text, col.attname::text, format_type(col.atttypid, null)
     from pg_class as cls
     join pg_attribute as col on col.attrelid = cls.oid and col.attnum > 0 and not col.attisdropped
     where cls.relkind = 'r' and cls.relnamespace = current_schema()::regnamespace
     order by 1, col.attnum",
    &[],
);

impl Dated {
    fn read(column: &str, kind: &str) -> Option<Self> {
        let is_day = column.ends_with("_on") || column == "day" || column.ends_with("_day");
        match kind.to_ascii_lowercase().as_str() {
            "bigint" | "integer" if column.ends_with("_at") => Some(Self::Moment(column.to_owned())),
            "text" if is_day => Some(Self::Day(column.to_owned())),
            _ => None,
        }
    }
}

impl DatedColumns {
    /// `(made_at >= $2 or until_day >= $3)` with its values added; none for a table without dates.
    fn condition(&self, table: &str, since: Limit, params: &mut Vec<Value>) -> Option<String> {
        let columns = self.0.get(table)?;
        let alternatives: Vec<String> = columns
            .iter()
            .map(|column| {
                let (name, value) = match column {
                    Dated::Moment(name) => (name, Value::Int(since.moment.micros())),
                    Dated::Day(name) => (name, Value::Text(since.day.to_string())),
                };
                params.push(value);
                format!("{name} >= ${}", params.len())
            })
            .collect();
        Some(format!("({})", alternatives.join(" or ")))
    }
}

impl Tx<'_> {
    /// The columns of every table that bear a date.
    ///
    /// # Errors
    /// [`DatabaseError`], as the engine says, here and below.
    pub fn dated_columns(&mut self) -> Result<DatedColumns, DatabaseError> {
        let facts = match self.engine() {
            Engine::Sqlite => &DATES_OF_SQLITE,
            Engine::Postgres => &DATES_OF_POSTGRES,
        };
        let mut known = DatedColumns::default();
        for row in self.query(facts, &[], usize::MAX)? {
            if let [Value::Text(table), Value::Text(column), Value::Text(kind)] = row.as_slice()
                && let Some(dated) = Dated::read(column, kind)
            {
                known.0.entry(table.clone()).or_default().push(dated);
            }
        }
        Ok(known)
    }

    /// The people whom a table names by a column of its own in a row with a date since then; those it means in other ways are not told.
    ///
    /// # Errors
    /// As the engine says.
    pub fn dated_since(
        &mut self,
        held: &Held,
        place: PlaceId,
        dates: &DatedColumns,
        since: Limit,
    ) -> Result<Vec<PersonId>, DatabaseError> {
        let mut people = Vec::new();
        for owner in held.owners {
            let Owner::Person(column) = owner else { continue };
            let mut params = vec![Value::Int(place.as_i64())];
            let Some(condition) = dates.condition(held.table, since, &mut params) else {
                continue;
            };
            let sql = format!(
                "select distinct {column} from {} where place_id = $1 and {column} is not null and {condition}",
                held.table
            );
            let rows = self.query(facts(sql), &params, usize::MAX)?;
            people.extend(rows.iter().filter_map(|row| match row.first() {
                Some(Value::Int(person)) => Some(PersonId::from_i64(*person)),
                _ => None,
            }));
        }
        Ok(people)
    }

    /// Whether a table holds a row about somebody, in whatever way it means them, with a date since then.
    ///
    /// # Errors
    /// As the engine says.
    pub fn is_dated_since(
        &mut self,
        held: &Held,
        place: PlaceId,
        who: &Somebody,
        dates: &DatedColumns,
        since: Limit,
    ) -> Result<bool, DatabaseError> {
        let conditions = Conditions::of(held, place, who);
        let Some(about) = conditions.text() else {
            return Ok(false);
        };
        let mut params = conditions.params;
        let Some(dated) = dates.condition(held.table, since, &mut params) else {
            return Ok(false);
        };
        let sql = format!("select 1 from {} where {about} and {dated} limit 1", held.table);
        Ok(!self.query(facts(sql), &params, 1)?.is_empty())
    }
}
