//! Counters for operators, in the Prometheus text format, served on a listener of their own.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The upper bounds of the answer-time histogram, in microseconds.
const BOUNDS: [u64; 8] = [
    1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 10_000_000,
];

#[derive(Default)]
struct Counters {
    classes: [AtomicU64; 5],
    buckets: [AtomicU64; 8],
    microseconds: AtomicU64,
    answers: AtomicU64,
    in_flight: AtomicU64,
}

/// Counts of requests by status class and a histogram of the time to answer.
#[derive(Clone, Default)]
pub struct Metrics(Arc<Counters>);

impl Metrics {
    /// All at zero.
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn begin(&self) {
        self.0.in_flight.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn end(&self, status: u16, microseconds: u64) {
        self.0.in_flight.fetch_sub(1, Ordering::Relaxed);
        self.0.answers.fetch_add(1, Ordering::Relaxed);
        self.0.microseconds.fetch_add(microseconds, Ordering::Relaxed);
        if let Some(class) = self.0.classes.get(usize::from((status / 100).saturating_sub(1))) {
            class.fetch_add(1, Ordering::Relaxed);
        }
        for (bound, bucket) in BOUNDS.iter().zip(&self.0.buckets) {
            if microseconds <= *bound {
                bucket.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// The text a Prometheus server reads.
    pub fn text(&self) -> String {
        let mut text = String::from("# TYPE tribu_http_requests_total counter\n");
        for (index, class) in self.0.classes.iter().enumerate() {
            let _ = writeln!(
                text,
                "tribu_http_requests_total{{class=\"{}xx\"}} {}",
                index + 1,
                class.load(Ordering::Relaxed)
            );
        }
        text.push_str("# TYPE tribu_http_request_duration_seconds histogram\n");
        for (bound, bucket) in BOUNDS.iter().zip(&self.0.buckets) {
            let _ = writeln!(
                text,
                "tribu_http_request_duration_seconds_bucket{{le=\"{}\"}} {}",
                seconds(*bound),
                bucket.load(Ordering::Relaxed)
            );
        }
        let answers = self.0.answers.load(Ordering::Relaxed);
        let _ = writeln!(
            text,
            "tribu_http_request_duration_seconds_bucket{{le=\"+Inf\"}} {answers}"
        );
        let _ = writeln!(
            text,
            "tribu_http_request_duration_seconds_sum {}",
            seconds(self.0.microseconds.load(Ordering::Relaxed))
        );
        let _ = writeln!(text, "tribu_http_request_duration_seconds_count {answers}");
        let _ = writeln!(
            text,
            "# TYPE tribu_http_requests_in_flight gauge\ntribu_http_requests_in_flight {}",
            self.0.in_flight.load(Ordering::Relaxed)
        );
        text
    }
}

fn seconds(microseconds: u64) -> String {
    format!("{}.{:06}", microseconds / 1_000_000, microseconds % 1_000_000)
}
