//! A month of real use, brought in from files, billed, and checked to the cent by an arithmetic of its own.
//!
//! The month is made up here: 120 people in 15 companies, plans, passes, visits, bookings. It is written as another program
//! exports it, in two dialects; brought in; brought in again, which changes nothing; and billed. What each invoice must come to is
//! computed in [`expected`] from the made-up month alone, without a line of the program.

mod dialects;
mod expected;
mod made_up;

use crate::world::{World, day, new_product, offer_plan, room, seller, set_prices, told};
use billing::{Basis, BeforeBilling, InvoiceHead, Unit, VatCategory};
use dialects::Dialect;
use expected::{Expected, Payer};
use harness::both_engines;
use imports::ImportKind::{self, Bookings, CheckIns, Organisations, Passes, People, Plans};
use kernel::{Actor, Audience, CustomerId, Email, Month, Name, PersonId};
use made_up::{MadeUp, ROOMS, RoomTariff};
use offers::NewPassSale;
use people::Party;
use platform::database::Tx;
use std::collections::BTreeMap;

/// In this order, so that each file finds whom it speaks of.
const ORDER: [ImportKind; 6] = [Organisations, People, Plans, Passes, Bookings, CheckIns];

#[test]
fn a_month_brought_in_from_files_is_billed_to_the_cent() {
    both_engines(|db| {
        let month = MadeUp::new(20_260_601);
        let world = place(db);
        bring_in(&world, &month);
        nothing_changes(&world, &month, &dialects::FRENCH);
        nothing_changes(&world, &month, &dialects::ENGLISH);

        let expected = Expected::of(&month);
        units_are_as_expected(&world, &month, &expected);
        sell_what_is_owed(&world, &month, &expected);
        bill(&world);
        invoices_are_as_expected(&world, &month, &expected);
        assert_eq!(world.faults(), [""; 0]);
    });
}

/// The place as it was before: its rooms, its plans and its pass, on the evening of 30 June.
fn place(db: platform::database::Database) -> World {
    let world = World::new(db);
    world.at(day("2026-06-30"), "21:00");
    world.write(|tx, actor| {
        billing::set_seller(tx, actor, &seller(), day("2025-01-01")).unwrap();
        offer_plan(tx, actor, "Mi-temps", 13_500);
        for (at, tariff) in ROOMS.iter().enumerate() {
            let product = room_product(tx, actor, &format!("ROOM-{at}"), tariff);
            room(tx, actor, tariff.name, product);
        }
    });
    world
}

fn room_product(
    tx: &mut Tx<'_>,
    actor: &Actor,
    code: &str,
    tariff: &RoomTariff,
) -> kernel::Id<billing::Product> {
    let vat = if tariff.rate == 2_000 {
        VatCategory::Standard
    } else {
        VatCategory::Intermediate
    };
    let basis = if tariff.gross { Basis::Gross } else { Basis::Net };
    let product = new_product(tx, actor, code, (basis, vat));
    for (audience, prices) in [(None, tariff.usual), (Some(Audience::Resident), tariff.resident)] {
        for (unit, cents) in [
            (Unit::Hour, prices.hour),
            (Unit::HalfDay, prices.half_day),
            (Unit::Day, prices.day),
        ] {
            if let Some(cents) = cents {
                set_prices(tx, actor, product, &[(audience, unit, cents)]);
            }
        }
    }
    product
}

fn bring_in(world: &World, month: &MadeUp) {
    let mut lines = 0;
    for kind in ORDER {
        let report = world
            .try_import(kind, &dialects::FRENCH.file(kind, month), &[], false)
            .unwrap();
        assert!(report.applied, "{kind}:\n{}", told(&report));
        assert_eq!(report.known, 0, "{kind}");
        lines += report.created;
    }
    assert!(
        month.visits.len() + month.bookings.len() >= 2_000,
        "{} lines",
        month.visits.len()
    );
    let cancelled = month.bookings.iter().filter(|booking| booking.cancelled).count();
    let held = month.contracts.len() + month.lots.len() + month.companies.len() + month.people.len();
    assert_eq!(
        lines,
        month.visits.len() + month.bookings.len() - cancelled + held
    );
}

fn nothing_changes(world: &World, month: &MadeUp, dialect: &Dialect) {
    for kind in ORDER {
        let report = world
            .try_import(kind, &dialect.file(kind, month), &[], false)
            .unwrap();
        assert!(report.applied, "{kind}:\n{}", told(&report));
        assert_eq!(
            (report.created, report.differing, report.organisations),
            (0, 0, 0),
            "{kind}:\n{}",
            told(&report)
        );
    }
}

fn units_are_as_expected(world: &World, month: &MadeUp, expected: &Expected) {
    for (at, person) in month.people.iter().enumerate() {
        let id = id_of(world, &person.email);
        let balance =
            world.read(move |tx, place| offers::remaining(tx, place, id, day("2026-06-30")).unwrap());
        assert_eq!(
            (balance.units, balance.debt),
            expected.units(at),
            "{}",
            person.email
        );
    }
}

/// At the end of the month whoever owes units buys the passes that pay for them.
fn sell_what_is_owed(world: &World, month: &MadeUp, expected: &Expected) {
    for (at, person) in month.people.iter().enumerate() {
        let id = id_of(world, &person.email);
        for _ in 0..expected.passes_to_sell(at) {
            world.write(move |tx, actor| {
                let offer = offers::pass_offers(tx, actor.place).unwrap()[0].id;
                let sale = NewPassSale {
                    person: id,
                    offer,
                    on: day("2026-06-30"),
                    seen: None,
                };
                offers::sell_pass(tx, actor, sale).unwrap();
            });
        }
        let owed =
            world.read(move |tx, place| offers::remaining(tx, place, id, day("2026-06-30")).unwrap().debt);
        assert_eq!(owed, 0, "{}", person.email);
    }
}

fn bill(world: &World) {
    let hooks = BeforeBilling::new(
        crate::world::capabilities()
            .iter()
            .filter_map(|one| one.before_billing),
    );
    let june = Month::parse("2026-06").unwrap();
    billing::issue_run_blocking(&world.db, None, &world.actor(), june, &hooks).unwrap();
}

fn invoices_are_as_expected(world: &World, month: &MadeUp, expected: &Expected) {
    let heads = world.read(|tx, place| billing::issued_invoices(tx, place).unwrap());
    let mut found: BTreeMap<CustomerId, Vec<(i64, i64, i64)>> = BTreeMap::new();
    for InvoiceHead {
        customer,
        net,
        vat,
        gross,
        ..
    } in &heads
    {
        found
            .entry(*customer)
            .or_default()
            .push((net.cents(), vat.cents(), gross.cents()));
    }
    let mut checked = 0;
    for (payer, mut totals) in expected.invoices() {
        let customer = customer_of(world, month, payer);
        let mut issued = found.remove(&customer).unwrap_or_default();
        issued.sort_unstable();
        totals.sort_unstable();
        assert_eq!(issued, totals, "{payer:?}");
        checked += totals.len();
    }
    assert!(found.is_empty(), "invoices for nobody expected: {found:?}");
    assert_eq!(checked, heads.len());
    assert!(checked > 60, "{checked} invoices");
}

fn customer_of(world: &World, month: &MadeUp, payer: Payer) -> CustomerId {
    let party = match payer {
        Payer::Person(at) => Party::Person(id_of(world, &month.people[at].email)),
        Payer::Company(at) => {
            let name = Name::parse(&month.companies[at].name).unwrap();
            let found =
                world.read(move |tx, place| people::organisation_named(tx, place, &name).unwrap().unwrap());
            Party::Organisation(found.id)
        }
    };
    world.write(move |tx, actor| billing::customer_of(tx, actor, party).unwrap())
}

fn id_of(world: &World, email: &str) -> PersonId {
    let email = Email::parse(email).unwrap();
    world.read(move |tx, place| people::person_by_email(tx, place, &email).unwrap().unwrap().id)
}
