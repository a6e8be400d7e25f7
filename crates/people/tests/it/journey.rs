//! The pages of people in a real browser: no barrier, no overflow, light and dark, on a phone and on a desk.

use crate::world::{House, PASSWORD};
use harness::{Browser, Page, Viewport};
use kernel::{Day, Role};
use platform::place;
use platform::web::{Server, own_routes};

/// Serves a house until the test ends.
struct Served {
    address: String,
    _runtime: tokio::runtime::Runtime,
}

impl Served {
    fn new(house: &House) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let (app, routes) = (house.app.clone(), own_routes().merge(people::capability().routes));
        let address = runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            let server = Server::new(app, routes, listener, None).await.unwrap();
            tokio::spawn(server.run(std::future::pending()));
            address
        });
        Self {
            address: format!("http://{address}"),
            _runtime: runtime,
        }
    }

    fn go(&self, page: &Page, path: &str) {
        page.goto(&format!("{}{path}", self.address));
    }

    fn sign_in(&self, page: &Page, email: &str) {
        self.go(page, "/sign-in");
        page.fill("#email", email);
        page.fill("#password", PASSWORD);
        page.click("form.stack button");
        page.wait_for_absence("#password");
    }
}

const VIEWS: [Viewport; 4] = [
    Viewport::PHONE,
    Viewport::PHONE.dark(),
    Viewport::DESKTOP,
    Viewport::DESKTOP.dark(),
];

#[track_caller]
fn is_open_to_all(page: &Page, name: &str) {
    page.look(&format!("people-{name}"));
    let barriers: Vec<String> = page.axe().iter().map(ToString::to_string).collect();
    assert!(
        barriers.is_empty(),
        "{name} {:?}\n{}",
        page.viewport(),
        barriers.join("\n")
    );
    assert_eq!(page.overflow(), 0, "{name} {:?} overflows", page.viewport());
    assert_eq!(page.console_errors(), Vec::<String>::new(), "{name}");
}

#[test]
fn the_door_has_no_barrier() {
    const LOGINS: &str = r#"[{"role":"facilitator","email":"noa@example.org","password":"le chat dort au soleil"},
        {"role":"member","email":"mae@example.org","password":"le chat dort au soleil"}]"#;
    let house = House::demonstration();
    house.write(|tx, system| {
        place::set_setting(tx, system.place, people::DEMONSTRATION_LOGINS_SETTING, LOGINS).unwrap();
    });
    let (served, browser) = (Served::new(&house), Browser::start());
    for view in VIEWS {
        let page = browser.page(view);
        for (path, name) in [
            ("/sign-in", "sign-in"),
            ("/sign-in/link", "sign-in-link"),
            ("/password-reset", "password-reset"),
            ("/join", "join"),
        ] {
            served.go(&page, path);
            is_open_to_all(&page, name);
        }
        served.go(&page, "/join");
        page.evaluate("document.querySelector('form.stack').noValidate = true");
        page.fill("#email", "pas une adresse");
        page.click("form.stack button");
        page.wait_for("[aria-invalid=true]");
        is_open_to_all(&page, "join-refused");
    }
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
    let (served, browser) = (Served::new(&house), Browser::start());
    for view in VIEWS {
        let page = browser.page(view);
        served.sign_in(&page, "alix@example.org");
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
            is_open_to_all(&page, name);
        }
    }
}

#[test]
fn the_door_works_without_scripts() {
    let house = House::new();
    house.account("Noa", Role::Member);
    let (served, browser) = (Served::new(&house), Browser::start());
    let page = browser.page(Viewport::PHONE.without_javascript());
    served.sign_in(&page, "noa@example.org");
    served.go(&page, "/me/sessions");
    assert_eq!(page.status(), 200);
}
