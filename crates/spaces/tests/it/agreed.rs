//! What was agreed stays agreed, and with whom.

use crate::house::House;
use billing::{DatedRate, Exemption, Vat, VatCategory};
use harness::both_engines;
use kernel::{Actor, Day, Money, Name, OrganisationId, Rate};
use people::{NewOrganisation, NewPerson, Party};
use spaces::{Cancellation, Move};

fn set_rate(house: &House, from: &str, basis_points: i64, exemption: Option<Exemption>) {
    let rate = DatedRate {
        category: VatCategory::Standard,
        from: Day::parse(from).unwrap(),
        vat: Vat {
            rate: Rate::from_basis_points(basis_points),
            exemption,
        },
    };
    house
        .write(&house.system(), move |tx, actor| {
            billing::set_vat_rate(tx, actor, rate)
        })
        .unwrap();
}

#[test]
fn a_booking_without_vat_is_cancelled_by_the_article_agreed_after_the_place_became_liable() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        set_rate(&house, "2026-06-01", 0, Some(Exemption::SmallBusiness));
        let id = house
            .book_own(&camille, house.salon, "16 09:00", "16 11:00")
            .unwrap()
            .id;
        set_rate(&house, "2026-06-16", 2_000, None);
        house.set_clock("15 12:00");
        let wanted = Cancellation {
            fee_shown: Some(Money::from_cents(1_500)),
            waived: false,
        };
        house
            .write(&camille, move |tx, actor| spaces::cancel(tx, actor, id, wanted))
            .unwrap();
        let charges = house.charges(&camille);
        let vat: Vec<_> = charges
            .iter()
            .map(|charge| (charge.amount.cents(), charge.vat.exemption))
            .collect();
        assert_eq!(vat, [(1_500, Some(Exemption::SmallBusiness))]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

fn works_for(house: &House, actor: &Actor, organisation: Option<OrganisationId>) {
    let person = actor.person.unwrap();
    house
        .write(&house.system(), move |tx, system| {
            let known = people::person(tx, system.place, person).unwrap().unwrap();
            let new = NewPerson {
                organisation,
                ..known.into()
            };
            people::update_person(tx, system, person, new)
        })
        .unwrap();
}

#[test]
fn who_left_the_company_pays_for_the_hours_that_they_add() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let company = house
            .write(&house.system(), |tx, actor| {
                let name = Name::parse("Atelier Test").unwrap();
                people::create_organisation(tx, actor, NewOrganisation::named(name))
            })
            .unwrap();
        works_for(&house, &camille, Some(company));
        let id = house
            .book_own(&camille, house.salon, "17 09:00", "17 10:00")
            .unwrap()
            .id;
        works_for(&house, &camille, None);
        let paid_by = |party| {
            let customer = house
                .write(&house.system(), move |tx, actor| {
                    billing::customer_of(tx, actor, party)
                })
                .unwrap();
            house.booking(id).customer == Some(customer)
        };
        let move_to = |until: &str| {
            let to = Move {
                resource: house.salon,
                period: house.hours("18 09:00", until),
                overriding: false,
                waived: false,
                price_shown: None,
            };
            house
                .write(&camille, move |tx, actor| {
                    spaces::move_booking(tx, actor, id, &to)
                })
                .unwrap();
        };
        move_to("18 10:00");
        assert!(paid_by(Party::Organisation(company)), "the same price, as agreed");
        move_to("18 12:00");
        assert!(paid_by(Party::Person(camille.person.unwrap())));
        assert_eq!(house.cents(&camille), [4_500]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
