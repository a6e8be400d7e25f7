//! Does one more booking fit?

use kernel::{Instant, Period};
use proptest::prelude::*;
use spaces::rules::availability::{Buffers, Claim, Occupation, first_conflict, free_units, peak};

const DAY: i64 = 24 * 60;

/// From minute to minute of a day.
fn hours(from: i64, until: i64) -> Period {
    Period::new(
        Instant::EPOCH.plus_minutes(from),
        Instant::EPOCH.plus_minutes(until),
    )
    .unwrap()
}

fn plain(from: i64, until: i64) -> Occupation {
    Buffers::NONE.around(hours(from, until))
}

#[test]
fn with_two_units_the_most_at_one_instant_decides() {
    let taken = [plain(9 * 60, 11 * 60), plain(10 * 60, 12 * 60)];
    assert_eq!(first_conflict(2, &taken, plain(11 * 60, 12 * 60)), None);
    let refused = first_conflict(2, &taken, plain(10 * 60, 11 * 60));
    assert_eq!(refused, Some(Instant::EPOCH.plus_minutes(10 * 60)));
    assert_eq!(first_conflict(2, &taken, plain(9 * 60, 12 * 60)), refused);
}

#[test]
fn bookings_that_follow_each_other_take_one_unit_not_three() {
    let taken = [plain(540, 600), plain(600, 630), plain(630, 660)];
    assert_eq!(first_conflict(2, &taken, plain(540, 660)), None);
    assert_eq!(free_units(2, &taken, plain(540, 660)), 1);
}

#[test]
fn back_to_back_is_no_conflict() {
    let taken = [plain(540, 600)];
    assert_eq!(first_conflict(1, &taken, plain(600, 660)), None);
    assert_eq!(first_conflict(1, &taken, plain(480, 540)), None);
    assert!(first_conflict(1, &taken, plain(599, 660)).is_some());
    assert!(first_conflict(1, &taken, plain(480, 541)).is_some());
}

#[test]
fn neighbours_share_their_buffers_but_not_their_hours() {
    let buffers = Buffers {
        before: 15,
        after: 30,
    };
    let taken = [buffers.around(hours(540, 600))];
    // Half an hour to clean, in which the next one is set up too.
    assert_eq!(first_conflict(1, &taken, buffers.around(hours(630, 660))), None);
    assert!(first_conflict(1, &taken, buffers.around(hours(629, 660))).is_some());
    // Before: ours must be cleaned while theirs is set up.
    assert_eq!(first_conflict(1, &taken, buffers.around(hours(480, 510))), None);
    assert!(first_conflict(1, &taken, buffers.around(hours(480, 511))).is_some());
}

#[test]
fn a_short_booking_between_two_others_fits_where_another_unit_can_take_both() {
    let buffers = Buffers { before: 0, after: 30 };
    let taken = [buffers.around(hours(540, 580)), buffers.around(hours(630, 660))];
    assert_eq!(first_conflict(2, &taken, buffers.around(hours(600, 615))), None);
    assert!(first_conflict(1, &taken, buffers.around(hours(600, 615))).is_some());
}

#[test]
fn no_units_take_nothing_and_many_take_all() {
    assert!(first_conflict(0, &[], plain(0, 60)).is_some());
    let taken = vec![plain(0, DAY); 99];
    assert_eq!(first_conflict(100, &taken, plain(0, DAY)), None);
    assert!(first_conflict(99, &taken, plain(0, DAY)).is_some());
    assert_eq!(first_conflict(1_000_000_000, &taken, plain(0, DAY)), None);
}

/// How many of these cover each minute, looked at minute by minute.
fn grid(periods: impl Iterator<Item = Period>) -> Vec<i64> {
    let mut minutes = vec![0; usize::try_from(3 * DAY).unwrap()];
    for period in periods {
        for minute in (period.start().seconds() / 60)..(period.end().seconds() / 60) {
            minutes[usize::try_from(minute + DAY).unwrap()] += 1;
        }
    }
    minutes
}

fn fits_by_minutes(units: i64, taken: &[Occupation], wanted: Occupation) -> bool {
    let all = || taken.iter().copied().chain([wanted]);
    let after = |one: Occupation| Period::new(one.hours().start(), one.whole().end()).unwrap();
    let before = |one: Occupation| Period::new(one.whole().start(), one.hours().end()).unwrap();
    let within = |shape: &dyn Fn(Occupation) -> Period| {
        let (with, own) = (grid(all().map(shape)), grid(std::iter::once(shape(wanted))));
        with.iter()
            .zip(&own)
            .all(|(count, mine)| *mine == 0 || *count <= units)
    };
    within(&after) && within(&before)
}

/// Hands each booking, in order of time, to the first unit that has been free long enough.
fn units_needed(buffers: Buffers, taken: &[Occupation]) -> usize {
    let mut sorted: Vec<Period> = taken.iter().map(|one| one.hours()).collect();
    sorted.sort_unstable();
    let gap = buffers.before.max(buffers.after);
    let mut units: Vec<Instant> = Vec::new();
    for hours in sorted {
        match units
            .iter_mut()
            .find(|free| free.plus_minutes(gap) <= hours.start())
        {
            Some(free) => *free = hours.end(),
            None => units.push(hours.end()),
        }
    }
    units.len()
}

fn periods(most: usize) -> impl Strategy<Value = Vec<Period>> {
    let one = (0..DAY / 5 - 1, 1_i64..40).prop_map(|(from, length)| hours(from * 5, (from + length) * 5));
    prop::collection::vec(one, 0..most)
}

proptest! {
    #[test]
    fn the_answer_is_that_of_a_grid_of_minutes(
        units in 1..4_i64, taken in periods(12), wanted in periods(2), before in 0..30_i64, after in 0..30_i64,
    ) {
        let buffers = Buffers { before, after };
        let taken: Vec<Occupation> = taken.into_iter().map(|one| buffers.around(one)).collect();
        for wanted in wanted {
            let wanted = buffers.around(wanted);
            let expected = fits_by_minutes(units, &taken, wanted);
            prop_assert_eq!(first_conflict(units, &taken, wanted).is_none(), expected);
            prop_assert_eq!(free_units(units, &taken, wanted) > 0, expected);
        }
    }

    #[test]
    fn on_one_unit_the_gap_is_the_longer_buffer(
        one in periods(2), other in periods(2), before in 0..30_i64, after in 0..30_i64,
    ) {
        let buffers = Buffers { before, after };
        for (one, other) in one.into_iter().zip(other) {
            let gap = before.max(after);
            let apart = one.end().plus_minutes(gap) <= other.start() || other.end().plus_minutes(gap) <= one.start();
            let fits = first_conflict(1, &[buffers.around(one)], buffers.around(other)).is_none();
            prop_assert_eq!(fits, apart);
            prop_assert_eq!(buffers.around(one).meets(buffers.around(other)), !apart);
        }
    }

    #[test]
    fn whatever_was_let_in_can_be_seated_on_the_units(
        units in 1..4_i64, wanted in periods(30), before in 0..30_i64, after in 0..30_i64,
    ) {
        let buffers = Buffers { before, after };
        let mut taken: Vec<Occupation> = Vec::new();
        for one in wanted {
            let one = buffers.around(one);
            if first_conflict(units, &taken, one).is_none() {
                taken.push(one);
            }
        }
        prop_assert!(units_needed(buffers, &taken) <= usize::try_from(units).unwrap());
        let claims: Vec<Claim> =
            taken.iter().map(|one| Claim { occupation: *one, overridden: false }).collect();
        prop_assert!(peak(&claims).is_none_or(|(count, _)| count <= units));
    }

    #[test]
    fn the_peak_is_the_highest_of_the_grid(taken in periods(15)) {
        let claims: Vec<Claim> = taken
            .iter()
            .map(|one| Claim { occupation: Buffers { before: 20, after: 20 }.around(*one), overridden: true })
            .collect();
        let highest = grid(taken.iter().copied()).into_iter().max().unwrap_or(0);
        prop_assert_eq!(peak(&claims).map_or(0, |(count, _)| count), highest);
    }
}
