//! Who is invited to a booking, over calls.

use crate::calls::booking;
use crate::world::{World, read, send};
use harness::both_engines;
use kernel::Role;
use serde_json::json;

#[test]
fn participants_are_invited_listed_and_taken_off() {
    both_engines(|db| {
        let world = World::new(&db);
        let mut member = world.open(Role::Member);
        let made = send(
            &mut member,
            "/api/v1/bookings",
            "b",
            &booking(&world, "09:00", "11:00"),
        );
        assert_eq!(made.status, 201, "{made}");
        let id = read(&made)["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/bookings/{id}/participants");
        let asked = json!({ "emails": ["ana@example.org", "leo@example.org"] });
        let done = send(&mut member, &path, "i", &asked);
        assert_eq!(done.status, 200, "{done}");
        assert_eq!(
            send(&mut member, &path, "i", &asked).status,
            200,
            "the same call again"
        );
        let listed = read(&member.get(&path));
        assert_eq!(listed["items"].as_array().unwrap().len(), 2, "{listed}");
        assert_eq!(listed["items"][0]["email"], "ana@example.org");
        assert_eq!(listed["items"][0]["answer"], "waiting");
        let again = send(&mut member, &path, "j", &asked);
        assert_eq!(again.status, 409, "{again}");
        let wrong = send(&mut member, &path, "k", &json!({ "emails": ["ana"] }));
        assert_eq!(wrong.status, 422, "{wrong}");
        let unseen = send(
            &mut member,
            &path,
            "l",
            &json!({ "persons": [world.room.to_string()] }),
        );
        assert_eq!(unseen.status, 404, "{unseen}");
        let off = json!({ "participant": listed["items"][0]["id"] });
        let off = send(&mut member, &format!("{path}/removal"), "m", &off);
        assert_eq!(read(&off)["items"].as_array().unwrap().len(), 1, "{off}");
        let mut other = world.open(Role::Accountant);
        assert!(matches!(other.get(&path).status.as_u16(), 403 | 404));
    });
}
