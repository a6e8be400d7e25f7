use crate::rules::duty::{
    DAYS_AHEAD, Duty, DutyRefused, DutyState, MOST_UNITS, MOST_WANTED, Shift, check_day, check_notice,
    minutes_by_person, sheet,
};
use kernel::{Day, Days, Id, MinuteOfDay, PersonId};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn minute(text: &str) -> MinuteOfDay {
    MinuteOfDay::parse(text).unwrap()
}

/// Every Tuesday morning from 2 June 2026.
fn tuesday() -> Shift {
    Shift {
        id: Id::from_i64(1),
        weekday: day("2026-06-02").weekday(),
        from: minute("09:00"),
        until: minute("12:30"),
        wanted: 2,
        label: String::new(),
        units: 3,
        from_day: day("2026-06-02"),
        until_day: None,
    }
}

fn duty(on: &str, person: i64, state: DutyState) -> Duty {
    Duty {
        id: Id::from_i64(person),
        shift: Id::from_i64(1),
        day: day(on),
        person: PersonId::from_i64(person),
        from: minute("09:00"),
        until: minute("12:30"),
        units: 3,
        state,
    }
}

#[test]
fn the_sheet_of_a_week_says_who_is_wanted() {
    let (done, gone, taken, missed) = (
        DutyState::Done,
        DutyState::GivenUp,
        DutyState::Taken,
        DutyState::Missed,
    );
    // who has it, how many are missing
    let cases: [(&[DutyState], i64); 6] = [
        (&[], 2),
        (&[taken], 1),
        (&[taken, done], 0),
        (&[gone], 2),
        (&[missed, taken], 1),
        (&[taken, taken, taken], 0),
    ];
    let week = Days::new(day("2026-06-08"), day("2026-06-14")).unwrap();
    for (states, missing) in cases {
        let duties: Vec<Duty> = (1..)
            .zip(states)
            .map(|(n, state)| duty("2026-06-09", n, *state))
            .collect();
        let slots = sheet(week, &[tuesday()], &duties);
        assert_eq!(slots.len(), 1);
        assert_eq!(
            (slots[0].day, slots[0].missing()),
            (day("2026-06-09"), missing),
            "{states:?}"
        );
    }
    let before = Days::new(day("2026-05-25"), day("2026-05-31")).unwrap();
    assert!(
        sheet(before, &[tuesday()], &[]).is_empty(),
        "before its first day"
    );
    let ended = Shift {
        until_day: Some(day("2026-06-02")),
        ..tuesday()
    };
    assert!(
        sheet(week, std::slice::from_ref(&ended), &[]).is_empty(),
        "after its last day"
    );
    let kept = sheet(week, &[ended], &[duty("2026-06-09", 1, taken)]);
    assert_eq!(kept.len(), 1, "whoever has it still stands there");
}

#[test]
fn a_shift_is_taken_from_today_to_two_months_ahead_on_its_weekday() {
    let today = day("2026-06-08");
    let until = today.plus_days(DAYS_AHEAD);
    for (on, expected) in [
        ("2026-06-07", Err(DutyRefused::Past)),
        ("2026-06-08", Err(DutyRefused::NotThatDay)),
        ("2026-06-09", Ok(())),
        ("2026-08-04", Ok(())),
        ("2026-08-11", Err(DutyRefused::TooFar { until })),
    ] {
        assert_eq!(check_day(&tuesday(), day(on), today), expected, "{on}");
    }
}

#[test]
fn a_shift_is_given_up_a_day_before_at_the_latest() {
    let late = Err(DutyRefused::TooLate { hours: 24 });
    for (minutes, expected) in [
        (24 * 60, Ok(())),
        (24 * 60 - 1, late.clone()),
        (0, late.clone()),
        (-5, late),
    ] {
        assert_eq!(check_notice(minutes), expected, "{minutes}");
    }
}

#[test]
fn what_cannot_be_meant_is_no_shift() {
    let with = |change: fn(&mut Shift)| {
        let mut shift = tuesday();
        change(&mut shift);
        shift.check()
    };
    assert_eq!(with(|_| {}), Ok(()));
    assert_eq!(with(|shift| shift.until = shift.from), Err(DutyRefused::Hours));
    for wanted in [0, MOST_WANTED + 1] {
        let shift = Shift { wanted, ..tuesday() };
        assert_eq!(shift.check(), Err(DutyRefused::Wanted { maximum: MOST_WANTED }));
    }
    for units in [-1, MOST_UNITS + 1] {
        let shift = Shift { units, ..tuesday() };
        assert_eq!(shift.check(), Err(DutyRefused::Units { maximum: MOST_UNITS }));
    }
    assert_eq!(
        with(|shift| shift.until_day = Some(shift.from_day.previous())),
        Err(DutyRefused::ShiftEnded)
    );
}

proptest! {
    #[test]
    fn hours_of_volunteers_are_those_of_shifts_done(states in prop::collection::vec((1_i64..4, 0_usize..4), 0..20)) {
        let duties: Vec<Duty> = states
            .iter()
            .map(|(person, state)| duty("2026-06-09", *person, DutyState::ALL[*state]))
            .collect();
        let counted = minutes_by_person(&duties);
        let done = duties.iter().filter(|duty| duty.state == DutyState::Done).count();
        prop_assert_eq!(counted.values().sum::<i64>(), i64::try_from(done).unwrap() * 210);
        prop_assert!(counted.values().all(|minutes| *minutes > 0));
    }
}
