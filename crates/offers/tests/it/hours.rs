//! Hours under agreements and plans: drawn, given back, drawn once however many ask (T59, T97).

use crate::world::{World, day, today};
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Actor, Days, Id, Money, Name, OrganisationId, PersonId, Rate, Role};
use offers::{
    Agreement, AgreementRefused, AgreementTerms, PlanBenefits, PlanConditions, QuotaSpan, Relief, ReliefNeed,
    ReliefOf, SpaceBenefit,
};
use people::{NewPerson, PersonName};
use platform::database::Tx;
use platform::{Failure, Fault};
use std::collections::{BTreeMap, BTreeSet};

fn terms(organisation: OrganisationId, minutes: i64) -> AgreementTerms {
    AgreementTerms {
        organisation,
        name: Name::parse("Convention de la mairie").unwrap(),
        minutes,
        span: QuotaSpan::Month,
        due: Rate::ZERO,
        days: Days::new(day("2026-01-01"), day("2026-12-31")).unwrap(),
        kinds: BTreeSet::from(["room".to_owned()]),
        note: String::new(),
    }
}

fn agree(world: &World, terms: &AgreementTerms) -> Id<Agreement> {
    let terms = terms.clone();
    world.write(move |tx, system| offers::create_agreement(tx, system, &terms).unwrap())
}

/// Ten euros an hour.
fn price(minutes: i64) -> Option<Money> {
    Some(Money::from_cents(minutes * 1_000 / 60))
}

/// Books as the spaces do: holds, decides, draws.
fn book(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (booking, person): (i64, PersonId),
    (kind, on, minutes): (&str, &str, i64),
) -> Result<(Money, Relief), Fault> {
    let place = actor.place;
    offers::hold_relief(tx, place, person)?;
    let need = ReliefNeed {
        person,
        kind,
        day: day(on),
        minutes,
        today: today(),
        booking: None,
        planned: &[],
        coupon: None,
    };
    let relieved = offers::relief_for(tx, place, &need, price).map_err(platform::Failure::unexpected)?;
    let (amount, relief) = relieved.unwrap();
    let of = ReliefOf {
        booking,
        person,
        day: day(on),
    };
    offers::draw_relief(tx, place, of, &relief)?;
    Ok((amount, relief))
}

fn booked(world: &World, who: (i64, PersonId), what: (&'static str, &'static str, i64)) -> i64 {
    let (amount, _) = world.write(move |tx, system| book(tx, system, who, what).unwrap());
    amount.cents()
}

fn left(world: &World, person: PersonId, on: &str) -> Vec<i64> {
    let on = day(on);
    let found = world.write(move |tx, system| offers::agreements_left(tx, system.place, person, on).unwrap());
    found.into_iter().map(|(_, left)| left).collect()
}

fn give_back(world: &World, booking: i64, share: Option<i64>) {
    let share = share.map(Rate::from_basis_points);
    world.write(move |tx, system| offers::return_relief(tx, system.place, booking, share).unwrap());
}

#[test]
fn people_of_an_organisation_draw_on_its_hours_pay_what_is_beyond_and_get_them_back() {
    both_engines(|db| {
        let world = World::on(&db);
        let (alix, organisation) = world.person_paid_for();
        let stranger = world.member("Sasha");
        agree(&world, &terms(organisation, 300));
        assert_eq!(booked(&world, (1, alix), ("room", "2026-06-20", 240)), 0);
        assert_eq!(left(&world, alix, "2026-06-15"), [60]);
        assert_eq!(
            booked(&world, (2, alix), ("room", "2026-06-21", 120)),
            1_000,
            "one hour beyond"
        );
        assert_eq!(
            booked(&world, (3, alix), ("room", "2026-07-01", 120)),
            0,
            "another month"
        );
        assert_eq!(
            booked(&world, (4, alix), ("hall", "2026-06-21", 60)),
            1_000,
            "another kind"
        );
        assert_eq!(
            booked(&world, (5, stranger), ("room", "2026-06-21", 60)),
            1_000,
            "another payer"
        );
        give_back(&world, 1, Some(0));
        assert_eq!(left(&world, alix, "2026-06-15"), [240], "in time: all of it");
        give_back(&world, 2, Some(5_000));
        assert_eq!(
            left(&world, alix, "2026-06-15"),
            [270],
            "late: half of the hour is kept"
        );
        give_back(&world, 2, Some(0));
        assert_eq!(left(&world, alix, "2026-06-15"), [270], "once");
        give_back(&world, 3, None);
        assert_eq!(left(&world, alix, "2026-07-15"), [300]);
        world.assert_sound();
    });
}

#[test]
fn a_late_move_keeps_a_floor_that_no_later_cancellation_gives_back() {
    both_engines(|db| {
        let world = World::on(&db);
        let (alix, organisation) = world.person_paid_for();
        agree(&world, &terms(organisation, 600));
        booked(&world, (1, alix), ("room", "2026-06-20", 240));
        let place = world.place;
        world.write(move |tx, _| {
            let need = ReliefNeed {
                person: alix,
                kind: "room",
                day: day("2026-07-10"),
                minutes: 120,
                today: today(),
                booking: Some(1),
                planned: &[],
                coupon: None,
            };
            assert!(!offers::relief_stays(tx, place, 1, day("2026-07-10")).unwrap());
            let (_, relief) = offers::relief_for(tx, place, &need, price).unwrap().unwrap();
            let of = ReliefOf {
                booking: 1,
                person: alix,
                day: day("2026-07-10"),
            };
            let half = Rate::from_basis_points(5_000);
            offers::move_relief(tx, place, of, Some(&relief), half).unwrap();
        });
        assert_eq!(
            left(&world, alix, "2026-06-15"),
            [540],
            "half of the two hours given up"
        );
        assert_eq!(left(&world, alix, "2026-07-15"), [480]);
        give_back(&world, 1, Some(0));
        assert_eq!(
            left(&world, alix, "2026-07-15"),
            [480],
            "half of four hours is the floor"
        );
    });
}

#[test]
fn a_plan_gives_hours_of_its_period_and_a_discount_beyond_them() {
    both_engines(|db| {
        let world = World::on(&db);
        let plan = world.plan;
        world.write(move |tx, system| {
            let room = SpaceBenefit {
                minutes: 120,
                discount: Rate::from_basis_points(2_000),
            };
            let given = PlanBenefits {
                units: None,
                spaces: BTreeMap::from([("room".to_owned(), room)]),
            };
            offers::set_plan_conditions(tx, system, plan, &PlanConditions::default(), &given).unwrap();
        });
        let camille = world.member("Camille");
        world.subscribe(camille, "2026-06-16");
        assert_eq!(
            booked(&world, (1, camille), ("room", "2026-06-20", 90)),
            500,
            "half a month: an hour"
        );
        assert_eq!(
            booked(&world, (2, camille), ("room", "2026-07-20", 180)),
            1_000,
            "no discount before it holds"
        );
        let place = world.place;
        let notes = world.write(move |tx, _| offers::relief_notes(tx, place, 1).unwrap());
        assert_eq!(notes, ["Résident \u{2212}1\u{a0}h"]);
        world.assert_sound();
    });
}

#[test]
fn only_who_manages_offers_makes_an_agreement_and_what_somebody_changed_meanwhile_stays() {
    both_engines(|db| {
        let world = World::on(&db);
        let (alix, organisation) = world.person_paid_for();
        let wanted = terms(organisation, 300);
        let facilitator = world.actor(alix, &[Role::Facilitator]);
        let forbidden = {
            let wanted = wanted.clone();
            world.act(&facilitator, move |tx, actor| {
                offers::create_agreement(tx, actor, &wanted)
            })
        };
        assert_eq!(forbidden, Err(Failure::Fault(Fault::Forbidden)));
        let id = agree(&world, &wanted);
        let system = world.system();
        let change = |version: i64| {
            let wanted = AgreementTerms {
                minutes: 600,
                ..wanted.clone()
            };
            world.act(&system, move |tx, actor| {
                offers::change_agreement(tx, actor, (id, version), &wanted)
            })
        };
        assert_eq!(change(1), Ok(()));
        assert_eq!(change(1), Err(Failure::Refused(AgreementRefused::Changed)));
        assert_eq!(left(&world, alix, "2026-06-15"), [600]);
    });
}

#[test]
fn the_last_hours_of_an_agreement_are_drawn_once_by_thirty_two_people_at_once() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let (alix, organisation) = world.person_paid_for();
        let people: Vec<PersonId> = (0..8)
            .map(|number| {
                world.write(move |tx, system| {
                    let new = NewPerson {
                        organisation: Some(organisation),
                        ..NewPerson::named(PersonName::parse("Camille", &format!("Numéro {number}")).unwrap())
                    };
                    people::create_person(tx, system, new).unwrap()
                })
            })
            .collect();
        for round in 0..rounds("TRIBU_RACES", 50) {
            let id = agree(&world, &terms(organisation, 300));
            let first = i64::from(round) * 100;
            let drawn = together(32, |number| {
                let person = people[number % people.len()];
                let system = world.system();
                let booking = first + i64::try_from(number).unwrap() + 1;
                databases[number % 2]
                    .write_blocking(move |tx| {
                        let (_, relief) = book(tx, &system, (booking, person), ("room", "2026-06-20", 120))?;
                        let drawn = relief.drawn.iter().map(|drawn| drawn.minutes);
                        Ok::<i64, Fault>(drawn.sum())
                    })
                    .unwrap()
            });
            assert_eq!(drawn.iter().sum::<i64>(), 300, "round {round}");
            assert_eq!(drawn.iter().filter(|minutes| **minutes == 120).count(), 2);
            // The next round draws on its own agreement alone.
            world.write(move |tx, system| {
                let mut over = terms(organisation, 300);
                over.days = Days::one(day("2026-01-01"));
                offers::change_agreement(tx, system, (id, 1), &over).unwrap();
            });
        }
        assert_eq!(left(&world, alix, "2026-06-15"), Vec::<i64>::new());
    });
}
