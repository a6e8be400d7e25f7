//! The pages of events in a real browser: read, filled in and sent without a barrier, on every size of screen.

use crate::world::World;
use events::{EventFacts, EventId, EventKind, NewPoint, Terms};
use harness::{Browser, FreshDatabase, Viewport};
use kernel::{Money, Rate, Role};
use platform::database::Engine;

#[test]
fn t33_somebody_registers_in_a_browser_and_no_page_has_a_barrier() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database().clone());
    let event = world.lunch(20, 2);
    world.registers(world.bruno, event, "1");
    let actor = world.actor(world.bruno, Role::Member);
    let what = events::Idea {
        title: "Chorale".to_owned(),
        body: "Chanter à plusieurs.".to_owned(),
        wish: "Un soir.".to_owned(),
    };
    let idea = world
        .db
        .write_blocking(move |tx| events::propose(tx, &actor, &what))
        .unwrap();
    let idea = format!("/programming-council/{}", idea.id);
    let (served, browser) = (world.site.serve(), Browser::start());
    let mut found = Vec::new();
    for (view, who) in Viewport::ALL
        .iter()
        .copied()
        .zip([world.lucie, world.chloe, world.denis])
    {
        let page = browser.page(view);
        for path in ["/agenda".to_owned(), format!("/agenda/{event}")] {
            served.go(&page, &path);
            found.extend(page.barriers(&format!("events{}", path.replace('/', "-"))));
        }
        let member = served.signed_in(&browser, view, who, Role::Member);
        served.go(&member, &format!("/agenda/{event}"));
        member.click("form[action$=\"/registrations\"] button");
        member.wait_for_text("Inscrit");
        found.extend(member.barriers("events-registered"));
        served.go(&member, "/me/events");
        found.extend(member.barriers("events-mine"));
        served.go(&member, "/proposals/new");
        member.fill("#title", "Ciné-club");
        member.fill("#body", "Un film par mois.");
        member.click("form[action=\"/proposals\"] button");
        member.wait_for_text("En discussion");
        found.extend(member.barriers("events-proposal"));
        let team = served.signed_in(&browser, view, world.noor, Role::ManagingDirector);
        for path in [
            "/office/events".to_owned(),
            "/office/events/new".to_owned(),
            "/office/events/settings".to_owned(),
            "/programming-council".to_owned(),
            idea.clone(),
            "/office/programming-council".to_owned(),
            format!("/office/events/{event}"),
            format!("/office/events/{event}/copies"),
            format!("/office/events/{event}/cancellation"),
            format!("/office/events/{event}/sheet"),
        ] {
            served.go(&team, &path);
            found.extend(team.barriers(&format!("events{}", path.replace('/', "-"))));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

/// A Pow-Wow with a point, a decision, a speaker and a proposal to second.
fn talks(world: &World) -> EventId {
    let facts = EventFacts {
        kind: EventKind::Powwow,
        registers: false,
        ..world.facts("Pow-Wow", world.hours(3, 540, 600))
    };
    let event = world.announces(facts);
    let (member, team) = (world.actor(world.bruno, Role::Member), world.awa_acts());
    world.write(move |tx, _| {
        let new = NewPoint {
            title: "Le frigo".to_owned(),
            body: "Il déborde.".to_owned(),
            minutes: 5,
        };
        for _ in 0..2 {
            let point = events::add_point(tx, &member, event, &new).unwrap();
            events::want_to_speak(tx, &member, point, true).unwrap();
            events::note_point(tx, &team, point, "On vide le vendredi.").unwrap();
            events::decide(tx, &team, point, ("Une étiquette", "Bruno", None)).unwrap();
        }
        events::move_motion(tx, &member, "Ouvrir le samedi", "Une fois par mois.").unwrap();
    });
    event
}

/// A paid workshop that the director holds, with somebody registered.
fn teaches(world: &World) -> EventId {
    let facts = EventFacts {
        product: Some(world.product),
        price: Some(Money::from_cents(2_500)),
        ..world.facts("Reliure", world.noon(9))
    };
    let event = world.announces(facts);
    let (member, director) = (
        world.actor(world.bruno, Role::Member),
        world.actor(world.noor, Role::ManagingDirector),
    );
    let holder = world.noor;
    world.write(move |tx, _| {
        let terms = Terms::Share(Rate::from_basis_points(3_000));
        events::agree_workshop(tx, &director, event, (holder, terms)).unwrap();
        events::register(tx, &member, event, 0, None).unwrap();
    });
    event
}

#[test]
fn t35_t42_the_meeting_and_the_workshop_have_no_barrier() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database().clone());
    let (powwow, workshop) = (talks(&world), teaches(&world));
    let (served, browser) = (world.site.serve(), Browser::start());
    let mut found = Vec::new();
    for view in Viewport::ALL.iter().copied() {
        let member = served.signed_in(&browser, view, world.lucie, Role::Member);
        let director = served.signed_in(&browser, view, world.noor, Role::ManagingDirector);
        for (page, path) in [
            (&member, "/powwows".to_owned()),
            (&member, format!("/powwows/{powwow}")),
            (&director, "/powwows?q=frigo".to_owned()),
            (&director, format!("/powwows/{powwow}")),
            (&director, "/office/workshops".to_owned()),
            (&director, format!("/office/events/{workshop}/workshop")),
            (&director, "/me/workshops".to_owned()),
            (&director, format!("/me/workshops/{workshop}")),
            (&member, "/me/workshops".to_owned()),
        ] {
            served.go(page, &path);
            let name = path.replace(['/', '?', '='], "-");
            found.extend(page.barriers(&format!("events{name}")));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}
