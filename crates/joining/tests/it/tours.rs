//! Coming to look: booked online or by the desk, noted, tried for a day, counted (T6, T7).

use crate::world::World;
use axum::http::StatusCode;
use harness::{Visitor, both_engines, together};
use joining::{NewTour, Prospect};
use kernel::{Actor, Email, Instant, Locale, Name};

/// The place is shown every Tuesday at ten, to so many.
pub(crate) fn shows(world: &World, seats: &str) {
    let mut director = world.director();
    let form = director
        .page("/office/joining")
        .form("form[action$=\"/tour-hours\"]");
    let form = form
        .with("weekday", "tuesday")
        .with("starts", "10:00")
        .with("seats", seats);
    assert_eq!(director.post(&form).location, "/office/joining");
}

fn first_slot(page: &harness::Html) -> String {
    page.attribute("select[name=starts_at] option", "value").unwrap()
}

/// Asks for a tour and proves the address: the letter that tells it is booked is written.
pub(crate) fn books(world: &World, visitor: &mut Visitor) -> (String, Instant) {
    let (link, at) = asks(world, visitor);
    proves(visitor, &link);
    (world.link_of_the_last_letter(), at)
}

/// The clock of the place goes on.
fn later(world: &World, minutes: i64) {
    let clock = world.db.clock();
    clock.set(clock.now().plus_minutes(minutes));
}

pub(crate) fn proves(visitor: &mut Visitor, link: &str) {
    let form = visitor.page(link).form("main form");
    let done = visitor.post(&form.bent("act", "prove"));
    assert_eq!(done.status, StatusCode::OK, "{done}");
}

/// The link of the letter to who asked, and when the tour is.
pub(crate) fn asks(world: &World, visitor: &mut Visitor) -> (String, Instant) {
    let page = visitor.page("/tours/new");
    let slot = first_slot(&page);
    let form = page.form("form[action=\"/tours\"]");
    let form = form
        .with("name", "Nora Petit")
        .with("email", "nora@example.org")
        .with("starts_at", &slot);
    assert_eq!(visitor.post(&form).status, StatusCode::OK);
    (
        world.link_of_the_last_letter(),
        Instant::from_micros(slot.parse().unwrap()),
    )
}

#[test]
fn t7_somebody_books_a_visit_and_the_team_notes_how_it_went() {
    both_engines(|db| {
        let world = World::new(db);
        assert!(world.stranger().page("/tours/new").says("Pas d’heure libre"));
        shows(&world, "1");
        let mut visitor = world.stranger();
        let (link, at) = books(&world, &mut visitor);
        assert_eq!(visitor.get(&link).status, StatusCode::OK);
        let slots = world.stranger().page("/tours/new").attributes("option", "value");
        assert!(
            !slots.contains(&at.micros().to_string()),
            "the only seat is taken"
        );
        let mut team = world.team();
        let list = team.page("/office/tours");
        let address = list.attribute("ul.lines a", "href").unwrap();
        assert!(
            !team.page(&address).exists("form[action$=\"/outcome\"]"),
            "not before it happened"
        );
        let early = team.send_fields(&format!("{address}/outcome"), &[("outcome", "came")]);
        assert_eq!(early.location, address);
        world.db.clock().set(at.plus_minutes(30));
        let form = team.page(&address).form("form[action$=\"/outcome\"]");
        let today = world.today();
        let form = form
            .and("outcome", "interested")
            .with("trial_day", &today.to_string())
            .with("note", "Traductrice");
        assert_eq!(team.post(&form).location, address);
        let page = team.page(&address);
        assert!(page.says("venue") && page.exists("form[action$=\"/trial\"]"));
        let year = team.page(&format!("/office/tours?year={}", today.year()));
        let figures: Vec<String> = year.all("tfoot td");
        assert_eq!(
            figures,
            ["1", "1", "0", "1", "1", "0"],
            "booked, came, absent, interested, tried, joined"
        );
        let file = team.get(&format!("/office/tours?year={}&format=csv", today.year()));
        assert!(file.header("content-type").starts_with("text/csv"));
    });
}

#[test]
fn t6_a_trial_day_is_a_check_in_that_costs_nothing_and_leads_to_a_membership() {
    both_engines(|db| {
        let world = World::new(db);
        shows(&world, "2");
        let (_, at) = books(&world, &mut world.stranger());
        world.db.clock().set(at.plus_minutes(30));
        let mut team = world.team();
        let address = team
            .page("/office/tours")
            .attribute("ul.lines a", "href")
            .unwrap();
        let refused = team.send_fields(&format!("{address}/trial"), &[]);
        assert_eq!(refused.location, address);
        assert!(world.person("nora@example.org").is_none(), "no trial was offered");
        let form = team.page(&address).form("form[action$=\"/outcome\"]");
        let form = form
            .and("outcome", "interested")
            .with("trial_day", &world.today().to_string());
        team.post(&form);
        let form = team.page(&address).form("form[action$=\"/trial\"]");
        team.post(&form);
        let nora = world.person("nora@example.org").unwrap().id;
        world.write(move |tx, system| {
            let told = platform::activity::since(tx, system.place, 0, 200).unwrap();
            let made = told.iter().find(|entry| entry.verb == "check_in.made").unwrap();
            assert_eq!(made.detail["kind"], "trial");
            assert!(
                billing::open_charges_of(tx, system.place, nora)
                    .unwrap()
                    .is_empty()
            );
            let zone = platform::place::get(tx, system.place).unwrap().zone;
            let today = tx.today(&zone);
            assert_eq!(offers::remaining(tx, system.place, nora, today).unwrap().debt, 0);
        });
        let form = team
            .page(&format!(
                "/office/applications/new?tour={}",
                address.rsplit('/').next().unwrap()
            ))
            .form("form[action=\"/office/applications\"]");
        let done = team.post(&form.and("offer", "none"));
        assert_eq!(done.location, format!("/office/newcomers/{nora}"), "{done}");
        let year = team.page("/office/tours");
        assert_eq!(
            year.all("tfoot td").last().map(String::as_str),
            Some("1"),
            "counted as a member"
        );
    });
}

#[test]
fn a_visit_is_given_up_by_its_link_and_the_seat_is_free_again() {
    both_engines(|db| {
        let world = World::new(db);
        shows(&world, "1");
        let mut visitor = world.stranger();
        let (link, at) = books(&world, &mut visitor);
        let form = visitor.page(&link).form("main form");
        assert!(visitor.post(&form).html().says("annulée"));
        let slots = world.stranger().page("/tours/new").attributes("option", "value");
        assert!(slots.contains(&at.micros().to_string()));
        assert_eq!(visitor.get("/tours/abc.def").status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_caller_is_given_any_hour_the_team_agrees_to() {
    both_engines(|db| {
        let world = World::new(db);
        let mut team = world.team();
        let form = team
            .page("/office/tours/new")
            .form("form[action=\"/office/tours\"]");
        let form = form.with("name", "Nora Petit").with("starts_at", "other");
        assert!(team.refused(&form).field_error("day").is_some());
        let day = world.today().plus_days(2).to_string();
        let form = form.with("day", &day).with("time", "15:30");
        let unreachable = team.post_anew(&form);
        assert_eq!(unreachable.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = team.post_anew(&form.with("phone", "06 12 34 56 78"));
        assert!(done.location.starts_with("/office/tours/"), "{done}");
        assert!(team.page("/office/tours").says("Nora Petit"));
    });
}

#[test]
fn the_last_seat_is_taken_once() {
    both_engines(|db| {
        let world = World::new(db);
        shows(&world, "3");
        let slot = first_slot(&world.stranger().page("/tours/new"));
        let starts_at = Instant::from_micros(slot.parse().unwrap());
        let (db, place) = (&world.db, world.place);
        let answers = together(12, |number| {
            let new = NewTour {
                prospect: Prospect {
                    name: Name::parse("Nora Petit").unwrap(),
                    email: Some(Email::parse(&format!("nora{number}@example.org")).unwrap()),
                    phone: None,
                    language: Locale::Fr,
                    wish: String::new(),
                },
                starts_at,
                agreed: false,
            };
            db.write_blocking(move |tx| joining::book_tour(tx, &Actor::visitor(place), &new).map(drop))
        });
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 3);
    });
}

#[test]
fn t7_a_seat_is_held_for_an_hour_until_the_address_is_proven() {
    both_engines(|db| {
        let world = World::new(db);
        shows(&world, "1");
        let free = |at: &Instant| {
            let slots = world.stranger().page("/tours/new").attributes("option", "value");
            slots.contains(&at.micros().to_string())
        };
        let mut visitor = world.stranger();
        let (link, at) = asks(&world, &mut visitor);
        assert!(!free(&at), "held");
        later(&world, 59);
        assert!(!free(&at), "still held");
        later(&world, 1);
        assert!(free(&at), "who never answered takes no seat");
        assert!(
            !world.team().page("/office/tours").says("Nora Petit"),
            "and the team waits for nobody"
        );
        proves(&mut visitor, &link);
        assert!(!free(&at), "said late, while a seat is left");
        world.outbox_after(1);
        assert!(world.team().page("/office/tours").says("Nora Petit"));
        proves(&mut visitor, &link);
        assert!(visitor.page(&link).says("prévue"));
    });
}

#[test]
fn who_proves_too_late_reads_that_the_seat_is_gone() {
    both_engines(|db| {
        let world = World::new(db);
        shows(&world, "1");
        let mut late = world.stranger();
        let (link, at) = asks(&world, &mut late);
        later(&world, 60);
        let (_, other) = books(&world, &mut world.stranger());
        assert_eq!(at, other, "the same hour");
        let form = late.page(&link).form("main form");
        let gone = late.post(&form);
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "{gone}");
        let slots = world.stranger().page("/tours/new").attributes("option", "value");
        assert!(!slots.contains(&at.micros().to_string()));
    });
}
