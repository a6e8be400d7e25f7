#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn days(first: &str, last: &str) -> Days {
    Days::new(
        Day::parse(first).expect("a day"),
        Day::parse(last).expect("a day"),
    )
    .expect("in order")
}

fn change(first: &str, last: &str, due: i64, cause: Cause) -> Change {
    Change {
        days: days(first, last),
        due: Rate::from_basis_points(due),
        cause,
    }
}

#[test]
fn a_pause_and_a_reduction_multiply_and_of_two_reductions_the_better_counts() {
    let changes = [
        change("2026-06-11", "2026-06-20", 2_500, Cause::Pause),
        change(
            "2026-06-15",
            "2026-12-31",
            7_000,
            Cause::Reduction("Solidaire".to_owned()),
        ),
        change(
            "2026-06-19",
            "2026-06-30",
            5_000,
            Cause::Reduction("Ville".to_owned()),
        ),
    ];
    let june = days("2026-06-01", "2026-06-30");
    assert_eq!(
        stretches(&changes, june),
        [
            (10, WHOLE),
            (4, 25_000_000),
            (4, 17_500_000),
            (2, 12_500_000),
            (10, 50_000_000)
        ]
    );
    let sum: i64 = stretches(&changes, june)
        .iter()
        .map(|(count, weight)| count * weight)
        .sum();
    assert_eq!(weight_of(&changes, june), sum);
    assert_eq!(names(&changes, june), ["Solidaire", "Ville"]);
    assert!(names(&changes, days("2026-01-01", "2026-01-31")).is_empty());
}

#[test]
fn without_a_change_every_day_is_due_whole() {
    assert_eq!(weight_of(&[], days("2026-06-01", "2026-06-30")), 30 * WHOLE);
}
