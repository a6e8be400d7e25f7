//! How long a thousand invoices take on two threads, and how much memory: `cargo run --release -p press --example thousand`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    dead_code,
    reason = "a measure reads the clock and stops at the first surprise; not every sample is printed"
)]

#[path = "../tests/it/samples.rs"]
mod samples;

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use press::{Invoice, Press};

const INVOICES: usize = 1_000;
const THREADS: usize = 2;

fn main() {
    let begin = Instant::now();
    let press = Press::new();
    let first = press.invoice(&samples::company()).unwrap().len();
    println!(
        "first invoice, press included: {:?}, {first} bytes; {}",
        begin.elapsed(),
        memory()
    );

    let (next, written) = (AtomicUsize::new(0), AtomicU64::new(0));
    let begin = Instant::now();
    thread::scope(|threads| {
        for _ in 0..THREADS {
            threads.spawn(|| {
                while let Some(position) = take(&next) {
                    let pdf = press.invoice(&invoice(position)).unwrap();
                    written.fetch_add(u64::try_from(pdf.len()).unwrap(), Ordering::Relaxed);
                    if position % 250 == 0 {
                        println!("{position:>5}: {:?}; {}", begin.elapsed(), memory());
                    }
                }
            });
        }
    });
    let kilobytes = written.into_inner() / 1_000;
    println!(
        "{INVOICES} invoices on {THREADS} threads: {:?}, {kilobytes} kB; {}",
        begin.elapsed(),
        memory()
    );
}

fn take(next: &AtomicUsize) -> Option<usize> {
    Some(next.fetch_add(1, Ordering::Relaxed)).filter(|position| *position < INVOICES)
}

/// A month's mix: one in twenty has thirty lines, the others one or five.
fn invoice(position: usize) -> Invoice {
    let mut invoice = match position % 20 {
        0 => samples::people(&["Camille Roux", "Idriss Benali", "Sofia Martins"], 10),
        rest if rest % 2 == 0 => samples::company(),
        _ => samples::private_person(),
    };
    invoice.number = format!("2026-{position:06}");
    invoice.buyer.name = format!("Atelier Brindille {position}");
    invoice
}

/// The memory of the process now and at its highest, as Linux tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name| {
        status
            .lines()
            .find(|line: &&str| line.starts_with(name))
            .unwrap_or("")
            .to_owned()
    };
    format!("{} {}", line("VmRSS"), line("VmHWM"))
}
