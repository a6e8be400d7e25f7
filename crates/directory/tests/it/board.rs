//! The board: posted, answered, closed when met (T32), and two people brought together over it (T21).

use crate::world::World;
use axum::http::StatusCode;
use harness::{Visitor, both_engines};

pub(crate) fn post(visitor: &mut Visitor, kind: &str, title: &str, skills: &str) -> String {
    let form = visitor
        .page(&format!("/board/new?kind={kind}"))
        .form("form[action=\"/board\"]");
    let posted = visitor.post(&form.with("title", title).with("skills", skills));
    assert_eq!(posted.status, StatusCode::SEE_OTHER, "{posted}");
    posted.location
}

#[test]
fn t32_a_need_is_posted_and_closed_when_met() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let notice = post(&mut lucie, "need", "Une affiche pour juin", "Affiche");
        let mut karim = world.member(world.karim);
        assert_eq!(karim.page("/board").all(".card h2"), ["Une affiche pour juin"]);
        assert!(karim.page("/board?kind=offer").all(".card h2").is_empty());
        let page = karim.page(&notice);
        assert!(
            !page.exists("form[action$=\"/closure\"]"),
            "only its author ends it"
        );
        let sent = karim.send_fields(&format!("{notice}/closure"), &[("outcome", "met")]);
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
        let form = lucie.page(&notice).form("form:has([value=\"met\"])");
        assert_eq!(lucie.post(&form).location, notice);
        assert_eq!(
            lucie.post(&form).location,
            notice,
            "the same form again changes nothing"
        );
        assert!(karim.page("/board").all(".card h2").is_empty());
        assert!(lucie.page("/board").says("a trouvé sa réponse"));
    });
}

#[test]
fn a_notice_comes_down_by_itself_after_its_last_day() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let notice = post(&mut lucie, "offer", "Cours de Rust", "");
        world
            .db
            .clock()
            .set(harness::MONDAY_MORNING.plus_minutes(61 * 24 * 60));
        assert!(lucie.page("/board").all(".card h2").is_empty());
        assert!(lucie.page(&notice).says("arrivée à son terme"));
    });
}

#[test]
fn wrong_notices_are_refused_at_their_field() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let form = lucie.page("/board/new").form("form[action=\"/board\"]");
        let wrong = lucie.post(&form.clone().with("title", " ").with("until", "2026-06-01"));
        assert_eq!(wrong.html().field_errors().keys().collect::<Vec<_>>(), ["title"]);
        let wrong = lucie.post(&form.clone().with("title", "Tard").with("until", "2030-01-01"));
        assert_eq!(wrong.html().field_errors().keys().collect::<Vec<_>>(), ["until"]);
        for number in 0..10 {
            post(&mut lucie, "need", &format!("Besoin {number}"), "");
        }
        let fresh = lucie.page("/board/new").form("form[action=\"/board\"]");
        let wrong = lucie.post(&fresh.with("title", "Un de trop"));
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn t21_the_team_brings_together_who_needs_and_who_knows_once() {
    both_engines(|db| {
        let world = World::new(db);
        world.keeps_card(world.lucie, "Comptable", "Paie");
        world.keeps_card(world.karim, "Graphiste", "affiches, logo");
        let mut lucie = world.member(world.lucie);
        let notice = post(&mut lucie, "need", "Une affiche pour juin", "Affiche, Impression");
        let page = lucie.page(&notice);
        assert_eq!(page.all(".line a"), ["Karim Haddouche"], "who could help");
        assert!(
            !page.exists("form[action$=\"/introductions\"]"),
            "a member does not introduce"
        );
        let mut team = world.team();
        let form = team.page(&notice).form("form[action$=\"/introductions\"]");
        assert_eq!(team.post(&form).location, notice);
        let outbox = world.outbox_after(2);
        let mut to: Vec<&str> = outbox.iter().map(|mail| mail.recipient.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["karim@example.org", "lucie@example.org"]);
        for mail in &outbox {
            let other = if mail.recipient.as_str().starts_with("karim") {
                "lucie@"
            } else {
                "karim@"
            };
            assert!(!mail.text_body.contains(other), "no address is given away");
        }
        let page = team.page(&notice);
        assert!(page.says("Déjà présentés") && !page.exists("form[action$=\"/introductions\"]"));
        team.post_anew(&form);
        assert_eq!(world.outbox_after(0).len(), 2, "once is enough");
        let stranger = form.with("person", &world.oumou.to_string());
        team.post_anew(&stranger);
        assert_eq!(world.outbox_after(0).len(), 2, "who left is not brought in");
    });
}
