//! What people may ask about their data, in a whole house with two months of life in it (T39, T78).

mod asked;
mod erased;
mod merged;
mod retained;

use crate::world::{PASSWORD, World};
use app::composition::{House, declarations};
use harness::{FreshDatabase, Site, Visitor};
use kernel::{Actor, Email, PersonId, Phone, PlaceId, Role};
use people::{NewPerson, Password, PersonName};
use platform::Fault;
use platform::database::{Database, Tx, params, row, statement};
use platform::jobs::{Extras, JobContext, JobReport, Runner};
use platform::personal::{Held, Owner};
use platform::{Catalogue, JobHandler};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(60);
/// A name that nobody else has, and that no word holds.
const NAME: (&str, &str) = ("Zoé", "Quévrin-Ôst");
const ADDRESS: &str = "zoe.quevrin@example.org";
const PHONE: &str = "+33698765432";

row! { struct CountRow { count: i64 } }

statement! {
    LEFT_TO_DO -> CountRow = "
        select count(*) as count
        from job
        where place_id = $1 and kind in ('privacy.copy', 'privacy.letter', 'privacy.retention')
            and state in ('waiting', 'running')";
}

/// A house that lives, and the jobs of privacy.
struct Privacy {
    world: World,
    db: Database,
    place: PlaceId,
    zoe: PersonId,
    done: Mutex<Receiver<()>>,
    _runner: Runner,
}

impl Privacy {
    fn in_house(fresh: &FreshDatabase, roles: &[Role]) -> Self {
        let db = fresh.database().clone();
        let world = World::lived_in(&db, roles);
        let place = world.place.as_ref().unwrap().id;
        let zoe = somebody(&db, place, NAME, ADDRESS, Some(PHONE));
        let messages: Vec<_> = app::composition::capabilities()
            .iter()
            .map(|one| one.messages)
            .collect();
        let (sender, done) = channel();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(declarations())
            .with(Site::settings())
            .with(Mutex::new(sender));
        let handlers = ["privacy.copy", "privacy.letter", "privacy.retention"];
        let handlers = handlers.map(|kind| JobHandler {
            kind,
            run: match kind {
                "privacy.copy" => copy_and_tell,
                "privacy.letter" => write_and_tell,
                _ => retain_and_tell,
            },
        });
        let runner = Runner::start(db.clone(), handlers.to_vec(), vec![], extras, 1);
        // What the making of the house left to do is not what a test waits for.
        let waits = move |tx: &mut Tx<'_>| tx.one(&LEFT_TO_DO, &params![place]);
        while db.read_blocking(waits).unwrap().count > 0 {
            let _ = done.recv_timeout(Duration::from_millis(100));
        }
        while done.try_recv().is_ok() {}
        Self {
            _runner: runner,
            world,
            db,
            place,
            zoe,
            done: Mutex::new(done),
        }
    }

    /// The request of Zoé in the queue of the office.
    fn request(office: &mut Visitor) -> String {
        let links = "main li a[href^=\"/office/personal-data/\"]";
        let queue = office.page("/office/personal-data");
        let named = queue.all(links).into_iter().zip(queue.attributes(links, "href"));
        let mut hers = named.filter(|(name, _)| name.contains("Quévrin"));
        hers.next().expect("her request stands in the queue").1
    }

    fn job_done(&self) {
        let done = self.done.lock().unwrap();
        done.recv_timeout(PATIENCE).expect("a job was asked for");
    }

    fn write<T: Send + 'static>(&self, work: impl Fn(&mut Tx<'_>, PlaceId) -> T + Send + 'static) -> T {
        let place = self.place;
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, place)))
            .unwrap()
    }
}

/// A person with an account and the password of tests.
fn somebody(
    db: &Database,
    place: PlaceId,
    (given, family): (&'static str, &'static str),
    email: &'static str,
    phone: Option<&'static str>,
) -> PersonId {
    let salt = db.entropy().bytes::<16>();
    let hash = people::hash_password(&Password::parse(PASSWORD).unwrap(), salt).unwrap();
    db.write_blocking(move |tx| {
        let actor = Actor::system(place);
        let mut new = NewPerson::named(PersonName::parse(given, family).unwrap());
        new.email = Some(Email::parse(email).unwrap());
        new.phone = phone.map(|phone| Phone::parse(phone).unwrap());
        new.note = format!("{given} {family} vient le mardi");
        let person = people::create_person(tx, &actor, new).unwrap();
        people::create_account(tx, &actor, person, Some(&hash)).unwrap();
        Ok::<_, Fault>(person)
    })
    .unwrap()
}

/// The columns with a person that move when two records become one.
fn person_columns() -> Vec<(&'static Held, &'static str)> {
    let mut columns = Vec::new();
    for held in declarations().tables() {
        for owner in held.owners {
            if let Owner::Person(column) = owner
                && *column != "id"
            {
                columns.push((held, *column));
            }
        }
        columns.extend(held.doers.iter().map(|column| (held, *column)));
    }
    columns
}

/// Gives one person rows of others in every declared column of which anybody has some, and says in which. Only the references
/// matter here: who paid or came is not looked at.
fn endow(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    spared: &[PersonId],
) -> Vec<(&'static Held, &'static str)> {
    let everybody: Vec<PersonId> = people::person_keys(tx, place)
        .unwrap()
        .into_iter()
        .map(|key| key.id)
        .filter(|id| *id != person && !spared.contains(id))
        .collect();
    let mut endowed = Vec::new();
    for (held, column) in person_columns() {
        // One account is one's own, and a day of presence belongs to its visits.
        if held.table == "account" || held.table.starts_with("check_in") {
            continue;
        }
        let mut had = tx.count_held(held.table, column, place, person.as_i64()).unwrap();
        for other in &everybody {
            if had > 0 {
                break;
            }
            had = tx.count_held(held.table, column, place, other.as_i64()).unwrap();
            if had > 0 {
                tx.move_held(held, column, place, (person.as_i64(), other.as_i64()))
                    .unwrap();
                had = tx.count_held(held.table, column, place, person.as_i64()).unwrap();
            }
        }
        if had > 0 {
            endowed.push((held, column));
        }
    }
    endowed
}

/// Everything a database holds, as the bytes of a copy without free pages.
fn bytes_of(fresh: &FreshDatabase) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db");
    copy_to(fresh, &file);
    std::fs::read(&file).unwrap()
}

fn copy_to(fresh: &FreshDatabase, file: &std::path::Path) {
    let url = platform::database::DatabaseUrl::parse(&fresh.url()).unwrap();
    platform::database::backup::backup(&url, file, &platform::database::Options::default()).unwrap();
}

/// Nothing that a database holds names Zoé, however it is written.
#[track_caller]
fn assert_nobody_named(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for trace in ["Quévrin", "quevrin", "Qu\\u00e9vrin", "98765432", "98 76 54 32"] {
        if let Some(at) = text.find(trace) {
            let from = text.floor_char_boundary(at.saturating_sub(200));
            let to = text.floor_char_boundary((at + 100).min(text.len()));
            panic!("`{trace}` is still there: {:?}", &text[from..to]);
        }
    }
}

fn job(context: &JobContext<'_>, kind: &str) -> Result<JobReport, Fault> {
    let handlers = privacy::capability().jobs;
    let handler = handlers.iter().find(|handler| handler.kind == kind).unwrap();
    let report = (handler.run)(context);
    if let Err(fault) = &report {
        eprintln!("{kind}: {fault}");
    }
    let teller = context.extras.get::<Mutex<Sender<()>>>()?;
    teller.lock().unwrap().send(()).map_err(Fault::internal)?;
    report
}

fn copy_and_tell(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    job(context, "privacy.copy")
}

fn write_and_tell(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    job(context, "privacy.letter")
}

fn retain_and_tell(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    job(context, "privacy.retention")
}

/// A house put together as the program does it, for its messages.
fn catalogue(db: &Database) -> Arc<Catalogue> {
    House::new(db.clone(), Site::settings())
        .unwrap()
        .app
        .messages
        .clone()
}
