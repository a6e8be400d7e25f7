//! Products, prices and rates, written and read back.

use crate::world::{House, both, cents, day};
use billing::{
    Basis, CatalogueRefusal, DatedRate, Exemption, Family, NewProduct, Price, PriceFor, Product, Unit, Vat,
    VatCategory,
};
use kernel::{Audience, Id, Rate, Role};
use platform::{Failure, Fault};

fn new(code: &str) -> NewProduct {
    NewProduct {
        code: code.to_owned(),
        name: "Grande salle".to_owned(),
        family: Family::Room,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: String::new(),
    }
}

/// What an attempt on the catalogue answers.
type Tried<T> = Result<T, Failure<CatalogueRefusal>>;

fn no<T>(reason: CatalogueRefusal) -> Tried<T> {
    Err(Failure::Refused(reason))
}

#[test]
fn a_tariff_is_that_of_the_audience_on_the_day() {
    both(|house| {
        let room = house.room;
        house.write(move |tx, actor| {
            for (audience, unit, amount, from) in [
                (None, Unit::HalfDay, 9_000, "2026-01-01"),
                (Some(Audience::Resident), Unit::Hour, 1_500, "2026-06-01"),
            ] {
                let price = Price {
                    product: room,
                    audience: PriceFor(audience),
                    unit,
                    amount: cents(amount),
                    from: day(from),
                };
                billing::set_price(tx, actor, price).unwrap();
            }
        });
        let tariff =
            |audience, on| house.read(move |tx, place| billing::tariff(tx, place, room, audience, day(on)));
        let external = tariff(Audience::External, "2026-06-15");
        assert_eq!(
            (external.hour, external.half_day, external.day),
            (Some(cents(3_000)), Some(cents(9_000)), None)
        );
        assert_eq!(
            (external.basis, external.rate),
            (Basis::Net, Rate::from_basis_points(2_000))
        );
        assert_eq!(tariff(Audience::Resident, "2026-06-15").hour, Some(cents(1_500)));
        assert_eq!(tariff(Audience::Resident, "2026-05-31").hour, Some(cents(3_000)));
        let on = |unit| {
            house.read(move |tx, place| {
                billing::price_on(tx, place, room, Audience::Nomad, unit, day("2026-06-15"))
            })
        };
        assert_eq!((on(Unit::Hour), on(Unit::Month)), (Some(cents(3_000)), None));
        let rate = house.read(move |tx, place| billing::vat_rate_on(tx, place, room, day("2026-06-15")));
        assert_eq!(rate, (Basis::Net, Rate::from_basis_points(2_000)));
        let today = house.read(|tx, place| billing::prices_on(tx, place, day("2026-06-15")));
        assert_eq!(today.iter().filter(|price| price.product == room).count(), 3);
        assert_eq!(
            house
                .read(move |tx, place| billing::prices_of(tx, place, room))
                .len(),
            3
        );
    });
}

#[test]
fn a_price_written_twice_for_a_day_is_the_last_one() {
    both(|house| {
        let room = house.room;
        let price = move |amount| Price {
            product: room,
            audience: PriceFor(None),
            unit: Unit::Hour,
            amount: cents(amount),
            from: day("2026-07-01"),
        };
        house.write(move |tx, actor| {
            billing::set_price(tx, actor, price(3_300)).unwrap();
            billing::set_price(tx, actor, price(3_200)).unwrap();
        });
        let on = house.read(move |tx, place| {
            billing::price_on(tx, place, room, Audience::Nomad, Unit::Hour, day("2026-08-01"))
        });
        assert_eq!(on, Some(cents(3_200)));
    });
}

#[test]
fn a_product_keeps_a_code_of_its_own() {
    both(|house| {
        let actor = house.system();
        let made = house
            .attempt(&actor, |tx, actor| {
                billing::create_product(tx, actor, new(" grande "))
            })
            .unwrap();
        let kept = house.read(move |tx, place| billing::product(tx, place, made));
        assert_eq!((kept.code.as_str(), kept.active), ("GRANDE", true));
        let again = house.attempt(&actor, |tx, actor| {
            billing::create_product(tx, actor, new("Grande"))
        });
        assert_eq!(again, Err(Failure::Refused(CatalogueRefusal::CodeTaken)));
        let changed = billing::Product {
            name: "Très grande salle".to_owned(),
            active: false,
            ..kept
        };
        let stored = changed.clone();
        house
            .attempt(&actor, move |tx, actor| {
                billing::change_product(tx, actor, &changed)
            })
            .unwrap();
        assert!(house.read(billing::products).contains(&stored));
    });
}

fn created(house: &House, new: NewProduct) -> Tried<Id<Product>> {
    house.attempt(&house.system(), move |tx, actor| {
        billing::create_product(tx, actor, new.clone())
    })
}

fn priced(house: &House, product: Id<Product>, amount: i64) -> Tried<()> {
    let price = Price {
        product,
        audience: PriceFor(None),
        unit: Unit::Hour,
        amount: cents(amount),
        from: day("2026-07-01"),
    };
    house.attempt(&house.system(), move |tx, actor| {
        billing::set_price(tx, actor, price)
    })
}

fn rated(house: &House, basis_points: i64, exemption: Option<Exemption>) -> Tried<()> {
    let vat = Vat {
        rate: Rate::from_basis_points(basis_points),
        exemption,
    };
    let rate = DatedRate {
        category: VatCategory::Reduced,
        from: day("2026-07-01"),
        vat,
    };
    house.attempt(&house.system(), move |tx, actor| {
        billing::set_vat_rate(tx, actor, rate)
    })
}

#[test]
fn what_makes_no_sense_is_refused() {
    let house = House::new();
    for code in ["  ", &"x".repeat(31)] {
        assert_eq!(created(&house, new(code)), no(CatalogueRefusal::TextRefused));
    }
    for amount in [-1, 100_000_001] {
        let refused = priced(&house, house.room, amount);
        assert_eq!(refused, no(CatalogueRefusal::NegativePrice), "{amount}");
    }
    let nothing = priced(&house, Id::from_i64(404), 1);
    assert_eq!(nothing, no(CatalogueRefusal::UnknownProduct));
    let training = Some(Exemption::Training);
    assert_eq!(rated(&house, 10_001, None), no(CatalogueRefusal::RateTooHigh));
    assert_eq!(rated(&house, 0, None), no(CatalogueRefusal::ExemptionMismatch));
    assert_eq!(
        rated(&house, 550, training),
        no(CatalogueRefusal::ExemptionMismatch)
    );
    assert_eq!(rated(&house, 0, training), Ok(()));
}

#[test]
fn a_price_cannot_begin_in_a_month_already_billed() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    house.charge(house.room_for(customer, "a", "2026-05-04"));
    house.issue("2026-05");
    let (actor, room) = (house.system(), house.room);
    let from = |text| {
        let price = Price {
            product: room,
            audience: PriceFor(None),
            unit: Unit::Hour,
            amount: cents(1),
            from: day(text),
        };
        house.attempt(&actor, move |tx, actor| billing::set_price(tx, actor, price))
    };
    assert_eq!(
        from("2026-05-31"),
        Err(Failure::Refused(CatalogueRefusal::MonthClosed))
    );
    assert_eq!(from("2026-06-01"), Ok(()));
}

#[test]
fn who_may_only_read_changes_nothing() {
    let house = House::new();
    let person = house.person("Noa", "Vasseur");
    for role in [Role::Accountant, Role::Facilitator, Role::Member] {
        let actor = house.somebody(role, person);
        let made = house.attempt(&actor, |tx, actor| billing::create_product(tx, actor, new("X")));
        assert_eq!(made, Err(Failure::Fault(Fault::Forbidden)), "{role}");
        let seller = house.attempt(&actor, |tx, actor| {
            billing::set_seller(tx, actor, &crate::world::seller(), day("2026-06-15"))
        });
        assert_eq!(seller, Err(Failure::Fault(Fault::Forbidden)), "{role}");
    }
}

#[test]
fn the_seller_is_as_it_was_on_the_day() {
    both(|house| {
        house.write(|tx, actor| {
            let mut moved = crate::world::seller();
            moved.street = "2 rue Neuve".to_owned();
            billing::set_seller(tx, actor, &moved, day("2026-06-10")).unwrap();
        });
        let street = |on| {
            let seller = house.read(move |tx, place| billing::seller_on(tx, place, day(on)));
            seller.map(|seller| seller.street)
        };
        assert_eq!(street("2023-12-31"), None);
        assert_eq!(street("2026-06-09").as_deref(), Some("1 rue du Modèle"));
        assert_eq!(street("2026-06-10").as_deref(), Some("2 rue Neuve"));
    });
}
