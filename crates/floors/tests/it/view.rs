//! What a plan says of the spaces, and where touching one leads.

use crate::world::World;
use axum::http::StatusCode;
use floors::{Area, Drawing, Shape, Size};
use harness::both_engines;
use kernel::Name;

/// Draws the floor, its rooms and the desks, beside one another.
fn drawn(world: &World) {
    let spaces = [world.floor, world.garance, world.pastel, world.desks];
    world.write(move |tx, system| {
        let shapes = (0..).zip(spaces).map(|(at, space)| Shape {
            resource: Some(space),
            label: String::new(),
            area: Area {
                x: at * 4,
                y: 0,
                wide: 4,
                high: 3,
            },
        });
        let drawing = Drawing {
            name: Name::parse("1er étage").unwrap(),
            size: Size { wide: 20, high: 10 },
            position: 1,
            shapes: shapes.collect(),
        };
        floors::create_plan(tx, system, drawing).unwrap();
    });
}

fn states(world: &World, time: &str) -> Vec<(String, String)> {
    let path = format!("/plan?day={}&time={time}", world.tomorrow());
    let page = world.member().page(&path);
    let names = page.all("svg a .plan-name");
    let states = page.attributes("svg a", "class");
    let state = |class: &String| class.rsplit_once("plan-").unwrap().1.to_owned();
    names.into_iter().zip(states.iter().map(state)).collect()
}

fn expected(states: [&str; 4]) -> Vec<(String, String)> {
    let names = ["L’étage", "Garance", "Pastel", "La Navette"];
    let pair = |(name, state): (&str, &str)| (name.to_owned(), state.to_owned());
    names.into_iter().zip(states).map(pair).collect()
}

#[test]
fn a_room_that_is_taken_takes_its_floor_and_leaves_its_neighbour_free() {
    both_engines(|db| {
        let world = World::new(db);
        drawn(&world);
        world.books(world.garance, 10 * 60, 11 * 60);
        assert_eq!(
            states(&world, "09:00"),
            expected(["free", "free", "free", "free"])
        );
        assert_eq!(
            states(&world, "10:00"),
            expected(["busy", "busy", "free", "free"])
        );
        assert_eq!(
            states(&world, "10:59"),
            expected(["busy", "busy", "free", "free"])
        );
        assert_eq!(
            states(&world, "11:00"),
            expected(["free", "free", "free", "free"])
        );
        assert_eq!(
            states(&world, "21:00"),
            expected(["closed", "closed", "closed", "closed"])
        );
    });
}

#[test]
fn a_floor_that_is_taken_takes_its_rooms() {
    both_engines(|db| {
        let world = World::new(db);
        drawn(&world);
        world.books(world.floor, 10 * 60, 11 * 60);
        assert_eq!(
            states(&world, "10:30"),
            expected(["busy", "busy", "busy", "free"])
        );
    });
}

#[test]
fn a_pool_is_free_while_a_desk_is_left_and_says_how_many() {
    both_engines(|db| {
        let world = World::new(db);
        drawn(&world);
        for _ in 0..2 {
            world.books(world.desks, 10 * 60, 11 * 60);
        }
        let path = format!("/plan?day={}&time=10:00", world.tomorrow());
        let said = world.member().page(&path).attributes("svg a", "aria-label");
        assert!(said[3].contains("1 libre sur 3"), "{said:?}");
        world.books(world.desks, 10 * 60, 11 * 60);
        assert_eq!(
            states(&world, "10:30"),
            expected(["free", "free", "free", "busy"])
        );
    });
}

#[test]
fn touching_a_space_opens_its_form_at_that_time_as_far_as_it_is_free() {
    both_engines(|db| {
        let world = World::new(db);
        drawn(&world);
        let day = world.tomorrow();
        world.books(world.garance, 10 * 60 + 30, 11 * 60);
        let page = world.member().page(&format!("/plan?day={day}&time=09:50"));
        let links = page.attributes("svg a", "href");
        let (garance, pastel) = (world.garance, world.pastel);
        assert_eq!(
            links[1],
            format!("/bookings/new?resource={garance}&start={day}T10:00&end={day}T10:30")
        );
        assert_eq!(
            links[2],
            format!("/bookings/new?resource={pastel}&start={day}T10:00&end={day}T11:00")
        );
        assert_eq!(
            page.attributes(".plan-lines a", "href"),
            links,
            "the list beneath says the same"
        );
        let form = world.member().page(&links[1]);
        assert_eq!(form.attribute("[name=end]", "value").as_deref(), Some("10:30"));
    });
}

#[test]
fn a_space_on_no_plan_is_listed_and_a_space_let_no_more_is_not_drawn() {
    both_engines(|db| {
        let world = World::new(db);
        assert!(world.member().page("/plan").says("La Navette"));
        drawn(&world);
        let pastel = world.pastel;
        world.write(move |tx, system| spaces::set_active(tx, system, pastel, false).unwrap());
        let page = world.member().page("/plan");
        assert_eq!(page.count("svg a"), 3);
        assert!(!page.says("Pastel"));
    });
}

#[test]
fn nonsense_in_the_address_shows_now_and_visitors_sign_in_first() {
    both_engines(|db| {
        let world = World::new(db);
        drawn(&world);
        for path in [
            "/plan?day=demain&time=midi",
            "/plan?day=9999-12-31&time=23:59",
            "/plan?time=99:99",
            "/plan/now",
        ] {
            assert_eq!(world.member().get(path).status, StatusCode::OK, "{path}");
        }
        assert_eq!(world.site.visitor().get("/plan").status, StatusCode::SEE_OTHER);
        assert_eq!(world.member().get("/office/plans").status, StatusCode::FORBIDDEN);
    });
}
