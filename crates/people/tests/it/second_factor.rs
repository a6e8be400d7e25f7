//! The second factor from the page where it is set up to the one that asks for it.

use crate::world::{House, PASSWORD, sign_in};
use axum::http::StatusCode;
use harness::{Session, Visitor};
use kernel::Role;
use people::TotpSecret;

/// Somebody turns it on from their profile; the secret and a recovery code.
fn sets_up(house: &House, visitor: &mut Visitor) -> (TotpSecret, String) {
    assert!(
        visitor
            .page("/me/profile")
            .exists("a[href=\"/me/second-factor\"]")
    );
    let form = visitor.page("/me/second-factor").form("main form");
    visitor.post(&form);
    let page = visitor.page("/me/second-factor");
    let secret = TotpSecret::parse(&page.text("code")).unwrap();
    assert!(
        page.attribute("a[href^=otpauth]", "href")
            .unwrap()
            .contains(&secret.base32())
    );
    let form = page.form("form[action$=\"/confirmation\"]");
    let wrong = visitor.post(&form.clone().with("code", "000 000"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = secret.code_at(house.db.clock().now());
    let done = visitor.post(&form.with("code", &code)).html();
    let codes = done.all("code");
    assert_eq!(codes.len(), 10);
    (secret, codes[0].clone())
}

fn later(house: &House, seconds: i64) {
    let at = house.db.clock().now().plus_seconds(seconds);
    house.db.clock().set(at);
}

#[test]
fn who_turned_it_on_is_asked_for_a_code_after_the_password() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    let (secret, recovery) = sets_up(&house, &mut noa);
    later(&house, 60);
    let mut visitor = house.visitor();
    let asked = sign_in(&mut visitor, "noa@example.org", PASSWORD);
    assert_eq!(asked.status, StatusCode::OK);
    assert_eq!(visitor.cookie(Session::COOKIE), None, "nothing is open yet");
    let form = asked.html().form("form.stack");
    let wrong = visitor.post(&form.clone().with("code", "123456"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html().field_error("code").is_some());
    let code = secret.code_at(house.db.clock().now());
    let opened = visitor.post(&form.clone().with("code", &code));
    assert_eq!(opened.location, "/me");
    assert_eq!(visitor.get("/me/profile").status, StatusCode::OK);
    let mut thief = house.visitor();
    let asked = sign_in(&mut thief, "noa@example.org", PASSWORD);
    let form = asked.html().form("form.stack");
    let twice = thief.post(&form.clone().with("code", &code));
    assert_eq!(
        twice.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a code seen is a code used"
    );
    assert_eq!(thief.post(&form.with("code", &recovery)).location, "/me");
}

#[test]
fn a_link_by_mail_asks_for_the_code_too_and_waits_ten_minutes() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    let (secret, _) = sets_up(&house, &mut noa);
    later(&house, 60);
    let mut visitor = house.visitor();
    let form = visitor.page("/sign-in/link").form("form.stack");
    visitor.post(&form.with("email", "noa@example.org"));
    let link = house.link();
    let step = visitor.page(&link).form("main form");
    let asked = visitor.post(&step);
    assert_eq!(visitor.cookie(Session::COOKIE), None);
    later(&house, 601);
    let form = asked.html().form("form.stack");
    let code = secret.code_at(house.db.clock().now());
    assert_eq!(
        visitor.post(&form.with("code", &code)).location,
        "/sign-in",
        "too late"
    );
    let garbage = visitor.send_fields("/sign-in/code", &[("waiting", "x"), ("code", "1")]);
    assert_eq!(garbage.location, "/sign-in");
}

#[test]
fn codes_are_not_guessed() {
    let house = House::new();
    let (_, mut noa) = house.arrives("Noa", Role::Member);
    sets_up(&house, &mut noa);
    let mut visitor = house.visitor();
    let form = sign_in(&mut visitor, "noa@example.org", PASSWORD)
        .html()
        .form("form.stack");
    for _ in 0..10 {
        let wrong = visitor.post(&form.clone().with("code", "111111"));
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let stopped = visitor.post(&form.with("code", "111111"));
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
}

#[test]
fn an_administrator_takes_away_a_lost_factor_and_nobody_else_does() {
    let house = House::new();
    let (noa, mut own) = house.arrives("Noa", Role::Member);
    sets_up(&house, &mut own);
    let (_, mut desk) = house.arrives("Mae", Role::ManagingDirector);
    let address = format!("/office/people/{noa}/second-factor/removal");
    assert_eq!(desk.send_fields(&address, &[]).status, StatusCode::FORBIDDEN);
    assert!(
        !desk
            .page(&format!("/office/people/{noa}"))
            .exists("form[action$=\"/second-factor/removal\"]")
    );
    let (_, mut alix) = house.arrives("Alix", Role::Administrator);
    let form = alix
        .page(&format!("/office/people/{noa}"))
        .form("form[action$=\"/second-factor/removal\"]");
    alix.post(&form);
    assert_eq!(house.signed_in("Noa").get("/me/profile").status, StatusCode::OK);
    assert_eq!(alix.post_anew(&form).status, StatusCode::NOT_FOUND);
}

#[test]
fn roles_past_and_to_come_stand_on_the_card_with_their_days() {
    let house = House::new();
    let (_, mut alix) = house.arrives("Alix", Role::Administrator);
    let noa = house.account("Noa", Role::Member);
    let address = format!("/office/people/{noa}");
    let form = alix.page(&address).form("form[action$=\"/roles\"]");
    let wrong = form
        .clone()
        .with("role", "facilitator")
        .with("until_day", "2001-01-01");
    assert!(alix.refused(&wrong).field_error("role").is_some());
    let today = house.write({
        let zone = house.place.zone.clone();
        move |tx, _| tx.today(&zone)
    });
    let form = form
        .with("role", "facilitator")
        .with("until_day", &today.plus_days(3).to_string());
    assert_eq!(alix.post_anew(&form).location, address);
    let page = alix.page(&address);
    assert!(page.text("aside").contains(" au "), "from a day to a day");
    later(&house, 5 * 86_400);
    let page = house.signed_in("Alix").page(&address);
    assert!(
        page.text("aside details").contains(" au "),
        "over, and not forgotten"
    );
}
