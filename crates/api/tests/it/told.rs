//! What every call that writes is held to.

use crate::things::{Things, furnish};
use crate::world::{World, read, send};
use api::Scope;
use harness::{Reply, Visitor};
use kernel::Role;
use platform::Fault;
use serde_json::{Value, json};

/// A place with one thing of each kind, those that are somebody's being the member's.
pub(crate) fn furnished(world: &World) -> Things {
    let (place, person, room) = (world.place, world.people[&Role::Member], world.room);
    world
        .db
        .write_blocking(move |tx| Ok::<_, Fault>(furnish(tx, place, person, room)))
        .unwrap()
}

/// The body is refused at this field.
#[track_caller]
pub(crate) fn refused_at(reply: &Reply, field: &str) {
    let told = read(reply);
    assert_eq!(
        (reply.status.as_u16(), &told["type"]),
        (422, &json!("urn:tribu:problem:invalid")),
        "{told}"
    );
    assert_eq!(told["errors"][0]["field"], json!(field), "{told}");
    assert!(
        !told["errors"][0]["detail"].as_str().unwrap().is_empty(),
        "{told}"
    );
}

/// A rule says no, by this code.
#[track_caller]
pub(crate) fn refused_by(reply: &Reply, code: &str) {
    let told = read(reply);
    assert_eq!(
        (reply.status.as_u16(), &told["code"]),
        (409, &json!(code)),
        "{told}"
    );
}

/// Sent twice with one key it acts once and answers the same; the key is good for nothing else.
#[track_caller]
pub(crate) fn once(caller: &mut Visitor, path: &str, key: &str, (body, other): (&Value, &Value)) -> Value {
    let first = send(caller, path, key, body);
    assert!(matches!(first.status.as_u16(), 200 | 201), "{first}");
    let second = send(caller, path, key, body);
    assert_eq!(
        (first.status, &first.body),
        (second.status, &second.body),
        "{path}"
    );
    let reused = send(caller, path, key, other);
    assert_eq!(
        read(&reused)["type"],
        "urn:tribu:problem:idempotency-key-reused",
        "{path}"
    );
    read(&first)
}

/// A key that opens everything else does not open this; `body` is none for what only reads.
#[track_caller]
pub(crate) fn needs(world: &World, role: Role, scope: Scope, (path, body): (&str, Option<&Value>)) {
    let others: Vec<Scope> = Scope::ALL.iter().copied().filter(|one| *one != scope).collect();
    let mut caller = world.caller(&world.key(role, &others));
    let reply = match body {
        Some(body) => send(&mut caller, path, "scope", body),
        None => caller.get(path),
    };
    let told = read(&reply);
    assert_eq!(
        (reply.status.as_u16(), &told["type"]),
        (403, &json!("urn:tribu:problem:scope-missing")),
        "{path}"
    );
    assert_eq!(told["scope"], json!(scope.code()), "{path}");
}
