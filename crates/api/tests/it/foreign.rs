//! No key reaches what is of another place or of somebody else: every call that names something is made with names of others. A call that
//! is added is missed here until it is told what it takes.

use crate::things::{Things, furnish, hours};
use crate::world::{NEIGHBOUR, World, send};
use api::{Operation, operations};
use harness::{FreshDatabase, Reply, Visitor};
use kernel::{Day, PlaceId, Role};
use platform::Fault;
use platform::database::{Engine, params, row, statement};
use platform::web::Method;
use serde_json::{Value, json};

row! { struct CountRow { count: i64 } }

statement! {
    ACTS -> CountRow = "
        select count(*) as count from activity where place_id = $1";
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
        ("/exclusive-hires/", "hire"),
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
        "/api/v1/bookings/{id}/participants" => json!({ "persons": [thing("person")] }),
        "/api/v1/bookings/{id}/participants/removal" => json!({ "participant": thing("participant") }),
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
        Method::Post => {
            let key = to.replace('/', "-");
            send(caller, &to, &key, &body(operation.path, bodies, &text, &text))
        }
    }
}

/// Calls whose body names things.
const NAMING: [&str; 19] = [
    "/api/v1/access/decisions",
    "/api/v1/bookings",
    "/api/v1/bookings/quotes",
    "/api/v1/bookings/{id}/move",
    "/api/v1/bookings/{id}/participants",
    "/api/v1/bookings/{id}/participants/removal",
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
    let mut caller = world.open(Role::Administrator);
    let before = (acts(&world, world.place), acts(&world, there));
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
const COMMON: [&str; 6] = [
    "/api/v1/cards/{id}",
    "/api/v1/events/{id}",
    "/api/v1/floor-plans/{id}",
    "/api/v1/notices/{id}",
    "/api/v1/resources/{id}",
    "/api/v1/resources/{id}/availability",
];

#[test]
fn no_call_of_a_member_reaches_what_is_somebody_elses() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let (world, ours, _, day) = furnished(&fresh);
    let mut member = world.open(Role::Member);
    let before = acts(&world, world.place);
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
}
