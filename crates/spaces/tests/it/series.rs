//! Series: all or nothing, and changes of many at once.

use crate::house::House;
use harness::{both_engines, rounds, together};
use kernel::{Actor, Day, MinuteOfDay, Money};
use platform::{Failure, Fault};
use spaces::{
    Adjusted, BookingId, BookingRefusal, BookingState, Cancellation, DailyHours, NewBooking, NewSeries,
    Reach, Recurrence, ResourceId, Scope, SeriesBooked, SeriesMove, SeriesRefused, SlotRefused,
    WindowRefused,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) type Booked = Result<SeriesBooked, Failure<SeriesRefused>>;

pub(crate) fn june(number: u8) -> Day {
    Day::new(2026, 6, number).unwrap()
}

fn hours(from: &str, until: &str) -> DailyHours {
    let minute = |text| MinuteOfDay::parse(text).unwrap();
    DailyHours::between(minute(from), minute(until), 0).unwrap()
}

/// Every Tuesday from 16 June on, 9 to 11 in the salon.
pub(crate) fn tuesdays(house: &House, actor: &Actor, count: u8) -> NewSeries {
    NewSeries {
        booking: NewBooking {
            title: "Atelier".to_owned(),
            ..house.own(actor, house.salon, "16 09:00", "16 11:00")
        },
        rule: Recurrence::parse(&format!("FREQ=WEEKLY;BYDAY=TU;COUNT={count}")).unwrap(),
        first: june(16),
        hours: hours("09:00", "11:00"),
        adjusted: BTreeMap::new(),
        total_shown: None,
    }
}

pub(crate) fn book(house: &House, actor: &Actor, new: &NewSeries) -> Booked {
    let new = new.clone();
    house.write(actor, move |tx, actor| spaces::book_series(tx, actor, &new))
}

fn refused<T: std::fmt::Debug>(done: Result<T, Failure<SeriesRefused>>) -> SeriesRefused {
    match done {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

fn all(booked: &SeriesBooked) -> Reach {
    Reach {
        series: booked.id,
        scope: Scope::All,
        from: None,
    }
}

fn following(booked: &SeriesBooked, from: BookingId) -> Reach {
    Reach {
        scope: Scope::Following,
        from: Some(from),
        ..all(booked)
    }
}

pub(crate) fn states(house: &House, booked: &SeriesBooked) -> Vec<BookingState> {
    let ids = booked.bookings.iter().map(|booking| booking.id);
    ids.map(|id| house.booking(id).state).collect()
}

#[test]
fn a_series_is_booked_whole_each_date_charged_and_kept_with_its_rule() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 3)).unwrap();
        assert_eq!(house.cents(&ada), [3_000, 3_000, 3_000]);
        let days: Vec<String> = booked
            .bookings
            .iter()
            .map(|one| one.period().to_string())
            .collect();
        assert_eq!(days[2], "2026-06-30T07:00:00Z/2026-06-30T09:00:00Z");
        let (place, id, first) = (house.place.id, booked.id, booked.bookings[0].id);
        let (known, of, occurrences) = house
            .db
            .read_blocking(move |tx| {
                let known = spaces::store::series::find(tx, place, id)?.unwrap();
                let of = spaces::store::series::of_booking(tx, place, first)?;
                Ok::<_, Fault>((known, of, spaces::store::series::occurrences(tx, place, id)?))
            })
            .unwrap();
        assert_eq!(known.rule.to_string(), "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        assert_eq!(
            (known.first, known.hours, of),
            (june(16), hours("09:00", "11:00"), Some(id))
        );
        assert_eq!(occurrences.len(), 3);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn one_date_that_does_not_go_keeps_all_from_being_booked_until_it_is_left_out_or_changed() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        house.booked(&bob, house.salon, "23 10:00", "23 12:00");
        let new = tuesdays(&house, &ada, 3);
        match refused(book(&house, &ada, &new)) {
            SeriesRefused::On {
                day,
                refusal: BookingRefusal::Slot(SlotRefused::Taken { .. }),
            } => assert_eq!(day, june(23)),
            other => panic!("{other:?}"),
        }
        assert_eq!(house.cents(&ada), [0; 0]);

        let asked = new.clone();
        let quoted = house
            .write(&ada, move |tx, actor| spaces::quote_series(tx, actor, &asked))
            .unwrap();
        let go: Vec<bool> = quoted
            .iter()
            .map(|day| matches!(day.outcome, Some(Ok(_))))
            .collect();
        assert_eq!(go, [true, false, true]);

        let skipped = NewSeries {
            adjusted: BTreeMap::from([(june(23), Adjusted::Skipped)]),
            ..new.clone()
        };
        assert_eq!(book(&house, &ada, &skipped).unwrap().bookings.len(), 2);
        let elsewhere = NewSeries {
            adjusted: BTreeMap::from([
                (june(16), Adjusted::At(house.studio, hours("09:00", "10:00"))),
                (june(23), Adjusted::At(house.salon, hours("14:00", "16:00"))),
                (june(30), Adjusted::Skipped),
            ]),
            ..new
        };
        let booked = book(&house, &ada, &elsewhere).unwrap();
        let cents: Vec<i64> = booked
            .bookings
            .iter()
            .map(|one| one.price.amount.cents())
            .collect();
        assert_eq!(cents, [1_500, 3_000]);
        assert_eq!(booked.bookings[0].resource, house.studio);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_series_that_meets_itself_a_limit_or_another_total_is_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let new = tuesdays(&house, &ada, 3);
        let total = |cents| NewSeries {
            total_shown: Some(Money::from_cents(cents)),
            ..new.clone()
        };
        assert_eq!(
            refused(book(&house, &ada, &total(8_999))),
            SeriesRefused::PriceChanged
        );
        let daily = NewSeries {
            rule: Recurrence::parse("FREQ=DAILY;COUNT=2").unwrap(),
            hours: DailyHours {
                minutes: 25 * 60,
                ..new.hours
            },
            ..new.clone()
        };
        let met = refused(book(&house, &ada, &daily));
        assert!(
            matches!(met, SeriesRefused::On { day, refusal: BookingRefusal::Slot(SlotRefused::TakenByYou { .. }) } if day == june(17)),
            "{met:?}"
        );
        // A member books a year ahead at most: the limits hold for every date (RULES 9).
        let long = NewSeries {
            rule: Recurrence::parse("FREQ=MONTHLY;BYDAY=3TU;COUNT=14").unwrap(),
            ..new.clone()
        };
        let far = refused(book(&house, &ada, &long));
        assert!(
            matches!(
                far,
                SeriesRefused::On {
                    refusal: BookingRefusal::Window(WindowRefused::TooFar { .. }),
                    ..
                }
            ),
            "{far:?}"
        );
        let none = NewSeries {
            rule: Recurrence::parse("FREQ=DAILY;UNTIL=20260601").unwrap(),
            ..new.clone()
        };
        assert_eq!(refused(book(&house, &ada, &none)), SeriesRefused::NoDays);
        let many = NewSeries {
            rule: Recurrence::parse("FREQ=DAILY;UNTIL=20280601").unwrap(),
            ..new.clone()
        };
        assert_eq!(refused(book(&house, &ada, &many)), SeriesRefused::TooManyDays);
        book(&house, &ada, &total(9_000)).unwrap();
    });
}

#[test]
fn giving_up_this_one_and_the_following_keeps_those_before_and_asks_the_sum_of_the_fees() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let terms = vec![
            spaces::Term {
                notice_minutes: 10 * 1_440,
                fee: kernel::Rate::ZERO,
            },
            spaces::Term {
                notice_minutes: 0,
                fee: kernel::Rate::from_basis_points(5_000),
            },
        ];
        house
            .write(&house.system(), move |tx, actor| {
                spaces::set_cancellation_terms(tx, actor, kernel::Audience::Nomad, terms.clone())
            })
            .unwrap();
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 4)).unwrap();
        house.set_clock("16 10:00");
        let cancel = |actor: &Actor, reach: Reach, shown: i64| {
            let wanted = Cancellation {
                fee_shown: Some(Money::from_cents(shown)),
                waived: false,
            };
            house.write(actor, move |tx, actor| {
                spaces::cancel_series(tx, actor, reach, wanted)
            })
        };
        let second = booked.bookings[1].id;
        // The 23rd is a week away and costs half; the 30th and 7 July are in time.
        assert_eq!(
            refused(cancel(&ada, following(&booked, second), 0)),
            SeriesRefused::PriceChanged
        );
        assert_eq!(cancel(&ada, following(&booked, second), 1_500).unwrap().len(), 3);
        let cancelled = BookingState::Cancelled;
        assert_eq!(
            states(&house, &booked),
            [BookingState::Confirmed, cancelled, cancelled, cancelled]
        );
        assert_eq!(house.cents(&ada), [3_000, 1_500]);
        // What has begun is no longer given up.
        assert_eq!(refused(cancel(&ada, all(&booked), 0)), SeriesRefused::NoDays);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn moving_all_is_one_act_and_a_date_in_conflict_may_stay() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 3)).unwrap();
        house.booked(&bob, house.studio, "23 15:00", "23 16:00");
        let to = |left: &[Day], shown: Option<i64>| SeriesMove {
            resource: house.studio,
            hours: hours("14:00", "17:00"),
            left: left.iter().copied().collect::<BTreeSet<Day>>(),
            total_shown: shown.map(Money::from_cents),
        };
        let go = |to: SeriesMove| {
            let reach = all(&booked);
            house.write(&ada, move |tx, actor| spaces::move_series(tx, actor, reach, &to))
        };
        let met = refused(go(to(&[], None)));
        assert!(
            matches!(met, SeriesRefused::On { day, .. } if day == june(23)),
            "{met:?}"
        );
        assert!(
            booked
                .bookings
                .iter()
                .all(|one| house.booking(one.id).resource == house.salon)
        );
        let quoted = {
            let (reach, to) = (all(&booked), to(&[june(23)], None));
            house.write(&ada, move |tx, actor| {
                spaces::quote_series_move(tx, actor, reach, &to)
            })
        };
        let after: Vec<Option<i64>> = quoted
            .unwrap()
            .iter()
            .map(|day| Some(day.outcome.as_ref()?.as_ref().ok()?.price.after.cents()))
            .collect();
        assert_eq!(after, [Some(4_500), None, Some(4_500)]);
        assert_eq!(
            refused(go(to(&[june(23)], Some(8_999)))),
            SeriesRefused::PriceChanged
        );
        assert_eq!(go(to(&[june(23)], Some(9_000))).unwrap().len(), 2);
        let spaces: Vec<ResourceId> = booked
            .bookings
            .iter()
            .map(|one| house.booking(one.id).resource)
            .collect();
        assert_eq!(spaces, [house.studio, house.salon, house.studio]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_race_of_series_over_the_same_dates_is_won_by_one_and_no_date_is_left_behind() {
    both_engines(|db| {
        let house = House::new(db);
        let actors = [house.member("Ada Un"), house.member("Bob Deux")];
        for round in 0..rounds("TRIBU_RACES", 20) {
            let done: Vec<Booked> = together(8, |number| {
                let actor = actors[number % 2].clone();
                // They cross: each begins a week after the one before.
                let first = june(16).plus_days(7 * i64::try_from(number % 3).unwrap());
                let new = NewSeries {
                    first,
                    ..tuesdays(&house, &actor, 4)
                };
                book(&house, &actor, &new)
            });
            let made: Vec<&SeriesBooked> = done.iter().flatten().collect();
            assert_eq!(made.len(), 1, "round {round}");
            assert_eq!(made[0].bookings.len(), 4);
            let reach = all(made[0]);
            let actor = house.system();
            house
                .write(&actor, move |tx, actor| {
                    spaces::cancel_series(tx, actor, reach, Cancellation::default())
                })
                .unwrap();
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
