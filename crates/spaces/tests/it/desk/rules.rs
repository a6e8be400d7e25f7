//! What check-ins come to, without any database.

use kernel::{Day, Id, Instant, MinuteOfDay, Period, PersonId};
use offers::DayUse;
use proptest::prelude::*;
use spaces::rules::board::{RoomNow, room_now};
use spaces::rules::check_in::{Arrival, Presence, Standing, arrival, day_use, grounds, usual_part};
use spaces::{CheckIn, CheckInKind, CheckInRefusal, Part, Welcome};

const MORNING: Part = Part::Morning;
const AFTERNOON: Part = Part::Afternoon;
const DAY: Part = Part::Day;

fn one(id: i64, part: Part, left: bool) -> CheckIn {
    CheckIn {
        id: Id::from_i64(id),
        person: PersonId::from_i64(1),
        day: Day::new(2026, 6, 15).unwrap(),
        part,
        widened_from: None,
        kind: CheckInKind::Pass,
        arrived_at: Instant::from_seconds(id),
        left_at: left.then(|| Instant::from_seconds(id + 100)),
        cancelled_at: None,
        created_by: None,
    }
}

#[test]
fn an_arrival_comes_to_what_the_day_does_not_hold_yet() {
    let here = |id, part| Arrival::Here {
        since: Instant::from_seconds(id),
        part,
    };
    let table: Vec<(Vec<CheckIn>, Part, Arrival)> = vec![
        (vec![], MORNING, Arrival::New),
        (vec![], DAY, Arrival::New),
        (vec![one(1, MORNING, false)], MORNING, here(1, MORNING)),
        (
            vec![one(1, MORNING, true)],
            MORNING,
            Arrival::Back(Id::from_i64(1)),
        ),
        (vec![one(1, MORNING, false)], AFTERNOON, Arrival::New),
        (vec![one(1, MORNING, true)], AFTERNOON, Arrival::New),
        (vec![one(1, MORNING, false)], DAY, Arrival::Wider(Id::from_i64(1))),
        (vec![one(1, MORNING, true)], DAY, Arrival::Wider(Id::from_i64(1))),
        (
            vec![one(1, AFTERNOON, false)],
            DAY,
            Arrival::Wider(Id::from_i64(1)),
        ),
        (vec![one(1, DAY, false)], MORNING, here(1, DAY)),
        (vec![one(1, DAY, true)], AFTERNOON, Arrival::Back(Id::from_i64(1))),
        (
            vec![one(1, MORNING, true), one(2, AFTERNOON, false)],
            DAY,
            here(2, AFTERNOON),
        ),
        (
            vec![one(1, MORNING, true), one(2, AFTERNOON, true)],
            DAY,
            Arrival::Back(Id::from_i64(2)),
        ),
    ];
    for (open, wanted, expected) in table {
        assert_eq!(arrival(&open, wanted), expected, "{wanted} with {open:?}");
    }
}

#[test]
fn before_half_past_twelve_an_arrival_is_for_the_morning() {
    let midday = MinuteOfDay::parse("12:30").unwrap();
    for (clock, part) in [
        ("0:00", MORNING),
        ("9:00", MORNING),
        ("12:29", MORNING),
        ("12:30", AFTERNOON),
        ("18:00", AFTERNOON),
    ] {
        assert_eq!(
            usual_part(MinuteOfDay::parse(clock).unwrap(), midday),
            part,
            "{clock}"
        );
    }
}

#[test]
fn a_morning_lingers_an_hour_before_the_desk_is_told() {
    let midday = MinuteOfDay::parse("12:30").unwrap();
    let at = |clock, check_in: &CheckIn| check_in.presence(MinuteOfDay::parse(clock).unwrap(), midday);
    assert_eq!(at("13:29", &one(1, MORNING, false)), Presence::Here);
    assert_eq!(at("13:30", &one(1, MORNING, false)), Presence::HalfOver);
    assert_eq!(at("18:00", &one(1, DAY, false)), Presence::Here);
    assert_eq!(at("9:00", &one(1, MORNING, true)), Presence::Left);
}

#[test]
fn what_is_held_decides_before_what_the_team_chooses() {
    let nothing = Standing::default();
    let table = [
        (
            Standing {
                staff: true,
                plan: true,
                pass: true,
            },
            None,
            Ok(CheckInKind::Staff),
        ),
        (
            Standing {
                plan: true,
                pass: true,
                ..nothing
            },
            Some(Welcome::Debt),
            Ok(CheckInKind::Plan),
        ),
        (
            Standing {
                pass: true,
                ..nothing
            },
            Some(Welcome::Trial),
            Ok(CheckInKind::Pass),
        ),
        (nothing, Some(Welcome::Trial), Ok(CheckInKind::Trial)),
        (nothing, Some(Welcome::Debt), Ok(CheckInKind::Debt)),
        (nothing, None, Err(CheckInRefusal::NothingHeld)),
    ];
    for (standing, chosen, expected) in table {
        assert_eq!(grounds(standing, chosen), expected, "{standing:?} {chosen:?}");
    }
}

#[test]
fn a_day_uses_what_counts_units_and_nothing_else() {
    let of = |kind, part| CheckIn {
        kind,
        ..one(1, part, false)
    };
    let undone = CheckIn {
        cancelled_at: Some(Instant::EPOCH),
        ..one(1, DAY, false)
    };
    assert_eq!(day_use(&[]), DayUse::Nothing);
    assert_eq!(day_use(&[one(1, MORNING, true)]), DayUse::HalfDay);
    assert_eq!(
        day_use(&[one(1, MORNING, false), one(2, AFTERNOON, false)]),
        DayUse::TwoHalfDays
    );
    assert_eq!(day_use(&[one(1, DAY, false)]), DayUse::Day);
    assert_eq!(day_use(&[undone]), DayUse::Nothing);
    assert_eq!(
        day_use(&[of(CheckInKind::Trial, MORNING), of(CheckInKind::Pass, AFTERNOON)]),
        DayUse::HalfDay
    );
    assert_eq!(
        day_use(&[of(CheckInKind::Plan, DAY), of(CheckInKind::Staff, DAY)]),
        DayUse::Nothing
    );
    assert_eq!(
        day_use(&[of(CheckInKind::Debt, MORNING), of(CheckInKind::Pass, AFTERNOON)]),
        DayUse::TwoHalfDays
    );
}

fn hours(from: i64, until: i64) -> Period {
    Period::new(
        Instant::from_seconds(from * 3600),
        Instant::from_seconds(until * 3600),
    )
    .unwrap()
}

fn at(hour: i64) -> Instant {
    Instant::from_seconds(hour * 3600)
}

#[test]
fn bookings_back_to_back_keep_a_room_busy() {
    let taken = [hours(9, 10), hours(10, 12), hours(14, 15)];
    assert_eq!(room_now(1, &taken, at(8)), RoomNow::Free { until: Some(at(9)) });
    assert_eq!(room_now(1, &taken, at(9)), RoomNow::Busy { until: at(12) });
    assert_eq!(room_now(1, &taken, at(12)), RoomNow::Free { until: Some(at(14)) });
    assert_eq!(room_now(1, &taken, at(15)), RoomNow::Free { until: None });
}

#[test]
fn a_pool_is_busy_when_its_last_unit_is_taken() {
    let taken = [hours(9, 12), hours(10, 11)];
    assert_eq!(room_now(2, &taken, at(9)), RoomNow::Free { until: Some(at(10)) });
    assert_eq!(room_now(2, &taken, at(10)), RoomNow::Busy { until: at(11) });
    assert_eq!(room_now(3, &taken, at(10)), RoomNow::Free { until: None });
}

proptest! {
    #[test]
    fn whatever_the_order_a_day_uses_the_same(parts in prop::collection::vec(0..3_usize, 0..6)) {
        let mut open: Vec<CheckIn> = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let part = Part::ALL[*part];
            match arrival(&open, part) {
                Arrival::New => open.push(one(i64::try_from(number).unwrap(), part, false)),
                Arrival::Wider(id) => open.iter_mut().find(|one| one.id == id).unwrap().part = DAY,
                Arrival::Back(_) | Arrival::Here { .. } => {}
            }
        }
        let asked: Vec<Part> = parts.iter().map(|part| Part::ALL[*part]).collect();
        let morning = asked.iter().any(|part| part.covers(MORNING));
        let afternoon = asked.iter().any(|part| part.covers(AFTERNOON));
        let used = day_use(&open);
        prop_assert_eq!(used == DayUse::Nothing, asked.is_empty());
        prop_assert_eq!(matches!(used, DayUse::Day | DayUse::TwoHalfDays), morning && afternoon);
        let mut backwards = open.clone();
        backwards.reverse();
        prop_assert_eq!(day_use(&backwards), used);
    }
}

#[test]
fn a_room_is_free_no_longer_than_it_is_open() {
    let open = [
        Period::new(at(9), at(12)).unwrap(),
        Period::new(at(14), at(18)).unwrap(),
    ];
    let free = |until| RoomNow::Free { until };
    assert_eq!(free(None).while_open(&open, at(10)), free(Some(at(12))));
    assert_eq!(free(Some(at(11))).while_open(&open, at(10)), free(Some(at(11))));
    assert_eq!(
        free(None).while_open(&open, at(13)),
        RoomNow::Closed { opens: Some(at(14)) }
    );
    assert_eq!(
        free(None).while_open(&open, at(18)),
        RoomNow::Closed { opens: None }
    );
    let busy = RoomNow::Busy { until: at(20) };
    assert_eq!(
        busy.while_open(&open, at(19)),
        busy,
        "somebody is there by leave of the house"
    );
}
