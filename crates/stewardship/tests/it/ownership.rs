//! What is of another place is not found, whoever asks.

use crate::deliveries::arrives;
use crate::world::World;
use axum::http::StatusCode;
use harness::{both_engines, new_place};
use kernel::{Actor, Name};
use people::{NewOrganisation, NewPerson, Party, PersonName};
use platform::database::Tx;
use platform::place::{self, NewPlace};
use stewardship::{DeliveryKind, NewDelivery, NewDomiciliation};

#[test]
fn what_is_of_another_place_is_not_found() {
    both_engines(|db| {
        let world = World::new(db);
        arrives(&mut world.desk(), "luc", "letter", "");
        let foreign = world.act(|tx, _| elsewhere(tx));
        let [person, company, delivery, domiciliation] = foreign;
        let mut director = world.director();
        for path in [
            format!("/front-desk/deliveries/{delivery}"),
            format!("/front-desk/deliveries/new?person={person}"),
            format!("/front-desk/deliveries/new?organisation={company}"),
        ] {
            assert_eq!(director.get(&path).status, StatusCode::NOT_FOUND, "{path}");
        }
        for (path, fields) in [
            (
                format!("/front-desk/deliveries/{delivery}/ending"),
                [("ending", "returned")],
            ),
            (
                format!("/front-desk/deliveries/{delivery}/ending/undoing"),
                [("ending", "")],
            ),
            (
                format!("/office/domiciliations/{domiciliation}/end"),
                [("last_day", "2026-12-31")],
            ),
        ] {
            let sent = director.send_fields(&path, &fields);
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path}: {sent}");
        }
        assert!(!director.page("/front-desk/deliveries").says("Ailleurs"));
    });
}

/// Another place with somebody, a company, a delivery and a domiciliation, in this order.
fn elsewhere(tx: &mut Tx<'_>) -> [String; 4] {
    let other = NewPlace {
        host: Some("other.example.org".to_owned()),
        ..new_place()
    };
    let other = Actor::system(place::create(tx, other).unwrap().id);
    let name = PersonName::parse("Ailleurs", "Dupont").unwrap();
    let person = people::create_person(tx, &other, NewPerson::named(name)).unwrap();
    let company = NewOrganisation::named(Name::parse("Ailleurs SARL").unwrap());
    let company = people::create_organisation(tx, &other, company).unwrap();
    let new = NewDelivery {
        addressee: Party::Person(person),
        kind: DeliveryKind::Letter,
        quantity: 1,
        sender: String::new(),
        kept_at: String::new(),
    };
    let delivery = stewardship::receive(tx, &other, new).unwrap();
    let new = NewDomiciliation {
        organisation: company,
        from: tx.today(&kernel::Zone::utc()),
        until: None,
        note: String::new(),
    };
    let domiciliation = stewardship::domicile(tx, &other, new).unwrap();
    [
        person.to_string(),
        company.to_string(),
        delivery.to_string(),
        domiciliation.to_string(),
    ]
}
