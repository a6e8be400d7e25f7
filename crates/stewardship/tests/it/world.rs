//! A place with members, a company, somebody of the team, and whoever decides.

use harness::{Session, Site, Visitor, new_place};
use kernel::{Actor, Email, Name, OrganisationId, PersonId, PlaceId, Role};
use people::{NewOrganisation, NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::{self, Extras, JobContext, JobReport, Runner};
use platform::mail::{self, OutboxMail};
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault, JobHandler};
use serde_json::Value;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// A place, its pages, and five people.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    done: Mutex<Receiver<()>>,
    _runner: Runner,
    /// A member who pays for herself.
    pub(crate) lucie: PersonId,
    /// A member whose company pays.
    pub(crate) karim: PersonId,
    /// Somebody of the desk.
    pub(crate) awa: PersonId,
    /// The managing director.
    pub(crate) helene: PersonId,
    /// Karim's company, which has no address of its own.
    pub(crate) novaquai: OrganisationId,
}

impl World {
    pub(crate) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let (people, novaquai) = db.write_blocking(move |tx| somebody(tx, place.id)).unwrap();
        let capabilities = vec![
            people::capability(),
            billing::capability(),
            offers::capability(),
            spaces::capability(),
            stewardship::capability(),
        ];
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let (sender, done) = channel();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings())
            .with(Mutex::new(sender));
        let site = Site::new(&db, capabilities, identify, extras.clone());
        let handlers = vec![
            JobHandler {
                kind: "stewardship.letter",
                run: |context| run_and_tell(0, context),
            },
            JobHandler {
                kind: "stewardship.reminders",
                run: |context| run_and_tell(1, context),
            },
        ];
        let runner = Runner::start(db.clone(), handlers, vec![], extras, 1);
        Self {
            db,
            place: place.id,
            site,
            done: Mutex::new(done),
            _runner: runner,
            lucie: people[0],
            karim: people[1],
            awa: people[2],
            helene: people[3],
            novaquai,
        }
    }

    pub(crate) fn member(&self, who: PersonId) -> Visitor {
        self.site.visitor().signed_in(who, Role::Member)
    }

    pub(crate) fn desk(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::Facilitator)
    }

    pub(crate) fn director(&self) -> Visitor {
        self.site.visitor().signed_in(self.helene, Role::ManagingDirector)
    }

    /// Asks for a job of the house, and waits until it is done.
    pub(crate) fn run(&self, kind: &'static str) {
        let system = Actor::system(self.place);
        self.db
            .write_blocking(move |tx| jobs::enqueue(tx, &system, kind, &Value::Null, None))
            .unwrap();
        self.wait_for(1);
    }

    /// Waits until so many jobs were done.
    pub(crate) fn wait_for(&self, jobs: usize) {
        for _ in 0..jobs {
            let done = self.done.lock().unwrap();
            done.recv_timeout(PATIENCE).expect("a job was asked for");
        }
    }

    /// Waits until so many jobs were done, and gives the outbox, the newest first.
    pub(crate) fn outbox_after(&self, jobs: usize) -> Vec<OutboxMail> {
        self.wait_for(jobs);
        self.read(|tx, place| mail::list(tx, place, 50).unwrap())
    }

    pub(crate) fn read<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, PlaceId) -> T + Send + 'static,
    ) -> T {
        let place = self.place;
        self.db
            .read_blocking(move |tx| Ok::<_, Fault>(work(tx, place)))
            .unwrap()
    }

    /// Does something as the program itself.
    pub(crate) fn act<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        let system = Actor::system(self.place);
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, &system)))
            .unwrap()
    }

    /// Lets so many days pass.
    pub(crate) fn days_pass(&self, days: i64) {
        let now = self.db.clock().now();
        self.db.clock().set(now.plus_minutes(days * 24 * 60));
    }
}

/// Lucie, Karim of Novaquai, Awa and Hélène, the first two members since a month.
fn somebody(tx: &mut Tx<'_>, place: PlaceId) -> Result<(Vec<PersonId>, OrganisationId), Fault> {
    let system = Actor::system(place);
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let company = NewOrganisation::named(Name::parse("Novaquai Ingénierie").unwrap());
    let company = people::create_organisation(tx, &system, company).unwrap();
    let mut ids = Vec::new();
    for (given, family, of) in [
        ("Lucie", "Amrani", None),
        ("Karim", "Haddouche", Some(company)),
        ("Awa", "Diarra", None),
        ("Hélène", "Castaing", None),
    ] {
        let name = PersonName::parse(given, family).unwrap();
        let address = format!("{}@example.org", kernel::fold(given));
        let new = NewPerson {
            email: Some(Email::parse(&address).unwrap()),
            organisation: of,
            ..NewPerson::named(name)
        };
        ids.push(people::create_person(tx, &system, new).unwrap());
    }
    for member in [ids[0], ids[1]] {
        people::become_member(tx, &system, member, today.plus_days(-30)).unwrap();
    }
    Ok((ids, company))
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}

/// A job of the capability, which then tells the test that it is done.
fn run_and_tell(which: usize, context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let report = (stewardship::capability().jobs[which].run)(context);
    let teller = context.extras.get::<Mutex<Sender<()>>>()?;
    teller.lock().unwrap().send(()).map_err(Fault::internal)?;
    report
}
