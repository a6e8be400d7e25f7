//! A place with a hall and a room, a member, somebody of the team and a director, and whoever comes from outside.

mod furnishing;
mod telling;

use furnishing::{and_tell, furnish, identify, introduce};

use billing::{Product, Quote};
use harness::{Form, Site, Visitor, new_place};
use hires::Hire;
use kernel::{Actor, Day, Email, Id, MinuteOfDay, Period, PersonId, PlaceId, Role, Siren};
use platform::database::{Database, Tx};
use platform::jobs::{Extras, Runner};
use platform::mail::{self, OutboxMail};
use platform::place;
use platform::{Catalogue, Fault, JobHandler};
use spaces::{Holder, NewBooking, ResourceId};
use std::sync::mpsc::{Receiver, channel};
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
    /// A hall for eighty: 20 EUR net an hour for guests, 15 for others.
    pub(crate) hall: ResourceId,
    /// Something sold beside rooms.
    pub(crate) lunch: Id<Product>,
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
        let ((hall, lunch), people) = furnished.unwrap();
        let capabilities = vec![
            people::capability(),
            billing::capability(),
            offers::capability(),
            spaces::capability(),
            joining::capability(),
            guests::capability(),
            hires::capability(),
        ];
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let (sender, written) = channel();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Arc::new(press::Press::new()))
            .with(Site::settings())
            .with(Mutex::new(sender));
        let site = Site::new(&db, capabilities, identify, extras.clone());
        let handlers = vec![JobHandler {
            kind: "hires.letter",
            run: |context| and_tell(context, hires::capability().jobs[0].run),
        }];
        let runner = Runner::start(db.clone(), handlers, vec![], extras, 1);
        Self {
            db,
            place: id,
            site,
            written: Mutex::new(written),
            _runner: runner,
            hall,
            lunch,
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

    /// The form of a request for the hall on Saturday 20 June, sixty people, all that is asked agreed to.
    pub(crate) fn asks(&self, visitor: &mut Visitor, email: &str) -> Form {
        let page = visitor.page("/exclusive-hires");
        let mut form = page.form("main form");
        for value in page.attributes("input[name=house_rules]", "value") {
            form = form.and("house_rules", &value);
        }
        form.with("first_day", "2026-06-20")
            .with("people", "60")
            .and("spaces", &self.hall.to_string())
            .and("wishes", "lunch")
            .with("message", "Tables rondes")
            .with("given_name", "Solène")
            .with("family_name", "Guibert")
            .with("email", email)
            .with("phone", "06 39 98 12 40")
            .with("organisation", "Atelier du Faubourg")
            .with("siren", "732 829 320")
    }

    /// A request of Saturday 20 June whose address is proven: the two letters about it are written.
    pub(crate) fn asked(&self) -> Id<Hire> {
        self.asked_by(self.stranger())
    }

    /// The same, asked by somebody with a language of their own.
    pub(crate) fn asked_by(&self, mut visitor: Visitor) -> Id<Hire> {
        let form = self.asks(&mut visitor, "solene@example.org");
        let sent = visitor.post(&form);
        assert_eq!(sent.status, 200, "{sent}");
        let link = self.link_of_the_last_letter();
        let confirm = visitor.page(&link).form("main form");
        assert_eq!(visitor.post(&confirm).status, 303);
        self.outbox_after(2);
        self.latest()
    }

    /// The newest request that the team sees.
    pub(crate) fn latest(&self) -> Id<Hire> {
        let page = self.team().page("/office/exclusive-hires");
        let href = page.attribute("tbody th a", "href").expect("a request");
        Id::parse(href.rsplit('/').next().unwrap()).unwrap()
    }

    /// A request with its spaces kept past the opening hours, and a quote of 180 EUR with a lunch at choice, sent until 18 June. The
    /// letter with it is not written yet.
    pub(crate) fn quoted(&self) -> (Id<Hire>, Id<Quote>) {
        let hire = self.asked();
        (hire, self.quote_for(hire))
    }

    pub(crate) fn quote_for(&self, hire: Id<Hire>) -> Id<Quote> {
        let mut team = self.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let hold = team.page(&at).form("form[action$=holds]");
        let held = team.post(&hold.and("overriding", "yes"));
        assert_eq!(held.status, 303, "{held}");
        let draft = team.page(&at).form("form[action$=quotes]");
        let begun = team.post(&draft);
        assert_eq!(begun.status, 303, "{begun}");
        let quote = begun.location.clone();
        let form = team.page(&quote).form("main form");
        let form = form
            .with("line-1-label", "Déjeuner")
            .with("line-1-quantity", "60")
            .with("line-1-price", "15,00")
            .with("line-1-product", &self.lunch.to_string())
            .and("line-1-optional", "yes")
            .with("guarantee", "500")
            .with("valid_until", "2026-06-18");
        let kept = team.post(&form);
        assert_eq!(kept.status, 303, "{kept}");
        let send = team.page(&quote).form("form[action$=sending]");
        let sent = team.post(&send);
        assert_eq!(sent.status, 303, "{sent}");
        assert_eq!(sent.location, at, "{}", team.page(&sent.location));
        Id::parse(quote.rsplit('/').next().unwrap()).unwrap()
    }

    /// The address of the quote in the newest letter to the customer.
    pub(crate) fn link_to_quote(&self) -> String {
        let link = self.link_of_the_last_letter();
        assert!(link.starts_with("/quotes/"), "{link}");
        link
    }

    /// The form of a yes, whole.
    pub(crate) fn yes(&self, visitor: &mut Visitor, link: &str) -> Form {
        let page = visitor.page(link);
        let mut form = page.form("form[action$=acceptance]");
        for value in page.attributes("input[name=conditions]", "value") {
            form = form.and("conditions", &value);
        }
        form.with("name", "Solène Guibert, gérante")
            .with("street", "3 rue Haute")
            .with("postal_code", "44000")
            .with("city", "Nantes")
    }

    pub(crate) fn hire(&self, id: Id<Hire>) -> Hire {
        self.write(move |tx, system| hires::hire(tx, system.place, id).unwrap())
    }

    pub(crate) fn bookings(&self, id: Id<Hire>) -> Vec<Option<spaces::Booking>> {
        self.write(move |tx, system| {
            let slots = hires::slots_of(tx, system.place, id).unwrap();
            let mut found = Vec::new();
            for slot in slots {
                let booking = slot
                    .booking
                    .map(|id| spaces::store::bookings::find(tx, system.place, id));
                found.push(booking.map(|one| one.unwrap().unwrap()));
            }
            found
        })
    }

    /// The job that expires and reminds, now.
    pub(crate) fn upkeep(&self) {
        let place = self.place;
        let over = self.write(move |tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            let today = tx.today(&zone);
            billing::quotes_over(tx, place, today).unwrap()
        });
        for quote in over {
            self.write(move |tx, system| hires::expire(tx, system, quote).unwrap());
        }
    }

    /// When a day begins at the place.
    pub(crate) fn midnight(&self, day: Day) -> kernel::Instant {
        let zone = self.write(|tx, system| place::get(tx, system.place).unwrap().zone);
        zone.day_bounds(day).start()
    }

    /// The clock of the place, from now on.
    pub(crate) fn at(&self, day: &str, time: &str) {
        let zone = self.write(|tx, system| place::get(tx, system.place).unwrap().zone);
        let (day, minute) = (Day::parse(day).unwrap(), MinuteOfDay::parse(time).unwrap());
        self.db.clock().set(zone.instant(day, minute));
    }

    /// Damages are charged under the product of meals from now on.
    pub(crate) fn declares_indemnities(&self) {
        let mut director = self.director();
        let page = director.page("/office/exclusive-hires/settings");
        let form = page.form("form[action$=settings]");
        let sent = director.post(&form.with("indemnity", &self.lunch.to_string()));
        assert_eq!(sent.status, 303, "{sent}");
    }

    /// What `tribu verify` would find wrong with the books.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.write(|tx, system| {
            let mut report = platform::verify::Report::new();
            let checks = [billing::capability().verify, spaces::capability().verify];
            for check in checks.into_iter().flatten() {
                check(tx, system.place, &mut report).unwrap();
            }
            report.faults().iter().map(|fault| format!("{fault:?}")).collect()
        })
    }

    /// Customers are reminded of what ends within three days.
    pub(crate) fn reminds(&self) {
        let place = self.place;
        let near = self.write(move |tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            let today = tx.today(&zone);
            billing::quotes_to_remind(tx, place, (today, today.plus_days(3))).unwrap()
        });
        for quote in near {
            self.write(move |tx, system| hires::remind(tx, system, quote).unwrap());
        }
    }

    /// What an organisation owes for what was ordered, in cents, net.
    pub(crate) fn owed_by_organisation(&self, siren: &str) -> Vec<i64> {
        let siren = Siren::parse(siren).unwrap();
        self.write(move |tx, system| {
            let known = people::organisation_by_siren(tx, system.place, &siren)
                .unwrap()
                .unwrap();
            let payer = people::Party::Organisation(known.id);
            let customer = billing::known_customer(tx, system.place, payer).unwrap().unwrap();
            let days = kernel::Days::new(
                Day::parse("2026-01-01").unwrap(),
                Day::parse("2026-12-31").unwrap(),
            )
            .unwrap();
            let charges = billing::charges_for(tx, system.place, customer, days).unwrap();
            charges.iter().map(|charge| charge.amount.cents()).collect()
        })
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

    /// A booking for a member.
    pub(crate) fn own(&self, resource: ResourceId, period: Period) -> NewBooking {
        NewBooking {
            overriding: true,
            ..NewBooking::plain(resource, period, Holder::Person(self.lucie))
        }
    }
}
