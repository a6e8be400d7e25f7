//! What is of another place is not found, whoever asks.

use crate::deliveries::arrives;
use crate::world::World;
use axum::http::StatusCode;
use harness::{both_engines, new_place};
use kernel::{Actor, Money, Name};
use people::{NewOrganisation, NewPerson, Party, PersonName};
use platform::database::Tx;
use platform::place::{self, NewPlace};
use stewardship::{DeliveryKind, ItemKind, NewDelivery, NewDomiciliation, NewItem, NewLoan};

#[test]
fn what_is_of_another_place_is_not_found() {
    both_engines(|db| {
        let world = World::new(db);
        arrives(&mut world.desk(), "luc", "letter", "");
        let foreign = world.act(|tx, _| elsewhere(tx));
        let [person, company, delivery, domiciliation, item, loan] = foreign;
        let (mut director, lucie) = (world.director(), world.lucie.to_string());
        for path in [
            format!("/front-desk/deliveries/{delivery}"),
            format!("/front-desk/deliveries/new?person={person}"),
            format!("/front-desk/deliveries/new?organisation={company}"),
            format!("/front-desk/items/{item}"),
            format!("/front-desk/loans/{loan}"),
            format!("/front-desk/people/{person}/items"),
        ] {
            assert_eq!(director.get(&path).status, StatusCode::NOT_FOUND, "{path}");
        }
        let own = crate::items::item(&world, ItemKind::Badge, "1");
        let item_fields = [("item_deposit", "1"), ("deposit", "1"), ("method", "cash")];
        for (path, fields) in [
            (
                format!("/front-desk/deliveries/{delivery}/ending"),
                vec![("ending", "returned")],
            ),
            (
                format!("/front-desk/deliveries/{delivery}/ending/undoing"),
                vec![],
            ),
            (
                format!("/office/domiciliations/{domiciliation}/end"),
                vec![("last_day", "2026-12-31")],
            ),
            (
                format!("/front-desk/items/{item}/loans"),
                [&item_fields[..], &[("person", lucie.as_str())]].concat(),
            ),
            (
                format!("/front-desk/loans/{loan}/ending"),
                vec![("outcome", "returned"), ("cost", "0")],
            ),
            (format!("/office/items/{item}"), item_fields.to_vec()),
            (format!("/office/items/{item}/retirement"), vec![]),
            (format!("/office/items/{item}/restoration"), vec![]),
        ] {
            let sent = director.send_fields(&path, &fields);
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path}: {sent}");
        }
        assert!(!director.page("/front-desk/deliveries").says("Ailleurs"));
        let stranger = format!("/front-desk/items/{own}?person={person}");
        assert!(
            !director.page(&stranger).says("Ailleurs"),
            "nothing is handed to who is not of the place"
        );
    });
}

/// Another place with somebody, a company, a delivery and a domiciliation, in this order.
fn elsewhere(tx: &mut Tx<'_>) -> [String; 6] {
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
    let new = NewItem {
        kind: ItemKind::Key,
        number: "9".to_owned(),
        opens: String::new(),
        deposit: Money::from_cents(0),
    };
    let item = stewardship::create_item(tx, &other, new).unwrap();
    let new = NewLoan {
        item,
        person,
        due_on: None,
        deposit: Money::from_cents(0),
        method: None,
    };
    let loan = stewardship::hand_over_item(tx, &other, &new).unwrap();
    [
        person.to_string(),
        company.to_string(),
        delivery.to_string(),
        domiciliation.to_string(),
        item.to_string(),
        loan.to_string(),
    ]
}
