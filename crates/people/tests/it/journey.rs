//! The pages of people in a real browser: no barrier, no overflow, light and dark, on a phone and on a desk.

use crate::world::{House, PASSWORD};
use harness::{Browser, Page, Served, Viewport};
use kernel::{Day, Role};
use platform::place;

/// Signs in at the door, as a person does.
fn sign_in(served: &Served, page: &Page, email: &str) {
    served.go(page, "/sign-in");
    page.fill("#email", email);
    page.fill("#password", PASSWORD);
    page.click("form.stack button");
    page.wait_for_absence("#password");
}

#[test]
fn the_door_has_no_barrier() {
    const LOGINS: &str = r#"[{"role":"facilitator","email":"noa@example.org","password":"le chat dort au soleil"},
        {"role":"member","email":"mae@example.org","password":"le chat dort au soleil"}]"#;
    let house = House::demonstration();
    house.write(|tx, system| {
        place::set_setting(tx, system.place, people::DEMONSTRATION_LOGINS_SETTING, LOGINS).unwrap();
    });
    let (served, browser) = (house.site.serve(), Browser::start());
    let mut found = Vec::new();
    for view in Viewport::ALL {
        let page = browser.page(view);
        for (path, name) in [
            ("/sign-in", "sign-in"),
            ("/sign-in/link", "sign-in-link"),
            ("/password-reset", "password-reset"),
        ] {
            served.go(&page, path);
            found.extend(page.barriers(&format!("people-{name}")));
        }
        served.go(&page, "/sign-in/link");
        page.evaluate("document.querySelector('form.stack').noValidate = true");
        page.fill("#email", "pas une adresse");
        page.click("form.stack button");
        page.wait_for("[aria-invalid=true]");
        found.extend(page.barriers("people-sign-in-link-refused"));
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_office_and_ones_own_pages_have_no_barrier() {
    let house = House::new();
    house.account("Alix", Role::Administrator);
    let camille = house.person("Camille", "Durand");
    for (given, family) in [("Élodie", "Lefèvre"), ("Malo", "Garnier"), ("Inès", "Roche")] {
        house.person(given, family);
    }
    let organisation = house.write(move |tx, system| {
        let new = people::NewOrganisation {
            siren: Some(kernel::Siren::parse("000000000").unwrap()),
            email: Some(kernel::Email::parse("compta@example.org").unwrap()),
            address: people::Address::parse("1 quai des Brumes", "76000", "Rouen", "").unwrap(),
            ..people::NewOrganisation::named(kernel::Name::parse("Atelier des Brumes").unwrap())
        };
        let organisation = people::create_organisation(tx, system, new).unwrap();
        let known = people::person(tx, system.place, camille).unwrap().unwrap();
        let new = people::NewPerson {
            phone: Some(kernel::Phone::parse("0612345678").unwrap()),
            organisation: Some(organisation),
            note: "Préfère le bureau près de la fenêtre.".to_owned(),
            ..known.into()
        };
        people::update_person(tx, system, camille, new).unwrap();
        people::become_member(tx, system, camille, Day::parse("2025-09-01").unwrap()).unwrap();
        people::create_account(tx, system, camille, None).unwrap();
        organisation
    });
    let (served, browser) = (house.site.serve(), Browser::start());
    let mut found = Vec::new();
    for view in Viewport::ALL {
        let page = browser.page(view);
        sign_in(&served, &page, "alix@example.org");
        for (path, name) in [
            ("/office/people".to_owned(), "list"),
            ("/office/people?q=xyzzy".to_owned(), "list-empty"),
            (format!("/office/people/{camille}"), "card"),
            (format!("/office/people/{camille}/edit"), "form"),
            ("/office/organisations".to_owned(), "organisations"),
            (format!("/office/organisations/{organisation}"), "organisation"),
            (
                format!("/office/organisations/{organisation}/edit"),
                "organisation-form",
            ),
            ("/me/profile".to_owned(), "profile"),
            ("/me/sessions".to_owned(), "sessions"),
        ] {
            served.go(&page, &path);
            found.extend(page.barriers(&format!("people-{name}")));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_door_works_without_scripts() {
    let house = House::new();
    house.account("Noa", Role::Member);
    let (served, browser) = (house.site.serve(), Browser::start());
    let page = browser.page(Viewport::PHONE.without_javascript());
    sign_in(&served, &page, "noa@example.org");
    served.go(&page, "/me/sessions");
    assert_eq!(page.status(), 200);
}
