//! What only some of the team may do, and what holds for everybody.

use super::world::{actor, atelier, day, fault, named, person, place, refused};
use crate::{MESSAGES, MembershipRefusal, NewPerson, OrganisationRefusal, PersonRefusal, RoleRefusal};
use harness::both_engines;
use kernel::{Actor, Email, Id, Role};
use platform::verify::Report;
use platform::{Catalogue, Fault};

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
    let kinds = ["job-people-letter".to_owned()];
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
