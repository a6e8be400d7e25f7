//! Two places with a room each, members, a team, and keys.

use api::{NewToken, Scope};
use harness::{Reply, Session, Site, Visitor, new_place};
use kernel::{Actor, Audience, Email, MinuteOfDay, Name, PersonId, PlaceId, Role, Weekday};
use people::{NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::web::SignedIn;
use platform::{Capability, Catalogue, Fault, permissions_of, place};
use serde_json::Value;
use spaces::{ResourceFacts, ResourceId, ResourceKind, WeeklyHours};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) const NEIGHBOUR: &str = "voisin.example.org";

pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    pub(crate) extras: Extras,
    /// One person of each role.
    pub(crate) people: BTreeMap<Role, PersonId>,
    /// A second member.
    pub(crate) karim: PersonId,
    pub(crate) room: ResourceId,
    /// The place next door: its director, a member and its room.
    pub(crate) there: (PersonId, PersonId, ResourceId),
}

pub(crate) fn capabilities() -> Vec<Capability> {
    vec![
        people::capability(),
        billing::capability(),
        offers::capability(),
        spaces::capability(),
        directory::capability(),
        stewardship::capability(),
        events::capability(),
        floors::capability(),
        teams::capability(),
        // Its entries stand among those of guests, which are not here.
        Capability {
            navigation: &[],
            ..hires::capability()
        },
        api::capability(),
    ]
}

impl World {
    pub(crate) fn new(db: &Database) -> Self {
        Self::calling(db, api::Outgoing::default())
    }

    /// As [`World::new`], in an installation that decides so about calls that leave it.
    pub(crate) fn calling(db: &Database, outgoing: api::Outgoing) -> Self {
        let here = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let mut next_door = new_place();
        next_door.host = Some(NEIGHBOUR.to_owned());
        let there = db
            .write_blocking(move |tx| place::create(tx, next_door.clone()))
            .unwrap();
        let (here_id, there_id) = (here.id, there.id);
        let (people, karim, room) = db
            .write_blocking(move |tx| {
                let mut people = BTreeMap::new();
                for role in Role::ALL {
                    people.insert(*role, person(tx, here_id, role.code(), Some(*role)));
                }
                let karim = person(tx, here_id, "karim", Some(Role::Member));
                Ok::<_, Fault>((people, karim, open_room(tx, here_id)))
            })
            .unwrap();
        let there = db
            .write_blocking(move |tx| {
                let director = person(tx, there_id, "there", Some(Role::ManagingDirector));
                let member = person(tx, there_id, "stranger", Some(Role::Member));
                Ok::<_, Fault>((director, member, open_room(tx, there_id)))
            })
            .unwrap();
        let messages: Vec<_> = capabilities().iter().map(|one| one.messages).collect();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings())
            .with(outgoing);
        Self {
            db: db.clone(),
            place: here_id,
            site: Site::new(db, capabilities(), identify, extras.clone()),
            extras,
            people,
            karim,
            room,
            there,
        }
    }

    /// A key of somebody of this role that opens all of these.
    pub(crate) fn key(&self, role: Role, scopes: &[Scope]) -> String {
        self.key_of(self.people[&role], scopes)
    }

    /// A key of this person.
    pub(crate) fn key_of(&self, person: PersonId, scopes: &[Scope]) -> String {
        let secret = api::secret(self.db.entropy().bytes());
        let new = NewToken {
            name: "essai".to_owned(),
            scopes: scopes.iter().copied().collect::<BTreeSet<_>>(),
            days: 30,
        };
        let (place, made) = (self.place_of(person), secret.clone());
        self.db
            .write_blocking(move |tx| {
                let (account, roles) = people::standing(tx, place, person)?.unwrap();
                let grants: Vec<_> = capabilities()
                    .iter()
                    .flat_map(|one| one.permissions)
                    .copied()
                    .collect();
                let actor = Actor::person(
                    place,
                    account,
                    person,
                    roles.clone(),
                    permissions_of(&roles, &grants),
                );
                api::make_token(tx, &actor, &new, &made).unwrap();
                Ok::<_, Fault>(())
            })
            .unwrap();
        secret
    }

    fn place_of(&self, person: PersonId) -> PlaceId {
        let places = self.db.read_blocking(place::all).unwrap();
        let of = |one: &platform::place::Place| {
            let id = one.id;
            self.db
                .read_blocking(move |tx| Ok::<_, Fault>(people::person(tx, id, person)?.is_some()))
                .unwrap()
        };
        places.iter().find(|one| of(one)).unwrap().id
    }

    pub(crate) fn caller(&self, key: &str) -> Visitor {
        let visitor = self.site.visitor();
        visitor.saying("authorization", &format!("Bearer {key}"))
    }

    /// A caller of somebody of this role whose key opens everything.
    pub(crate) fn open(&self, role: Role) -> Visitor {
        self.caller(&self.key(role, Scope::ALL))
    }

    pub(crate) fn signed_in(&self, role: Role) -> Visitor {
        self.site.visitor().signed_in(self.people[&role], role)
    }
}

/// Sends JSON with a key of the call.
#[track_caller]
pub(crate) fn send(caller: &mut Visitor, path: &str, call: &str, body: &Value) -> Reply {
    let headers = [("idempotency-key", call), ("content-type", "application/json")];
    caller.call(path, &headers, &body.to_string())
}

pub(crate) fn read(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap_or_else(|_| panic!("no JSON: {reply}"))
}

fn person(tx: &mut Tx<'_>, place: PlaceId, name: &str, role: Option<Role>) -> PersonId {
    let system = Actor::system(place);
    let zone = place::get(tx, place).unwrap().zone;
    let today = tx.today(&zone);
    let new = NewPerson {
        email: Some(Email::parse(&format!("{name}@example.org")).unwrap()),
        ..NewPerson::named(PersonName::parse("Camille", name).unwrap())
    };
    let person = people::create_person(tx, &system, new).unwrap();
    people::become_member(tx, &system, person, today.plus_days(-30)).unwrap();
    people::create_account(tx, &system, person, None).unwrap();
    if let Some(role) = role.filter(|role| *role != Role::Member) {
        people::grant_role(tx, &system, person, role, today).unwrap();
    }
    person
}

/// A room that is always open to everybody.
fn open_room(tx: &mut Tx<'_>, place: PlaceId) -> ResourceId {
    let system = Actor::system(place);
    let facts = ResourceFacts::named(ResourceKind::Room, Name::parse("Salon").unwrap(), 8);
    let room = spaces::create_resource(tx, &system, facts, None).unwrap();
    let always: Vec<WeeklyHours> = Weekday::ALL
        .iter()
        .map(|weekday| WeeklyHours {
            weekday: *weekday,
            opens: MinuteOfDay::MIDNIGHT,
            closes: MinuteOfDay::END,
        })
        .collect();
    for audience in Audience::ALL {
        spaces::set_weekly_hours(tx, &system, None, *audience, always.clone()).unwrap();
    }
    room
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}

impl World {
    /// The identifier of the first key of a person.
    pub(crate) fn key_id(&self, person: &PersonId) -> String {
        let role = self.people.iter().find(|(_, one)| *one == person).unwrap().0;
        let page = self.signed_in(*role).page("/me/api");
        let form = page.form("form[action$='/revocation']");
        form.action.split('/').nth(3).unwrap().to_owned()
    }
}
