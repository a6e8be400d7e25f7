//! Each page opens to whom it should, and to nobody else.

use crate::house::House;
use axum::http::StatusCode;
use kernel::Role;
use platform::capability::permissions_of;
use platform::web::{Access, Method};

fn paths(house: &House) -> Vec<(Access, Method, String)> {
    let camille = house.member("Camille");
    let contract = house.subscribe(camille, "2026-06-10");
    let lot = house.sell(camille, "2026-06-10").lot;
    let new = offers::NewPause {
        person: camille,
        contract,
        from: crate::world::day("2026-08-01"),
        until: crate::world::day("2026-08-10"),
        reason: String::new(),
        on: crate::world::today(),
    };
    let pause = house.write(move |tx, system| offers::pause_plan(tx, system, &new).unwrap());
    let (_, organisation) = house.person_paid_for();
    let agreement = house.write(move |tx, system| {
        let terms = offers::AgreementTerms {
            organisation,
            name: kernel::Name::parse("Convention").unwrap(),
            minutes: 600,
            span: offers::QuotaSpan::Month,
            due: kernel::Rate::ZERO,
            days: kernel::Days::one(crate::world::today()),
            kinds: ["room".to_owned()].into(),
            note: String::new(),
        };
        offers::create_agreement(tx, system, &terms).unwrap()
    });
    let filled = |path: &str| {
        let id = if path.contains("agreements") {
            agreement.to_string()
        } else if path.contains("offers/passes") {
            house.pass.to_string()
        } else if path.contains("offers/plans") {
            house.plan.to_string()
        } else {
            camille.to_string()
        };
        path.replace("{id}", &id)
            .replace("{contract}", &contract.to_string())
            .replace("{pause}", &pause.to_string())
            .replace("{lot}", &lot.to_string())
    };
    let routes = offers::capability().routes;
    routes
        .declarations()
        .iter()
        .map(|route| (route.access, route.method, filled(route.path)))
        .collect()
}

#[test]
fn each_route_opens_to_the_roles_that_hold_its_permission_only() {
    let house = House::new();
    let paths = paths(&house);
    assert!(paths.len() > 20);
    for role in Role::ALL {
        let held = permissions_of(&[*role], offers::PERMISSIONS);
        let mut visitor = house.team(*role);
        for (access, method, path) in &paths {
            let Access::Needs(needed) = access else {
                panic!("{path} is open to anybody")
            };
            let status = match method {
                Method::Get => visitor.get(path).status,
                Method::Post => visitor.send_fields(path, &[]).status,
            };
            let refused = status == StatusCode::FORBIDDEN;
            assert_eq!(refused, !held.contains(needed), "{role} {path} {status}");
            assert!(!status.is_server_error(), "{role} {path} {status}");
        }
    }
}
