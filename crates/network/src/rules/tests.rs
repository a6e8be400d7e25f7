//! Cases of every decision of the network.

use super::agreement::{HomeTerms, Partner, PartnerRefused, Rates, address, check_rates, own_address};
use super::code::{Invitation, VisitingCode, grouped, shared_key};
use super::signing::{Signed, is_timely};
use super::statement::{Line, compare};
use super::visit::{Facts, PartnerVisit, Reason, Side, VisitState, admit, claim, take_back};
use kernel::{Day, Id, Instant, Money};
use spaces::Part;
use std::collections::BTreeSet;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn rates() -> Rates {
    Rates {
        half_day: cents(800),
        day: cents(1_400),
        from: day("2026-06-01"),
        until: Some(day("2026-12-31")),
    }
}

fn partner() -> Partner {
    Partner {
        id: Id::from_i64(1),
        name: "La Fabrique".to_owned(),
        town: "Romans".to_owned(),
        url: "https://fabrique.example.org".to_owned(),
        agreement: "ABCDEFGH01234567".to_owned(),
        inviter: true,
        invitation: String::new(),
        invited_until: Instant::from_seconds(0),
        key: "k".to_owned(),
        rates: rates(),
        terms: HomeTerms {
            accepted: BTreeSet::new(),
            cap_days: 2,
            organisation: None,
            product: None,
        },
        joined_at: Some(Instant::from_seconds(0)),
        suspended_at: None,
        ended_at: None,
    }
}

fn visit(id: i64, on: &str, part: Part, amount: i64) -> PartnerVisit {
    PartnerVisit {
        id: Id::from_i64(id),
        partner: Id::from_i64(1),
        side: Side::Home,
        reference: id.to_string(),
        person: None,
        visitor: String::new(),
        code: String::new(),
        day: day(on),
        part,
        state: VisitState::Made,
        units: 0,
        units_left: 0,
        amount: cents(amount),
        asked_at: Instant::from_seconds(id),
        undone_at: None,
        charge: None,
    }
}

#[test]
fn what_is_claimed_is_the_table_of_the_rules() {
    let guide = include_str!("../../../../docs/rules.md");
    let (_, rest) = guide.split_once("| already claimed that day |").unwrap();
    let mut lines = 0;
    for line in rest.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let parts = |cell: &str| match cell {
            "nothing" => vec![],
            "the morning" => vec![Part::Morning],
            "the afternoon" => vec![Part::Afternoon],
            "the day" => vec![Part::Day],
            other => panic!("{other}"),
        };
        let before = parts(cells[0]);
        let claimed = Money::parse(cells[1]).unwrap();
        let next = parts(cells[2])[0];
        assert_eq!(
            claim(&rates(), &before, next, claimed),
            Money::parse(cells[3]).unwrap(),
            "{line}"
        );
        lines += 1;
    }
    assert_eq!(lines, 4);
    let dear = Rates {
        day: cents(5_000),
        ..rates()
    };
    assert_eq!(
        claim(&dear, &[], Part::Day, Money::ZERO),
        cents(1_600),
        "two half-days are cheaper"
    );
}

fn admitted(
    partner: &Partner,
    on: &str,
    part: Part,
    member: bool,
    month: &[PartnerVisit],
) -> Result<Money, Reason> {
    admit(&Facts {
        partner,
        now: Instant::from_seconds(1_000),
        today: day("2026-06-15"),
        day: day(on),
        part,
        member,
        month,
    })
}

#[test]
fn a_member_is_let_in_while_every_condition_holds() {
    let base = partner();
    let today = "2026-06-15";
    assert_eq!(admitted(&base, today, Part::Morning, true, &[]), Ok(cents(800)));
    assert_eq!(admitted(&base, today, Part::Day, false, &[]), Err(Reason::Member));
    assert_eq!(
        admitted(&base, "2026-06-16", Part::Day, true, &[]),
        Ok(cents(1_400))
    );
    assert_eq!(
        admitted(&base, "2026-06-17", Part::Day, true, &[]),
        Err(Reason::Day)
    );
    let suspended = Partner {
        suspended_at: Some(Instant::from_seconds(1)),
        ..base.clone()
    };
    assert_eq!(
        admitted(&suspended, today, Part::Day, true, &[]),
        Err(Reason::Closed)
    );
    let over = Partner {
        rates: Rates {
            until: Some(day("2026-06-14")),
            ..rates()
        },
        ..base.clone()
    };
    assert_eq!(admitted(&over, today, Part::Day, true, &[]), Err(Reason::Closed));
    let morning = [visit(1, today, Part::Morning, 800)];
    assert_eq!(
        admitted(&base, today, Part::Morning, true, &morning),
        Err(Reason::Already)
    );
    assert_eq!(
        admitted(&base, today, Part::Day, true, &morning),
        Err(Reason::Already)
    );
    assert_eq!(
        admitted(&base, today, Part::Afternoon, true, &morning),
        Ok(cents(600))
    );
    // Two days are allowed: a day and a half leave half a day, exactly at the limit is allowed.
    let used = [
        visit(1, "2026-06-02", Part::Day, 1_400),
        visit(2, "2026-06-03", Part::Morning, 800),
    ];
    assert_eq!(
        admitted(&base, today, Part::Afternoon, true, &used),
        Ok(cents(800))
    );
    assert_eq!(admitted(&base, today, Part::Day, true, &used), Err(Reason::Cap));
}

#[test]
fn a_visit_is_taken_back_on_its_day_and_before_no_later_one() {
    let (morning, afternoon) = (
        visit(1, "2026-06-15", Part::Morning, 800),
        visit(2, "2026-06-15", Part::Afternoon, 600),
    );
    let both = [morning.clone(), afternoon.clone()];
    assert_eq!(take_back(&afternoon, &both, day("2026-06-15")), Ok(()));
    assert_eq!(take_back(&morning, &both, day("2026-06-15")), Err(Reason::Later));
    assert_eq!(take_back(&morning, &[], day("2026-06-15")), Ok(()));
    assert_eq!(take_back(&morning, &[], day("2026-06-17")), Err(Reason::Day));
}

#[test]
fn codes_and_invitations_are_read_as_people_type_them() {
    let invitation = Invitation::new([7; 30]);
    assert_eq!(invitation.text().len(), 48 + 11);
    let typed = invitation
        .text()
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "o");
    assert_eq!(Invitation::parse(&typed), Some(invitation.clone()));
    assert_eq!(Invitation::parse(&invitation.text()[1..]), None);
    let code = VisitingCode::new(&invitation.agreement, [1, 2, 3, 4, 5], Instant::from_seconds(0));
    assert_eq!(code.text.len(), 12);
    assert_eq!(code.expires_at, Instant::from_seconds(600));
    assert_eq!(
        VisitingCode::parse(&format!(" {} ", grouped(&code.text).to_lowercase())),
        Some(code.text.clone())
    );
    assert!(VisitingCode::belongs_to(&code.text, &invitation.agreement));
    assert!(!VisitingCode::belongs_to(&code.text, "ZZZZ567890123456"));
    for wrong in [
        "",
        "ABCD-EFGH",
        "ABCD-EFGH-123",
        "ABCD-EFGH-123\u{e9}",
        "ABCD_EFGH_1234",
    ] {
        assert_eq!(VisitingCode::parse(wrong), None, "{wrong}");
    }
    let (one, other) = (
        shared_key(&invitation.key(), "a"),
        shared_key(&invitation.key(), "b"),
    );
    assert!(one != other && one.len() == 64);
}

#[test]
fn a_signature_is_good_for_one_call_in_one_direction() {
    let call = Signed {
        what: "call",
        agreement: "ABCD",
        inviter: true,
        path: "/a",
        seconds: 1_000,
        reference: "r",
        body: "{}",
    };
    let signature = call.sign("key");
    assert!(call.holds("key", &signature));
    assert!(!call.holds("other", &signature) && !call.holds("key", "") && !call.holds("", &signature));
    for other in [
        Signed {
            what: "answer",
            ..call
        },
        Signed {
            agreement: "ABCE",
            ..call
        },
        Signed {
            inviter: false,
            ..call
        },
        Signed { path: "/b", ..call },
        Signed {
            seconds: 1_001,
            ..call
        },
        Signed {
            reference: "s",
            ..call
        },
        Signed { body: "{ }", ..call },
    ] {
        assert!(!other.holds("key", &signature), "{other:?}");
    }
    assert!(
        !call.holds("", &call.sign("")),
        "nothing is signed with an empty key"
    );
    assert!(is_timely(1_300, 1_000) && is_timely(700, 1_000));
    assert!(!is_timely(1_301, 1_000) && !is_timely(699, 1_000));
    assert!(!is_timely(i64::MIN, 1_000) && !is_timely(i64::MAX, -5));
}

#[test]
fn statements_agree_line_by_line() {
    let line = |reference: &str, cents: i64| Line {
        reference: reference.to_owned(),
        day: day("2026-06-15"),
        part: Part::Day,
        cents,
    };
    let ours = [line("a", 1_400), line("b", 800), line("c", 600)];
    let theirs = [line("a", 1_400), line("c", 800), line("d", 1_400)];
    let told: Vec<(String, Option<i64>, Option<i64>)> = compare(&ours, &theirs)
        .into_iter()
        .map(|one| (one.reference, one.answering, one.asking))
        .collect();
    assert_eq!(
        told,
        [
            ("b".to_owned(), Some(800), None),
            ("c".to_owned(), Some(600), Some(800)),
            ("d".to_owned(), None, Some(1_400)),
        ]
    );
    assert!(compare(&ours, &ours).is_empty());
}

#[test]
fn addresses_and_rates_are_checked() {
    assert_eq!(
        address(" https://Tribu.Example.org/ ", false),
        Ok("https://tribu.example.org".to_owned())
    );
    assert_eq!(
        address("http://127.0.0.1:8080", true),
        Ok("http://127.0.0.1:8080".to_owned())
    );
    for wrong in [
        "http://tribu.example.org",
        "https://",
        "https://a/b",
        "https://a@b",
        "https://a?b",
        "ftp://a",
        "https://\u{e9}",
    ] {
        assert_eq!(address(wrong, false), Err(PartnerRefused::Address), "{wrong}");
    }
    assert_eq!(
        own_address("https://tribu.example.org/", None),
        "https://tribu.example.org"
    );
    assert_eq!(
        own_address("http://a.example.org:81", Some("b.example.org")),
        "http://b.example.org:81"
    );
    assert_eq!(
        own_address("https://a.example.org", Some("b.example.org")),
        "https://b.example.org"
    );
    let with = |half: i64, day: i64| Rates {
        half_day: cents(half),
        day: cents(day),
        ..rates()
    };
    assert_eq!(check_rates(&with(0, 0)), Ok(()));
    assert_eq!(check_rates(&with(800, 700)), Err(PartnerRefused::Rates));
    assert_eq!(check_rates(&with(-1, 700)), Err(PartnerRefused::Rates));
    assert_eq!(check_rates(&with(1, 100_001)), Err(PartnerRefused::Rates));
}
