//! The pages of joining in a real browser: read, filled in and sent without a barrier, on every size of screen.

use crate::world::World;
use harness::{Browser, FreshDatabase, Viewport};
use kernel::Role;
use platform::database::Engine;

#[test]
fn t25_the_form_is_filled_in_and_sent_in_a_browser_and_no_page_has_a_barrier() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database().clone());
    world.publishes();
    world.write(|tx, system| {
        for weekday in [kernel::Weekday::Tuesday, kernel::Weekday::Friday] {
            let ten = kernel::MinuteOfDay::from_minutes(600).unwrap();
            joining::keep_hours(tx, system, weekday, ten, 3).unwrap();
        }
    });
    let (served, browser) = (world.site.serve(), Browser::start());
    let mut found = Vec::new();
    for view in Viewport::ALL {
        let page = browser.page(view);
        for path in ["/join", "/tours/new", "/privacy"] {
            served.go(&page, path);
            found.extend(page.barriers(&format!("joining{}", path.replace('/', "-"))));
        }
        let desk = served.signed_in(&browser, view, world.noor, Role::ManagingDirector);
        for path in [
            "/office/applications",
            "/office/applications/new",
            "/office/tours",
            "/office/tours/new",
            "/office/joining",
            "/office/house-texts",
            "/me/house-texts",
            "/me/leaving",
        ] {
            served.go(&desk, path);
            found.extend(desk.barriers(&format!("joining{}", path.replace('/', "-"))));
        }
        served.go(&page, "/join");
        page.fill("#given_name", "Nora");
        page.fill("#family_name", "Petit");
        page.fill("#email", &format!("nora.{}@example.org", view.width));
        page.click("input[name=offer][value=none]");
        page.click("#house_rules");
        page.click("#privacy_notice");
        page.click("form.stack button");
        page.wait_for_text("Regardez votre courrier");
        found.extend(page.barriers("joining-sent"));
    }
    assert_eq!(found, Vec::<String>::new());
}
