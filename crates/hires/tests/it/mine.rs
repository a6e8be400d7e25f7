//! A member's own requests and quotes, and links that end (T88).

use crate::world::World;
use harness::both_engines;
use hires::link_until;
use kernel::Day;

#[test]
fn the_link_of_a_quote_lasts_ninety_days_after_its_validity_or_the_hire() {
    let guide = include_str!("../../../../docs/rules.md");
    let table = guide
        .split_once("| valid until | accepted for | shown until |")
        .unwrap()
        .1;
    let lines = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut seen = 0;
    for line in lines {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (valid, last) = (Day::parse(cells[0]).unwrap(), Day::parse(cells[2]).unwrap());
        assert_eq!(link_until(valid, Day::parse(cells[1]).ok()), last, "{line}");
        seen += 1;
    }
    assert!(seen >= 3, "{seen}");
}

#[test]
fn a_link_shows_the_quote_for_ninety_days_and_a_kind_word_afterwards_in_the_language_of_its_reader() {
    both_engines(|db| {
        let world = World::new(db);
        let (_, quote, link) = world.quoted_in("en");
        let valid =
            world.write(move |tx, system| billing::quote(tx, system.place, quote).unwrap().facts.valid_until);
        let mut visitor = world.stranger();
        world.at(&valid.plus_days(90).to_string(), "12:00");
        assert_eq!(visitor.get(&link).status, 200);
        world.at(&valid.plus_days(91).to_string(), "12:00");
        let over = visitor.get(&link);
        assert_eq!(over.status, 410);
        assert!(
            over.html().says("This quote can no longer be read here"),
            "{over}"
        );
        assert_eq!(visitor.get(&format!("{link}/document")).status, 410);
        for act in ["acceptance", "refusal", "questions"] {
            assert_eq!(
                visitor.send_fields(&format!("{link}/{act}"), &[]).status,
                410,
                "{act}"
            );
        }
    });
}

#[test]
fn a_member_finds_their_request_under_their_day_and_reads_its_quote_and_nobody_else_does() {
    both_engines(|db| {
        let world = World::new(db);
        let mut member = world.member();
        assert!(
            !member.page("/me").exists("a[href='/me/exclusive-hires']"),
            "nothing was asked"
        );
        let page = member.page("/exclusive-hires");
        let hall = world.hall.to_string();
        let form = page
            .form("main form")
            .with("first_day", "2026-06-20")
            .with("people", "60")
            .and("spaces", &hall);
        assert_eq!(member.post(&form).location, "/me");
        let hire = world.latest();
        let day = member.page("/me");
        assert!(day.exists("a[href='/me/exclusive-hires']"), "{day}");
        let waiting = member.page("/me/exclusive-hires");
        assert!(!waiting.exists("form[action$=reading]"), "{waiting}");
        let quote = world.quote_for(hire);
        let page = member.page("/me/exclusive-hires");
        let read = page.form("form[action$=reading]");
        let opened = member.post(&read);
        assert_eq!(opened.status, 303, "{opened}");
        assert!(opened.location.starts_with("/quotes/"), "{}", opened.location);
        assert!(member.page(&opened.location).exists("form[action$=acceptance]"));
        let address = format!("/me/exclusive-hires/{hire}/quotes/{quote}/reading");
        assert_eq!(read.action, address);
        assert_eq!(world.team().send_fields(&address, &[]).status, 404, "not theirs");
        let other = format!("/me/exclusive-hires/{hire}/quotes/77/reading");
        assert_eq!(member.send_fields(&other, &[]).status, 404);
        assert_eq!(world.stranger().get("/me/exclusive-hires").status, 303);
        assert!(world.team().page("/me/exclusive-hires").says("Aucune demande"));
    });
}
