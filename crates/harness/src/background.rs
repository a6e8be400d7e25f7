//! Jobs done in the background of a test, which is told when each is over; and the letters that they write.

use platform::database::Database;
use platform::jobs::{Extras, JobContext, JobReport, Runner};
use platform::mail::OutboxMail;
use platform::{Fault, JobHandler};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Longer than any job of a test takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// Jobs that run while the test goes on. It ends with what holds it.
pub struct Background {
    told: Mutex<Receiver<()>>,
    _runner: Runner,
}

struct Teller(Mutex<Sender<()>>);

impl Background {
    /// Does jobs of these kinds, with these tools; those that end in [`and_tell`] are waited for.
    #[must_use]
    pub fn start(db: &Database, handlers: Vec<JobHandler>, extras: Extras) -> Self {
        let (sender, told) = channel();
        let extras = extras.with(Teller(Mutex::new(sender)));
        Self {
            told: Mutex::new(told),
            _runner: Runner::start(db.clone(), handlers, vec![], extras, 1),
        }
    }

    /// Waits until so many more jobs are done.
    pub fn wait_for(&self, jobs: usize) {
        let told = self.told.lock().unwrap();
        for _ in 0..jobs {
            told.recv_timeout(PATIENCE).expect("a job was asked for");
        }
    }
}

/// Does a job of the [`Background`], then tells the test.
///
/// # Errors
/// What the job says.
pub fn and_tell(
    context: &JobContext<'_>,
    run: fn(&JobContext<'_>) -> Result<JobReport, Fault>,
) -> Result<JobReport, Fault> {
    let report = run(context);
    let teller = context.extras.get::<Teller>()?;
    teller.0.lock().unwrap().send(()).map_err(Fault::internal)?;
    report
}

/// A letter as its reader sees it, for a golden file: the subject, then the text; what a link ends with is secret.
#[must_use]
pub fn letter_as_read(mail: &OutboxMail) -> String {
    let text = format!("{}\n\n{}", mail.subject, mail.text_body);
    let Some(start) = mail.text_body.find("https://lieu.example.org") else {
        return text;
    };
    let link = mail.text_body[start..].split_whitespace().next().unwrap();
    match link.rsplit('/').next() {
        Some(secret) if secret.len() > 12 => text.replace(secret, "SECRET"),
        _ => text,
    }
}
