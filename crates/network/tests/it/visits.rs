//! A member of one place uses another with the same pass (T40).

use crate::world::{House, agree, code};
use harness::{Form, FreshDatabase, Html, Reply, on_both_engines};
use kernel::{Actor, Role};
use offers::DayUse;
use platform::Fault;
use platform::database::Engine;

/// Every form of a page whose address ends like this, in order.
pub(crate) fn forms(page: &Html, end: &str) -> Vec<Form> {
    let actions = page.attributes(&format!("form[action$='{end}']"), "action");
    let form = |action: &String| page.form(&format!("form[action='{action}']"));
    actions.iter().map(form).collect()
}

/// The desk of the host takes a code.
pub(crate) fn receive(host: &House, code: &str, part: &str) -> Reply {
    let mut desk = host.signed_in(Role::Facilitator);
    let form = desk
        .page("/front-desk/network")
        .form("form[action='/front-desk/network/visits']")
        .with("code", code)
        .with("part", part);
    desk.post(&form)
}

pub(crate) fn desk(host: &House) -> Html {
    host.signed_in(Role::Facilitator).page("/front-desk/network")
}

/// Two programs that agreed, on one engine.
pub(crate) fn two(run: impl Fn(&House, &House)) {
    on_both_engines(|fresh| {
        let other = FreshDatabase::on(fresh.database().engine());
        let home = House::alone(fresh.database(), "Le Moulin");
        let host = House::alone(other.database(), "La Fabrique");
        agree(&home, &host);
        run(&home, &host);
    });
}

#[test]
fn t40_a_visit_takes_units_at_home_tells_a_name_and_is_taken_back_on_its_day() {
    two(|home, host| {
        let shown = code(home);
        assert_eq!(shown.len(), 14, "{shown}");
        let received = receive(host, &shown.to_lowercase(), "morning");
        assert_eq!(received.status, 303, "{received}");
        let page = host.signed_in(Role::Facilitator).follow(&received);
        assert!(page.text("main").contains("Camille member"), "{page}");
        assert_eq!(home.units(), 28);
        // The code was used up.
        let again = receive(host, &shown, "afternoon");
        assert_eq!(again.status, 422);
        assert!(again.html().text(".refusals").contains("a servi"), "{again}");
        let (second, third) = (
            receive(host, &code(home), "afternoon"),
            receive(host, &code(home), "day"),
        );
        assert_eq!(second.status, 303, "{second}");
        assert_eq!(third.status, 422, "{third}");
        assert_eq!(home.units(), 27, "two half-days are a day");
        // The earlier visit stands under the later one.
        let mut team = host.signed_in(Role::Facilitator);
        let forms: Vec<_> = forms(&team.page("/front-desk/network"), "/cancellation");
        assert_eq!(forms.len(), 2);
        assert_eq!(team.post(&forms[1]).status, 422);
        assert_eq!(team.post(&forms[0]).status, 303);
        assert_eq!(home.units(), 28);
        assert_eq!(team.post_anew(&forms[1]).status, 303);
        assert_eq!(home.units(), 30);
        home.assert_sound();
    });
}

#[test]
fn half_a_day_at_home_and_half_a_day_there_cost_a_day() {
    two(|home, host| {
        let (member, today) = (home.people[&Role::Member], home.today());
        let place = home.place;
        let told = move |tx: &mut platform::database::Tx<'_>| {
            offers::use_day(tx, &Actor::system(place), member, today, DayUse::HalfDay).unwrap();
            Ok::<_, Fault>(())
        };
        home.db.write_blocking(told).unwrap();
        assert_eq!(receive(host, &code(home), "afternoon").status, 303);
        assert_eq!(home.units(), 27);
        home.assert_sound();
    });
}

#[test]
fn the_same_form_sent_twice_debits_once() {
    two(|home, host| {
        let mut desk = host.signed_in(Role::Facilitator);
        let form = desk
            .page("/front-desk/network")
            .form("form[action='/front-desk/network/visits']")
            .with("code", &code(home))
            .with("part", "day");
        assert_eq!(desk.post(&form).status, 303);
        assert_eq!(desk.post(&form).status, 303);
        assert_eq!(home.units(), 27);
        assert_eq!(forms(&desk.page("/front-desk/network"), "/cancellation").len(), 1);
    });
}

#[test]
fn the_cap_the_units_the_clock_and_a_wrong_code_are_said_at_the_desk() {
    let (one, two) = (
        FreshDatabase::on(Engine::Sqlite),
        FreshDatabase::on(Engine::Sqlite),
    );
    let home = House::alone(one.database(), "Le Moulin");
    let host = House::alone(two.database(), "La Fabrique");
    agree(&home, &host);
    let says = |code: &str, part: &str, words: &str| {
        let refused = receive(&host, code, part);
        assert_eq!(refused.status, 422, "{refused}");
        let told = refused.html().text(".refusals");
        assert!(told.contains(words), "{told}");
    };
    let good = code(&home);
    says("AAAA", "day", "douze signes");
    says("ZZZZ-ZZZZ-ZZZZ", "day", "aucun lieu");
    let wrong = format!("{}-ZZZZ-ZZZZ", &good[..4]);
    says(&wrong, "day", "plus de dix minutes");
    home.later(601);
    host.later(601);
    says(&good, "day", "plus de dix minutes");
    // Somebody without units shows a code of their own.
    let mut sacha = home.person(home.sacha, Role::Member);
    let form = sacha.page("/me/network").form("form[action$='/codes']");
    let poor = sacha.submit(&form).text(".figure");
    says(&poor, "day", "assez d\u{2019}unités");
    assert_eq!(receive(&host, &code(&home), "day").status, 303);
    // The clocks of the two places are too far apart.
    host.later(400);
    let late = receive(&host, &code(&home), "day");
    assert!(
        late.html().text(".refusals").contains("ne reconnaît plus"),
        "{late}"
    );
    home.later(400);
    says(&code(&home), "day", "déjà notée");
    home.later(86_400);
    host.later(86_400);
    assert_eq!(receive(&host, &code(&home), "day").status, 303);
    home.later(86_400);
    host.later(86_400);
    let third = receive(&host, &code(&home), "morning");
    // The month may have ended meanwhile.
    if home.today().plus_days(-2).month_of() == home.today().month_of() {
        assert!(
            third.html().text(".refusals").contains("autant de jours"),
            "{third}"
        );
    } else {
        assert_eq!(third.status, 303);
    }
    home.assert_sound();
}

#[test]
fn a_place_that_does_not_answer_is_asked_again_and_takes_units_once() {
    let (one, two) = (
        FreshDatabase::on(Engine::Sqlite),
        FreshDatabase::on(Engine::Sqlite),
    );
    let home = House::alone(one.database(), "Le Moulin");
    let host = House::alone(two.database(), "La Fabrique");
    agree(&home, &host);
    let path = host.agreement();
    let mut director = host.signed_in(Role::ManagingDirector);
    let terms = director
        .page(&format!("{path}/terms"))
        .form("form[action$='/terms']");
    // An address where nobody listens.
    director.submit(&terms.clone().with("url", "http://127.0.0.1:9"));
    let lost = receive(&host, &code(&home), "day");
    assert_eq!(lost.status, 422);
    assert!(lost.html().text(".refusals").contains("ne répond pas"), "{lost}");
    assert!(desk(&host).text("main").contains("Sans réponse"));
    assert_eq!(home.units(), 30);
    let anew = director
        .page(&format!("{path}/terms"))
        .form("form[action$='/terms']");
    director.submit(&anew.with("url", &home.url()));
    let mut team = host.signed_in(Role::Facilitator);
    let question = team.page("/front-desk/network").form("form[action$='/question']");
    assert_eq!(team.post(&question).status, 303);
    assert_eq!(team.post_anew(&question).status, 303);
    assert_eq!(home.units(), 27);
}

#[test]
fn a_visit_taken_back_before_it_arrived_never_arrives() {
    let (one, two) = (
        FreshDatabase::on(Engine::Sqlite),
        FreshDatabase::on(Engine::Sqlite),
    );
    let home = House::alone(one.database(), "Le Moulin");
    let host = House::alone(two.database(), "La Fabrique");
    agree(&home, &host);
    let place = host.place;
    let shown = code(&home);
    let asked = host
        .db
        .write_blocking(move |tx| {
            let id = network::ask(tx, &Actor::system(place), &shown, spaces::Part::Day).unwrap();
            Ok::<_, Fault>(id)
        })
        .unwrap();
    let mut team = host.signed_in(Role::Facilitator);
    let page = team.page("/front-desk/network");
    let (question, cancellation) = (
        page.form("form[action$='/question']"),
        page.form("form[action$='/cancellation']"),
    );
    assert!(question.action.contains(&asked.to_string()));
    assert_eq!(team.post(&cancellation).status, 303);
    assert_eq!(team.post(&question).status, 422);
    assert_eq!(home.units(), 30);
}

#[test]
fn two_places_in_one_database_agree_as_two_programs_do() {
    on_both_engines(|fresh| {
        let home = House::open(fresh.database(), "Le Moulin", Some("127.0.0.1"));
        let host = House::open(fresh.database(), "La Fabrique", Some("localhost"));
        agree(&home, &host);
        assert_eq!(receive(&host, &code(&home), "day").status, 303);
        assert_eq!((home.units(), host.units()), (27, 30));
        // Neither finds the agreement or the visits of the other.
        let path = host.agreement();
        assert_eq!(home.signed_in(Role::ManagingDirector).get(&path).status, 404);
        let page = host.signed_in(Role::Facilitator).page("/front-desk/network");
        let cancellation = page.form("form[action$='/cancellation']").action;
        let mut other = home.signed_in(Role::Facilitator);
        let form = other.own_form(&cancellation);
        assert_eq!(other.post(&form).status, 404);
        assert_eq!(home.units(), 27);
    });
}
