//! What is had with a booking, over calls.

use crate::calls::booking;
use crate::world::{World, read, send};
use harness::both_engines;
use kernel::Role;
use serde_json::json;

/// Coffee for each person, at 3.50.
fn coffee(world: &World) -> String {
    let place = world.place;
    let made = world.db.write_blocking(move |tx| {
        let system = kernel::Actor::system(place);
        billing::set_french_vat_rates(tx, &system).unwrap();
        let product = billing::NewProduct {
            code: "CAFE".to_owned(),
            name: "Café".to_owned(),
            family: billing::Family::Other,
            vat_category: billing::VatCategory::Intermediate,
            basis: billing::Basis::Net,
            account_code: String::new(),
        };
        let product = billing::create_product(tx, &system, product).unwrap();
        let facts = spaces::ExtraFacts {
            name: kernel::Name::parse("Café").unwrap(),
            unit: spaces::ExtraUnit::Person,
            price: kernel::Money::from_cents(350),
            product,
            spaces: std::collections::BTreeSet::new(),
            notice_hours: 0,
            preparation: String::new(),
        };
        let extra = spaces::create_extra(tx, &system, facts).unwrap();
        Ok::<_, platform::Fault>(extra)
    });
    made.unwrap().to_string()
}

#[test]
fn what_is_had_with_a_booking_is_listed_quoted_and_booked() {
    both_engines(|db| {
        let world = World::new(&db);
        let mut member = world.open(Role::Member);
        let coffee = coffee(&world);
        let listed = read(&member.get("/api/v1/extras"));
        assert_eq!(listed["items"][0]["id"], json!(coffee), "{listed}");
        assert_eq!(listed["items"][0]["unit"], "person");
        let mut asked = booking(&world, "09:00", "11:00");
        asked["extras"] = json!([{ "extra": coffee, "count": 8 }]);
        let quote = send(&mut member, "/api/v1/bookings/quotes", "q", &asked);
        assert_eq!(read(&quote)["total"]["cents"], 2_800, "{quote}");
        asked["price_shown"] = json!(0);
        let cheaper = send(&mut member, "/api/v1/bookings", "a", &asked);
        assert_eq!(cheaper.status, 409, "{cheaper}");
        asked["price_shown"] = json!(2_800);
        let made = send(&mut member, "/api/v1/bookings", "b", &asked);
        assert_eq!(made.status, 201, "{made}");
        let booked = read(&made);
        assert_eq!(booked["extras"][0]["count"], 8, "{booked}");
        assert_eq!(booked["extras"][0]["price"]["vat_basis_points"], 1_000);
        let id = booked["id"].as_str().unwrap();
        let shown = read(&member.get(&format!("/api/v1/bookings/{id}")));
        assert_eq!(shown["total"]["cents"], 2_800, "{shown}");
        let unknown = json!([{ "extra": world.room.to_string(), "count": 1 }]);
        asked["extras"] = unknown;
        assert_eq!(send(&mut member, "/api/v1/bookings", "c", &asked).status, 409);
    });
}
