//! Offices let by the month: nobody else books them, their rent is counted, and they come free again.

use crate::house::{House, slot_refusal};
use harness::both_engines;
use kernel::{Actor, Audience, Day, Days, Id, Money, Name, PersonId, Role};
use offers::{OfferPrice, Plan, PlanTerms};
use platform::Failure;
use spaces::{
    Holder, LettingId, LettingRefusal, LettingRefused, Link, LinkKind, NewBooking, NewLetting, ResourceId,
    SlotRefused,
};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A plan for 300.00 net a month.
fn plan(house: &House) -> Id<Plan> {
    let terms = PlanTerms {
        name: Name::parse("Bureau fermé").unwrap(),
        audience: Audience::Resident,
        active: true,
    };
    let price = OfferPrice {
        amount: Money::from_cents(30_000),
        basis: billing::Basis::Net,
        vat: billing::VatCategory::Standard,
        from: day("2024-01-01"),
    };
    let made = house.write(&house.system(), move |tx, actor| {
        offers::create_plan(tx, actor, terms.clone(), price)
    });
    made.unwrap()
}

type Let = Result<LettingId, Failure<LettingRefusal>>;

fn lets(house: &House, resource: ResourceId, person: PersonId, plan: Id<Plan>, from: &str) -> Let {
    let new = NewLetting {
        resource,
        person,
        plan,
        from: day(from),
        price_shown: None,
    };
    house.write(&house.system(), move |tx, actor| spaces::let_out(tx, actor, new))
}

fn refusal(done: Let) -> LettingRefusal {
    match done {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused by a rule: {other:?}"),
    }
}

fn contains(house: &House, whole: ResourceId, part: ResourceId) {
    let link = Link {
        resource: whole,
        other: part,
        kind: LinkKind::Contains,
    };
    house
        .write(&house.system(), move |tx, actor| spaces::link(tx, actor, link))
        .unwrap();
}

#[test]
fn an_office_that_is_let_is_booked_by_nobody_not_even_the_team_and_neither_is_what_holds_it() {
    both_engines(|db| {
        let house = House::new(db);
        contains(&house, house.studio, house.salon);
        let (tenant, camille) = (house.person("Lou Tenant"), house.member("Camille Durand"));
        lets(&house, house.salon, tenant, plan(&house), "2026-06-17").unwrap();
        house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        for room in [house.salon, house.studio] {
            let refused = house.book_own(&camille, room, "17 09:00", "17 11:00");
            assert_eq!(slot_refusal(refused), SlotRefused::Let);
        }
        let forced = NewBooking {
            overriding: true,
            ..NewBooking::plain(house.salon, house.hours("18 09:00", "18 11:00"), Holder::House)
        };
        let team: Actor = house.facilitator();
        assert_eq!(slot_refusal(house.book(&team, &forced)), SlotRefused::Let);
        let week = house.visitor(&camille).get("/calendar?day=2026-06-18");
        assert_eq!(week.status, axum::http::StatusCode::OK);
        let standing = house.write(&camille, |tx, actor| {
            let zone = platform::place::get(tx, actor.place)?.zone;
            let at = zone
                .day_bounds(Day::parse("2026-06-18").unwrap())
                .start()
                .plus_minutes(600);
            spaces::standings(tx, actor, &zone, at)
        });
        let let_out = |one: &&spaces::Standing| one.let_out;
        let names: Vec<String> = standing
            .unwrap()
            .iter()
            .filter(let_out)
            .map(|one| one.resource.facts.name.to_string())
            .collect();
        assert_eq!(names, ["Salon"], "the floor that holds it is closed, not let");
    });
}

#[test]
fn what_is_booked_or_let_or_a_pool_is_not_let_and_one_tenant_has_one_such_plan() {
    both_engines(|db| {
        let house = House::new(db);
        let (tenant, camille) = (house.person("Lou Tenant"), house.member("Camille Durand"));
        let plan = plan(&house);
        house.booked(&camille, house.salon, "22 09:00", "22 11:00");
        let booked = lets(&house, house.salon, tenant, plan, "2026-06-17");
        assert_eq!(
            refusal(booked),
            LettingRefusal::Space(LettingRefused::Booked { count: 1 })
        );
        let pool = lets(&house, house.desks, tenant, plan, "2026-06-17");
        assert_eq!(refusal(pool), LettingRefusal::Space(LettingRefused::NotARoom));
        lets(&house, house.salon, tenant, plan, "2026-06-23").unwrap();
        let other = house.person("Zoé Martin");
        let twice = lets(&house, house.salon, other, plan, "2026-07-01");
        let from = day("2026-06-23");
        assert_eq!(
            refusal(twice),
            LettingRefusal::Space(LettingRefused::LetAlready { from })
        );
        let second = lets(&house, house.studio, tenant, plan, "2026-07-01");
        assert!(matches!(refusal(second), LettingRefusal::Contract(_)));
        let member = house.actor(tenant, Role::Member);
        let new = NewLetting {
            resource: house.studio,
            person: tenant,
            plan,
            from,
            price_shown: None,
        };
        let closed = house.write(&member, move |tx, actor| spaces::let_out(tx, actor, new));
        assert_eq!(closed, Err(Failure::Fault(platform::Fault::Forbidden)));
    });
}

#[test]
fn a_letting_that_ends_leaves_the_office_free_from_the_day_after() {
    both_engines(|db| {
        let house = House::new(db);
        let (tenant, camille) = (house.person("Lou Tenant"), house.member("Camille Durand"));
        let id = lets(&house, house.salon, tenant, plan(&house), "2026-06-15").unwrap();
        let ends = |until: &'static str| {
            house.write(&house.system(), move |tx, actor| {
                spaces::end_letting(tx, actor, id, Day::parse(until).unwrap())
            })
        };
        ends("2026-06-18").unwrap();
        assert!(ends("2026-06-19").is_err(), "it ended before");
        let taken = house.book_own(&camille, house.salon, "18 09:00", "18 10:00");
        assert_eq!(slot_refusal(taken), SlotRefused::Let);
        house.booked(&camille, house.salon, "19 09:00", "19 10:00");
        let contract = house.write(&house.system(), move |tx, actor| {
            offers::contracts_of(tx, actor.place, tenant)
        });
        assert_eq!(
            contract.unwrap()[0].until,
            Some(day("2026-06-18")),
            "its contract ends with it"
        );
    });
}

#[test]
fn the_rent_of_some_days_is_counted_by_the_month() {
    both_engines(|db| {
        let house = House::new(db);
        let tenant = house.person("Lou Tenant");
        lets(&house, house.salon, tenant, plan(&house), "2026-06-16").unwrap();
        let place = house.place.id;
        let all = house
            .db
            .read_blocking(move |tx| spaces::store::lettings::all(tx, place))
            .unwrap();
        for (first, last, cents) in [
            ("2026-06-01", "2026-06-30", 15_000),
            ("2026-07-01", "2026-07-31", 30_000),
            ("2026-06-01", "2026-07-10", 15_000 + 9_677),
            ("2026-05-01", "2026-05-31", 0),
        ] {
            let days = Days::spanning(day(first), day(last));
            assert_eq!(
                all[0].rent_within(days),
                Money::from_cents(cents),
                "{first} to {last}"
            );
        }
        let director = house.director();
        let page = house
            .visitor(&director)
            .page("/office/occupancy?from=2026-07-01&until=2026-07-31");
        assert!(page.says("loué au mois") && page.says("300,00"), "{page}");
        assert!(
            house
                .visitor(&director)
                .page("/office/lettings")
                .says("Lou Tenant")
        );
    });
}

#[test]
fn an_office_comes_free_once_the_contract_that_lets_it_is_over_whoever_ended_it() {
    both_engines(|db| {
        let house = House::new(db);
        let (tenant, last) = (house.person("Lou Tenant"), day("2026-06-17"));
        lets(&house, house.salon, tenant, plan(&house), "2026-06-15").unwrap();
        let ended: Result<(), Failure<offers::ContractRefused>> =
            house.write(&house.system(), move |tx, actor| {
                let held = offers::contracts_of(tx, actor.place, tenant)?;
                offers::end_contract(tx, actor, held[0].id, last)
            });
        ended.unwrap();
        let until = |house: &House| {
            let all: Result<Vec<spaces::Letting>, platform::Fault> = house
                .write(&house.system(), |tx, actor| {
                    Ok(spaces::store::lettings::all(tx, actor.place)?)
                });
            all.unwrap()[0].until
        };
        house.set_clock("17 18:00");
        crate::letters::upkeep(&house);
        assert_eq!(until(&house), None, "its last day is not over");
        house.set_clock("18 08:00");
        crate::letters::upkeep(&house);
        assert_eq!(until(&house), Some(last));
        let camille = house.member("Camille Durand");
        house.booked(&camille, house.salon, "18 10:00", "18 11:00");
    });
}
