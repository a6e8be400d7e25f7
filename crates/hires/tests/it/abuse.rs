//! What somebody who means ill, or who is only late, tries with quotes and deposits.

use crate::world::World;
use harness::both_engines;
use hires::HireState;
use kernel::{Actor, MinuteOfDay, Period};

#[test]
fn amounts_that_cannot_be_meant_are_refused_at_their_field() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.asked();
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let draft = team.page(&at).form("form[action$=quotes]");
        let quote = team.post(&draft).location;
        let form = team.page(&quote).form("main form");
        for (field, value) in [
            ("guarantee", "-5"),
            ("guarantee", "NaN"),
            ("guarantee", "1e9"),
            ("guarantee", "99999999999999999999"),
            ("guarantee", "100000,01"),
            ("line-0-price", "-0,01"),
            ("line-0-price", "inf"),
            ("line-0-price", "9223372036854775807"),
            ("line-0-quantity", "-1"),
            ("line-0-quantity", "0"),
            ("line-0-quantity", "999999999999"),
            ("discount", "-1"),
            ("discount", "100,01"),
            ("discount", "NaN"),
            ("valid_until", "2026-06-14"),
            ("valid_until", "2028-01-01"),
            ("valid_until", "2026-02-30"),
        ] {
            let sent = team.post(&form.clone().bent(field, value));
            assert_eq!(sent.status, 422, "{field} {value}: {sent}");
        }
        assert_eq!(team.post(&form).status, 303, "and what was there still stands");
    });
}

#[test]
fn a_quote_is_not_sent_beyond_the_first_day_nor_for_hours_that_were_taken_off() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.asked();
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let hold = team.page(&at).form("form[action$=holds]");
        assert_eq!(
            team.post(&hold.clone().with("until", "2026-06-14")).status,
            422,
            "past"
        );
        assert_eq!(team.post(&hold.and("overriding", "yes")).status, 303);
        let draft = team.page(&at).form("form[action$=quotes]");
        let quote = team.post(&draft).location;
        let form = team.page(&quote).form("main form");
        assert_eq!(team.post(&form.with("valid_until", "2026-06-21")).status, 303);
        let send = team.page(&quote).form("form[action$=sending]");
        assert_eq!(team.post(&send).location, quote, "nothing is sent");
        assert!(team.page(&quote).says("au-delà du premier jour"));
        let form = team.page(&quote).form("main form");
        assert_eq!(team.post(&form.with("valid_until", "2026-06-18")).status, 303);
        let remove = team.page(&at).form("form[action$=removal]");
        assert_eq!(team.post(&remove).status, 303);
        let send = team.page(&quote).form("form[action$=sending]");
        assert_eq!(team.post(&send).location, quote, "nothing is sent");
        assert!(team.page(&quote).says("ne sont plus demandées"));
        assert_eq!(world.hire(hire).state, HireState::Open);
        let add = team.page(&at).form("form[action$=slots]");
        let past = add
            .with("resource", &world.hall.to_string())
            .with("day", "2026-06-01");
        assert_eq!(team.post(&past).location, at);
        assert!(team.page(&at).says("sont passées"));
    });
}

#[test]
fn a_deposit_is_received_once_and_never_kept_beyond_itself() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.accepted();
        let mut team = world.team();
        let at = format!("/front-desk/exclusive-hires/{hire}/check");
        let receive = team.page(&at).form("form[action$=deposit]");
        for (field, value) in [
            ("amount", "-500"),
            ("amount", "0"),
            ("amount", "NaN"),
            ("amount", "100000,01"),
            ("amount", "92233720368547758,08"),
            ("received_on", "2026-06-16"),
            ("received_on", "1926-06-15"),
            ("method", "shells"),
        ] {
            let sent = team.post(&receive.clone().bent(field, value));
            assert_eq!(sent.status, 422, "{field} {value}: {sent}");
        }
        assert_eq!(team.post(&receive).status, 303);
        assert_eq!(
            team.post(&receive.bent("_key", "again")).status,
            422,
            "noted once"
        );
        world.at("2026-06-20", "18:30");
        world.declares_indemnities();
        let settle = team
            .page(&at)
            .form("form[action$=settlement]")
            .with("reason", "Vitre");
        for cost in ["-1", "NaN", "100000,01", "1e3", "92233720368547758,08"] {
            let sent = team.post(&settle.clone().with("cost", cost));
            assert_eq!(sent.status, 422, "{cost}: {sent}");
        }
        assert_eq!(team.post(&settle.clone().with("cost", "800")).status, 303);
        let again = team.post(&settle.with("cost", "1").bent("_key", "again"));
        assert_eq!(again.status, 422, "settled once");
        let known = world.write(move |tx, system| hires::deposit_of(tx, system.place, hire).unwrap());
        let settled = known.unwrap().settled.unwrap();
        assert_eq!((settled.kept.cents(), settled.cost.cents()), (50_000, 80_000));
        assert!(world.faults().is_empty(), "{:?}", world.faults());
    });
}

#[test]
fn whoever_tries_secrets_waits_and_no_search_engine_keeps_a_quote() {
    both_engines(|db| {
        let world = World::new(db);
        world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let page = visitor.page(&link);
        assert_eq!(
            page.attribute("meta[name=robots]", "content").as_deref(),
            Some("noindex")
        );
        let pdf = visitor.get(&format!("{link}/document"));
        assert_eq!(pdf.header("x-robots-tag"), "noindex");
        let secret = link.rsplit('/').next().unwrap().to_owned();
        let kept = world.write(move |tx, system| {
            let raw = people::TokenHash::of(&secret).unwrap();
            assert_ne!(raw.as_str(), secret);
            billing::quote_by_key(tx, system.place, &raw).unwrap().is_some()
        });
        assert!(kept, "only the hash opens it");
        let mut answers = Vec::new();
        for _ in 0..130 {
            answers.push(visitor.get("/quotes/AAAA").status.as_u16());
        }
        assert_eq!(answers.first(), Some(&410));
        assert_eq!(
            answers.last(),
            Some(&429),
            "one address tries so often and no more"
        );
    });
}

#[test]
fn an_evening_ends_after_midnight() {
    let zone = kernel::Zone::parse("Europe/Paris").unwrap();
    let day = kernel::Day::parse("2026-06-20").unwrap();
    let at = |text| MinuteOfDay::parse(text).unwrap();
    let evening: Period = hires::hours_of(&zone, day, (at("19:00"), at("01:00"))).unwrap();
    assert_eq!(evening.minutes(), 6 * 60);
    assert!(!Actor::visitor(kernel::PlaceId::from_i64(1)).may(hires::READ));
}
