//! A coupon in the form of somebody who asks to become a member (T25).

use crate::world::World;
use axum::http::StatusCode;
use harness::{Form, Visitor, both_engines};
use kernel::{Days, Rate};
use offers::{CouponCut, CouponTarget, CouponTerms};

/// `BIENVENUE` takes a tenth off, once in all.
fn hands_out(world: &World) {
    let today = world.today();
    world.write(move |tx, system| {
        let terms = CouponTerms {
            code: "BIENVENUE".to_owned(),
            cut: CouponCut::Rate(Rate::from_basis_points(1_000)),
            targets: [CouponTarget::Passes].into(),
            offer: None,
            plan: None,
            days: Days::new(today, today.plus_days(30)).unwrap(),
            most_uses: Some(1),
            most_each: Some(1),
            active: true,
        };
        offers::keep_coupon(tx, system, None, &terms).unwrap();
    });
}

/// The form of somebody who chose an offer of a kind and typed a code.
fn with_code(world: &World, visitor: &mut Visitor, (given, kind): (&str, &str), code: &str) -> Form {
    let page = visitor.page("/join");
    let values = page.attributes("input[name=offer]", "value");
    let offer = values.into_iter().find(|value| value.starts_with(kind)).unwrap();
    world
        .asks(visitor, given, "Petit")
        .bent("offer", &offer)
        .with("coupon", code)
}

/// The form as the page gives it back, with the price that was shown.
fn shown_price(visitor: &mut Visitor, form: &Form) -> String {
    let page = visitor.post(form);
    assert_eq!(page.status, StatusCode::OK, "{page}");
    let page = page.html();
    assert!(
        page.says("Carnet avec BIENVENUE") && page.says("135,00"),
        "{page}"
    );
    page.attributes("input[name=coupon_shown]", "value").remove(0)
}

#[test]
fn t25_the_price_with_a_coupon_is_seen_before_one_asks_and_is_what_is_charged() {
    both_engines(|db| {
        let world = World::new(db);
        world.publishes();
        hands_out(&world);
        let mut visitor = world.stranger();
        let form = with_code(&world, &mut visitor, ("Nora", "pass:"), " bienvenue ");
        let seen = shown_price(&mut visitor, &form);
        assert_eq!(shown_price(&mut visitor, &form.clone().and("price", "yes")), seen);
        let address = world.has_applied(form.bent("coupon_shown", &seen), &mut visitor);
        let mut team = world.team();
        let page = team.page(&address);
        assert!(page.says("135,00"), "{page}");
        let accepted = team.post(&page.form("form[action$=\"/acceptance\"]"));
        assert!(accepted.location.starts_with("/office/newcomers/"), "{accepted}");
        let nora = world.person("nora@example.org").unwrap().id;
        let charges =
            world.write(move |tx, system| billing::open_charges_of(tx, system.place, nora).unwrap());
        assert_eq!(charges[0].amount.cents(), 13_500);
        assert!(
            charges[0].detail.starts_with("BIENVENUE"),
            "{}",
            charges[0].detail
        );
    });
}

#[test]
fn a_coupon_that_is_used_up_meanwhile_is_said_to_the_team_who_may_go_on_without() {
    both_engines(|db| {
        let world = World::new(db);
        hands_out(&world);
        let mut addresses = Vec::new();
        for given in ["Nora", "Max"] {
            let mut visitor = world.stranger();
            let form = with_code(&world, &mut visitor, (given, "pass:"), "BIENVENUE");
            let seen = shown_price(&mut visitor, &form);
            addresses.push(world.has_applied(form.bent("coupon_shown", &seen), &mut visitor));
        }
        let mut team = world.team();
        let list = team.page("/office/applications");
        let both = list.attributes("a[href^=\"/office/applications/0\"]", "href");
        let both: std::collections::BTreeSet<String> = both.into_iter().collect();
        assert_eq!(both.len(), 2, "{both:?}");
        let mut left = Vec::new();
        for address in both {
            let form = team.page(&address).form("form[action$=\"/acceptance\"]");
            let answer = team.post(&form);
            if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
                assert!(answer.html().exists("#coupon-error"), "{answer}");
                left.push((address, form));
            }
        }
        let [(address, form)] = left.as_slice() else {
            panic!("one of two has the last use: {left:?}");
        };
        assert!(team.page(address).says("plus valable"));
        let accepted = team.post_anew(&form.clone().bent("coupon", ""));
        assert!(accepted.location.starts_with("/office/newcomers/"), "{accepted}");
    });
}

#[test]
fn a_code_that_is_not_good_for_what_is_chosen_is_said_at_its_field() {
    both_engines(|db| {
        let world = World::new(db);
        hands_out(&world);
        let mut visitor = world.stranger();
        for (kind, code) in [("plan:", "BIENVENUE"), ("pass:", "AUTRE"), ("pass:", "'; --")] {
            let form = with_code(&world, &mut visitor, ("Nora", kind), code);
            let page = visitor.refused(&form);
            assert!(page.field_error("coupon").is_some(), "{kind} {code}");
        }
    });
}
