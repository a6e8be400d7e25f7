//! Invitations, suspension, the end.

use crate::visits::{forms, receive};
use crate::world::{House, agree, code, invite};
use harness::FreshDatabase;
use kernel::Role;
use platform::database::Engine;

fn houses(one: &FreshDatabase, two: &FreshDatabase) -> (House, House) {
    (
        House::alone(one.database(), "Le Moulin"),
        House::alone(two.database(), "La Fabrique"),
    )
}

#[test]
fn an_invitation_is_accepted_once_within_a_week_and_by_who_has_its_text() {
    let (one, two) = (
        FreshDatabase::on(Engine::Sqlite),
        FreshDatabase::on(Engine::Sqlite),
    );
    let (home, host) = houses(&one, &two);
    let invitation = invite(&home, &host);
    let accept = |house: &House, text: &str| {
        let mut director = house.signed_in(Role::ManagingDirector);
        let form = director
            .page("/office/network/acceptance")
            .form("form[action='/office/network/acceptance']")
            .with("url", &home.url())
            .with("invitation", text);
        director.post(&form)
    };
    assert_eq!(accept(&host, "abc").status, 422);
    let mut guessed = invitation.clone();
    let last = if guessed.ends_with('0') { "1" } else { "0" };
    guessed.replace_range(guessed.len() - 1.., last);
    assert!(
        accept(&host, &guessed)
            .html()
            .text(".refusals")
            .contains("ne reconnaît pas")
    );
    home.later(7 * 86_400);
    host.later(7 * 86_400);
    assert!(
        accept(&host, &invitation)
            .html()
            .text(".refusals")
            .contains("ne reconnaît pas")
    );
    // Another text for the same agreement.
    let path = home.agreement();
    let mut director = home.signed_in(Role::ManagingDirector);
    let anew = director.page(&path).form("form[action$='/invitation']");
    let fresh = director.post(&anew).html().text("#invitation");
    assert!(
        accept(&host, &invitation)
            .html()
            .text(".refusals")
            .contains("ne reconnaît pas")
    );
    assert_eq!(accept(&host, &fresh).status, 303);
    assert!(
        host.signed_in(Role::ManagingDirector)
            .page(&host.agreement())
            .text("main")
            .contains("14,00")
    );
    assert!(
        accept(&host, &fresh)
            .html()
            .text(".refusals")
            .contains("déjà été acceptée")
    );
}

#[test]
fn either_side_suspends_at_once_and_ends_for_good() {
    let (one, two) = (
        FreshDatabase::on(Engine::Sqlite),
        FreshDatabase::on(Engine::Sqlite),
    );
    let (home, host) = houses(&one, &two);
    agree(&home, &host);
    let act = |house: &House, act: &str| {
        let mut director = house.signed_in(Role::ManagingDirector);
        let path = house.agreement();
        let form = director.page(&path).form(&format!("form[action$='/{act}']"));
        director.submit(&form);
    };
    let shown = code(&home);
    act(&home, "suspension");
    let refused = receive(&host, &shown, "day").html().text(".refusals");
    assert!(refused.contains("n\u{2019}ouvre pas"), "{refused}");
    let mine = home.signed_in(Role::Member).page("/me/network");
    assert!(forms(&mine, "/codes").is_empty());
    act(&home, "resumption");
    act(&host, "suspension");
    assert!(
        receive(&host, &code(&home), "day")
            .html()
            .text(".refusals")
            .contains("aucun lieu")
    );
    act(&host, "resumption");
    assert_eq!(receive(&host, &code(&home), "day").status, 303);
    act(&home, "ending");
    let page = home.signed_in(Role::ManagingDirector).page(&home.agreement());
    assert!(forms(&page, "/resumption").is_empty());
    assert!(page.text("main").contains("Terminé"));
    assert_eq!(home.units(), 27, "what was counted stays");
}

#[test]
fn a_member_makes_no_agreement_an_accountant_changes_none_and_strange_terms_are_refused() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let home = House::alone(fresh.database(), "Le Moulin");
    for (role, read, write) in [
        (Role::Member, 403, 403),
        (Role::Facilitator, 403, 403),
        (Role::Accountant, 200, 403),
        (Role::ManagingDirector, 200, 200),
    ] {
        let mut visitor = home.signed_in(role);
        assert_eq!(visitor.get("/office/network").status, read, "{role}");
        assert_eq!(visitor.get("/office/network/new").status, write, "{role}");
    }
    assert_eq!(
        home.signed_in(Role::Member).get("/front-desk/network").status,
        403
    );
    let mut director = home.signed_in(Role::ManagingDirector);
    let form = director
        .page("/office/network/new")
        .form("form[action='/office/network']")
        .with("name", "La Fabrique")
        .with("url", "https://fabrique.example.org")
        .with("half_day", "8,00")
        .with("day", "14,00");
    for (name, value) in [
        ("url", "https://fabrique.example.org/tribu"),
        ("half_day", "20,00"),
        ("cap_days", "0"),
        ("cap_days", "32"),
        ("until", "2020-01-01"),
        ("name", " "),
    ] {
        director.refused(&form.clone().with(name, value));
    }
    director.refused(&form.clone().and("accepted", "0000000000001"));
    assert_eq!(director.post_anew(&form).status, 200);
}
