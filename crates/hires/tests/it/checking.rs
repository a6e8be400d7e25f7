//! After a hire (T14): the rooms are checked, a part of the deposit is kept.

use crate::world::World;
use harness::both_engines;

#[test]
fn a_damage_keeps_a_part_of_the_deposit_as_an_indemnity_without_vat_and_the_rest_goes_back() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.accepted();
        let at = format!("/front-desk/exclusive-hires/{hire}/check");
        let mut team = world.team();
        let page = team.page(&at);
        assert!(page.says("n’a pas commencé"), "{page}");
        assert_eq!(
            page.attribute("#amount", "value").as_deref(),
            Some("500,00"),
            "as the quote asks"
        );
        let received = team.post(&page.form("form[action$=deposit]").with("method", "cheque"));
        assert_eq!(received.status, 303, "{received}");
        world.at("2026-06-20", "18:30");
        let board = team.page("/front-desk/board");
        assert!(board.says("État des lieux à faire"), "{board}");
        let page = team.page(&at);
        let form = page.form("form[action$=check]");
        let (condition, note) = names(&page);
        let silent = team.post(&form.clone().bent(&condition, "damaged"));
        assert_eq!(silent.status, 422, "what is wrong is said");
        let told = form.bent(&condition, "damaged").with(&note, "Une chaise cassée");
        assert_eq!(team.post(&told).status, 303);
        let settle = team.page(&at).form("form[action$=settlement]");
        let silent = team.post(&settle.clone().with("cost", "120"));
        assert!(silent.html().exists("#reason-error"), "{silent}");
        let named = settle
            .clone()
            .with("cost", "120")
            .with("reason", "Une chaise cassée");
        let nowhere = team.post(&named);
        assert!(
            nowhere.html().exists("#product-error"),
            "nothing is declared yet: {nowhere}"
        );
        world.declares_indemnities();
        let settle = team.page(&at).form("form[action$=settlement]");
        let done = team.post(&settle.with("cost", "120").with("reason", "Une chaise cassée"));
        assert_eq!(done.status, 303, "{done}");
        let page = team.page(&at);
        assert!(page.says("120,00 €") && page.says("380,00 €"), "{page}");
        assert!(!page.exists("form[action$=settlement]"), "settled once");
        assert!(
            !page.exists("form[action$=check]"),
            "what was settled by is not written anew"
        );
        assert_eq!(team.post(&told.clone().bent("_key", "late")).location, at);
        assert!(team.page(&at).says("déjà soldé"));
        assert_eq!(world.owed_by_organisation("732829320"), [18_000, 12_000]);
        let letter = &world.outbox_after(1)[0];
        assert_eq!(letter.recipient.to_string(), "solene@example.org");
        assert!(letter.text_body.contains("380,00"), "{}", letter.text_body);
        let board = team.page("/front-desk/board");
        assert!(!board.says("État des lieux à faire"), "{board}");
        let faults = world.faults();
        assert!(faults.is_empty(), "{faults:?}");
    });
}

#[test]
fn without_a_damage_the_whole_deposit_goes_back_and_nothing_is_charged() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.accepted();
        let at = format!("/front-desk/exclusive-hires/{hire}/check");
        let mut team = world.team();
        let receive = team.page(&at).form("form[action$=deposit]");
        assert_eq!(team.post(&receive.clone().with("amount", "0")).status, 422);
        assert_eq!(team.post(&receive).status, 303);
        world.at("2026-06-20", "18:30");
        let settle = team.page(&at).form("form[action$=settlement]");
        assert_eq!(team.post(&settle).status, 303);
        assert!(world.outbox_after(1)[0].text_body.contains("rendu en entier"));
        assert_eq!(world.owed_by_organisation("732829320"), [18_000]);
    });
}

#[test]
fn only_the_team_checks_and_only_what_was_accepted() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.asked();
        let at = format!("/front-desk/exclusive-hires/{hire}/check");
        assert_eq!(world.team().get(&at).status, 404, "nothing was hired");
        assert_eq!(world.member().get(&at).status, 403);
        assert_eq!(
            world.team().get("/front-desk/exclusive-hires/77/check").status,
            404
        );
    });
}

#[test]
fn the_deposit_is_not_settled_for_good_before_the_hire_is_over() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.accepted();
        let at = format!("/front-desk/exclusive-hires/{hire}/check");
        let mut team = world.team();
        let receive = team.page(&at).form("form[action$=deposit]");
        assert_eq!(team.post(&receive).status, 303);
        world.at("2026-06-20", "18:00");
        let settle = team.page(&at).form("form[action$=settlement]");
        world.at("2026-06-20", "17:59");
        assert!(!team.page(&at).exists("form[action$=settlement]"));
        assert_eq!(team.post(&settle).status, 422, "they are still there");
        world.at("2026-06-20", "18:00");
        assert_eq!(team.post(&settle.bent("_key", "later")).status, 303);
    });
}

fn names(page: &harness::Html) -> (String, String) {
    let condition = page.attribute("input[type=radio]", "name").unwrap();
    let note = page.attribute("form[action$=check] textarea", "name").unwrap();
    (condition, note)
}
