//! Persons, organisations and memberships are kept as the rules say.

use super::world::{actor, named, other_place, person, place};
use crate::rules::address::Address;
use crate::rules::membership::MembershipRefusal;
use crate::{
    MESSAGES, NewOrganisation, NewPerson, OrganisationRefusal, Party, PersonName, PersonRefusal, RoleRefusal,
};
use harness::both_engines;
use kernel::{Actor, Day, Email, Id, Locale, Name, Phone, Role, Siren, VatNumber};
use platform::activity::{self, Subject};
use platform::verify::Report;
use platform::{Catalogue, Failure, Fault, OrNotFound};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn refused<T: std::fmt::Debug, R: std::fmt::Debug>(answer: Result<T, Failure<R>>) -> R {
    match answer.unwrap_err() {
        Failure::Refused(refusal) => refusal,
        Failure::Fault(fault) => panic!("a fault instead of a refusal: {fault}"),
    }
}

fn fault<T: std::fmt::Debug, R: std::fmt::Debug>(answer: Result<T, Failure<R>>) -> Fault {
    match answer.unwrap_err() {
        Failure::Refused(refusal) => panic!("a refusal instead of a fault: {refusal:?}"),
        Failure::Fault(fault) => fault,
    }
}

fn atelier() -> NewOrganisation {
    NewOrganisation {
        siren: Some(Siren::parse("000000000").unwrap()),
        vat_number: Some(VatNumber::of_siren(&Siren::parse("000000000").unwrap())),
        email: Some(Email::parse("compta@example.org").unwrap()),
        phone: Some(Phone::parse("0235000000").unwrap()),
        address: Address::parse("1 quai des Brumes", "76000", "Rouen", "").unwrap(),
        external_ref: Some("ligne 4".to_owned()),
        ..NewOrganisation::named(Name::parse("Atelier du Quai").unwrap())
    }
}

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

#[test]
fn only_an_administrator_gives_roles_and_one_always_stays() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let boss = actor(tx, &place, "Alix", Role::Administrator);
            let alix = boss.person.unwrap();
            let camille = person(tx, &place, "Camille", "Durand");
            let today = tx.today(&place.zone);
            for role in [
                Role::Member,
                Role::Facilitator,
                Role::ManagingDirector,
                Role::Accountant,
            ] {
                let other = actor(tx, &place, role.code(), role);
                let given = crate::grant_role(tx, &other, camille, Role::Facilitator, today);
                assert_eq!(fault(given), Fault::Forbidden, "{role}");
                let own = crate::grant_role(tx, &other, other.person.unwrap(), Role::Administrator, today);
                assert_eq!(fault(own), Fault::Forbidden, "{role}");
                let ended = crate::end_role(tx, &other, alix, Role::Administrator, today);
                assert_eq!(fault(ended), Fault::Forbidden, "{role}");
            }
            crate::grant_role(tx, &boss, camille, Role::Facilitator, today).unwrap();
            let twice = crate::grant_role(tx, &boss, camille, Role::Facilitator, today);
            assert_eq!(refused(twice), RoleRefusal::AlreadyHeld);
            assert_eq!(
                crate::roles_on(tx, place.id, camille, today)?,
                [Role::Facilitator]
            );
            crate::end_role(tx, &boss, camille, Role::Facilitator, today).unwrap();
            assert_eq!(crate::roles_on(tx, place.id, camille, today.next())?, []);
            let again = crate::end_role(tx, &boss, camille, Role::Facilitator, today);
            assert_eq!(refused(again), RoleRefusal::NotHeld);
            let last = crate::end_role(tx, &boss, alix, Role::Administrator, today);
            assert_eq!(refused(last), RoleRefusal::LastAdministrator);
            // An administrator who cannot sign in does not count.
            crate::grant_role(tx, &boss, camille, Role::Administrator, today).unwrap();
            let last = crate::end_role(tx, &boss, alix, Role::Administrator, today);
            assert_eq!(refused(last), RoleRefusal::LastAdministrator);
            crate::create_account(tx, &boss, camille, None).unwrap();
            crate::end_role(tx, &boss, alix, Role::Administrator, today.previous()).unwrap();
            assert_eq!(crate::roles_on(tx, place.id, alix, today)?, [Role::Member]);
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn the_team_changes_an_address_only_where_nobody_signs_in_with_it() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let boss = actor(tx, &place, "Alix", Role::Administrator);
            let desk = actor(tx, &place, "Noa", Role::Facilitator);
            let alix = boss.person.unwrap();
            let taken_over = NewPerson {
                email: Some(Email::parse("pirate@example.org").unwrap()),
                ..named("Alix", "Équipier")
            };
            let answer = crate::update_person(tx, &desk, alix, taken_over.clone());
            assert_eq!(refused(answer), PersonRefusal::EmailProtected);
            let camille = person(tx, &place, "Camille", "Durand");
            crate::update_person(tx, &desk, camille, taken_over).unwrap();
            crate::update_person(tx, &desk, camille, named("Camille", "Durand")).unwrap();
            crate::create_account(tx, &desk, camille, None).unwrap();
            let moved = NewPerson {
                email: Some(Email::parse("neuf@example.org").unwrap()),
                ..named("Camille", "Durand")
            };
            let answer = crate::update_person(tx, &desk, camille, moved.clone());
            assert_eq!(refused(answer), PersonRefusal::EmailProtected);
            crate::update_person(tx, &boss, camille, moved.clone()).unwrap();
            assert_eq!(
                super::world::account(tx, &place, camille).email.as_str(),
                "neuf@example.org"
            );
            let none = NewPerson { email: None, ..moved };
            assert_eq!(
                refused(crate::update_person(tx, &boss, camille, none)),
                PersonRefusal::EmailNeeded
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn who_may_not_is_refused_before_anything_is_looked_up() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let nobody = Id::from_i64(404);
            let today = tx.today(&place.zone);
            let accountant = actor(tx, &place, "Compte", Role::Accountant);
            for actor in [Actor::visitor(place.id), accountant] {
                let forbidden = Fault::Forbidden;
                assert_eq!(
                    fault(crate::create_person(tx, &actor, named("A", "B"))),
                    forbidden
                );
                assert_eq!(
                    fault(crate::update_person(tx, &actor, nobody, named("A", "B"))),
                    forbidden
                );
                assert_eq!(
                    fault(crate::create_organisation(tx, &actor, atelier())),
                    forbidden
                );
                assert_eq!(
                    fault(crate::update_organisation(tx, &actor, Id::from_i64(1), atelier())),
                    forbidden
                );
                assert_eq!(fault(crate::become_member(tx, &actor, nobody, today)), forbidden);
                assert_eq!(fault(crate::end_membership(tx, &actor, nobody, today)), forbidden);
                assert_eq!(
                    fault(crate::grant_role(tx, &actor, nobody, Role::Member, today)),
                    forbidden
                );
                assert_eq!(
                    fault(crate::end_role(tx, &actor, nobody, Role::Member, today)),
                    forbidden
                );
                assert_eq!(fault(crate::create_account(tx, &actor, nobody, None)), forbidden);
                assert_eq!(fault(crate::invite(tx, &actor, nobody)), forbidden);
                assert_eq!(fault(crate::disable_account(tx, &actor, nobody)), forbidden);
                assert_eq!(fault(crate::enable_account(tx, &actor, nobody)), forbidden);
            }
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn every_message_exists_in_both_languages() {
    let catalogue = Catalogue::new(&[MESSAGES]).unwrap();
    let refusals = [
        PersonRefusal::KEYS,
        OrganisationRefusal::KEYS,
        MembershipRefusal::KEYS,
        RoleRefusal::KEYS,
        crate::AccountRefusal::KEYS,
        crate::PasswordRefused::KEYS,
        crate::AddressRefused::KEYS,
    ];
    for key in refusals.concat() {
        assert!(catalogue.has(key), "{key}");
    }
    let kinds = ["letter", "tidy"].map(|kind| format!("job-people-{kind}"));
    let permissions = crate::PERMISSIONS
        .iter()
        .map(|grant| grant.permission.name().replace('.', "-"));
    let keys = permissions.map(|name| format!("permission-{name}")).chain(kinds);
    for key in keys {
        assert!(catalogue.has(&key), "{key}");
    }
}

#[test]
fn verify_says_what_does_not_hold() {
    use platform::database::{params, statement};
    statement! {
        SPOIL_SEARCH = "update person set search = 'x' where place_id = $1";
        SPOIL_ACCOUNT = "update account set email = 'x@example.org', disabled_at = 1 where place_id = $1";
        SPOIL_MEMBER = "insert into member (place_id, id, person_id, joined_on, left_on)
            select place_id, 7, person_id, '2020-01-01', '2030-01-01' from member where place_id = $1";
    }
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let alix = actor(tx, &place, "Alix", Role::Administrator);
            let door = crate::actions::Door {
                address: String::new(),
                agent: String::new(),
            };
            let account = super::world::account(tx, &place, alix.person.unwrap());
            crate::actions::open_session(tx, place.id, &account, &door).unwrap();
            crate::become_member(tx, &alix, alix.person.unwrap(), day("2026-01-01")).unwrap();
            let mut report = Report::new();
            crate::verify::check(tx, place.id, &mut report)?;
            assert!(report.is_clean(), "{report:?}");
            for spoil in [&SPOIL_SEARCH, &SPOIL_ACCOUNT, &SPOIL_MEMBER] {
                tx.run(spoil, &params![place.id])?;
            }
            crate::verify::check(tx, place.id, &mut report)?;
            let what: Vec<&str> = report.faults().iter().map(|fault| fault.what).collect();
            assert_eq!(
                what,
                [
                    "verify-people-persons",
                    "verify-people-memberships",
                    "verify-people-accounts",
                    "verify-people-accounts"
                ]
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}
