use super::{Chance, shared};

#[test]
fn a_seed_draws_the_same_lots_again() {
    let draw = |seed| {
        let mut chance = Chance::new(seed, "visits");
        (0..50).map(|_| chance.below(1_000)).collect::<Vec<_>>()
    };
    assert_eq!(draw(7), draw(7));
    assert_ne!(draw(7), draw(8));
}

#[test]
fn streams_of_one_seed_differ_by_their_name() {
    let first = |name| Chance::new(7, name).below(i64::MAX);
    assert_ne!(first("visits"), first("bookings"));
}

#[test]
fn lots_stay_within_their_bounds_and_reach_both_ends() {
    let mut chance = Chance::new(1, "bounds");
    let drawn: Vec<i64> = (0..2_000).map(|_| chance.between(3, 6)).collect();
    assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&3), Some(&6)));
    assert_eq!(chance.below(0), 0);
    assert_eq!(chance.one::<i64>(&[]), None);
}

#[test]
fn a_weight_of_nothing_is_never_drawn() {
    let mut chance = Chance::new(1, "weights");
    assert!((0..500).all(|_| chance.weighted(&[0, 5, 0, 1]) % 2 == 1));
}

#[test]
fn shares_add_up_to_the_whole_and_follow_their_weights() {
    let shares = shared(2_500, &[0, 1, 2, 3, 0, 4]);
    assert_eq!(shares.iter().sum::<i64>(), 2_500);
    assert_eq!(shares, [0, 250, 500, 750, 0, 1_000]);
    assert_eq!(shared(7, &[1, 1]).iter().sum::<i64>(), 7);
}
