//! The pages of events in a real browser: read, filled in and sent without a barrier, on every size of screen.

use crate::world::World;
use harness::{Browser, FreshDatabase, Viewport};
use kernel::Role;
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
