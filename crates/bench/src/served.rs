//! The real program as a child process.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that listens; it ends with this value.
pub(crate) struct Served {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub(crate) address: String,
}

impl Served {
    /// Starts `tribu serve` on a database and waits until it says where it listens.
    pub(crate) fn tribu(program: &Path, database: &str) -> Self {
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--database", database]);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().expect("tribu starts");
        let said = child.stdout.take().expect("its output");
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let address = lines
            .find_map(|line| {
                line.split_once("listens at ")
                    .map(|(_, address)| address.trim().to_owned())
            })
            .expect("tribu says where it listens");
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// Starts another server that was told where to listen, and waits until the port answers.
    pub(crate) fn other(command: &mut Command, port: u16) -> Option<Self> {
        let mut child = command.spawn().ok()?;
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(20) {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                let address = format!("http://127.0.0.1:{port}");
                return Some(Self { child, address });
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = child.kill();
        let _ = child.wait();
        None
    }

    /// The most memory it held so far, in bytes (`VmHWM`).
    pub(crate) fn peak_memory(&self) -> usize {
        self.memory("VmHWM:")
    }

    /// The memory it holds now, in bytes.
    pub(crate) fn memory_now(&self) -> usize {
        self.memory("VmRSS:")
    }

    /// The processor time it took so far, on all cores, to a hundredth of a second.
    pub(crate) fn processor_time(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()));
        let stat = stat.unwrap_or_default();
        // Behind the name in brackets come the state and ten numbers, then the ticks of the program and of the kernel.
        let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let ticks = fields.split_whitespace().skip(11).take(2);
        let ticks: u64 = ticks.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
        Duration::from_millis(ticks * 10)
    }

    /// Waits until it has nothing to do of its own: the jobs that are due when a program starts are done. Two minutes at most.
    pub(crate) fn settle(&self) {
        let begun = Instant::now();
        let mut before = self.processor_time();
        while begun.elapsed() < Duration::from_secs(120) {
            std::thread::sleep(Duration::from_secs(3));
            let now = self.processor_time();
            if now - before < Duration::from_millis(50) {
                return;
            }
            before = now;
        }
    }

    fn memory(&self, name: &str) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kibibytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<usize>().ok());
        kibibytes.unwrap_or_default() * 1_024
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // A server of several processes ends its children when asked politely.
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        let begun = Instant::now();
        while asked.is_ok() && begun.elapsed() < Duration::from_secs(15) {
            if let Ok(Some(_)) = self.child.try_wait() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its number").port()
}
