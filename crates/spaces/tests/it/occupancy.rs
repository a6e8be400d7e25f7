//! T65: how much of the place is used, by space, by half-day, by grounds.

use crate::house::House;
use billing::Basis;
use harness::both_engines;
use kernel::{Days, Money, Period, Rate, Weekday, Zone};
use spaces::rules::check_in::{CheckInKind, Part};
use spaces::rules::occupancy::{Half, Presence, Share, net, on_a, open_days, within};
use spaces::{BookingState, Price};

fn day(text: &str) -> kernel::Day {
    kernel::Day::parse(text).unwrap()
}

#[test]
fn a_share_is_said_in_whole_percent_half_away_from_zero() {
    let cases = [
        (180, 720, Some(25)),
        (1, 8, Some(13)),
        (1, 200, Some(1)),
        (1, 201, Some(0)),
        (0, 5, Some(0)),
        (5, 5, Some(100)),
        (3, 0, None),
    ];
    for (used, of, percent) in cases {
        assert_eq!(Share { used, of }.percent(), percent, "{used} of {of}");
    }
}

#[test]
fn hours_count_while_it_is_open_and_each_unit_offers_them() {
    let period = |from: &str, until: &str| {
        Period::parse(&format!("2026-06-15T{from}:00Z/2026-06-15T{until}:00Z")).unwrap()
    };
    let open = [period("08:00", "12:00"), period("12:00", "20:00")];
    let taken = [period("09:00", "11:00"), period("19:00", "21:00")];
    assert_eq!(within(&open, 1, &taken), Share { used: 180, of: 720 });
    assert_eq!(within(&open, 3, &taken), Share { used: 180, of: 2_160 });
    assert_eq!(within(&[], 1, &taken), Share { used: 0, of: 0 });
}

#[test]
fn what_a_booking_brings_in_is_net_and_a_booking_given_up_brings_its_fee() {
    let price = |basis, cents| Price {
        product: None,
        amount: Money::from_cents(cents),
        basis,
        rate: Rate::from_basis_points(2_000),
        exemption: None,
    };
    let fee = Some(Money::from_cents(1_200));
    let cases = [
        (BookingState::Done, Basis::Net, 4_000, None, 4_000),
        (BookingState::Confirmed, Basis::Gross, 4_800, None, 4_000),
        (BookingState::NoShow, Basis::Net, 4_000, None, 4_000),
        (BookingState::Cancelled, Basis::Net, 4_000, None, 0),
        (BookingState::Cancelled, Basis::Gross, 4_800, fee, 1_000),
        (BookingState::Expired, Basis::Net, 4_000, fee, 1_200),
        (BookingState::Requested, Basis::Net, 4_000, None, 0),
        (BookingState::Refused, Basis::Net, 4_000, None, 0),
    ];
    for (state, basis, cents, fee, expected) in cases {
        assert_eq!(
            net(state, &price(basis, cents), fee),
            Money::from_cents(expected),
            "{state}"
        );
    }
}

#[test]
fn a_whole_day_counts_in_both_halves_and_the_mean_is_over_the_days_that_were_open() {
    let seen = |on: &str, part, people| Presence {
        day: day(on),
        part,
        kind: CheckInKind::Pass,
        people,
    };
    // Two Mondays and a Tuesday of June 2026.
    let seen = [
        seen("2026-06-01", Part::Day, 4),
        seen("2026-06-01", Part::Morning, 2),
        seen("2026-06-08", Part::Afternoon, 3),
        seen("2026-06-02", Part::Day, 9),
    ];
    let open = [day("2026-06-01"), day("2026-06-08"), day("2026-06-15")];
    let monday = |half| on_a(Weekday::Monday, half, &seen, &open);
    assert_eq!(monday(Half::Morning), Share { used: 6, of: 3 });
    assert_eq!(monday(Half::Afternoon), Share { used: 7, of: 3 });
    assert_eq!(seen.map(|one| one.half_days()), [8, 2, 3, 18]);
}

#[test]
fn a_night_that_begins_before_the_span_opens_its_own_days_only() {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let days = Days::spanning(day("2026-06-15"), day("2026-06-17"));
    let period = |text: &str| Period::parse(text).unwrap();
    let open = [
        period("2026-06-14T20:00:00Z/2026-06-15T02:00:00Z"),
        period("2026-06-17T06:00:00Z/2026-06-17T22:00:00Z"),
    ];
    assert_eq!(
        open_days(days, &open, &zone),
        [day("2026-06-15"), day("2026-06-17")]
    );
}

#[test]
fn the_page_and_its_file_tell_the_same_figures() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, fanny) = (house.member("Camille Durand"), house.facilitator());
        house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let given_up = house.booked(&camille, house.salon, "17 09:00", "17 11:00");
        house
            .write(&camille, move |tx, actor| {
                spaces::cancel(tx, actor, given_up, spaces::Cancellation::default())
            })
            .unwrap();
        let mut visitor = house.visitor(&fanny);
        let address = "/office/occupancy?from=2026-06-15&until=2026-06-21";
        let page = visitor.page(address);
        // Five days of twelve hours; two hours booked; at 15 EUR an hour.
        let row = page
            .all("tbody tr")
            .into_iter()
            .find(|row| row.contains("Salon"))
            .unwrap();
        for figure in ["2 h", "60 h", "3 %", "30,00 €"] {
            assert!(
                row.replace(['\u{a0}', '\u{202f}'], " ").contains(figure),
                "{figure} in {row}"
            );
        }
        let file = visitor.get(&format!("{address}&format=csv")).text().into_owned();
        let line = file.lines().find(|line| line.contains("Salon")).unwrap();
        assert_eq!(line, "Salon;1;120;3600;3;\"30,00\";;", "no area is known");
        for typed in [
            "?from=x&until=y",
            "?from=2026-06-21&until=2026-06-15",
            "?from=0001-01-01&until=9999-12-31",
        ] {
            assert_eq!(
                visitor.get(&format!("/office/occupancy{typed}")).status,
                200,
                "{typed}"
            );
        }
        assert_eq!(house.visitor(&camille).get(address).status, 403);
    });
}
