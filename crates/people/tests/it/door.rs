//! Coming in and going out.

use crate::world::{House, PASSWORD, sign_in};
use axum::http::StatusCode;
use harness::Session;
use kernel::Role;
use platform::database::Engine;
use platform::place;

#[test]
fn the_right_password_leads_to_the_first_page_of_the_days_work() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let house = House::on(engine);
        for (given, role, home) in [
            ("Mae", Role::Member, "/me"),
            ("Noa", Role::Facilitator, "/front-desk"),
            ("Alix", Role::Administrator, "/office"),
        ] {
            house.account(given, role);
            let mut visitor = house.visitor();
            let answer = sign_in(
                &mut visitor,
                &format!("{}@example.org", given.to_lowercase()),
                PASSWORD,
            );
            assert_eq!(
                (answer.status, answer.location.as_str()),
                (StatusCode::SEE_OTHER, home)
            );
            let cookie = answer.headers.get_all("set-cookie").iter().find_map(|line| {
                let line = line.to_str().unwrap();
                line.starts_with("tribu_session=").then(|| line.to_owned())
            });
            let cookie = cookie.unwrap();
            assert!(
                cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
                "{cookie}"
            );
            assert_eq!(visitor.get("/sign-in").location, home, "already in");
        }
    }
}

#[test]
fn a_wrong_password_and_an_unknown_address_get_the_same_page() {
    let house = House::new();
    house.account("Noa", Role::Member);
    let closed = house.account("Lou", Role::Member);
    house.write(move |tx, system| people::disable_account(tx, system, closed).unwrap());
    let pages = [
        ("noa@example.org", "pas le bon mot"),
        ("noa@example.org", ""),
        ("personne@example.org", PASSWORD),
        ("lou@example.org", PASSWORD),
        ("ceci n’est pas une adresse", PASSWORD),
    ];
    let shown = pages.map(|(email, password)| {
        let answer = sign_in(&mut house.visitor(), email, password);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
        let html = answer.html();
        assert!(!answer.text().contains(PASSWORD), "no secret is sent back");
        (html.text("h1"), html.field_errors())
    });
    assert!(shown.windows(2).all(|pair| pair[0] == pair[1]), "{shown:?}");
    assert!(shown[0].1.contains_key("password"), "{shown:?}");
}

#[test]
fn the_eleventh_try_on_an_account_waits_and_so_does_one_that_does_not_exist() {
    let house = House::new();
    house.account("Noa", Role::Member);
    for email in ["noa@example.org", "fantome@example.org"] {
        let mut visitor = house.visitor();
        for _ in 0..10 {
            assert_eq!(
                sign_in(&mut visitor, email, "faux").status,
                StatusCode::UNPROCESSABLE_ENTITY
            );
        }
        assert_eq!(
            sign_in(&mut visitor, email, PASSWORD).status,
            StatusCode::TOO_MANY_REQUESTS,
            "{email}"
        );
        // Whoever tries somewhere else does not lock the holder of the account out.
        let expected = if email.starts_with("noa") {
            StatusCode::SEE_OTHER
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let mut at_home = house.visitor_from("198.51.100.9");
        assert_eq!(sign_in(&mut at_home, email, PASSWORD).status, expected);
        // A quarter of an hour later the door opens again.
        let later = house.db.clock().now().plus_seconds(15 * 60);
        house.db.clock().set(later);
        assert_eq!(sign_in(&mut visitor, email, PASSWORD).status, expected);
    }
}

#[test]
fn an_account_guessed_at_from_many_addresses_waits() {
    let house = House::new();
    house.account("Noa", Role::Member);
    let mut visitor = house.visitor();
    for number in 0..100 {
        visitor = visitor.saying("x-forwarded-for", &format!("2001:db8:0:{number:x}::1"));
        assert_eq!(
            sign_in(&mut visitor, "noa@example.org", "").status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    visitor = visitor.saying("x-forwarded-for", "198.51.100.9");
    assert_eq!(
        sign_in(&mut visitor, "noa@example.org", PASSWORD).status,
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[test]
fn one_address_of_the_network_may_not_try_everybody() {
    let house = House::new();
    let mut visitor = house.visitor();
    let mut statuses = Vec::new();
    for number in 0..61 {
        statuses.push(sign_in(&mut visitor, &format!("p{number}@example.org"), "").status);
    }
    assert_eq!(statuses[59], StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(statuses[60], StatusCode::TOO_MANY_REQUESTS);
}

#[test]
fn a_link_by_mail_lets_in_once_and_only_by_its_button() {
    let house = House::new();
    house.account("Noa", Role::Facilitator);
    let mut visitor = house.visitor();
    let form = visitor.page("/sign-in/link").form("form.stack");
    let sent = visitor.post(&form.with("email", " NOA@example.org "));
    assert_eq!(sent.status, StatusCode::OK);
    let link = house.link();
    // A scanner of mails looks at the link twice and changes nothing.
    assert!(visitor.page(&link).exists("form"));
    let step_in = visitor.page(&link).form("main form");
    let answer = visitor.post(&step_in);
    assert_eq!(
        (answer.status, answer.location.as_str()),
        (StatusCode::SEE_OTHER, "/front-desk")
    );
    assert!(visitor.page("/me/profile").says("noa@example.org"));
    let mut thief = house.visitor();
    assert_eq!(thief.get(&link).status, StatusCode::GONE);
    let again = thief.send_fields(&link, &[]);
    assert_eq!(again.status, StatusCode::GONE);
}

#[test]
fn asking_for_a_link_says_the_same_for_every_address() {
    let house = House::new();
    house.account("Noa", Role::Member);
    for path in ["/sign-in/link", "/password-reset"] {
        let said = ["noa@example.org", "fantome@example.org"].map(|email| {
            let mut visitor = house.visitor();
            let form = visitor.page(path).form("form.stack");
            let answer = visitor.post(&form.with("email", email));
            let count = house.outbox_after_a_letter().len();
            (
                answer.status,
                answer.html().text("main").replace(email, "…"),
                count,
            )
        });
        assert_eq!(said[0].0, said[1].0);
        assert_eq!(said[0].1, said[1].1);
        assert_eq!(
            said[0].2, said[1].2,
            "nothing more is sent for an address without account"
        );
    }
}

#[test]
fn a_forgotten_password_is_replaced_and_everything_else_ends() {
    let house = House::new();
    let (_, mut before) = house.arrives("Noa", Role::Member);
    let mut visitor = house.visitor();
    let form = visitor.page("/password-reset").form("form.stack");
    visitor.post(&form.with("email", "noa@example.org"));
    let link = house.link();
    let form = visitor.page(&link).form("form.stack");
    let short = visitor.post(
        &form
            .clone()
            .with("password", "court")
            .with("password_again", "court"),
    );
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.html().field_error("password").is_some());
    let differ = visitor.post(
        &form
            .clone()
            .with("password", "une phrase neuve")
            .with("password_again", "une autre"),
    );
    assert!(differ.html().field_error("password_again").is_some());
    let done = visitor.post(
        &form
            .with("password", "une phrase neuve")
            .with("password_again", "une phrase neuve"),
    );
    assert_eq!(done.location, "/me");
    assert_eq!(
        before.get("/me/profile").status,
        StatusCode::SEE_OTHER,
        "signed out elsewhere"
    );
    assert_eq!(visitor.get(&link).status, StatusCode::GONE);
    assert_eq!(
        sign_in(&mut house.visitor(), "noa@example.org", PASSWORD).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        sign_in(&mut house.visitor(), "noa@example.org", "une phrase neuve").location,
        "/me"
    );
}

#[test]
fn an_invitation_opens_the_account_with_or_without_a_password() {
    let house = House::new();
    let (_, mut desk) = house.arrives("Noa", Role::Facilitator);
    for (given, password, in_by_password) in [("Lou", "", false), ("Mae", "encore une phrase", true)] {
        let person = house.person(given, "Martin");
        let form = desk
            .page(&format!("/office/people/{person}"))
            .form("form[action$=\"/invitation\"]");
        assert_eq!(desk.post(&form).location, format!("/office/people/{person}"));
        let link = house.link();
        let mut visitor = house.visitor();
        let form = visitor.page(&link).form("form.stack");
        let answer = visitor.post(&form.with("password", password).with("password_again", password));
        assert_eq!(answer.location, "/me", "{given}");
        assert_eq!(visitor.get(&link).status, StatusCode::GONE);
        let email = format!("{}@example.org", given.to_lowercase());
        let status = sign_in(&mut house.visitor(), &email, "encore une phrase").status;
        assert_eq!(status == StatusCode::SEE_OTHER, in_by_password);
    }
}

#[test]
fn a_hat_is_changed_in_the_header_and_only_for_one_that_fits() {
    let house = House::new();
    let (_, mut visitor) = house.arrives("Noa", Role::Facilitator);
    let before = visitor.cookie(Session::COOKIE).unwrap().to_owned();
    for (hat, home) in [
        ("office", "/office"),
        ("member", "/me"),
        ("front_desk", "/front-desk"),
    ] {
        let answer = visitor.send_fields("/hat", &[("hat", hat)]);
        assert_eq!(answer.location, home);
    }
    assert_ne!(visitor.cookie(Session::COOKIE), Some(before.as_str()));
    assert_eq!(
        visitor.send_fields("/hat", &[("hat", "chapeau")]).status,
        StatusCode::BAD_REQUEST
    );
    let (_, mut member) = house.arrives("Mae", Role::Member);
    assert_eq!(
        member.send_fields("/hat", &[("hat", "office")]).status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        house.visitor().send_fields("/hat", &[("hat", "member")]).status,
        StatusCode::FORBIDDEN
    );
}

#[test]
fn signing_out_ends_the_session_on_the_server_too() {
    let house = House::new();
    let (_, mut visitor) = house.arrives("Noa", Role::Member);
    let mut thief = house.visitor();
    thief.steal(&visitor);
    assert_eq!(visitor.send_fields("/sign-out", &[]).location, "/");
    assert_eq!(visitor.cookie(Session::COOKIE), None);
    assert_eq!(thief.get("/me/profile").status, StatusCode::SEE_OTHER);
}

#[test]
fn a_demonstration_shows_its_logins_and_a_real_place_never_does() {
    const LOGINS: &str =
        r#"[{"role":"facilitator","email":"noa@example.org","password":"le chat dort au soleil"}]"#;
    for (house, shown) in [(House::demonstration(), true), (House::new(), false)] {
        house.account("Noa", Role::Facilitator);
        house.write(|tx, system| {
            place::set_setting(tx, system.place, people::DEMONSTRATION_LOGINS_SETTING, LOGINS).unwrap();
        });
        let mut visitor = house.visitor();
        let page = visitor.page("/sign-in");
        assert_eq!(page.says("noa@example.org"), shown);
        assert_eq!(page.exists(".demonstration"), shown);
        if shown {
            let form = page.form(".card form");
            assert_eq!(visitor.post(&form).location, "/front-desk");
        }
    }
}

#[test]
fn the_door_speaks_english_too() {
    let house = House::new();
    let mut visitor = house.visitor().speaking("en-GB,en;q=0.9");
    assert_eq!(visitor.page("/sign-in").text("h1"), "Sign in");
}
