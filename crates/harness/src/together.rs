//! Many at once, for tests of what must not race.

use std::sync::Barrier;

/// Runs `work` in so many threads that start together, each with its number from 0, and gathers what they answer.
///
/// # Panics
/// When one of them does.
pub fn together<T: Send>(threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let gate = Barrier::new(threads);
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads)
            .map(|number| {
                let (gate, work) = (&gate, &work);
                scope.spawn(move || {
                    gate.wait();
                    work(number)
                })
            })
            .collect();
        started
            .into_iter()
            .map(|thread| thread.join().expect("a thread that ends well"))
            .collect()
    })
}
