//! Names, addresses, and the spelling that search compares.

use kernel::{Email, EmailRefused, Name, NameRefused, Refusal, fold};
use proptest::prelude::*;

#[test]
fn two_spellings_of_an_address_are_one_address() {
    let email = Email::parse(" Camille.Durand@Example.ORG ").unwrap();
    assert_eq!(email.as_str(), "camille.durand@example.org");
    assert_eq!(email.domain(), "example.org");
    assert_eq!(
        serde_json::to_string(&email).unwrap(),
        "\"camille.durand@example.org\""
    );
}

#[test]
fn an_address_is_what_mail_servers_accept() {
    for text in [
        "a@b.fr",
        "a+b@c-d.example.org",
        "o'neil@example.org",
        "x_y@1.example.org",
    ] {
        assert!(Email::parse(text).is_ok(), "{text}");
    }
    let wrong = [
        "",
        "a",
        "a@",
        "@b.fr",
        "a@b",
        "a@@b.fr",
        "a b@c.fr",
        "a..b@c.fr",
        ".a@c.fr",
        "a.@c.fr",
        "a@-b.fr",
        "a@b-.fr",
        "a@b..fr",
        "a@b.fr.",
        "a@1.2.3.4",
        "\"a\"@b.fr",
        "é@b.fr",
        "a@b.f",
        "a@b.fr\r\nBcc: c@d.fr",
        "a,b@c.fr",
        "<a@b.fr>",
    ];
    for text in wrong {
        assert_eq!(Email::parse(text), Err(EmailRefused::Malformed), "{text}");
    }
    let local = "a".repeat(65);
    assert_eq!(
        Email::parse(&format!("{local}@b.fr")),
        Err(EmailRefused::Malformed)
    );
    let domain = "example.".repeat(32);
    assert_eq!(
        Email::parse(&format!("a@{domain}org")),
        Err(EmailRefused::TooLong)
    );
}

#[test]
fn a_name_is_one_line_of_one_to_200_characters() {
    assert_eq!(Name::parse("  Élodie\u{a0}").unwrap().as_str(), "Élodie");
    assert_eq!(
        Name::parse(&"é".repeat(200)).unwrap().as_str().chars().count(),
        200
    );
    assert_eq!(Name::parse(" \t\u{200b} "), Err(NameRefused::Empty));
    let too_long = NameRefused::TooLong { maximum: 200 };
    assert_eq!(Name::parse(&"é".repeat(201)), Err(too_long.clone()));
    assert_eq!(too_long.arguments(), [("maximum", "200".to_owned())]);
    for text in ["a\nb", "a\0b", "a\u{202e}b", "a\u{2028}b", "a\u{85}b"] {
        assert_eq!(Name::parse(text), Err(NameRefused::Unprintable), "{text:?}");
    }
}

#[test]
fn search_compares_one_spelling() {
    let cases = [
        ("Élodie", "elodie"),
        ("  Jean--Pierre,  O'Neil ", "jean pierre o neil"),
        ("Cœur d’Œuvre", "coeur d oeuvre"),
        ("Æther", "aether"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
        ("Søren Łukasz Đặng", "soren lukasz dang"),
        ("E\u{301}lodie", "elodie"),
        ("İstanbul", "istanbul"),
        ("Salle\u{202f}n°\u{a0}12", "salle n 12"),
        ("ﬁnance", "finance"),
        ("…", ""),
        ("", ""),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text), folded, "{text}");
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn a_name_that_was_accepted_is_accepted_again(text in "\\PC{0,210}") {
        if let Ok(name) = Name::parse(&text) {
            prop_assert_eq!(Name::parse(name.as_str()), Ok(name));
        }
    }

    #[test]
    fn an_address_that_was_accepted_is_accepted_again(text in "[a-zA-Z.@+-]{0,40}") {
        if let Ok(email) = Email::parse(&text) {
            prop_assert_eq!(Email::parse(email.as_str()), Ok(email));
        }
    }
}
