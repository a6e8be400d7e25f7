//! What is of another place is not found, whoever asks.

use crate::deliveries::arrives;
use crate::world::World;
use axum::http::StatusCode;
use harness::{both_engines, new_place};
use kernel::{Actor, MinuteOfDay, Money, Name};
use people::{NewOrganisation, NewPerson, Party, PersonName};
use platform::database::Tx;
use platform::place::{self, NewPlace};
use stewardship::{
    DeliveryKind, EquipmentTerms, ItemKind, Moment, NewDelivery, NewDomiciliation, NewItem, NewLoan, NewShift,
};

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

#[test]
fn shifts_notes_lines_things_and_incidents_of_another_place_are_not_found() {
    both_engines(|db| {
        let world = World::new(db);
        let ids = world.act(|tx, _| kept_elsewhere(tx));
        let [shift, line, thing] = ids;
        let mut director = world.director();
        let day = crate::duties::today(&world).to_string();
        assert_eq!(
            director.get(&format!("/office/equipment/{thing}")).status,
            StatusCode::NOT_FOUND
        );
        let assign = format!("/front-desk/duty/assign?shift={shift}&day={day}");
        assert_eq!(director.get(&assign).status, StatusCode::NOT_FOUND);
        let unknown = thing.clone();
        assert_eq!(
            director.get(&format!("/front-desk/incidents/{unknown}")).status,
            StatusCode::NOT_FOUND
        );
        let lucie = world.lucie.to_string();
        let terms = [
            ("name", "x"),
            ("bought_on", "2026-01-01"),
            ("price", "1"),
            ("life_months", "1"),
        ];
        let gone = [("gone_on", "2026-01-01"), ("how", "sold")];
        let who = [
            ("shift", shift.as_str()),
            ("day", day.as_str()),
            ("person", lucie.as_str()),
        ];
        let step = [("state", "solved"), ("cost", "0")];
        for (path, fields) in [
            (format!("/office/equipment/{thing}"), &terms[..]),
            (format!("/office/equipment/{thing}/disposal"), &gone[..]),
            (format!("/office/checklists/{line}/retirement"), &[]),
            (format!("/front-desk/checklists/{line}/tick"), &[]),
            (format!("/front-desk/checklists/{line}/tick/undoing"), &[]),
            (
                format!("/office/shifts/{shift}/end"),
                &[("last_day", "2030-01-01")][..],
            ),
            ("/front-desk/duty".to_owned(), &who[..]),
            ("/me/duty".to_owned(), &who[..]),
            (format!("/front-desk/duty/{unknown}/release"), &[]),
            (
                format!("/front-desk/duty/{unknown}/settlement"),
                &[("came", "yes")][..],
            ),
            (format!("/me/duty/{unknown}/release"), &[]),
            (format!("/front-desk/notes/{unknown}/reading"), &[]),
            (format!("/front-desk/incidents/{unknown}/steps"), &step[..]),
        ] {
            let sent = director.send_fields(&path, fields);
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path}: {sent}");
        }
    });
}

/// Another place with a shift, a line of a checklist and a thing, in this order.
fn kept_elsewhere(tx: &mut Tx<'_>) -> [String; 3] {
    let other = NewPlace {
        host: Some("other.example.org".to_owned()),
        ..new_place()
    };
    let other = Actor::system(place::create(tx, other).unwrap().id);
    let today = tx.today(&kernel::Zone::utc());
    let new = NewShift {
        weekday: today.weekday(),
        from: MinuteOfDay::parse("09:00").unwrap(),
        until: MinuteOfDay::parse("10:00").unwrap(),
        wanted: 1,
        label: String::new(),
        units: 0,
        from_day: today,
        until_day: None,
    };
    let shift = stewardship::create_shift(tx, &other, new).unwrap();
    let line = stewardship::add_checklist_line(tx, &other, Moment::Opening, "Volets".to_owned()).unwrap();
    let terms = EquipmentTerms {
        name: "Poêle".to_owned(),
        serial: String::new(),
        supplier: String::new(),
        bought_on: today,
        price: Money::from_cents(1),
        life_months: 1,
        stands: String::new(),
        warranty_until: None,
        note: String::new(),
    };
    let thing = stewardship::add_equipment(tx, &other, terms).unwrap();
    [shift.to_string(), line.to_string(), thing.to_string()]
}
