use crate::rules::item::{ItemRefused, LARGEST_CENTS, Loan, LoanEnd, Outcome, settle};
use kernel::{Day, Id, Instant, Money};

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

#[test]
fn every_line_of_the_table_of_deposits_holds() {
    let guide = include_str!("../../../../../docs/rules.md");
    let (_, table) = guide.split_once("| state | deposit | cost |").unwrap();
    let lines = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut seen = 0;
    for line in lines {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let outcome = Outcome::parse(cells[0]).unwrap();
        let settled = settle(outcome, money(cells[1]), money(cells[2])).unwrap();
        let told = [settled.back, settled.kept, settled.left];
        assert_eq!(
            told.to_vec(),
            cells[3..6].iter().map(|cell| money(cell)).collect::<Vec<_>>(),
            "{line}"
        );
        assert_eq!(
            settled.back + settled.kept,
            money(cells[1]),
            "a deposit goes back or is kept: {line}"
        );
        seen += 1;
    }
    assert!(seen >= 6, "{seen} lines");
}

#[test]
fn what_came_back_as_it_went_costs_nothing_and_no_cost_is_out_of_bounds() {
    let thirty = money("30");
    for (outcome, cost, refused) in [
        (Outcome::Returned, 1, ItemRefused::NothingToPay),
        (Outcome::Lost, -1, ItemRefused::Amount),
        (Outcome::Lost, LARGEST_CENTS + 1, ItemRefused::Amount),
        (Outcome::Returned, -1, ItemRefused::Amount),
    ] {
        assert_eq!(
            settle(outcome, thirty, Money::from_cents(cost)),
            Err(refused),
            "{cost}"
        );
    }
    assert!(settle(Outcome::Lost, thirty, Money::from_cents(LARGEST_CENTS)).is_ok());
}

#[test]
fn an_item_is_late_from_the_day_after_the_one_agreed_and_only_while_it_is_out() {
    let day = |text: &str| Day::parse(text).unwrap();
    let at = Instant::from_seconds(0);
    let loan = |due: Option<&str>, ended: bool| Loan {
        id: Id::from_i64(1),
        item: Id::from_i64(1),
        person: Id::from_i64(1),
        handed_at: at,
        handed_by: None,
        due_on: due.map(day),
        deposit: Money::from_cents(0),
        method: None,
        ended: ended.then(|| LoanEnd {
            at,
            by: None,
            outcome: Outcome::Returned,
            cost: Money::from_cents(0),
            charge: None,
            note: String::new(),
        }),
    };
    for (due, ended, today, late) in [
        (Some("2026-06-10"), false, "2026-06-10", false),
        (Some("2026-06-10"), false, "2026-06-11", true),
        (Some("2026-06-10"), true, "2026-06-11", false),
        (None, false, "2030-01-01", false),
    ] {
        assert_eq!(
            loan(due, ended).is_overdue(day(today)),
            late,
            "{due:?} {ended} {today}"
        );
    }
}
