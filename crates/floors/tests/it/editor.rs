//! Drawing a level with the form alone, two at once, and the picture under it.

use crate::world::World;
use axum::http::StatusCode;
use harness::{Form, both_engines};

fn line(form: Form, number: usize, fields: [&str; 6]) -> Form {
    let names = ["resource", "label", "x", "y", "wide", "high"];
    names.iter().zip(fields).fold(form, |form, (name, value)| {
        form.with(&format!("{name}_{number}"), value)
    })
}

#[test]
fn a_facilitator_draws_a_level_line_by_line_and_finds_it_again() {
    both_engines(|db| {
        let world = World::new(db);
        let address = world.begins("1er étage");
        let mut team = world.team();
        let garance = world.garance.to_string();
        let form = team.page(&address).form("form[data-plan]");
        let form = line(form, 1, [garance.as_str(), "", "0", "0", "6", "4"]);
        let form = line(form, 3, ["", "Escalier", "6", "0", "2", "4"]);
        let kept = team.post(&form);
        assert_eq!(kept.location, address);
        let page = team.page(&address);
        assert_eq!(page.attribute("[name=wide_1]", "value").as_deref(), Some("6"));
        assert_eq!(
            page.attribute("[name=label_2]", "value").as_deref(),
            Some("Escalier"),
            "a blank line between two is no rectangle"
        );
        let without = page.form("form[data-plan]").and("remove_1", "yes");
        assert_eq!(team.post(&without).location, address);
        let page = team.page(&address);
        assert_eq!(
            page.attribute("[name=label_1]", "value").as_deref(),
            Some("Escalier")
        );
        assert_eq!(page.attribute("[name=label_2]", "value").as_deref(), Some(""));
    });
}

#[test]
fn what_cannot_be_drawn_is_said_at_its_line_and_nothing_typed_is_lost() {
    both_engines(|db| {
        let world = World::new(db);
        let address = world.begins("1er étage");
        let mut team = world.team();
        for (fields, at) in [
            (["", "Cuisine", "20", "0", "9", "4"], "label_1"),
            (["", "", "0", "0", "2", "2"], "label_1"),
            (["", "Cuisine", "0", "x", "2", "2"], "label_1"),
            (["777", "", "0", "0", "2", "2"], "label_1"),
            (["", "Cuisine", "", "", "", ""], "label_1"),
        ] {
            let blank = team.page(&address).form("form[data-plan]");
            let page = team.refused(&line(blank, 1, fields));
            assert!(page.field_error(at).is_some(), "{fields:?}");
            assert_eq!(
                page.attribute("[name=label_1]", "value").as_deref(),
                Some(fields[1])
            );
        }
        let blank = team.page(&address).form("form[data-plan]");
        let small = team.refused(&blank.with("wide", "3"));
        assert!(small.field_error("wide").is_some());
    });
}

#[test]
fn of_two_who_draw_at_once_the_second_overwrites_nothing_unasked() {
    both_engines(|db| {
        let world = World::new(db);
        let address = world.begins("1er étage");
        let (mut one, mut other) = (world.team(), world.team());
        let first = line(
            one.page(&address).form("form[data-plan]"),
            1,
            ["", "Cuisine", "0", "0", "2", "2"],
        );
        let second = line(
            other.page(&address).form("form[data-plan]"),
            1,
            ["", "Atelier", "3", "0", "2", "2"],
        );
        assert_eq!(one.post(&first).location, address);
        let refused = other.refused(&second);
        assert!(refused.says("Awa Test"), "it is said who saved meanwhile");
        assert_eq!(
            refused.attribute("[name=label_1]", "value").as_deref(),
            Some("Atelier")
        );
        assert_eq!(
            one.page(&address).attribute("[name=label_1]", "value").as_deref(),
            Some("Cuisine")
        );
        let newer = refused.attribute("button[name=version]", "value").unwrap();
        let again = line(
            refused.form("form[data-plan]"),
            1,
            ["", "Atelier", "3", "0", "2", "2"],
        );
        assert_eq!(other.post(&again.and("version", &newer)).location, address);
        assert_eq!(
            one.page(&address).attribute("[name=label_1]", "value").as_deref(),
            Some("Atelier")
        );
    });
}

#[test]
fn a_picture_is_kept_by_what_it_is_and_shown_to_members() {
    both_engines(|db| {
        let world = World::new(db);
        let address = world.begins("1er étage");
        let mut team = world.team();
        let form = team.page(&address).form("form[action$='/picture']");
        let refused = team.upload(&form, "picture", "plan.png", b"<svg onload='x'>");
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html().field_error("picture").is_some());
        let form = refused.html().form("form[action$='/picture']");
        let png = b"\x89PNG\r\n\x1a\nrest";
        assert_eq!(team.upload(&form, "picture", "plan.exe", png).location, address);
        let shown = world
            .member()
            .page("/plan")
            .attribute("svg image", "href")
            .unwrap();
        let picture = world.member().get(&shown);
        assert_eq!(picture.header("content-type"), "image/png");
        assert_eq!(picture.header("x-content-type-options"), "nosniff");
        assert_eq!(
            world.site.visitor().get(&shown).status,
            StatusCode::SEE_OTHER,
            "members only"
        );
        let drop = team.page(&address).form("form[action$='/picture/removal']");
        assert_eq!(team.post(&drop).location, address);
        assert_eq!(world.member().get(&shown).status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_level_taken_away_is_shown_no_more() {
    both_engines(|db| {
        let world = World::new(db);
        let address = world.begins("1er étage");
        let mut team = world.team();
        let gone = team.page(&address).form("form[action$='/retirement']");
        assert_eq!(team.post(&gone).location, "/office/plans");
        assert_eq!(team.get(&address).status, StatusCode::NOT_FOUND);
        assert!(!world.member().page("/plan").says("1er étage"));
        let fields = [
            ("version", "1"),
            ("name", "x"),
            ("position", "1"),
            ("wide", "9"),
            ("high", "9"),
            ("count", "0"),
        ];
        let late = team.send_fields(&address, &fields);
        assert_eq!(late.status, StatusCode::NOT_FOUND, "an editor left open");
    });
}
