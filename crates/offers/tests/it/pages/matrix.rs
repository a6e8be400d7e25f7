//! Each page opens to whom it should, and to nobody else.

use crate::house::House;
use crate::world::today;
use axum::http::StatusCode;
use kernel::{Days, Id, Name, PersonId, Rate, Role};
use offers::{
    Agreement, AgreementTerms, Coupon, CouponCut, CouponTarget, CouponTerms, NewReduction, QuotaSpan,
    ReducedTariff, Reduction, TariffTerms,
};
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
        on: today(),
    };
    let pause = house.write(move |tx, system| offers::pause_plan(tx, system, &new).unwrap());
    let agreement = agreement(house);
    let (tariff, asked) = asked(house, camille);
    let coupon = coupon(house);
    let filled = |path: &str| {
        let id = if path.contains("agreements") {
            agreement.to_string()
        } else if path.contains("reduced-tariffs") {
            tariff.to_string()
        } else if path.contains("coupons") {
            coupon.to_string()
        } else if path.contains("reductions") {
            asked.to_string()
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

fn agreement(house: &House) -> Id<Agreement> {
    let (_, organisation) = house.person_paid_for();
    house.write(move |tx, system| {
        let terms = AgreementTerms {
            organisation,
            name: Name::parse("Convention").unwrap(),
            minutes: 600,
            span: QuotaSpan::Month,
            due: Rate::ZERO,
            days: Days::one(today()),
            kinds: ["room".to_owned()].into(),
            note: String::new(),
        };
        offers::create_agreement(tx, system, &terms).unwrap()
    })
}

fn coupon(house: &House) -> Id<Coupon> {
    house.write(|tx, system| {
        let terms = CouponTerms {
            code: "BIENVENUE".to_owned(),
            cut: CouponCut::Rate(Rate::from_basis_points(1_000)),
            targets: [CouponTarget::Passes].into(),
            offer: None,
            plan: None,
            days: Days::one(today()),
            most_uses: None,
            most_each: None,
            active: true,
        };
        offers::keep_coupon(tx, system, None, &terms).unwrap()
    })
}

fn asked(house: &House, person: PersonId) -> (Id<ReducedTariff>, Id<Reduction>) {
    let tariff = house.write(|tx, system| {
        let terms = TariffTerms {
            name: Name::parse("Solidaire").unwrap(),
            rate: Rate::from_basis_points(3_000),
            proof: String::new(),
            months: 12,
            on_plans: true,
            on_passes: true,
            on_bookings: true,
            active: true,
        };
        offers::keep_reduced_tariff(tx, system, None, &terms).unwrap()
    });
    let member = house.actor(person, &[Role::Member]);
    let asked = house.act(&member, move |tx, actor| {
        let new = NewReduction {
            tariff,
            for_organisation: false,
            words: "Sans emploi".to_owned(),
            file: None,
        };
        offers::ask_reduction(tx, actor, &new)
    });
    (tariff, asked.unwrap())
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
