use crate::rules::delivery::{Delivery, DeliveryKind, Ended, Ending, MOST_PIECES, check_quantity};
use crate::rules::domiciliation::Domiciliation;
use crate::rules::text::{LONGEST_LINE, TextRefused, line};
use kernel::{Day, Id, Instant, PersonId};
use people::Party;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn delivery(reminders: i64, ended: bool) -> Delivery {
    let at = Instant::from_seconds(0);
    Delivery {
        id: Id::from_i64(1),
        addressee: Party::Person(PersonId::from_i64(1)),
        kind: DeliveryKind::Letter,
        quantity: 1,
        sender: String::new(),
        kept_at: String::new(),
        arrived_at: at,
        received_by: None,
        told_at: Some(at),
        reminders,
        ended: ended.then(|| Ended {
            at,
            how: Ending::HandedOver,
            by: None,
            taken_by: "Lucie".to_owned(),
        }),
    }
}

#[test]
fn who_leaves_letters_waiting_is_reminded_three_times_and_no_more() {
    // told on, today, after days, reminders before, ended, due
    let cases = [
        ("2026-06-01", "2026-06-07", 7, 0, false, false),
        ("2026-06-01", "2026-06-08", 7, 0, false, true),
        ("2026-06-01", "2026-07-08", 7, 2, false, true),
        ("2026-06-01", "2026-07-08", 7, 3, false, false),
        ("2026-06-01", "2026-06-08", 7, 0, true, false),
        ("2026-06-01", "2026-07-08", 0, 0, false, false),
        ("2026-06-01", "2026-06-02", 1, 0, false, true),
        ("2026-12-31", "2027-01-01", 1, 1, false, true),
    ];
    for (told, today, after, reminders, ended, due) in cases {
        let one = delivery(reminders, ended);
        assert_eq!(
            one.is_reminder_due(day(told), day(today), after),
            due,
            "told {told}, today {today}, after {after}, {reminders} before, ended: {ended}"
        );
    }
}

#[test]
fn nothing_and_too_much_are_not_written_down() {
    for (quantity, good) in [
        (0, false),
        (-1, false),
        (1, true),
        (MOST_PIECES, true),
        (MOST_PIECES + 1, false),
    ] {
        assert_eq!(check_quantity(quantity).is_ok(), good, "{quantity}");
    }
}

#[test]
fn a_domiciliation_holds_from_its_first_day_to_its_last() {
    let one = |from: &str, until: Option<&str>| Domiciliation {
        id: Id::from_i64(1),
        organisation: Id::from_i64(2),
        from: day(from),
        until: until.map(day),
        note: String::new(),
    };
    let closed = one("2026-01-10", Some("2026-03-31"));
    let open = one("2026-01-10", None);
    for (on, in_closed, in_open) in [
        ("2026-01-09", false, false),
        ("2026-01-10", true, true),
        ("2026-03-31", true, true),
        ("2026-04-01", false, true),
    ] {
        assert_eq!(closed.holds_on(day(on)), in_closed, "{on}");
        assert_eq!(open.holds_on(day(on)), in_open, "{on}");
    }
    for (from, until, meets_closed, meets_open) in [
        ("2025-01-01", Some("2026-01-09"), false, false),
        ("2025-01-01", Some("2026-01-10"), true, true),
        ("2026-03-31", None, true, true),
        ("2026-04-01", None, false, true),
        ("2026-04-01", Some("2026-05-01"), false, true),
    ] {
        let until = until.map(day);
        assert_eq!(closed.meets(day(from), until), meets_closed, "{from} {until:?}");
        assert_eq!(open.meets(day(from), until), meets_open, "{from} {until:?}");
    }
}

#[test]
fn a_line_loses_its_breaks_and_what_no_screen_shows() {
    assert_eq!(line(" a\nb ").unwrap(), "ab");
    let long = "é".repeat(LONGEST_LINE + 1);
    assert_eq!(
        line(&long),
        Err(TextRefused::TooLong {
            maximum: LONGEST_LINE
        })
    );
    assert!(line(&"é".repeat(LONGEST_LINE)).is_ok());
}
