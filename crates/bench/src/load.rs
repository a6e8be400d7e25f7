//! Many requests, and how long each took.

use crate::table::milliseconds;
use crate::visitor::Visitor;
use std::time::{Duration, Instant};

/// What a load came to.
pub(crate) struct Load {
    /// From the shortest to the longest.
    times: Vec<Duration>,
    took: Duration,
}

impl Load {
    /// So many visitors at once, each on a connection of its own, each asking for so many pages one after the other, after a
    /// few that do not count. `path` is told the number of the request.
    pub(crate) fn run(
        visitor: &Visitor,
        visitors: usize,
        pages: usize,
        path: impl Fn(usize) -> String + Sync,
    ) -> Self {
        const WARM_UP: usize = 10;
        let (path, barrier) = (&path, std::sync::Barrier::new(visitors + 1));
        let barrier = &barrier;
        let (times, took) = std::thread::scope(|scope| {
            let all: Vec<_> = (0..visitors)
                .map(|number| {
                    let mut visitor = visitor.again();
                    scope.spawn(move || {
                        for early in 0..WARM_UP {
                            visitor.page(&path(number * WARM_UP + early));
                        }
                        barrier.wait();
                        let ask = |page: usize| {
                            let path = path(number * pages + page);
                            let begun = Instant::now();
                            visitor.page(&path);
                            begun.elapsed()
                        };
                        (0..pages).map(ask).collect::<Vec<Duration>>()
                    })
                })
                .collect();
            barrier.wait();
            let begun = Instant::now();
            let times: Vec<Duration> = all.into_iter().flat_map(|one| one.join().unwrap()).collect();
            (times, begun.elapsed())
        });
        let mut times = times;
        times.sort_unstable();
        Self { times, took }
    }

    /// The time that so many hundredths of the requests stayed under.
    pub(crate) fn percentile(&self, hundredths: usize) -> Duration {
        let at = (self.times.len() * hundredths / 100).min(self.times.len().saturating_sub(1));
        self.times[at]
    }

    /// Requests answered in a second.
    pub(crate) fn rate(&self) -> f64 {
        self.times.len() as f64 / self.took.as_secs_f64()
    }

    /// How many requests were answered, those of the warm-up apart.
    pub(crate) fn count(&self) -> usize {
        self.times.len()
    }

    /// "p50 2.1 ms, p99 7.9 ms, 950/s".
    pub(crate) fn told(&self) -> String {
        format!(
            "p50 {}, p99 {}, {:.0}/s",
            milliseconds(self.percentile(50)),
            milliseconds(self.percentile(99)),
            self.rate()
        )
    }
}
