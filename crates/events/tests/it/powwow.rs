//! The regular meeting of everybody: points, speakers, proposals that others second, decisions (T35).

use crate::world::World;
use axum::http::StatusCode;
use events::{EventFacts, EventId, EventKind, MotionState, OpenTo};
use harness::{both_engines, rounds, together};
use kernel::{PersonId, Role};
use people::{NewPerson, PersonName};

fn meets(world: &World, days: i64) -> EventId {
    let facts = EventFacts {
        kind: EventKind::Powwow,
        open_to: OpenTo::Members,
        registers: false,
        ..world.facts("Pow-Wow", world.hours(days, 9 * 60, 10 * 60))
    };
    world.announces(facts)
}

fn adds(world: &World, who: PersonId, event: EventId, title: &str) {
    let mut member = world.member(who);
    let form = member
        .page(&format!("/powwows/{event}"))
        .form("form[action$=\"/points\"]");
    let done = member.post(&form.with("title", title).with("minutes", "5"));
    assert_eq!(done.location, format!("/powwows/{event}"), "{done}");
}

fn titles(world: &World, event: EventId) -> Vec<String> {
    world
        .member(world.lucie)
        .page(&format!("/powwows/{event}"))
        .all("article h3")
}

#[test]
fn t35_anybody_adds_a_point_and_wants_to_speak_and_who_programmes_keeps_the_order() {
    both_engines(|db| {
        let world = World::new(db);
        let event = meets(&world, 3);
        adds(&world, world.lucie, event, "Le frigo");
        adds(&world, world.bruno, event, "La porte");
        assert_eq!(titles(&world, event), ["1. Le frigo", "2. La porte"]);
        let address = format!("/powwows/{event}");
        let mut bruno = world.member(world.bruno);
        let speak = bruno.page(&address).form("form[action$=\"/speakers\"]");
        bruno.post(&speak.and("wants", "yes"));
        assert!(bruno.page(&address).says("Veulent parler"));
        assert!(!bruno.page(&address).exists("form[action$=\"/order\"]"));
        let mut team = world.team();
        let down = team.page(&address).form("form[action$=\"/order\"]");
        team.post(&down.and("to", "down"));
        assert_eq!(titles(&world, event), ["1. La porte", "2. Le frigo"]);
        let mut lucie = world.member(world.lucie);
        let page = lucie.page(&address);
        assert_eq!(page.count("form[action$=\"/removal\"]"), 1, "her own alone");
        lucie.post(&page.form("form[action$=\"/removal\"]"));
        assert_eq!(titles(&world, event), ["1. La porte"]);
    });
}

#[test]
fn t35_a_proposal_seconded_by_enough_is_put_on_the_next_meeting_by_itself() {
    both_engines(|db| {
        let world = World::new(db);
        world.write(|tx, system| {
            let wanted = events::Settings {
                seconds_needed: 2,
                ..events::Settings::default()
            };
            events::keep_settings(tx, system, wanted).unwrap();
        });
        let mut lucie = world.member(world.lucie);
        let form = lucie.page("/powwows").form("form[action=\"/powwows/proposals\"]");
        lucie.post(
            &form
                .with("title", "Ouvrir le samedi")
                .with("body", "Une fois par mois."),
        );
        let page = lucie.page("/powwows");
        assert!(page.says("Ouvrir le samedi") && page.says("0 sur 2"));
        assert!(!page.exists("form[action$=\"/seconds\"]"), "not one's own");
        let own = page.attribute("form[action$=\"/withdrawal\"]", "action").unwrap();
        let second = own.replace("/withdrawal", "/seconds");
        assert!(lucie.own_form("/powwows").action.is_empty() || !second.is_empty());
        for _ in 0..2 {
            let mut bruno = world.member(world.bruno);
            let page = bruno.page("/powwows");
            if page.exists("form[action$=\"/seconds\"]") {
                bruno.post(&page.form("form[action$=\"/seconds\"]"));
            }
        }
        assert!(lucie.page("/powwows").says("1 sur 2"), "one person, once");
        let mut chloe = world.member(world.chloe);
        let form = chloe.page("/powwows").form("form[action$=\"/seconds\"]");
        chloe.post(&form);
        assert!(
            lucie.page("/powwows").says("Attend un Pow-Wow"),
            "none is announced"
        );
        let event = meets(&world, 5);
        assert_eq!(
            titles(&world, event),
            ["1. Ouvrir le samedi"],
            "announced, it takes what waits"
        );
        assert!(!lucie.page("/powwows").says("Ouvrir le samedi"));
    });
}

#[test]
fn what_a_meeting_that_is_given_up_would_have_talked_about_goes_to_the_next() {
    both_engines(|db| {
        let world = World::new(db);
        let (event, next) = (meets(&world, 3), meets(&world, 10));
        adds(&world, world.lucie, event, "Le frigo");
        adds(&world, world.lucie, next, "Le jardin");
        let actor = world.awa_acts();
        world
            .db
            .write_blocking(move |tx| events::cancel_event(tx, &actor, event, ""))
            .unwrap();
        let mut there = titles(&world, next);
        there.sort();
        assert_eq!(there.len(), 2, "{there:?}");
    });
}

#[test]
fn t35_what_was_said_and_decided_is_noted_found_again_and_done() {
    both_engines(|db| {
        let world = World::new(db);
        let event = meets(&world, 3);
        adds(&world, world.lucie, event, "Le frigo");
        world.at(world.hours(3, 9 * 60, 10 * 60).start().plus_minutes(20));
        let address = format!("/powwows/{event}");
        let mut team = world.team();
        let page = team.page(&address);
        let notes = page.form("form[action$=\"/notes\"]");
        let field = notes
            .fields
            .iter()
            .map(|(name, _)| name)
            .find(|name| name.starts_with("notes-"))
            .unwrap()
            .clone();
        team.post(&notes.with(&field, "Il fuit depuis l’été."));
        let form = team.page(&address).form("form[action$=\"/decisions\"]");
        let name = |start: &str| {
            form.fields
                .iter()
                .map(|(name, _)| name)
                .find(|name| name.starts_with(start))
                .unwrap()
                .clone()
        };
        let (what, who, due) = (name("decision-"), name("owner-"), name("due-"));
        let day = world.today().plus_days(10).to_string();
        team.post(
            &form
                .with(&what, "Acheter un joint")
                .with(&who, "Bruno")
                .with(&due, &day),
        );
        let mut lucie = world.member(world.lucie);
        let page = lucie.page("/powwows");
        assert!(page.says("Acheter un joint") && page.says("Bruno"));
        for words in ["fuit", "ETE", "joint", "bruno"] {
            let found = lucie.page(&format!("/powwows?q={words}"));
            assert!(found.says("Un point") && found.says("Le frigo"), "{words}");
        }
        assert!(lucie.page("/powwows?q=girafe").says("Rien trouvé"));
        let done = lucie.page("/powwows").form("form[action$=\"/completion\"]");
        assert_eq!(lucie.post(&done).location, "/powwows");
        assert!(lucie.page(&address).says("fait le"));
        assert!(!lucie.page("/powwows").exists("form[action$=\"/completion\"]"));
    });
}

#[test]
fn the_meetings_are_not_found_by_who_is_not_of_the_house_nor_through_another_meeting() {
    both_engines(|db| {
        let world = World::new(db);
        let (event, other) = (meets(&world, 3), meets(&world, 10));
        adds(&world, world.lucie, event, "Le frigo");
        let mut denis = world.member(world.denis);
        for path in ["/powwows".to_owned(), format!("/powwows/{event}")] {
            assert_eq!(denis.get(&path).status, StatusCode::NOT_FOUND, "{path}");
        }
        let lunch = world.lunch(5, 0);
        let mut lucie = world.member(world.lucie);
        assert_eq!(
            lucie.get(&format!("/powwows/{lunch}")).status,
            StatusCode::NOT_FOUND,
            "a lunch is no meeting"
        );
        let action = lucie
            .page(&format!("/powwows/{event}"))
            .attribute("form[action$=\"/removal\"]", "action")
            .unwrap();
        let crossed = action.replace(&event.to_string(), &other.to_string());
        assert_eq!(lucie.send_fields(&crossed, &[]).status, StatusCode::NOT_FOUND);
        for part in ["order", "notes", "decisions"] {
            let path = action.replace("removal", part);
            let point = action.split('/').nth(4).unwrap().to_owned();
            let fields = [(format!("decision-{point}"), "Non")];
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (name.as_str(), *value))
                .collect();
            assert_eq!(
                lucie.send_fields(&path, &fields).status,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
    });
}

#[test]
fn of_many_who_second_at_once_the_proposal_is_scheduled_once() {
    both_engines(|db| {
        let world = World::new(db);
        let event = meets(&world, 3);
        let ids = world.write(|tx, system| {
            let zone = platform::place::get(tx, system.place).unwrap().zone;
            let today = tx.today(&zone);
            (0..12)
                .map(|number| {
                    let name = PersonName::parse("Soutien", &format!("Numéro {number}")).unwrap();
                    let id = people::create_person(tx, system, NewPerson::named(name)).unwrap();
                    people::become_member(tx, system, id, today).unwrap();
                    id
                })
                .collect::<Vec<_>>()
        });
        for round in 0..rounds("TRIBU_RACES", 4) {
            let actor = world.actor(world.lucie, Role::Member);
            let title = format!("Idée {round}");
            let motion = world
                .db
                .write_blocking(move |tx| events::move_motion(tx, &actor, &title, ""))
                .unwrap();
            let db = &world.db;
            let states = together(12, |number| {
                let actor = world.actor(ids[number], Role::Member);
                db.write_blocking(move |tx| events::second_motion(tx, &actor, motion))
            });
            let scheduled = states
                .iter()
                .filter(|state| matches!(state, Ok(MotionState::Scheduled)))
                .count();
            assert_eq!(scheduled, 1, "round {round}: {states:?}");
        }
        assert!(!titles(&world, event).is_empty());
    });
}
