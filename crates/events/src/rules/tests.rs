//! Tables of cases for what is decided.
#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use super::event::{EventFacts, EventKind, EventRefused, OpenTo};
use super::prose::{ProseRefused, filled_line, line, text};
use super::registration::{Attendee, Registration, RegistrationState};
use super::seats::{left, offer_until, taken, to_offer};
use super::settings::{Settings, SettingsRefused};
use kernel::{Audience, Id, Instant, Locale, Money, Period};
use spaces::Price;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn one(id: i64, guests: i64, state: RegistrationState, until: Option<&str>) -> Registration {
    Registration {
        id: Id::from_i64(id),
        event: Id::from_i64(1),
        attendee: Attendee {
            person: None,
            name: String::new(),
            email: None,
            language: Locale::Fr,
        },
        guests,
        state,
        asked_at: Instant::from_seconds(id),
        offered_until: until.map(at),
        cancelled_at: None,
        came: None,
        audience: Audience::Nomad,
        price: Price::FREE,
        customer: None,
        charge: None,
        fee: None,
        fee_charge: None,
    }
}

#[test]
fn seats_are_taken_by_who_is_registered_and_by_offers_that_are_not_over() {
    use RegistrationState::{Cancelled, Lapsed, Offered, Registered, Unconfirmed, Waiting};
    let now = at("2026-06-15T10:00:00Z");
    let later = Some("2026-06-15T10:00:01Z");
    let all = [
        one(1, 2, Registered, None),
        one(2, 0, Offered, later),
        one(3, 0, Offered, Some("2026-06-15T10:00:00Z")),
        one(4, 5, Waiting, None),
        one(5, 5, Cancelled, None),
        one(6, 5, Lapsed, None),
        one(7, 5, Unconfirmed, None),
    ];
    assert_eq!(taken(&all, now), 4);
    for (capacity, free) in [
        (None, None),
        (Some(10), Some(6)),
        (Some(4), Some(0)),
        (Some(2), Some(0)),
    ] {
        assert_eq!(left(capacity, &all, now), free, "{capacity:?}");
    }
}

#[test]
fn who_waited_longest_among_those_whose_party_fits_is_offered_what_is_free() {
    use RegistrationState::{Registered, Waiting};
    let now = at("2026-06-15T10:00:00Z");
    let waiting: Vec<Registration> = [(11, 2), (12, 0), (13, 0), (14, 1)]
        .into_iter()
        .map(|(id, guests)| one(id, guests, Waiting, None))
        .collect();
    // Ten seats; those who wait are parties of 3, 1, 1 and 2, in this order.
    let guide = include_str!("../../../../docs/rules.md");
    let (_, table) = guide
        .split_once("| seats taken | offered to the parties numbered |")
        .unwrap();
    let mut seen = 0;
    for row in table.lines().skip(2).take_while(|row| row.starts_with('|')) {
        let (seated, offered) = row.trim_matches('|').split_once('|').unwrap();
        let seated: i64 = seated.trim().parse().unwrap();
        let offered: Vec<i64> = offered
            .split_whitespace()
            .filter_map(|one| one.parse().ok())
            .collect();
        let mut all = waiting.clone();
        all.reverse();
        all.push(one(99, seated - 1, Registered, None));
        let found: Vec<i64> = to_offer(Some(10), &all, now)
            .iter()
            .map(|one| one.id.as_i64() - 10)
            .collect();
        assert_eq!(found, offered, "{row}");
        seen += 1;
    }
    assert!(seen >= 6, "{seen} lines");
    assert_eq!(to_offer(None, &waiting, now).len(), 4, "no limit, nobody waits");
}

#[test]
fn an_offer_is_kept_for_the_hours_of_the_place_and_never_past_the_beginning() {
    let period = Period::new(at("2026-06-15T10:00:00Z"), at("2026-06-15T12:00:00Z")).unwrap();
    let cases = [
        ("2026-06-10T10:00:00Z", 24, "2026-06-11T10:00:00Z"),
        ("2026-06-14T12:00:00Z", 24, "2026-06-15T10:00:00Z"),
        ("2026-06-10T10:00:00Z", 0, "2026-06-10T11:00:00Z"),
        ("2026-06-01T10:00:00Z", 999, "2026-06-08T10:00:00Z"),
        ("2026-06-15T11:00:00Z", 24, "2026-06-15T12:00:00Z"),
    ];
    for (now, hours, until) in cases {
        assert_eq!(offer_until(at(now), hours, period), at(until), "{now} {hours}");
    }
}

fn facts() -> EventFacts {
    EventFacts {
        kind: EventKind::Lunch,
        title: "Mardi".to_owned(),
        body: String::new(),
        period: Period::new(at("2026-06-15T10:00:00Z"), at("2026-06-15T12:00:00Z")).unwrap(),
        venue: String::new(),
        host: String::new(),
        open_to: OpenTo::Everybody,
        registers: true,
        capacity: Some(12),
        guests: 2,
        product: None,
        price: None,
    }
}

/// The usual facts with something changed.
fn but(change: impl Fn(&mut EventFacts)) -> EventFacts {
    let mut facts = facts();
    change(&mut facts);
    facts
}

#[test]
fn facts_that_make_no_sense_are_not_kept() {
    use EventRefused::{Capacity, Guests, MustRegister, Price, TooLong};
    let long = Period::new(at("2026-06-01T00:00:00Z"), at("2026-07-03T00:00:00Z")).unwrap();
    let product = Some(Id::from_i64(3));
    let cents = |cents| Some(Money::from_cents(cents));
    let open = |facts: &mut EventFacts| (facts.registers, facts.capacity) = (false, None);
    let cases: Vec<(EventFacts, Option<EventRefused>)> = vec![
        (facts(), None),
        (but(|facts| facts.period = long), Some(TooLong)),
        (but(|facts| facts.capacity = Some(0)), Some(Capacity)),
        (but(|facts| facts.guests = 21), Some(Guests)),
        (but(|facts| facts.guests = -1), Some(Guests)),
        (but(|facts| facts.registers = false), Some(MustRegister)),
        (but(open), None),
        (EventFacts { product, ..but(open) }, Some(MustRegister)),
        (but(|facts| facts.price = cents(100)), Some(Price)),
        (
            but(|facts| (facts.price, facts.product) = (cents(-1), product)),
            Some(Price),
        ),
        (
            but(|facts| (facts.price, facts.product) = (cents(100), product)),
            None,
        ),
    ];
    for (facts, refused) in cases {
        assert_eq!(facts.clone().checked().err(), refused, "{facts:?}");
    }
}

#[test]
fn texts_are_trimmed_and_bounded() {
    assert_eq!(text("  a\r\nb\u{7} ").unwrap(), "a\nb");
    assert_eq!(line(" a\nb ").unwrap(), "ab");
    assert_eq!(filled_line("  "), Err(ProseRefused::Empty));
    assert!(matches!(
        line(&"a".repeat(161)),
        Err(ProseRefused::TooLong { maximum: 160 })
    ));
}

#[test]
fn settings_are_kept_within_their_bounds() {
    use SettingsRefused::{OfferHours, SecondsNeeded};
    let cases = [
        (0, 3, Some(OfferHours)),
        (1, 1, None),
        (168, 100, None),
        (169, 3, Some(OfferHours)),
        (24, 0, Some(SecondsNeeded)),
        (24, 101, Some(SecondsNeeded)),
    ];
    for (offer_hours, seconds_needed, refused) in cases {
        let asked = Settings {
            offer_hours,
            seconds_needed,
            ..Settings::default()
        };
        assert_eq!(asked.checked().err(), refused, "{offer_hours} {seconds_needed}");
    }
}

#[test]
fn two_seats_of_one_person_in_the_council_have_no_day_in_common() {
    use super::proposal::overlaps;
    let day = |text: &str| kernel::Day::parse(text).unwrap();
    let cases = [
        ("2026-01-01", Some("2026-01-31"), "2026-02-01", None, false),
        ("2026-01-01", Some("2026-02-01"), "2026-02-01", None, true),
        ("2026-01-01", None, "2027-01-01", Some("2027-02-01"), true),
        ("2026-05-01", None, "2026-01-01", Some("2026-04-30"), false),
        ("2026-05-01", None, "2026-01-01", Some("2026-05-01"), true),
    ];
    for (first, last, other_first, other_last, common) in cases {
        let (one, other) = (
            (day(first), last.map(day)),
            (day(other_first), other_last.map(day)),
        );
        assert_eq!(overlaps(one, other), common, "{first} {other_first}");
        assert_eq!(overlaps(other, one), common, "{first} {other_first}");
    }
}

#[test]
fn every_line_of_the_table_of_workshops_holds() {
    use super::workshop::{Terms, brought_in, statement};
    use RegistrationState::{Cancelled, Registered};
    let guide = include_str!("../../../../docs/rules.md");
    let (_, table) = guide.split_once("| basis | price | VAT | seats |").unwrap();
    let money = |text: &str| Money::parse(text).unwrap();
    let mut seen = 0;
    for row in table.lines().skip(2).take_while(|row| row.starts_with('|')) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [basis, price, vat, seats, kept, agreement, income, house, member] = cells.as_slice() else {
            panic!("{row}");
        };
        let price = Price {
            amount: money(price),
            basis: billing::Basis::parse(basis).unwrap(),
            rate: kernel::Rate::parse(vat).unwrap(),
            ..Price::FREE
        };
        let mut all: Vec<Registration> = (0..seats.parse().unwrap())
            .map(|number| Registration {
                price,
                ..one(number + 1, 0, Registered, None)
            })
            .collect();
        all.push(Registration {
            price,
            fee: Some(money(kept)),
            ..one(99, 0, Cancelled, None)
        });
        let terms = match agreement.split_once(" of ").unwrap() {
            ("part", rate) => Terms::Share(kernel::Rate::parse(rate.trim_end_matches('%').trim()).unwrap()),
            (_, fee) => Terms::RoomFee(money(fee)),
        };
        let incomes: Vec<Money> = all.iter().map(brought_in).collect();
        let figures = statement(terms, &incomes);
        assert_eq!(figures.income, money(income), "{row}");
        assert_eq!(
            (figures.house, figures.member),
            (money(house), money(member)),
            "{row}"
        );
        seen += 1;
    }
    assert!(seen >= 8, "{seen} lines");
}

#[test]
fn a_point_changes_places_with_its_neighbour_and_with_nothing_at_an_end() {
    use super::powwow::reordered;
    let ids = |numbers: &[i64]| {
        numbers
            .iter()
            .map(|number| Id::from_i64(*number))
            .collect::<Vec<_>>()
    };
    let cases: [(i64, bool, [i64; 3]); 6] = [
        (1, true, [1, 2, 3]),
        (1, false, [2, 1, 3]),
        (2, true, [2, 1, 3]),
        (3, true, [1, 3, 2]),
        (3, false, [1, 2, 3]),
        (9, true, [1, 2, 3]),
    ];
    for (moved, up, order) in cases {
        assert_eq!(
            reordered(&ids(&[1, 2, 3]), Id::from_i64(moved), up),
            ids(&order),
            "{moved} {up}"
        );
    }
}
