//! Persons, organisations and memberships are kept as the rules say.

use super::world::{atelier, day, fault, named, other_place, person, place, refused};
use crate::rules::address::Address;
use crate::rules::membership::MembershipRefusal;
use crate::{NewOrganisation, NewPerson, OrganisationRefusal, Party, PersonName, PersonRefusal};
use harness::both_engines;
use kernel::{Actor, Email, Id, Locale, Name, Phone, Role, Siren};
use platform::activity::{self, Subject};
use platform::verify::Report;
use platform::{Fault, OrNotFound};

#[test]
fn a_person_is_read_back_as_they_were_kept() {
    both_engines(|db| {
        let place = place(&db);
        let kept = db.write_blocking(move |tx| {
            let system = Actor::system(place.id);
            let organisation = crate::create_organisation(tx, &system, atelier()).unwrap();
            let new = NewPerson {
                phone: Some(Phone::parse("06 12 34 56 78").unwrap()),
                address: Address::parse("2 rue Haute", "76000", "Rouen", "").unwrap(),
                organisation: Some(organisation),
                note: "  préfère le\nmatin ".to_owned(),
                language: Some(Locale::En),
                external_ref: Some("ligne 12".to_owned()),
                ..named("Zoé", "Œuvrard")
            };
            let id = crate::create_person(tx, &system, new.clone()).unwrap();
            let known = crate::person(tx, place.id, id).unwrap().unwrap();
            assert_eq!(
                NewPerson::from(known),
                NewPerson {
                    note: "préfère le\nmatin".to_owned(),
                    ..new
                }
            );
            assert_eq!(
                crate::payer(tx, place.id, id).unwrap(),
                Party::Organisation(organisation)
            );
            let by_line = crate::person_by_external_ref(tx, place.id, "ligne 12").unwrap();
            assert_eq!(by_line.unwrap().id, id);
            let email = Email::parse("zoe@example.org").unwrap();
            assert_eq!(
                crate::person_by_email(tx, place.id, &email).unwrap().unwrap().id,
                id
            );
            let name = PersonName::parse("zoe", "oeuvrard").unwrap();
            assert_eq!(crate::persons_named(tx, place.id, &name).unwrap().len(), 1);
            assert_eq!(crate::persons_of(tx, place.id, organisation).unwrap().len(), 1);
            let history = activity::history(tx, place.id, Subject::new("person", id))?;
            assert_eq!(history.len(), 1);
            Ok::<_, Fault>(organisation)
        });
        let organisation = kept.unwrap();
        let place = crate::tests::world::other_place(&db);
        let elsewhere = db.read_blocking(move |tx| crate::organisation(tx, place.id, organisation));
        assert_eq!(elsewhere.unwrap(), None);
    });
}

#[test]
fn an_organisation_is_read_back_as_it_was_kept() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let system = Actor::system(place.id);
            let id = crate::create_organisation(tx, &system, atelier()).unwrap();
            let known = crate::organisation(tx, place.id, id)?.or_not_found()?;
            assert_eq!(NewOrganisation::from(known), atelier());
            let siren = Siren::parse("000000000").unwrap();
            assert_eq!(
                crate::organisation_by_siren(tx, place.id, &siren)?.unwrap().id,
                id
            );
            assert_eq!(
                crate::organisation_by_external_ref(tx, place.id, "ligne 4")?
                    .unwrap()
                    .id,
                id
            );
            let name = Name::parse("ATELIER du quai").unwrap();
            assert_eq!(crate::organisation_named(tx, place.id, &name)?.unwrap().id, id);
            assert_eq!(
                crate::organisation_named(tx, place.id, &Name::parse("Atelier").unwrap())?,
                None
            );
            assert_eq!(crate::organisation_choices(tx, place.id)?.len(), 1);
            let twice = crate::create_organisation(
                tx,
                &system,
                NewOrganisation {
                    siren: None,
                    ..atelier()
                },
            );
            assert_eq!(refused(twice), OrganisationRefusal::AlreadyImported);
            let same = NewOrganisation {
                external_ref: None,
                ..atelier()
            };
            assert_eq!(
                refused(crate::create_organisation(tx, &system, same.clone())),
                OrganisationRefusal::SirenTaken
            );
            crate::update_organisation(tx, &system, id, same).unwrap();
            let unknown = crate::update_organisation(tx, &system, Id::from_i64(12), atelier());
            assert_eq!(fault(unknown), Fault::NotFound);
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn two_persons_never_share_an_address_nor_a_line_of_import() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let system = Actor::system(place.id);
            let new = NewPerson {
                external_ref: Some("ligne 1".to_owned()),
                ..named("Camille", "Durand")
            };
            crate::create_person(tx, &system, new.clone()).unwrap();
            assert_eq!(
                refused(crate::create_person(tx, &system, new.clone())),
                PersonRefusal::EmailTaken
            );
            let line = NewPerson { email: None, ..new };
            assert_eq!(
                refused(crate::create_person(tx, &system, line)),
                PersonRefusal::AlreadyImported
            );
            let other = person(tx, &place, "Sacha", "Durand");
            let stolen = crate::update_person(tx, &system, other, named("Camille", "Durand"));
            assert_eq!(refused(stolen), PersonRefusal::EmailTaken);
            let unknown = NewPerson {
                organisation: Some(Id::from_i64(99)),
                ..named("Lou", "Martin")
            };
            assert_eq!(
                refused(crate::create_person(tx, &system, unknown)),
                PersonRefusal::OrganisationUnknown
            );
            let long = NewPerson {
                note: "x".repeat(2_001),
                ..named("Lou", "Martin")
            };
            assert_eq!(
                refused(crate::create_person(tx, &system, long)),
                PersonRefusal::NoteTooLong
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn the_organisation_of_another_place_is_not_known_here() {
    both_engines(|db| {
        let (place, other) = (place(&db), other_place(&db));
        db.write_blocking(move |tx| {
            let theirs = crate::create_organisation(tx, &Actor::system(other.id), atelier()).unwrap();
            let new = NewPerson {
                organisation: Some(theirs),
                ..named("Camille", "Durand")
            };
            let answer = crate::create_person(tx, &Actor::system(place.id), new);
            assert_eq!(refused(answer), PersonRefusal::OrganisationUnknown);
            let camille = person(tx, &other, "Camille", "Durand");
            let system = Actor::system(place.id);
            let edited = crate::update_person(tx, &system, camille, named("Camille", "Durand"));
            assert_eq!(fault(edited), Fault::NotFound);
            let joined = crate::become_member(tx, &system, camille, day("2026-06-15"));
            assert_eq!(fault(joined), Fault::NotFound);
            let given = crate::grant_role(tx, &system, camille, Role::Facilitator, day("2026-06-15"));
            assert_eq!(fault(given), Fault::NotFound);
            assert_eq!(
                fault(crate::create_account(tx, &system, camille, None)),
                Fault::NotFound
            );
            assert_eq!(crate::names_of(tx, place.id, &[camille])?.len(), 0);
            assert_eq!(crate::payer(tx, place.id, camille), Err(Fault::NotFound));
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn a_renamed_organisation_is_found_under_its_new_name_with_its_people() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let system = Actor::system(place.id);
            let id = crate::create_organisation(tx, &system, atelier()).unwrap();
            let new = NewPerson {
                organisation: Some(id),
                ..named("Camille", "Durand")
            };
            crate::create_person(tx, &system, new).unwrap();
            let renamed = NewOrganisation {
                name: Name::parse("Brumes SCOP").unwrap(),
                ..atelier()
            };
            crate::update_organisation(tx, &system, id, renamed).unwrap();
            let found = crate::search(tx, place.id, "brumes scop", 10)?;
            assert_eq!(
                found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
                ["Camille Durand", "Brumes SCOP"]
            );
            assert_eq!(crate::search(tx, place.id, "atelier", 10)?, []);
            let mut report = Report::new();
            crate::verify::check(tx, place.id, &mut report)?;
            assert_eq!(report.faults(), []);
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn letters_name_persons_and_organisations_of_the_place() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let system = Actor::system(place.id);
            let brumes = crate::create_organisation(tx, &system, atelier()).unwrap();
            let new = NewPerson {
                address: Address::parse("2 rue Haute", "76000", "Rouen", "").unwrap(),
                language: Some(Locale::En),
                ..named("Camille", "Durand")
            };
            let camille = crate::create_person(tx, &system, new).unwrap();
            let absent = Party::Person(Id::from_i64(404));
            let both = [Party::Person(camille), Party::Organisation(brumes), absent];
            let found = crate::addressees(tx, place.id, &both)?;
            assert_eq!(found.len(), 2);
            let person = found.get(&Party::Person(camille)).unwrap();
            assert_eq!(
                (person.name.as_str(), person.language),
                ("Camille Durand", Some(Locale::En))
            );
            assert_eq!(person.address.lines(), ["2 rue Haute", "76000 Rouen"]);
            let organisation = found.get(&Party::Organisation(brumes)).unwrap();
            assert_eq!(organisation.name, "Atelier du Quai");
            assert_eq!(organisation.siren, atelier().siren);
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn a_membership_begins_once_and_ends_on_its_last_day() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let system = Actor::system(place.id);
            let camille = person(tx, &place, "Camille", "Durand");
            let ended = crate::end_membership(tx, &system, camille, day("2026-06-15"));
            assert_eq!(refused(ended), MembershipRefusal::NotMember);
            crate::become_member(tx, &system, camille, day("2026-06-15")).unwrap();
            let twice = crate::become_member(tx, &system, camille, day("2026-07-01"));
            assert_eq!(refused(twice), MembershipRefusal::AlreadyMember);
            assert!(!crate::is_member_on(tx, place.id, camille, day("2026-06-14"))?);
            assert!(crate::is_member_on(tx, place.id, camille, day("2026-06-15"))?);
            assert_eq!(crate::members_on(tx, place.id, day("2026-06-15"))?, [camille]);
            let early = crate::end_membership(tx, &system, camille, day("2026-06-14"));
            assert_eq!(
                refused(early),
                MembershipRefusal::EndsBeforeStart {
                    joined_on: day("2026-06-15")
                }
            );
            crate::end_membership(tx, &system, camille, day("2026-06-30")).unwrap();
            assert!(crate::is_member_on(tx, place.id, camille, day("2026-06-30"))?);
            assert!(!crate::is_member_on(tx, place.id, camille, day("2026-07-01"))?);
            let again = crate::become_member(tx, &system, camille, day("2026-06-30"));
            assert_eq!(
                refused(again),
                MembershipRefusal::Overlaps {
                    left_on: day("2026-06-30")
                }
            );
            crate::become_member(tx, &system, camille, day("2026-07-01")).unwrap();
            assert_eq!(crate::memberships_of(tx, place.id, camille)?.len(), 2);
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}
