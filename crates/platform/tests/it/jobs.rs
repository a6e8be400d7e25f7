mod in_time;

use crate::world::actor;
use harness::{both_engines, on_both_engines};
use kernel::{Actor, PlaceId};
use platform::database::{Database, params, row, statement};
use platform::failure::Fault;
use platform::jobs::{
    self, Extras, Job, JobContext, JobHandler, JobId, JobReport, JobState, Runner, Skipped,
};
use serde_json::json;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

row! {
    struct CountRow { jobs: i64 }
    struct RunAtRow { run_at: kernel::Instant }
}

statement! {
    COUNT -> CountRow = "select count(*) as jobs from job where place_id = $1";
    RUN_AT -> RunAtRow = "select run_at from job where place_id = $1 and id = $2";
    LOSE = "update job
        set state = 'running', attempts = $3, lease_holder = 'gone', lease_until = $4
        where place_id = $1 and id = $2";

    TAKEN_OVER = "update job
        set attempts = 2, lease_holder = 'another', lease_until = $2
        where place_id = $1 and kind = 'test.lose' and state = 'running'";
}

/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

const HANDLERS: [JobHandler; 5] = [
    JobHandler {
        kind: "test.tell",
        run: tell,
    },
    JobHandler {
        kind: "test.fail",
        run: fail,
    },
    JobHandler {
        kind: "test.panic",
        run: panic,
    },
    JobHandler {
        kind: "test.wait",
        run: wait,
    },
    JobHandler {
        kind: "test.lose",
        run: lose,
    },
];

fn told(context: &JobContext<'_>) -> Result<(), Fault> {
    let number = context.payload.as_i64().unwrap_or(-1);
    context
        .extras
        .get::<Sender<i64>>()?
        .send(number)
        .map_err(Fault::internal)
}

fn tell(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    context.progress(3, 10)?;
    context.progress(10, 10)?;
    told(context)?;
    let skipped = Skipped {
        what: "Ada".to_owned(),
        why: "test-no-address".to_owned(),
    };
    Ok(JobReport {
        done: 9,
        skipped: vec![skipped],
        onward: None,
    })
}

fn fail(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    told(context)?;
    Err(Fault::internal("the printer is on fire"))
}

fn panic(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    told(context)?;
    panic!("a surprise");
}

/// Goes on until it is told to stop, or allowed to end.
fn wait(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    told(context)?;
    let allowed = context.extras.get::<Mutex<Receiver<()>>>()?;
    let allowed = allowed.lock().unwrap();
    loop {
        if allowed.recv_timeout(Duration::from_millis(5)).is_ok() {
            return Ok(JobReport::default());
        }
        context.progress(1, 2)?;
    }
}

/// Has its own lease taken over by another process before it ends.
fn lose(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let (place, until) = (context.place, harness::MONDAY_MORNING.plus_minutes(5));
    let taken = context
        .db
        .write_blocking(move |tx| tx.run(&TAKEN_OVER, &params![place, until]))
        .map_err(Fault::internal)?;
    assert_eq!(taken, 1, "it runs while it is taken over");
    told(context)?;
    Ok(JobReport::default())
}

fn mark_lost(db: &Database, place: PlaceId, id: JobId, attempts: i64) {
    let until = harness::MONDAY_MORNING.minus_seconds(1);
    db.write_blocking(move |tx| tx.run(&LOSE, &params![place, id, attempts, until]))
        .unwrap();
}

struct World {
    extras: Extras,
    heard: Receiver<i64>,
    allow: Sender<()>,
}

fn world() -> World {
    let (sender, heard) = channel::<i64>();
    let (allow, allowed) = channel::<()>();
    let extras = Extras::new().with(sender).with(Mutex::new(allowed));
    World { extras, heard, allow }
}

impl World {
    fn runner(&self, db: &Database, threads: usize) -> Runner {
        Runner::start(
            db.clone(),
            HANDLERS.to_vec(),
            vec![],
            self.extras.clone(),
            threads,
        )
    }

    fn hear(&self) -> i64 {
        self.heard.recv_timeout(PATIENCE).expect("a job was begun")
    }

    /// Runs one job to its end in a process that then stops.
    fn one(&self, db: &Database) {
        let runner = self.runner(db, 1);
        self.hear();
        runner.stop();
    }
}

fn enqueue(db: &Database, actor: &Actor, kind: &'static str, number: i64) -> JobId {
    let actor = actor.clone();
    db.write_blocking(move |tx| jobs::enqueue(tx, &actor, kind, &json!(number), None))
        .unwrap()
}

fn find(db: &Database, actor: &Actor, id: JobId) -> Job {
    let place = actor.place;
    db.read_blocking(move |tx| jobs::find(tx, place, id))
        .unwrap()
        .unwrap()
}

fn count(db: &Database, actor: &Actor) -> i64 {
    let place = actor.place;
    db.read_blocking(move |tx| tx.one(&COUNT, &params![place]))
        .unwrap()
        .jobs
}

#[test]
fn a_job_is_done_and_says_what_it_did() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        let id = enqueue(&db, &actor, "test.tell", 1);
        let waiting = find(&db, &actor, id);
        assert_eq!(
            (waiting.state, waiting.attempts, waiting.report),
            (JobState::Waiting, 0, None)
        );
        world.one(&db);
        let done = find(&db, &actor, id);
        assert_eq!((done.state, done.attempts), (JobState::Done, 1));
        assert_eq!((done.progress_done, done.progress_total), (10, 10));
        assert_eq!(done.finished_at, Some(harness::MONDAY_MORNING));
        let report = done.report.unwrap();
        assert_eq!(
            (report.done, report.skipped[0].why.as_str()),
            (9, "test-no-address")
        );
        assert_eq!(done.error, None);
    });
}

#[test]
fn two_processes_do_each_job_once() {
    on_both_engines(|fresh| {
        let (db, other, world) = (fresh.database(), fresh.open_again(), world());
        let actor = actor(db);
        let ids: Vec<JobId> = (0..40)
            .map(|number| enqueue(db, &actor, "test.tell", number))
            .collect();
        let runners = [world.runner(db, 2), world.runner(&other, 2)];
        let mut heard: Vec<i64> = (0..40).map(|_| world.hear()).collect();
        for runner in runners {
            runner.stop();
        }
        heard.extend(world.heard.try_iter());
        heard.sort_unstable();
        assert_eq!(heard, (0..40).collect::<Vec<_>>());
        for id in ids {
            let job = find(db, &actor, id);
            assert_eq!((job.state, job.attempts), (JobState::Done, 1));
        }
        other.close();
    });
}

#[test]
fn a_job_that_fails_waits_longer_each_time_and_is_given_up_after_eight_attempts() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        let (place, id) = (actor.place, enqueue(&db, &actor, "test.fail", 1));
        let mut waits = Vec::new();
        for _ in 0..7 {
            world.one(&db);
            assert_eq!(find(&db, &actor, id).state, JobState::Waiting);
            let run_at = db
                .read_blocking(move |tx| tx.one(&RUN_AT, &params![place, id]))
                .unwrap()
                .run_at;
            waits.push(run_at.since(db.clock().now()).seconds());
            db.clock().set(run_at);
        }
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320]);
        world.one(&db);
        let failed = find(&db, &actor, id);
        assert_eq!((failed.state, failed.attempts), (JobState::Failed, 8));
        assert_eq!(failed.error.as_deref(), Some("internal: the printer is on fire"));
    });
}

#[test]
fn a_handler_that_panics_or_does_not_exist_has_failed_an_attempt() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        let unknown = enqueue(&db, &actor, "test.unknown", 1);
        let panicking = enqueue(&db, &actor, "test.panic", 2);
        world.one(&db);
        let error = |id| find(&db, &actor, id).error.unwrap();
        assert_eq!(error(panicking), "internal: the handler panicked");
        assert_eq!(error(unknown), "internal: nothing here does `test.unknown`");
    });
}

#[test]
fn a_process_that_stops_hands_its_job_back_to_another() {
    on_both_engines(|fresh| {
        let (db, other, world) = (fresh.database(), fresh.open_again(), world());
        let actor = actor(db);
        let id = enqueue(db, &actor, "test.wait", 1);
        world.one(db);
        let handed_back = find(db, &actor, id);
        assert_eq!((handed_back.state, handed_back.attempts), (JobState::Waiting, 0));
        world.allow.send(()).unwrap();
        world.one(&other);
        assert_eq!(find(db, &actor, id).state, JobState::Done);
        other.close();
    });
}

#[test]
fn a_job_whose_process_died_is_taken_again_when_its_lease_runs_out() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        let id = enqueue(&db, &actor, "test.tell", 1);
        mark_lost(&db, actor.place, id, 1);
        world.one(&db);
        let done = find(&db, &actor, id);
        assert_eq!((done.state, done.attempts), (JobState::Done, 2));
    });
}

#[test]
fn a_job_whose_process_died_at_every_attempt_is_given_up() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        let lost = enqueue(&db, &actor, "test.tell", 1);
        mark_lost(&db, actor.place, lost, 8);
        db.clock().set(harness::MONDAY_MORNING.plus_seconds(1));
        enqueue(&db, &actor, "test.tell", 2);
        let runner = world.runner(&db, 1);
        assert_eq!(world.hear(), 2, "the lost one is not begun a ninth time");
        runner.stop();
        let lost = find(&db, &actor, lost);
        assert_eq!(lost.state, JobState::Failed);
        assert_eq!(
            lost.error.as_deref(),
            Some("internal: its process was lost at every attempt")
        );
    });
}

#[test]
fn a_process_that_lost_its_lease_does_not_end_the_job() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        let id = enqueue(&db, &actor, "test.lose", 1);
        world.one(&db);
        let job = find(&db, &actor, id);
        assert_eq!(
            (job.state, job.attempts),
            (JobState::Running, 2),
            "as the other process left it"
        );
    });
}

#[test]
fn a_second_job_with_the_same_key_is_the_first() {
    both_engines(|db| {
        let (actor, other) = (actor(&db), actor(&db));
        let ask = |actor: &Actor| {
            let actor = actor.clone();
            let asked = db.write_blocking(move |tx| {
                jobs::enqueue(tx, &actor, "test.tell", &json!(1), Some("run-2026-06"))
            });
            asked.unwrap()
        };
        let first = ask(&actor);
        assert_eq!(ask(&actor), first);
        assert_ne!(ask(&other), first, "another place has its own");
        assert_eq!((count(&db, &actor), count(&db, &other)), (1, 1));
    });
}

#[test]
fn a_job_for_later_waits_for_its_moment() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        let later = harness::MONDAY_MORNING.plus_minutes(30);
        let asked = actor.clone();
        let delayed =
            db.write_blocking(move |tx| jobs::enqueue_at(tx, &asked, "test.tell", &json!(1), None, later));
        enqueue(&db, &actor, "test.tell", 2);
        world.one(&db);
        assert_eq!(
            find(&db, &actor, delayed.clone().unwrap()).state,
            JobState::Waiting
        );
        db.clock().set(later);
        world.one(&db);
        assert_eq!(find(&db, &actor, delayed.unwrap()).state, JobState::Done);
    });
}
