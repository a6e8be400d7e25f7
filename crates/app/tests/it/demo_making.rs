//! The year of the demonstration: the same again, and nothing wrong with it.

use app::composition;
use app::demo::{Made, Scenario, Size, logins, make};
use harness::{FreshDatabase, both_engines};
use kernel::{Day, Instant, PlaceId};
use platform::Fault;
use platform::database::{Database, Engine, params, row, statement};
use platform::{activity, place};
use press::Press;

use crate::world::World;

/// A season small enough to be lived on every run of the tests: one month closed, one to close, one under way.
const SEASON: Size = Size {
    months: 2,
    visits: 180,
    bookings: 90,
};

row! {
    #[derive(Debug, PartialEq)]
    struct BookingRow { id: i64, resource_id: i64, starts_at: i64, state: String, price_cents: i64, charge_id: Option<i64> }

    #[derive(Debug, PartialEq)]
    struct CheckInRow { id: i64, person_id: i64, day: String, half: String, kind: String, arrived_at: i64 }

    #[derive(Debug, PartialEq)]
    struct ChargeRow { id: i64, customer_id: i64, label: String, amount_cents: i64, state: String, invoice_id: Option<i64> }

    #[derive(Debug, PartialEq)]
    struct LinkRow { register: String, position: i64, hash: String }

    struct CountRow { people: i64, members: i64, desks: i64 }
}

statement! {
    BOOKINGS -> BookingRow = "
        select id, resource_id, starts_at, state, price_cents, charge_id from booking where place_id = $1 order by id";
    CHECK_INS -> CheckInRow = "
        select id, person_id, day, half, kind, arrived_at from check_in where place_id = $1 order by id";
    CHARGES -> ChargeRow = "
        select id, customer_id, label, amount_cents, state, invoice_id from charge where place_id = $1 order by id";
    LINKS -> LinkRow = "
        select register, position, hash from chain_link where place_id = $1 order by register, position";
    SIZES -> CountRow = "
        select (select count(*) from person where place_id = $1) as people,
            (select count(*) from member where place_id = $1 and left_on is null) as members,
            (select cast(sum(units) as bigint) from resource where place_id = $1 and kind = 'desk_pool') as desks";
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn season(seed: u64) -> Scenario {
    Scenario {
        seed,
        today: day("2026-11-23"),
        not_after: None,
        size: SEASON,
    }
}

fn lived(database: &Database, scenario: &Scenario) -> Made {
    make(database, scenario, None, &|_| ()).unwrap()
}

fn the_place(database: &Database) -> PlaceId {
    database
        .read_blocking(|tx| Ok::<_, Fault>(place::all(tx)?[0].id))
        .unwrap()
}

/// Everything that happened, and what it came to.
fn content(database: &Database) -> Vec<String> {
    let place = the_place(database);
    database
        .read_blocking(move |tx| {
            let mut lines: Vec<String> = activity::since(tx, place, 0, 1_000_000)?
                .iter()
                .map(|line| format!("{line:?}"))
                .collect();
            lines.extend(
                tx.all(&BOOKINGS, &params![place])?
                    .iter()
                    .map(|row| format!("{row:?}")),
            );
            lines.extend(
                tx.all(&CHECK_INS, &params![place])?
                    .iter()
                    .map(|row| format!("{row:?}")),
            );
            lines.extend(
                tx.all(&CHARGES, &params![place])?
                    .iter()
                    .map(|row| format!("{row:?}")),
            );
            lines.extend(
                tx.all(&LINKS, &params![place])?
                    .iter()
                    .map(|row| format!("{row:?}")),
            );
            Ok::<_, Fault>(lines)
        })
        .unwrap()
}

fn assert_nothing_wrong(database: &Database) {
    let report = composition::verify(database).unwrap();
    assert_eq!(report.faults(), []);
}

fn near(count: usize, target: usize) -> bool {
    count.abs_diff(target) * 20 <= target
}

#[test]
fn a_season_is_the_same_each_time_and_on_either_engine() {
    let [first, again, elsewhere] = [Engine::Sqlite, Engine::Sqlite, Engine::Postgres].map(|engine| {
        let fresh = FreshDatabase::on(engine);
        lived(fresh.database(), &season(5));
        content(fresh.database())
    });
    assert!(first.len() > 1_000);
    assert_eq!(first, again);
    assert_eq!(first, elsewhere);
}

#[test]
fn another_seed_makes_another_season() {
    let [one, other] = [5, 6].map(|seed| {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        lived(fresh.database(), &season(seed));
        content(fresh.database())
    });
    assert_ne!(one, other);
}

#[test]
fn nothing_is_wrong_with_a_season() {
    both_engines(|database| {
        let made = lived(&database, &season(7));
        assert!(made.invoices > 20 && made.payments > 0, "{made:?}");
        assert_eq!((made.check_ins, made.bookings), (180, 90));
        assert_nothing_wrong(&database);
    });
}

#[test]
fn seasons_that_end_on_awkward_days_are_lived_too() {
    for today in ["2026-01-01", "2026-03-29", "2026-08-14", "2028-02-29"] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        lived(
            fresh.database(),
            &Scenario {
                today: day(today),
                ..season(2)
            },
        );
        assert_nothing_wrong(fresh.database());
    }
}

#[test]
fn nothing_has_happened_yet_after_the_moment_at_which_a_demonstration_is_made() {
    for moment in [
        "2026-11-23T02:10:00Z",
        "2026-11-23T07:40:00Z",
        "2026-11-23T08:20:00Z",
    ] {
        let moment = Instant::parse(moment).unwrap();
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let scenario = Scenario {
            not_after: Some(moment),
            ..season(2)
        };
        lived(fresh.database(), &scenario);
        let place = the_place(fresh.database());
        let (arrived, acts) = fresh
            .database()
            .read_blocking(move |tx| {
                let acts = activity::since(tx, place, 0, 1_000_000)?;
                Ok::<_, Fault>((tx.all(&CHECK_INS, &params![place])?, acts))
            })
            .unwrap();
        assert!(
            arrived.iter().all(|one| one.arrived_at <= moment.micros()),
            "{moment}"
        );
        assert!(acts.iter().all(|act| act.at <= moment), "{moment}");
        assert_nothing_wrong(fresh.database());
    }
}

#[test]
fn a_year_has_the_size_of_the_reference_place() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let made = lived(fresh.database(), &Scenario::usual(day("2026-11-23")));
    assert!(near(made.check_ins, 2_500), "{made:?}");
    assert!(near(made.bookings, 1_200), "{made:?}");
    assert!(made.invoices > 500 && made.payments > 500, "{made:?}");
    let place = the_place(fresh.database());
    let sizes = fresh
        .database()
        .read_blocking(move |tx| tx.one(&SIZES, &params![place]))
        .unwrap();
    assert_eq!((sizes.members, sizes.desks), (75, 45));
    assert!(sizes.people > 120);
    assert_nothing_wrong(fresh.database());
}

#[test]
fn invoices_are_printed_and_their_letters_are_shown_as_gone() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let size = Size {
        visits: 30,
        bookings: 12,
        ..SEASON
    };
    let made = make(
        fresh.database(),
        &Scenario { size, ..season(4) },
        Some(&Press::new()),
        &|_| (),
    )
    .unwrap();
    let place = the_place(fresh.database());
    let letters = fresh
        .database()
        .read_blocking(move |tx| platform::mail::list(tx, place, 1_000))
        .unwrap();
    assert!(made.invoices > 0 && !letters.is_empty() && letters.len() <= made.invoices);
    assert!(
        letters
            .iter()
            .all(|letter| letter.sent_at.is_some() && letter.attachment_document_id.is_some())
    );
    assert_nothing_wrong(fresh.database());
}

#[test]
fn a_clock_that_goes_by_itself_makes_no_demonstration() {
    let folder = tempfile::tempdir().unwrap();
    let url = platform::database::DatabaseUrl::file(folder.path().join("tribu.db"));
    let database = Database::open(&url, platform::database::Options::default()).unwrap();
    let Err(Fault::Internal(why)) = make(&database, &season(1), None, &|_| ()) else {
        panic!("a demonstration was made by the clock on the wall");
    };
    assert!(why.contains("a clock that can be moved"), "{why}");
    assert!(database.read_blocking(place::all).unwrap().is_empty());
}

#[test]
fn everybody_listed_signs_in_and_arrives_at_home() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    lived(fresh.database(), &season(3));
    let world = World::unopened(fresh.database());
    for login in logins() {
        let mut visitor = world.visitor();
        let page = visitor.get("/sign-in");
        assert!(
            page.text().contains(login.email) && page.text().contains(login.password),
            "{}",
            login.email
        );
        let form = page
            .html()
            .form("form[action^='/sign-in']")
            .with("email", login.email)
            .with("password", login.password);
        let reply = visitor.post(&form);
        assert_eq!(reply.status, 303, "{}: {reply}", login.email);
        let home = visitor.get(&reply.location);
        assert!(
            home.status.is_success() || home.status.is_redirection(),
            "{}: {}",
            login.email,
            home.status
        );
    }
}
