//! A mail server that remembers what it was given.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A server on this machine, alive until the test ends.
pub(super) struct Postman {
    port: u16,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Postman {
    /// A server that answers this to each recipient: `250 ok`, `451 later`, `550 nobody`.
    pub(super) fn answering(answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&taken);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = Arc::clone(&kept);
                std::thread::spawn(move || drop(talk(stream, answer, &kept)));
            }
        });
        Self { port, taken }
    }

    pub(super) fn address(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The mails taken so far.
    pub(super) fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

fn talk(stream: TcpStream, answer: &str, kept: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream).lines();
    writeln!(out, "220 ready\r")?;
    while let Some(line) = lines.next() {
        let line = line?;
        let reply = match line.split([' ', ':']).next() {
            Some("EHLO") => "250 8BITMIME",
            Some("RCPT") => answer,
            Some("DATA") => {
                writeln!(out, "354 go on\r")?;
                let message: Vec<String> = lines
                    .by_ref()
                    .map_while(Result::ok)
                    .take_while(|line| line != ".")
                    .collect();
                kept.lock().unwrap().push(message.join("\n"));
                "250 taken"
            }
            _ => "250 ok",
        };
        writeln!(out, "{reply}\r")?;
    }
    Ok(())
}
