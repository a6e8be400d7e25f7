#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use super::access::SessionTerms;
use super::address::{Address, AddressRefused};
use super::email_change::{EmailChange, may_change_email};
use super::hats;
use super::name::PersonName;
use super::password::{Password, PasswordRefused};
use super::person::PersonRefusal;
use super::role::roles_on;
use super::search::{Query, organisation_text, person_text};
use super::token::{Token, TokenHash};
use kernel::{Day, Email, Hat, Instant, Name, Phone, Role};
use proptest::prelude::*;

mod memberships;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Whether a text matches an SQL pattern made of `%` and plain characters.
fn like(text: &str, pattern: &str) -> bool {
    let mut rest = text;
    let parts: Vec<&str> = pattern.split('%').collect();
    let (first, last) = (parts.first().unwrap(), parts.last().unwrap());
    if !text.starts_with(first) || !text.ends_with(last) {
        return false;
    }
    parts.iter().all(|part| match rest.find(part) {
        Some(at) => {
            rest = rest.get(at + part.len()..).unwrap();
            true
        }
        None => false,
    })
}

fn finds(typed: &str, text: &str) -> bool {
    Query::parse(typed).is_some_and(|query| query.anywhere().iter().all(|pattern| like(text, pattern)))
}

fn camille() -> String {
    person_text(
        &PersonName::parse("Camille-Anaïs", "Lefèbvre").unwrap(),
        Some(&Email::parse("c.lefebvre@example.org").unwrap()),
        Some(&Phone::parse("06 12 34 56 78").unwrap()),
        Some(&Name::parse("Les Œuvres vives").unwrap()),
    )
}

#[test]
fn three_letters_find_a_name_a_company_an_address_or_a_telephone() {
    let text = camille();
    let found = [
        "cam",
        "CAM",
        "anais",
        "Anaïs",
        "lef",
        "LEFÈ",
        "febvre",
        "oeu",
        "œuvres",
        "viv",
        "c.lefebvre@",
        "example.org",
        "061",
        "06 12",
        "0612345678",
        "+33 6 12",
        "0033612",
        "+33 (0)6 12 34",
        "345",
        "cam lef",
        "lefebvre camille",
        "camille 06 12",
        "  camille   ",
        "camille-anaïs",
    ];
    for typed in found {
        assert!(finds(typed, &text), "`{typed}` should find{text}");
    }
    for typed in ["camx", "lefevre", "0613", "dupont", "org cam zed"] {
        assert!(!finds(typed, &text), "`{typed}` should not find{text}");
    }
}

#[test]
fn one_or_two_letters_find_the_beginnings_of_words_only() {
    let text = camille();
    assert!(finds("le", &text) && finds("c", &text) && finds("06", &text));
    assert!(!finds("fe", &text) && !finds("il", &text) && !finds("78", &text));
}

#[test]
fn nothing_that_can_be_searched_finds_nothing() {
    for typed in ["", "   ", "%%%", "@.@", "'", "\"; --", "(0)"] {
        assert_eq!(Query::parse(typed), None, "{typed}");
    }
}

#[test]
fn the_nearest_answer_has_the_words_in_order_then_at_word_starts() {
    let text = camille();
    let distance = |typed: &str| Query::parse(typed).unwrap().distance(&text);
    assert_eq!(distance("camille an"), 0);
    assert_eq!(distance("lef cam"), 1);
    assert_eq!(distance("mille"), 2);
}

#[test]
fn an_organisation_is_found_by_its_siren_too() {
    let siren = kernel::Siren::parse("000 000 000").unwrap();
    let text = organisation_text(&Name::parse("Atelier du Quai").unwrap(), None, None, Some(&siren));
    assert!(finds("000 000 000", &text) && finds("quai", &text));
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_without_harm(typed in "\\PC{0,300}") {
        if let Some(query) = Query::parse(&typed) {
            for pattern in query.anywhere().iter().chain(&query.at_starts()) {
                let bare = pattern.replace('%', "");
                prop_assert!(bare.chars().all(|letter| letter.is_alphanumeric() || letter == ' '), "{}", pattern);
            }
        }
    }

    #[test]
    fn every_word_of_three_letters_finds_its_own_person(given in "[a-zà-öø-ÿ]{3,12}", family in "[A-ZÀ-Ö][a-z]{2,12}") {
        let name = PersonName::parse(&given, &family).unwrap();
        let text = person_text(&name, None, None, None);
        prop_assert!(finds(&given, &text) && finds(&family, &text));
        prop_assert!(finds(&name.sorted(), &text));
    }

    #[test]
    fn a_person_is_named_by_one_part_or_two(given in "[ a-z]{0,5}", family in "[ a-z]{0,5}") {
        let read = PersonName::parse(&given, &family);
        prop_assert_eq!(read.is_ok(), !given.trim().is_empty() || !family.trim().is_empty());
        if let Ok(name) = read {
            let full = name.full();
            prop_assert_eq!(full.trim(), &full);
        }
    }
}

#[test]
fn a_name_is_refused_when_it_holds_what_cannot_be_shown() {
    for (given, family) in [("", ""), ("a\nb", "c"), ("\u{202e}a", "b"), ("a\0", "b")] {
        assert!(PersonName::parse(given, family).is_err());
    }
    assert!(PersonName::parse("", &"x".repeat(201)).is_err());
    assert_eq!(PersonName::parse("", "Madonna").unwrap().full(), "Madonna");
    assert_eq!(
        PersonName::parse("Élodie", "Zoé").unwrap().sort_key(),
        "zoe elodie"
    );
}

#[test]
fn an_address_is_read_part_by_part() {
    let known = Address::parse("12 rue des Arts", "76 000", "Rouen", "").unwrap();
    assert_eq!(known.lines(), ["12 rue des Arts", "76000 Rouen"]);
    let abroad = Address::parse("Rue Haute 1", "1000", "Bruxelles", "be").unwrap();
    assert_eq!(abroad.lines(), ["Rue Haute 1", "1000 Bruxelles", "BE"]);
    assert_eq!(Address::parse("", "", "", "").unwrap(), Address::default());
    assert_eq!(
        Address::parse("", "7600", "Rouen", "FR"),
        Err(AddressRefused::PostalCode)
    );
    assert_eq!(Address::parse("", "", "", "France"), Err(AddressRefused::Country));
    assert_eq!(
        Address::parse("a\nb", "", "", ""),
        Err(AddressRefused::Unreadable)
    );
}

#[test]
fn roles_are_held_from_a_day_to_a_day_each_once() {
    let given = [
        (Role::Member, day("2026-01-01"), None),
        (Role::Facilitator, day("2026-01-01"), Some(day("2026-03-31"))),
        (Role::Facilitator, day("2026-03-15"), None),
        (Role::Accountant, day("2026-06-01"), None),
    ];
    assert_eq!(
        roles_on(given, day("2026-03-20")),
        [Role::Member, Role::Facilitator]
    );
    assert_eq!(roles_on(given, day("2025-12-31")), []);
    assert_eq!(
        roles_on(given, day("2026-06-01")),
        [Role::Member, Role::Facilitator, Role::Accountant]
    );
}

#[test]
fn a_hat_is_worn_only_with_a_role_for_it() {
    let cases = [
        (vec![], [true, false, false], Hat::Member),
        (vec![Role::Member], [true, false, false], Hat::Member),
        (vec![Role::Facilitator], [true, true, true], Hat::FrontDesk),
        (vec![Role::ManagingDirector], [true, true, true], Hat::Office),
        (
            vec![Role::Member, Role::Accountant],
            [true, false, true],
            Hat::Office,
        ),
        (vec![Role::Administrator], [true, true, true], Hat::Office),
    ];
    for (roles, expected, first) in cases {
        let worn = [Hat::Member, Hat::FrontDesk, Hat::Office].map(|hat| hats::may_wear(&roles, hat));
        assert_eq!(worn, expected, "{roles:?}");
        assert_eq!(hats::first(&roles), first, "{roles:?}");
        assert!(hats::may_wear(&roles, hats::first(&roles)));
    }
}

#[test]
fn the_address_of_an_account_changes_by_its_owner_or_an_administrator_only() {
    let change = |has_account, roles: &'static [Role], by_administrator, by_themself| EmailChange {
        has_account,
        roles,
        by_administrator,
        by_themself,
        leaves_an_address: true,
    };
    let protected = Err(PersonRefusal::EmailProtected);
    assert_eq!(may_change_email(change(false, &[], false, false)), Ok(()));
    assert_eq!(
        may_change_email(change(false, &[Role::Member], false, false)),
        Ok(())
    );
    assert_eq!(
        may_change_email(change(false, &[Role::Administrator], false, false)),
        protected
    );
    assert_eq!(
        may_change_email(change(true, &[Role::Member], false, false)),
        protected
    );
    assert_eq!(
        may_change_email(change(true, &[Role::Member], true, false)),
        Ok(())
    );
    assert_eq!(
        may_change_email(change(true, &[Role::Administrator], false, true)),
        Ok(())
    );
    let emptied = EmailChange {
        leaves_an_address: false,
        ..change(true, &[Role::Member], true, false)
    };
    assert_eq!(may_change_email(emptied), Err(PersonRefusal::EmailNeeded));
}

#[test]
fn a_password_is_long_and_not_among_the_first_tried() {
    for (text, refused) in [
        ("court", Some(PasswordRefused::TooShort { minimum: 10 })),
        ("123456789", Some(PasswordRefused::TooShort { minimum: 10 })),
        ("1234567890", Some(PasswordRefused::TooCommon)),
        ("motdepasse1", Some(PasswordRefused::TooCommon)),
        ("MotDePasse2026", Some(PasswordRefused::TooCommon)),
        ("Password!!", Some(PasswordRefused::TooCommon)),
        ("aaaaaaaaaaaa", Some(PasswordRefused::TooCommon)),
        ("ababababababab", Some(PasswordRefused::TooCommon)),
        ("le chat dort", None),
        ("éléphants bleus", None),
        ("   espaces autour   ", None),
    ] {
        assert_eq!(Password::parse(text).err(), refused, "{text}");
    }
    assert_eq!(
        Password::parse(&"xyzt".repeat(60)).err(),
        Some(PasswordRefused::TooLong { maximum: 200 })
    );
    assert_eq!(Password::typed("x").unwrap().secret(), b"x");
    assert_eq!(
        format!("{:?}", Password::parse("le chat dort").unwrap()),
        "Password"
    );
}

#[test]
fn a_token_is_known_by_its_hash_alone() {
    let token = Token::from_bytes([7; 32]);
    assert_eq!(TokenHash::of(token.as_str()), Some(token.hash()));
    assert_eq!(TokenHash::parse(token.hash().as_str()), Some(token.hash()));
    assert_ne!(token.hash(), Token::from_bytes([8; 32]).hash());
    assert_eq!(format!("{token:?}"), "Token");
    let sixty_four = "g".repeat(64);
    for sent in [
        "",
        "abc",
        "é",
        sixty_four.as_str(),
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'",
    ] {
        assert_eq!(TokenHash::of(sent), None, "{sent}");
        assert_eq!(TokenHash::parse(sent), None, "{sent}");
    }
}

#[test]
fn sessions_last_as_the_place_decides_within_reason() {
    let terms = |idle, absolute| {
        let terms = SessionTerms::from_settings(idle, absolute);
        (terms.idle_seconds / 86_400, terms.absolute_seconds / 86_400)
    };
    assert_eq!(terms(None, None), (14, 90));
    assert_eq!(terms(Some("2"), Some(" 30 ")), (2, 30));
    assert_eq!(terms(Some("0"), Some("99999")), (1, 366));
    assert_eq!(terms(Some("toujours"), Some("-5")), (14, 1));
    let start = Instant::from_seconds(1_000_000);
    let short = SessionTerms {
        idle_seconds: 100,
        absolute_seconds: 150,
    };
    assert_eq!(short.expiry(start, short.end(start)), start.plus_seconds(100));
    assert_eq!(
        short.expiry(start.plus_seconds(80), short.end(start)),
        start.plus_seconds(150)
    );
}
