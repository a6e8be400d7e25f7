//! The demonstration in its database: made once, and there whole or not at all.
//!
//! It is made in a database of its own and only then brought into the one that was asked for, in one transaction of that one. So a
//! maker that is killed leaves nothing behind but its own file, and the next one begins again; and either engine will do.

use super::making::{Made, Step, make};
use super::{MADE_ON_SETTING, Scenario, story};
use kernel::{Day, Instant};
use platform::clock::{Clock, Entropy};
use platform::database::backup::{self, BackupRefused};
use platform::database::{Database, DatabaseUrl, OpenRefused, Options};
use platform::{Fault, place};
use press::Press;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What was found in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A demonstration, made on that day.
    Demonstration(Option<Day>),
    /// Nothing: the demonstration was made now.
    Nothing(Made),
}

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum KeepRefused {
    /// The database holds a place where real people work.
    #[error("{0} holds a place that is no demonstration; choose another database")]
    RealPlace(DatabaseUrl),
    /// A database does not open.
    #[error(transparent)]
    Open(#[from] OpenRefused),
    /// What was made cannot be brought in.
    #[error(transparent)]
    Backup(#[from] BackupRefused),
    /// The story and the house disagree, or a database fails.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// Another process makes it.
    #[error("another process is making the demonstration in {0}; try again when it is done")]
    BeingMade(PathBuf),
    /// A file cannot be made or taken away.
    #[error("{path}: {reason}")]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
}

/// Sees to it that the database at `url` holds a demonstration: makes it if there is none, as `scenario` wants it for the day on
/// which it ends.
///
/// # Errors
/// [`KeepRefused`]; the database is then as it was.
pub fn keep(
    url: &DatabaseUrl,
    options: &Options,
    scenario: impl FnOnce(Day) -> Scenario,
    tell: &dyn Fn(Step),
) -> Result<Found, KeepRefused> {
    if let Some(found) = look(url, options)? {
        return Ok(found);
    }
    let workshop = Workshop::beside(url)?;
    let made = work(&workshop, options, scenario, tell)?;
    match backup::restore(&workshop.file(), url, false, options) {
        Ok(_) => Ok(Found::Nothing(made)),
        // Somebody else was faster.
        Err(BackupRefused::NotEmpty(_)) => {
            look(url, options)?.ok_or_else(|| KeepRefused::RealPlace(url.clone()))
        }
        Err(refused) => Err(refused.into()),
    }
}

/// Whether a demonstration that ended on that day looks abandoned: it ended before yesterday.
///
/// # Errors
/// A fault of the program.
pub fn is_outlived(ended_on: Day, now: Instant) -> Result<bool, Fault> {
    Ok(ended_on < story::today(now)?.plus_days(-1))
}

/// Makes the demonstration at `url` anew, for the day on which it then ends. The earlier one stays until the new one is whole.
///
/// # Errors
/// [`KeepRefused`]; the database is then as it was.
pub fn renew(
    url: &DatabaseUrl,
    options: &Options,
    scenario: impl FnOnce(Day) -> Scenario,
    tell: &dyn Fn(Step),
) -> Result<Made, KeepRefused> {
    look(url, options)?;
    let workshop = Workshop::beside(url)?;
    let made = work(&workshop, options, scenario, tell)?;
    // Real people are never written over, even if they came while the new one was made.
    look(url, options)?;
    backup::restore(&workshop.file(), url, true, options)?;
    Ok(made)
}

/// Makes the demonstration in the workshop.
fn work(
    workshop: &Workshop,
    options: &Options,
    scenario: impl FnOnce(Day) -> Scenario,
    tell: &dyn Fn(Step),
) -> Result<Made, KeepRefused> {
    let now = options.clock.now();
    let scenario = Scenario {
        not_after: Some(now),
        ..scenario(story::today(now)?)
    };
    make_at(&workshop.file(), now, &scenario, tell)
}

/// What the database holds already; none when it holds no place.
fn look(url: &DatabaseUrl, options: &Options) -> Result<Option<Found>, KeepRefused> {
    if url.path().is_some_and(|file| !file.exists()) {
        return Ok(None);
    }
    let db = Database::open(url, options.clone())?;
    let found = db.read_blocking(|tx| {
        let places = place::all(tx)?;
        let Some(first) = places.first() else {
            return Ok(None);
        };
        let made_on = place::setting(tx, first.id, MADE_ON_SETTING)?;
        Ok::<_, Fault>(Some((places.iter().all(|place| place.demonstration), made_on)))
    })?;
    db.close();
    match found {
        None => Ok(None),
        Some((false, _)) => Err(KeepRefused::RealPlace(url.clone())),
        Some((true, day)) => Ok(Some(Found::Demonstration(
            day.and_then(|day| Day::parse(&day).ok()),
        ))),
    }
}

/// Makes the demonstration in a file of its own.
fn make_at(file: &Path, now: Instant, scenario: &Scenario, tell: &dyn Fn(Step)) -> Result<Made, KeepRefused> {
    let options = Options {
        clock: Clock::fixed(now),
        entropy: Entropy::seeded(scenario.seed),
        sqlite_scratch: true,
        ..Options::default()
    };
    let db = Database::open(&DatabaseUrl::file(file), options)?;
    let made = make(&db, scenario, Some(&Press::new()), tell);
    db.close();
    Ok(made?)
}

/// The folder in which a demonstration is made, taken away when it is done with. What a killed maker left there is thrown out.
struct Workshop {
    folder: PathBuf,
    /// Held as long as somebody works here.
    _lock: File,
}

impl Workshop {
    /// Beside the file that was asked for; for a server, among the temporary files.
    fn beside(url: &DatabaseUrl) -> Result<Self, KeepRefused> {
        let folder = match url.path() {
            Some(file) => {
                let mut name = file.as_os_str().to_owned();
                name.push(".making");
                PathBuf::from(name)
            }
            None => std::env::temp_dir().join(format!("tribu-demo.{}.making", std::process::id())),
        };
        let wrong = |reason: io::Error| KeepRefused::File {
            path: folder.clone(),
            reason,
        };
        fs::create_dir_all(&folder).map_err(wrong)?;
        let lock = File::create(folder.join("lock")).map_err(wrong)?;
        lock.try_lock()
            .map_err(|_| KeepRefused::BeingMade(folder.clone()))?;
        let workshop = Self {
            folder: folder.clone(),
            _lock: lock,
        };
        let file = workshop.file();
        for left in ["", "-wal", "-shm", "-journal"] {
            let mut name = file.as_os_str().to_owned();
            name.push(left);
            match fs::remove_file(&name) {
                Err(reason) if reason.kind() != io::ErrorKind::NotFound => return Err(wrong(reason)),
                _ => {}
            }
        }
        Ok(workshop)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("tribu.db")
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // What cannot be taken away now is thrown out by the next maker.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
