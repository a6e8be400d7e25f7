//! Files too long for a page to wait for, and those left behind.

use crate::actions::{self, Prepared};
use crate::rules::report::ImportReport;
use crate::store::imports::ImportId;
use kernel::{AccountId, Actor, PersonId};
use platform::database::{Database, Tx};
use platform::{Fault, JobContext, JobReport};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Trying a file.
pub(crate) const REHEARSE: &str = "imports.rehearse";
/// Bringing a file in.
pub(crate) const APPLY: &str = "imports.apply";
/// Forgetting files left behind.
pub(crate) const TIDY: &str = "imports.tidy";

/// How often progress is told.
const BEAT: Duration = Duration::from_millis(200);

/// Which import, and on whose behalf.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Asked {
    import: ImportId,
    account: Option<AccountId>,
    person: Option<PersonId>,
}

impl Asked {
    /// The import, asked for by the actor.
    pub(crate) fn by(actor: &Actor, import: ImportId) -> Self {
        Self {
            import,
            account: actor.account,
            person: actor.person,
        }
    }

    fn read(context: &JobContext<'_>) -> Result<(Self, Actor), Fault> {
        let asked: Self = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
        // The permission was asked for when the job was; the work is signed with the same name.
        let actor = Actor {
            account: asked.account,
            person: asked.person,
            ..context.actor.clone()
        };
        Ok((asked, actor))
    }
}

pub(crate) fn rehearse(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let (asked, actor) = Asked::read(context)?;
    let id = asked.import;
    let report = at_length(context, &actor, id, move |tx, actor, file, progress| {
        actions::rehearse(tx, actor, id, file, progress)
    })?;
    Ok(told(&report, format!("/office/imports/{id}/preview")))
}

pub(crate) fn apply(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let (asked, actor) = Asked::read(context)?;
    let id = asked.import;
    let report = at_length(context, &actor, id, move |tx, actor, file, progress| {
        actions::apply(tx, actor, id, file, progress)
    })?;
    Ok(told(&report, format!("/office/imports/{id}")))
}

pub(crate) fn tidy(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let gone = context
        .db
        .write_blocking(move |tx| actions::forget_left_behind(tx, place))?;
    Ok(JobReport {
        done: i64::try_from(gone).unwrap_or(i64::MAX),
        ..JobReport::default()
    })
}

fn told(report: &ImportReport, onward: String) -> JobReport {
    let done = i64::try_from(report.created).unwrap_or(i64::MAX);
    JobReport {
        done,
        onward: Some(onward),
        ..JobReport::default()
    }
}

/// Reads the file, then works on it in one transaction on a thread of its own, while this one tells how far it is. An order to
/// stop undoes the whole: half of an import is none.
fn at_length<F>(context: &JobContext<'_>, actor: &Actor, id: ImportId, work: F) -> Result<ImportReport, Fault>
where
    F: Fn(&mut Tx<'_>, &Actor, &Prepared, actions::Progress<'_>) -> Result<ImportReport, Fault>
        + Send
        + 'static,
{
    let file = read(context.db, actor, id)?;
    let total = i64::try_from(file.sheet.rows.len()).unwrap_or(i64::MAX);
    context.progress(0, total)?;
    let pace = Arc::new(Pace::default());
    let (sender, answer) = channel();
    let (db, actor, told) = (context.db.clone(), actor.clone(), pace.clone());
    let worker = std::thread::spawn(move || {
        let done = db.write_blocking(move |tx| work(tx, &actor, &file, &|lines, _| told.note(lines)));
        // Whoever asked waits for this.
        drop(sender.send(done));
    });
    let mut interrupted = None;
    let done = loop {
        match answer.recv_timeout(BEAT) {
            Ok(done) => break done,
            Err(RecvTimeoutError::Timeout) => {
                if let Err(stop) = context.progress(pace.reached(), total) {
                    pace.stop.store(true, Ordering::Relaxed);
                    interrupted = Some(stop);
                }
            }
            Err(RecvTimeoutError::Disconnected) => break Err(Fault::internal("the import broke off")),
        }
    };
    drop(worker.join());
    match (done, interrupted) {
        (Err(_), Some(stop)) => Err(stop),
        (done, _) => done,
    }
}

/// How far the work is, and whether it must stop.
#[derive(Debug, Default)]
struct Pace {
    lines: AtomicI64,
    stop: AtomicBool,
}

impl Pace {
    fn note(&self, lines: usize) -> Result<(), Fault> {
        self.lines
            .store(i64::try_from(lines).unwrap_or(i64::MAX), Ordering::Relaxed);
        if self.stop.load(Ordering::Relaxed) {
            Err(Fault::internal("the import was interrupted"))
        } else {
            Ok(())
        }
    }

    fn reached(&self) -> i64 {
        self.lines.load(Ordering::Relaxed)
    }
}

fn read(db: &Database, actor: &Actor, id: ImportId) -> Result<Prepared, Fault> {
    let actor = actor.clone();
    let (_, file) = db.read_blocking(move |tx| actions::load(tx, &actor, id))?;
    file.ok_or(Fault::NotFound)
}
