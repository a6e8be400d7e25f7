//! Coupons with a booking: in its price before it is made, on its charge, given back when it is cancelled in time.

use crate::house::{Done, House};
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Actor, Day, Days, Money, Rate};
use offers::{CouponCut, CouponRefused, CouponTarget, CouponTerms};
use platform::Failure;
use spaces::{BookingRefusal, Cancellation, Holder, Move, NewBooking};

pub(crate) fn terms(code: &str, cut: CouponCut) -> CouponTerms {
    let june = (Day::new(2026, 6, 1).unwrap(), Day::new(2026, 6, 30).unwrap());
    CouponTerms {
        code: code.to_owned(),
        cut,
        targets: [CouponTarget::Bookings].into(),
        offer: None,
        plan: None,
        days: Days::new(june.0, june.1).unwrap(),
        most_uses: None,
        most_each: Some(1),
        active: true,
    }
}

pub(crate) fn hand_out(house: &House, terms: CouponTerms) {
    house
        .write(&house.system(), move |tx, actor| {
            offers::keep_coupon(tx, actor, None, &terms)
        })
        .unwrap();
}

pub(crate) fn tenth() -> CouponCut {
    CouponCut::Rate(Rate::from_basis_points(1_000))
}

/// Two hours in the salon on a morning, with a code.
fn book_on(house: &House, actor: &Actor, day: i64, code: &str) -> Done {
    let (from, until) = (format!("{day} 09:00"), format!("{day} 11:00"));
    let new = NewBooking {
        coupon: Some(code.to_owned()),
        ..house.own(actor, house.salon, &from, &until)
    };
    house.book(actor, &new)
}

/// On the 17th.
fn book(house: &House, actor: &Actor, code: &str) -> Done {
    book_on(house, actor, 17, code)
}

const NAMES: [&str; 6] = [
    "Ana Roy",
    "Bea Roy",
    "Cleo Roy",
    "Dina Roy",
    "Elsa Roy",
    "Flora Roy",
];

fn refusal(done: Done) -> CouponRefused {
    match done {
        Err(Failure::Refused(BookingRefusal::Coupon(refused))) => refused,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_booking_with_a_coupon_of_the_guide_costs_and_gives_back_what_it_says() {
    let table = include_str!("../../../../docs/rules.md")
        .split_once("| coupon | charged | cancelled |")
        .unwrap()
        .1;
    let cents = |text: &str| Money::from_cents(text.replace('.', "").parse().unwrap());
    let lines: Vec<&str> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert!(lines.len() >= 6, "{lines:?}");
    both_engines(|db| {
        let house = House::new(db);
        for (number, line) in lines.iter().enumerate() {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let cut = match cells[0].strip_suffix(" %") {
                Some(_) => CouponCut::Rate(Rate::parse(cells[0]).unwrap()),
                None => CouponCut::Amount(cents(cells[0])),
            };
            let code = format!("CODE-{number}");
            hand_out(&house, terms(&code, cut));
            let actor = house.member(NAMES[number]);
            house.set_clock("15 09:00");
            let booked = book(&house, &actor, &code).unwrap();
            assert_eq!(booked.price.amount, cents(cells[1]), "{line}");
            if cells[2] == "late" {
                house.set_clock("16 12:00");
            }
            let id = booked.id;
            let done = house
                .write(&actor, move |tx, actor| {
                    spaces::cancel(tx, actor, id, Cancellation::default())
                })
                .unwrap();
            assert_eq!(done.fee, Some(cents(cells[3])), "{line}");
            let again = book(&house, &actor, &code);
            assert_eq!(again.is_ok(), cells[4] == "yes", "{line}");
            if let Ok(again) = again {
                let wanted = Cancellation {
                    waived: true,
                    ..Cancellation::default()
                };
                house
                    .write(&house.system(), move |tx, actor| {
                        spaces::cancel(tx, actor, again.id, wanted)
                    })
                    .unwrap();
            }
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

/// Three hours in the afternoon.
fn longer(house: &House) -> Move {
    Move {
        resource: house.salon,
        period: house.hours("17 14:00", "17 17:00"),
        overriding: false,
        waived: false,
        price_shown: None,
    }
}

#[test]
fn a_coupon_stands_on_the_charge_stays_when_the_booking_moves_and_is_refused_elsewhere() {
    both_engines(|db| {
        let house = House::new(db);
        hand_out(&house, terms("BIENVENUE", tenth()));
        let camille = house.member("Camille Durand");
        let booked = book(&house, &camille, " bienvenue ").unwrap();
        let detail = house.charges(&camille)[0].detail.clone();
        assert!(detail.contains("BIENVENUE \u{2212}3,00"), "{detail}");
        assert_eq!(
            refusal(book_on(&house, &camille, 18, "BIENVENUE")),
            CouponRefused::UsedByYou
        );
        assert_eq!(
            refusal(book_on(&house, &camille, 18, "AUTRE")),
            CouponRefused::Unknown
        );
        let passes = CouponTerms {
            targets: [CouponTarget::Passes].into(),
            ..terms("CARNET", tenth())
        };
        hand_out(&house, passes);
        assert_eq!(
            refusal(book_on(&house, &camille, 18, "CARNET")),
            CouponRefused::OtherOffer
        );
        // Three hours instead of two: the tenth comes off the new price.
        let (id, to) = (booked.id, longer(&house));
        let moved = house
            .write(&camille, move |tx, actor| {
                spaces::move_booking(tx, actor, id, &to)
            })
            .unwrap();
        assert_eq!(moved.price.amount, Money::from_cents(4_050));
        assert!(
            house.charges(&camille)[0]
                .detail
                .contains("BIENVENUE \u{2212}4,50")
        );
        let house_hours = NewBooking {
            holder: Holder::House,
            coupon: Some("BIENVENUE".to_owned()),
            ..house.own(&camille, house.studio, "17 09:00", "17 11:00")
        };
        let nobody = house.book(&house.facilitator(), &house_hours);
        assert_eq!(refusal(nobody), CouponRefused::Nothing);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_last_use_of_a_coupon_is_had_by_one_of_sixteen_bookings_at_once() {
    on_both_engines(|fresh| {
        let house = House::new(fresh.database().clone());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let people: Vec<Actor> = (0..4).map(|number| house.member(NAMES[number])).collect();
        let product = house.product;
        let rooms: Vec<_> = (0..4)
            .map(|number| {
                house
                    .write(&house.system(), move |tx, actor| {
                        let name = format!("Salle {number}");
                        spaces::create_resource(tx, actor, crate::house::room(&name, product), None)
                    })
                    .unwrap()
            })
            .collect();
        for round in 0..rounds("TRIBU_RACES", 5) {
            let code = format!("DERNIER-{round}");
            let once = CouponTerms {
                most_uses: Some(1),
                ..terms(&code, tenth())
            };
            hand_out(&house, once);
            let had = together(16, |number| {
                let actor = people[number % 4].clone();
                let (hour, day) = (8 + number / 4 * 2, 16 + round % 3);
                let hours = house.hours(
                    &format!("{day} {hour:02}:00"),
                    &format!("{day} {:02}:00", hour + 2),
                );
                let holder = Holder::Person(actor.person.unwrap());
                let new = NewBooking {
                    coupon: Some(code.clone()),
                    ..NewBooking::plain(rooms[number % 4], hours, holder)
                };
                let done = databases[number % 2].write_blocking(move |tx| spaces::book(tx, &actor, &new));
                match done {
                    Ok(booking) => Some(booking.id),
                    Err(Failure::Refused(BookingRefusal::Coupon(CouponRefused::UsedUp))) => None,
                    Err(other) => panic!("{other:?}"),
                }
            });
            let had: Vec<_> = had.into_iter().flatten().collect();
            assert_eq!(had.len(), 1, "round {round}");
            let wanted = Cancellation {
                waived: true,
                ..Cancellation::default()
            };
            house
                .write(&house.system(), move |tx, actor| {
                    spaces::cancel(tx, actor, had[0], wanted)
                })
                .unwrap();
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_member_sees_the_price_with_the_code_before_booking_and_why_it_is_refused() {
    both_engines(|db| {
        let house = House::new(db);
        hand_out(&house, terms("BIENVENUE", tenth()));
        let camille = house.member("Camille Durand");
        let mut visitor = house.visitor(&camille);
        let path = format!(
            "/bookings/new?resource={}&start=2026-06-17T09:00&end=2026-06-17T11:00",
            house.salon
        );
        let form = visitor.page(&path).form("form[action='/bookings']");
        let wrong = form.clone().with("coupon", "AUTRE").and("step", "preview");
        let page = visitor.post(&wrong).html();
        assert!(page.says("Ce code n’existe pas"), "{page}");
        let page = visitor
            .post(&form.with("coupon", "bienvenue").and("step", "preview"))
            .html();
        assert!(
            page.says("27,00") && page.says("BIENVENUE : \u{2212}3,00"),
            "{page}"
        );
        let booked = visitor.submit(&page.form("form[action='/bookings']").and("step", "confirm"));
        assert!(booked.says("27,00"), "{booked}");
    });
}
