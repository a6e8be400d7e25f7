//! Series, plans, prices, spaces, events, levels and teams, as programs use them.

use crate::world::{World, read, send};
use harness::FreshDatabase;
use kernel::Role;
use platform::database::Engine;
use serde_json::{Value, json};

fn far(world: &World) -> String {
    crate::keys::today(world).plus_days(9).to_string()
}

#[test]
fn a_series_is_shown_day_by_day_booked_whole_and_given_up() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut member = world.open(Role::Member);
    let day = far(&world);
    let taken = json!({
        "resource": world.room.to_string(), "starts_at": format!("{day}T07:00:00Z"), "ends_at": format!("{day}T08:00:00Z"),
    });
    let mut karim = world.caller(&world.key_of(world.karim, api::Scope::ALL));
    assert_eq!(send(&mut karim, "/api/v1/bookings", "a", &taken).status, 201);
    let mut series = json!({
        "resource": world.room.to_string(), "first": day, "starts": "09:00", "minutes": 60,
        "rule": "FREQ=DAILY;COUNT=3", "title": "Chorale",
    });
    let quoted = read(&send(&mut member, "/api/v1/series/quotes", "q", &series));
    let days = quoted["days"].as_array().unwrap_or_else(|| panic!("{quoted}"));
    assert_eq!(days.len(), 3);
    let whole = days.iter().all(|one| one["refused"].is_null());
    assert_eq!(quoted["fits"], json!(whole));
    series["skipped"] = json!([day]);
    let made = send(&mut member, "/api/v1/series", "b", &series);
    assert_eq!(made.status, 201, "{made}");
    let made = read(&made);
    assert_eq!(made["bookings"].as_array().unwrap().len(), 2);
    let path = format!("/api/v1/series/{}", made["id"].as_str().unwrap());
    assert_eq!(member.get(&path).status, 200);
    assert_eq!(karim.get(&path).status, 404);
    let cancelled = send(&mut member, &format!("{path}/cancellation"), "c", &json!({}));
    let states: Vec<Value> = read(&cancelled)["bookings"]
        .as_array()
        .unwrap_or_else(|| panic!("{cancelled}"))
        .iter()
        .map(|one| one["state"].clone())
        .collect();
    assert_eq!(states, [json!("cancelled"), json!("cancelled")]);
    for (field, wrong) in [("rule", "FREQ=HOURLY"), ("starts", "25:00"), ("first", "demain")] {
        let mut bent = series.clone();
        bent[field] = json!(wrong);
        assert_eq!(
            send(&mut member, "/api/v1/series/quotes", field, &bent).status,
            422,
            "{field}"
        );
    }
    series["minutes"] = json!(0);
    assert_eq!(
        send(&mut member, "/api/v1/series/quotes", "minutes", &series).status,
        422
    );
}

#[test]
fn a_space_is_added_changed_and_let_no_longer_by_who_keeps_spaces() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut director = world.open(Role::ManagingDirector);
    let new = json!({ "name": "Atelier", "kind": "room", "capacity": 6, "equipment": ["Écran", "Tableau"] });
    let made = send(&mut director, "/api/v1/resources", "a", &new);
    assert_eq!(made.status, 201, "{made}");
    let made = read(&made);
    assert_eq!(made["equipment"], json!(["Écran", "Tableau"]));
    let path = format!("/api/v1/resources/{}", made["id"].as_str().unwrap());
    let twice = send(&mut director, "/api/v1/resources", "b", &new);
    assert_eq!(read(&twice)["code"], "spaces-refused-name-taken");
    let changed = send(
        &mut director,
        &format!("{path}/change"),
        "c",
        &json!({ "capacity": 8 }),
    );
    assert_eq!(
        (read(&changed)["capacity"].clone(), read(&changed)["name"].clone()),
        (json!(8), json!("Atelier"))
    );
    let off = send(
        &mut director,
        &format!("{path}/activity"),
        "d",
        &json!({ "active": false }),
    );
    assert_eq!(read(&off)["active"], json!(false));
    let mut member = world.open(Role::Member);
    assert_eq!(send(&mut member, "/api/v1/resources", "e", &new).status, 403);
}

#[test]
fn requests_for_exclusive_hire_are_read_by_the_team_with_their_scope_alone() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let (place, far) = (world.place, far(&world));
    let day = kernel::Day::parse(&far).unwrap();
    let asked = world.db.write_blocking(move |tx| {
        Ok::<_, platform::Fault>(crate::things::asked(tx, &kernel::Actor::system(place), day))
    });
    let id = asked.unwrap().to_string();
    let mut desk = world.open(Role::Facilitator);
    let list = read(&desk.get("/api/v1/exclusive-hires"));
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
    assert_eq!(list["items"][0]["id"], json!(id));
    let none = read(&desk.get("/api/v1/exclusive-hires?state=accepted"));
    assert_eq!(none["items"], json!([]));
    let hidden = read(&desk.get("/api/v1/exclusive-hires?state=unproven"));
    assert_eq!(hidden["items"], json!([]), "nobody sees what is not proven");
    assert_eq!(desk.get("/api/v1/exclusive-hires?state=war").status, 422);
    assert_eq!(desk.get("/api/v1/exclusive-hires?limit=0").status, 422);
    let whole = read(&desk.get(&format!("/api/v1/exclusive-hires/{id}")));
    assert_eq!(whole["hire"]["people"], json!(60), "{whole}");
    assert_eq!(whole["hire"]["name"], json!("Solène Guibert"));
    assert_eq!((&whole["spaces"], &whole["quotes"]), (&json!([]), &json!([])));
    assert_eq!(desk.get("/api/v1/exclusive-hires/0000000000001").status, 404);
    let mut member = world.open(Role::Member);
    assert_eq!(member.get("/api/v1/exclusive-hires").status, 403);
    let facilitator = world.people[&Role::Facilitator];
    let mut narrow = world.caller(&world.key_of(facilitator, &[api::Scope::TeamsRead]));
    assert_eq!(narrow.get("/api/v1/exclusive-hires").status, 403, "another scope");
}

#[test]
fn requests_for_exclusive_hire_are_listed_part_by_part_the_newest_first() {
    harness::both_engines(|db| {
        let world = World::new(&db);
        let place = world.place;
        let day = kernel::Day::parse(&far(&world)).unwrap();
        let made = world.db.write_blocking(move |tx| {
            let system = kernel::Actor::system(place);
            let mut made: Vec<String> = (0..5)
                .map(|later| crate::things::asked(tx, &system, day.plus_days(later)).to_string())
                .collect();
            made.reverse();
            Ok::<_, platform::Fault>(made)
        });
        let mut desk = world.open(Role::Facilitator);
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let part = read(&desk.get(&format!("/api/v1/exclusive-hires?limit=2{cursor}")));
            let items = part["items"].as_array().unwrap();
            assert!(items.len() <= 2, "{part}");
            seen.extend(items.iter().map(|one| one["id"].as_str().unwrap().to_owned()));
            match part["next"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(
            seen,
            made.unwrap(),
            "asked at one moment, told apart by their number"
        );
        assert_eq!(desk.get("/api/v1/exclusive-hires?cursor=nowhere").status, 422);
    });
}
