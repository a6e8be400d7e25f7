use crate::rules::equipment::{Disposal, Equipment, EquipmentRefused, Gone, LONGEST_LIFE};
use crate::rules::incident::IncidentState;
use kernel::{Day, Id, Money};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn thing(price: Money, bought_on: Day, life_months: i64) -> Equipment {
    Equipment {
        id: Id::from_i64(1),
        name: "Imprimante".to_owned(),
        serial: String::new(),
        supplier: String::new(),
        bought_on,
        price,
        life_months,
        stands: String::new(),
        warranty_until: None,
        note: String::new(),
        gone: None,
    }
}

#[test]
fn every_line_of_the_table_of_values_holds() {
    let guide = include_str!("../../../../../docs/rules.md");
    let (_, table) = guide
        .split_once("| price | bought on | months | on | value |")
        .unwrap();
    let mut seen = 0;
    for line in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let one = thing(
            Money::parse(cells[0]).unwrap(),
            day(cells[1]),
            cells[2].parse().unwrap(),
        );
        assert_eq!(
            one.value_on(day(cells[3])),
            Money::parse(cells[4]).unwrap(),
            "{line}"
        );
        seen += 1;
    }
    assert!(seen >= 6, "{seen} lines");
}

#[test]
fn what_left_is_worth_nothing_from_that_day() {
    let sold = Equipment {
        gone: Some(Gone {
            on: day("2026-07-01"),
            how: Disposal::Sold,
            price: Money::from_cents(5_000),
        }),
        ..thing(Money::from_cents(120_000), day("2026-01-01"), 12)
    };
    assert!(sold.value_on(day("2026-06-30")).is_positive());
    assert!(sold.value_on(day("2026-07-01")).is_zero());
}

#[test]
fn what_cannot_be_meant_is_not_written_down() {
    let bought = day("2026-01-01");
    for (cents, life, expected) in [
        (0, 1, Ok(())),
        (-1, 12, Err(EquipmentRefused::Price)),
        (
            100,
            0,
            Err(EquipmentRefused::Life {
                maximum: LONGEST_LIFE,
            }),
        ),
        (
            100,
            LONGEST_LIFE + 1,
            Err(EquipmentRefused::Life {
                maximum: LONGEST_LIFE,
            }),
        ),
    ] {
        assert_eq!(
            thing(Money::from_cents(cents), bought, life).check(),
            expected,
            "{cents} {life}"
        );
    }
}

#[test]
fn what_ended_is_only_taken_in_hand_again() {
    use IncidentState::{Declined, InHand, Reported, Solved, Waiting};
    // from, to which states it may go
    for (from, to) in [
        (Reported, vec![Reported, InHand, Waiting, Solved, Declined]),
        (InHand, vec![InHand, Waiting, Solved, Declined]),
        (Waiting, vec![InHand, Waiting, Solved, Declined]),
        (Solved, vec![InHand, Solved]),
        (Declined, vec![InHand, Declined]),
    ] {
        let may: Vec<_> = IncidentState::ALL
            .iter()
            .copied()
            .filter(|next| from.may_become(*next))
            .collect();
        assert_eq!(may, to, "{from}");
    }
}

proptest! {
    #[test]
    fn a_thing_never_gains_value_and_ends_at_nothing(cents in 0_i64..10_000_000, life in 1_i64..=LONGEST_LIFE, after in 0_i64..20_000) {
        let bought = day("2020-02-29");
        let one = thing(Money::from_cents(cents), bought, life);
        let today = bought.plus_days(after);
        let (now, tomorrow) = (one.value_on(today), one.value_on(today.next()));
        prop_assert!(tomorrow <= now && !tomorrow.is_negative() && now <= one.price);
        let end = bought.plus_months(life);
        prop_assert!(one.value_on(end.previous()).is_zero() && one.value_on(end).is_zero());
    }
}
