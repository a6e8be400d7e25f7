//! A thousand places in one PostgreSQL: the pages of one of them, against the same place alone.

use crate::Ground;
use crate::decade::{self, ONE_OF_MANY, ROLES};
use crate::measures::large::all_pages;
use crate::place::MeasuredPlace;
use crate::served::Served;
use crate::survey::Surveyed;
use crate::table::{Table, median};
use harness::Postgres;
use kernel::PlaceId;
use platform::database::DatabaseUrl;
use postgres::{Client, NoTls};
use std::collections::BTreeMap;
use std::time::Instant;

const PLACES: i64 = 1_000;
/// What the pages of one among many may take, to those of one alone.
const GOAL: f64 = 1.5;
/// How many of the worst ratios are told by name.
const SLOWEST_TOLD: usize = 8;

/// What is not copied from place to place: keys that are one of a kind in the whole installation, work under way, and the
/// log, which no page of a list reads.
const NOT_COPIED: [&str; 9] = [
    "place",
    "session",
    "access_link",
    "idempotency",
    "job",
    "mail",
    "rate",
    "activity",
    "calendar_feed",
];

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let postgres = Postgres::shared();
    let database = postgres.database();
    let url = DatabaseUrl::parse(database.url()).expect("an address of a database");
    let place = MeasuredPlace::open(&url, ONE_OF_MANY.rooms, &ROLES, false);
    decade::live(&place, ONE_OF_MANY);
    let template = place.system.place;
    place.db.close();
    let alone = pages(ground, database.url(), None);
    let bookings = multiply(database.url(), template);
    let host = host(PLACES / 2);
    let among = pages(ground, database.url(), Some(&host));
    judge(&alone, &among, bookings, table);
}

fn pages(ground: &Ground, url: &str, host: Option<&str>) -> Vec<Surveyed> {
    let served = Served::tribu(&ground.tribu, url);
    all_pages(&served, host)
}

fn host(number: i64) -> String {
    format!("lieu-{number}.example.org")
}

/// Makes of one place a thousand, row by row; how many bookings there are then.
fn multiply(url: &str, template: PlaceId) -> i64 {
    let begun = Instant::now();
    let mut client = Client::connect(url, NoTls).expect("the database answers");
    let one = template.as_i64();
    // Every row refers within its own place, as the rows it is copied from do.
    client
        .batch_execute("set session_replication_role = replica")
        .expect("an administrator");
    client
        .batch_execute(&format!(
            "insert into place (place_id, name, zone, language, currency, brand_colour, host, demonstration, created_at)
             select place_id + number, name, zone, language, currency, brand_colour,
                 'lieu-' || number || '.example.org', demonstration, created_at
             from place cross join generate_series(1, {PLACES} - 1) number
             where place_id = {one}"
        ))
        .expect("places");
    for (table, columns) in tables(&mut client) {
        let listed = columns.join(", ");
        client
            .batch_execute(&format!(
                "insert into {table} (place_id, {listed})
                 select place_id + number, {listed}
                 from {table} cross join generate_series(1, {PLACES} - 1) number
                 where place_id = {one}"
            ))
            .unwrap_or_else(|error| panic!("{table}: {error:?}"));
    }
    client.batch_execute("vacuum analyze").expect("statistics");
    let bookings: i64 = client
        .query_one("select count(*) from booking", &[])
        .expect("a count")
        .get(0);
    println!(
        "    {PLACES} places with {bookings} bookings made in {} s",
        begun.elapsed().as_secs()
    );
    bookings
}

/// Every table of a place that is copied, with its columns but the place.
fn tables(client: &mut Client) -> BTreeMap<String, Vec<String>> {
    let rows = client
        .query(
            "select table_name::text, column_name::text
             from information_schema.columns
             where table_schema = 'public'
                 and table_name in (
                     select table_name from information_schema.columns where column_name = 'place_id')
             order by table_name, ordinal_position",
            &[],
        )
        .expect("the tables");
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        let (table, column): (String, String) = (row.get(0), row.get(1));
        if column != "place_id" && !NOT_COPIED.contains(&table.as_str()) {
            tables.entry(table).or_default().push(column);
        }
    }
    tables
}

fn judge(alone: &[Surveyed], among: &[Surveyed], bookings: i64, table: &mut Table) {
    let by_kind: BTreeMap<&str, &Surveyed> = alone.iter().map(|page| (page.kind.as_str(), page)).collect();
    let mut ratios: Vec<(f64, String)> = among
        .iter()
        .filter_map(|page| {
            let one = by_kind.get(page.kind.as_str())?;
            let ratio = page.p50.as_secs_f64() / one.p50.as_secs_f64();
            Some((
                ratio,
                format!("{ratio:.2} x: {} (alone {})", page.told(), one.told()),
            ))
        })
        .collect();
    ratios.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (_, told) in ratios.iter().take(SLOWEST_TOLD) {
        println!("    {told}");
    }
    let worst = ratios.first().map_or(0.0, |worst| worst.0);
    let middle = median(ratios.iter().map(|one| one.0).collect());
    let beyond = ratios.iter().filter(|one| one.0 > GOAL).count();
    table.judge(
        &format!("PostgreSQL, {PLACES} places, {bookings} bookings, to the same place alone"),
        format!(
            "{middle:.2} x in the middle, {worst:.2} x at worst; {beyond} of {} kinds of pages beyond",
            ratios.len()
        ),
        "<= 1.5 x",
        beyond == 0,
    );
}
