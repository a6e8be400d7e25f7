//! A place with a room and desks, a member, somebody of the team and a director, and whoever comes from outside.

use billing::{Basis, Family, NewProduct, Price, PriceFor, Product, Unit, VatCategory};
use harness::{Form, Session, Site, Visitor, new_place};
use kernel::{
    Actor, Audience, Day, Email, Id, MinuteOfDay, Money, Name, Period, PersonId, PlaceId, Rate, Role, Weekday,
};
use people::{NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::{Extras, JobContext, JobReport, Runner};
use platform::mail::{self, OutboxMail};
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault, JobHandler};
use spaces::{BookingWindow, Holder, NewBooking, ResourceFacts, ResourceId, ResourceKind, Term};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    written: Mutex<Receiver<()>>,
    _runner: Runner,
    /// A room for eight: 20 EUR net an hour for guests, 15 for others.
    pub(crate) salon: ResourceId,
    /// Ten desks, counted on passes.
    pub(crate) desks: ResourceId,
    pub(crate) lucie: PersonId,
    awa: PersonId,
    noor: PersonId,
}

impl World {
    pub(crate) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let (id, zone) = (place.id, place.zone.clone());
        let furnished = db.write_blocking(move |tx| {
            let system = Actor::system(id);
            let today = tx.today(&zone);
            let spaces = furnish(tx, &system);
            let ids = introduce(tx, &system, today);
            Ok::<_, Fault>((spaces, ids))
        });
        let ((salon, desks), people) = furnished.unwrap();
        let capabilities = vec![
            people::capability(),
            billing::capability(),
            offers::capability(),
            spaces::capability(),
            joining::capability(),
            guests::capability(),
        ];
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let (sender, written) = channel();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings())
            .with(Mutex::new(sender));
        let site = Site::new(&db, capabilities, identify, extras.clone());
        let handlers = vec![
            JobHandler {
                kind: "guests.letter",
                run: |context| and_tell(context, guests::capability().jobs[0].run),
            },
            JobHandler {
                kind: "spaces.letter",
                run: |context| and_tell(context, spaces::capability().jobs[0].run),
            },
        ];
        let runner = Runner::start(db.clone(), handlers, vec![], extras, 1);
        Self {
            db,
            place: id,
            site,
            written: Mutex::new(written),
            _runner: runner,
            salon,
            desks,
            lucie: people[0],
            awa: people[1],
            noor: people[2],
        }
    }

    pub(crate) fn stranger(&self) -> Visitor {
        self.site.visitor()
    }

    pub(crate) fn member(&self) -> Visitor {
        self.site.visitor().signed_in(self.lucie, Role::Member)
    }

    pub(crate) fn team(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::Facilitator)
    }

    pub(crate) fn director(&self) -> Visitor {
        self.site.visitor().signed_in(self.noor, Role::ManagingDirector)
    }

    /// The place publishes what everybody agrees to.
    pub(crate) fn publishes(&self) {
        let mut director = self.director();
        let form = director
            .page("/office/house-texts?kind=house_rules")
            .form("form[action=\"/office/house-texts\"]");
        let sent = director.post(&form.with("body", "On range."));
        assert_eq!(sent.location, "/office/house-texts");
    }

    /// Hours of that day of June 2026.
    pub(crate) fn hours(&self, day: i64, from: u16, until: u16) -> Period {
        let zone = self.write(|tx, system| place::get(tx, system.place).unwrap().zone);
        let day = Day::parse("2026-06-01").unwrap().plus_days(day - 1);
        let at = |hour: u16| zone.instant(day, MinuteOfDay::from_minutes(hour * 60).unwrap());
        Period::new(at(from), at(until)).unwrap()
    }

    /// The form with hours and a price, and who one is, all that is asked agreed to.
    pub(crate) fn asks(&self, visitor: &mut Visitor, hours: &str, email: &str) -> Form {
        let page = visitor.page(&format!("/rooms/{}/booking?{hours}", self.salon));
        let mut form = page.form("main form");
        for value in page.attributes("input[name=house_rules]", "value") {
            form = form.and("house_rules", &value);
        }
        form.with("given_name", "Solène")
            .with("family_name", "Guibert")
            .with("email", email)
            .with("phone", "06 39 98 12 40")
            .and("step", "confirm")
    }

    /// Waits until so many letters were written, and gives the outbox, the newest first.
    pub(crate) fn outbox_after(&self, letters: usize) -> Vec<OutboxMail> {
        for _ in 0..letters {
            let written = self.written.lock().unwrap();
            written.recv_timeout(PATIENCE).expect("a letter was asked for");
        }
        self.write(|tx, system| mail::list(tx, system.place, 50).unwrap())
    }

    pub(crate) fn link_of_the_last_letter(&self) -> String {
        let outbox = self.outbox_after(1);
        let text = &outbox[0].text_body;
        let start = text.find("https://lieu.example.org").unwrap();
        let link = text[start..].split_whitespace().next().unwrap();
        link.trim_start_matches("https://lieu.example.org").to_owned()
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        let system = Actor::system(self.place);
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, &system)))
            .unwrap()
    }

    pub(crate) fn person(&self, email: &str) -> Option<people::Person> {
        let email = Email::parse(email).unwrap();
        self.write(move |tx, system| people::person_by_email(tx, system.place, &email).unwrap())
    }

    /// What somebody owes for what was booked, in cents, net.
    pub(crate) fn owed(&self, person: PersonId) -> Vec<i64> {
        self.write(move |tx, system| {
            let charges = billing::open_charges_of(tx, system.place, person).unwrap();
            charges.iter().map(|charge| charge.amount.cents()).collect()
        })
    }

    /// Guests must be answered before they have the room, and pay for giving it up within two days.
    pub(crate) fn asks_first(&self) {
        self.write(|tx, system| {
            let window = BookingWindow {
                needs_approval: true,
                ..BookingWindow::UNSET
            };
            spaces::set_booking_window(tx, system, None, Audience::External, Some(window)).unwrap();
        });
    }

    pub(crate) fn charges_for_giving_up(&self) {
        self.write(|tx, system| {
            let terms = vec![Term {
                notice_minutes: 0,
                fee: Rate::parse("50").unwrap(),
            }];
            spaces::set_cancellation_terms(tx, system, Audience::External, terms).unwrap();
        });
    }

    /// Coffee for each person, at 3.50; the room in a U.
    pub(crate) fn serves_coffee(&self) {
        let salon = self.salon;
        self.write(move |tx, system| {
            let product = spaces::store::resources::find(tx, system.place, salon)
                .unwrap()
                .unwrap();
            let facts = spaces::ExtraFacts {
                name: Name::parse("Café").unwrap(),
                unit: spaces::ExtraUnit::Person,
                price: Money::from_cents(350),
                product: product.facts.product.unwrap(),
                spaces: std::collections::BTreeSet::new(),
                notice_hours: 0,
                preparation: String::new(),
            };
            spaces::create_extra(tx, system, facts).unwrap();
            let layout = spaces::LayoutFacts {
                name: Name::parse("En U").unwrap(),
                capacity: 6,
                buffers: spaces::Buffers {
                    before: 15,
                    after: 15,
                },
            };
            spaces::add_layout(tx, system, salon, layout).unwrap();
        });
    }

    /// A booking for a member.
    pub(crate) fn own(&self, period: Period) -> NewBooking {
        NewBooking::plain(self.salon, period, Holder::Person(self.lucie))
    }
}

fn introduce(tx: &mut Tx<'_>, system: &Actor, today: Day) -> Vec<PersonId> {
    let mut ids = Vec::new();
    for (given, family) in [("Lucie", "Amrani"), ("Awa", "Diarra"), ("Noor", "Bel")] {
        let email = Email::parse(&format!("{}@example.org", given.to_lowercase())).unwrap();
        let new = NewPerson {
            email: Some(email),
            ..NewPerson::named(PersonName::parse(given, family).unwrap())
        };
        let person = people::create_person(tx, system, new).unwrap();
        people::create_account(tx, system, person, None).unwrap();
        ids.push(person);
    }
    people::become_member(tx, system, ids[0], today.plus_days(-30)).unwrap();
    for (who, role) in [(ids[1], Role::Facilitator), (ids[2], Role::ManagingDirector)] {
        people::grant_role(tx, system, who, role, today).unwrap();
    }
    ids
}

fn furnish(tx: &mut Tx<'_>, system: &Actor) -> (ResourceId, ResourceId) {
    billing::set_french_vat_rates(tx, system).unwrap();
    let product = NewProduct {
        code: "SALLE".to_owned(),
        name: "Location de salle".to_owned(),
        family: Family::Room,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: "706000".to_owned(),
    };
    let product = billing::create_product(tx, system, product).unwrap();
    for (audience, cents) in [(None, 1_500), (Some(Audience::External), 2_000)] {
        price(tx, system, product, audience, cents);
    }
    let minute = |text| MinuteOfDay::parse(text).unwrap();
    spaces::templates::open_house(tx, system, &Weekday::ALL[..5], minute("08:00"), minute("20:00")).unwrap();
    let trusting = BookingWindow::UNSET;
    spaces::set_booking_window(tx, system, None, Audience::External, Some(trusting)).unwrap();
    let salon = ResourceFacts {
        product: Some(product),
        level: "1er étage".to_owned(),
        equipment: "Écran\nTableau blanc".to_owned(),
        description: "Vue sur la cour </script>.".to_owned(),
        ..ResourceFacts::named(ResourceKind::Room, Name::parse("Salon").unwrap(), 8)
    };
    let salon = spaces::create_resource(tx, system, salon, None).unwrap();
    let desks = ResourceFacts {
        units: 10,
        ..ResourceFacts::named(ResourceKind::DeskPool, Name::parse("Postes").unwrap(), 10)
    };
    (salon, spaces::create_resource(tx, system, desks, None).unwrap())
}

fn price(tx: &mut Tx<'_>, system: &Actor, product: Id<Product>, audience: Option<Audience>, cents: i64) {
    let new = Price {
        product,
        audience: PriceFor(audience),
        unit: Unit::Hour,
        amount: Money::from_cents(cents),
        from: Day::new(2026, 1, 1).unwrap(),
    };
    billing::set_price(tx, system, new).unwrap();
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}

/// A job, which then tells the test that it is done.
fn and_tell(
    context: &JobContext<'_>,
    run: fn(&JobContext<'_>) -> Result<JobReport, Fault>,
) -> Result<JobReport, Fault> {
    let report = run(context);
    let teller = context.extras.get::<Mutex<Sender<()>>>()?;
    teller.lock().unwrap().send(()).map_err(Fault::internal)?;
    report
}
