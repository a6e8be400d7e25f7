//! Find a room: which suits, when, and what comes nearest.

use crate::house::{House, room};
use harness::both_engines;
use kernel::{Instant, MinuteOfDay, Name, Period, Zone};
use platform::Failure;
use spaces::rules::finding::{Candidate, Lack, Rank, Wish};
use spaces::{BookingWindow, Buffers, Occupation, ResourceFacts, ResourceKind};

fn zone() -> Zone {
    Zone::parse("Europe/Paris").unwrap()
}

/// Hours of 16 June 2026 on the clock: `09:00-10:30`.
fn hours(text: &str) -> Period {
    let day = kernel::Day::new(2026, 6, 16).unwrap();
    let at = |text| zone().instant(day, MinuteOfDay::parse(text).unwrap());
    let (from, until) = text.split_once('-').unwrap();
    Period::new(at(from), at(until)).unwrap()
}

fn told(period: Period) -> String {
    format!(
        "{}-{}",
        zone().minute_of(period.start()),
        zone().minute_of(period.end())
    )
}

/// Units, own setting up, own cleaning; what is taken, with 30 minutes of cleaning; what bound spaces take; inside; minutes; found.
const EARLIEST: &str = "
    1  0  0 |                         |             | 08:00-13:00 | 120 | 08:00-10:00
    1  0  0 |                         |             | 06:00-07:00 |  30 |
    1  0  0 |                         |             | 17:00-23:00 | 180 | 17:00-20:00
    1  0  0 |                         |             | 17:15-23:00 | 180 |
    1  0  0 | 08:00-09:00             |             | 08:00-13:00 |  60 | 09:30-10:30
    1  0  0 | 09:00-12:00             |             | 08:00-13:00 |  60 | 08:00-09:00
    1  0 30 | 09:00-12:00             |             | 08:00-13:00 |  60 |
    1 60  0 | 08:00-09:00             |             | 08:00-13:00 |  60 | 10:00-11:00
    1  0  0 |                         | 08:00-12:00 | 08:00-13:00 |  60 |
    9  0  0 |                         | 08:00-12:00 | 08:00-14:00 |  60 | 12:30-13:30
    2  0  0 | 08:00-10:00             |             | 08:00-13:00 |  60 | 08:00-09:00
    2  0  0 | 08:00-10:00 08:00-11:00 |             | 08:00-13:00 |  60 | 10:30-11:30
    1  0  0 |                         |             | 08:05-13:00 |  60 | 08:15-09:15";

#[test]
fn the_first_free_hours_of_that_length_are_those_of_the_table() {
    let now = hours("07:00-07:01").start();
    let cleaned = Buffers { before: 0, after: 30 };
    for line in EARLIEST.lines().skip(1) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let numbers: Vec<i64> = cells[0]
            .split_whitespace()
            .map(|text| text.parse().unwrap())
            .collect();
        let taken = |cell: &str| -> Vec<Occupation> {
            cell.split_whitespace()
                .map(|text| cleaned.around(hours(text)))
                .collect()
        };
        let (own, bound) = (taken(cells[1]), taken(cells[2]));
        let candidate = Candidate {
            units: numbers[0],
            buffers: Buffers {
                before: numbers[1],
                after: numbers[2],
            },
            open: vec![hours("08:00-20:00")],
            window: BookingWindow::UNSET,
            own: &own,
            bound: &bound,
        };
        let found = candidate.earliest(hours(cells[3]), cells[4].parse().unwrap(), now, &zone());
        assert_eq!(found.map(told).unwrap_or_default(), cells[5], "{line}");
    }
}

#[test]
fn notice_and_the_passing_of_the_day_move_the_first_hours() {
    let candidate = |window| Candidate {
        units: 1,
        buffers: Buffers::NONE,
        open: vec![hours("08:00-20:00")],
        window,
        own: &[],
        bound: &[],
    };
    let now = Instant::from_seconds(hours("09:07-09:08").start().seconds() + 1);
    let found = |window, within| {
        candidate(window)
            .earliest(hours(within), 60, now, &zone())
            .map(told)
    };
    assert_eq!(
        found(BookingWindow::UNSET, "08:00-13:00").as_deref(),
        Some("09:15-10:15")
    );
    let noticed = BookingWindow {
        minimum_notice: 120,
        ..BookingWindow::UNSET
    };
    assert_eq!(found(noticed, "08:00-13:00").as_deref(), Some("11:15-12:15"));
    let long = BookingWindow {
        minimum_minutes: 90,
        ..BookingWindow::UNSET
    };
    assert_eq!(found(long, "08:00-13:00"), None);
}

#[test]
fn a_space_lacks_seats_kind_or_things() {
    let mut facts = ResourceFacts::named(ResourceKind::Room, Name::parse("Salon").unwrap(), 8);
    facts.equipment = "Écran et caméra\nTableau blanc".to_owned();
    let wish = |people, kind, things: &[&str]| Wish {
        people,
        kind,
        things: things.iter().map(|thing| (*thing).to_owned()).collect(),
        minutes: 60,
    };
    let cases = [
        (wish(8, None, &[]), Lack::Nothing),
        (wish(9, None, &[]), Lack::Itself),
        (wish(2, Some(ResourceKind::Hall), &[]), Lack::Itself),
        (
            wish(2, Some(ResourceKind::Room), &["ecran", "TABLEAU"]),
            Lack::Nothing,
        ),
        (wish(2, None, &["camera écran"]), Lack::Nothing),
        (wish(2, None, &["écran", "sonorisation"]), Lack::Things),
    ];
    for (wish, expected) in cases {
        assert_eq!(wish.lacks(&facts), expected, "{wish:?}");
    }
    facts.kind = ResourceKind::DeskPool;
    assert_eq!(
        wish(2, None, &[]).lacks(&facts),
        Lack::Itself,
        "desks are found by asking for them"
    );
    assert_eq!(
        wish(2, Some(ResourceKind::DeskPool), &[]).lacks(&facts),
        Lack::Nothing
    );
}

#[test]
fn the_smallest_that_suffices_comes_first_then_the_cheapest_then_the_soonest() {
    let rank = |capacity, cents, from: &str, position| Rank {
        capacity,
        price: kernel::Money::from_cents(cents),
        starts: hours(from).start(),
        position,
    };
    let mut ranks = [
        rank(20, 0, "08:00-09:00", 0),
        rank(8, 3_000, "08:00-09:00", 0),
        rank(8, 2_000, "10:00-11:00", 0),
        rank(8, 2_000, "09:00-10:00", 5),
        rank(8, 2_000, "09:00-10:00", 1),
    ];
    ranks.sort();
    let order: Vec<(i64, i64, i64)> = ranks
        .iter()
        .map(|rank| (rank.capacity, rank.price.cents(), rank.position))
        .collect();
    assert_eq!(
        order,
        [
            (8, 2_000, 1),
            (8, 2_000, 5),
            (8, 2_000, 0),
            (8, 3_000, 0),
            (20, 0, 0)
        ]
    );
}

/// A house with a library for twelve that has a screen.
fn with_a_library(house: &House) {
    let product = house.product;
    house
        .write(&house.system(), move |tx, actor| {
            let facts = ResourceFacts {
                capacity: 12,
                equipment: "Écran".to_owned(),
                ..room("Bibliothèque", product)
            };
            spaces::create_resource(tx, actor, facts, None)
                .map(drop)
                .map_err(Failure::unexpected)
        })
        .unwrap();
}

#[test]
fn the_best_fit_is_booked_with_one_more_touch() {
    both_engines(|db| {
        let house = House::new(db);
        with_a_library(&house);
        let ada = house.member("Ada Un");
        house.booked(&ada, house.salon, "16 13:00", "16 18:00");
        let mut visitor = house.visitor(&ada);
        let page = visitor.page("/calendar/find?people=6&day=2026-06-16&part=afternoon&length=120");
        let found = page.all("#found .line-what");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].starts_with("Studio") && found[0].contains("30,00"),
            "{found:?}"
        );
        assert!(found[1].starts_with("Bibliothèque"), "{found:?}");
        let with_screen =
            visitor.page("/calendar/find?people=6&day=2026-06-16&part=afternoon&length=120&things=ecran");
        assert_eq!(with_screen.count("#found .line-what"), 1);
        visitor.submit(&page.form("#found .line form").bent("step", "confirm"));
        let charged = house.cents(&ada);
        assert_eq!(
            charged,
            [7_500 - 1_500 + 500, 3_000],
            "the salon's half-day and an hour, then two hours"
        );
    });
}

#[test]
fn when_nothing_fits_other_hours_other_days_and_rooms_without_the_things_are_offered() {
    both_engines(|db| {
        let house = House::new(db);
        with_a_library(&house);
        let ada = house.member("Ada Un");
        for space in [house.salon, house.studio] {
            house.booked(&ada, space, "16 08:00", "16 18:00");
        }
        let mut visitor = house.visitor(&ada);
        let address =
            "/calendar/find?people=6&day=2026-06-16&part=hours&start=09:00&end=11:00&length=60&things=";
        let sound = visitor.page(&format!("{address}sonorisation"));
        assert!(
            sound.says("Bibliothèque") && sound.says("Équipement incomplet"),
            "{}",
            sound.text("main")
        );
        assert!(!sound.says("À une autre heure"), "{}", sound.text("main"));
        let afternoon =
            visitor.page(&format!("{address}sonorisation").replace("part=hours", "part=afternoon"));
        assert_eq!(
            afternoon.all("#found li"),
            sound.all("#found li"),
            "hours that are said count more than a part of the day"
        );
        house.set_clock("15 09:00");
        let busy =
            "/calendar/find?people=6&day=2026-06-16&part=hours&start=09:00&end=11:00&length=60&kind=hall";
        assert!(visitor.page(busy).says("Rien ne convient"), "there is no hall");
        let library = visitor.page(&format!("{address}ecran"));
        let form = library.form("#found .line form").bent("step", "confirm");
        visitor.submit(&form);
        let again = visitor.page(&format!("{address}ecran"));
        assert!(
            again.says("À une autre heure ce jour-là") && again.says("Les jours suivants"),
            "{}",
            again.text("main")
        );
        // The hours are gone for whoever still has the page.
        assert_eq!(visitor.post_anew(&form).status, 422);
    });
}

#[test]
fn the_hours_of_a_linked_space_are_not_offered_and_strange_questions_are_told() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = crate::links::with_a_floor(&house);
        let ada = house.member("Ada Un");
        house.booked(&ada, floor, "16 08:00", "16 20:00");
        let mut visitor = house.visitor(&ada);
        let page = visitor.page("/calendar/find?people=2&day=2026-06-16&part=day&length=60");
        assert!(
            page.says("Rien ne convient") && page.says("Les jours suivants"),
            "{}",
            page.text("main")
        );
        for wrong in [
            "people=0",
            "people=x",
            "people=2&day=demain",
            "people=2&part=night",
            "people=2&part=hours&start=11:00&end=10:00",
        ] {
            assert_eq!(
                visitor.get(&format!("/calendar/find?{wrong}")).status,
                422,
                "{wrong}"
            );
        }
        visitor.page("/calendar/find");
        visitor.page("/calendar/find?people=2&day=9999-12-31");
    });
}
