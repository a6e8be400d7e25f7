//! Identifiers and the numbers given by administrations and banks.

use kernel::{
    Bic, Iban, IbanRefused, Id, IdRefused, PersonId, Phone, PostalCode, Siren, SirenRefused, Siret,
    SiretRefused, VatNumber, VatNumberRefused,
};
use proptest::prelude::*;

#[test]
fn an_identifier_is_thirteen_letters_and_digits() {
    let cases = [
        (0, "0000000000000"),
        (1, "0000000000001"),
        (31, "000000000000z"),
        (32, "0000000000010"),
        (i64::MAX, "7zzzzzzzzzzzz"),
    ];
    for (number, text) in cases {
        assert_eq!(PersonId::from_i64(number).to_string(), text);
        assert_eq!(PersonId::parse(text).map(Id::as_i64), Ok(number));
    }
}

#[test]
fn an_identifier_read_aloud_is_understood() {
    let id = PersonId::from_i64(32 + 1);
    for text in ["0000000000011", "OOOOOOOOOOOI1", "oooooooooooLi"] {
        assert_eq!(PersonId::parse(text), Ok(id), "{text}");
    }
    assert_eq!(PersonId::parse("000000000000Z"), Ok(PersonId::from_i64(31)));
}

#[test]
fn what_is_not_an_identifier_is_refused() {
    let texts = [
        "",
        "1",
        "000000000000",
        "00000000000000",
        "000000000000u",
        "000000000000-",
        "000000000000é",
        " 000000000001",
        "8000000000000",
        "zzzzzzzzzzzzz",
    ];
    for text in texts {
        assert_eq!(PersonId::parse(text), Err(IdRefused::Malformed), "{text}");
    }
    let negative = PersonId::from_i64(-1).to_string();
    assert_eq!(PersonId::parse(&negative), Err(IdRefused::Malformed));
}

#[test]
fn a_siren_is_checked_by_its_last_digit() {
    assert_eq!(Siren::parse("123 456 782").unwrap().as_str(), "123456782");
    assert_eq!(Siren::parse("123456782").unwrap().grouped(), "123 456 782");
    assert_eq!(Siren::parse("356000000").unwrap().as_str(), "356000000");
    assert_eq!(Siren::parse("123456789"), Err(SirenRefused::WrongKey));
    for text in ["", "12345678", "1234567820", "12345678A", "１２３４５６７８２"] {
        assert_eq!(Siren::parse(text), Err(SirenRefused::Malformed), "{text}");
    }
}

#[test]
fn a_siret_is_its_company_and_five_digits() {
    let siret = Siret::parse("123 456 782 00010").unwrap();
    assert_eq!(siret.siren(), Siren::parse("123456782").unwrap());
    assert_eq!(siret.grouped(), "123 456 782 00010");
    assert_eq!(Siret::parse("12345678200011"), Err(SiretRefused::WrongKey));
    assert_eq!(Siret::parse("123456782"), Err(SiretRefused::Malformed));
    // Passes over fourteen digits, but its first nine are not a company.
    assert_eq!(Siret::parse("12345678300018"), Err(SiretRefused::WrongKey));
}

#[test]
fn the_establishments_of_la_poste_have_their_own_key() {
    for text in ["35600000000048", "35600000049837"] {
        assert!(Siret::parse(text).is_ok(), "{text}");
    }
    assert_eq!(Siret::parse("35600000049838"), Err(SiretRefused::WrongKey));
}

#[test]
fn a_french_vat_number_is_checked_by_its_key() {
    let siren = Siren::parse("123456782").unwrap();
    let number = VatNumber::of_siren(&siren);
    assert_eq!(number.as_str(), "FR11123456782");
    assert_eq!(VatNumber::parse("fr 11 123 456 782"), Ok(number.clone()));
    assert_eq!(number.country(), "FR");
    assert_eq!(VatNumber::parse("FR12123456782"), Err(VatNumberRefused::WrongKey));
    assert_eq!(VatNumber::parse("FR1112345678"), Err(VatNumberRefused::Malformed));
}

#[test]
fn other_vat_numbers_are_checked_by_their_shape() {
    let right = [
        "BE0123456789",
        "BE 0123.456.789",
        "DE123456789",
        "ESX1234567R",
        "ATU12345678",
        "NL123456789B01",
        "IE1234567WA",
        "EL123456789",
        "LU12345678",
        "IT12345678901",
        "RO12",
        "XIGD001",
    ];
    for text in right {
        assert!(VatNumber::parse(text).is_ok(), "{text}");
    }
    for text in ["BE012345678", "DE12345678A", "AT12345678", "NL123456789C01", "DE"] {
        assert_eq!(VatNumber::parse(text), Err(VatNumberRefused::Malformed), "{text}");
    }
    for (text, country) in [("GB123456789", "GB"), ("12345", "12")] {
        let refused = VatNumberRefused::UnknownCountry {
            country: country.to_owned(),
        };
        assert_eq!(VatNumber::parse(text), Err(refused), "{text}");
    }
    assert!(VatNumber::parse("é").is_err());
}

#[test]
fn an_iban_is_checked_by_its_country_and_its_key() {
    let iban = Iban::parse("fr14 2004 1010 0505 0001 3m02 606").unwrap();
    assert_eq!(iban.as_str(), "FR1420041010050500013M02606");
    assert_eq!(iban.grouped(), "FR14 2004 1010 0505 0001 3M02 606");
    assert_eq!(iban.masked(), "FR14 … 2606");
    assert_eq!(iban.country(), "FR");
    assert_eq!(
        Iban::parse("FR1520041010050500013M02606"),
        Err(IbanRefused::WrongKey)
    );
    for text in [
        "",
        "FR14",
        "FR142004101005050001",
        "ZZ1420041010050500013M02606",
        "é",
    ] {
        assert!(Iban::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_bic_has_eight_or_eleven_characters() {
    assert_eq!(Bic::parse("psst fr pp xxx").unwrap().as_str(), "PSSTFRPPXXX");
    assert!(Bic::parse("AGRIFR22").is_ok());
    for text in ["", "AGRIFR2", "AGRIFR22X", "1GRIFR22", "AGRIF222", "AGRIFR2É"] {
        assert!(Bic::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_telephone_number_has_one_spelling() {
    let cases = [
        ("06 12 34 56 78", "+33612345678", "06 12 34 56 78"),
        ("06.12.34.56.78", "+33612345678", "06 12 34 56 78"),
        ("+33 (0)6 12 34 56 78", "+33612345678", "06 12 34 56 78"),
        ("0033612345678", "+33612345678", "06 12 34 56 78"),
        ("02-35-00-00-00", "+33235000000", "02 35 00 00 00"),
        ("+32 470 12 34 56", "+32470123456", "+32 470 12 34 56"),
        ("0692 12 34 56", "+262692123456", "+262 692 12 34 56"),
        ("0590 12 34 56", "+590590123456", "+590 590 12 34 56"),
    ];
    for (text, canonical, grouped) in cases {
        let phone = Phone::parse(text).unwrap();
        assert_eq!(phone.as_str(), canonical, "{text}");
        assert_eq!(phone.grouped(), grouped, "{text}");
    }
    for text in [
        "",
        "3631",
        "061234567",
        "06123456789",
        "00 00 34 56 78",
        "+33 0612345678",
        "+33612",
        "+1234567890123456",
        "six",
    ] {
        assert!(Phone::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_postal_code_suits_its_country() {
    assert_eq!(PostalCode::parse(" 76 000 ").unwrap().as_str(), "76000");
    assert_eq!(PostalCode::parse("sw1a 1aa").unwrap().as_str(), "SW1A 1AA");
    assert_eq!(PostalCode::parse("1000").unwrap().as_str(), "1000");
    assert!(PostalCode::parse_french("76000").is_ok());
    assert!(PostalCode::parse_french("1000").is_err());
    for text in ["", "ROUEN", "7", "76000;", "12345678901"] {
        assert!(PostalCode::parse(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn an_identifier_survives_the_round_trip(number in 0_i64..=i64::MAX) {
        let id = PersonId::from_i64(number);
        let text = id.to_string();
        prop_assert_eq!(text.len(), 13);
        prop_assert_eq!(PersonId::parse(&text), Ok(id));
        prop_assert_eq!(PersonId::parse(&text.to_uppercase()), Ok(id));
        let json = serde_json::to_string(&id).unwrap();
        prop_assert_eq!(serde_json::from_str::<PersonId>(&json).unwrap(), id);
    }

    #[test]
    fn identifiers_sort_as_their_texts(one in 0_i64..=i64::MAX, other in 0_i64..=i64::MAX) {
        let (one, other) = (PersonId::from_i64(one), PersonId::from_i64(other));
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn the_french_vat_number_of_a_company_is_accepted(number in 0_u32..100_000_000) {
        let base = format!("{number:08}");
        let siren = (0..10).find_map(|key| Siren::parse(&format!("{base}{key}")).ok()).unwrap();
        let vat = VatNumber::of_siren(&siren);
        prop_assert_eq!(VatNumber::parse(vat.as_str()), Ok(vat));
    }

    #[test]
    fn reading_any_text_never_panics(text in "\\PC{0,30}") {
        let _ = (PersonId::parse(&text), Siren::parse(&text), Siret::parse(&text));
        let _ = (VatNumber::parse(&text), Iban::parse(&text), Bic::parse(&text));
        let _ = (Phone::parse(&text), PostalCode::parse(&text));
    }
}
