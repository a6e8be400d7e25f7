//! A house of ten years: every page that is met, the week, and a room looked for among two hundred.

use crate::Ground;
use crate::decade::{self, ROLES, TEN_YEARS};
use crate::load::Load;
use crate::place::MeasuredPlace;
use crate::served::Served;
use crate::survey::{self, Surveyed};
use crate::table::{Table, milliseconds};
use crate::visitor::Visitor;
use kernel::Role;
use platform::database::DatabaseUrl;
use std::time::{Duration, Instant};

/// What a page may take.
const PAGE: Duration = Duration::from_millis(60);
/// How many of the slowest pages are told by name.
const TOLD: usize = 12;

/// Where each role begins to walk.
pub(crate) const WALKS: [(Role, &[&str]); 4] = [
    (Role::Facilitator, &["/front-desk", "/calendar"]),
    (Role::ManagingDirector, &["/office", "/front-desk"]),
    (Role::Administrator, &["/office"]),
    (Role::Member, &["/", "/me", "/calendar", "/calendar/find"]),
];

/// Makes the large house in an empty database.
pub(crate) fn seed(url: &DatabaseUrl) {
    let begun = Instant::now();
    let place = MeasuredPlace::open(url, TEN_YEARS.rooms, &ROLES, true);
    decade::live(&place, TEN_YEARS);
    place.db.close();
    println!("    made in {} s: {TEN_YEARS:?}", begun.elapsed().as_secs());
}

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let (file, url) = ground.database("ten-years.db");
    seed(&DatabaseUrl::file(&file));
    let served = Served::tribu(&ground.tribu, &url);
    week(&served, table);
    let pages = all_pages(&served);
    judge_pages(&pages, table);
    table.tell(
        "memory of the server after them",
        format!("{:.1} MB at its highest", served.peak_memory() as f64 / 1e6),
    );
    drop(served);
    find_a_room(ground, table);
}

fn week(served: &Served, table: &mut Table) {
    let team = Visitor::sign_in(&served.address, "facilitator@example.org");
    let load = Load::run(&team, 1, 400, |_| "/calendar".to_owned());
    let p99 = load.percentile(99);
    table.judge(
        "week view of the large house, 40 rooms, about 770 bookings",
        load.told(),
        "p99 < 20 ms",
        p99 < Duration::from_millis(20),
    );
}

/// Every kind of page that somebody of a role comes across, once each, the slowest first.
fn all_pages(served: &Served) -> Vec<Surveyed> {
    let mut all = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for (role, starts) in WALKS {
        let email = format!("{}@example.org", role.code());
        let mut visitor = Visitor::sign_in(&served.address, &email);
        let mut kinds = survey::walk(&mut visitor, starts);
        kinds.retain(|kind, _| known.insert(kind.clone()));
        all.extend(survey::time(&mut visitor, kinds));
    }
    all.sort_by_key(|page| std::cmp::Reverse(page.p99));
    all
}

fn judge_pages(pages: &[Surveyed], table: &mut Table) {
    for page in pages.iter().take(TOLD) {
        println!("    {}", page.told());
    }
    let slow = pages.iter().filter(|page| page.p99 >= PAGE).count();
    let slowest = pages.first().map(Surveyed::told).unwrap_or_default();
    table.judge(
        "every page met in the large house, one at a time",
        format!(
            "{} kinds of pages, {slow} too slow; slowest {slowest}",
            pages.len()
        ),
        "p99 < 60 ms",
        slow == 0,
    );
}

/// Two hundred rooms, a month of bookings: the best for so many people on a day to come.
fn find_a_room(ground: &Ground, table: &mut Table) {
    let (file, url) = ground.database("two-hundred-rooms.db");
    let size = decade::Size {
        rooms: 200,
        people: 600,
        bookings: 24_000,
        check_ins: 0,
        days: 60,
    };
    let place = MeasuredPlace::open(&DatabaseUrl::file(&file), size.rooms, &[Role::Member], true);
    decade::live(&place, size);
    let today = place.today();
    place.db.close();
    let served = Served::tribu(&ground.tribu, &url);
    let member = Visitor::sign_in(&served.address, "member@example.org");
    let path = |number: usize| {
        let day = today.plus_days(i64::try_from(number % 28).unwrap() + 1);
        let part = ["morning", "afternoon", "day"][number % 3];
        format!("/calendar/find?people=6&day={day}&part={part}&length=120&things=")
    };
    let found = member.again().page(&path(0)).html();
    assert!(found.exists("#found li"), "rooms are found");
    let load = Load::run(&member, 1, 400, path);
    let p99 = load.percentile(99);
    table.judge(
        "a room for six looked for among 200, over a month",
        load.told(),
        "p99 < 50 ms",
        p99 < Duration::from_millis(50),
    );
    table.tell("the same, the slowest", milliseconds(load.percentile(100)));
}
