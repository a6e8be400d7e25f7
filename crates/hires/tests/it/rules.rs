//! The tables of `docs/rules.md` on quotes, requests and deposits, line by line.

use billing::{QuoteAct, QuoteState, quote_may};
use hires::{HireAct, HireState, after, settle};
use kernel::Money;

fn table(head: &str) -> Vec<Vec<String>> {
    let guide = include_str!("../../../../docs/rules.md");
    let (_, rest) = guide.split_once(head).expect("the table is there");
    rest.lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells = line.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect()
}

#[test]
fn every_line_of_the_table_of_quotes_holds() {
    let lines = table("| quote | may be |");
    assert_eq!(lines.len(), QuoteState::ALL.len());
    for line in lines {
        let state = QuoteState::parse(&line[0]).unwrap();
        let mut may: Vec<&str> = QuoteAct::ALL
            .iter()
            .filter(|act| quote_may(state, **act).is_ok())
            .map(|act| act.code())
            .collect();
        may.sort_unstable();
        let mut told: Vec<&str> = line[1].split(", ").filter(|code| *code != "–").collect();
        told.sort_unstable();
        assert_eq!(may, told, "{line:?}");
    }
}

#[test]
fn every_line_of_the_table_of_requests_holds() {
    let lines = table("| request | act | then |");
    let mut possible = 0;
    for state in HireState::ALL {
        for act in HireAct::ALL {
            let line = lines
                .iter()
                .find(|line| line[0] == state.code() && line[1] == act.code());
            let told = line.map(|line| HireState::parse(&line[2]).unwrap());
            assert_eq!(after(*state, *act), told, "{state:?} {act:?}");
            possible += usize::from(told.is_some());
        }
    }
    assert_eq!(possible, lines.len());
}

#[test]
fn every_line_of_the_table_of_guarantees_holds() {
    let money = |text: &str| Money::parse(text).unwrap();
    let lines = table("| guarantee | damage | kept | given back | invoiced beyond |");
    assert!(lines.len() >= 4);
    for line in lines {
        let shares = settle(money(&line[0]), money(&line[1])).unwrap();
        let told = (money(&line[2]), money(&line[3]), money(&line[4]));
        assert_eq!((shares.kept, shares.returned, shares.owed), told, "{line:?}");
    }
    assert!(
        settle(money("100"), money("-1")).is_err(),
        "a damage costs nothing or more"
    );
}
