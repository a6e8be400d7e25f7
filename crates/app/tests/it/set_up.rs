//! The first run: one link, four steps, then the link is dead.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;

const ADDRESS: &str = "/set-up/";

fn unopened(db: &platform::database::Database) -> (World, String) {
    let token = app::set_up_token(db).unwrap().expect("an empty house has a link");
    (World::unopened(db), format!("{ADDRESS}{token}"))
}

#[test]
fn four_steps_open_the_house_and_the_link_dies() {
    both_engines(|db| {
        let (world, link) = unopened(&db);
        let mut visitor = world.visitor();
        assert_eq!(visitor.get("/").status, StatusCode::SERVICE_UNAVAILABLE);
        let mut page = visitor.get(&link).html();
        let steps: [&[(&str, &str)]; 3] = [
            &[("name", "La Verrière")],
            &[("opens", "08:00"), ("closes", "20:00")],
            &[],
        ];
        for typed in steps {
            let form = typed.iter().fold(page.form("form.stack"), |form, (name, value)| {
                form.with(name, value)
            });
            let reply = visitor.post(&form);
            assert_eq!(reply.status, StatusCode::OK, "{reply}");
            page = reply.html();
        }
        let form = page
            .form("form.stack")
            .with("given_name", "Inès")
            .with("family_name", "Laroche");
        let form = form.with("email", "ines@example.org").with("password", "court");
        let refused = visitor.post(&form);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html().field_error("password").is_some());
        let form = refused
            .html()
            .form("form.stack")
            .with("password", "une phrase assez longue");
        let done = visitor.post(&form);
        assert_eq!(
            (done.status, done.location.as_str()),
            (StatusCode::SEE_OTHER, "/office")
        );
        let first = visitor.follow(&done);
        assert!(
            first.exists("#first-steps") && first.says("Votre lieu est ouvert"),
            "{first}"
        );
        assert!(first.says("Inès Laroche"), "the administrator is signed in");
        assert_eq!(
            visitor.get(&link).status,
            StatusCode::NOT_FOUND,
            "the link works once"
        );
        assert_eq!(visitor.get("/").status, StatusCode::OK);
        assert!(app::set_up_token(&db).unwrap().is_none());
        assert!(app::composition::verify(&db).unwrap().is_clean());
    });
}

#[test]
fn a_wrong_link_opens_nothing_and_a_step_back_keeps_what_was_typed() {
    both_engines(|db| {
        let (world, link) = unopened(&db);
        let mut visitor = world.visitor();
        assert_eq!(visitor.get("/set-up/autre").status, StatusCode::NOT_FOUND);
        let page = visitor.get(&link).html();
        let second = visitor
            .post(&page.form("form.stack").with("name", "Le Phare"))
            .html();
        let back = visitor.post(&second.form("form.stack").and("to", "back")).html();
        assert_eq!(
            back.attribute("input[name='name']", "value").as_deref(),
            Some("Le Phare")
        );
        let refused = visitor.post(&page.form("form.stack").with("name", ""));
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html().field_error("name").is_some());
    });
}
