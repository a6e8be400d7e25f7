//! Opening and closing: checks, migrations, threads.

use std::cell::Cell;
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::clock::{Clock, Entropy};

use super::error::OpenRefused;
use super::migrate::{Migration, migrations};
use super::pool::{self, Line};
use super::postgres::PostgresLink;
use super::sqlite::{Purpose, SqliteLink, connect, unreachable_file};
use super::url::{Address, DatabaseUrl, Engine};
use super::work::{BoxedJob, Queue};
use super::world::World;
use super::writer::{self, Pen, Tally};
use super::{postgres_open, sqlite_open};

/// How a database is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where `tx.now()` comes from.
    pub clock: Clock,
    /// Where identifiers and secrets come from.
    pub entropy: Entropy,
    /// Connections kept to PostgreSQL, each on its thread.
    pub postgres_connections: NonZeroUsize,
    /// Threads that read SQLite.
    pub sqlite_readers: NonZeroUsize,
    /// For an SQLite file that is thrown away if the process dies: commits do not wait for the disk.
    pub sqlite_scratch: bool,
    /// The migrations to bring the schema to: those of the program unless a test of migrations chooses others.
    pub migrations: &'static [Migration],
}

impl Default for Options {
    fn default() -> Self {
        const FOUR: NonZeroUsize = NonZeroUsize::MIN.saturating_add(3);
        const EIGHT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(7);
        Self {
            clock: Clock::system(),
            entropy: Entropy::system(),
            postgres_connections: EIGHT,
            sqlite_readers: FOUR,
            sqlite_scratch: false,
            migrations: migrations(),
        }
    }
}

/// An open database. Clones share it; dropping the last one waits for the work under way and closes it.
#[derive(Clone)]
pub struct Database(Arc<Inside>);

struct Inside {
    url: DatabaseUrl,
    world: Arc<World>,
    tally: Arc<Tally>,
    writes: Arc<Queue>,
    /// The same queue as `writes` on PostgreSQL.
    reads: Arc<Queue>,
    /// What writes to SQLite; nothing on PostgreSQL.
    pen: Option<Arc<Pen>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl fmt::Debug for Database {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Database({})", self.0.url)
    }
}

impl Database {
    /// Opens a database: creates the SQLite file if there is none, checks the engine's version and settings,
    /// applies the migrations that are missing, starts the threads. Blocks meanwhile.
    ///
    /// # Errors
    /// [`OpenRefused`] says what stands against it, and nothing is left running.
    pub fn open(url: &DatabaseUrl, options: Options) -> Result<Self, OpenRefused> {
        // The PostgreSQL driver may not be called from a thread of the asynchronous runtime.
        let url = url.clone();
        let opened = thread::scope(|scope| scope.spawn(|| open(&url, &options)).join());
        let inside = opened.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        Ok(Self(Arc::new(inside)))
    }

    /// The engine underneath.
    pub fn engine(&self) -> Engine {
        self.0.url.engine()
    }

    /// The address it was opened at.
    pub fn url(&self) -> &DatabaseUrl {
        &self.0.url
    }

    /// The clock it was opened with.
    pub fn clock(&self) -> &Clock {
        &self.0.world.clock
    }

    /// The randomness it was opened with.
    pub fn entropy(&self) -> &Entropy {
        &self.0.world.entropy
    }

    /// Finishes the work that waits, refuses any other, and waits for the threads.
    pub fn close(&self) {
        self.0.close();
    }

    /// Gives work to the threads, where it waits for its turn.
    pub(super) fn hand_over(&self, job: BoxedJob) {
        let inside = &self.0;
        let queue = if job.writes() {
            &inside.writes
        } else {
            &inside.reads
        };
        queue.push(job);
    }

    /// Does the work on the thread that asks for it, if it writes to SQLite while nobody else does; hands it over otherwise.
    pub(super) fn work_at_once(&self, job: BoxedJob) {
        let inside = &self.0;
        let job = match &inside.pen {
            Some(pen) if job.writes() => {
                let _serving = Serving::begin();
                writer::write_at_once(pen, job, &inside.writes, &inside.world, &inside.tally)
            }
            _ => Some(job),
        };
        if let Some(job) = job {
            self.hand_over(job);
        }
    }

    pub(super) fn world(&self) -> &Arc<World> {
        &self.0.world
    }

    pub(super) fn tally(&self) -> &Tally {
        &self.0.tally
    }
}

impl Inside {
    fn close(&self) {
        self.writes.close();
        self.reads.close();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        if on_a_database_thread() {
            // The last clone was held by some work: its thread ends by itself, now that the queue is closed.
            return;
        }
        for thread in threads {
            // A thread that panicked is over all the same.
            let _ = thread.join();
        }
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.close();
    }
}

thread_local! {
    static SERVES: Cell<bool> = const { Cell::new(false) };
}

/// While it lives, the thread counts as one that runs transactions.
struct Serving;

impl Serving {
    fn begin() -> Self {
        SERVES.set(true);
        Self
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        SERVES.set(false);
    }
}

/// True on the threads that run transactions.
pub(super) fn on_a_database_thread() -> bool {
    SERVES.get()
}

fn open(url: &DatabaseUrl, options: &Options) -> Result<Inside, OpenRefused> {
    let world = Arc::new(World::new(options.clock.clone(), options.entropy.clone()));
    let writes = Arc::new(Queue::default());
    let mut inside = Inside {
        url: url.clone(),
        world,
        tally: Arc::default(),
        reads: Arc::clone(&writes),
        writes,
        pen: None,
        threads: Mutex::default(),
    };
    match &url.0 {
        Address::Sqlite(path) => {
            let purpose = if options.sqlite_scratch {
                Purpose::Scratch
            } else {
                Purpose::Write
            };
            let mut connection = connect(path, purpose)?;
            sqlite_open::migrate(&mut connection, path, options.migrations, &options.clock)?;
            drop(connection);
            inside.reads = Arc::new(Queue::default());
            let pen = Arc::new(Pen::new(SqliteLink::open(path, purpose)?));
            inside.pen = Some(Arc::clone(&pen));
            inside.serve("writer", &inside.writes, move |queue, world, tally| {
                writer::write_until_closed(&pen, queue, world, tally);
            })?;
            for _ in 0..options.sqlite_readers.get() {
                let link = SqliteLink::open(path, Purpose::Read)?;
                inside.serve("reader", &inside.reads, move |queue, world, tally| {
                    writer::read_until_closed(&link, queue, world, tally);
                })?;
            }
        }
        Address::Postgres(text) => {
            let config = postgres_open::config(url, text)?;
            let client = postgres_open::open(url, &config, options.migrations, &options.clock)?;
            let mut first = Some(PostgresLink::new(client));
            for _ in 0..options.postgres_connections.get() {
                let line = Line {
                    config: config.clone(),
                    link: first.take(),
                };
                inside.serve("postgres", &inside.writes, move |queue, world, tally| {
                    pool::serve_until_closed(line, queue, world, tally);
                })?;
            }
        }
    }
    Ok(inside)
}

impl Inside {
    fn serve(
        &self,
        name: &str,
        queue: &Arc<Queue>,
        work: impl FnOnce(&Queue, &World, &Arc<Tally>) + Send + 'static,
    ) -> Result<(), OpenRefused> {
        let (queue, world, tally) = (
            Arc::clone(queue),
            Arc::clone(&self.world),
            Arc::clone(&self.tally),
        );
        let thread = thread::Builder::new()
            .name(format!("database-{name}"))
            .spawn(move || {
                let _serving = Serving::begin();
                work(&queue, &world, &tally);
            })
            .map_err(|error| match self.url.path() {
                Some(path) => unreachable_file(path, error),
                None => OpenRefused::Unreachable {
                    url: self.url.clone(),
                    reason: error.to_string(),
                },
            })?;
        self.threads
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(thread);
        Ok(())
    }
}
