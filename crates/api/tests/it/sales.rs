//! Plans begun, paused, resumed and ended, and prices, as programs set them.

use crate::keys::today;
use crate::told::{furnished, needs, once, refused_at, refused_by};
use crate::world::{World, read, send};
use api::Scope;
use harness::both_engines;
use kernel::Role;
use serde_json::json;

#[test]
fn a_plan_is_begun_at_the_price_shown_once_and_by_who_manages_offers() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let mut director = world.open(Role::ManagingDirector);
        let path = format!("/api/v1/people/{}/contracts", world.karim);
        let day = today(&world);
        let wanted = json!({ "plan": things["plan"], "from": day.to_string(), "price_shown": 1_000 });
        let mut bent = wanted.clone();
        bent["price_shown"] = json!(999);
        refused_by(
            &send(&mut director, &path, "p", &bent),
            "offers-refused-price-changed",
        );
        bent["plan"] = json!("pas un numéro");
        refused_at(&send(&mut director, &path, "q", &bent), "plan");
        bent["plan"] = json!(things["plan"]);
        bent["from"] = json!("demain");
        refused_at(&send(&mut director, &path, "r", &bent), "from");
        let mut unknown = wanted.clone();
        unknown["color"] = json!("bleu");
        assert_eq!(send(&mut director, &path, "s", &unknown).status, 422);
        let made = once(&mut director, &path, "a", (&wanted, &bent));
        assert_eq!(
            (&made["plan"], &made["price"]["cents"]),
            (&json!(things["plan"]), &json!(1_000))
        );
        assert_eq!(
            (&made["until"], &made["from"]),
            (&json!(null), &json!(day.to_string()))
        );
        refused_by(
            &send(&mut director, &path, "b", &wanted),
            "offers-refused-plan-held-already",
        );
        let held = read(&director.get(&format!("/api/v1/people/{}/holdings", world.karim)));
        assert_eq!(held["contracts"].as_array().unwrap().len(), 1, "{held}");
        needs(
            &world,
            Role::ManagingDirector,
            Scope::OffersWrite,
            (&path, Some(&wanted)),
        );
        let own = send(&mut world.open(Role::Member), &path, "c", &wanted);
        assert_eq!(own.status, 403, "{own}");
    });
}

#[test]
fn a_plan_is_paused_and_resumed() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let person = world.people[&Role::Member];
        let mut director = world.open(Role::ManagingDirector);
        let (pauses, from) = (
            format!("/api/v1/people/{person}/pauses"),
            today(&world).plus_days(3),
        );
        let wanted = json!({
            "contract": things["contract"], "from": from.to_string(), "until": from.plus_days(9).to_string(), "reason": "Voyage",
        });
        let mut bent = wanted.clone();
        bent["until"] = json!(from.plus_days(-1).to_string());
        let reversed = send(&mut director, &pauses, "p", &bent);
        assert!(matches!(reversed.status.as_u16(), 409 | 422), "{reversed}");
        bent["until"] = json!("2026-13-01");
        refused_at(&send(&mut director, &pauses, "q", &bent), "until");
        let paused = once(&mut director, &pauses, "a", (&wanted, &bent));
        assert_eq!(paused["contract"], json!(things["contract"]));
        needs(
            &world,
            Role::ManagingDirector,
            Scope::OffersWrite,
            (&pauses, Some(&wanted)),
        );
        // Somebody else's contract is not there, under one's own name or another's.
        let mut karim = world.caller(&world.key_of(world.karim, Scope::ALL));
        assert_eq!(send(&mut karim, &pauses, "k", &wanted).status, 404);
        let his = format!("/api/v1/people/{}/pauses", world.karim);
        assert_eq!(send(&mut karim, &his, "l", &wanted).status, 404);
        let resumptions = format!("/api/v1/people/{person}/resumptions");
        let back = json!({
            "contract": things["contract"], "pause": paused["id"], "from": from.plus_days(2).to_string(),
        });
        let mut wrong = back.clone();
        wrong["pause"] = json!(things["contract"]);
        assert_eq!(send(&mut director, &resumptions, "w", &wrong).status, 404);
        assert_eq!(
            once(&mut director, &resumptions, "b", (&back, &wrong)),
            json!({ "done": true })
        );
        needs(
            &world,
            Role::ManagingDirector,
            Scope::OffersWrite,
            (&resumptions, Some(&back)),
        );
    });
}

#[test]
fn a_plan_is_ended_once_by_who_manages_offers() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let person = world.people[&Role::Member];
        let mut director = world.open(Role::ManagingDirector);
        let from = today(&world).plus_days(3);
        let ending = format!("/api/v1/contracts/{}/ending", things["contract"]);
        let last = json!({ "until": from.plus_days(30).to_string() });
        refused_at(
            &send(&mut director, &ending, "f", &json!({ "until": 3 })),
            "until",
        );
        assert_eq!(
            once(
                &mut director,
                &ending,
                "c",
                (&last, &json!({ "until": "2030-01-01" }))
            ),
            json!({ "done": true })
        );
        refused_by(
            &send(&mut director, &ending, "d", &last),
            "offers-refused-ended-already",
        );
        let held = read(&director.get(&format!("/api/v1/people/{person}/holdings")));
        assert_eq!(held["contracts"][0]["until"], last["until"], "{held}");
        needs(
            &world,
            Role::ManagingDirector,
            Scope::OffersWrite,
            (&ending, Some(&last)),
        );
        assert_eq!(
            send(&mut world.open(Role::Member), &ending, "e", &last).status,
            403
        );
    });
}

#[test]
fn a_price_is_set_from_a_day_on_and_shown_with_its_product() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let mut director = world.open(Role::ManagingDirector);
        let path = format!("/api/v1/products/{}/prices", things["product"]);
        let day = today(&world).to_string();
        let wanted = json!({ "unit": "hour", "cents": 1_500, "from": day });
        for (field, wrong) in [
            ("unit", json!("fortnight")),
            ("cents", json!("quinze")),
            ("from", json!("hier")),
        ] {
            let mut bent = wanted.clone();
            bent[field] = wrong;
            refused_at(&send(&mut director, &path, field, &bent), field);
        }
        let mut negative = wanted.clone();
        negative["cents"] = json!(-1);
        let refused = send(&mut director, &path, "negative", &negative);
        assert!(matches!(refused.status.as_u16(), 409 | 422), "{refused}");
        let set = once(&mut director, &path, "a", (&wanted, &negative));
        assert_eq!(set["amount"], json!({ "cents": 1_500, "currency": "EUR" }));
        let all = read(&director.get("/api/v1/products"));
        let product = all["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["id"] == things["product"]);
        assert_eq!(
            product.unwrap()["prices"][0]["amount"]["cents"],
            json!(1_500),
            "{all}"
        );
        needs(
            &world,
            Role::ManagingDirector,
            Scope::BillingWrite,
            (&path, Some(&wanted)),
        );
        needs(
            &world,
            Role::ManagingDirector,
            Scope::BillingRead,
            ("/api/v1/products", None),
        );
        assert_eq!(
            send(&mut world.open(Role::Member), &path, "m", &wanted).status,
            403
        );
        let nothing = format!("/api/v1/products/{}/prices", things["plan"]);
        assert_eq!(send(&mut director, &nothing, "n", &wanted).status, 404);
    });
}
