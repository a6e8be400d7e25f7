//! The description for machines and the page for people.

use crate::world::{World, read};
use api::operations;
use harness::FreshDatabase;
use platform::database::Engine;
use serde_json::Value;

#[test]
fn every_call_is_described_with_what_it_takes_and_answers() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let reply = world.site.visitor().get("/api/v1/openapi.json");
    assert!(!reply.text().contains('⟦'), "a message is missing");
    let whole = read(&reply);
    assert_eq!(whole["openapi"], "3.1.0");
    let described: usize = whole["paths"]
        .as_object()
        .unwrap()
        .values()
        .map(|path| path.as_object().unwrap().len())
        .sum();
    assert_eq!(described, operations().len());
    let mut names = Vec::new();
    for operation in whole["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|path| path.as_object().unwrap().values())
    {
        names.push(operation["operationId"].as_str().unwrap());
        assert!(!operation["summary"].as_str().unwrap().is_empty());
    }
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "two calls have one name");
    follow(&whole, &whole);
}

/// Every reference leads somewhere.
fn follow(part: &Value, whole: &Value) {
    match part {
        Value::Object(members) => {
            if let Some(target) = members.get("$ref").and_then(Value::as_str) {
                assert!(
                    whole.pointer(target.trim_start_matches('#')).is_some(),
                    "{target}"
                );
            }
            members.values().for_each(|one| follow(one, whole));
        }
        Value::Array(items) => items.iter().for_each(|one| follow(one, whole)),
        _ => {}
    }
}

#[test]
fn the_page_for_people_tells_every_call_in_both_languages() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    for language in ["fr", "en"] {
        let page = world
            .site
            .visitor()
            .speaking(language)
            .page("/api/v1/docs")
            .text("main");
        // A path may break after each slash.
        let whole: String = page.split_whitespace().collect();
        for operation in operations() {
            assert!(whole.contains(operation.path), "{}", operation.path);
        }
    }
}
