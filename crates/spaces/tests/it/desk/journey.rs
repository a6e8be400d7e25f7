//! A morning at the front desk in a real browser, and a member's phone.

use super::world::{World, monday};
use crate::site::{role, site};
use harness::{Browser, FreshDatabase, Page, Served, Viewport};
use kernel::{Actor, Period, PersonId, Role};
use platform::database::Engine;
use spaces::{BookingState, Holder, ImportedBooking, Part, ResourceFacts, ResourceKind};

/// A page of somebody's browser.
fn page(served: &Served, browser: &Browser, actor: &Actor, viewport: Viewport) -> Page {
    served.signed_in(browser, viewport, actor.person.unwrap(), role(actor))
}

/// A house on a Monday morning: five people here, two rooms, one booked.
fn morning(world: &World) -> (Actor, PersonId) {
    let team = world.team();
    let camille = world.nomad("Camille Durand", 11);
    for (name, units, part, clock) in [
        ("Inès Roche", 28, Part::Day, "8:41"),
        ("Élodie Lefèvre", 1, Part::Morning, "8:52"),
        ("Malo Garnier", 14, Part::Morning, "8:58"),
    ] {
        let person = world.nomad(name, units);
        world.at(monday(), clock);
        world.check_in(&team, person, part).unwrap();
    }
    world.resident("Rose Meunier");
    world.resident("Yanis Perrin");
    world.at(monday(), "9:02");
    let (system, zone) = (world.system(), world.place.zone.clone());
    let booked = world.db.write_blocking(move |tx| {
        for (name, capacity, hours) in [("Salon bleu", 8, Some(("9:00", "11:00"))), ("Atelier", 12, None)] {
            let facts =
                ResourceFacts::named(ResourceKind::Room, kernel::Name::parse(name).unwrap(), capacity);
            let resource =
                spaces::create_resource(tx, &system, facts, None).map_err(platform::Failure::unexpected)?;
            let Some((from, until)) = hours else { continue };
            let at = |clock| zone.instant(monday(), kernel::MinuteOfDay::parse(clock).unwrap());
            let line = ImportedBooking {
                resource,
                period: Period::new(at(from), at(until)).unwrap(),
                holder: Holder::Person(camille),
                title: "Comité de lecture".to_owned(),
                state: BookingState::Confirmed,
                price: None,
                charged: false,
                external_ref: name.to_owned(),
            };
            spaces::import_booking(tx, &system, &line).map_err(platform::Failure::unexpected)?;
        }
        Ok::<_, platform::Fault>(())
    });
    booked.unwrap();
    (team, camille)
}

/// T2, in a browser.
#[test]
fn three_letters_and_two_keystrokes_check_somebody_in_on_every_open_desk() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database().clone());
    let (team, camille) = morning(&world);
    let (served, browser) = (site(&world.db).serve(), Browser::start());
    let desk = page(&served, &browser, &team, Viewport::DESKTOP);
    let other = page(&served, &browser, &team, Viewport::TABLET);
    served.go(&desk, "/front-desk");
    served.go(&other, "/front-desk");
    other.press("/");
    other.type_text("rose");
    other.wait_for_text("Rose Meunier");
    desk.press("/");
    desk.type_text("cam");
    desk.wait_for("[data-result]");
    desk.press("Enter");
    desk.press("Enter");
    desk.wait_for_text("Camille Durand est là pour la matinée.");
    desk.look("desk-done");
    assert_eq!(world.units(camille), (9, 0));
    other.wait_for_text("Ici maintenant : 4");
    assert_eq!(other.value("#search"), "rose", "what is typed elsewhere stays");
    assert_eq!(other.evaluate("document.activeElement.id"), "search");
    desk.press("/");
    desk.type_text("durand");
    desk.wait_for("[data-result] [data-key~='j']");
    desk.press("Enter");
    desk.press("j");
    desk.wait_for_text("Camille Durand reste la journée.");
    assert_eq!(world.units(camille), (8, 0));
    desk.click(".last-act button");
    desk.wait_for_text("9 unités");
    assert_eq!(world.units(camille), (9, 0));
    assert_eq!(desk.console_errors(), Vec::<String>::new());
}

#[test]
fn typing_faster_than_the_house_never_checks_in_the_wrong_person() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database().clone());
    let (team, camille) = morning(&world);
    let (served, browser) = (site(&world.db).serve(), Browser::start());
    let desk = page(&served, &browser, &team, Viewport::DESKTOP);
    served.go(&desk, "/front-desk");
    desk.press("/");
    desk.type_text("rose");
    desk.wait_for_text("Rose Meunier");
    // Without waiting for the rows of the new text.
    desk.evaluate("document.getElementById('search').value = 'camille'");
    desk.press("Enter");
    desk.wait_for_url("q=camille");
    desk.wait_for("[data-result]:focus");
    desk.press("Enter");
    desk.wait_for_text("Camille Durand est là pour la matinée.");
    assert_eq!(world.units(camille), (9, 0));
}

#[test]
fn the_screens_are_accessible_and_fit_phone_tablet_and_laptop() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database().clone());
    let (team, camille) = morning(&world);
    let (served, browser) = (site(&world.db).serve(), Browser::start());
    let member = world.actor(camille, &[Role::Member]);
    let mut problems = Vec::new();
    for viewport in Viewport::ALL.into_iter().chain([Viewport::TABLET]) {
        let desk = page(&served, &browser, &team, viewport);
        let phone = page(&served, &browser, &member, viewport);
        for (page, name, path) in [
            (&desk, "desk", "/front-desk"),
            (&desk, "desk-search", "/front-desk?q=e"),
            (&desk, "desk-day", "/front-desk/day"),
            (&desk, "desk-walk-in", "/front-desk/walk-ins/new?name=noa%20blanc"),
            (&phone, "today", "/me"),
        ] {
            served.go(page, path);
            problems.extend(page.barriers(name));
        }
    }
    assert_eq!(problems, Vec::<String>::new());
}
