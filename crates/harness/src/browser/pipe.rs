//! The debugging protocol over two pipes: messages are JSON ended by a zero byte.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{ChildStdin, ChildStdout};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::deadline::Deadline;

/// Seconds a single order may take: more means that the browser hangs.
const PATIENCE: u64 = 30;

/// The line to one browser, shared by its pages.
pub(super) struct Pipe {
    orders: Mutex<ChildStdin>,
    count: AtomicU64,
    inbox: Arc<Inbox>,
}

#[derive(Default)]
struct Inbox {
    mail: Mutex<Mail>,
    arrived: Condvar,
}

#[derive(Default)]
struct Mail {
    answers: HashMap<u64, Value>,
    /// By session; the browser's own events have an empty session.
    events: HashMap<String, Vec<Value>>,
    closed: bool,
}

impl Pipe {
    pub(super) fn new(orders: ChildStdin, answers: ChildStdout) -> Arc<Pipe> {
        let inbox = Arc::new(Inbox::default());
        let filled = Arc::clone(&inbox);
        thread::spawn(move || read_all(answers, &filled));
        Arc::new(Pipe {
            orders: Mutex::new(orders),
            count: AtomicU64::new(1),
            inbox,
        })
    }

    /// Sends an order and waits for its answer: the result, or the browser's refusal.
    pub(super) fn call(&self, session: Option<&str>, method: &str, params: &Value) -> Result<Value, String> {
        let id = self.send(session, method, params);
        let deadline = Deadline::after_seconds(PATIENCE);
        let mut mail = self.inbox.open();
        loop {
            if let Some(mut answer) = mail.answers.remove(&id) {
                return match answer.get("error") {
                    Some(error) => Err(format!("{method}: {}", text(error, "message"))),
                    None => Ok(answer.get_mut("result").map(Value::take).unwrap_or_default()),
                };
            }
            if mail.closed {
                return Err(format!("{method}: the browser is gone"));
            }
            if deadline.has_passed() {
                return Err(format!(
                    "{method}: no answer in {PATIENCE} seconds (is a dialog open?)"
                ));
            }
            mail = self.inbox.wait(mail, deadline.left());
        }
    }

    /// Sends an order whose answer nobody waits for; returns its number.
    pub(super) fn send(&self, session: Option<&str>, method: &str, params: &Value) -> u64 {
        let id = self.count.fetch_add(1, Ordering::Relaxed);
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let (Some(session), Some(fields)) = (session, message.as_object_mut()) {
            fields.insert("sessionId".to_owned(), Value::from(session));
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        // A broken pipe shows as a closed inbox to whoever waits for the answer.
        let _ = orders.write_all(&bytes).and_then(|()| orders.flush());
        id
    }

    /// The events of a session since the last call.
    pub(super) fn take_events(&self, session: &str) -> Vec<Value> {
        self.inbox.open().events.remove(session).unwrap_or_default()
    }

    /// Sleeps until something arrives, or for `limit`.
    pub(super) fn wait_for_news(&self, limit: Duration) {
        let mail = self.inbox.open();
        drop(self.inbox.wait(mail, limit));
    }

    pub(super) fn is_closed(&self) -> bool {
        self.inbox.open().closed
    }
}

impl Inbox {
    fn open(&self) -> MutexGuard<'_, Mail> {
        self.mail.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&'a self, mail: MutexGuard<'a, Mail>, limit: Duration) -> MutexGuard<'a, Mail> {
        self.arrived
            .wait_timeout(mail, limit)
            .unwrap_or_else(PoisonError::into_inner)
            .0
    }
}

fn read_all(answers: ChildStdout, inbox: &Inbox) {
    let mut reader = BufReader::new(answers);
    let mut bytes = Vec::new();
    while reader.read_until(0, &mut bytes).is_ok_and(|length| length > 0) {
        bytes.pop();
        if let Ok(message) = serde_json::from_slice::<Value>(&bytes) {
            let mut mail = inbox.open();
            match message.get("id").and_then(Value::as_u64) {
                Some(id) => drop(mail.answers.insert(id, message)),
                None => mail
                    .events
                    .entry(text(&message, "sessionId"))
                    .or_default()
                    .push(message),
            }
        }
        inbox.arrived.notify_all();
        bytes.clear();
    }
    inbox.open().closed = true;
    inbox.arrived.notify_all();
}

/// A text field of a message, empty when it has none.
pub(super) fn text(value: &Value, field: &str) -> String {
    value
        .get(field)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
