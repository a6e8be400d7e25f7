//! On which days something repeats, by tables, by properties, and against an implementation that is not ours.

use kernel::{Day, MinuteOfDay, Weekday, Zone};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use spaces::{DailyHours, Ending, Pattern, Recurrence, RecurrenceRefused};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn days(rule: &str, first: &str) -> Vec<String> {
    let rule = Recurrence::parse(rule).unwrap();
    rule.days(day(first)).iter().map(Day::to_string).collect()
}

#[test]
fn every_line_of_the_table_of_rules_holds() {
    let table = include_str!("../../../../docs/rules.md")
        .split_once("| rule | from | days |")
        .unwrap()
        .1;
    let lines: Vec<&str> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert_eq!(lines.len(), 6);
    for line in lines {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(days(cells[0], cells[1]).join(" "), cells[2], "{line}");
    }
}

#[test]
fn rules_that_begin_between_their_days_or_skip_years_give_what_they_should() {
    let cases: [(&str, &str, &[&str]); 3] = [
        (
            "FREQ=DAILY;INTERVAL=3;COUNT=3",
            "2026-06-29",
            &["2026-06-29", "2026-07-02", "2026-07-05"],
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3",
            "2028-01-30",
            &["2028-02-29", "2028-03-29", "2028-04-29"],
        ),
        (
            "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29;UNTIL=20330101",
            "2028-02-29",
            &["2028-02-29", "2032-02-29"],
        ),
    ];
    for (rule, first, expected) in cases {
        assert_eq!(days(rule, first), expected, "{rule} from {first}");
    }
}

#[test]
fn no_rule_gives_more_than_two_hundred_and_one_days_or_goes_on_for_ever() {
    assert_eq!(days("FREQ=DAILY;UNTIL=20990101", "2026-06-16").len(), 201);
    assert_eq!(days("FREQ=DAILY;UNTIL=20260615", "2026-06-16").len(), 0);
    // A year of twelve months whose February never has thirty days.
    assert_eq!(
        days("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;COUNT=5", "2026-02-01").len(),
        0
    );
}

#[test]
fn texts_that_are_no_rules_are_refused() {
    let malformed = [
        "",
        "FREQ=WEEKLY",
        "FREQ=YEARLY;COUNT=2",
        "FREQ=DAILY;COUNT=2;UNTIL=20260630",
        "FREQ=DAILY;BYDAY=MO;COUNT=2",
        "FREQ=MONTHLY;BYDAY=6MO;COUNT=2",
        "FREQ=MONTHLY;BYDAY=0MO;COUNT=2",
        "FREQ=MONTHLY;BYDAY=é;COUNT=2",
        "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2",
        "FREQ=WEEKLY;BYDAY=LU;COUNT=2",
        "FREQ=DAILY;UNTIL=2026é630",
        "FREQ=DAILY;UNTIL=20260631",
    ];
    for text in malformed {
        assert_eq!(
            Recurrence::parse(text),
            Err(RecurrenceRefused::Malformed),
            "{text}"
        );
    }
    let refused = |text| Recurrence::parse(text).unwrap_err();
    assert_eq!(refused("FREQ=DAILY;INTERVAL=0;COUNT=2"), RecurrenceRefused::Every);
    assert_eq!(refused("FREQ=DAILY;COUNT=0"), RecurrenceRefused::Count);
    assert_eq!(refused("FREQ=DAILY;COUNT=201"), RecurrenceRefused::Count);
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0_usize..7).prop_map(|number| Weekday::ALL[number])
}

fn rules() -> impl Strategy<Value = (Recurrence, Day)> {
    let patterns = prop_oneof![
        Just(Pattern::Daily),
        prop::collection::vec(weekday(), 1..4).prop_map(Pattern::Weekly),
        (1_u8..=31).prop_map(Pattern::MonthlyOn),
        (prop_oneof![Just(-1_i8), 1_i8..=5], weekday()).prop_map(|(nth, day)| Pattern::MonthlyNth(nth, day)),
    ];
    (
        patterns,
        1_u16..=13,
        0_i64..2_000,
        any::<bool>(),
        1_u16..=60,
        0_i64..900,
    )
        .prop_map(|(pattern, every, from, counted, count, until)| {
            let first = day("2025-09-01").plus_days(from);
            let ending = if counted {
                Ending::Count(count)
            } else {
                Ending::Until(first.plus_days(until))
            };
            let rule = Recurrence {
                pattern,
                every,
                ending,
            };
            (rule.checked().unwrap(), first)
        })
}

proptest! {
    #[test]
    fn a_rule_is_read_as_it_was_written((rule, first) in rules()) {
        prop_assert_eq!(Recurrence::parse(&rule.to_string()), Ok(rule.clone()));
        let days = rule.days(first);
        prop_assert!(days.is_sorted() && days.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(days.iter().all(|day| *day >= first));
    }
}

#[test]
fn nine_o_clock_stays_nine_o_clock_across_both_clock_changes() {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let at = |text| MinuteOfDay::parse(text).unwrap();
    let hours = DailyHours::between(at("09:00"), at("11:00"), 0).unwrap();
    let instants = |first: &str| -> Vec<String> {
        let rule = Recurrence::parse("FREQ=WEEKLY;BYDAY=MO;COUNT=2").unwrap();
        let days = rule.days(day(first)).into_iter();
        days.map(|day| hours.on(day, &zone).unwrap().to_string())
            .collect()
    };
    assert_eq!(
        instants("2026-03-23"),
        [
            "2026-03-23T08:00:00Z/2026-03-23T10:00:00Z",
            "2026-03-30T07:00:00Z/2026-03-30T09:00:00Z"
        ]
    );
    assert_eq!(
        instants("2026-10-19"),
        [
            "2026-10-19T07:00:00Z/2026-10-19T09:00:00Z",
            "2026-10-26T08:00:00Z/2026-10-26T10:00:00Z"
        ]
    );
    // 02:30 does not exist that night and moves by the gap; the booking lasts as long as on other nights.
    let night = DailyHours::between(at("02:30"), at("04:00"), 0).unwrap();
    let spring = night.on(day("2026-03-29"), &zone).unwrap();
    assert_eq!(spring.to_string(), "2026-03-29T01:30:00Z/2026-03-29T03:00:00Z");
}

/// Expands a rule with python-dateutil: days as naive local times, then a zone; what does not exist moves by the gap.
const ORACLE: &str = r#"
import sys, datetime
from dateutil import rrule, tz
paris, utc = tz.gettz("Europe/Paris"), tz.UTC
for line in sys.stdin:
    first, time, rule = line.strip().split(" ")
    start = datetime.datetime.fromisoformat(first + "T" + time)
    if "UNTIL=" in rule:
        rule += "T235959"
    found = [one for one in rrule.rrulestr(rule, dtstart=start)[:201] if one.year < 2036]
    local = [tz.resolve_imaginary(one.replace(tzinfo=paris)) for one in found]
    print(",".join(one.astimezone(utc).strftime("%Y-%m-%dT%H:%M:%SZ") for one in local))
"#;

/// The python that has dateutil and icalendar: that of `bin/test`, else whatever is found.
pub(crate) fn python() -> PathBuf {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/oracle/bin/python");
    if own.exists() {
        own
    } else {
        PathBuf::from("python3")
    }
}

#[test]
fn two_hundred_random_rules_agree_with_python_dateutil_across_the_clock_changes() {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    let times = ["00:00", "02:00", "02:30", "03:00", "09:00", "18:45"];
    let mut cases = Vec::new();
    for number in 0..200 {
        let (rule, first) = rules().new_tree(&mut runner).unwrap().current();
        cases.push((rule, first, times[number % times.len()]));
    }
    let asked: String = cases
        .iter()
        .map(|(rule, first, time)| format!("{first} {time} {rule}\n"))
        .collect();
    let mut oracle = Command::new(python())
        .args(["-c", ORACLE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is installed");
    oracle.stdin.take().unwrap().write_all(asked.as_bytes()).unwrap();
    let answer = oracle.wait_with_output().unwrap();
    assert!(
        answer.status.success(),
        "python-dateutil answers: bin/test installs it"
    );
    let answer = String::from_utf8(answer.stdout).unwrap();
    let expected: Vec<&str> = answer.lines().collect();
    assert_eq!(expected.len(), cases.len());
    let (mut dates, mut changes) = (0, std::collections::BTreeSet::new());
    for ((rule, first, time), expected) in cases.iter().zip(expected) {
        let hours = DailyHours {
            starts: MinuteOfDay::parse(time).unwrap(),
            minutes: 60,
        };
        // dateutil knows no clock change after 2037, and nobody books so far ahead.
        let days: Vec<Day> = rule
            .days(*first)
            .into_iter()
            .filter(|day| day.year() < 2036)
            .collect();
        let found: Vec<String> = days
            .iter()
            .map(|day| hours.on(*day, &zone).unwrap().start().to_string())
            .collect();
        assert_eq!(found.join(","), expected, "{rule} from {first} {time}");
        dates += days.len();
        changes.extend(
            days.iter()
                .map(|day| zone.day_bounds(*day).minutes())
                .filter(|minutes| *minutes != 1_440),
        );
    }
    assert!(dates > 2_000, "{dates} dates");
    assert_eq!(changes.len(), 2, "days of 23 and of 25 hours are among them");
}
