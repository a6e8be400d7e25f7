//! T65 for whoever funds the place: by offer, by audience, by month, and what each line brought in.

use crate::house::House;
use harness::both_engines;
use kernel::{Audience, Day, Id, PersonId};
use offers::PlanHeld;
use spaces::rules::check_in::{CheckInKind, Part};
use spaces::rules::figures::{Booked, Offer, Visited, uses};
use spaces::{ImportedCheckIn, Welcome};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

const fn person(number: i64) -> PersonId {
    Id::from_i64(number)
}

fn held(plan: &str, from: &str, until: &str) -> PlanHeld {
    PlanHeld {
        person: person(1),
        plan: plan.to_owned(),
        audience: Audience::Resident,
        from: day(from),
        until: Some(day(until)),
    }
}

fn booked(who: Option<i64>, audience: Audience, minutes: i64) -> Booked {
    Booked {
        person: who.map(person),
        audience,
        minutes,
    }
}

#[test]
fn a_day_counts_for_the_plan_held_then_and_somebody_who_comes_twice_is_one() {
    let visit = |who: i64, on: &str, part, kind| Visited {
        person: person(who),
        day: day(on),
        part,
        kind,
    };
    let visits = [
        visit(1, "2026-06-01", Part::Day, CheckInKind::Plan),
        visit(1, "2026-06-20", Part::Morning, CheckInKind::Plan),
        visit(1, "2026-07-01", Part::Day, CheckInKind::Plan),
        visit(2, "2026-06-01", Part::Afternoon, CheckInKind::Pass),
        visit(2, "2026-06-02", Part::Day, CheckInKind::Debt),
        visit(3, "2026-06-03", Part::Morning, CheckInKind::Trial),
        visit(4, "2026-06-03", Part::Day, CheckInKind::Staff),
    ];
    let plans = [
        held("Mi-temps", "2026-01-01", "2026-06-15"),
        held("Résident", "2026-06-16", "2026-06-30"),
    ];
    let bookings = [
        booked(Some(1), Audience::Resident, 90),
        booked(Some(5), Audience::External, 60),
        booked(None, Audience::External, 30),
    ];
    let uses = uses(&visits, &bookings, &plans);
    let by_offer: Vec<_> = uses
        .offers
        .iter()
        .map(|(offer, one)| (offer.clone(), one.half_days, one.people.len()))
        .collect();
    let plan = |name: &str| Offer::Plan(name.to_owned());
    assert_eq!(
        by_offer,
        [
            (plan("Mi-temps"), 2, 1),
            (plan("Résident"), 1, 1),
            (Offer::Grounds(CheckInKind::Pass), 1, 1),
            (Offer::Grounds(CheckInKind::Plan), 2, 1),
            (Offer::Grounds(CheckInKind::Trial), 1, 1),
            (Offer::Grounds(CheckInKind::Debt), 2, 1),
            (Offer::Grounds(CheckInKind::Staff), 2, 1),
        ]
    );
    let of = |audience| {
        let one = &uses.audiences[&audience];
        (one.half_days, one.bookings, one.minutes, one.people.len())
    };
    assert_eq!(of(Audience::Resident), (5, 1, 90, 1));
    assert_eq!(of(Audience::Nomad), (3, 0, 0, 1));
    assert_eq!(of(Audience::External), (1, 2, 90, 2));
    assert_eq!(of(Audience::Staff), (2, 0, 0, 1));
    assert_eq!(uses.people(), 5);
}

#[test]
fn the_page_of_people_tells_different_people_and_each_table_is_a_file() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, driss) = (house.member("Camille Durand"), house.member("Driss Alaoui"));
        house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        for (who, on) in [
            (camille.person, "2026-06-01"),
            (camille.person, "2026-06-02"),
            (driss.person, "2026-05-04"),
        ] {
            let line = ImportedCheckIn {
                person: who.unwrap(),
                day: day(on),
                part: Part::Day,
                arrived_at: None,
                welcome: Welcome::Trial,
                external_ref: format!("visit {on}"),
            };
            house
                .write(&house.system(), move |tx, actor| {
                    spaces::import_check_in(tx, actor, &line).map(|_| ())
                })
                .unwrap();
        }
        let mut office = house.visitor(&house.facilitator());
        let address = "/office/occupancy/people?from=2026-06-01&until=2026-06-30";
        let page = office.page(address);
        assert_eq!(page.text(".stats .stat:first-child .figure"), "1", "{page}");
        assert!(page.says("juin 2026") && page.says("Essai"), "{page}");
        let mut read = |table: &str| {
            let file = office.get(&format!("{address}&format=csv&table={table}"));
            assert_eq!(file.status, 200);
            file.text().lines().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(read("offers")[1], "Essai;1;4");
        assert!(read("audiences").iter().any(|line| line == "extérieurs;1;4;0;0"));
        let months = read("months");
        assert_eq!(months.len(), 13);
        assert!(months.iter().any(|line| line.starts_with("2026-06;1;4;")));
        assert!(months.iter().any(|line| line.starts_with("2026-05;1;2;")));
        for table in ["week", "grounds", "months", "spaces", "../etc/passwd"] {
            let address =
                format!("/office/occupancy?from=2026-06-01&until=2026-06-30&format=csv&table={table}");
            assert_eq!(office.get(&address).status, 200, "{table}");
        }
        assert_eq!(house.visitor(&camille).get(address).status, 403);
    });
}

#[test]
fn the_page_of_revenue_adds_up_what_was_charged_by_line_and_month() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        house.booked(&camille, house.salon, "07-01 09:00", "07-01 10:00");
        let given_up = house.booked(&camille, house.salon, "18 09:00", "18 11:00");
        house
            .write(&camille, move |tx, actor| {
                spaces::cancel(tx, actor, given_up, spaces::Cancellation::default())
            })
            .unwrap();
        let mut office = house.visitor(&house.facilitator());
        let address = "/office/occupancy/revenue?from=2026-06-01&until=2026-07-31";
        let page = office.page(address);
        let total = page.text(".stats .stat:first-child .figure");
        assert_eq!(total.replace(['\u{a0}', '\u{202f}'], " "), "45,00 €");
        assert!(page.says("Location de salle") && page.says("juin 2026"), "{page}");
        let mut read = |table: &str| {
            let file = office.get(&format!("{address}&format=csv&table={table}"));
            file.text().lines().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(
            read("lines")[1..],
            [
                "2026-06;Location de salle;Salles;\"30,00\"",
                "2026-07;Location de salle;Salles;\"15,00\"",
            ]
        );
        assert_eq!(
            read("families")[1..],
            ["2026-06;Salles;\"30,00\"", "2026-07;Salles;\"15,00\""]
        );
        for typed in [
            "?from=x",
            "?from=2030-01-01&until=2020-01-01",
            "?from=0001-01-01&until=9999-12-31",
        ] {
            let address = format!("/office/occupancy/revenue{typed}");
            assert_eq!(office.get(&address).status, 200, "{typed}");
        }
        assert_eq!(house.visitor(&camille).get(address).status, 403);
    });
}
