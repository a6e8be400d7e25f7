use super::*;

fn taken_apart(text: &str) -> (String, String) {
    let name = split(text).unwrap();
    (name.given().to_owned(), name.family().to_owned())
}

#[test]
fn capitals_a_comma_or_the_order_say_which_part_is_the_family_name() {
    for (text, given, family) in [
        ("Marie Dupont", "Marie", "Dupont"),
        ("DUPONT Marie", "Marie", "DUPONT"),
        ("Marie DUPONT", "Marie", "DUPONT"),
        ("Dupont, Marie", "Marie", "Dupont"),
        ("Mme Marie DUPONT", "Marie", "DUPONT"),
        ("M. Jean-Luc MARTIN", "Jean-Luc", "MARTIN"),
        ("LE GALL Anne", "Anne", "LE GALL"),
        ("Anne de LA TOUR", "Anne", "de LA TOUR"),
        ("Marie Anne Dupont", "Marie", "Anne Dupont"),
        ("MARIE DUPONT", "MARIE", "DUPONT"),
        ("Madonna", "", "Madonna"),
    ] {
        assert_eq!(taken_apart(text), (given.to_owned(), family.to_owned()), "{text}");
    }
}

#[test]
fn a_name_that_is_none_is_refused() {
    assert_eq!(split("="), Err(CellRefused::Formula));
    assert_eq!(split("M."), Err(CellRefused::Missing));
    assert_eq!(split(&"x".repeat(300)), Err(CellRefused::NotOnOneLine));
}

#[test]
fn two_spellings_of_one_name_have_one_key() {
    let spellings = [
        "Élodie Martin-Roux",
        "MARTIN-ROUX Elodie",
        "  élodie   martin roux ",
    ];
    for spelling in spellings {
        assert_eq!(key(spelling), "elodie martin roux", "{spelling}");
    }
    assert_ne!(key("Marie Dupont"), key("Marie Dupond"));
}
