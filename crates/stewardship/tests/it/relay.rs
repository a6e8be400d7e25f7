//! Notes for whoever comes next, and what is ticked when the place opens and closes (T22).

use crate::world::World;
use axum::http::StatusCode;
use harness::{Visitor, both_engines};

#[test]
fn t22_a_note_left_is_the_first_thing_the_next_one_sees() {
    both_engines(|db| {
        let world = World::new(db);
        let mut awa = world.desk();
        let form = awa
            .page("/front-desk/notes")
            .form("form[action=\"/front-desk/notes\"]");
        assert!(
            awa.refused(&form.clone().with("body", " "))
                .field_error("body")
                .is_some()
        );
        let note = form.with(
            "body",
            "L’imprimante du premier est en panne.\nUn dépanneur passe mardi.",
        );
        assert_eq!(awa.post(&note).location, "/front-desk/notes");
        let mut helene = world.director();
        let first = helene.page("/front-desk").text(".panel:first-child");
        assert!(
            first.contains("Une note à lire") && first.contains("L’imprimante"),
            "{first}"
        );
        let mark = helene
            .page("/front-desk/notes")
            .form("form[action$=\"/reading\"]");
        assert_eq!(helene.post(&mark).location, "/front-desk/notes");
        assert!(!helene.page("/front-desk").says("note à lire"));
        let page = awa.page("/front-desk/notes");
        assert!(page.says("lue par Hélène Castaing") && page.says("Un dépanneur passe mardi."));
        awa.post_anew(&mark);
        assert!(
            awa.page("/front-desk/notes").says("lue par Hélène Castaing"),
            "the first reader stays"
        );
        assert_eq!(
            world.member(world.lucie).get("/front-desk/notes").status,
            StatusCode::FORBIDDEN
        );
    });
}

#[test]
fn a_note_sent_again_by_going_back_is_one_note_until_some_minutes_have_passed() {
    both_engines(|db| {
        let world = World::new(db);
        let mut awa = world.desk();
        let form = awa
            .page("/front-desk/notes")
            .form("form[action=\"/front-desk/notes\"]");
        let note = form.with("body", "Le digicode a changé.");
        let count = |visitor: &mut Visitor| {
            let page = visitor.page("/front-desk/notes").text("main");
            page.matches("Le digicode a changé.").count()
        };
        awa.post(&note);
        let shown = count(&mut awa);
        assert_eq!(awa.post_anew(&note).location, "/front-desk/notes");
        assert_eq!(count(&mut awa), shown, "the same words, the same note");
        let mut helene = world.director();
        let form = helene
            .page("/front-desk/notes")
            .form("form[action=\"/front-desk/notes\"]");
        helene.post(&form.with("body", "Le digicode a changé."));
        assert_eq!(count(&mut awa), shown * 2, "somebody else says it too");
        world.db.clock().set(world.db.clock().now().plus_minutes(10));
        awa.post_anew(&note);
        assert_eq!(count(&mut awa), shown * 3, "said again on purpose");
    });
}

/// The office writes a line into each list.
fn two_lines(director: &mut Visitor) {
    for (moment, body) in [("opening", "Allumer le poêle"), ("closing", "Fermer les volets")] {
        let form = director
            .page("/office/checklists")
            .form("form[action=\"/office/checklists\"]");
        let kept = director.post(&form.with("moment", moment).with("body", body));
        assert_eq!(kept.location, "/office/checklists");
    }
}

#[test]
fn t22_the_lines_of_the_day_are_ticked_with_who_and_when() {
    both_engines(|db| {
        let world = World::new(db);
        two_lines(&mut world.director());
        let mut desk = world.desk();
        let tick = desk
            .page("/front-desk/checklists")
            .form("form[action$=\"/tick\"]");
        let done = desk.post(&tick);
        assert!(
            done.location.starts_with("/front-desk/checklists#line-"),
            "{done}"
        );
        desk.post_anew(&tick);
        let page = desk.page("/front-desk/checklists");
        assert!(page.says("Awa Diarra") && page.count("form[action$=\"/tick\"]") == 1);
        desk.post(&page.form("form[action$=\"/undoing\"]"));
        assert_eq!(
            desk.page("/front-desk/checklists")
                .count("form[action$=\"/tick\"]"),
            2
        );
    });
}

#[test]
fn each_day_has_its_own_ticks_and_a_line_taken_off_keeps_those_of_before() {
    both_engines(|db| {
        let world = World::new(db);
        let (mut director, mut desk) = (world.director(), world.desk());
        two_lines(&mut director);
        let tick = desk
            .page("/front-desk/checklists")
            .form("form[action$=\"/tick\"]");
        desk.post(&tick);
        let before = format!("/front-desk/checklists?day={}", crate::duties::today(&world));
        world.days_pass(1);
        assert_eq!(
            desk.page("/front-desk/checklists")
                .count("form[action$=\"/tick\"]"),
            2
        );
        let page = desk.page(&before);
        assert!(page.says("Awa Diarra") && !page.exists("form[action$=\"/tick\"]"));
        let empty = director
            .page("/office/checklists")
            .form("form[action=\"/office/checklists\"]");
        assert!(
            director
                .refused(&empty.with("body", ""))
                .field_error("body")
                .is_some()
        );
        let gone = director
            .page("/office/checklists")
            .form("form[action$=\"/retirement\"]");
        assert_eq!(director.post(&gone).location, "/office/checklists");
        director.post_anew(&gone);
        assert_eq!(
            desk.page("/front-desk/checklists")
                .count("form[action$=\"/tick\"]"),
            1
        );
        assert_eq!(desk.post_anew(&tick).location, "/front-desk/checklists");
        assert!(desk.page(&before).says("Allumer le poêle"));
    });
}
