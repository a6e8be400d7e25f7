//! No key reaches what is of another place or of somebody else: every call that names something is made with names of others. A call that
//! is added is missed here until it is told what it takes.

use crate::world::{NEIGHBOUR, World, send};
use api::{Operation, Scope, operations};
use billing::{Basis, Family, NewProduct, VatCategory};
use events::{EventFacts, EventKind, NewEvent, OpenTo};
use floors::{Area, Drawing, Shape, Size};
use harness::{FreshDatabase, Reply, Visitor};
use kernel::{Actor, Audience, Day, Instant, MinuteOfDay, Money, Name, Period, PersonId, PlaceId, Role};
use offers::{NewSubscription, OfferPrice, PassTerms, PlanTerms, UnitCosts};
use platform::Fault;
use platform::database::{Engine, Tx, params, row, statement};
use platform::web::Method;
use serde_json::{Value, json};
use spaces::{
    DailyHours, Holder, NewBooking, NewCheckIn, NewClosure, NewSeries, NewWait, Part, Recurrence, ResourceId,
    Welcome,
};
use std::collections::BTreeMap;

row! { struct CountRow { count: i64 } }

statement! {
    ACTS -> CountRow = "
        select count(*) as count from activity where place_id = $1";
}

/// Identifiers of one thing of each kind.
type Things = BTreeMap<&'static str, String>;

/// A day far enough for every rule, and hours on it.
fn hours(tx: &mut Tx<'_>, place: PlaceId, hour: i64) -> (Day, Period) {
    let zone = platform::place::get(tx, place).unwrap().zone;
    let day = tx.today(&zone).plus_days(9);
    let start: Instant = zone.instant(day, MinuteOfDay::MIDNIGHT).plus_minutes(hour * 60);
    (day, Period::new(start, start.plus_minutes(60)).unwrap())
}

/// One thing of each kind in a place, of this person where it is somebody's.
fn furnish(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, room: ResourceId) -> Things {
    let system = Actor::system(place);
    let mut things = sold(tx, &system, person);
    things.extend(booked(tx, &system, person, room));
    things.extend(met(tx, &system, person, room));
    things.extend([("person", person.to_string()), ("resource", room.to_string())]);
    things
}

/// Products, plans and passes.
fn sold(tx: &mut Tx<'_>, system: &Actor, person: PersonId) -> Things {
    let zone = platform::place::get(tx, system.place).unwrap().zone;
    let today = tx.today(&zone);
    billing::set_french_vat_rates(tx, system).unwrap();
    let product = NewProduct {
        code: "SALLE".to_owned(),
        name: "Salle".to_owned(),
        family: Family::Room,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: String::new(),
    };
    let product = billing::create_product(tx, system, product).unwrap();
    let price = OfferPrice {
        amount: Money::from_cents(1_000),
        basis: Basis::Net,
        vat: VatCategory::Standard,
        from: today,
    };
    let plan = PlanTerms {
        name: Name::parse("R\u{e9}sident").unwrap(),
        audience: Audience::Resident,
        active: true,
    };
    let plan = offers::create_plan(tx, system, plan, price).unwrap();
    let pass = PassTerms {
        name: Name::parse("Carnet").unwrap(),
        units: 30,
        costs: UnitCosts::new(3, 2).unwrap(),
        validity_months: None,
        active: true,
    };
    let pass = offers::create_pass_offer(tx, system, pass, price).unwrap();
    let new = NewSubscription {
        person,
        plan,
        from: today,
        on: today,
        seen: None,
    };
    let contract = offers::subscribe_plan(tx, system, new).unwrap();
    let name = Name::parse("Atelier").unwrap();
    let organisation = people::create_organisation(tx, system, people::NewOrganisation::named(name)).unwrap();
    Things::from([
        ("product", product.to_string()),
        ("plan", plan.to_string()),
        ("pass-offer", pass.to_string()),
        ("contract", contract.to_string()),
        ("pause", contract.to_string()),
        ("organisation", organisation.to_string()),
    ])
}

/// Bookings, series, closures, who waits and who came.
fn booked(tx: &mut Tx<'_>, system: &Actor, person: PersonId, room: ResourceId) -> Things {
    let place = system.place;
    let (day, morning) = hours(tx, place, 9);
    let wanted = NewBooking::plain(room, morning, Holder::Person(person));
    let booking = spaces::book(tx, system, &wanted).unwrap();
    let daily = DailyHours {
        starts: MinuteOfDay::parse("14:00").unwrap(),
        minutes: 60,
    };
    let (_, later) = hours(tx, place, 14);
    let series = NewSeries {
        booking: NewBooking::plain(room, later, Holder::Person(person)),
        rule: Recurrence::parse("FREQ=DAILY;COUNT=2").unwrap(),
        first: day,
        hours: daily,
        adjusted: BTreeMap::new(),
        total_shown: None,
    };
    let series = spaces::book_series(tx, system, &series).unwrap();
    let wait = NewWait {
        resource: room,
        period: morning,
        person,
        title: String::new(),
        attendance: None,
    };
    let waiting = spaces::join_waiting(tx, system, &wait).unwrap();
    let (_, night) = hours(tx, place, 22);
    let closure = NewClosure {
        resource: Some(room),
        period: night,
        reason: "Travaux".to_owned(),
    };
    let closure = spaces::block(tx, system, &closure).unwrap();
    let here = NewCheckIn {
        person,
        part: Part::Morning,
        welcome: Some(Welcome::Trial),
    };
    let here = spaces::check_in(tx, system, here).unwrap();
    Things::from([
        ("booking", booking.id.to_string()),
        ("series", series.id.to_string()),
        ("waiting", waiting.to_string()),
        ("closure", closure.id.to_string()),
        ("check-in", here.check_in.to_string()),
    ])
}

/// Events, plans of levels, doors, notices.
fn met(tx: &mut Tx<'_>, system: &Actor, person: PersonId, room: ResourceId) -> Things {
    let (day, evening) = hours(tx, system.place, 19);
    let facts = EventFacts {
        kind: EventKind::Talk,
        title: "Causerie".to_owned(),
        body: String::new(),
        period: evening,
        venue: "Au jardin".to_owned(),
        host: String::new(),
        open_to: OpenTo::Members,
        registers: true,
        capacity: Some(10),
        guests: 1,
        product: None,
        price: None,
    };
    let new = NewEvent {
        facts,
        rooms: vec![],
        overriding: false,
    };
    let event = events::create_event(tx, system, &new).unwrap();
    events::publish_event(tx, system, event).unwrap();
    let seat = events::register_other(tx, system, event, Ok(person), 0).unwrap();
    let drawing = Drawing {
        name: Name::parse("Rez-de-chauss\u{e9}e").unwrap(),
        size: Size { wide: 20, high: 12 },
        position: 0,
        shapes: vec![Shape {
            resource: Some(room),
            label: String::new(),
            area: Area {
                x: 1,
                y: 1,
                wide: 4,
                high: 4,
            },
        }],
    };
    let level = floors::create_plan(tx, system, drawing).unwrap();
    let door = api::NewDoor {
        name: "Entr\u{e9}e".to_owned(),
        resource: None,
        members: true,
        margin: 15,
    };
    let door = api::keep_door(tx, system, &door, "secret").unwrap();
    let own = Actor {
        person: Some(person),
        ..system.clone()
    };
    let notice = directory::NewNotice {
        kind: directory::NoticeKind::Need,
        title: "Une affiche".to_owned(),
        body: String::new(),
        skills: vec![],
        until: day,
    };
    let notice = directory::post_notice(tx, &own, notice).unwrap();
    Things::from([
        ("event", event.to_string()),
        ("registration", seat.id.to_string()),
        ("floor-plan", level.to_string()),
        ("door", door.to_string()),
        ("notice", notice.to_string()),
    ])
}

/// What the path of a call names.
fn named(path: &str) -> Option<&'static str> {
    let kinds = [
        ("/access/doors/", "door"),
        ("/bookings/", "booking"),
        ("/cards/", "person"),
        ("/check-ins/", "check-in"),
        ("/closures/", "closure"),
        ("/contracts/", "contract"),
        ("/events/", "event"),
        ("/floor-plans/", "floor-plan"),
        ("/notices/", "notice"),
        ("/organisations/", "organisation"),
        ("/people/", "person"),
        ("/products/", "product"),
        ("/registrations/", "registration"),
        ("/resources/", "resource"),
        ("/series/", "series"),
        ("/teams/", "organisation"),
        ("/waiting/", "waiting"),
    ];
    let found = kinds.iter().find(|(part, _)| path.contains(part));
    path.contains("{id}")
        .then(|| found.unwrap_or_else(|| panic!("{path} names what?")).1)
}

/// A body that can be read, naming these things.
fn body(path: &str, of: &Things, moment: &str, day: &str) -> Value {
    let thing = |kind: &str| of[kind].clone();
    let span = |mut whole: Value| {
        whole["starts_at"] = json!(format!("{moment}T09:00:00Z"));
        whole["ends_at"] = json!(format!("{moment}T10:00:00Z"));
        whole
    };
    match path {
        "/api/v1/access/decisions" => json!({ "door": thing("door"), "badge": "A1" }),
        "/api/v1/bookings" | "/api/v1/bookings/quotes" | "/api/v1/waiting" => {
            span(json!({ "resource": thing("resource"), "person": thing("person") }))
        }
        "/api/v1/bookings/{id}/move" => span(json!({ "resource": thing("resource") })),
        "/api/v1/check-ins" => json!({ "person": thing("person"), "part": "day" }),
        "/api/v1/closures" => span(json!({ "resource": thing("resource"), "reason": "Travaux" })),
        "/api/v1/contracts/{id}/ending" => json!({ "until": day }),
        "/api/v1/events/{id}/registrations" => json!({ "person": thing("person") }),
        "/api/v1/notices" => json!({ "kind": "need", "title": "Une affiche", "until": day }),
        "/api/v1/notices/{id}/closure" => json!({ "outcome": "met" }),
        "/api/v1/organisations" => json!({ "name": "Atelier neuf" }),
        "/api/v1/people" => {
            json!({ "given_name": "Nina", "family_name": "Roche", "organisation": thing("organisation") })
        }
        "/api/v1/people/{id}/contracts" => json!({ "plan": thing("plan"), "from": day }),
        "/api/v1/people/{id}/memberships" => json!({ "joined_on": day }),
        "/api/v1/people/{id}/memberships/ending" => json!({ "left_on": day }),
        "/api/v1/people/{id}/passes" => json!({ "offer": thing("pass-offer") }),
        "/api/v1/people/{id}/pauses" => json!({ "contract": thing("contract"), "from": day, "until": day }),
        "/api/v1/people/{id}/resumptions" => {
            json!({ "contract": thing("contract"), "pause": thing("pause"), "from": day })
        }
        "/api/v1/products/{id}/prices" => json!({ "unit": "hour", "cents": 1_000, "from": day }),
        "/api/v1/resources" => {
            json!({ "name": "Atelier", "kind": "room", "capacity": 4, "product": thing("product") })
        }
        "/api/v1/resources/{id}/activity" => json!({ "active": false }),
        "/api/v1/resources/{id}/change" => json!({ "product": thing("product") }),
        "/api/v1/series" | "/api/v1/series/quotes" => json!({
            "resource": thing("resource"), "person": thing("person"), "first": day, "starts": "16:00", "minutes": 60,
            "rule": "FREQ=DAILY;COUNT=2",
        }),
        "/api/v1/series/{id}/cancellation" => json!({}),
        _ => json!({}),
    }
}

/// Makes a call in which the path names one's things and the body another's.
fn call(caller: &mut Visitor, operation: &Operation, path: &Things, bodies: &Things, day: Day) -> Reply {
    let id = named(operation.path).map(|kind| path[kind].clone());
    let to = operation.path.replace("{id}", &id.unwrap_or_default());
    let text = day.to_string();
    match operation.method {
        Method::Get => {
            let spans = ["availability", "closures"].iter().any(|end| to.ends_with(end));
            let query = if spans || to == "/api/v1/bookings" {
                format!("?from={text}T00:00:00Z&until={text}T20:00:00Z")
            } else if to.ends_with("occupancy") {
                format!("?from={text}&until={text}")
            } else {
                String::new()
            };
            caller.get(&format!("{to}{query}"))
        }
        Method::Post => send(caller, &to, &text, &body(operation.path, bodies, &text, &text)),
    }
}

/// Calls whose body names things.
const NAMING: [&str; 17] = [
    "/api/v1/access/decisions",
    "/api/v1/bookings",
    "/api/v1/bookings/quotes",
    "/api/v1/bookings/{id}/move",
    "/api/v1/check-ins",
    "/api/v1/closures",
    "/api/v1/events/{id}/registrations",
    "/api/v1/people",
    "/api/v1/people/{id}/contracts",
    "/api/v1/people/{id}/passes",
    "/api/v1/people/{id}/pauses",
    "/api/v1/people/{id}/resumptions",
    "/api/v1/resources",
    "/api/v1/resources/{id}/change",
    "/api/v1/series",
    "/api/v1/series/quotes",
    "/api/v1/waiting",
];

/// A world with things of Karim here and of a stranger next door, and a day that suits every rule.
fn furnished(fresh: &FreshDatabase) -> (World, Things, Things, Day) {
    let world = World::new(fresh.database());
    let (here, karim, room) = (world.place, world.karim, world.room);
    let (_, stranger, other_room) = world.there;
    let made = world.db.write_blocking(move |tx| {
        let there = platform::place::find_by_host(tx, NEIGHBOUR)?.unwrap().id;
        let day = hours(tx, here, 9).0.plus_days(3);
        let ours = furnish(tx, here, karim, room);
        let theirs = furnish(tx, there, stranger, other_room);
        Ok::<_, Fault>((ours, theirs, day))
    });
    let (ours, theirs, day) = made.unwrap();
    (world, ours, theirs, day)
}

fn acts(world: &World, place: PlaceId) -> i64 {
    let count = world.db.read_blocking(move |tx| tx.one(&ACTS, &params![place]));
    count.unwrap().count
}

#[test]
fn no_call_reaches_a_thing_of_another_place() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let (world, ours, theirs, day) = furnished(&fresh);
    let there = world
        .db
        .read_blocking(|tx| platform::place::find_by_host(tx, NEIGHBOUR))
        .unwrap()
        .unwrap()
        .id;
    let before = (acts(&world, world.place), acts(&world, there));
    let mut caller = world.open(Role::Administrator);
    for operation in operations() {
        if named(operation.path).is_some() {
            let reply = call(&mut caller, &operation, &theirs, &ours, day);
            assert_eq!(reply.status, 404, "{}: {reply}", operation.path);
        }
        if operation.method == Method::Post && NAMING.contains(&operation.path) {
            let reply = call(&mut caller, &operation, &ours, &theirs, day);
            let kept_out = matches!(reply.status.as_u16(), 404 | 409);
            assert!(kept_out, "{} with a body of others: {reply}", operation.path);
        }
    }
    assert_eq!(
        (acts(&world, world.place), acts(&world, there)),
        before,
        "something was done"
    );
}

/// What any member may look at or do, whoever's thing it is.
const COMMON: [&str; 10] = [
    "/api/v1/cards/{id}",
    "/api/v1/events/{id}",
    "/api/v1/floor-plans/{id}",
    "/api/v1/notices/{id}",
    "/api/v1/resources/{id}",
    "/api/v1/resources/{id}/availability",
    "/api/v1/organisations/{id}",
    "/api/v1/organisations/{id}/people",
    "/api/v1/people/{id}",
    "/api/v1/people/{id}/memberships",
];

#[test]
fn no_call_of_a_member_reaches_what_is_somebody_elses() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let (world, ours, _, day) = furnished(&fresh);
    let before = acts(&world, world.place);
    let mut member = world.open(Role::Member);
    for operation in operations() {
        let common = COMMON.contains(&operation.path) && operation.method == Method::Get;
        if named(operation.path).is_none() || common {
            continue;
        }
        let reply = call(&mut member, &operation, &ours, &ours, day);
        let kept_out = matches!(reply.status.as_u16(), 403 | 404);
        assert!(kept_out, "{}: {reply}", operation.path);
    }
    assert_eq!(acts(&world, world.place), before, "something was done");
    assert!(Scope::ALL.len() > 14);
}

#[test]
fn every_call_that_writes_is_told_here_what_it_takes() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let (world, ours, _, day) = furnished(&fresh);
    let mut caller = world.open(Role::Administrator);
    for operation in operations() {
        if operation.method == Method::Post {
            let reply = call(&mut caller, &operation, &ours, &ours, day);
            assert_ne!(reply.status, 422, "{}: {reply}", operation.path);
            assert_ne!(reply.status, 404, "{}: {reply}", operation.path);
        }
    }
}
