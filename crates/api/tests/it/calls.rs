//! Calls: booking and what comes after, idempotency, parts of lists, tags, limits, problems.

use crate::world::{NEIGHBOUR, World, read, send};
use api::Scope;
use harness::{FreshDatabase, both_engines};
use kernel::Role;
use platform::database::Engine;
use platform::place;
use serde_json::{Value, json};

/// Hours of a day of next week, by the clock of Paris.
fn hours(world: &World, from: &str, until: &str) -> (String, String) {
    let id = world.place;
    world
        .db
        .read_blocking(move |tx| {
            let zone = place::get(tx, id)?.zone;
            let day = tx.today(&zone).plus_days(7);
            Ok::<_, platform::Fault>((day, zone))
        })
        .map(|(day, zone)| {
            let at = |text: &str| {
                let minute = kernel::MinuteOfDay::parse(text).unwrap();
                zone.rfc3339(zone.instant(day, minute))
            };
            (at(from), at(until))
        })
        .unwrap()
}

pub(crate) fn booking(world: &World, from: &str, until: &str) -> Value {
    let (starts_at, ends_at) = hours(world, from, until);
    json!({ "resource": world.room.to_string(), "starts_at": starts_at, "ends_at": ends_at, "title": "Réunion" })
}

#[test]
fn a_member_books_moves_and_cancels() {
    both_engines(|db| {
        let world = World::new(&db);
        let mut member = world.open(Role::Member);
        let quote = send(
            &mut member,
            "/api/v1/bookings/quotes",
            "q",
            &booking(&world, "09:00", "11:00"),
        );
        assert_eq!(quote.status, 200, "{quote}");
        assert_eq!(
            read(&quote)["price"]["amount"],
            json!({ "cents": 0, "currency": "EUR" })
        );
        let made = send(
            &mut member,
            "/api/v1/bookings",
            "a",
            &booking(&world, "09:00", "11:00"),
        );
        assert_eq!(made.status, 201, "{made}");
        let booked = read(&made);
        assert_eq!(booked["state"], "confirmed");
        assert_eq!(booked["starts_at"], json!(hours(&world, "09:00", "11:00").0));
        let id = booked["id"].as_str().unwrap();
        let mut to = booking(&world, "14:00", "15:00");
        to.as_object_mut().unwrap().remove("title");
        let moved = send(&mut member, &format!("/api/v1/bookings/{id}/move"), "b", &to);
        assert_eq!(moved.status, 200, "{moved}");
        let cancelled = send(
            &mut member,
            &format!("/api/v1/bookings/{id}/cancellation"),
            "c",
            &json!({}),
        );
        assert_eq!(read(&cancelled)["state"], "cancelled", "{cancelled}");
        let again = send(
            &mut member,
            &format!("/api/v1/bookings/{id}/cancellation"),
            "d",
            &json!({}),
        );
        assert_eq!(again.status, 409);
        let problem = read(&again);
        assert_eq!(problem["type"], "urn:tribu:problem:refused");
        assert!(
            problem["code"].as_str().unwrap().starts_with("spaces-refused-"),
            "{problem}"
        );
    });
}

#[test]
fn the_same_call_twice_acts_once_and_another_call_with_its_key_does_nothing() {
    both_engines(|db| {
        let world = World::new(&db);
        let mut member = world.open(Role::Member);
        let wanted = booking(&world, "09:00", "11:00");
        let first = send(&mut member, "/api/v1/bookings", "k", &wanted);
        let second = send(&mut member, "/api/v1/bookings", "k", &wanted);
        assert_eq!((first.status, &first.body), (second.status, &second.body));
        let other = send(
            &mut member,
            "/api/v1/bookings",
            "k",
            &booking(&world, "15:00", "16:00"),
        );
        assert_eq!(other.status, 422);
        assert_eq!(read(&other)["type"], "urn:tribu:problem:idempotency-key-reused");
        // The key of one program is not that of another.
        let mut karim = world.caller(&world.key_of(world.karim, Scope::ALL));
        let his = send(
            &mut karim,
            "/api/v1/bookings",
            "k",
            &booking(&world, "15:00", "16:00"),
        );
        assert_eq!(his.status, 201, "{his}");
        let bare = member.call(
            "/api/v1/bookings",
            &[("content-type", "application/json")],
            &wanted.to_string(),
        );
        assert_eq!(read(&bare)["type"], "urn:tribu:problem:idempotency-key-missing");
    });
}

#[test]
fn what_is_wrong_is_said_at_its_field_in_the_language_asked_for() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut member = world.open(Role::Member);
    let mut wrong = booking(&world, "11:00", "09:00");
    let refused = send(&mut member, "/api/v1/bookings", "a", &wrong);
    assert_eq!(refused.status, 422, "{refused}");
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert_eq!(read(&refused)["errors"][0]["field"], "ends_at");
    assert_eq!(read(&refused)["errors"][0]["code"], "refused-period-empty");
    wrong["starts_at"] = json!("demain");
    wrong["colour"] = json!("red");
    let french = read(&send(&mut member, "/api/v1/bookings", "b", &wrong));
    let english = {
        let mut speaking = world.open(Role::Member).speaking("en");
        read(&send(&mut speaking, "/api/v1/bookings", "b", &wrong))
    };
    assert_eq!(french["type"], english["type"]);
    assert_ne!(french["title"], english["title"]);
    let missing = send(
        &mut member,
        "/api/v1/bookings",
        "c",
        &json!({ "resource": world.room.to_string() }),
    );
    assert_eq!(
        read(&missing)["errors"][0],
        json!({
            "field": "starts_at", "code": "api-refused-missing", "detail": "Il manque une valeur."
        })
    );
    for (body, kind) in [
        ("{", "application/json"),
        ("a=b", "application/x-www-form-urlencoded"),
    ] {
        let headers = [("idempotency-key", "d"), ("content-type", kind)];
        let refused = member.call("/api/v1/bookings", &headers, body);
        assert!(matches!(refused.status.as_u16(), 415 | 422), "{refused}");
    }
    let nul = send(
        &mut member,
        "/api/v1/notices",
        "e",
        &json!({ "kind": "need", "title": "a\0b", "until": "2026-01-01" }),
    );
    assert_eq!(nul.status, 422);
}

#[test]
fn a_list_comes_in_parts_that_join_without_a_gap() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut team = world.open(Role::Facilitator);
    for (call, hour) in ["09", "10", "11", "12", "13"].iter().enumerate() {
        let wanted = booking(&world, &format!("{hour}:00"), &format!("{hour}:30"));
        let made = send(&mut team, "/api/v1/bookings", &format!("k{call}"), &wanted);
        assert_eq!(made.status, 201, "{made}");
    }
    let (from, until) = hours(&world, "00:00", "23:00");
    let (from, until) = (from.replace('+', "%2B"), until.replace('+', "%2B"));
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/api/v1/bookings?from={from}&until={until}&limit=2{cursor}");
        let part = read(&team.get(&path));
        let items = part["items"].as_array().unwrap_or_else(|| panic!("{part}"));
        assert!(items.len() <= 2);
        seen.extend(
            items
                .iter()
                .map(|one| one["starts_at"].as_str().unwrap().to_owned()),
        );
        match part["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((seen.len(), sorted), (5, seen));
    let people = read(&team.get("/api/v1/people?limit=3"));
    let next = people["next"].as_str().unwrap();
    let more = read(&team.get(&format!("/api/v1/people?cursor={next}")));
    assert_eq!(
        people["items"].as_array().unwrap().len() + more["items"].as_array().unwrap().len(),
        world.people.len() + 1
    );
    for wrong in [
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=!!",
        "colour=red",
        "limit=1&limit=2",
    ] {
        assert_eq!(
            team.get(&format!("/api/v1/people?{wrong}")).status,
            422,
            "{wrong}"
        );
    }
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut member = world.open(Role::Member);
    let first = member.get("/api/v1/resources");
    let tag = first.header("etag").to_owned();
    assert_eq!(
        member
            .get_with("/api/v1/resources", &[("if-none-match", &tag)])
            .status,
        304
    );
    assert_eq!(
        member
            .get_with("/api/v1/resources", &[("if-none-match", "\"x\"")])
            .status,
        200
    );
}

#[test]
fn a_key_that_calls_too_often_waits() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut member = world.open(Role::Member);
    let first = member.get("/api/v1/me");
    assert_eq!(first.header("ratelimit-policy"), "\"minute\";q=600;w=60");
    assert!(
        first.header("ratelimit").starts_with("\"minute\";r=599;t="),
        "{}",
        first.header("ratelimit")
    );
    let place = world.place;
    let used = world.key_id(&world.people[&Role::Member]);
    world
        .db
        .write_blocking(move |tx| {
            let limit = platform::web::RateLimit {
                tries: 600,
                seconds: 60,
            };
            for _ in 0..700 {
                platform::web::count(tx, place, &format!("api:{used}"), limit)?;
            }
            Ok::<_, platform::Fault>(())
        })
        .unwrap();
    let late = member.get("/api/v1/me");
    assert_eq!(late.status, 429);
    assert!(late.header("retry-after").parse::<i64>().unwrap() <= 60);
}

#[test]
fn what_is_of_another_place_or_of_somebody_else_does_not_exist() {
    both_engines(|db| {
        let world = World::new(&db);
        let mut team = world.open(Role::Administrator);
        let (_, stranger, room) = world.there;
        for path in [
            format!("/api/v1/people/{stranger}"),
            format!("/api/v1/people/{stranger}/memberships"),
            format!("/api/v1/people/{stranger}/holdings"),
            format!("/api/v1/resources/{room}"),
            format!("/api/v1/cards/{stranger}"),
        ] {
            assert_eq!(team.get(&path).status, 404, "{path}");
        }
        let mut wanted = booking(&world, "09:00", "10:00");
        wanted["resource"] = json!(room.to_string());
        assert_eq!(send(&mut team, "/api/v1/bookings", "a", &wanted).status, 404);
        wanted["resource"] = json!(world.room.to_string());
        wanted["person"] = json!(stranger.to_string());
        assert_eq!(send(&mut team, "/api/v1/bookings", "b", &wanted).status, 404);
        // A member does not see what another member booked, nor what they hold.
        let mut karim = world.caller(&world.key_of(world.karim, Scope::ALL));
        let his = read(&send(
            &mut karim,
            "/api/v1/bookings",
            "c",
            &booking(&world, "09:00", "10:00"),
        ));
        let id = his["id"].as_str().unwrap();
        let mut member = world.open(Role::Member);
        assert_eq!(member.get(&format!("/api/v1/bookings/{id}")).status, 404);
        for act in ["cancellation", "move", "ending", "acceptance"] {
            let body = if act == "move" {
                booking(&world, "12:00", "13:00")
            } else {
                json!({})
            };
            let mut body = body;
            body.as_object_mut().unwrap().remove("title");
            let path = format!("/api/v1/bookings/{id}/{act}");
            assert_eq!(send(&mut member, &path, act, &body).status, 404, "{act}");
        }
        assert_eq!(
            member
                .get(&format!("/api/v1/people/{}/holdings", world.karim))
                .status,
            404
        );
        let (from, until) = hours(&world, "00:00", "23:00");
        let list = format!(
            "/api/v1/bookings?from={}&until={}",
            from.replace('+', "%2B"),
            until.replace('+', "%2B")
        );
        assert_eq!(read(&member.get(&list))["items"], json!([]));
        // A key of here opens nothing next door.
        let mut elsewhere = world.open(Role::Administrator).at(NEIGHBOUR);
        assert_eq!(elsewhere.get("/api/v1/me").status, 401);
    });
}

#[test]
fn the_team_checks_in_and_members_post_on_the_board() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut team = world.open(Role::Facilitator);
    let here = json!({ "person": world.karim.to_string(), "part": "morning", "welcome": "trial" });
    let made = send(&mut team, "/api/v1/check-ins", "a", &here);
    assert_eq!(made.status, 201, "{made}");
    let id = read(&made)["id"].as_str().unwrap().to_owned();
    assert_eq!(read(&team.get("/api/v1/check-ins"))["items"][0]["id"], json!(id));
    let undone = send(
        &mut team,
        &format!("/api/v1/check-ins/{id}/cancellation"),
        "b",
        &json!({}),
    );
    assert!(read(&undone)["cancelled_at"].is_string(), "{undone}");
    let mut member = world.open(Role::Member);
    let until = crate::keys::today(&world).plus_days(10).to_string();
    let need = json!({ "kind": "need", "title": "Une affiche", "skills": ["affiche"], "until": until });
    let posted = send(&mut member, "/api/v1/notices", "a", &need);
    assert_eq!(posted.status, 201, "{posted}");
    assert_eq!(
        read(&member.get("/api/v1/notices"))["items"][0]["title"],
        "Une affiche"
    );
}
