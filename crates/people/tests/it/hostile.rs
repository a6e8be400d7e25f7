//! What people with bad intentions, or clumsy programs, send.

use crate::world::House;
use axum::http::StatusCode;
use harness::Session;
use kernel::{Actor, Currency, Locale, Role, Zone};
use platform::place::{self, NewPlace};

const NASTY: [&str; 9] = [
    "<script>alert(1)</script>",
    "'; drop table person; --",
    "{{ 7 * 7 }}",
    "\u{202e}retourné",
    "a\r\nBcc: x@example.org",
    "%00",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "🦊🦊🦊",
];

#[test]
fn no_form_breaks_on_what_is_typed_in_it() {
    let house = House::new();
    let camille = house.person("Camille", "Durand");
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    let long = "x".repeat(20_000);
    let pages = [
        ("/office/people/new".to_owned(), "form.stack"),
        (format!("/office/people/{camille}/edit"), "form.stack"),
        ("/office/organisations/new".to_owned(), "form.stack"),
        ("/me/profile".to_owned(), "form[action=\"/me/profile\"]"),
        (
            format!("/office/people/{camille}"),
            "form[action$=\"/membership\"]",
        ),
        (format!("/office/people/{camille}"), "form[action$=\"/roles\"]"),
    ];
    for (path, selector) in &pages {
        let form = office.page(path).form(selector);
        let typed: Vec<String> = form
            .fields
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| !name.starts_with('_'))
            .collect();
        for nasty in NASTY.iter().copied().chain([long.as_str()]) {
            let mut filled = form.clone();
            for field in &typed {
                filled = filled.with(field, nasty);
            }
            let answer = office.post(&filled);
            assert_eq!(
                answer.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{path} {:.20}",
                nasty
            );
            assert!(!answer.text().contains("<script>alert"), "{path}");
        }
    }
}

#[test]
fn what_is_kept_is_shown_as_text_and_never_as_markup_or_formula() {
    let house = House::new();
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    let form = office.page("/office/people/new").form("form.stack");
    let made = office.post(
        &form
            .with("given_name", "=1+1")
            .with("family_name", "<b>Gras</b>")
            .with("note", "<img src=x>"),
    );
    let card = office.get(&made.location);
    assert!(
        card.text().contains("&#60;b&#62;Gras") && !card.text().contains("<b>Gras"),
        "{}",
        card.text()
    );
    assert!(!card.text().contains("<img"));
    let csv = office.get("/office/people?format=csv").text().into_owned();
    assert!(!csv.lines().any(|line| line.starts_with('=')), "{csv}");
}

#[test]
fn a_character_zero_is_refused_and_nothing_breaks() {
    let house = House::new();
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    for path in [
        "/office/people",
        "/office/organisations",
        "/me/profile",
        "/sign-in",
        "/password-reset",
    ] {
        let answer = office.send_fields(path, &[("name", "a\0b"), ("email", "a\0@example.org")]);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
    }
    for path in [
        "/office/people?q=%00",
        "/office/organisations?q=%00&sort=%00",
        "/office/people?role=%00",
    ] {
        assert_eq!(office.get(path).status, StatusCode::OK, "{path}");
    }
}

#[test]
fn a_form_that_is_not_ours_is_refused() {
    let house = House::new();
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    let form = office
        .page("/office/people/new")
        .form("form.stack")
        .with("given_name", "Ana");
    let forged = office.post(&form.clone().with("_csrf", "autre"));
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let (_, mut other) = house.arrives("Gil", Role::ManagingDirector);
    assert_eq!(
        other.post(&form).status,
        StatusCode::FORBIDDEN,
        "the token of another session"
    );
}

/// A person and an organisation of another place on the same database.
fn elsewhere(house: &House) -> (String, String) {
    let made = house.db.write_blocking(|tx| {
        let new = NewPlace {
            name: "Le Quai".to_owned(),
            zone: Zone::parse("Europe/Paris").unwrap(),
            language: Locale::Fr,
            currency: Currency::EUR,
            brand_colour: "#0f6b5c".to_owned(),
            host: Some("quai.example.org".to_owned()),
            demonstration: false,
        };
        let system = Actor::system(place::create(tx, new).unwrap().id);
        let name = people::PersonName::parse("Autre", "Part").unwrap();
        let person = people::create_person(tx, &system, people::NewPerson::named(name)).unwrap();
        let name = kernel::Name::parse("Ailleurs").unwrap();
        let new = people::NewOrganisation::named(name);
        let organisation = people::create_organisation(tx, &system, new).unwrap();
        Ok::<_, platform::Fault>((person.to_string(), organisation.to_string()))
    });
    made.unwrap()
}

#[test]
fn persons_that_do_not_exist_or_are_of_another_place_are_not_found() {
    let house = House::new();
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    let (person, _) = elsewhere(&house);
    for id in [
        person.as_str(),
        "0000000000000",
        "zzzzzzzzzzzzz",
        "12",
        "%27",
        "new2",
    ] {
        for path in [
            format!("/office/people/{id}"),
            format!("/office/people/{id}/edit"),
        ] {
            assert_eq!(office.get(&path).status, StatusCode::NOT_FOUND, "{path}");
        }
        for act in [
            "",
            "/membership",
            "/membership/end",
            "/roles",
            "/invitation",
            "/account/closure",
        ] {
            let fields = [
                ("given_name", "Vol"),
                ("joined_on", "2026-06-15"),
                ("left_on", "2026-06-15"),
                ("role", "administrator"),
                ("from_day", "2026-06-15"),
            ];
            let answer = office.send_fields(&format!("/office/people/{id}{act}"), &fields);
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{id}{act}");
        }
    }
}

#[test]
fn the_organisation_of_another_place_is_neither_shown_nor_made_to_pay() {
    let house = House::new();
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    let (_, organisation) = elsewhere(&house);
    for path in [
        format!("/office/organisations/{organisation}"),
        format!("/office/organisations/{organisation}/edit"),
    ] {
        assert_eq!(office.get(&path).status, StatusCode::NOT_FOUND, "{path}");
    }
    let fields = [("given_name", "Ana"), ("organisation", organisation.as_str())];
    let answer = office.send_fields("/office/people", &fields);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.html().field_error("organisation").is_some());
}

#[test]
fn the_way_back_never_leads_to_another_house() {
    let house = House::new();
    house.account("Alix", Role::Administrator);
    for wanted in [
        "https://pirate.example.org/",
        "//pirate.example.org",
        "/\\pirate.example.org",
        "javascript:x",
        "\u{1}",
    ] {
        let next = data_encoding::BASE64URL_NOPAD.encode(wanted.as_bytes());
        let mut visitor = house.visitor();
        let form = visitor.page(&format!("/sign-in?next={next}")).form("form.stack");
        let form = form
            .with("email", "alix@example.org")
            .with("password", crate::world::PASSWORD);
        let answer = visitor.post(&form);
        assert_eq!(
            (answer.status, answer.location.as_str()),
            (StatusCode::SEE_OTHER, "/"),
            "{wanted}"
        );
    }
    let mut visitor = house.visitor();
    assert_eq!(visitor.get("/sign-in?next=%25%25").status, StatusCode::OK);
}

#[test]
fn tokens_that_are_none_lead_to_the_page_that_says_so() {
    let house = House::new();
    let mut visitor = house.visitor();
    let long = "a".repeat(5_000);
    for token in [
        "x",
        "%27%20or%201=1",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        long.as_str(),
    ] {
        for path in ["/sign-in/link/", "/password-reset/", "/invitation/"] {
            assert_eq!(
                visitor.get(&format!("{path}{token}")).status,
                StatusCode::GONE,
                "{path}"
            );
        }
    }
    visitor.keep(Session::COOKIE, "n’importe quoi");
    assert_eq!(visitor.get("/sign-in").status, StatusCode::OK);
}
