//! Coupons given by programs: with a booking, a series, a plan and a pass.

use crate::calls::booking;
use crate::keys::today;
use crate::told::{furnished, once, refused_at, refused_by};
use crate::world::{World, read, send};
use api::Scope;
use harness::{both_engines, together};
use kernel::{Actor, Day, Days, Money, Name, Rate, Role};
use offers::{CouponCut, CouponTarget, CouponTerms};
use platform::Fault;
use serde_json::{Value, json};
use spaces::{ResourceFacts, ResourceId, ResourceKind};
use std::collections::BTreeSet;

fn hand_out(world: &World, code: &str, most_uses: Option<i64>, most_each: Option<i64>) {
    let terms = CouponTerms {
        code: code.to_owned(),
        cut: CouponCut::Rate(Rate::from_basis_points(1_000)),
        targets: CouponTarget::ALL.iter().copied().collect::<BTreeSet<_>>(),
        offer: None,
        plan: None,
        days: Days::new(
            Day::parse("2020-01-01").unwrap(),
            Day::parse("2090-01-01").unwrap(),
        )
        .unwrap(),
        most_uses,
        most_each,
        active: true,
    };
    let place = world.place;
    let kept = world.db.write_blocking(move |tx| {
        offers::keep_coupon(tx, &Actor::system(place), None, &terms).unwrap();
        Ok::<_, Fault>(())
    });
    kept.unwrap();
}

/// Rooms at 10.00 an hour.
fn rooms_at_ten(world: &World, names: &[&'static str]) -> Vec<ResourceId> {
    let (place, names) = (world.place, names.to_vec());
    let made = world.db.write_blocking(move |tx| {
        let system = Actor::system(place);
        billing::set_french_vat_rates(tx, &system).unwrap();
        let product = billing::NewProduct {
            code: "SALLE-10".to_owned(),
            name: "Salle".to_owned(),
            family: billing::Family::Room,
            vat_category: billing::VatCategory::Standard,
            basis: billing::Basis::Net,
            account_code: String::new(),
        };
        let product = billing::create_product(tx, &system, product).unwrap();
        let price = billing::Price {
            product,
            audience: billing::PriceFor(None),
            unit: billing::Unit::Hour,
            amount: Money::from_cents(1_000),
            from: Day::parse("2020-01-01").unwrap(),
        };
        billing::set_price(tx, &system, price).unwrap();
        let room = |tx: &mut _, name: &str| {
            let facts = ResourceFacts {
                product: Some(product),
                ..ResourceFacts::named(ResourceKind::Room, Name::parse(name).unwrap(), 8)
            };
            spaces::create_resource(tx, &system, facts, None).unwrap()
        };
        Ok::<_, Fault>(names.iter().map(|name| room(tx, name)).collect())
    });
    made.unwrap()
}

fn in_room(world: &World, room: ResourceId, code: &str) -> Value {
    let mut asked = booking(world, "09:00", "11:00");
    asked["resource"] = json!(room.to_string());
    asked["coupon"] = json!(code);
    asked
}

#[test]
fn a_booking_is_quoted_and_made_with_a_coupon_once_and_a_bad_one_is_told_by_its_code() {
    both_engines(|db| {
        let world = World::new(&db);
        hand_out(&world, "BIENVENUE", None, Some(1));
        let room = rooms_at_ten(&world, &["Studio"])[0];
        let mut member = world.open(Role::Member);
        let wrong = send(
            &mut member,
            "/api/v1/bookings",
            "w",
            &in_room(&world, room, "AUTRE"),
        );
        refused_by(&wrong, "offers-refused-coupon-unknown");
        let told = read(&wrong);
        assert_eq!(wrong.header("content-type"), "application/problem+json");
        assert!(!told["detail"].as_str().unwrap().is_empty(), "{told}");
        let mut bent = in_room(&world, room, "BIENVENUE");
        bent["coupon"] = json!(7);
        refused_at(&send(&mut member, "/api/v1/bookings", "v", &bent), "coupon");

        let mut asked = in_room(&world, room, "bienvenue");
        let quote = read(&send(&mut member, "/api/v1/bookings/quotes", "q", &asked));
        assert_eq!(quote["total"]["cents"], 1_800, "{quote}");
        assert_eq!(
            (&quote["coupon"]["code"], &quote["coupon"]["amount"]["cents"]),
            (&json!("BIENVENUE"), &json!(200))
        );
        asked["price_shown"] = json!(1_800);
        let made = once(&mut member, "/api/v1/bookings", "a", (&asked, &bent));
        assert_eq!(made["price"]["amount"]["cents"], 1_800, "{made}");
        let mut again = booking(&world, "14:00", "15:00");
        again["resource"] = json!(room.to_string());
        again["coupon"] = json!("BIENVENUE");
        refused_by(
            &send(&mut member, "/api/v1/bookings", "b", &again),
            "offers-refused-coupon-used-by-you",
        );
        again["coupon"] = json!("  ");
        assert_eq!(send(&mut member, "/api/v1/bookings", "c", &again).status, 201);
    });
}

#[test]
fn a_series_is_quoted_and_booked_with_a_coupon_off_its_first_date() {
    both_engines(|db| {
        let world = World::new(&db);
        hand_out(&world, "UNEFOIS", None, Some(1));
        let room = rooms_at_ten(&world, &["Studio"])[0];
        let mut member = world.open(Role::Member);
        let mut asked = json!({
            "resource": room.to_string(), "first": today(&world).plus_days(1).to_string(), "starts": "09:00",
            "minutes": 60, "rule": "FREQ=DAILY;COUNT=3", "coupon": "UNEFOIS",
        });
        let quote = read(&send(&mut member, "/api/v1/series/quotes", "q", &asked));
        assert_eq!(
            (
                &quote["total"]["cents"],
                &quote["days"][0]["coupon"]["amount"]["cents"]
            ),
            (&json!(2_900), &json!(100)),
            "{quote}"
        );
        assert_eq!(quote["days"][1]["coupon"], json!(null));
        asked["coupon"] = json!("AUTRE");
        refused_by(
            &send(&mut member, "/api/v1/series", "w", &asked),
            "offers-refused-coupon-unknown",
        );
        let bent = asked.clone();
        asked["coupon"] = json!("UNEFOIS");
        asked["total_shown"] = json!(2_900);
        let made = once(&mut member, "/api/v1/series", "a", (&asked, &bent));
        assert_eq!(made["bookings"][0]["price"]["amount"]["cents"], 900, "{made}");
    });
}

#[test]
fn a_plan_and_a_pass_are_taken_with_a_coupon() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        hand_out(&world, "BIENVENUE", Some(2), Some(1));
        let mut director = world.open(Role::ManagingDirector);
        let path = format!("/api/v1/people/{}/contracts", world.karim);
        let mut wanted = json!({
            "plan": things["plan"], "from": today(&world).to_string(), "price_shown": 1_000, "coupon": "AUTRE",
        });
        refused_by(
            &send(&mut director, &path, "w", &wanted),
            "offers-refused-coupon-unknown",
        );
        let bent = wanted.clone();
        wanted["coupon"] = json!("bienvenue");
        let made = once(&mut director, &path, "a", (&wanted, &bent));
        assert_eq!(made["coupon"], "BIENVENUE", "{made}");
        let passes = read(&director.get("/api/v1/pass-offers"));
        let offer = passes["items"][0]["id"].clone();
        let sold = |caller: &mut _, person: &dyn std::fmt::Display, key: &str| {
            let path = format!("/api/v1/people/{person}/passes");
            send(
                caller,
                &path,
                key,
                &json!({ "offer": offer, "coupon": "BIENVENUE" }),
            )
        };
        refused_by(
            &sold(&mut director, &world.karim, "b"),
            "offers-refused-coupon-used-by-you",
        );
        let other = world.people[&Role::Member];
        let pass = sold(&mut director, &other, "c");
        assert_eq!(pass.status, 201, "{pass}");
        let third = world.people[&Role::Accountant];
        refused_by(&sold(&mut director, &third, "d"), "offers-refused-coupon-used-up");
    });
}

#[test]
fn a_coupon_with_one_use_left_given_by_two_programs_at_once_is_had_by_one() {
    both_engines(|db| {
        let world = World::new(&db);
        hand_out(&world, "DERNIER", Some(1), None);
        let rooms = rooms_at_ten(&world, &["Est", "Nord", "Ouest", "Sud"]);
        let keys = [world.people[&Role::Member], world.karim].map(|who| world.key_of(who, Scope::ALL));
        let told = together(4, |number| {
            let mut caller = world.caller(&keys[number % 2]);
            let asked = in_room(&world, rooms[number], "DERNIER");
            let reply = send(&mut caller, "/api/v1/bookings", &format!("k{number}"), &asked);
            (reply.status.as_u16(), read(&reply)["code"].clone())
        });
        let made = told.iter().filter(|(status, _)| *status == 201).count();
        let used_up = json!("offers-refused-coupon-used-up");
        let refused = told.iter().filter(|(_, code)| *code == used_up).count();
        assert_eq!((made, refused), (1, 3), "{told:?}");
    });
}
