#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn a_notice_lasts_its_months_and_may_run_to_the_end_of_the_period() {
    let table = [
        (0, false, None, "2026-06-15", "2026-06-15"),
        (0, true, None, "2026-06-15", "2026-06-30"),
        (1, false, None, "2026-06-15", "2026-07-14"),
        (1, true, None, "2026-06-15", "2026-07-31"),
        (1, true, None, "2026-06-01", "2026-06-30"),
        (1, false, None, "2026-01-31", "2026-02-27"),
        (1, true, Some("2026-01-20"), "2026-06-15", "2026-07-19"),
        (0, true, Some("2026-01-20"), "2026-06-25", "2026-07-19"),
    ];
    for (months, to_the_end, anchor, given, last) in table {
        let notice = PlanNotice { months, to_the_end };
        assert_eq!(
            notice.last_day(day(given), anchor.map(day)),
            day(last),
            "{months} {to_the_end} {anchor:?} {given}"
        );
    }
}

#[test]
fn a_commitment_ends_on_the_eve_of_its_anniversary() {
    let conditions = PlanConditions {
        commitment_months: 12,
        ..PlanConditions::default()
    };
    assert_eq!(
        conditions.committed_until(day("2026-06-15")),
        Some(day("2027-06-14"))
    );
    assert_eq!(PlanConditions::default().committed_until(day("2026-06-15")), None);
}

#[test]
fn hours_are_read_as_people_write_them() {
    let table = [
        ("2", Some(120)),
        ("1,5", Some(90)),
        ("1.25", Some(75)),
        ("1:30", Some(90)),
        ("4 h", Some(240)),
        ("0", Some(0)),
        ("1000", Some(60_000)),
        ("1000:01", None),
        ("-1", None),
        ("1:75", None),
        ("deux", None),
        ("", None),
    ];
    for (text, expected) in table {
        assert_eq!(hours(text).ok(), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_asked_for_is_refused() {
    let fee = |name: &str, cents: i64| PlanConditions {
        setup: Some((name.to_owned(), Money::from_cents(cents))),
        ..PlanConditions::default()
    };
    assert_eq!(fee("Frais d’entrée", 5_000).check(), Ok(()));
    assert_eq!(fee("", 5_000).check(), Err(ConditionsRefused::Setup));
    assert_eq!(fee("Frais", -1).check(), Err(ConditionsRefused::Setup));
    assert_eq!(whole("61", 60), Err(ConditionsRefused::Number { maximum: 60 }));
    assert_eq!(percent("100,01"), Err(ConditionsRefused::Percent));
    let long = PlanConditions {
        keys: "x".repeat(121),
        ..PlanConditions::default()
    };
    assert_eq!(long.check(), Err(ConditionsRefused::Label { maximum: 120 }));
}
