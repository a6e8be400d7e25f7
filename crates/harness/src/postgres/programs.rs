//! Where PostgreSQL's programs are, and as whom they run.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The unprivileged user that owns the server when the tests run as root: PostgreSQL refuses to run as root.
pub(super) struct Owner {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

/// The user to become, or `None` when the tests already run unprivileged.
pub(super) fn owner() -> Option<Owner> {
    let own = fs::metadata("/proc/self")
        .map(|folder| folder.uid())
        .expect("/proc is readable");
    if own != 0 {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").expect("/etc/passwd is readable");
    let user = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2).map(|field| field.parse().ok());
        Some(Owner {
            uid: fields.next()??,
            gid: fields.next()??,
        })
    };
    let found = user("postgres").or_else(|| user("nobody"));
    Some(found.expect("as root, a user `postgres` or `nobody` is needed to run the test cluster"))
}

/// A command for one of PostgreSQL's programs, run in `folder` as the cluster's owner.
pub(super) fn command(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(find(program));
    command.current_dir(folder).env("LC_ALL", "C").env("TZ", "UTC");
    if let Some(owner) = owner() {
        command.uid(owner.uid).gid(owner.gid);
    }
    command
}

/// The program in the newest installed version (Debian's layout), else in `PATH`.
fn find(program: &str) -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest: BTreeMap<u32, PathBuf> = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())))
        .map(|(version, folder)| (version, folder.join("bin").join(program)))
        .filter(|(_, path)| path.is_file())
        .collect();
    let paths = std::env::var_os("PATH").unwrap_or_default();
    newest
        .into_values()
        .next_back()
        .or_else(|| {
            std::env::split_paths(&paths)
                .map(|folder| folder.join(program))
                .find(|path| path.is_file())
        })
        .unwrap_or_else(|| {
            panic!("PostgreSQL's `{program}` is not installed (Debian: apt-get install postgresql)")
        })
}

/// Whether the process with this number (as text) still runs.
pub(super) fn is_alive(process: &str) -> bool {
    !process.is_empty()
        && process.bytes().all(|byte| byte.is_ascii_digit())
        && Path::new("/proc").join(process).exists()
}
