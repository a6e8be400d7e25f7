//! Where test data lies: in memory when the machine has room for it, so that durable commits cost nothing.

use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// Below this size (containers often give 64 MB) shared memory is left alone. KiB.
const ENOUGH_KIB: u64 = 1024 * 1024;

/// `/dev/shm` when it is large enough, else the temporary folder of the system.
pub(crate) fn root() -> PathBuf {
    shared_memory().unwrap_or_else(std::env::temp_dir)
}

/// A new folder there, removed with its value.
pub(crate) fn folder() -> TempDir {
    let made = tempfile::Builder::new().prefix("tribu-test-").tempdir_in(root());
    made.expect("a temporary folder can be made")
}

fn shared_memory() -> Option<PathBuf> {
    let answer = Command::new("df")
        .args(["--output=size", "-k", "/dev/shm"])
        .output()
        .ok()?;
    let size: u64 = String::from_utf8(answer.stdout)
        .ok()?
        .split_whitespace()
        .last()?
        .parse()
        .ok()?;
    (size >= ENOUGH_KIB).then(|| PathBuf::from("/dev/shm"))
}
