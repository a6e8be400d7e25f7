#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use super::card::{Card, CardRefused, Seen, Shown, Told, Viewer, Visibility, filled, text};
use super::lines::{ListRefused, links, shown, skills};
use super::matching::{Search, helpers, shared_skills};
use super::notice::{MOST_DAYS, Notice, NoticeKind, NoticeRefused, Outcome, check_until};
use kernel::{Day, Id, Instant, PersonId};
use proptest::prelude::*;

fn owned(entries: &[&str]) -> Vec<String> {
    entries.iter().map(|entry| (*entry).to_owned()).collect()
}

fn person(number: i64) -> PersonId {
    Id::from_i64(number)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn card(shown: Shown) -> Card {
    let told = Told {
        trade: "Comptable".to_owned(),
        skills: owned(&["Paie"]),
        links: owned(&["https://lucie.example.org"]),
        offers: "Une heure".to_owned(),
        needs: "Un vélo".to_owned(),
    };
    Card {
        told,
        shown,
        ..Card::blank(person(1))
    }
}

fn seen(number: i64, trade: &str, skills: &[&str]) -> Seen {
    let told = Told {
        trade: trade.to_owned(),
        skills: owned(skills),
        ..Told::default()
    };
    Seen {
        person: person(number),
        told,
        letters: true,
    }
}

#[test]
fn skills_are_read_between_commas_and_lines_each_once() {
    let cases: [(&str, &[&str]); 5] = [
        ("", &[]),
        ("Paie, Rust; dessin", &["Paie", "Rust", "dessin"]),
        (" paie ,PAIE\npaïe,, ", &["paie"]),
        ("mise  en\tpage", &["mise en page"]),
        (", ; !", &[]),
    ];
    for (typed, read) in cases {
        assert_eq!(skills(typed), Ok(owned(read)), "{typed:?}");
    }
    let many: Vec<String> = (0..13).map(|number| format!("s{number}")).collect();
    assert_eq!(skills(&many.join(",")), Err(ListRefused::TooMany { maximum: 12 }));
    let long = "é".repeat(41);
    assert!(matches!(
        skills(&long),
        Err(ListRefused::TooLong { maximum: 40, .. })
    ));
}

#[test]
fn only_addresses_of_the_web_are_links() {
    for good in [
        "https://example.org",
        "http://a.example.org/x?y=1#z",
        "https://été.example.org/é",
    ] {
        assert_eq!(links(good), Ok(owned(&[good])), "{good}");
    }
    assert_eq!(
        links("www.example.org/moi"),
        Ok(owned(&["https://www.example.org/moi"]))
    );
    let bad = [
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "https://",
        "https://exemple",
        "https://a..b",
        "https://user@example.org",
        "https://example.org/\"onclick",
        "https://-a.example.org",
        "mailto:a@example.org",
    ];
    for bad in bad {
        assert!(matches!(links(bad), Err(ListRefused::NotALink { .. })), "{bad}");
    }
    let five = "a.example.org b.example.org c.example.org d.example.org e.example.org";
    assert_eq!(links(five), Err(ListRefused::TooMany { maximum: 4 }));
    assert_eq!(shown("https://www.example.org/"), "example.org");
}

#[test]
fn no_part_of_a_card_is_seen_by_who_may_not_see_the_card() {
    let all = Visibility::ALL;
    for (card_for, part) in all
        .iter()
        .flat_map(|card| all.iter().map(move |part| (*card, *part)))
    {
        let shown = Shown {
            card: card_for,
            skills: part,
            links: part,
            offers: part,
            needs: part,
        };
        for viewer in [Viewer::Outsider, Viewer::Insider] {
            let least = match viewer {
                Viewer::Outsider => Visibility::Public,
                Viewer::Insider => Visibility::Members,
            };
            let seen = card(shown).seen_by(viewer);
            assert_eq!(seen.is_some(), card_for >= least, "{card_for} for {viewer:?}");
            let Some(seen) = seen else { continue };
            let parts = !seen.told.skills.is_empty() && !seen.told.links.is_empty();
            assert_eq!(parts, part >= least, "{part} for {viewer:?}");
            let texts = !seen.told.offers.is_empty() && !seen.told.needs.is_empty();
            assert_eq!(texts, parts);
            assert_eq!(seen.letters, viewer == Viewer::Insider, "only members write");
        }
    }
}

#[test]
fn texts_are_trimmed_and_measured() {
    assert_eq!(text(" a\r\nb\u{7} ", 3), Ok("a\nb".to_owned()));
    assert_eq!(text("éééé", 3), Err(CardRefused::TooLong { maximum: 3 }));
    assert_eq!(filled(" \n ", 3), Err(CardRefused::Empty));
}

#[test]
fn a_search_forgives_accents_and_slips_of_the_finger() {
    let lucie = seen(1, "Expert-comptable", &["Paie", "Bilan carbone"]);
    let cases = [
        ("lucie", Some(0)),
        ("LÙCIE amrani", Some(0)),
        ("compt", Some(1)),
        ("comptable", Some(0)),
        ("conptable", Some(3)),
        ("comtpable", Some(3)),
        ("bilan crabone", Some(3)),
        ("luc", Some(1)),
        ("rani", Some(2)),
        ("menuisier", None),
        ("lucie menuisier", None),
        ("pai", Some(1)),
        ("pax", None),
    ];
    for (typed, distance) in cases {
        let search = Search::parse(typed).unwrap();
        assert_eq!(search.distance("Lucie Amrani", &lucie), distance, "{typed}");
    }
    assert_eq!(Search::parse(" ,; "), None);
}

#[test]
fn who_could_help_shares_skills_the_most_first() {
    let cards = [
        seen(1, "Graphiste", &["Logo", "Affiche"]),
        seen(2, "", &["affiches", "Impression"]),
        seen(3, "Développeuse", &["Rust"]),
        seen(4, "", &["Affiche", "logos", "impression"]),
    ];
    let needed = owned(&["Affiche", "Logo", "Impression"]);
    let found = helpers(&needed, person(1), &cards);
    let numbers: Vec<(i64, usize)> = found
        .iter()
        .map(|(card, shared)| (card.person.as_i64(), shared.len()))
        .collect();
    assert_eq!(
        numbers,
        [(4, 3), (2, 2)],
        "the author is not proposed to themselves"
    );
    assert_eq!(helpers(&[], person(9), &cards), vec![]);
    let trade = shared_skills(&owned(&["graphiste"]), &seen(1, "Graphiste indépendante", &[]));
    assert_eq!(trade, ["graphiste"], "a trade counts as a skill");
    assert_eq!(
        shared_skills(&owned(&["art"]), &seen(1, "", &["arc"])),
        Vec::<String>::new()
    );
}

#[test]
fn a_notice_is_open_until_its_last_day_or_its_end() {
    let notice = Notice {
        id: Id::from_i64(1),
        author: person(1),
        kind: NoticeKind::Need,
        title: String::new(),
        body: String::new(),
        skills: vec![],
        posted_at: Instant::from_seconds(0),
        until: day("2026-06-30"),
        closed: None,
    };
    assert!(notice.is_open_on(day("2026-06-30")));
    assert!(!notice.is_open_on(day("2026-07-01")));
    let met = Notice {
        closed: Some((Instant::from_seconds(1), Outcome::Met)),
        ..notice
    };
    assert!(!met.is_open_on(day("2026-06-01")));
    let today = day("2026-06-15");
    let last = today.plus_days(MOST_DAYS);
    for (until, good) in [
        (today, true),
        (last, true),
        (today.plus_days(-1), false),
        (last.next(), false),
    ] {
        let refused = NoticeRefused::Until {
            from: today,
            to: last,
        };
        assert_eq!(
            check_until(today, until),
            if good { Ok(()) } else { Err(refused) }
        );
    }
}

proptest! {
    #[test]
    fn what_was_read_is_read_again_as_the_same(typed in ".{0,120}") {
        if let Ok(read) = skills(&typed) {
            prop_assert_eq!(skills(&read.join(", ")), Ok(read.clone()));
            prop_assert!(read.iter().all(|skill| !skill.contains('\n')));
        }
        if let Ok(read) = links(&typed) {
            prop_assert!(read.iter().all(|link| link.starts_with("http")));
            prop_assert_eq!(links(&read.join("\n")), Ok(read));
        }
    }

    #[test]
    fn a_word_of_the_card_is_always_found(trade in "[a-zé]{1,12}", slip in 0_usize..12) {
        let card = seen(1, &trade, &[]);
        prop_assert_eq!(Search::parse(&trade).unwrap().distance("", &card), Some(0));
        let letters: Vec<char> = kernel::fold(&trade).chars().collect();
        if letters.len() >= 4 {
            let dropped: String = letters.iter().enumerate()
                .filter(|(at, _)| *at != slip % letters.len())
                .map(|(_, letter)| letter)
                .collect();
            if dropped.len() >= 4 {
                prop_assert!(Search::parse(&dropped).unwrap().distance("", &card).is_some());
            }
        }
    }
}
