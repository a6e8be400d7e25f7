//! Coupons with a series: off one date after another, as often as their limits allow (decision 45).

use crate::coupons::{hand_out, tenth, terms};
use crate::house::House;
use crate::series::{Booked, book, june, tuesdays};
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Actor, Money};
use offers::{CouponCut, CouponRefused, CouponTerms};
use platform::Failure;
use spaces::{Adjusted, Booking, BookingId, Cancellation, NewBooking, NewSeries, ResourceId, SeriesRefused};

fn with(house: &House, actor: &Actor, count: u8, code: &str) -> NewSeries {
    let plain = tuesdays(house, actor, count);
    NewSeries {
        booking: NewBooking {
            coupon: Some(code.to_owned()),
            ..plain.booking
        },
        ..plain
    }
}

fn cents(booked: &Booked) -> Vec<i64> {
    let bookings = &booked.as_ref().unwrap().bookings;
    bookings
        .iter()
        .map(|booking| booking.price.amount.cents())
        .collect()
}

fn quoted(house: &House, actor: &Actor, new: &NewSeries) -> Result<Vec<Option<i64>>, CouponRefused> {
    let new = new.clone();
    let done = house.write(actor, move |tx, actor| spaces::quote_series(tx, actor, &new));
    match done {
        Ok(days) => Ok(days
            .into_iter()
            .map(|day| Some(day.outcome?.ok()?.total().amount.cents()))
            .collect()),
        Err(Failure::Refused(SeriesRefused::Coupon(why))) => Err(why),
        other => panic!("{other:?}"),
    }
}

fn refusal(booked: Booked) -> CouponRefused {
    match booked {
        Err(Failure::Refused(SeriesRefused::Coupon(why))) => why,
        other => panic!("{other:?}"),
    }
}

fn another_room(house: &House, number: usize) -> ResourceId {
    let facts = crate::house::room(&format!("Salle {number}"), house.product);
    house
        .write(&house.system(), move |tx, actor| {
            spaces::create_resource(tx, actor, facts.clone(), None)
        })
        .unwrap()
}

fn let_go(house: &House, id: BookingId) {
    let wanted = Cancellation {
        waived: true,
        ..Cancellation::default()
    };
    let done = house.write(&house.system(), move |tx, actor| {
        spaces::cancel(tx, actor, id, wanted)
    });
    done.unwrap();
}

fn uses(most_uses: Option<i64>, most_each: Option<i64>, code: &str, cut: CouponCut) -> CouponTerms {
    CouponTerms {
        most_uses,
        most_each,
        ..terms(code, cut)
    }
}

#[test]
fn a_coupon_comes_off_the_first_dates_as_often_as_it_may_and_the_quote_says_so() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        hand_out(&house, uses(None, Some(1), "UNEFOIS", tenth()));
        hand_out(&house, uses(Some(3), None, "TROIS", tenth()));
        let five = CouponCut::Amount(Money::from_cents(500));
        hand_out(&house, uses(None, None, "TOUJOURS", five));

        let once = with(&house, &ada, 3, "unefois");
        assert_eq!(
            quoted(&house, &ada, &once),
            Ok(vec![Some(2_700), Some(3_000), Some(3_000)])
        );
        let made = book(&house, &ada, &once);
        assert_eq!(cents(&made), [2_700, 3_000, 3_000]);
        assert_eq!(refusal(book(&house, &ada, &once)), CouponRefused::UsedByYou);
        let made = made.unwrap();
        let first = made.bookings[0].id;
        let_go(&house, first);
        // Given back, its use is had again by the first date of another series; the others of this one stay as they were agreed.
        let mut again = with(&house, &ada, 3, "UNEFOIS");
        again.booking.resource = house.studio;
        let again = book(&house, &ada, &again);
        assert_eq!(cents(&again), [2_700, 3_000, 3_000]);
        assert_eq!(
            house.booking(made.bookings[1].id).price.amount,
            Money::from_cents(3_000)
        );

        let mut skipping = with(&house, &bob, 5, "TROIS");
        skipping.booking.resource = another_room(&house, 1);
        skipping.adjusted.insert(june(16), Adjusted::Skipped);
        assert_eq!(
            quoted(&house, &bob, &skipping),
            Ok(vec![None, Some(2_700), Some(2_700), Some(2_700), Some(3_000)])
        );
        assert_eq!(
            cents(&book(&house, &bob, &skipping)),
            [2_700, 2_700, 2_700, 3_000]
        );
        let mut always = with(&house, &bob, 2, "TOUJOURS");
        always.booking.resource = another_room(&house, 2);
        assert_eq!(cents(&book(&house, &bob, &always)), [2_500, 2_500]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_code_that_is_not_good_or_takes_nothing_off_refuses_the_whole_series() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let unknown = with(&house, &ada, 2, "AUTRE");
        assert_eq!(quoted(&house, &ada, &unknown), Err(CouponRefused::Unknown));
        assert_eq!(refusal(book(&house, &ada, &unknown)), CouponRefused::Unknown);
        hand_out(&house, terms("BIENVENUE", tenth()));
        let mut for_house = with(&house, &ada, 2, "BIENVENUE");
        for_house.booking.holder = spaces::Holder::House;
        let fanny = house.facilitator();
        assert_eq!(refusal(book(&house, &fanny, &for_house)), CouponRefused::Nothing);
        let mut stale = with(&house, &ada, 2, "BIENVENUE");
        stale.total_shown = Some(Money::from_cents(6_000));
        let done = book(&house, &ada, &stale);
        assert!(
            matches!(done, Err(Failure::Refused(SeriesRefused::PriceChanged))),
            "{done:?}"
        );
        stale.total_shown = Some(Money::from_cents(5_700));
        assert_eq!(cents(&book(&house, &ada, &stale)), [2_700, 3_000]);
    });
}

#[test]
fn the_last_use_of_a_coupon_is_had_by_one_date_of_series_and_bookings_at_once() {
    on_both_engines(|fresh| {
        let house = House::new(fresh.database().clone());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let people = ["Ada Un", "Bob Deux", "Cleo Trois", "Dan Quatre"].map(|name| house.member(name));
        let rooms: Vec<_> = (0..4).map(|number| another_room(&house, number)).collect();
        for round in 0..rounds("TRIBU_RACES", 5) {
            let code = format!("DERNIER-{round}");
            hand_out(&house, uses(Some(1), None, &code, tenth()));
            let had = together(8, |number| {
                let actor = people[number % 4].clone();
                let mut new = with(&house, &actor, 2, &code);
                new.booking.resource = rooms[number % 4];
                let done = databases[number % 2].write_blocking(move |tx| {
                    if number < 4 {
                        let made = spaces::book_series(tx, &actor, &new);
                        made.map(|made| made.bookings)
                            .map_err(|failure| failure.map(|_| ()))
                    } else {
                        let made = spaces::book(tx, &actor, &new.booking);
                        made.map(|made| vec![made]).map_err(|failure| failure.map(|_| ()))
                    }
                });
                match done {
                    Ok(made) => made,
                    Err(Failure::Refused(())) => vec![],
                    Err(Failure::Fault(fault)) => panic!("{fault:?}"),
                }
            });
            let had: Vec<Booking> = had.into_iter().flatten().collect();
            let cheaper = had.iter().filter(|one| one.price.amount.cents() == 2_700);
            assert_eq!(cheaper.count(), 1, "round {round}: {had:?}");
            had.iter().for_each(|one| let_go(&house, one.id));
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_member_sees_off_which_dates_the_code_comes_before_booking_them() {
    both_engines(|db| {
        let house = House::new(db);
        hand_out(&house, terms("BIENVENUE", tenth()));
        let ada = house.member("Ada Un");
        let mut visitor = house.visitor(&ada);
        let address = crate::pages::new_form(&house, "16T09:00", "16T11:00");
        let form = visitor
            .page(&address)
            .form("form.booking-form")
            .with("repeat", "weekly")
            .with("count", "3")
            .and("step", "preview");
        let wrong = visitor.post(&form.clone().with("coupon", "AUTRE"));
        assert_eq!(wrong.status, 422);
        assert_eq!(
            wrong.html().field_error("coupon").unwrap(),
            "Ce code n’existe pas, ou n’est pas valable aujourd’hui."
        );
        let preview = visitor.post(&form.with("coupon", "bienvenue")).html();
        let first = preview.text(".series-dates > li:first-child");
        assert!(
            first.contains("27,00") && first.contains("BIENVENUE : \u{2212}3,00"),
            "{first}"
        );
        assert!(
            !preview
                .text(".series-dates > li:last-child")
                .contains("BIENVENUE")
        );
        assert!(
            preview.says("Le code est déduit d’une date sur 3.") && preview.says("87,00"),
            "{preview}"
        );
        let done = visitor.submit(&preview.form("form[action='/series']").bent("step", "book"));
        assert!(done.says("87,00") || done.says("27,00"), "{done}");
        assert_eq!(house.cents(&ada), [2_700, 3_000, 3_000]);
    });
}
