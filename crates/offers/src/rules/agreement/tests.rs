#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn terms(span: QuotaSpan, from: &str, until: &str) -> AgreementTerms {
    AgreementTerms {
        organisation: Id::from_i64(1),
        name: Name::parse("Convention").expect("a name"),
        minutes: 7_200,
        span,
        due: Rate::ZERO,
        days: Days::new(day(from), day(until)).expect("in order"),
        kinds: BTreeSet::from(["room".to_owned()]),
        note: String::new(),
    }
}

#[test]
fn periods_follow_the_calendar() {
    let table = [
        (QuotaSpan::Month, "2026-02-15", "2026-02-01", "2026-02-28"),
        (QuotaSpan::Quarter, "2026-02-15", "2026-01-01", "2026-03-31"),
        (QuotaSpan::Quarter, "2026-12-31", "2026-10-01", "2026-12-31"),
        (QuotaSpan::Quarter, "2026-04-01", "2026-04-01", "2026-06-30"),
        (QuotaSpan::Year, "2028-07-14", "2028-01-01", "2028-12-31"),
    ];
    for (span, on, first, last) in table {
        let found = span.period_of(day(on));
        assert_eq!(
            (found.first(), found.last()),
            (day(first), day(last)),
            "{span} {on}"
        );
    }
}

#[test]
fn a_period_begun_late_or_ended_early_gives_its_days() {
    let table = [
        (QuotaSpan::Month, "2026-06-01", "2026-12-31", "2026-06-15", 7_200),
        (QuotaSpan::Month, "2026-06-11", "2026-12-31", "2026-06-15", 4_800),
        (
            QuotaSpan::Quarter,
            "2026-05-01",
            "2026-12-31",
            "2026-06-15",
            4_826,
        ),
        (QuotaSpan::Year, "2026-07-01", "2027-06-30", "2026-08-01", 3_630),
        (QuotaSpan::Year, "2026-07-01", "2027-06-30", "2027-01-01", 3_570),
        (QuotaSpan::Month, "2026-06-11", "2026-06-20", "2026-06-15", 2_400),
        (QuotaSpan::Month, "2026-06-11", "2026-06-20", "2026-07-15", 0),
    ];
    for (span, from, until, on, expected) in table {
        assert_eq!(
            terms(span, from, until).quota_on(day(on)),
            expected,
            "{span} {from} {on}"
        );
    }
}

#[test]
fn it_gives_hours_of_its_kinds_on_its_days_alone() {
    let agreed = terms(QuotaSpan::Month, "2026-06-11", "2026-06-20");
    assert!(agreed.gives("room", day("2026-06-11")) && agreed.gives("room", day("2026-06-20")));
    assert!(!agreed.gives("room", day("2026-06-21")) && !agreed.gives("hall", day("2026-06-15")));
}

#[test]
fn what_is_no_agreement_is_refused() {
    let good = terms(QuotaSpan::Month, "2026-06-11", "2026-06-20");
    assert_eq!(good.check(), Ok(()));
    let hours = AgreementRefused::Hours { maximum: 10_000 };
    for minutes in [0, 600_001] {
        assert_eq!(
            AgreementTerms {
                minutes,
                ..good.clone()
            }
            .check(),
            Err(hours.clone())
        );
    }
    let due = Rate::HUNDRED;
    assert_eq!(
        AgreementTerms { due, ..good.clone() }.check(),
        Err(AgreementRefused::Due)
    );
    let kinds = BTreeSet::new();
    assert_eq!(
        AgreementTerms { kinds, ..good }.check(),
        Err(AgreementRefused::NoKind)
    );
}
