//! Waiting for a room laid out in some way, over calls.

use crate::calls::booking;
use crate::told::refused_by;
use crate::world::{World, read, send};
use harness::both_engines;
use kernel::{Actor, Name, Role};
use serde_json::json;
use spaces::{Buffers, LayoutFacts, LayoutId, ResourceId};

/// In a U: half an hour to set up.
fn in_a_u(world: &World, room: ResourceId) -> LayoutId {
    let place = world.place;
    let made = world.db.write_blocking(move |tx| {
        let facts = LayoutFacts {
            name: Name::parse("En U").unwrap(),
            capacity: 6,
            buffers: Buffers { before: 30, after: 0 },
        };
        Ok::<_, platform::Fault>(spaces::add_layout(tx, &Actor::system(place), room, facts).unwrap())
    });
    made.unwrap()
}

#[test]
fn a_program_waits_for_free_hours_that_leave_no_time_to_set_up() {
    both_engines(|db| {
        let world = World::new(&db);
        let layout = in_a_u(&world, world.room);
        let mut member = world.open(Role::Member);
        let mut karim = world.caller(&world.key_of(world.karim, api::Scope::ALL));
        let before = booking(&world, "09:00", "10:00");
        assert_eq!(send(&mut karim, "/api/v1/bookings", "a", &before).status, 201);
        let mut wanted = booking(&world, "10:00", "12:00");
        let free = send(&mut member, "/api/v1/waiting", "b", &wanted);
        refused_by(&free, "spaces-refused-still-free");
        wanted["layout"] = json!(world.room.to_string());
        let unknown = send(&mut member, "/api/v1/waiting", "c", &wanted);
        refused_by(&unknown, "spaces-refused-layout");
        wanted["layout"] = json!(layout.to_string());
        wanted["note"] = json!("Paperboard");
        let made = send(&mut member, "/api/v1/waiting", "d", &wanted);
        assert_eq!(made.status, 201, "{made}");
        let listed = read(&member.get("/api/v1/waiting"));
        let waits = &listed["items"][0];
        assert_eq!(
            (&waits["layout"], &waits["note"]),
            (&json!(layout.to_string()), &json!("Paperboard"))
        );
    });
}
