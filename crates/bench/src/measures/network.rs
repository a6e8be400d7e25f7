//! A network of places in one PostgreSQL: do the pages of one of a thousand take as long as those of one alone?

use crate::Ground;
use crate::decade::{self, ROLES};
use crate::place::MeasuredPlace;
use crate::served::Served;
use crate::survey;
use crate::table::{Table, milliseconds};
use crate::visitor::Visitor;
use harness::Postgres;
use platform::database::DatabaseUrl;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many places, the one that is measured among them.
const PLACES: usize = 1_000;
/// The life of each: a year of a small house.
const EACH: decade::Size = decade::Size {
    rooms: 12,
    people: 300,
    bookings: 5_000,
    check_ins: 2_000,
    days: 400,
};
/// How often each kind of page is asked for, on each side.
const TIMES: usize = 100;
/// How often before that, so that every connection to the database has seen its statements.
const BEFORE: usize = 12;
/// What a page of one of many may take, to that of one alone, in hundredths.
const GOAL: u128 = 150;

/// A kind of page on both sides: the middle and the ninety-ninth hundredth of what it took.
struct Compared {
    kind: String,
    alone: [Duration; 2],
    among: [Duration; 2],
}

impl Compared {
    /// How much longer the page takes among many, in hundredths.
    fn ratio(&self, which: usize) -> u128 {
        self.among[which].as_micros() * 100 / self.alone[which].as_micros().max(1)
    }
}

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let copy = small_house(ground);
    let cluster = Postgres::shared();
    let (alone, among) = (cluster.empty_database(), cluster.empty_database());
    for url in [alone.url(), among.url()] {
        run(Command::new(&ground.tribu)
            .args(["restore", "--database", url])
            .arg(&copy));
    }
    let begun = Instant::now();
    if !multiplied(among.url()) {
        return table.tell("network of places", "not measured: psql is not there");
    }
    println!(
        "    {PLACES} places made in {} s: {EACH:?} each",
        begun.elapsed().as_secs()
    );
    let sides = [alone.url(), among.url()].map(|url| Served::tribu(&ground.tribu, url));
    sides.iter().for_each(Served::settle);
    let mut pages = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for (role, starts) in super::large::WALKS {
        let mut visitors = sides
            .each_ref()
            .map(|side| Visitor::sign_in(&side.address, &format!("{}@example.org", role.code())));
        let mut kinds = survey::walk(&mut visitors[0], starts);
        kinds.retain(|kind, _| known.insert(kind.clone()));
        pages.extend(compare(&mut visitors, kinds));
    }
    judge(pages, table);
}

/// A copy, as `tribu backup` makes it, of a house to be multiplied.
fn small_house(ground: &Ground) -> std::path::PathBuf {
    let (file, url) = ground.database("small-house.db");
    let place = MeasuredPlace::open(&DatabaseUrl::file(&file), EACH.rooms, &ROLES, true);
    decade::live(&place, EACH);
    place.db.close();
    let copy = ground.folder.join("small-house.tribu");
    run(Command::new(&ground.tribu)
        .args(["backup", "--database", &url])
        .arg(&copy));
    copy
}

/// Makes many places of the one in the database; false without `psql`.
fn multiplied(url: &str) -> bool {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("network/multiply.sql");
    let mut psql = Command::new("psql");
    psql.args(["--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1"])
        .arg(format!("--set=places={}", PLACES - 1))
        .arg("--file")
        .args([script.as_path()])
        .arg(url);
    match psql.stdin(Stdio::null()).status() {
        Ok(status) => {
            assert!(status.success(), "psql: {status}");
            true
        }
        Err(_) => false,
    }
}

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).status().expect("tribu starts");
    assert!(status.success(), "{command:?}: {status}");
}

/// Asks both sides for the same addresses, in turns.
fn compare(visitors: &mut [Visitor; 2], kinds: BTreeMap<String, Vec<String>>) -> Vec<Compared> {
    let mut all = Vec::new();
    for (kind, addresses) in kinds {
        let mut took: [Vec<Duration>; 2] = [Vec::new(), Vec::new()];
        for turn in 0..BEFORE + TIMES {
            for side in [turn % 2, 1 - turn % 2] {
                let begun = Instant::now();
                let answer = visitors[side].get(&addresses[turn % addresses.len()]);
                if turn >= BEFORE {
                    took[side].push(begun.elapsed());
                }
                assert!(answer.status < 400, "{kind}: {}", answer.status);
            }
        }
        let [alone, among] = took.map(|mut times| {
            times.sort_unstable();
            [times[TIMES / 2], times[TIMES * 99 / 100 - 1]]
        });
        all.push(Compared { kind, alone, among });
    }
    all
}

fn judge(mut pages: Vec<Compared>, table: &mut Table) {
    pages.sort_by_key(|page| std::cmp::Reverse(page.ratio(0)));
    for page in pages.iter().take(12) {
        let [alone, among] = [page.alone, page.among]
            .map(|[p50, p99]| format!("p50 {}, p99 {}", milliseconds(p50), milliseconds(p99)));
        println!("    {}: {alone} alone; {among} among {PLACES}", page.kind);
    }
    let whole = |side: fn(&Compared) -> Duration| pages.iter().map(side).sum::<Duration>().as_micros();
    for (which, name) in ["p50", "p99"].into_iter().enumerate() {
        let (alone, among) = match which {
            0 => (whole(|page| page.alone[0]), whole(|page| page.among[0])),
            _ => (whole(|page| page.alone[1]), whole(|page| page.among[1])),
        };
        let over = pages.iter().filter(|page| page.ratio(which) > GOAL).count();
        let worst = pages.iter().max_by_key(|page| page.ratio(which));
        let worst = worst.map_or_else(String::new, |page| {
            format!("{} {}", page.kind, times(page.ratio(which)))
        });
        let ratio = among * 100 / alone.max(1);
        table.judge(
            &format!(
                "{name} of the pages of one of {PLACES} places to one alone, PostgreSQL, {} bookings",
                PLACES * EACH.bookings
            ),
            format!(
                "{} over {} kinds of pages together; {over} of them above 1.5 x, worst {worst}",
                times(ratio),
                pages.len()
            ),
            "1.5 x",
            ratio <= GOAL,
        );
    }
}

/// "1.25 x".
fn times(hundredths: u128) -> String {
    format!("{}.{:02} x", hundredths / 100, hundredths % 100)
}
