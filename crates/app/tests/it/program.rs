//! The real program, as a child process of the test.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Output, Stdio};

/// A running `tribu serve`; killed with this value, without a word of warning.
pub struct Program {
    child: Child,
    /// Where it answers, such as `http://127.0.0.1:40321`.
    pub address: String,
}

impl Program {
    /// Serves a database on a free port, and waits until the program says where.
    pub fn serve(database: &str) -> Self {
        let mut child = start(&["serve", "--database", database, "--listen", "127.0.0.1:0"]);
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line
            .trim_end()
            .strip_prefix("Tribu listens at ")
            .unwrap_or_else(|| panic!("the program said {line:?}"))
            .to_owned();
        Self { child, address }
    }

    /// Ends it as a power cut would: `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Killed already, or to be killed: there is nothing else to do with either answer.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts the program with these arguments; what it says can be read.
pub fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_tribu"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Runs `tribu verify`, which must find nothing.
#[track_caller]
pub fn verify(database: &str) {
    let Output { status, stdout, .. } = Command::new(env!("CARGO_BIN_EXE_tribu"))
        .args(["verify", "--database", database])
        .output()
        .unwrap();
    assert!(status.success(), "{}", String::from_utf8_lossy(&stdout));
}
