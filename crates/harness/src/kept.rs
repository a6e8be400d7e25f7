//! What a database holds of a place, row by row, for tests that ask whether anything of it was touched.

use std::collections::BTreeMap;

use ::postgres::{Client, NoTls};
use kernel::PlaceId;
use platform::database::Engine;
use serde_json::Value;

use crate::engines::FreshDatabase;

/// Every row of a place in a PostgreSQL database, by table; each row an object with its columns.
///
/// # Panics
/// On a SQLite database, whose tables another process cannot read while a test holds them.
pub fn everything_kept(fresh: &FreshDatabase, place: PlaceId) -> BTreeMap<String, Vec<Value>> {
    assert_eq!(fresh.database().engine(), Engine::Postgres);
    let url = fresh.url();
    // The blocking driver runs a small runtime of its own, which panics inside another one.
    let reading = std::thread::spawn(move || {
        let mut client = Client::connect(&url, NoTls).expect("the database of the test answers");
        let tables = client
            .query(
                "select table_name::text from information_schema.columns
                 where table_schema = 'public' and column_name = 'place_id' order by 1",
                &[],
            )
            .expect("the schema can be read");
        tables
            .iter()
            .map(|row| row.get::<_, String>(0))
            .map(|table| {
                let question =
                    format!("select to_json(kept)::text from {table} as kept where place_id = $1 order by 1");
                let rows = client
                    .query(&question, &[&place.as_i64()])
                    .unwrap_or_else(|error| panic!("{table}: {error}"));
                let rows = rows
                    .iter()
                    .map(|row| serde_json::from_str(row.get(0)).expect("PostgreSQL writes JSON"));
                (table, rows.collect())
            })
            .collect()
    });
    reading.join().expect("the rows of a place can be read")
}
