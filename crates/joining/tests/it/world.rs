//! A place that sells a pass and a plan, with a member, somebody of the team and a director.

use billing::{Basis, VatCategory};
use harness::{Background, Form, Session, Site, Visitor, and_tell, new_place};
use kernel::{Actor, Audience, Day, Email, Money, Name, PersonId, PlaceId, Role};
use offers::{OfferPrice, PassTerms, PlanTerms, UnitCosts};
use people::{NewPerson, PersonName};
use platform::Declarations;
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::mail::{self, OutboxMail};
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault, JobHandler};
use std::sync::Arc;

/// A place, its pages, and three people.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    background: Background,
    pub(crate) lucie: PersonId,
    /// Somebody of the team.
    pub(crate) awa: PersonId,
    /// Runs the place.
    pub(crate) noor: PersonId,
}

impl World {
    pub(crate) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let (id, zone) = (place.id, place.zone.clone());
        let people = db.write_blocking(move |tx| {
            let system = Actor::system(id);
            let today = tx.today(&zone);
            sell(tx, &system);
            let mut ids = Vec::new();
            for (given, family) in [("Lucie", "Amrani"), ("Awa", "Diarra"), ("Noor", "Bel")] {
                let email = Email::parse(&format!("{}@example.org", given.to_lowercase())).unwrap();
                let new = NewPerson {
                    email: Some(email),
                    ..NewPerson::named(PersonName::parse(given, family).unwrap())
                };
                ids.push(people::create_person(tx, &system, new).unwrap());
            }
            people::become_member(tx, &system, ids[0], today.plus_days(-30)).unwrap();
            for (who, role) in [(ids[1], Role::Facilitator), (ids[2], Role::ManagingDirector)] {
                people::create_account(tx, &system, who, None).unwrap();
                people::grant_role(tx, &system, who, role, today).unwrap();
            }
            people::create_account(tx, &system, ids[0], None).unwrap();
            Ok::<_, Fault>(ids)
        });
        let people = people.unwrap();
        let capabilities = vec![
            people::capability(),
            billing::capability(),
            offers::capability(),
            spaces::capability(),
            joining::capability(),
        ];
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Declarations::new(capabilities.iter().map(|one| one.personal)))
            .with(Site::settings());
        let site = Site::new(&db, capabilities, identify, extras.clone());
        let handler = JobHandler {
            kind: "joining.letter",
            run: |context| and_tell(context, joining::capability().jobs[0].run),
        };
        let background = Background::start(&db, vec![handler], extras);
        Self {
            db,
            place: id,
            site,
            background,
            lucie: people[0],
            awa: people[1],
            noor: people[2],
        }
    }

    pub(crate) fn member(&self, who: PersonId) -> Visitor {
        self.site.visitor().signed_in(who, Role::Member)
    }

    pub(crate) fn team(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::Facilitator)
    }

    pub(crate) fn director(&self) -> Visitor {
        self.site.visitor().signed_in(self.noor, Role::ManagingDirector)
    }

    pub(crate) fn stranger(&self) -> Visitor {
        self.site.visitor()
    }

    pub(crate) fn today(&self) -> Day {
        self.write(|tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            tx.today(&zone)
        })
    }

    /// Both texts are published.
    pub(crate) fn publishes(&self) {
        for (kind, body) in [("house_rules", "On range."), ("privacy_notice", "On garde peu.")] {
            let mut director = self.director();
            let form = director
                .page(&format!("/office/house-texts?kind={kind}"))
                .form("form[action=\"/office/house-texts\"]");
            let sent = director.post(&form.with("body", body));
            assert_eq!(sent.location, "/office/house-texts");
        }
    }

    /// The form of somebody who asks, everything needed filled in, all that is asked agreed to.
    pub(crate) fn asks(&self, visitor: &mut Visitor, given: &str, family: &str) -> Form {
        let page = visitor.page("/join");
        let mut form = page.form("form[action=\"/join\"]");
        for field in ["house_rules", "privacy_notice"] {
            for value in page.attributes(&format!("input[name={field}]"), "value") {
                form = form.and(field, &value);
            }
        }
        form.with("given_name", given)
            .with("family_name", family)
            .with("email", &format!("{}@example.org", given.to_lowercase()))
            .and("offer", "none")
    }

    /// Somebody asked and proved their address; the address of their application.
    pub(crate) fn has_applied(&self, form: Form, visitor: &mut Visitor) -> String {
        let sent = visitor.post(&form);
        assert_eq!(sent.status.as_u16(), 200, "{sent}");
        let link = self.link_of_the_last_letter();
        let confirm = visitor.page(&link).form("main form");
        let confirmed = visitor.post(&confirm);
        assert_eq!(confirmed.status.as_u16(), 200, "{confirmed}");
        let list = self.team().page("/office/applications");
        list.attributes("a[href^=\"/office/applications/\"]", "href")
            .into_iter()
            .find(|href| !href.ends_with("/new"))
            .unwrap_or_default()
    }

    pub(crate) fn link_of_the_last_letter(&self) -> String {
        let outbox = self.outbox_after(1);
        let text = &outbox[0].text_body;
        let start = text.find("https://lieu.example.org").unwrap();
        let link = text[start..].split_whitespace().next().unwrap();
        link.trim_start_matches("https://lieu.example.org").to_owned()
    }

    /// Waits until so many letters were written, and gives the outbox, the newest first.
    pub(crate) fn outbox_after(&self, letters: usize) -> Vec<OutboxMail> {
        self.background.wait_for(letters);
        self.write(|tx, system| mail::list(tx, system.place, 50).unwrap())
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

    /// The person of this address.
    pub(crate) fn person(&self, email: &str) -> Option<people::Person> {
        let email = Email::parse(email).unwrap();
        self.write(move |tx, system| people::person_by_email(tx, system.place, &email).unwrap())
    }
}

/// A pass of 30 units for 150 EUR net, and a plan for residents at 250 EUR net a month.
fn sell(tx: &mut Tx<'_>, system: &Actor) {
    billing::set_french_vat_rates(tx, system).unwrap();
    let net = |cents: i64| OfferPrice {
        amount: Money::from_cents(cents),
        basis: Basis::Net,
        vat: VatCategory::Standard,
        from: Day::parse("2024-01-01").unwrap(),
    };
    let pass = PassTerms {
        name: Name::parse("Carnet").unwrap(),
        units: 30,
        costs: UnitCosts::new(3, 2).unwrap(),
        validity_months: None,
        active: true,
    };
    offers::create_pass_offer(tx, system, pass, net(15_000)).unwrap();
    let plan = PlanTerms {
        name: Name::parse("Résident").unwrap(),
        audience: Audience::Resident,
        active: true,
    };
    offers::create_plan(tx, system, plan, net(25_000)).unwrap();
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
