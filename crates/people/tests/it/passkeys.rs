//! Passkeys from the page where they are added to the doors that they open, through the pages as a browser's script uses them.

use crate::world::{House, PASSWORD, sign_in};
use axum::http::StatusCode;
use harness::{Authenticator, Reply, Session, Visitor};
use kernel::Role;
use serde_json::Value;

const ORIGIN: &str = "https://lieu.example.org";
const ADD: &str = "form[data-passkey=create]";
const GET: &str = "form[data-passkey=get]";

fn told(reply: &Reply) -> Value {
    assert_eq!(reply.status, StatusCode::OK, "{reply}");
    assert!(reply.header("content-type").starts_with("application/json"));
    assert_eq!(reply.header("cache-control"), "no-store");
    serde_json::from_str(&reply.text()).unwrap()
}

/// The device makes a passkey for the visitor, and the form is sent with it.
pub(crate) fn adds(visitor: &mut Visitor, device: &mut Authenticator, name: &str) -> Reply {
    let page = visitor.page("/me/second-factor");
    let challenge = page.attribute(ADD, "data-challenge").unwrap();
    let mut form = page.form(ADD).with("name", name);
    if page.exists("#present_password") {
        form = form.with("present_password", PASSWORD);
    }
    let asked = told(&visitor.post_body(&challenge, &form.body()));
    assert_eq!(asked["rp"]["id"], "lieu.example.org");
    assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(asked["attestation"], "none");
    visitor.post(&form.with("answer", &device.create(&asked)))
}

/// Whoever is at the door signs in with the device.
fn knocks(visitor: &mut Visitor, device: &mut Authenticator) -> Reply {
    let page = visitor.page("/sign-in?next=L21lL3Byb2ZpbGU");
    let form = page.form(GET);
    let challenge = page.attribute(GET, "data-challenge").unwrap();
    let asked = told(&visitor.post_body(&challenge, &form.body()));
    assert_eq!(
        asked["allowCredentials"],
        serde_json::json!([]),
        "nobody is named"
    );
    assert_eq!(asked["userVerification"], "required");
    visitor.post(&form.with("answer", &device.get(&asked)))
}

fn later(house: &House, seconds: i64) {
    let at = house.db.clock().now().plus_seconds(seconds);
    house.db.clock().set(at);
}

#[test]
fn a_passkey_is_added_and_signs_in_without_a_password() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    let mut device = Authenticator::on_p256(ORIGIN, 1);
    let codes = adds(&mut noa, &mut device, "Téléphone").html();
    assert_eq!(codes.all("code").len(), 10);
    let page = noa.page("/me/second-factor");
    assert!(page.says("Téléphone") && page.says("pas encore utilisée") && page.says("Il reste 10"));
    assert_eq!(
        page.attribute("[data-passkey-origin]", "data-passkey-origin")
            .unwrap(),
        ORIGIN
    );
    let mut visitor = house.visitor();
    let opened = knocks(&mut visitor, &mut device);
    assert_eq!(opened.location, "/me/profile", "{opened}");
    assert!(!visitor.page("/me/second-factor").says("pas encore utilisée"));
    let mut second = Authenticator::at(ORIGIN, 2);
    let again = adds(&mut noa, &mut second, "Clé USB");
    assert_eq!(
        again.location, "/me/second-factor",
        "codes are given once: {again}"
    );
    assert_eq!(noa.page("/me/second-factor").count(".line-acts a"), 2);
}

#[test]
fn what_is_sent_twice_late_from_another_browser_or_bent_opens_nothing() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    let mut device = Authenticator::at(ORIGIN, 1);
    adds(&mut noa, &mut device, "Téléphone");
    let mut visitor = house.visitor();
    let page = visitor.page("/sign-in");
    let form = page.form(GET);
    let challenge = page.attribute(GET, "data-challenge").unwrap();
    let asked = told(&visitor.post_body(&challenge, &form.body()));
    let good = form.clone().with("answer", &device.get(&asked));
    let mut thief = house.visitor();
    let theirs = thief
        .page("/sign-in")
        .form(GET)
        .with("answer", &device.get(&asked));
    let stolen = thief.post(&theirs);
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "another browser");
    assert!(stolen.html().says("n’a pas pu être vérifiée"));
    assert_eq!(visitor.post(&good).status, StatusCode::SEE_OTHER);
    let mut visitor = house.visitor();
    for answer in ["", "{}", "[1]", "{\"id\":\"\",\"clientDataJSON\":\"\"}"] {
        let form = visitor.page("/sign-in").form(GET).with("answer", answer);
        let refused = visitor.post(&form);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer}");
        assert_eq!(visitor.cookie(Session::COOKIE), None);
    }
    let form = visitor.page("/sign-in").form(GET);
    let asked = told(&visitor.post_body("/sign-in/passkey/challenge", &form.body()));
    let sent = form.with("answer", &device.get(&asked));
    later(&house, 301);
    assert_eq!(
        visitor.post(&sent).status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "too late"
    );
    let asked = told(&visitor.post_body("/sign-in/passkey/challenge", &sent.body()));
    let twice = sent.with("answer", &device.get(&asked));
    assert_eq!(visitor.post(&twice).status, StatusCode::SEE_OTHER);
    let mut again = house.visitor();
    again.steal(&visitor);
    again.keep(Session::COOKIE, "");
    assert_eq!(
        again.post_anew(&twice).status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "used up"
    );
    device.count = 0;
    let copied = knocks(&mut house.visitor(), &mut device);
    assert!(copied.html().says("copiée"));
}

#[test]
fn after_the_password_a_passkey_or_a_recovery_code_ends_the_waiting() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    let mut device = Authenticator::at(ORIGIN, 1);
    let codes = adds(&mut noa, &mut device, "Téléphone").html().all("code");
    let mut visitor = house.visitor();
    let asked = sign_in(&mut visitor, "noa@example.org", PASSWORD).html();
    assert_eq!(visitor.cookie(Session::COOKIE), None, "nothing is open yet");
    assert!(asked.says("Confirmez avec votre passkey"));
    let form = asked.form(GET);
    let challenge = told(&visitor.post_body("/sign-in/code/passkey/challenge", &form.body()));
    assert_eq!(challenge["allowCredentials"].as_array().unwrap().len(), 1);
    let opened = visitor.post(&form.clone().with("answer", &device.get(&challenge)));
    assert_eq!(opened.location, "/me", "{opened}");
    let waiting = form
        .fields
        .iter()
        .find(|(name, _)| name == "waiting")
        .unwrap()
        .1
        .clone();
    let over = visitor.send_fields("/sign-in/code/passkey/challenge", &[("waiting", &waiting)]);
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut visitor = house.visitor();
    let asked = sign_in(&mut visitor, "noa@example.org", PASSWORD).html();
    let wrong = visitor.post(&asked.form(GET).with("answer", "{}"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html().exists(GET));
    let by_code = asked.form("form.stack").with("code", &codes[0]);
    assert_eq!(visitor.post(&by_code).location, "/me");
}

#[test]
fn a_passkey_is_renamed_and_removed_by_its_holder_alone_with_the_password() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    adds(&mut noa, &mut Authenticator::at(ORIGIN, 1), "Téléphone");
    let page = noa.page("/me/second-factor");
    let address = page.attribute(".line-acts a", "href").unwrap();
    let (_, mut mae) = house.arrives("Mae", Role::Administrator);
    assert_eq!(mae.get(&address).status, StatusCode::NOT_FOUND);
    assert_eq!(
        mae.send_fields(&address, &[("name", "À moi")]).status,
        StatusCode::NOT_FOUND
    );
    let removal = format!("{address}/removal");
    assert_eq!(mae.send_fields(&removal, &[]).status, StatusCode::NOT_FOUND);
    let nobody = house.visitor().get(&address);
    assert!(nobody.location.starts_with("/sign-in"));
    let form = noa.page(&address).form("main form");
    assert!(
        noa.refused(&form.clone().with("name", &"x".repeat(61)))
            .field_error("name")
            .is_some()
    );
    assert_eq!(
        noa.post_anew(&form.with("name", "Portable")).location,
        "/me/second-factor"
    );
    assert!(noa.page("/me/second-factor").says("Portable"));
    later(&house, 901);
    let page = noa.page(&address);
    let form = page.form("form[action$=\"/removal\"]");
    let wrong = noa.refused(&form.clone().with("present_password", "autre chose encore"));
    assert!(wrong.field_error("present_password").is_some());
    let empty = noa.refused(&form.clone().with("present_password", ""));
    assert!(empty.field_error("present_password").is_some());
    let removed = noa.post_anew(&form.with("present_password", PASSWORD));
    assert_eq!(removed.location, "/me/second-factor", "{removed}");
    assert_eq!(noa.page("/me/second-factor").count(".line-acts a"), 0);
    assert_eq!(noa.get(&address).status, StatusCode::NOT_FOUND);
    assert_eq!(
        house.signed_in("Noa").get("/me/profile").status,
        StatusCode::OK,
        "by the password alone"
    );
}

#[test]
fn what_is_wrong_with_a_new_passkey_is_told_before_the_device_makes_it() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    later(&house, 901);
    let page = noa.page("/me/second-factor");
    let form = page.form(ADD);
    let problem = |reply: Reply| {
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told: Value = serde_json::from_str(&reply.text()).unwrap();
        told["problem"].as_str().unwrap().to_owned()
    };
    let address = "/me/second-factor/passkeys/challenge";
    let none = problem(noa.post_body(address, &form.clone().with("name", "Téléphone").body()));
    assert!(none.contains("mot de passe"), "{none}");
    let wrong = form
        .clone()
        .with("name", "Téléphone")
        .with("present_password", "autre chose");
    assert!(problem(noa.post_body(address, &wrong.body())).contains("actuel"));
    let long = form
        .clone()
        .with("name", &"x".repeat(61))
        .with("present_password", PASSWORD);
    assert!(problem(noa.post_body(address, &long.body())).contains("soixante"));
    let unasked = noa.refused(&form.with("name", "Téléphone").with("answer", "{}"));
    assert!(unasked.field_error("name").is_some());
    adds(&mut noa, &mut Authenticator::at(ORIGIN, 1), "Téléphone");
    let twice = adds(&mut noa, &mut Authenticator::at(ORIGIN, 1), "Encore");
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let elsewhere = adds(
        &mut noa,
        &mut Authenticator::at("https://autre.example.org", 2),
        "Ailleurs",
    );
    assert_eq!(elsewhere.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn nobody_asks_for_challenges_without_end() {
    let house = House::new();
    let mut visitor = house.visitor();
    let form = visitor.page("/sign-in").form(GET);
    for _ in 0..120 {
        let asked = visitor.post_body("/sign-in/passkey/challenge", &form.body());
        assert_eq!(asked.status, StatusCode::OK);
    }
    let stopped = visitor.post_body("/sign-in/passkey/challenge", &form.body());
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    let forged = house
        .visitor_from("203.0.113.9")
        .post_body("/sign-in/passkey/challenge", "");
    assert_eq!(
        forged.status,
        StatusCode::FORBIDDEN,
        "a form of ours is asked for"
    );
}
