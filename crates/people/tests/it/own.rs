//! One's own details, password and sessions.

use crate::world::{House, PASSWORD, sign_in};
use axum::http::StatusCode;
use harness::{Form, Visitor};
use kernel::Role;

#[test]
fn ones_own_details_are_kept_and_the_language_follows() {
    let house = House::new();
    let (_, mut visitor) = house.arrives("Mae", Role::Member);
    let form = visitor.page("/me/profile").form("form[action=\"/me/profile\"]");
    let wrong = visitor.post(&form.clone().with("phone", "12").with("postal_code", "1"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = wrong.html();
    assert_eq!(
        html.field_errors().keys().collect::<Vec<_>>(),
        ["phone", "postal_code"]
    );
    assert_eq!(
        html.attribute("#phone", "value").as_deref(),
        Some("12"),
        "what was typed stays"
    );
    let form = form
        .with("given_name", "Maë")
        .with("phone", "0612345678")
        .with("language", "en");
    assert_eq!(visitor.post(&form).location, "/me/profile");
    let page = visitor.page("/me/profile");
    assert_eq!(page.text("h1"), "My profile");
    assert_eq!(
        page.attribute("#phone", "value").as_deref(),
        Some("06 12 34 56 78")
    );
}

#[test]
fn ones_own_page_cannot_choose_who_pays() {
    let house = House::new();
    let (id, mut visitor) = house.arrives("Mae", Role::Member);
    let organisation = house.write(|tx, system| {
        let name = kernel::Name::parse("Brumes").unwrap();
        people::create_organisation(tx, system, people::NewOrganisation::named(name)).unwrap()
    });
    let form = visitor.page("/me/profile").form("form[action=\"/me/profile\"]");
    let form = form
        .and("organisation", &organisation.to_string())
        .and("note", "gentille")
        .and("email", "x@example.org");
    visitor.post(&form);
    let place = house.place.id;
    let known = house.write(move |tx, _| people::person(tx, place, id).unwrap().unwrap());
    assert_eq!((known.organisation, known.note.as_str()), (None, ""));
    assert_eq!(known.email.unwrap().as_str(), "mae@example.org");
}

#[test]
fn the_address_one_signs_in_with_changes_with_the_password() {
    let house = House::new();
    house.account("Noa", Role::Member);
    let (_, mut visitor) = house.arrives("Mae", Role::Member);
    let form = visitor
        .page("/me/profile")
        .form("form[action=\"/me/profile/email\"]");
    let wrong = visitor.post(
        &form
            .clone()
            .with("email", "neuve@example.org")
            .with("email_password", "faux"),
    );
    assert!(wrong.html().field_error("email_password").is_some());
    assert!(!wrong.text().contains(PASSWORD));
    let mut other_device = house.signed_in("Mae");
    let link = asked(&house, &mut visitor, &form, "neuve@example.org");
    assert_eq!(
        sign_in(&mut house.visitor(), "mae@example.org", PASSWORD).status,
        StatusCode::SEE_OTHER,
        "nothing changed yet"
    );
    let mut stranger = house.signed_in("Noa");
    assert_eq!(
        stranger.get(&link).status,
        StatusCode::GONE,
        "the link of somebody else"
    );
    let confirm = visitor.page(&link).form("form[action^=\"/me/profile/email/\"]");
    assert_eq!(visitor.post(&confirm).location, "/me/profile");
    assert_eq!(
        other_device.get("/me/profile").status,
        StatusCode::SEE_OTHER,
        "signed out"
    );
    let word = house.outbox_after_a_letter().remove(0);
    assert_eq!(
        word.recipient.as_str(),
        "mae@example.org",
        "the former address gets word"
    );
    assert_eq!(
        visitor.post(&confirm).status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "used up"
    );
    assert_eq!(
        sign_in(&mut house.visitor(), "neuve@example.org", PASSWORD).status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        sign_in(&mut house.visitor(), "mae@example.org", PASSWORD).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

/// Asks for another address with the password, and answers the link that was sent to it.
fn asked(house: &House, visitor: &mut Visitor, form: &Form, email: &str) -> String {
    let form = form.clone().with("email", email).with("email_password", PASSWORD);
    assert_eq!(visitor.post(&form).location, "/me/profile");
    house.link()
}

#[test]
fn the_address_of_another_account_is_refused_at_the_last_step_only() {
    let house = House::new();
    house.account("Noa", Role::Member);
    let (_, mut visitor) = house.arrives("Mae", Role::Member);
    let form = visitor
        .page("/me/profile")
        .form("form[action=\"/me/profile/email\"]");
    let taken = asked(&house, &mut visitor, &form, "noa@example.org");
    let confirm = visitor.page(&taken).form("form[action^=\"/me/profile/email/\"]");
    let refused = visitor.post(&confirm);
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "another account has it"
    );
}

#[test]
fn a_new_password_signs_the_other_devices_out() {
    let house = House::new();
    let (_, mut here) = house.arrives("Mae", Role::Member);
    let mut there = house.signed_in("Mae");
    let form = here
        .page("/me/profile")
        .form("form[action=\"/me/profile/password\"]");
    let fresh = form
        .with("password", "une phrase neuve")
        .with("password_again", "une phrase neuve");
    let wrong = here.post(&fresh.clone().with("present_password", "faux"));
    assert!(wrong.html().field_error("present_password").is_some());
    let done = here.post(&fresh.with("present_password", PASSWORD));
    assert_eq!(done.location, "/me/profile");
    assert_eq!(here.get("/me/profile").status, StatusCode::OK);
    assert_eq!(there.get("/me/profile").status, StatusCode::SEE_OTHER);
}

#[test]
fn devices_are_listed_and_signed_out_at_once() {
    let house = House::new();
    let (_, mut here) = house.arrives("Mae", Role::Member);
    let (mut phone, mut library) = (house.signed_in("Mae"), house.signed_in("Mae"));
    let page = here.page("/me/sessions");
    assert_eq!(page.count("main .line"), 3);
    assert!(page.says("Firefox, Linux") && page.says("203.0.113.1"));
    assert_eq!(
        page.count("main .line form"),
        2,
        "this one is not ended from here"
    );
    here.post(&page.form("main .line form"));
    let open = [&mut phone, &mut library].map(|visitor| visitor.get("/me/profile").status == StatusCode::OK);
    assert_eq!(open.iter().filter(|open| **open).count(), 1);
    let page = here.page("/me/sessions");
    here.post(&page.form("form[action=\"/me/sessions/end\"]"));
    assert_eq!(phone.get("/me/profile").status, StatusCode::SEE_OTHER);
    assert_eq!(library.get("/me/profile").status, StatusCode::SEE_OTHER);
    assert_eq!(here.page("/me/sessions").count("main .line"), 1);
}

#[test]
fn the_session_of_somebody_else_is_not_found() {
    let house = House::new();
    let (_, mut victim) = house.arrives("Mae", Role::Member);
    house.signed_in("Mae");
    let path = victim
        .page("/me/sessions")
        .attribute("main .line form", "action")
        .unwrap();
    let (_, mut other) = house.arrives("Noa", Role::Administrator);
    assert_eq!(other.send_fields(&path, &[]).status, StatusCode::NOT_FOUND);
    assert_eq!(victim.page("/me/sessions").count("main .line"), 2);
}

#[test]
fn the_use_of_a_session_is_noted_beside_the_request() {
    let house = House::new();
    let (_, mut visitor) = house.arrives("Mae", Role::Member);
    let start = house.db.clock().now();
    // Thirteen days at a time for six times: without notes the session would have ended after fourteen.
    for step in 1..=6 {
        house.db.clock().set(start.plus_seconds(step * 13 * 86_400));
        assert_eq!(visitor.get("/me/profile").status, StatusCode::OK, "step {step}");
        // The note is written by the one thread that writes: a write after it waits for it.
        house.write(|_, _| ());
    }
    house.db.clock().set(start.plus_seconds(90 * 86_400));
    assert_eq!(
        visitor.get("/me/profile").status,
        StatusCode::SEE_OTHER,
        "ninety days are the end"
    );
}
