//! A place with members, somebody of the team, and somebody who left.

use harness::{Form, Session, Site, Visitor, new_place};
use kernel::{Actor, Email, PersonId, PlaceId, Role};
use people::{NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::{Extras, JobContext, JobReport, Runner};
use platform::mail::{self, OutboxMail};
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault, JobHandler};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// A place, its pages, and four people.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    written: Mutex<Receiver<()>>,
    _runner: Runner,
    pub(crate) lucie: PersonId,
    pub(crate) karim: PersonId,
    /// Somebody of the team.
    pub(crate) awa: PersonId,
    /// Left yesterday.
    pub(crate) oumou: PersonId,
}

impl World {
    pub(crate) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let zone = place.zone.clone();
        let people = db.write_blocking(move |tx| {
            let system = Actor::system(place.id);
            let today = tx.today(&zone);
            let mut ids = Vec::new();
            for (given, family) in [
                ("Lucie", "Amrani"),
                ("Karim", "Haddouche"),
                ("Awa", "Diarra"),
                ("Oumou", "Traoré"),
            ] {
                let name = PersonName::parse(given, family).unwrap();
                let email = Email::parse(&format!("{}@example.org", given.to_lowercase())).unwrap();
                let new = NewPerson {
                    email: Some(email),
                    ..NewPerson::named(name)
                };
                ids.push(people::create_person(tx, &system, new).unwrap());
            }
            for member in [ids[0], ids[1], ids[3]] {
                people::become_member(tx, &system, member, today.plus_days(-30)).unwrap();
            }
            people::end_membership(tx, &system, ids[3], today.plus_days(-1)).unwrap();
            people::create_account(tx, &system, ids[2], None).unwrap();
            people::grant_role(tx, &system, ids[2], Role::Facilitator, today).unwrap();
            Ok::<_, Fault>(ids)
        });
        let people = people.unwrap();
        let capabilities = vec![people::capability(), directory::capability()];
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let (sender, written) = channel();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings())
            .with(Mutex::new(sender));
        let site = Site::new(&db, capabilities, identify, extras.clone());
        let handler = JobHandler {
            kind: "directory.letter",
            run: write_and_tell,
        };
        let runner = Runner::start(db.clone(), vec![handler], vec![], extras, 1);
        Self {
            db,
            place: place.id,
            site,
            written: Mutex::new(written),
            _runner: runner,
            lucie: people[0],
            karim: people[1],
            awa: people[2],
            oumou: people[3],
        }
    }

    pub(crate) fn member(&self, who: PersonId) -> Visitor {
        self.site.visitor().signed_in(who, Role::Member)
    }

    pub(crate) fn team(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::Facilitator)
    }

    pub(crate) fn stranger(&self) -> Visitor {
        self.site.visitor()
    }

    /// Somebody keeps a card seen by members, with these skills.
    pub(crate) fn keeps_card(&self, who: PersonId, trade: &str, skills: &str) -> Visitor {
        let mut visitor = self.member(who);
        let form = card_form(&mut visitor)
            .with("trade", trade)
            .with("skills", skills);
        assert_eq!(visitor.post(&form).location, "/me/card");
        visitor
    }

    /// Waits until so many letters were written, and gives the outbox, the newest first.
    pub(crate) fn outbox_after(&self, letters: usize) -> Vec<OutboxMail> {
        for _ in 0..letters {
            let written = self.written.lock().unwrap();
            written.recv_timeout(PATIENCE).expect("a letter was asked for");
        }
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
}

/// The form of one's own card.
pub(crate) fn card_form(visitor: &mut Visitor) -> Form {
    visitor.page("/me/card").form("form[action=\"/me/card\"]")
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}

/// The job of the capability, which then tells the test that it is done.
fn write_and_tell(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let report = (directory::capability().jobs[0].run)(context);
    let teller = context.extras.get::<Mutex<Sender<()>>>()?;
    teller.lock().unwrap().send(()).map_err(Fault::internal)?;
    report
}
