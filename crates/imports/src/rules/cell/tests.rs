use super::*;

fn day_of(year: i16, month: u8, number: u8) -> Result<Day, CellRefused> {
    Ok(Day::new(year, month, number).unwrap())
}

#[test]
fn a_day_is_read_however_people_and_spreadsheets_write_it() {
    for text in [
        "14/06/2026",
        "14.06.2026",
        "14-06-2026",
        "2026-06-14",
        "2026/6/14",
        "14/6/26",
        "2026-06-14T00:00:00",
        "14/06/2026 09:00",
    ] {
        assert_eq!(day(text), day_of(2026, 6, 14), "{text}");
    }
}

#[test]
fn what_is_no_day_says_why() {
    for (text, refused) in [
        ("demain", CellRefused::NotADay),
        ("46187", CellRefused::NotADay),
        ("14/06", CellRefused::NotADay),
        ("30/02/2026", CellRefused::NotInCalendar),
        ("2026-13-01", CellRefused::NotInCalendar),
        ("06/14/2026", CellRefused::NotInCalendar),
        ("31/12/9999", CellRefused::FarDay),
        ("0026-06-14", CellRefused::FarDay),
    ] {
        assert_eq!(day(text), Err(refused), "{text}");
    }
}

#[test]
fn an_amount_is_read_with_its_currency_and_what_it_is_for() {
    for text in [
        "250",
        "250,00",
        "250.00",
        "250,00 €",
        "€250.00",
        "250 € HT",
        "250,00 EUR",
        "250 €/mois",
        "250 euros par mois",
    ] {
        assert_eq!(amount(text), Ok(Money::from_cents(25_000)), "{text}");
    }
    assert_eq!(amount("1 250,50 €"), Ok(Money::from_cents(125_050)));
    assert_eq!(amount("-5"), Err(CellRefused::Negative));
    assert_eq!(amount("gratuit"), Err(CellRefused::NotAnAmount));
    assert_eq!(amount("12,345"), Err(CellRefused::NotAnAmount));
}

#[test]
fn units_are_whole_and_not_negative() {
    for (text, read) in [
        ("30", Ok(30)),
        ("30,0", Ok(30)),
        ("30.00", Ok(30)),
        ("1 200", Ok(1_200)),
        ("0", Ok(0)),
        ("2,5", Err(CellRefused::NotAWholeNumber)),
        ("-3", Err(CellRefused::Negative)),
        ("12,", Err(CellRefused::NotAWholeNumber)),
        ("99999999999999999999", Err(CellRefused::NotAWholeNumber)),
        ("douze", Err(CellRefused::NotAWholeNumber)),
    ] {
        assert_eq!(whole(text), read, "{text}");
    }
}

#[test]
fn yes_and_no_are_read_in_both_languages() {
    for text in ["Oui", "yes", "VRAI", "1", "x", "Actif"] {
        assert_eq!(yes_no(text), Ok(true), "{text}");
    }
    for text in ["Non", "no", "faux", "0", "Inactif"] {
        assert_eq!(yes_no(text), Ok(false), "{text}");
    }
    assert_eq!(yes_no("peut-être"), Err(CellRefused::NeitherYesNorNo));
}

#[test]
fn the_part_of_a_day_is_read_in_words() {
    for (text, read) in [
        ("Matin", Part::Morning),
        ("Demi-journée matin", Part::Morning),
        ("après-midi", Part::Afternoon),
        ("Apres midi", Part::Afternoon),
        ("PM", Part::Afternoon),
        ("Journée", Part::Day),
        ("full day", Part::Day),
    ] {
        assert_eq!(part(text), Ok(read), "{text}");
    }
    assert_eq!(part("soir"), Err(CellRefused::NotAHalfDay));
}

#[test]
fn what_was_cancelled_elsewhere_does_not_count_and_all_else_does() {
    for state in [
        "Annulé",
        "annulée",
        "Cancelled",
        "canceled",
        "Refusée",
        "Rejected",
        "Expirée",
    ] {
        assert!(!counts(state), "{state}");
    }
    for state in ["", "Confirmé", "confirmed", "Terminé", "Payé", "no-show"] {
        assert!(counts(state), "{state}");
    }
}

#[test]
fn a_formula_is_never_taken_for_a_name() {
    assert_eq!(line("=HYPERLINK(\"x\")"), Err(CellRefused::Formula));
    assert_eq!(line("@SUM(A1)"), Err(CellRefused::Formula));
    assert_eq!(line("deux\nlignes"), Err(CellRefused::NotOnOneLine));
    assert_eq!(line("La Ruche"), Ok(Name::parse("La Ruche").unwrap()));
}

#[test]
fn a_siret_is_read_as_the_siren_in_it() {
    let siren_of = |text: &str| siren(text).map(|siren| siren.to_string());
    assert_eq!(siren_of("123 456 782"), Ok("123456782".to_owned()));
    assert_eq!(siren_of("123 456 783"), Err(CellRefused::NotASiren));
    let siret = (0..10_u8)
        .map(|key| format!("1234567820001{key}"))
        .find(|digits| kernel::Siret::parse(digits).is_ok())
        .unwrap();
    assert_eq!(siren_of(&siret), Ok("123456782".to_owned()));
}

#[test]
fn a_telephone_that_lost_its_zero_to_a_spreadsheet_finds_it_again() {
    assert_eq!(phone("612345678"), Phone::parse("06 12 34 56 78"));
    assert_eq!(phone("+32 470 12 34 56"), Phone::parse("+32470123456"));
    assert!(phone("12").is_err());
}

#[test]
fn a_country_is_read_by_its_code_or_its_name() {
    for (text, code) in [
        ("France", "FR"),
        ("fr", "FR"),
        ("Belgique", "BE"),
        ("Germany", "DE"),
        ("PL", "PL"),
    ] {
        assert_eq!(country(text), Ok(code.to_owned()), "{text}");
    }
    assert_eq!(country("Syldavie"), Err(CellRefused::NotACountry));
}
