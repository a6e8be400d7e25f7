//! Copies whole tables between the engines. The only place where SQL is assembled at run time: the names come from
//! the schema itself, never from a person.

use postgres::binary_copy::BinaryCopyInWriter;
use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::{ToSql, Type};
use postgres::{Client, Transaction};
use rusqlite::Connection;

use super::backup::BackupRefused;
use super::sqlite::{bind, value};
use super::value::{Kind, Value};

/// A table and its columns, in the order of the SQLite file.
pub(super) struct Table {
    name: String,
    columns: Vec<(String, Kind)>,
}

/// Says which migrations a database carries: each database keeps its own.
const LEDGER: &str = "schema_migration";

impl Table {
    /// Every table of a capability.
    pub(super) fn all(connection: &Connection) -> Result<Vec<Self>, BackupRefused> {
        let mut names = connection.prepare(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
             and name <> ?1 order by name",
        )?;
        let names = names
            .query_map([LEDGER], |row| row.get(0))?
            .collect::<Result<Vec<String>, _>>()?;
        names
            .into_iter()
            .map(|name| Self::read(connection, name))
            .collect()
    }

    fn read(connection: &Connection, name: String) -> Result<Self, BackupRefused> {
        let mut described =
            connection.prepare("select name, type from pragma_table_info(?1) order by cid")?;
        let mut rows = described.query([&name])?;
        let mut columns = Vec::new();
        while let Some(row) = rows.next()? {
            let (column, declared): (String, String) = (row.get(0)?, row.get(1)?);
            let kind = Kind::of_sqlite(&declared)
                .ok_or_else(|| BackupRefused::Damaged(format!("`{name}.{column}` is of type {declared}")))?;
            columns.push((column, kind));
        }
        Ok(Self { name, columns })
    }

    pub(super) fn count(&self, connection: &Connection) -> Result<i64, BackupRefused> {
        let question = format!("select count(*) from {}", quoted(&self.name));
        Ok(connection.query_row(&question, [], |row| row.get(0))?)
    }

    /// True when a row belongs to a place; the installation's own settings do not count.
    pub(super) fn holds_a_place(&self, connection: &Connection) -> Result<bool, BackupRefused> {
        Ok(connection.query_row(&self.place_question(), [], |row| row.get(0))?)
    }

    fn place_question(&self) -> String {
        format!(
            "select exists (select 1 from {} where place_id <> 0)",
            quoted(&self.name)
        )
    }

    fn list(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|(name, _)| quoted(name)).collect();
        names.join(", ")
    }

    fn insertion(&self) -> String {
        let holes = vec!["?"; self.columns.len()].join(", ");
        format!(
            "insert into {} ({}) values ({holes})",
            quoted(&self.name),
            self.list()
        )
    }

    fn selection(&self) -> String {
        format!("select {} from {}", self.list(), quoted(&self.name))
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A large copy may last longer than what a page may ask.
pub(super) fn without_time_limit(client: &mut Client) -> Result<(), postgres::Error> {
    client.batch_execute("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0")
}

/// Fills a freshly migrated file with what a snapshot of PostgreSQL holds.
pub(super) fn postgres_to_sqlite(
    from: &mut Transaction<'_>,
    to: &mut Connection,
) -> Result<(), BackupRefused> {
    // References are checked all together when everything is there.
    to.execute_batch("pragma foreign_keys = off")?;
    let tables = Table::all(to)?;
    let transaction = to.transaction()?;
    for table in &tables {
        transaction.execute(&format!("delete from {}", quoted(&table.name)), [])?;
        let mut insertion = transaction.prepare(&table.insertion())?;
        let mut rows = from.query_raw(&table.selection(), std::iter::empty::<&Value>())?;
        while let Some(row) = rows.next()? {
            let mut values = Vec::with_capacity(table.columns.len());
            for at in 0..table.columns.len() {
                values.push(row.try_get::<_, Value>(at)?);
            }
            bind(&mut insertion, &values)?;
            insertion.raw_execute()?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// Keeps everybody else out of the tables until the end of the transaction.
pub(super) fn lock(transaction: &mut Transaction<'_>, tables: &[Table]) -> Result<(), BackupRefused> {
    let names: Vec<String> = tables.iter().map(|table| quoted(&table.name)).collect();
    Ok(transaction.batch_execute(&format!(
        "lock table {} in access exclusive mode",
        names.join(", ")
    ))?)
}

/// True when a row of PostgreSQL belongs to a place.
pub(super) fn holds_a_place(
    transaction: &mut Transaction<'_>,
    tables: &[Table],
) -> Result<bool, BackupRefused> {
    for table in tables {
        if transaction.query_one(&table.place_question(), &[])?.try_get(0)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Replaces the content of the tables with that of a file. References are taken away and put back at the end, in the
/// same transaction: rows may refer to each other in circles, and PostgreSQL then checks them all.
pub(super) fn sqlite_to_postgres(
    from: &Connection,
    to: &mut Transaction<'_>,
    tables: &[Table],
) -> Result<(), BackupRefused> {
    let references = references(to)?;
    for (table, name, _) in &references {
        to.batch_execute(&format!("alter table {table} drop constraint {name}"))?;
    }
    let names: Vec<String> = tables.iter().map(|table| quoted(&table.name)).collect();
    to.batch_execute(&format!("truncate {}", names.join(", ")))?;
    for table in tables {
        fill(from, to, table)?;
    }
    for (table, name, definition) in &references {
        to.batch_execute(&format!("alter table {table} add constraint {name} {definition}"))?;
    }
    Ok(())
}

/// Every foreign key: its table and name, quoted where needed, and its definition.
fn references(to: &mut Transaction<'_>) -> Result<Vec<(String, String, String)>, BackupRefused> {
    let rows = to.query(
        "select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
         from pg_constraint
         where contype = 'f' and connamespace = current_schema()::regnamespace
         order by 1, 2",
        &[],
    )?;
    let mut found = Vec::new();
    for row in rows {
        found.push((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?));
    }
    Ok(found)
}

fn fill(from: &Connection, to: &mut Transaction<'_>, table: &Table) -> Result<(), BackupRefused> {
    let types: Vec<Type> = table
        .columns
        .iter()
        .map(|(_, kind)| match kind {
            Kind::Int => Type::INT8,
            Kind::Text => Type::TEXT,
            Kind::Bytes => Type::BYTEA,
        })
        .collect();
    let copy = format!(
        "copy {} ({}) from stdin (format binary)",
        quoted(&table.name),
        table.list()
    );
    let mut writer = BinaryCopyInWriter::new(to.copy_in(&copy)?, &types);
    let mut selection = from.prepare(&table.selection())?;
    let mut rows = selection.query([])?;
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(table.columns.len());
        for at in 0..table.columns.len() {
            values.push(value(row.get_ref(at)?));
        }
        let mut given: Vec<&(dyn ToSql + Sync)> = Vec::with_capacity(values.len());
        for value in &values {
            given.push(value);
        }
        writer.write(&given)?;
    }
    writer.finish()?;
    Ok(())
}
