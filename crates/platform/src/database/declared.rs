//! Statements made from declarations of personal data, and the schema they are compared with. Their texts are put together of names
//! that stand in the program itself, never of anything typed; each is made once and kept.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::personal::{Blank, Held, Merged, Owner};
use kernel::{AccountId, PersonId, PlaceId};

use super::error::DatabaseError;
use super::statement::Facts;
use super::tx::Tx;
use super::url::Engine;
use super::value::Value;

/// Somebody as rows may mean them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Somebody {
    /// Themselves.
    pub person: PersonId,
    /// What they sign in with.
    pub account: Option<AccountId>,
    /// Their address.
    pub email: Option<String>,
}

/// A column of the schema, with the table it refers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaColumn {
    /// Its table.
    pub table: String,
    /// Its name.
    pub column: String,
    /// The table it refers to; empty when it refers to none.
    pub refers_to: String,
}

static SCHEMA_OF_SQLITE: Facts = Facts::new(
    "SCHEMA_OF_SQLITE",
    file!(),
    line!(),
    "select made.name, col.name, coalesce(max(ref.\"table\"), '')
     from sqlite_master as made
     join pragma_table_info(made.name) as col
     left join pragma_foreign_key_list(made.name) as ref on ref.\"from\" = col.name and col.name <> 'place_id'
     where made.type = 'table' and made.name <> 'schema_migration' and made.name not like 'sqlite%'
     group by made.name, col.name
     order by made.name, col.name",
    &[],
);

static SCHEMA_OF_POSTGRES: Facts = Facts::new(
    "SCHEMA_OF_POSTGRES",
    file!(),
    line!(),
    "select cls.relname::text, col.attname::text, coalesce(max(other.relname::text), '')
     from pg_class as cls
     join pg_attribute as col on col.attrelid = cls.oid and col.attnum > 0 and not col.attisdropped
     left join pg_constraint as ref on ref.contype = 'f' and ref.conrelid = cls.oid and col.attnum = any(ref.conkey)
         and col.attname <> 'place_id'
     left join pg_class as other on other.oid = ref.confrelid
     where cls.relkind = 'r' and cls.relnamespace = current_schema()::regnamespace and cls.relname <> 'schema_migration'
     group by 1, 2
     order by 1, 2",
    &[],
);

/// One text for each declaration and use, kept for as long as the program runs: drivers prepare a statement by its place in memory.
pub(super) fn facts(sql: String) -> &'static Facts {
    static KNOWN: OnceLock<Mutex<HashMap<String, &'static Facts>>> = OnceLock::new();
    let known = KNOWN.get_or_init(Mutex::default);
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(facts) = known.get(&sql) {
        return facts;
    }
    let text: &'static str = Box::leak(sql.clone().into_boxed_str());
    let facts: &'static Facts = Box::leak(Box::new(Facts::new("DECLARED", file!(), line!(), text, &[])));
    known.insert(sql, facts);
    facts
}

/// A condition with its parameters, as it grows.
pub(super) struct Conditions {
    any: Vec<String>,
    pub(super) params: Vec<Value>,
}

impl Conditions {
    pub(super) fn of(held: &Held, place: PlaceId, who: &Somebody) -> Self {
        let mut conditions = Self {
            any: Vec::new(),
            params: vec![Value::Int(place.as_i64())],
        };
        for owner in held.owners {
            if let Some(text) = conditions.read(owner, who) {
                conditions.any.push(text);
            }
        }
        conditions
    }

    fn read(&mut self, owner: &Owner, who: &Somebody) -> Option<String> {
        match owner {
            Owner::Person(column) => Some(self.equals(column, Value::Int(who.person.as_i64()))),
            Owner::Account(column) => who
                .account
                .map(|account| self.equals(column, Value::Int(account.as_i64()))),
            Owner::Address(column) => {
                let email = who.email.clone()?;
                Some(self.equals(column, Value::Text(email)))
            }
            Owner::Under { column, table, owner } => {
                let inner = self.read(owner, who)?;
                Some(format!(
                    "{column} in (select id from {table} where place_id = $1 and {inner})"
                ))
            }
        }
    }

    fn equals(&mut self, column: &str, value: Value) -> String {
        self.params.push(value);
        format!("{column} = ${}", self.params.len())
    }

    /// `place_id = $1 and (…)`; none when nothing can mean them.
    pub(super) fn text(&self) -> Option<String> {
        (!self.any.is_empty()).then(|| format!("place_id = $1 and ({})", self.any.join(" or ")))
    }
}

/// One row as a copy shows it: each column with its value.
pub type ShownRow = Vec<(&'static str, Value)>;

impl Tx<'_> {
    /// Every column of every table, with what it refers to.
    ///
    /// # Errors
    /// [`DatabaseError`], as the engine says, here and below.
    pub fn schema(&mut self) -> Result<Vec<SchemaColumn>, DatabaseError> {
        let facts = match self.engine() {
            Engine::Sqlite => &SCHEMA_OF_SQLITE,
            Engine::Postgres => &SCHEMA_OF_POSTGRES,
        };
        let text = |value: Option<&Value>| match value {
            Some(Value::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let column = |row: Vec<Value>| SchemaColumn {
            table: text(row.first()),
            column: text(row.get(1)),
            refers_to: text(row.get(2)),
        };
        let rows = self.query(facts, &[], usize::MAX)?;
        Ok(rows.into_iter().map(column).collect())
    }

    /// The rows about somebody, with what a copy shows of them.
    ///
    /// # Errors
    /// As the engine says.
    pub fn held_rows(
        &mut self,
        held: &Held,
        place: PlaceId,
        who: &Somebody,
    ) -> Result<Vec<ShownRow>, DatabaseError> {
        let conditions = Conditions::of(held, place, who);
        let Some(condition) = conditions.text().filter(|_| !held.shown.is_empty()) else {
            return Ok(Vec::new());
        };
        let sql = format!(
            "select {} from {} where {condition} order by 1",
            held.shown.join(", "),
            held.table
        );
        let rows = self.query(facts(sql), &conditions.params, usize::MAX)?;
        let shown = |row: Vec<Value>| held.shown.iter().copied().zip(row).collect();
        Ok(rows.into_iter().map(shown).collect())
    }

    /// How many rows are about somebody.
    ///
    /// # Errors
    /// As the engine says.
    pub fn held_count(&mut self, held: &Held, place: PlaceId, who: &Somebody) -> Result<i64, DatabaseError> {
        let conditions = Conditions::of(held, place, who);
        let Some(condition) = conditions.text() else {
            return Ok(0);
        };
        let sql = format!("select count(*) from {} where {condition}", held.table);
        let rows = self.query(facts(sql), &conditions.params, 1)?;
        match rows.first().and_then(|row| row.first()) {
            Some(Value::Int(count)) => Ok(*count),
            _ => Ok(0),
        }
    }

    /// Takes somebody out of the rows about them, as declared, and says how many rows that was.
    ///
    /// # Errors
    /// As the engine says.
    pub fn erase_held(&mut self, held: &Held, place: PlaceId, who: &Somebody) -> Result<u64, DatabaseError> {
        use crate::personal::Erased;
        let conditions = Conditions::of(held, place, who);
        let Some(condition) = conditions.text() else {
            return Ok(0);
        };
        let sql = match held.erased {
            Erased::Stays => return Ok(0),
            Erased::Goes => format!("delete from {} where {condition}", held.table),
            Erased::Without(blanks) => {
                let set: Vec<String> = blanks.iter().map(blanked).collect();
                format!("update {} set {} where {condition}", held.table, set.join(", "))
            }
        };
        self.run_declared(sql, &conditions.params)
    }

    /// Writes `instead` for each `needle` in the declared texts of a table: `pairs` of both, none of which is empty.
    ///
    /// # Errors
    /// As the engine says.
    pub fn replace_in_texts(
        &mut self,
        held: &Held,
        place: PlaceId,
        pairs: &[(String, String)],
    ) -> Result<u64, DatabaseError> {
        let mut touched = 0_u64;
        for column in held.texts {
            for (needle, instead) in pairs {
                let sql = format!(
                    "update {} set {column} = replace({column}, $2, $3) where place_id = $1 and {column} like $4 escape '\\'",
                    held.table
                );
                let params = [
                    Value::Int(place.as_i64()),
                    Value::text(needle),
                    Value::text(instead),
                    Value::Text(format!("%{}%", escaped(needle))),
                ];
                touched = touched.saturating_add(self.run_declared(sql, &params)?);
            }
        }
        Ok(touched)
    }

    /// Makes the rows that mean `gone` in one column those of `kept`; what `kept` has already goes where the declaration says that
    /// there is one of it. How many rows moved.
    ///
    /// # Errors
    /// As the engine says.
    pub fn move_held(
        &mut self,
        held: &Held,
        column: &'static str,
        place: PlaceId,
        (kept, gone): (i64, i64),
    ) -> Result<u64, DatabaseError> {
        let params = [Value::Int(place.as_i64()), Value::Int(gone), Value::Int(kept)];
        if held.merged == Merged::Settled {
            return Ok(0);
        }
        let key =
            held.owners.iter().any(|owner| owner.column() == column) || held.organisations.contains(&column);
        if let (Merged::Once { same, open }, true) = (held.merged, key) {
            self.run_declared(without_doubles(held.table, column, same, open), &params)?;
        }
        let sql = format!(
            "update {} set {column} = $3 where place_id = $1 and {column} = $2",
            held.table
        );
        self.run_declared(sql, &params)
    }

    /// How many rows hold `id` in a column.
    ///
    /// # Errors
    /// As the engine says.
    pub fn count_held(
        &mut self,
        table: &'static str,
        column: &'static str,
        place: PlaceId,
        id: i64,
    ) -> Result<i64, DatabaseError> {
        let sql = format!("select count(*) from {table} where place_id = $1 and {column} = $2");
        let params = [Value::Int(place.as_i64()), Value::Int(id)];
        let rows = self.query(facts(sql), &params, 1)?;
        match rows.first().and_then(|row| row.first()) {
            Some(Value::Int(count)) => Ok(*count),
            _ => Ok(0),
        }
    }

    fn run_declared(&mut self, sql: String, params: &[Value]) -> Result<u64, DatabaseError> {
        self.run_facts(facts(sql), params)
    }
}

fn blanked(blank: &Blank) -> String {
    match blank {
        Blank::Null(column) => format!("{column} = null"),
        Blank::Empty(column) => format!("{column} = ''"),
    }
}

fn without_doubles(table: &str, column: &str, same: &[&str], open: &str) -> String {
    let counts = |alias: &str| {
        if open.is_empty() {
            String::new()
        } else {
            format!(" and {alias}.{open} is null")
        }
    };
    let equal: String = same
        .iter()
        .filter(|name| **name != column)
        .map(|name| format!(" and kept.{name} = {table}.{name}"))
        .collect();
    format!(
        "delete from {table} where place_id = $1 and {column} = $2{} and exists (
            select 1 from {table} as kept where kept.place_id = $1 and kept.{column} = $3{equal}{})",
        counts(table),
        counts("kept")
    )
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
