//! The menu around a page: which entry it lights, and that it stays when a page cannot be shown.

use crate::world::World;
use axum::http::StatusCode;
use harness::{FreshDatabase, Html, Visitor};
use kernel::Role;
use platform::database::Engine;

/// The entries of the menu that are lit.
fn lit(page: &Html) -> Vec<String> {
    page.attributes("nav.tabs a[aria-current], nav.side a[aria-current]", "href")
}

fn entries(page: &Html) -> Vec<String> {
    page.attributes("nav.tabs a, nav.side a", "href")
}

/// Puts the person's other hat on.
fn wear(visitor: &mut Visitor, hat: &str) {
    let token = visitor.page("/me/profile").hidden("_csrf");
    let reply = visitor.post_body("/hat", &format!("_csrf={token}&hat={hat}"));
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{reply}");
}

#[test]
fn each_page_lights_the_entry_it_belongs_to() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::lived_in(fresh.database(), &[Role::Member, Role::ManagingDirector]);
    let mut member = world.signed_in(Role::Member);
    let mut director = world.signed_in(Role::ManagingDirector);
    for (path, expected) in [
        ("/me", Some("/me")),
        ("/me/bookings", Some("/me/bookings")),
        ("/calendar", Some("/calendar")),
        ("/bookings/new", Some("/calendar")),
        ("/me/sessions", None),
        ("/me/profile", None),
    ] {
        let page = member.page(path);
        assert_eq!(lit(&page).first().map(String::as_str), expected, "{path}");
    }
    for (path, expected) in [
        ("/office", "/office"),
        ("/office/billing/vat", "/office/billing/products"),
        ("/office/billing/products", "/office/billing/products"),
        ("/office/organisations", "/office/organisations"),
    ] {
        assert_eq!(lit(&director.page(path)), [expected], "{path}");
    }
}

#[test]
fn a_member_reaches_their_bookings_from_a_bar_of_five() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database()).with_role(Role::Member);
    let bar = entries(&world.signed_in(Role::Member).page("/me"));
    assert!(bar.contains(&"/me/bookings".to_owned()), "{bar:?}");
    assert!(bar.len() <= 5, "{bar:?}");
}

#[test]
fn whoever_meets_a_closed_or_a_lost_page_keeps_their_menu() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database())
        .with_role(Role::Member)
        .with_role(Role::Facilitator)
        .with_role(Role::ManagingDirector);
    let doors = [
        (
            Role::Member,
            "/office/settings",
            StatusCode::FORBIDDEN,
            "/me/bookings",
        ),
        (Role::Member, "/nowhere", StatusCode::NOT_FOUND, "/me/bookings"),
        (
            Role::Facilitator,
            "/front-desk/nowhere",
            StatusCode::NOT_FOUND,
            "/front-desk/day",
        ),
        (
            Role::ManagingDirector,
            "/office/billing/products/0000000000001",
            StatusCode::NOT_FOUND,
            "/office/billing/products",
        ),
    ];
    for (role, path, status, entry) in doors {
        let reply = world.signed_in(role).get(path);
        assert_eq!(reply.status, status, "{path}");
        let page = reply.html();
        assert!(entries(&page).contains(&entry.to_owned()), "{path} as {role}");
        assert!(page.exists("form[action='/sign-out']"), "{path} as {role}");
    }
    let stranger = world.visitor().get("/nowhere");
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    assert!(!stranger.html().exists("nav"), "a stranger gets the plain sheet");
}

#[test]
fn booking_for_somebody_keeps_the_search_of_the_desk() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::lived_in(fresh.database(), &[Role::Facilitator, Role::Member]);
    let mut desk = world.signed_in(Role::Facilitator);
    wear(&mut desk, "front_desk");
    for path in ["/front-desk/bookings/new", "/bookings/new", "/calendar"] {
        let page = desk.page(path);
        assert!(page.exists("form[data-search] #search"), "{path}");
        assert_eq!(page.count("#results"), 1, "{path}");
    }
    let mut member = world.signed_in(Role::Member);
    for path in ["/bookings/new", "/calendar"] {
        assert!(!member.page(path).exists("#search"), "{path}");
    }
}
