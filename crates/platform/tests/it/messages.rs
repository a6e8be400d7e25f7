use kernel::{Locale, Refusal};
use platform::messages::{Argument, Catalogue, Messages};
use platform::place::PlaceRefused;
use platform::tables::SheetRefused;

const DESK: Messages = Messages {
    fr: "
desk-open = Le comptoir est ouvert
desk-house = { $name } vous accueille
desk-expected = { $count ->
    [one] { $count } personne attendue
   *[other] { $count } personnes attendues
}
",
    en: "
desk-open = The desk is open
desk-house = { $name } welcomes you
desk-expected = { $count ->
    [one] { $count } person expected
   *[other] { $count } people expected
}
",
};

fn faults(messages: Messages) -> Vec<String> {
    Catalogue::new(&[messages]).unwrap_err()
}

#[test]
fn a_message_is_said_in_each_language() {
    let catalogue = Catalogue::new(&[DESK]).unwrap();
    assert_eq!(
        catalogue.text(Locale::Fr, "desk-open", &[]),
        "Le comptoir est ouvert"
    );
    assert_eq!(catalogue.text(Locale::En, "desk-open", &[]), "The desk is open");
    let named = [("name", Argument::from("L’Établi"))];
    assert_eq!(
        catalogue.text(Locale::Fr, "desk-house", &named),
        "L’Établi vous accueille",
        "without invisible marks around the name"
    );
}

#[test]
fn integers_choose_the_plural_of_the_language() {
    let catalogue = Catalogue::new(&[DESK]).unwrap();
    let said =
        |locale, count: i64| catalogue.text(locale, "desk-expected", &[("count", Argument::from(count))]);
    assert_eq!(said(Locale::Fr, 0), "0 personne attendue");
    assert_eq!(said(Locale::En, 0), "0 people expected");
    assert_eq!(said(Locale::Fr, 1), "1 personne attendue");
    assert_eq!(said(Locale::Fr, 2), "2 personnes attendues");
    assert_eq!(said(Locale::En, 1), "1 person expected");
}

#[test]
fn a_missing_message_shows_its_key() {
    let catalogue = Catalogue::new(&[DESK]).unwrap();
    assert_eq!(catalogue.text(Locale::Fr, "desk-closed", &[]), "⟦desk-closed⟧");
    assert!(catalogue.has("desk-open") && !catalogue.has("desk-closed"));
}

#[test]
fn a_refusal_is_told_with_its_facts() {
    let catalogue = Catalogue::new(&[]).unwrap();
    let refused = SheetRefused::TooManyRows { limit: 50_000 };
    assert_eq!(
        catalogue.refusal(Locale::En, &refused),
        "This file has too many lines: 50000 at most. Split it into several."
    );
}

#[test]
fn every_refusal_of_the_platform_has_its_message() {
    let catalogue = Catalogue::new(&[]).unwrap();
    for key in SheetRefused::KEYS.iter().chain(PlaceRefused::KEYS) {
        assert!(catalogue.has(key), "{key}");
    }
    assert!(catalogue.has(kernel::Forbidden.key()));
}

#[test]
fn what_is_written_as_a_number_counts_as_one_unless_it_would_show_otherwise() {
    assert_eq!(Argument::read("12"), Argument::Integer(12));
    assert_eq!(Argument::read("-3"), Argument::Integer(-3));
    for text in ["01234", "+3", "12 000", "", "99999999999999999999"] {
        assert_eq!(Argument::read(text), Argument::Text(text.to_owned()), "{text}");
    }
}

#[test]
fn a_key_given_twice_is_refused() {
    let found = faults(Messages {
        fr: "shell-sheet-empty = Rien",
        en: "shell-sheet-empty = Nothing",
    });
    assert_eq!(
        found,
        [
            "fr: `shell-sheet-empty` is given twice",
            "en: `shell-sheet-empty` is given twice"
        ]
    );
}

#[test]
fn a_key_that_one_language_lacks_is_refused() {
    let found = faults(Messages {
        fr: "desk-a = A\ndesk-b = B",
        en: "desk-a = A\ndesk-c = C",
    });
    assert_eq!(found, ["en: `desk-b` is missing", "fr: `desk-c` is missing"]);
}

#[test]
fn a_text_that_cannot_be_read_is_refused_with_its_line() {
    let found = faults(Messages {
        fr: "desk-a = A\n\ndesk-b { oops",
        en: "desk-a = A",
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("fr: line 3: "), "{found:?}");
}

/// A refusal that carries what it says in neutral forms.
struct TakenFor(&'static str);

impl Refusal for TakenFor {
    fn key(&self) -> &'static str {
        "desk-house"
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        vec![("name", self.0.to_owned())]
    }
}

#[test]
fn days_and_hours_in_a_refusal_are_said_in_the_words_of_the_language() {
    let catalogue = Catalogue::new(&[DESK]).unwrap();
    let said = |locale, text| {
        catalogue
            .refusal(locale, &TakenFor(text))
            .replace('\u{a0}', " ")
            .replace(" vous accueille", "")
            .replace(" welcomes you", "")
    };
    for (neutral, french, english) in [
        ("09:00", "9 h", "09:00"),
        ("09:00–12:30", "9 h – 12 h 30", "09:00 – 12:30"),
        ("2026-11-01", "1er novembre 2026", "1 November 2026"),
        (
            "26/11/2026 15:00–16:00",
            "26 novembre 2026, 15 h – 16 h",
            "26 November 2026, 15:00 – 16:00",
        ),
        (
            "09:00–12:00, 14:00–18:00",
            "9 h – 12 h, 14 h – 18 h",
            "09:00 – 12:00, 14:00 – 18:00",
        ),
        ("Café de 09:00", "Café de 09:00", "Café de 09:00"),
        ("01234", "01234", "01234"),
        ("", "", ""),
    ] {
        assert_eq!(said(Locale::Fr, neutral), french, "{neutral}");
        assert_eq!(said(Locale::En, neutral), english, "{neutral}");
    }
}
