use super::*;
use crate::rules::name::split;
use people::Address;

fn somebody(id: i64, name: &str, email: Option<&str>, reference: Option<&str>) -> PersonKey {
    PersonKey {
        phone: None,
        id: PersonId::from_i64(id),
        name: split(name).unwrap(),
        email: email.map(|email| Email::parse(email).unwrap()),
        external_ref: reference.map(str::to_owned),
    }
}

fn directory() -> Directory {
    Directory::new(vec![
        somebody(1, "Marie Dupont", Some("marie@example.org"), Some("id:17")),
        somebody(2, "Paul Petit", None, None),
        somebody(3, "Ana Roy", Some("ana@example.org"), None),
        somebody(4, "Ana Roy", Some("ana.roy@example.org"), None),
    ])
}

fn who(identifier: Option<&str>, email: Option<&str>, name: Option<&str>) -> Who {
    Who {
        identifier: identifier.map(str::to_owned),
        email: email.map(|email| Email::parse(email).unwrap()),
        name: name.map(|name| split(name).unwrap()),
    }
}

#[test]
fn a_person_is_found_by_identifier_then_address_then_name() {
    let found = |identifier, email, name| {
        directory()
            .find(&who(identifier, email, name))
            .map(PersonId::as_i64)
    };
    assert_eq!(found(Some("17"), Some("ana@example.org"), None), Ok(1));
    assert_eq!(found(None, Some("ana@example.org"), Some("Ana Roy")), Ok(3));
    assert_eq!(found(Some("99"), None, Some("PETIT Paul")), Ok(2));
    assert_eq!(
        found(None, Some("autre@example.org"), Some("marie dupont")),
        Ok(1)
    );
}

#[test]
fn nobody_and_several_people_of_a_name_are_refused() {
    let refused = |name: &str| directory().find(&who(None, None, Some(name))).unwrap_err();
    assert_eq!(
        refused("Ana Roy"),
        MatchRefused::SeveralOfThatName {
            name: "Ana Roy".to_owned(),
            count: 2
        }
    );
    assert_eq!(
        refused("Zoé Pic"),
        MatchRefused::NobodyFound {
            who: "Zoé Pic".to_owned()
        }
    );
}

fn draft(name: &str, email: Option<&str>) -> PersonDraft {
    PersonDraft {
        name: split(name).unwrap(),
        email: email.map(|email| Email::parse(email).unwrap()),
        phone: None,
        address: Address::default(),
        organisation: None,
        joined_on: None,
        left_on: None,
        note: String::new(),
    }
}

#[test]
fn a_line_of_persons_recognises_who_is_there_already() {
    let known = |name: &str, email, reference: &str| {
        directory()
            .recognise(&draft(name, email), reference)
            .map(|found| found.map(PersonId::as_i64))
    };
    assert_eq!(known("Quelqu'un d'autre", None, "id:17"), Ok(Some(1)));
    assert_eq!(
        known("Marie Durand", Some("marie@example.org"), "line:x"),
        Ok(Some(1))
    );
    assert_eq!(
        known("Paul Petit", Some("paul@example.org"), "line:x"),
        Ok(Some(2))
    );
    assert_eq!(known("Zoé Pic", None, "line:x"), Ok(None));
}

#[test]
fn two_addresses_or_two_identifiers_are_two_people_of_one_name() {
    let known = |name: &str, email, reference: &str| directory().recognise(&draft(name, email), reference);
    assert_eq!(
        known("Marie Dupont", Some("autre@example.org"), "line:x"),
        Ok(None)
    );
    assert_eq!(known("Marie Dupont", None, "id:18"), Ok(None));
    assert_eq!(
        known("Ana Roy", Some("troisieme@example.org"), "line:x"),
        Ok(None)
    );
}

#[test]
fn an_address_of_somebody_with_another_name_is_refused() {
    let refused = directory().recognise(&draft("Zoé Pic", Some("marie@example.org")), "line:x");
    assert_eq!(
        refused,
        Err(MatchRefused::EmailOfAnother {
            name: "Marie Dupont".to_owned()
        })
    );
}

fn organisation(id: i64, name: &str, siren: Option<&str>) -> OrganisationKey {
    OrganisationKey {
        id: OrganisationId::from_i64(id),
        name: Name::parse(name).unwrap(),
        siren: siren.map(|siren| Siren::parse(siren).unwrap()),
        external_ref: None,
    }
}

#[test]
fn an_organisation_is_found_by_siren_then_by_name() {
    let register = Register::new(vec![
        organisation(1, "La Ruche", Some("123456782")),
        organisation(2, "L’Atelier", None),
    ]);
    let named = |name: &str, siren: Option<&str>| OrganisationNamed {
        name: Some(Name::parse(name).unwrap()),
        siren: siren.map(|siren| Siren::parse(siren).unwrap()),
    };
    let found = |name: &str, siren| register.find(&named(name, siren)).map(OrganisationId::as_i64);
    assert_eq!(found("Un autre nom", Some("123456782")), Some(1));
    assert_eq!(found("L'ATELIER", None), Some(2));
    assert_eq!(found("Inconnue", None), None);
}

#[test]
fn a_thing_is_found_by_its_name_and_the_others_are_told() {
    let rooms = Named::new(
        [("Grand salon", 1), ("Bibliothèque", 2)].map(|(name, id)| (Name::parse(name).unwrap(), id)),
    );
    assert_eq!(rooms.find(&Name::parse("BIBLIOTHEQUE").unwrap()), Some(2));
    assert_eq!(rooms.find(&Name::parse("Cave").unwrap()), None);
    assert_eq!(rooms.known(), "Grand salon, Bibliothèque");
}
