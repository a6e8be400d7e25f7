//! What is taken at the counter goes on the account of who pays (T15).

use crate::world::World;
use axum::http::StatusCode;
use billing::{Basis, Family, NewProduct, Price, PriceFor, Product, Unit, VatCategory};
use harness::both_engines;
use kernel::{Day, Id, Money, PersonId};
use platform::{Failure, Fault};
use stewardship::ConsumptionRefused;

/// Something of the family "other", at 1.20 with VAT by the piece when it has a price.
fn article(world: &World, code: &'static str, priced: bool) -> Id<Product> {
    world.act(move |tx, actor| {
        billing::set_french_vat_rates(tx, actor).unwrap();
        let new = NewProduct {
            code: code.to_owned(),
            name: code.to_owned(),
            family: Family::Other,
            vat_category: VatCategory::Standard,
            basis: Basis::Gross,
            account_code: String::new(),
        };
        let product = billing::create_product(tx, actor, new).unwrap();
        if priced {
            let price = Price {
                product,
                audience: PriceFor(None),
                unit: Unit::Piece,
                amount: Money::from_cents(120),
                from: Day::new(2026, 1, 1).unwrap(),
            };
            billing::set_price(tx, actor, price).unwrap();
        }
        product
    })
}

fn owed(world: &World, person: PersonId) -> Vec<i64> {
    let place = world.place;
    world.act(move |tx, _| {
        let open = billing::open_charges_of(tx, place, person).unwrap();
        open.iter().map(|charge| charge.amount.cents()).collect()
    })
}

#[test]
fn coffee_goes_on_the_account_once_and_a_slip_is_taken_off() {
    both_engines(|db| {
        let world = World::new(db);
        let coffee = article(&world, "Café", true);
        let address = format!("/front-desk/people/{}/consumption", world.karim);
        let mut desk = world.desk();
        let form = desk.page(&address).form(&format!("form[action=\"{address}\"]"));
        let form = form.with("product", &coffee.to_string()).with("quantity", "3");
        assert_eq!(desk.post(&form).location, address);
        assert_eq!(desk.post(&form).location, address, "a double click");
        assert_eq!(owed(&world, world.karim), [360]);
        let page = desk.page(&address);
        assert!(page.says("Café") && page.says("3,60"));
        desk.submit(&page.form("form[action$=\"/removal\"]"));
        assert_eq!(owed(&world, world.karim), [0_i64; 0]);
    });
}

#[test]
fn what_is_not_sold_or_too_many_is_refused_at_its_field() {
    both_engines(|db| {
        let world = World::new(db);
        let (coffee, unpriced) = (article(&world, "Café", true), article(&world, "Thé", false));
        let address = format!("/front-desk/people/{}/consumption", world.lucie);
        let mut desk = world.desk();
        let form = desk.page(&address).form(&format!("form[action=\"{address}\"]"));
        for quantity in ["0", "-1", "10001", "x", ""] {
            let refused = desk.refused(
                &form
                    .clone()
                    .with("product", &coffee.to_string())
                    .with("quantity", quantity),
            );
            assert!(refused.field_error("quantity").is_some(), "{quantity}");
        }
        let refused = desk.refused(&form.with("quantity", "1").bent("product", &unpriced.to_string()));
        assert!(refused.field_error("product").is_some());
        assert_eq!(owed(&world, world.lucie), [0_i64; 0]);
    });
}

#[test]
fn only_the_desk_does_it_and_only_what_was_put_there_comes_off() {
    both_engines(|db| {
        let world = World::new(db);
        let coffee = article(&world, "Café", true);
        let (lucie, karim) = (world.lucie, world.karim);
        let address = format!("/front-desk/people/{lucie}/consumption");
        assert_eq!(world.member(lucie).get(&address).status, StatusCode::FORBIDDEN);
        let taken =
            world.act(move |tx, actor| stewardship::add_consumption(tx, actor, lucie, coffee, 1).unwrap());
        let elsewhere = world.act(move |tx, actor| stewardship::remove_consumption(tx, actor, karim, taken));
        assert!(
            matches!(elsewhere, Err(Failure::Fault(Fault::NotFound))),
            "{elsewhere:?}"
        );
        let many = world.act(move |tx, actor| stewardship::add_consumption(tx, actor, lucie, coffee, 10_001));
        assert!(
            matches!(many, Err(Failure::Refused(ConsumptionRefused::Quantity))),
            "{many:?}"
        );
        let unknown = Id::from_i64(7);
        let nobody = world.act(move |tx, actor| stewardship::add_consumption(tx, actor, unknown, coffee, 1));
        assert!(
            matches!(nobody, Err(Failure::Fault(Fault::NotFound))),
            "{nobody:?}"
        );
        assert_eq!(owed(&world, lucie), [120]);
    });
}
