//! Checking in by oneself, and the number that the desk reads.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;
use spaces::BookingState;

/// The path of the code that hangs at the entrance.
fn code(world: &World) -> String {
    let address = world
        .team()
        .page("/front-desk/entrance-code")
        .text(".poster-address");
    address.trim_start_matches("https://lieu.example.org").to_owned()
}

fn units(world: &World) -> i64 {
    let lucie = world.lucie;
    world.write(move |tx, system| {
        let zone = platform::place::get(tx, system.place).unwrap().zone;
        let today = tx.today(&zone);
        offers::remaining(tx, system.place, lucie, today).unwrap().units
    })
}

#[test]
fn a_member_who_scans_the_code_checks_in_once_for_the_same_units_as_at_the_desk() {
    both_engines(|db| {
        let world = World::new(db);
        let path = code(&world);
        let mut lucie = world.member(world.lucie);
        let page = lucie.page(&path);
        assert!(page.says("30 unités"), "what is left is shown before: {page}");
        let form = page.form("main form").bent("part", "day");
        assert_eq!(lucie.post(&form).location, "/me");
        assert_eq!(units(&world), 27, "a day costs three");
        assert_eq!(lucie.post(&form).location, "/me", "the same form twice");
        let again = lucie.page(&path).form("main form").bent("part", "day");
        assert_eq!(lucie.post(&again).location, "/me", "twice a day is once");
        assert_eq!(units(&world), 27);
        assert!(
            world.team().page("/front-desk").says("Lucie Test"),
            "the desk sees them"
        );
    });
}

#[test]
fn a_morning_becomes_a_day_when_the_afternoon_follows() {
    both_engines(|db| {
        let world = World::new(db);
        let path = code(&world);
        let mut lucie = world.member(world.lucie);
        for (part, left) in [("morning", 28), ("afternoon", 27)] {
            let form = lucie.page(&path).form("main form").bent("part", part);
            assert_eq!(lucie.post(&form).location, "/me");
            assert_eq!(units(&world), left, "{part}");
        }
    });
}

#[test]
fn who_holds_nothing_is_sent_to_the_desk() {
    both_engines(|db| {
        let world = World::new(db);
        let path = code(&world);
        let mut karim = world.member(world.karim);
        let form = karim.page(&path).form("main form").bent("part", "day");
        assert_eq!(karim.post(&form).status, StatusCode::UNPROCESSABLE_ENTITY);
        let strange = karim.page(&path).form("main form").bent("part", "night");
        assert_eq!(karim.post(&strange).status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn a_code_that_was_renewed_or_made_up_opens_nothing() {
    both_engines(|db| {
        let world = World::new(db);
        let old = code(&world);
        let mut team = world.team();
        let renew = team
            .page("/front-desk/entrance-code")
            .form("form[action$='/renewal']");
        assert_eq!(team.post(&renew).location, "/front-desk/entrance-code");
        let new = code(&world);
        assert_ne!(old, new);
        let mut lucie = world.member(world.lucie);
        assert_eq!(lucie.get(&old).status, StatusCode::NOT_FOUND);
        assert_eq!(
            lucie.get("/check-in/abcdefghijklmnopqrstuvwxyz").status,
            StatusCode::NOT_FOUND
        );
        let late = lucie.send_fields(&old, &[("part", "day")]);
        assert_eq!(late.status, StatusCode::NOT_FOUND);
        assert_eq!(lucie.get(&new).status, StatusCode::OK);
        assert_eq!(
            world.site.visitor().get(&new).status,
            StatusCode::SEE_OTHER,
            "signed in first"
        );
        assert_eq!(
            lucie.get("/front-desk/entrance-code").status,
            StatusCode::FORBIDDEN
        );
    });
}

#[test]
fn coming_in_keeps_the_room_that_waits_for_its_people() {
    both_engines(|db| {
        let world = World::new(db);
        world.waits_a_quarter(world.garance);
        let waiting = world.books(world.lucie, world.garance, 20, false);
        let not_waiting = world.books(world.lucie, world.pastel, 0, false);
        let path = code(&world);
        let mut lucie = world.member(world.lucie);
        let form = lucie.page(&path).form("main form").bent("part", "day");
        assert_eq!(lucie.post(&form).location, "/me");
        assert_eq!(world.state(waiting), BookingState::CheckedIn);
        assert_eq!(world.state(not_waiting), BookingState::Confirmed);
    });
}

#[test]
fn a_number_is_ones_own_is_renewed_and_finds_its_person_at_the_desk() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        assert!(!lucie.page("/me/number").exists(".door-digits"));
        let make = lucie.page("/me/number").form("main form");
        assert_eq!(lucie.post(&make).location, "/me/number");
        let first = lucie.page("/me/number").text(".door-digits");
        assert_eq!(first.replace(' ', "").len(), 8, "{first}");
        assert!(lucie.page("/me/number").exists("svg.qr path"));
        let found = world
            .team()
            .page(&format!("/front-desk?q={}", first.replace(' ', "")));
        assert!(found.says("Lucie Test"), "{found}");
        let anew = lucie.page("/me/number").form("main form");
        assert_eq!(lucie.post(&anew).location, "/me/number");
        let second = lucie.page("/me/number").text(".door-digits");
        assert_ne!(first, second);
        let lost = world
            .team()
            .page(&format!("/front-desk?q={}", first.replace(' ', "")));
        assert!(!lost.says("Lucie Test"), "the old one is nobody's");
    });
}
