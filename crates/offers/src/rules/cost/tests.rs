#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn costs(day: i64, half_day: i64) -> UnitCosts {
    UnitCosts::new(day, half_day).expect("in order")
}

#[test]
fn a_day_costs_the_cheapest_combination_of_the_numbers_of_its_pass() {
    // (day, half-day) → (a half-day, two half-days, a day)
    let table = [
        ((3, 2), (2, 3, 3)),
        ((5, 2), (2, 4, 4)),
        ((4, 2), (2, 4, 4)),
        ((1, 1), (1, 1, 1)),
        ((10, 7), (7, 10, 10)),
        ((1000, 1), (1, 2, 2)),
    ];
    for ((day, half_day), (half, two_halves, whole)) in table {
        let costs = costs(day, half_day);
        assert_eq!(costs.of(DayUse::Nothing), 0);
        assert_eq!(costs.of(DayUse::HalfDay), half, "a half-day of {day}/{half_day}");
        assert_eq!(
            costs.of(DayUse::TwoHalfDays),
            two_halves,
            "two halves of {day}/{half_day}"
        );
        assert_eq!(costs.of(DayUse::Day), whole, "a day of {day}/{half_day}");
    }
}

#[test]
fn thirty_units_are_ten_days_or_fifteen_half_days() {
    let reference = costs(3, 2);
    assert_eq!((reference.days_in(30), reference.half_days_in(30)), (10, 15));
    assert_eq!((reference.days_in(2), reference.half_days_in(2)), (0, 1));
    assert_eq!((reference.days_in(0), reference.half_days_in(0)), (0, 0));
}

#[test]
fn costs_out_of_order_are_refused() {
    assert_eq!(UnitCosts::new(3, 0), Err(UnitCostsRefused::HalfDayFree));
    assert_eq!(UnitCosts::new(3, -1), Err(UnitCostsRefused::HalfDayFree));
    assert_eq!(UnitCosts::new(2, 3), Err(UnitCostsRefused::HalfDayDearer));
    assert_eq!(
        UnitCosts::new(i64::MAX, 1),
        Err(UnitCostsRefused::DayTooDear { maximum: 1000 })
    );
    assert!(UnitCosts::new(1000, 1000).is_ok());
}

#[test]
fn a_day_spent_in_two_places_comes_to_what_both_make_of_it() {
    // (here, elsewhere, what the day comes to)
    let table = [
        (DayUse::Nothing, DayUse::Nothing, DayUse::Nothing),
        (DayUse::Nothing, DayUse::HalfDay, DayUse::HalfDay),
        (DayUse::HalfDay, DayUse::HalfDay, DayUse::TwoHalfDays),
        (DayUse::HalfDay, DayUse::Day, DayUse::Day),
        (DayUse::TwoHalfDays, DayUse::HalfDay, DayUse::Day),
        (DayUse::Day, DayUse::Day, DayUse::Day),
    ];
    for (here, elsewhere, whole) in table {
        assert_eq!(here.with(elsewhere), whole, "{here} and {elsewhere}");
        assert_eq!(elsewhere.with(here), whole, "{elsewhere} and {here}");
    }
}

#[test]
fn the_table_of_the_rules_holds() {
    let guide = include_str!("../../../../../docs/rules.md");
    let head = "| a day costs | a half-day | on one calendar day | units |";
    let (_, rows) = guide.split_once(head).expect("the table is there");
    let mut seen = 0;
    for line in rows.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [day, half_day, used, units] = cells.as_slice() else {
            panic!("{line}");
        };
        let number = |text: &str| text.parse().expect("a number");
        let used = match *used {
            "a half-day" | "a morning, an afternoon taken back" => DayUse::HalfDay,
            "a morning, then an afternoon" => DayUse::TwoHalfDays,
            "a day" => DayUse::Day,
            other => panic!("{other}"),
        };
        assert_eq!(
            costs(number(day), number(half_day)).of(used),
            number(units),
            "{line}"
        );
        seen += 1;
    }
    assert!(seen > 5, "{seen}");
}
