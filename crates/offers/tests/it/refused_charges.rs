//! A contract that cannot be charged keeps nobody else from being charged.

use crate::house::House;
use crate::world::{World, day};
use harness::both_engines;
use kernel::{Money, Month, PersonId, Role};
use platform::Fault;
use platform::activity::{self, Subject};
use platform::database::{params, statement};

statement! {
    AGREE = "
        update plan_contract
        set price_cents = $3
        where place_id = $1 and person_id = $2";
}

/// More than billing takes in one line.
const BEYOND_BILLING: Money = Money::from_cents(61_234_567_800);
const AS_AGREED: Money = Money::from_cents(25_000);

fn priced(world: &World, person: PersonId, price: Money) {
    let place = world.place;
    let done = world
        .db
        .write_blocking(move |tx| Ok::<_, Fault>(tx.run(&AGREE, &params![place, person, price])?));
    assert_eq!(done.unwrap(), 1);
}

/// Whose contracts the review of June would list, with the first month that waits and the key of the reason.
fn left_out(world: &World) -> Vec<(PersonId, String, &'static str)> {
    let hook = offers::capability().before_billing.unwrap();
    let june = day("2026-06-01").month_of();
    world.write(move |tx, system| {
        let found = (hook.left_out)(tx, system.place, june).unwrap();
        let told = found
            .into_iter()
            .map(|one| (one.person, one.month.to_string(), one.why.key()));
        told.collect::<Vec<_>>()
    })
}

#[test]
fn what_billing_refuses_is_told_with_its_reason_until_the_obstacle_is_gone() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, zoe) = (world.member("Camille"), world.member("Zoe"));
        world.subscribe(camille, "2026-05-10");
        world.subscribe(zoe, "2026-06-01");
        assert_eq!(left_out(&world), [], "what is not charged yet is not refused");
        priced(&world, camille, BEYOND_BILLING);
        let charge = |world: &World| {
            let june = day("2026-06-01").month_of();
            world.write(move |tx, system| offers::charge_plans(tx, system, june).unwrap())
        };
        assert_eq!(charge(&world), 1);
        let told = (camille, "2026-05".to_owned(), "billing-refused-amount");
        assert_eq!(left_out(&world), [told]);
        priced(&world, camille, AS_AGREED);
        assert_eq!(left_out(&world), []);
        assert_eq!(charge(&world), 2);
        world.assert_sound();
    });
}

#[test]
fn the_office_finds_them_on_the_month_before_it_is_issued_with_a_way_to_the_person() {
    let house = House::new();
    let (camille, zoe) = (house.member("Camille"), house.member("Zoe"));
    house.subscribe(camille, "2026-06-01");
    house.subscribe(zoe, "2026-06-01");
    priced(&house, camille, BEYOND_BILLING);
    let mut office = house.team(Role::ManagingDirector);
    let page = office.page("/office/billing/2026-06");
    assert!(!page.exists("#uncharged"), "nothing was tried yet: {page}");
    office.post(&page.form("form[action$=\"/preparation\"]"));
    let page = office.page("/office/billing/2026-06");
    assert_eq!(page.text("#uncharged"), "Un contrat n’a pas pu être facturé");
    assert_eq!(
        page.all(".report-skipped"),
        ["Camille Vasseur · Résident, juin 2026 : Ce montant est nul, négatif ou trop grand."]
    );
    let way = page.attribute(".report-skipped a", "href").unwrap();
    assert_eq!(way, format!("/office/people/{camille}"));
    assert!(
        office.page(&way).says("Forfait Résident non facturé"),
        "its log says it too"
    );
    let mut accountant = house.team(Role::Accountant);
    assert!(accountant.page("/office/billing/2026-06").exists("#uncharged"));
    assert_eq!(page.all("details summary strong"), ["Zoe Vasseur"]);
    priced(&house, camille, AS_AGREED);
    assert!(!office.page("/office/billing/2026-06").exists("#uncharged"));
}

fn said(world: &World, person: PersonId) -> Vec<String> {
    let entries = world.write(move |tx, system| {
        activity::history(tx, system.place, Subject::new("person", person)).unwrap()
    });
    entries.into_iter().map(|entry| entry.verb).collect()
}

#[test]
fn a_contract_that_billing_refuses_is_left_out_and_its_person_says_so_once() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, zoe) = (world.member("Camille"), world.member("Zoe"));
        world.subscribe(camille, "2026-06-01");
        world.subscribe(zoe, "2026-06-01");
        priced(&world, camille, BEYOND_BILLING);
        let month: Month = day("2026-06-01").month_of();
        let charge =
            |world: &World| world.write(move |tx, system| offers::charge_plans(tx, system, month).unwrap());
        assert_eq!((charge(&world), charge(&world)), (1, 0));
        assert_eq!(world.charges(camille), Vec::<i64>::new());
        assert_eq!(world.charges(zoe).len(), 1);
        let refused = |person| {
            let said = said(&world, person);
            said.iter().filter(|verb| *verb == "contract.not_charged").count()
        };
        assert_eq!((refused(camille), refused(zoe)), (1, 0));
    });
}
