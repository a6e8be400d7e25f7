//! What is of another place is not found, whoever asks.

use crate::world::World;
use axum::http::StatusCode;
use floors::{Area, Drawing, Picture, PlanId, Shape, Size};
use harness::{both_engines, new_place};
use kernel::{Actor, Name};
use platform::database::Tx;
use platform::place::{self, NewPlace};
use spaces::{ResourceFacts, ResourceId, ResourceKind};

#[test]
fn plans_pictures_and_spaces_of_another_place_are_not_found() {
    both_engines(|db| {
        let world = World::new(db);
        let (plan, space) = world.write(|tx, _| elsewhere(tx));
        let mut team = world.team();
        for path in [format!("/office/plans/{plan}"), format!("/plan/pictures/{plan}")] {
            assert_eq!(team.get(&path).status, StatusCode::NOT_FOUND, "{path}");
        }
        let drawn = [
            ("version", "1"),
            ("name", "x"),
            ("position", "1"),
            ("wide", "9"),
            ("high", "9"),
            ("count", "0"),
        ];
        for (path, fields) in [
            (format!("/office/plans/{plan}"), &drawn[..]),
            (format!("/office/plans/{plan}/picture/removal"), &[]),
            (format!("/office/plans/{plan}/retirement"), &[]),
        ] {
            let sent = team.send_fields(&path, fields);
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path}");
        }
        let own = world.begins("1er étage");
        let form = team.page(&own).form(&format!("form[action='{own}']"));
        let strange = [("x_1", "0"), ("y_1", "0"), ("wide_1", "2"), ("high_1", "2")]
            .iter()
            .fold(form, |form, (name, value)| form.with(name, value))
            .bent("resource_1", &space.to_string());
        assert!(team.refused(&strange).field_error("label_1").is_some());
        assert!(!team.page("/plan").says("Ailleurs"));
    });
}

/// Another place with a space and a plan of it over a picture.
fn elsewhere(tx: &mut Tx<'_>) -> (PlanId, ResourceId) {
    let other = NewPlace {
        host: Some("other.example.org".to_owned()),
        ..new_place()
    };
    let other = Actor::system(place::create(tx, other).unwrap().id);
    let facts = ResourceFacts::named(ResourceKind::Room, Name::parse("Ailleurs").unwrap(), 4);
    let space = spaces::create_resource(tx, &other, facts, None).unwrap();
    let drawing = Drawing {
        name: Name::parse("Ailleurs").unwrap(),
        size: Size { wide: 9, high: 9 },
        position: 1,
        shapes: vec![Shape {
            resource: Some(space),
            label: String::new(),
            area: Area {
                x: 0,
                y: 0,
                wide: 2,
                high: 2,
            },
        }],
    };
    let plan = floors::create_plan(tx, &other, drawing).unwrap();
    let picture = Picture::parse(b"\x89PNG\r\n\x1a\nrest").unwrap();
    floors::keep_picture(tx, &other, plan, &picture).unwrap();
    (plan, space)
}
