//! Keys, badges and lockers: handed over against a deposit, taken back, lost, never with two persons (T9).

use crate::world::World;
use axum::http::StatusCode;
use billing::{Basis, Family, NewProduct, VatCategory};
use harness::{Visitor, both_engines, rounds, together};
use kernel::{Actor, Id, Money, PersonId};
use platform::{Failure, Fault};
use stewardship::{Item, ItemKind, ItemRefused, NewItem, NewLoan};

/// An item at the desk, asked 30 for.
pub(crate) fn item(world: &World, kind: ItemKind, number: &str) -> Id<Item> {
    let new = NewItem {
        kind,
        number: number.to_owned(),
        opens: "Grande porte".to_owned(),
        deposit: Money::from_cents(3_000),
    };
    world.act(move |tx, actor| stewardship::create_item(tx, actor, new.clone()).unwrap())
}

/// The office says under which product a loss is invoiced.
fn losses_are_billed(world: &World) {
    world.act(|tx, actor| {
        billing::set_french_vat_rates(tx, actor).unwrap();
        let product = NewProduct {
            code: "PERTE".to_owned(),
            name: "Pertes et dégâts".to_owned(),
            family: Family::Other,
            vat_category: VatCategory::Standard,
            basis: Basis::Gross,
            account_code: String::new(),
        };
        let product = billing::create_product(tx, actor, product).unwrap();
        stewardship::set_item_product(tx, actor, product).unwrap();
    });
}

/// Hands an item to somebody found by a few letters, and gives the address of the loan.
fn hand_over(desk: &mut Visitor, item: Id<Item>, typed: &str, deposit: &str) -> String {
    let address = format!("/front-desk/items/{item}");
    let to = desk
        .page(&format!("{address}?q={typed}"))
        .attribute("ul.lines a", "href")
        .expect("somebody is found");
    let form = desk.page(&to).form("form[action$=\"/loans\"]");
    let done = desk.post(&form.with("deposit", deposit).with("method", "cash"));
    assert_eq!(done.location, "/front-desk/items", "{done}");
    let loan = desk.page(&address).attribute("a[href*=\"/loans/\"]", "href");
    loan.expect("it is out")
}

fn owes(world: &World, person: PersonId) -> (i64, i64) {
    let place = world.place;
    world.act(move |tx, actor| {
        let charges = billing::open_charges_of(tx, place, person).unwrap();
        let payer = people::payer(tx, place, person).unwrap();
        let customer = billing::customer_of(tx, actor, payer).unwrap();
        let charged: i64 = charges.iter().map(|charge| charge.amount.cents()).sum();
        (charged, billing::balance(tx, place, customer).unwrap().cents())
    })
}

#[test]
fn t9_a_badge_is_handed_over_and_its_deposit_goes_back() {
    both_engines(|db| {
        let world = World::new(db);
        let badge = item(&world, ItemKind::Badge, "12");
        let mut desk = world.desk();
        let loan = hand_over(&mut desk, badge, "luc", "30");
        let list = desk.page("/front-desk/items");
        assert!(list.says("Badge 12") && list.says("Lucie Amrani") && list.says("30,00"));
        let csv = desk.get("/front-desk/items?format=csv");
        assert!(csv.text().contains("Lucie Amrani"));
        let held = format!("/front-desk/people/{}/items", world.lucie);
        assert!(desk.page(&held).says("Un objet en main"));
        let card = desk.page(&format!("/office/people/{}", world.lucie));
        assert!(card.says("Badge 12") && card.exists(&format!("a[href=\"{held}\"]")));
        assert!(
            card.says("a confié le badge 12 à Lucie Amrani"),
            "her card tells it"
        );
        let form = desk.page(&loan).form("form[action$=\"/ending\"]");
        let done = desk.post(&form);
        assert_eq!(done.location, "/front-desk/items", "{done}");
        assert!(desk.follow(&done).says("30,00"), "what goes back is said");
        assert!(desk.page(&held).says("Ni clé ni badge") && desk.page(&held).says("rendu"));
        assert_eq!(owes(&world, world.lucie), (0, 0));
        desk.post_anew(&form);
        assert!(desk.page("/front-desk/items").says("Un objet à l’accueil"));
    });
}

#[test]
fn t9_a_lost_key_costs_its_deposit_and_the_rest_by_invoice() {
    both_engines(|db| {
        let world = World::new(db);
        losses_are_billed(&world);
        let key = item(&world, ItemKind::Key, "A3");
        let mut desk = world.desk();
        let loan = hand_over(&mut desk, key, "luc", "30");
        let form = desk.page(&loan).form("form[action$=\"/ending\"]");
        let nothing = form.clone().bent("outcome", "returned").with("cost", "5");
        assert!(desk.refused(&nothing).field_error("cost").is_some());
        let lost = form.bent("outcome", "lost").with("cost", "75,00");
        assert_eq!(desk.post(&lost).location, "/front-desk/items");
        // 75.00 are charged; the 30.00 of the deposit are received.
        assert_eq!(owes(&world, world.lucie), (7_500, -3_000));
        desk.post_anew(&lost);
        assert_eq!(owes(&world, world.lucie), (7_500, -3_000), "once");
        assert!(
            !desk.page("/front-desk/items").says("A3"),
            "a lost key is lent no more"
        );
        let page = desk.page(&format!("/front-desk/items/{key}"));
        assert!(page.says("hors d’usage") && page.says("75,00"));
        let mut director = world.director();
        let found = director
            .page("/office/items")
            .form("form[action$=\"/restoration\"]");
        assert_eq!(director.post(&found).location, "/office/items");
        assert!(desk.page("/front-desk/items").says("A3"));
    });
}

#[test]
fn without_a_product_nothing_is_charged_and_the_page_says_so() {
    both_engines(|db| {
        let world = World::new(db);
        let badge = item(&world, ItemKind::Badge, "12");
        let mut desk = world.desk();
        let loan = hand_over(&mut desk, badge, "luc", "30");
        let page = desk.page(&loan);
        assert!(page.says("La gérance n’a pas dit") && !page.exists("input#cost"));
        let form = page.form("form[action$=\"/ending\"]");
        let bent = form.bent("outcome", "lost").bent("cost", "10");
        assert_eq!(desk.post(&bent).status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            desk.page(&loan).exists("form[action$=\"/ending\"]"),
            "it is still out"
        );
        assert_eq!(owes(&world, world.lucie), (0, 0));
    });
}

#[test]
fn what_is_late_says_so_and_wrong_loans_are_refused() {
    both_engines(|db| {
        let world = World::new(db);
        let badge = item(&world, ItemKind::Badge, "12");
        let mut desk = world.desk();
        let to = format!("/front-desk/items/{badge}?person={}", world.lucie);
        let form = desk.page(&to).form("form[action$=\"/loans\"]");
        let today = world.read(|tx, _| tx.today(&kernel::Zone::utc()));
        let late = desk.refused(&form.clone().with("due_on", "2020-01-01").with("method", "cash"));
        assert!(late.field_error("due_on").is_some());
        let unpaid = desk.refused(&form.clone().with("method", ""));
        assert!(unpaid.field_error("method").is_some());
        for amount in ["-1", "1000,01", "dix"] {
            let refused = desk.refused(&form.clone().with("deposit", amount).with("method", "cash"));
            assert!(refused.field_error("deposit").is_some(), "{amount}");
        }
        let good = form.with("deposit", "0").with("due_on", &today.to_string());
        assert_eq!(desk.post(&good).location, "/front-desk/items");
        assert!(!desk.page("/front-desk/items").says("en retard"));
        world.days_pass(2);
        assert!(desk.page("/front-desk/items").says("Un retour est en retard."));
    });
}

#[test]
fn the_office_keeps_the_list() {
    both_engines(|db| {
        let world = World::new(db);
        losses_are_billed(&world);
        let mut director = world.director();
        let page = director.page("/office/items");
        let form = page.form("form[action=\"/office/items\"]");
        let form = form
            .with("number", "7")
            .with("opens", "Casiers du fond")
            .with("deposit", "20");
        assert_eq!(
            director.post(&form.clone().with("kind", "locker")).location,
            "/office/items"
        );
        let same = director
            .page("/office/items")
            .form("form[action=\"/office/items\"]");
        let twice = director.refused(&same.clone().with("kind", "locker").with("number", "7"));
        assert!(twice.field_error("number").is_some());
        let other_kind = director.post(&same.with("kind", "badge").with("number", "7"));
        assert_eq!(
            other_kind.location, "/office/items",
            "numbers are those of a kind"
        );
        let page = director.page("/office/items");
        let change = page.form("form:has([value=\"Casiers du fond\"])");
        director.post(
            &change
                .with("item_opens", "Casiers de l’entrée")
                .with("item_deposit", "25"),
        );
        assert!(director.page("/office/items").says("Casiers de l’entrée"));
        let product = director.page("/office/items").form("form[action$=\"/product\"]");
        assert_eq!(director.post(&product).location, "/office/items");
        let gone = director
            .page("/office/items")
            .form("form[action$=\"/retirement\"]");
        assert_eq!(director.post(&gone).location, "/office/items");
        assert!(director.page("/office/items").says("Hors d’usage"));
        assert_eq!(world.desk().get("/office/items").status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn an_item_that_is_out_is_not_retired_and_a_retired_one_not_lent() {
    both_engines(|db| {
        let world = World::new(db);
        let badge = item(&world, ItemKind::Badge, "12");
        let lucie = world.lucie;
        let new = NewLoan {
            item: badge,
            person: lucie,
            due_on: None,
            deposit: Money::from_cents(0),
            method: None,
        };
        let refused = |why| Err(Failure::Refused(why));
        let to_nobody = NewLoan {
            person: Id::from_i64(1),
            ..new.clone()
        };
        let outcome = world.act(move |tx, actor| stewardship::hand_over_item(tx, actor, &to_nobody));
        assert_eq!(outcome, refused(ItemRefused::NoHolder));
        let first = new.clone();
        assert!(
            world
                .act(move |tx, actor| stewardship::hand_over_item(tx, actor, &first))
                .is_ok()
        );
        let outcome = world.act(move |tx, actor| stewardship::retire_item(tx, actor, badge));
        assert_eq!(outcome, Err(Failure::Refused(ItemRefused::Held)));
        let key = item(&world, ItemKind::Key, "1");
        assert!(
            world
                .act(move |tx, actor| stewardship::retire_item(tx, actor, key))
                .is_ok()
        );
        let second = NewLoan { item: key, ..new };
        let outcome = world.act(move |tx, actor| stewardship::hand_over_item(tx, actor, &second));
        assert_eq!(outcome, refused(ItemRefused::Retired));
        let outcome = world.act(move |tx, actor| stewardship::retire_item(tx, actor, key));
        assert_eq!(outcome, Err(Failure::Refused(ItemRefused::Retired)));
    });
}

#[test]
fn a_badge_is_never_with_two_persons() {
    both_engines(|db| {
        let world = World::new(db);
        let system = Actor::system(world.place);
        for round in 0..rounds("TRIBU_RACES", 10) {
            let badge = item(&world, ItemKind::Badge, &format!("R{round}"));
            let persons = [world.lucie, world.karim, world.awa, world.helene];
            let answers = together(persons.len(), |number| {
                let new = NewLoan {
                    item: badge,
                    person: persons[number],
                    due_on: None,
                    deposit: Money::from_cents(0),
                    method: None,
                };
                let system = system.clone();
                world
                    .db
                    .write_blocking(move |tx| Ok::<_, Fault>(stewardship::hand_over_item(tx, &system, &new)))
                    .unwrap()
            });
            assert_eq!(
                answers.iter().filter(|answer| answer.is_ok()).count(),
                1,
                "{answers:?}"
            );
            let held = Failure::Refused(ItemRefused::Held);
            assert!(
                answers
                    .iter()
                    .flat_map(|answer| answer.as_ref().err())
                    .all(|why| *why == held)
            );
        }
    });
}
