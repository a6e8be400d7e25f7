//! The rules as tables of cases.

mod plain;

use super::likeness::{Likeness, Trait, alike};
use super::request::{PrivacyRefused, due_on};
use super::retention::{Rule, checked, limit, months_on};
use kernel::Day;
use platform::personal::Retention;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_request_is_answered_within_a_month_of_the_civil_calendar() {
    for (asked, due) in [
        ("2026-06-15", "2026-07-15"),
        ("2026-01-31", "2026-02-28"),
        ("2028-01-31", "2028-02-29"),
        ("2026-12-01", "2027-01-01"),
    ] {
        assert_eq!(due_on(day(asked)), day(due), "{asked}");
    }
}

const BOUNDS: Retention = Retention {
    usual: 12,
    least: 3,
    most: 36,
    apply: |_, _, _| Ok(0),
};

#[test]
fn the_latest_decision_that_has_begun_holds_within_its_bounds() {
    let rules = [
        Rule {
            from: day("2026-01-01"),
            months: 24,
        },
        Rule {
            from: day("2026-06-01"),
            months: 6,
        },
        Rule {
            from: day("2027-01-01"),
            months: 600,
        },
    ];
    for (on, months) in [
        ("2025-12-31", 12),
        ("2026-01-01", 24),
        ("2026-05-31", 24),
        ("2026-06-01", 6),
        ("2027-01-01", 36),
    ] {
        assert_eq!(months_on(&BOUNDS, &rules, day(on)), months, "{on}");
    }
    assert_eq!(limit(day("2026-05-31"), 3), day("2026-02-28"));
    for (typed, allowed) in [(2, false), (3, true), (36, true), (37, false)] {
        assert_eq!(checked(&BOUNDS, typed).is_ok(), allowed, "{typed}");
    }
    let refused = PrivacyRefused::OutOfBounds { least: 3, most: 36 };
    assert_eq!(checked(&BOUNDS, 0), Err(refused));
}

fn record(id: i64, name: &str, email: &str, phone: &str) -> Trait {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Trait {
        id,
        name: name.to_owned(),
        email: given(email),
        phone: given(phone),
        register: None,
    }
}

#[test]
fn records_are_alike_by_what_they_share() {
    let records = [
        record(1, "Élodie Bérard", "elodie.berard@example.org", "+33612345678"),
        record(2, "BERARD Elodie", "", ""),
        record(3, "Élodie Bérart", "", ""),
        record(4, "Karim Haddouche", "elodie.berard@autre.example.org", ""),
        record(5, "Oumou Traoré", "contact@example.org", "+33612345678"),
        record(6, "Jean Roy", "contact@autre.example.org", ""),
        record(7, "Jean Ray", "", ""),
    ];
    assert_eq!(
        alike(&records),
        [
            (1, 2, Likeness::Name),
            (1, 5, Likeness::Phone),
            (1, 4, Likeness::Mailbox),
            (1, 3, Likeness::NearName),
            (2, 3, Likeness::NearName),
            (6, 7, Likeness::NearName),
        ]
    );
}

#[test]
fn a_switchboard_makes_nobody_alike_and_a_register_does() {
    let mut records: Vec<Trait> = (1..=9)
        .map(|id| {
            record(
                id,
                &format!("Personne {}", "abcdefghi".repeat(usize::try_from(id).unwrap())),
                "",
                "+33102030405",
            )
        })
        .collect();
    assert!(alike(&records).is_empty());
    records[0].register = Some("552100554".to_owned());
    records[8].register = Some("552100554".to_owned());
    assert_eq!(alike(&records), [(1, 9, Likeness::Register)]);
}

proptest::proptest! {
    #[test]
    fn fingerprints_find_what_reading_every_letter_finds(
        people in proptest::collection::vec(("[ab]{1,2} ?[abcé]{6,9}", 0..6_i64, 0..9_i64), 0..24),
    ) {
        let records: Vec<Trait> = people
            .iter()
            .zip(1..)
            .map(|((name, mailbox, phone), id)| Trait {
                id,
                name: name.clone(),
                email: (*mailbox > 0).then(|| format!("personne{mailbox}@{id}.example.org")),
                phone: (*phone > 0).then(|| format!("+3361234567{phone}")),
                register: (id % 11 == 0).then(|| "552100554".to_owned()),
            })
            .collect();
        proptest::prop_assert_eq!(alike(&records), plain::alike(&records));
    }
}
