//! Each page opens to whom it should, and to nobody else.

use crate::world::House;
use axum::http::StatusCode;
use kernel::Role;
use platform::capability::permissions_of;
use platform::web::{Access, Method};

#[test]
fn a_page_opens_to_the_roles_that_hold_its_permission_only() {
    let house = House::new();
    let mine = house.person("Camille", "Durand");
    let roles = [
        ("Mae", Role::Member),
        ("Noa", Role::Facilitator),
        ("Gil", Role::ManagingDirector),
        ("Cleo", Role::Accountant),
        ("Alix", Role::Administrator),
    ];
    for (given, role) in roles {
        let (_, mut visitor) = house.arrives(given, role);
        let held = permissions_of(&[Role::Member, role], people::PERMISSIONS);
        for route in people::capability().routes.declarations() {
            let (Access::Needs(needed), Method::Get) = (route.access, route.method) else {
                continue;
            };
            let path = route.path.replace("{id}", &mine.to_string());
            let status = visitor.get(&path).status;
            if held.contains(&needed) {
                // The identifier is a person's: an organisation or a passkey of that number does not exist, and nothing was sealed.
                let expected = if path.contains("organisations/0") || path.contains("/passkeys/") {
                    StatusCode::NOT_FOUND
                } else if path.contains("{sealed}") {
                    StatusCode::GONE
                } else {
                    StatusCode::OK
                };
                assert_eq!(status, expected, "{role} {path}");
            } else {
                assert_eq!(status, StatusCode::FORBIDDEN, "{role} {path}");
            }
        }
    }
}

#[test]
fn a_form_is_taken_from_the_roles_that_hold_its_permission_only() {
    let house = House::new();
    let target = house.person("Camille", "Durand");
    for (given, role) in [
        ("Mae", Role::Member),
        ("Noa", Role::Facilitator),
        ("Cleo", Role::Accountant),
    ] {
        let (_, mut visitor) = house.arrives(given, role);
        let held = permissions_of(&[Role::Member, role], people::PERMISSIONS);
        for route in people::capability().routes.declarations() {
            let (Access::Needs(needed), Method::Post) = (route.access, route.method) else {
                continue;
            };
            if held.contains(&needed) {
                continue;
            }
            let path = route
                .path
                .replace("{id}", &target.to_string())
                .replace("{role}", "facilitator");
            let answer = visitor.send_fields(&path, &[("role", "administrator"), ("from_day", "2026-06-15")]);
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role} {path}");
        }
    }
}

#[test]
fn a_stranger_is_led_to_the_door_and_back() {
    let house = House::new();
    house.account("Alix", Role::Administrator);
    let mut visitor = house.visitor();
    let answer = visitor.get("/office/people?member=yes");
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(
        answer.location.starts_with("/sign-in?next="),
        "{}",
        answer.location
    );
    let form = visitor.page(&answer.location).form("form.stack");
    let answer = visitor.post(
        &form
            .with("email", "alix@example.org")
            .with("password", crate::world::PASSWORD),
    );
    assert_eq!(answer.location, "/office/people?member=yes");
}
