//! What everybody agrees to, in versions.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;

#[test]
fn a_new_version_asks_members_to_agree_again_and_locks_nobody_out() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        assert!(!lucie.page("/me").says("À lire et accepter"));
        world.publishes();
        assert_eq!(
            world.stranger().page("/house-rules").text(".as-typed"),
            "On range."
        );
        assert!(world.stranger().page("/privacy").says("On garde peu."));
        assert!(
            lucie.page("/me").says("À lire et accepter"),
            "asked on the first page"
        );
        assert_eq!(
            lucie.get("/me/invoices").status,
            StatusCode::OK,
            "nothing is closed"
        );
        for _ in 0..2 {
            let form = lucie
                .page("/me/house-texts")
                .form("form[action$=\"/acceptance\"]");
            assert_eq!(lucie.post(&form).location, "/me/house-texts");
        }
        assert!(!lucie.page("/me").says("À lire et accepter"));
        let old = lucie.page("/me/house-texts");
        assert_eq!(old.count("#agreed ~ ul li"), 2);
        let mut director = world.director();
        assert!(
            director
                .page("/office/house-texts")
                .says("acceptée par une personne")
        );
        let form = director
            .page("/office/house-texts")
            .form("form[action=\"/office/house-texts\"]");
        assert_eq!(
            form.body().matches("On+range").count(),
            1,
            "the next version begins with the last"
        );
        director.post(&form.with("body", "On range, et on balaie."));
        assert!(lucie.page("/me/house-texts").says("On range, et on balaie."));
        assert!(world.stranger().page("/house-rules").says("version 2"));
    });
}

#[test]
fn nobody_agrees_to_a_version_that_holds_no_more() {
    both_engines(|db| {
        let world = World::new(db);
        world.publishes();
        let mut lucie = world.member(world.lucie);
        let old = lucie
            .page("/me/house-texts")
            .form("form[action$=\"/acceptance\"]");
        world.publishes();
        lucie.post(&old);
        assert_eq!(
            lucie
                .page("/me/house-texts")
                .count("form[action$=\"/acceptance\"]"),
            2
        );
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, "Nora", "Petit");
        world.publishes();
        let page = visitor.refused(&form);
        assert!(page.field_error("house_rules").is_some());
    });
}

#[test]
fn the_place_sets_what_is_proposed_and_how_long_a_notice_lasts() {
    both_engines(|db| {
        let world = World::new(db);
        let mut director = world.director();
        let page = director.page("/office/joining");
        let form = page.form("form[action=\"/office/joining\"]");
        let plan = page.attributes("input[name=shown]", "value");
        let plan = plan.iter().find(|value| value.starts_with("plan:")).unwrap();
        let wrong = form.clone().with("months", "40");
        assert!(director.refused(&wrong).field_error("months").is_some());
        let form = form
            .bent("shown", plan)
            .with("months", "2")
            .with("first_visit", "Wi-Fi\nClé");
        assert_eq!(director.post_anew(&form).location, "/office/joining");
        let page = world.stranger().page("/join");
        assert!(page.says("250,00") && !page.says("150,00"));
        let set = world.write(|tx, system| joining::settings(tx, system.place).unwrap());
        assert_eq!((set.notice.months, set.first_visit.len()), (2, 2));
    });
}
