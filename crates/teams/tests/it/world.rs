//! A company with two people, one of whom runs its team; another company; somebody of the place's own team.

use billing::{Basis, VatCategory};
use harness::{Background, Session, Site, Visitor, and_tell, new_place};
use kernel::{Actor, Audience, Day, Email, Money, Name, OrganisationId, PersonId, PlaceId, Role};
use offers::{OfferPrice, PassTerms, PlanTerms, UnitCosts};
use people::{NewOrganisation, NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::mail::{self, OutboxMail};
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault, JobHandler};
use std::sync::Arc;

/// A place, its pages, and those who come.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    background: Background,
    /// The company.
    pub(crate) wood: OrganisationId,
    /// Another one.
    pub(crate) stone: OrganisationId,
    /// Runs the team of the company.
    pub(crate) lucie: PersonId,
    /// Belongs to it.
    pub(crate) karim: PersonId,
    /// Belongs to the other one.
    pub(crate) oumou: PersonId,
    /// Of the place's own team.
    pub(crate) awa: PersonId,
}

impl World {
    pub(crate) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let (id, zone) = (place.id, place.zone.clone());
        let made = db.write_blocking(move |tx| {
            let today = tx.today(&zone);
            Ok::<_, Fault>(settle(tx, &Actor::system(id), today))
        });
        let (wood, stone, ids) = made.unwrap();
        let capabilities = vec![
            people::capability(),
            billing::capability(),
            offers::capability(),
            spaces::capability(),
            teams::capability(),
        ];
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings());
        let site = Site::new(&db, capabilities, identify, extras.clone());
        let handler = JobHandler {
            kind: "teams.letter",
            run: |context| and_tell(context, teams::capability().jobs[0].run),
        };
        let background = Background::start(&db, vec![handler], extras);
        Self {
            db,
            place: id,
            site,
            background,
            wood,
            stone,
            lucie: ids[0],
            karim: ids[1],
            oumou: ids[2],
            awa: ids[3],
        }
    }

    /// The place let Lucie run the team of her company.
    pub(crate) fn with_manager(self) -> Self {
        let mut team = self.team();
        let address = format!("/office/organisations/{}/team", self.wood);
        let form = team.page(&address).form("form.stack");
        let named = team.post(&form.with("person", &self.lucie.to_string()));
        assert_eq!(named.location, address);
        self
    }

    pub(crate) fn member(&self, who: PersonId) -> Visitor {
        self.site.visitor().signed_in(who, Role::Member)
    }

    pub(crate) fn team(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::Facilitator)
    }

    pub(crate) fn director(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::ManagingDirector)
    }

    /// From now on the plan is taken for so many months, with so many months of notice.
    pub(crate) fn commits_to(&self, months: i64, notice: i64) {
        self.write(move |tx, system| {
            let plan = offers::plans(tx, system.place).unwrap()[0].id;
            let conditions = offers::PlanConditions {
                commitment_months: months,
                notice: offers::PlanNotice {
                    months: notice,
                    to_the_end: false,
                },
                ..Default::default()
            };
            offers::set_plan_conditions(tx, system, plan, &conditions, &Default::default()).unwrap();
        });
    }

    /// The path of the link of the newest letter.
    pub(crate) fn link(&self) -> String {
        let outbox = self.outbox_after(1);
        let text = &outbox[0].text_body;
        let start = text.find("https://lieu.example.org").unwrap();
        let link = text[start..].split_whitespace().next().unwrap();
        link.trim_start_matches("https://lieu.example.org").to_owned()
    }

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

    pub(crate) fn today(&self) -> Day {
        self.write(|tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            tx.today(&zone)
        })
    }

    /// The person of this address.
    pub(crate) fn person(&self, email: &str) -> Option<people::Person> {
        let email = Email::parse(email).unwrap();
        self.write(move |tx, system| people::person_by_email(tx, system.place, &email).unwrap())
    }

    /// Somebody buys a pass today; whoever pays for them pays it.
    pub(crate) fn buys_a_pass(&self, who: PersonId) {
        let today = self.today();
        self.write(move |tx, system| {
            let offer = offers::pass_offers(tx, system.place).unwrap()[0].id;
            let sale = offers::NewPassSale {
                person: who,
                offer,
                on: today,
                seen: None,
            };
            offers::sell_pass(tx, system, sale).unwrap();
        });
    }

    /// Somebody holds the plan from today on.
    pub(crate) fn takes_the_plan(&self, who: PersonId) {
        let today = self.today();
        self.write(move |tx, system| {
            let plan = offers::plans(tx, system.place).unwrap()[0].id;
            let new = offers::NewSubscription {
                person: who,
                plan,
                from: today,
                on: today,
                seen: None,
            };
            offers::subscribe_plan(tx, system, new).unwrap();
        });
    }
}

/// The two companies, and Lucie, Karim, Oumou and Awa.
fn settle(tx: &mut Tx<'_>, system: &Actor, today: Day) -> (OrganisationId, OrganisationId, Vec<PersonId>) {
    sell(tx, system);
    let [wood, stone] = ["Petit Bois", "Grande Pierre"].map(|name| {
        let new = NewOrganisation::named(Name::parse(name).unwrap());
        people::create_organisation(tx, system, new).unwrap()
    });
    let mut ids = Vec::new();
    let everybody = [
        ("Lucie", Some(wood)),
        ("Karim", Some(wood)),
        ("Oumou", Some(stone)),
        ("Awa", None),
    ];
    for (given, organisation) in everybody {
        let email = Email::parse(&format!("{}@example.org", given.to_lowercase())).unwrap();
        let new = NewPerson {
            email: Some(email),
            organisation,
            ..NewPerson::named(PersonName::parse(given, "Test").unwrap())
        };
        let person = people::create_person(tx, system, new).unwrap();
        people::become_member(tx, system, person, today.plus_days(-30)).unwrap();
        people::create_account(tx, system, person, None).unwrap();
        ids.push(person);
    }
    people::grant_role(tx, system, ids[3], Role::Facilitator, today).unwrap();
    (wood, stone, ids)
}

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
