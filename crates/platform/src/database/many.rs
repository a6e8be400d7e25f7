//! Statements over many identifiers: one text for any number of them, on both engines.

use kernel::{Id, PlaceId};

use super::value::{ToValue, Value};

/// How many identifiers one statement takes.
const AT_ONCE: usize = 64;

/// The parameters of a statement over many identifiers, for as many runs of it as they take: the place is `$1`, sixty-four
/// identifiers are `$2` to `$65`, the last one repeated when there are fewer. Each identifier is asked for once; none, no run.
/// What else the statement needs is pushed behind, from `$66`.
#[must_use]
pub fn batches<T>(place: PlaceId, ids: &[Id<T>]) -> Vec<Vec<Value>> {
    let mut numbers: Vec<i64> = ids.iter().map(|id| id.as_i64()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let filled = |some: &[i64]| {
        let repeated = some.iter().chain(some.last().into_iter().cycle()).take(AT_ONCE);
        std::iter::once(place.to_value())
            .chain(repeated.map(|number| Value::Int(*number)))
            .collect()
    };
    numbers.chunks(AT_ONCE).map(filled).collect()
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, batches};
    use crate::database::Value;
    use kernel::{Id, PersonId, PlaceId};

    fn ids(numbers: impl IntoIterator<Item = i64>) -> Vec<PersonId> {
        numbers.into_iter().map(Id::from_i64).collect()
    }

    #[test]
    fn every_run_is_full_and_every_identifier_is_asked_for_once() {
        let place = PlaceId::from_i64(1);
        assert!(batches(place, &ids([])).is_empty());
        for (count, runs) in [(1, 1), (63, 1), (64, 1), (65, 2), (150, 3)] {
            let twice: Vec<PersonId> = ids((0..count).chain(0..count));
            let all = batches(place, &twice);
            assert_eq!(all.len(), runs, "{count}");
            assert!(all.iter().all(|run| run.len() == AT_ONCE + 1));
            assert!(all.iter().all(|run| run.first() == Some(&Value::Int(1))));
            let mut asked: Vec<Value> = all.iter().flat_map(|run| run.iter().skip(1)).cloned().collect();
            asked.dedup();
            assert_eq!(asked, (0..count).map(Value::Int).collect::<Vec<_>>(), "{count}");
        }
    }
}
