//! Half-open intervals.

use kernel::{EmptyPeriod, Instant, Period};
use proptest::prelude::*;

fn at(minutes: i64) -> Instant {
    Instant::EPOCH.plus_minutes(minutes)
}

fn period(start: i64, end: i64) -> Period {
    Period::new(at(start), at(end)).unwrap()
}

#[test]
fn an_empty_or_negative_interval_is_refused() {
    assert_eq!(Period::new(at(5), at(5)), Err(EmptyPeriod::Empty));
    assert_eq!(Period::new(at(6), at(5)), Err(EmptyPeriod::Empty));
    assert!(serde_json::from_str::<Period>(r#"{"start":5,"end":5}"#).is_err());
    assert!(serde_json::from_str::<Period>(r#"{"start":5,"end":6}"#).is_ok());
}

#[test]
fn back_to_back_periods_do_not_overlap() {
    let cases = [
        ((0, 60), (60, 120), false),
        ((0, 60), (59, 120), true),
        ((0, 60), (0, 60), true),
        ((0, 60), (10, 20), true),
        ((0, 60), (61, 62), false),
    ];
    for ((a, b), (c, d), expected) in cases {
        assert_eq!(
            period(a, b).overlaps(period(c, d)),
            expected,
            "{a}-{b} and {c}-{d}"
        );
        assert_eq!(
            period(c, d).overlaps(period(a, b)),
            expected,
            "{c}-{d} and {a}-{b}"
        );
    }
}

#[test]
fn the_start_is_inside_and_the_end_is_outside() {
    let hour = period(0, 60);
    assert!(hour.contains(at(0)) && hour.contains(at(59)));
    assert!(!hour.contains(at(60)) && !hour.contains(at(-1)));
    assert!(hour.contains_period(hour) && hour.contains_period(period(10, 60)));
    assert!(!hour.contains_period(period(10, 61)));
    assert_eq!(hour.minutes(), 60);
}

#[test]
fn buffers_widen_and_never_narrow() {
    assert_eq!(period(60, 120).widen(15, 30), period(45, 150));
    assert_eq!(period(60, 120).widen(-90, -90), period(60, 120));
}

#[test]
fn what_two_periods_share_and_what_is_left() {
    assert_eq!(period(0, 60).intersection(period(30, 90)), Some(period(30, 60)));
    assert_eq!(period(0, 60).intersection(period(60, 90)), None);
    assert_eq!(
        period(0, 60).minus(period(20, 30)),
        [period(0, 20), period(30, 60)]
    );
    assert_eq!(period(0, 60).minus(period(0, 30)), [period(30, 60)]);
    assert_eq!(period(0, 60).minus(period(60, 90)), [period(0, 60)]);
    assert_eq!(period(0, 60).minus(period(-5, 90)), []);
}

#[test]
fn a_union_joins_what_overlaps_or_touches() {
    let union = Period::merge(vec![
        period(100, 110),
        period(0, 60),
        period(60, 90),
        period(10, 20),
        period(105, 120),
    ]);
    assert_eq!(union, [period(0, 90), period(100, 120)]);
    assert_eq!(Period::merge(vec![]), []);
}

#[test]
fn a_period_is_read_back_from_its_text() {
    let text = "2026-06-14T07:00:00Z/2026-06-14T09:00:00Z";
    let morning = Period::parse(text).unwrap();
    assert_eq!(morning.minutes(), 120);
    assert_eq!(morning.to_string(), text);
    assert_eq!(Period::parse("2026-06-14T07:00:00Z"), Err(EmptyPeriod::Empty));
}

prop_compose! {
    fn any_period()(start in 0_i64..200, length in 1_i64..50) -> Period {
        period(start, start + length)
    }
}

proptest! {
    #[test]
    fn a_union_holds_exactly_the_moments_of_its_parts(
        periods in prop::collection::vec(any_period(), 0..12),
        minute in 0_i64..260,
    ) {
        let union = Period::merge(periods.clone());
        let in_parts = periods.iter().any(|part| part.contains(at(minute)));
        prop_assert_eq!(union.iter().any(|part| part.contains(at(minute))), in_parts);
        for (one, next) in union.iter().zip(union.iter().skip(1)) {
            prop_assert!(one.end() < next.start());
        }
    }

    #[test]
    fn overlapping_is_having_something_in_common(one in any_period(), other in any_period()) {
        prop_assert_eq!(one.overlaps(other), one.intersection(other).is_some());
        let left: i64 = one.minus(other).iter().map(|piece| piece.minutes()).sum();
        let shared = one.intersection(other).map_or(0, Period::minutes);
        prop_assert_eq!(left + shared, one.minutes());
    }
}
