//! The program `tribu`: see [`app`] for what is in it.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    return_memory_early();
    app::run(&app::CommandLine::parse())
}

/// Has the system's allocator give memory back sooner: left to itself, it keeps what each thread and each password once needed
/// (decision 19).
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(
    unsafe_code,
    reason = "the allocator is told in C; each call takes two numbers, before any other thread runs"
)]
fn return_memory_early() {
    const SETTINGS: [(i32, i32); 3] = [
        (libc::M_ARENA_MAX, 8),
        (libc::M_MMAP_THRESHOLD, 256 * 1024),
        (libc::M_TRIM_THRESHOLD, 1024 * 1024),
    ];
    for (what, value) in SETTINGS {
        // A refusal leaves the allocator as it was.
        unsafe { libc::mallopt(what, value) };
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
const fn return_memory_early() {}
