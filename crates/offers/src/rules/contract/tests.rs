#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn contract(from: &str, until: Option<&str>) -> PlanContract {
    PlanContract {
        id: Id::from_i64(1),
        person: Id::from_i64(1),
        customer: Id::from_i64(1),
        plan: Id::from_i64(1),
        plan_name: "Résident".to_owned(),
        product: Id::from_i64(1),
        audience: Audience::Resident,
        beside: false,
        from: day(from),
        until: until.map(day),
        charged_from: day(from),
        price: Money::from_cents(25_000),
        basis: Basis::Net,
        anchor: None,
        committed_until: None,
        notice: PlanNotice::default(),
        replaces: None,
        coupon: None,
        changes: vec![],
    }
}

#[test]
fn a_contract_holds_from_its_first_day_to_its_last_both_included() {
    let held = contract("2026-06-10", Some("2026-06-20"));
    let table = [
        ("2026-06-09", false),
        ("2026-06-10", true),
        ("2026-06-20", true),
        ("2026-06-21", false),
    ];
    for (on, expected) in table {
        assert_eq!(held.holds_on(day(on)), expected, "{on}");
    }
    assert!(contract("2026-06-10", None).holds_on(Day::MAX));
}

#[test]
fn two_contracts_meet_when_they_share_a_day() {
    let held = contract("2026-06-10", Some("2026-06-20"));
    let table = [
        ("2026-06-20", None, true),
        ("2026-06-21", None, false),
        ("2026-01-01", Some("2026-06-09"), false),
        ("2026-01-01", Some("2026-06-10"), true),
        ("2026-01-01", None, true),
    ];
    for (from, until, expected) in table {
        assert_eq!(
            held.meets(day(from), until.map(day)),
            expected,
            "{from} to {until:?}"
        );
    }
    assert!(contract("2026-06-10", None).meets(day("2030-01-01"), None));
    assert!(
        !contract("2026-06-10", Some("2026-06-09")).meets(day("2026-01-01"), None),
        "it never held"
    );
}

#[test]
fn a_contract_ends_after_it_starts_and_is_never_prolonged() {
    let open = contract("2026-06-10", None);
    assert_eq!(open.check_end(day("2026-06-10")), Ok(()));
    assert_eq!(open.check_end(day("2026-06-09")), Ok(()), "undone");
    let starts = ContractRefused::EndsBeforeStart {
        from: day("2026-06-10"),
    };
    assert_eq!(open.check_end(day("2026-06-08")), Err(starts));
    let ended = contract("2026-06-10", Some("2026-06-20"));
    assert_eq!(ended.check_end(day("2026-06-19")), Ok(()), "sooner");
    let until = day("2026-06-20");
    assert_eq!(
        ended.check_end(until),
        Err(ContractRefused::EndedAlready { until })
    );
}

#[test]
fn a_contract_starts_within_a_year_of_today() {
    let today = day("2026-06-10");
    assert_eq!(check_start(day("2027-06-11"), today), Ok(()));
    assert_eq!(
        check_start(day("2027-06-12"), today),
        Err(ContractRefused::StartOutOfReach)
    );
    assert_eq!(
        check_start(Day::MIN, today),
        Err(ContractRefused::StartOutOfReach)
    );
    assert_eq!(
        check_start(Day::MAX, today),
        Err(ContractRefused::StartOutOfReach)
    );
}

#[test]
fn a_person_holds_one_desk_and_what_comes_beside_it_once_each() {
    let plan = |id: i64, beside: bool| Plan {
        id: Id::from_i64(id),
        name: Name::parse("Formule").expect("a name"),
        product: Id::from_i64(1),
        audience: Audience::Resident,
        beside,
        active: true,
    };
    let desk = contract("2026-06-10", None);
    assert!(desk.excludes(&plan(1, false)) && desk.excludes(&plan(2, false)));
    assert!(!desk.excludes(&plan(3, true)));
    let mut locker = desk;
    (locker.plan, locker.beside) = (Id::from_i64(3), true);
    assert!(locker.excludes(&plan(3, true)));
    assert!(!locker.excludes(&plan(4, true)) && !locker.excludes(&plan(1, false)));
}
