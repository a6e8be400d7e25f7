use super::{Year, easter};
use kernel::{Day, Zone};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn year(today: &str) -> Year {
    Year::ending(day(today), Zone::parse("Europe/Paris").unwrap(), 12)
}

#[test]
fn easter_falls_where_the_almanac_says() {
    for (year, sunday) in [
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2019, "2019-04-21"),
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
        (2026, "2026-04-05"),
        (2038, "2038-04-25"),
    ] {
        assert_eq!(easter(year), day(sunday));
    }
}

#[test]
fn a_year_begins_with_a_month_and_ends_today() {
    let year = year("2026-11-23");
    assert_eq!(
        (year.first(), year.today()),
        (day("2025-11-01"), day("2026-11-23"))
    );
    assert_eq!(year.end().to_string(), "2026-11-23T09:00:00Z");
}

#[test]
fn the_last_whole_month_waits_to_be_billed() {
    let months: Vec<String> = year("2026-11-23")
        .closed_months()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        (
            months.len(),
            months.first().unwrap().as_str(),
            months.last().unwrap().as_str()
        ),
        (11, "2025-11", "2026-09")
    );
}

#[test]
fn every_year_holds_a_change_of_prices_whatever_the_day() {
    for today in [
        "2026-01-01",
        "2026-01-31",
        "2026-06-15",
        "2026-12-31",
        "2028-02-29",
    ] {
        assert!(year(today).new_prices().is_some(), "{today}");
    }
}

#[test]
fn nobody_comes_on_holidays_on_sundays_and_in_the_week_of_august() {
    let year = year("2026-11-23");
    for closed in [
        "2025-11-11",
        "2025-12-25",
        "2025-12-29",
        "2026-01-01",
        "2026-04-06",
        "2026-05-14",
        "2026-05-25",
        "2026-08-12",
        "2026-11-22",
    ] {
        assert!(
            !year.is_open(day(closed)) && year.weight(day(closed)) == 0,
            "{closed}"
        );
    }
    for open in ["2025-11-12", "2026-08-07", "2026-08-17", "2026-11-23"] {
        assert!(year.is_open(day(open)) && year.weight(day(open)) > 0, "{open}");
    }
    assert_eq!(year.open_from(day("2026-05-01")), day("2026-05-04"));
    assert_eq!(year.open_until(day("2026-05-03")), day("2026-04-30"));
}

#[test]
fn the_closures_of_the_year_are_in_order_and_none_is_past() {
    let year = year("2026-11-23");
    let closures = year.closures();
    assert!(
        closures
            .windows(2)
            .all(|pair| pair[0].1.first() <= pair[1].1.first())
    );
    assert!(closures.iter().all(|(_, days)| days.last() >= year.first()));
    // Four at the end of 2025, all of 2026, and the first of January 2027.
    assert_eq!(closures.len(), 4 + 13 + 1);
}
