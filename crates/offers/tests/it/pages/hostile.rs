//! What people with bad intentions, or clumsy programs, send.

use crate::house::House;
use axum::http::StatusCode;
use kernel::Role;
use offers::DayUse;

const NASTY: [&str; 10] = [
    "<script>alert(1)</script>",
    "'; drop table pass_lot; --",
    "{{ 7 * 7 }}",
    "\u{202e}retourné",
    "a\r\nb",
    "-1",
    "9223372036854775808",
    "=cmd|' /C calc'!A0",
    "9999-12-31",
    "🦊",
];

/// Whether the house answered as it should: a refusal, a page that is not there, or an act done.
fn is_civil(status: StatusCode) -> bool {
    status == StatusCode::UNPROCESSABLE_ENTITY
        || status == StatusCode::NOT_FOUND
        || status == StatusCode::SEE_OTHER
}

#[test]
fn no_form_breaks_on_what_is_typed_in_any_of_its_fields() {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-06-01");
    house.sell(camille, "2026-06-02");
    house.used(camille, "2026-06-02", DayUse::Day);
    let contract = house.subscribe(camille, "2026-06-10");
    let mut office = house.team(Role::Administrator);
    let person = format!("/office/people/{camille}/passes");
    let pages = [
        ("/office/offers/passes/new".to_owned(), "main form"),
        ("/office/offers/plans/new".to_owned(), "main form"),
        ("/office/offers/settings".to_owned(), "main form"),
        (
            format!("{person}/contracts/{contract}/pause?from=2026-07-01&until=2026-07-10"),
            ".confirm form",
        ),
        (format!("/office/offers/passes/{}", house.pass), "main form"),
        (
            format!("/office/offers/passes/{}", house.pass),
            "form[action$=\"/prices\"]",
        ),
        (
            format!("/office/offers/plans/{}", house.plan),
            "form[action$=\"/prices\"]",
        ),
        (person.clone(), ".card form"),
        (person.clone(), "form[action$=\"/returns\"]"),
        (
            format!("{person}/contracts/new?plan={}&from=2026-06-15", house.plan),
            ".confirm form",
        ),
        (format!("{person}/contracts/{contract}/end"), ".confirm form"),
    ];
    let long = "x".repeat(20_000);
    for (path, selector) in &pages {
        let form = office.page(path).form(selector);
        let fields: Vec<String> = form
            .fields
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| !name.starts_with('_') && name != "active")
            .collect();
        for nasty in NASTY.into_iter().chain([long.as_str()]) {
            for field in &fields {
                let answer = office.post_anew(&form.clone().with(field, nasty));
                assert!(
                    is_civil(answer.status),
                    "{path} {field} {nasty:.20}: {}",
                    answer.status
                );
                assert!(!answer.text().contains("<script>alert"), "{path} {field}");
            }
        }
    }
    house.assert_sound();
}

#[test]
fn addresses_that_name_nothing_are_not_found_and_never_break() {
    let house = House::new();
    let mut office = house.team(Role::Administrator);
    for id in [
        "0000000000001",
        "7zzzzzzzzzzzz",
        "zzzzzzzzzzzzz",
        "1",
        "%27",
        "null",
    ] {
        for path in [
            format!("/office/people/{id}/passes"),
            format!("/front-desk/people/{id}/passes"),
            format!("/office/people/{id}/passes/contracts/new"),
            format!("/office/people/{id}/passes/contracts/{id}/end"),
            format!("/office/offers/passes/{id}"),
            format!("/office/offers/plans/{id}"),
        ] {
            let status = office.get(&path).status;
            assert!(status.is_client_error(), "{path}: {status}");
        }
    }
    for query in [
        "?page=-5",
        "?page=99999999999999999999",
        "?page=x&format=y",
        "?sort=%27%3B--",
    ] {
        for path in ["/me/passes", "/office/offers/contracts"] {
            let status = office.get(&format!("{path}{query}")).status;
            assert_eq!(status, StatusCode::OK, "{path}{query}");
        }
    }
}
