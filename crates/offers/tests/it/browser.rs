//! The pages of offers in a real browser: nothing sticks out, nothing stands in anybody's way.

use crate::house::House;
use harness::{Browser, Viewport};
use kernel::{Id, PersonId, Role};
use offers::{DayUse, PlanContract};

/// A house in which somebody has passes, a plan, and a visit to settle.
fn lived_in() -> (House, PersonId, Id<PlanContract>) {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-01-05");
    for number in 1..=9 {
        house.used(camille, &format!("2026-05-{number:02}"), DayUse::Day);
    }
    house.used(camille, "2026-05-09", DayUse::HalfDay);
    house.sell(camille, "2026-06-01");
    house.used(camille, "2026-06-02", DayUse::TwoHalfDays);
    let contract = house.subscribe(camille, "2026-06-10");
    (house, camille, contract)
}

/// Looks at pages as a person of a role, on a phone and a laptop, in light and dark.
fn look_at(house: &House, person: PersonId, role: Role, paths: &[(&str, String)]) {
    let (served, browser) = (house.site.serve(), Browser::start());
    let mut found = Vec::new();
    for viewport in Viewport::ALL {
        let page = served.signed_in(&browser, viewport, person, role);
        for (name, path) in paths {
            served.go(&page, path);
            found.extend(page.barriers(&format!("offers-{name}")));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_member_sees_and_buys_passes_without_obstacle() {
    let (house, camille, contract) = lived_in();
    let newcomer = house.member("Sasha");
    house.used(newcomer, "2026-06-12", DayUse::Day);
    let paths = [
        ("mine", "/me/passes".to_owned()),
        ("purchase", format!("/me/passes/new?offer={}", house.pass)),
        ("plan", "/me/plan".to_owned()),
        ("change", format!("/me/plan/{contract}/change")),
        (
            "pause",
            format!("/me/plan/{contract}/pause?from=2026-07-01&until=2026-07-20"),
        ),
    ];
    look_at(&house, camille, Role::Member, &paths);
    look_at(
        &house,
        newcomer,
        Role::Member,
        &[("newcomer", "/me/passes".to_owned())],
    );
}

#[test]
fn the_desk_sells_without_obstacle() {
    let (house, camille, _) = lived_in();
    let paths = [("desk", format!("/front-desk/people/{camille}/passes"))];
    look_at(&house, house.person("Alix"), Role::Facilitator, &paths);
}

#[test]
fn the_office_decides_without_obstacle() {
    let (house, camille, contract) = lived_in();
    let person = format!("/office/people/{camille}/passes");
    house.person_paid_for();
    let plan = house.plan;
    let paths = [
        ("person", person.clone()),
        ("contract", format!("{person}/contracts/new")),
        (
            "contract-confirmed",
            format!("{person}/contracts/new?plan={plan}&from=2026-07-10"),
        ),
        ("offers", "/office/offers".to_owned()),
        ("contracts", "/office/offers/contracts".to_owned()),
        ("pass-new", "/office/offers/passes/new".to_owned()),
        ("pass", format!("/office/offers/passes/{}", house.pass)),
        ("plan", format!("/office/offers/plans/{plan}")),
        ("settings", "/office/offers/settings".to_owned()),
        ("agreements", "/office/agreements".to_owned()),
        ("agreement-new", "/office/agreements/new".to_owned()),
        (
            "pause",
            format!("{person}/contracts/{contract}/pause?from=2026-07-01&until=2026-07-20"),
        ),
    ];
    look_at(&house, house.person("Alix"), Role::ManagingDirector, &paths);
}
