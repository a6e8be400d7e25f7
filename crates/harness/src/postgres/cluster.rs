//! Starting, finding and leaving a cluster shared by processes that do not know each other.

use std::collections::hash_map::DefaultHasher;
use std::fs::{self, File, OpenOptions};
use std::hash::{Hash as _, Hasher as _};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ::postgres::{Client, NoTls};

use super::programs;
use crate::memory;

/// The product refuses a server that could lose a commit, so durability stays on; the folder is in memory instead.
const SETTINGS: &str = "
listen_addresses = ''
fsync = on
full_page_writes = on
synchronous_commit = on
max_connections = 300
shared_buffers = 48MB
max_wal_size = 256MB
wal_level = minimal
max_wal_senders = 0
max_parallel_workers_per_gather = 0
jit = off
dynamic_shared_memory_type = mmap
timezone = 'UTC'
";

const WATCHDOG: &str = include_str!("watchdog.sh");

/// Folder of the cluster that belongs to the target folder of the running test, in memory where there is room.
pub(super) fn shared_folder() -> PathBuf {
    let program = std::env::current_exe().expect("a test knows its own program");
    let target = program
        .ancestors()
        .find(|path| path.ends_with("deps"))
        .unwrap_or(&program);
    let owner = fs::metadata("/proc/self")
        .map(|folder| folder.uid())
        .unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    (target, owner).hash(&mut hasher);
    memory::root().join(format!("tribu-tests-{:016x}", hasher.finish()))
}

/// A running cluster and this process's lease on it.
pub(super) struct Cluster {
    folder: PathBuf,
    _lease: File,
}

impl Cluster {
    /// Takes a lease on the cluster in `folder`; starts it, with its watchdog, when it does not run.
    pub(super) fn attach(folder: &Path, idle_seconds: u32) -> Cluster {
        let _lock = lock(folder);
        let mut lease = open(&folder.join("lease"));
        // The change of date tells the watchdog that there was a user, however brief.
        write!(lease, "{} ", std::process::id()).expect("the lease can be written");
        lease.lock_shared().expect("a lease can be taken");
        let cluster = Cluster {
            folder: folder.to_path_buf(),
            _lease: lease,
        };
        if !cluster.answers() {
            cluster.start(idle_seconds);
        }
        cluster
    }

    /// Runs `work` while no other process starts, stops or changes the cluster.
    pub(super) fn alone<T>(&self, work: impl FnOnce() -> T) -> T {
        let _lock = lock(&self.folder);
        work()
    }

    /// Address of one of its databases.
    pub(super) fn url(&self, database: &str) -> String {
        let host = self.data().display().to_string().replace('/', "%2F");
        format!("postgres://tribu@{host}/{database}")
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Whether a server answers here, be it with a refusal.
    fn answers(&self) -> bool {
        let url = self.url("postgres");
        let attempt = std::thread::spawn(move || match Client::connect(&url, NoTls) {
            Ok(_) => true,
            Err(error) => error.as_db_error().is_some(),
        });
        attempt.join().expect("connecting does not panic")
    }

    fn start(&self, idle_seconds: u32) {
        let data = self.data();
        self.clear(&data);
        fs::create_dir(&data).expect("the folder of the test cluster can be made");
        if let Some(owner) = programs::owner() {
            chown(&data, Some(owner.uid), Some(owner.gid)).expect("root can give a folder away");
        }
        let mut initdb = programs::command("initdb", &data);
        initdb.args([
            "--username=tribu",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
            "--pgdata",
        ]);
        self.run(initdb.arg(&data));
        self.append_settings(&data);
        let mut start = programs::command("pg_ctl", &data);
        start
            .args(["start", "--wait", "--timeout=60", "--pgdata"])
            .arg(&data)
            .arg("--log")
            .arg(data.join("server.log"));
        self.run(&mut start);
        self.watch(idle_seconds);
    }

    /// Removes what a killed server left behind.
    fn clear(&self, data: &Path) {
        let pid = fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
        if let Some(server) = pid.lines().next().filter(|server| programs::is_alive(server)) {
            let _ = Command::new("kill").args(["-QUIT", server]).status();
        }
        if data.exists() {
            fs::remove_dir_all(data).expect("the folder of a dead test cluster can be removed");
        }
    }

    fn append_settings(&self, data: &Path) {
        let path = data.join("postgresql.conf");
        let mut file = OpenOptions::new()
            .append(true)
            .open(&path)
            .expect("initdb wrote postgresql.conf");
        let sockets = format!("unix_socket_directories = '{}'\n", data.display());
        file.write_all((SETTINGS.to_owned() + &sockets).as_bytes())
            .expect("postgresql.conf can be written");
    }

    fn run(&self, command: &mut Command) {
        // Files, not pipes: the server inherits them, and a pipe would never end.
        let messages = open(&self.folder.join("messages"));
        let copy = messages.try_clone().expect("a file can be opened twice");
        let status = command
            .stdin(Stdio::null())
            .stdout(messages)
            .stderr(copy)
            .status();
        if !status.as_ref().is_ok_and(std::process::ExitStatus::success) {
            let said = fs::read_to_string(self.folder.join("messages")).unwrap_or_default();
            let log = fs::read_to_string(self.data().join("server.log")).unwrap_or_default();
            panic!("the test cluster does not start: {command:?} ended with {status:?}\n{said}\n{log}");
        }
    }

    /// Leaves a process behind that stops the cluster when nobody needs it any more.
    fn watch(&self, idle_seconds: u32) {
        let script = self.folder.join("watchdog.sh");
        fs::write(&script, WATCHDOG).expect("the watchdog can be written");
        let status = Command::new("setsid")
            .args(["--fork", "sh"])
            .arg(&script)
            .arg(&self.folder)
            .arg(idle_seconds.to_string())
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "the watchdog of the test cluster does not start"
        );
    }
}

/// Holds the cluster's door: one process at a time looks whether it runs, starts it or stops it.
fn lock(folder: &Path) -> File {
    let path = folder.join("lock");
    loop {
        fs::create_dir_all(folder)
            .unwrap_or_else(|error| panic!("cannot make {}: {error}", folder.display()));
        let Ok(file) = OpenOptions::new().create(true).append(true).open(&path) else {
            continue;
        };
        file.lock().expect("a file can be locked");
        // The watchdog may have removed the folder while this process waited: then the lock is on a ghost.
        let held = file.metadata().map(|metadata| metadata.ino()).ok();
        let current = fs::metadata(&path).map(|metadata| metadata.ino()).ok();
        if held.is_some() && held == current {
            return file;
        }
    }
}

fn open(path: &Path) -> File {
    let file = OpenOptions::new().create(true).append(true).open(path);
    file.unwrap_or_else(|error| panic!("cannot open {}: {error}", path.display()))
}
