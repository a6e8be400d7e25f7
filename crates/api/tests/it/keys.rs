//! Keys: made once, shown once, never more than their maker, worth nothing once taken back.

use crate::world::{World, read};
use api::Scope;
use harness::{FreshDatabase, both_engines};
use kernel::{Actor, Role};
use platform::Fault;
use platform::database::Engine;

#[test]
fn a_key_is_shown_once_and_only_its_hash_is_kept() {
    both_engines(|db| {
        let world = World::new(&db);
        let mut member = world.signed_in(Role::Member);
        let page = member.page("/me/api");
        let form = page
            .form("form[action='/me/api']")
            .with("name", "Écran")
            .and("scopes", "spaces:read");
        let made = member.post(&form);
        assert_eq!(made.status, 200, "{made}");
        let secret = made.html().attribute("#secret", "value").unwrap();
        assert!(secret.starts_with("tribu_") && secret.len() == 58, "{secret}");
        let me = world.caller(&secret).get("/api/v1/me");
        assert_eq!(read(&me)["scopes"], serde_json::json!(["spaces:read"]));
        // A double click makes no second key and shows nothing again.
        let again = member.post(&form);
        assert_eq!(again.location, "/me/api");
        let list = member.page("/me/api").text("main");
        assert!(list.contains("Écran") && !list.contains(&secret));
    });
}

#[test]
fn a_key_needs_a_name_something_to_open_and_an_end() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let mut member = world.signed_in(Role::Member);
    let form = member.page("/me/api").form("form[action='/me/api']");
    let wrong = [
        form.clone().with("name", "").and("scopes", "spaces:read"),
        form.clone().with("name", "x"),
        form.clone().with("name", "x").and("scopes", "all:everything"),
        form.clone()
            .with("name", "x")
            .and("scopes", "spaces:read")
            .bent("days", "100000"),
    ];
    for form in wrong {
        let page = member.refused(&form);
        assert!(page.text(".refusals").len() > 10);
    }
}

#[test]
fn a_key_that_was_taken_back_or_never_was_opens_nothing() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let key = world.key(Role::Member, Scope::ALL);
    assert_eq!(world.caller(&key).get("/api/v1/me").status, 200);
    let mut director = world.signed_in(Role::ManagingDirector);
    let revocation = director.page("/office/api").form("form[action$='/revocation']");
    assert_eq!(director.post(&revocation).location, "/office/api");
    let never = format!("tribu_{}", "a".repeat(52));
    for secret in [key.as_str(), never.as_str(), "tribu_", "x", ""] {
        let refused = world.caller(secret).get("/api/v1/me");
        assert_eq!(refused.status, 401, "{secret}");
        assert_eq!(refused.header("www-authenticate"), "Bearer");
        assert_eq!(read(&refused)["type"], "urn:tribu:problem:unauthorized");
    }
}

#[test]
fn a_key_falls_with_the_rights_and_the_account_of_its_maker() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let key = world.key(Role::Facilitator, Scope::ALL);
    assert_eq!(world.caller(&key).get("/api/v1/people").status, 200);
    let (place, person) = (world.place, world.people[&Role::Facilitator]);
    let today = today(&world);
    world
        .db
        .write_blocking(move |tx| {
            people::end_role(
                tx,
                &Actor::system(place),
                person,
                Role::Facilitator,
                today.plus_days(-1),
            )
            .map_err(platform::Failure::unexpected)
        })
        .unwrap();
    assert_eq!(world.caller(&key).get("/api/v1/people").status, 403);
    assert_eq!(world.caller(&key).get("/api/v1/me").status, 200);
    world
        .db
        .write_blocking(move |tx| {
            people::disable_account(tx, &Actor::system(place), person).map_err(platform::Failure::unexpected)
        })
        .unwrap();
    assert_eq!(world.caller(&key).get("/api/v1/me").status, 401);
}

pub(crate) fn today(world: &World) -> kernel::Day {
    let place = world.place;
    world
        .db
        .read_blocking(move |tx| {
            let zone = platform::place::get(tx, place)?.zone;
            Ok::<_, Fault>(tx.today(&zone))
        })
        .unwrap()
}

#[test]
fn a_session_opens_no_call_and_a_key_opens_no_page() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    assert_eq!(world.signed_in(Role::Administrator).get("/api/v1/me").status, 401);
    let mut caller = world.open(Role::Administrator);
    assert!(caller.get("/office/api").location.starts_with("/sign-in"));
}

#[test]
fn nobody_takes_back_the_key_of_somebody_else() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    world.key(Role::Administrator, Scope::ALL);
    let mut director = world.signed_in(Role::ManagingDirector);
    let form = director.page("/office/api").form("form[action$='/revocation']");
    let mut member = world.signed_in(Role::Member);
    let id = form.action.split('/').nth(3).unwrap().to_owned();
    let stolen = member.own_form(&format!("/me/api/{id}/revocation"));
    assert_eq!(member.post(&stolen).status, 404);
    let mut there = world
        .site
        .visitor()
        .at(crate::world::NEIGHBOUR)
        .signed_in(world.there.0, Role::ManagingDirector);
    let foreign = there.own_form(&form.action);
    assert_eq!(there.post(&foreign).status, 404);
}
