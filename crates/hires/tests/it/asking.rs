//! Asking for the place to oneself (T88): from outside, as a member, at the telephone.

use crate::world::World;
use harness::both_engines;
use hires::HireState;
use kernel::Id;

#[test]
fn a_stranger_asks_proves_their_address_and_both_sides_get_a_letter() {
    both_engines(|db| {
        let world = World::new(db);
        world.publishes();
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, "solene@example.org");
        let unread = visitor.post(&form.clone().with("house_rules", ""));
        assert_eq!(unread.status, 422, "the rules of the house are agreed to");
        let sent = visitor.post(&form);
        assert!(sent.html().says("solene@example.org"), "{sent}");
        let list = world.team().page("/office/exclusive-hires");
        assert!(
            !list.says("Atelier du Faubourg"),
            "nobody sees what is not proven"
        );
        let link = world.link_of_the_last_letter();
        let confirm = visitor.page(&link).form("main form");
        assert_eq!(visitor.post(&confirm).status, 303);
        assert!(visitor.page(&link).says("Votre demande est arrivée"));
        let outbox = world.outbox_after(2);
        let to: Vec<String> = outbox
            .iter()
            .take(2)
            .map(|mail| mail.recipient.to_string())
            .collect();
        assert!(to.contains(&"solene@example.org".to_owned()), "{to:?}");
        assert!(to.contains(&"maison@example.org".to_owned()), "{to:?}");
        assert_eq!(visitor.post(&confirm).status, 303, "twice is once");
        let hire = world.hire(world.latest());
        assert_eq!((hire.state, hire.wanted.people), (HireState::Open, 60));
        let page = world.team().page(&format!("/office/exclusive-hires/{}", hire.id));
        assert!(page.says("Grande halle"), "{page}");
        assert!(page.says("pas libre"), "the house is closed on Saturdays: {page}");
    });
}

#[test]
fn what_cannot_be_asked_is_said_at_its_field() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, "solene@example.org");
        let cases = [
            ("first_day", "2026-06-14", "first_day"),
            ("last_day", "2026-06-19", "last_day"),
            ("last_day", "2026-07-04", "last_day"),
            ("people", "0", "people"),
            ("email", "nowhere", "email"),
            ("occasion", "war", "occasion"),
        ];
        for (field, value, at) in cases {
            let sent = visitor.post(&form.clone().bent(field, value));
            assert_eq!(sent.status, 422, "{field} {value}");
            assert!(
                sent.html().exists(&format!("#{at}-error")),
                "{field} {value}: {sent}"
            );
        }
        let nothing = form.clone().bent("spaces", "");
        let sent = visitor.post(&nothing);
        assert!(sent.html().exists("#advise-error"), "{sent}");
        let advised = visitor.post(&nothing.and("advise", "yes"));
        assert_eq!(advised.status, 200, "{advised}");
        let mut member = world.member();
        let form = member.page("/exclusive-hires").form("main form");
        let form = form.with("first_day", "2026-06-24").with("people", "12");
        let elsewhere = member.post(&form.and("spaces", &Id::<()>::from_i64(777).to_string()));
        assert_eq!(elsewhere.status, 404, "a space of nobody");
    });
}

#[test]
fn a_fourth_unproven_request_of_an_address_is_refused() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        for round in 0..4 {
            let form = world.asks(&mut visitor, "solene@example.org");
            let sent = visitor.post(&form);
            if round < 3 {
                assert_eq!(sent.status, 200, "{sent}");
            } else {
                assert!(sent.status == 422 || sent.status == 429, "{sent}");
            }
        }
    });
}

#[test]
fn a_member_asks_as_themselves_and_the_team_takes_a_call_down() {
    both_engines(|db| {
        let world = World::new(db);
        let mut member = world.member();
        let page = member.page("/exclusive-hires");
        assert!(!page.exists("#email"), "their address is known");
        let form = page
            .form("main form")
            .with("first_day", "2026-06-24")
            .with("people", "12")
            .and("advise", "yes");
        let sent = member.post(&form);
        assert_eq!(sent.location, "/me", "{sent}");
        let hire = world.hire(world.latest());
        assert_eq!(hire.person, Some(world.lucie));
        let mut team = world.team();
        let form = world.asks(&mut team, "paul@example.org");
        let taken = team.post(&form);
        assert!(taken.location.starts_with("/office/exclusive-hires/"), "{taken}");
        let refused = world.member().get(&taken.location);
        assert_eq!(refused.status, 403, "members do not see who asks");
        assert_eq!(team.get("/office/exclusive-hires/77").status, 404);
        let quoted = format!("{}/quotes/{}", taken.location, Id::<()>::from_i64(77));
        assert_eq!(team.get(&quoted).status, 404);
    });
}
