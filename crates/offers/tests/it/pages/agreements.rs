//! Agreements in the office, and what a member reads of them (T97).

use crate::house::House;
use axum::http::StatusCode;
use kernel::Role;

#[test]
fn an_agreement_is_made_read_by_its_people_changed_and_reported() {
    let house = House::new();
    let (alix, organisation) = house.person_paid_for();
    let mut office = house.team(Role::ManagingDirector);
    let page = office.page("/office/agreements");
    assert!(page.says("Aucune convention"), "{page}");
    let form = office
        .page("/office/agreements/new")
        .form("main form")
        .bent("organisation", &organisation.to_string())
        .bent("name", "Convention des ateliers")
        .bent("hours", "40");
    let refused = office.refused(&form.clone().bent("until", "2026-01-01").bent("hours", "0"));
    assert!(refused.field_error("until").is_some(), "{refused}");
    let refused = office.refused(&form);
    assert!(
        refused.says("Choisissez au moins une sorte d’espace."),
        "{refused}"
    );
    let made = office.post(&form.and("kind", "room"));
    let way = made.location.clone();
    assert!(way.starts_with("/office/agreements/"), "{way}");
    let page = office.page(&way);
    for told in [
        "Atelier des Ormes",
        "40 h par trimestre",
        "Gratuit dans la limite des heures",
    ] {
        assert!(page.says(told), "{told}: {page}");
    }
    let page = house.signed_in(alix, Role::Member).page("/me/plan");
    assert!(page.says("Convention des ateliers"), "{page}");
    let form = office.page(&format!("{way}/edit")).form("main form");
    assert_eq!(office.post(&form.clone().bent("hours", "20")).location, way);
    let late = office.post_anew(&form.bent("hours", "30"));
    assert_eq!(
        late.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "another version was seen"
    );
    let file = office.get(&format!("{way}?year=2026&format=csv"));
    assert!(
        file.text().starts_with("Jour,") || file.text().contains("Jour"),
        "{}",
        file.text()
    );
    let mut facilitator = house.team(Role::Facilitator);
    assert_eq!(facilitator.get(&way).status, StatusCode::OK);
    assert_eq!(
        facilitator.get(&format!("{way}/edit")).status,
        StatusCode::FORBIDDEN
    );
    for path in ["/office/agreements/7zzzzzzzzzzzz", "/office/agreements/1/edit"] {
        assert!(office.get(path).status.is_client_error(), "{path}");
    }
}
