//! Accounts, links, and what people change of themselves.

use super::world::{account, actor, door, inside, is_in, later, person, place, session};
use crate::actions::{self, OwnDetails};
use crate::rules::access::{AccountRefusal, LinkPurpose};
use crate::rules::address::Address;
use crate::rules::token::Token;
use crate::store::links;
use crate::{NewPerson, PasswordRefused, PersonName, PersonRefusal};
use harness::both_engines;
use kernel::{Email, Locale, Role};
use platform::database::Tx;
use platform::{Failure, Fault};

#[test]
fn a_closed_account_lets_nobody_in_from_that_moment() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let noa = actor(tx, place, "Noa", Role::Member);
            let id = noa.person.unwrap();
            let token = session(tx, place, &noa);
            let link = actions::issue_link(tx, place.id, noa.account.unwrap(), LinkPurpose::SignIn).unwrap();
            crate::disable_account(tx, boss, id).unwrap();
            assert!(!is_in(tx, place, &token));
            let spent = Failure::Refused(AccountRefusal::LinkSpent);
            assert_eq!(
                actions::sign_in_by_link(tx, place.id, &link.hash(), &door()).unwrap_err(),
                spent
            );
            let disabled = || Failure::Refused(AccountRefusal::Disabled);
            let tried = actions::sign_in_by_password(tx, place.id, noa.account.unwrap(), "hash", &door());
            assert_eq!(tried.unwrap_err(), disabled());
            assert_eq!(crate::disable_account(tx, boss, id).unwrap_err(), disabled());
            assert_eq!(crate::invite(tx, boss, id).unwrap_err(), disabled());
            crate::enable_account(tx, boss, id).unwrap();
            let open = crate::enable_account(tx, boss, id).unwrap_err();
            assert_eq!(open, Failure::Refused(AccountRefusal::AlreadyExists));
            assert!(!is_in(tx, place, &token), "what ended stays ended");
            actions::sign_in_by_password(tx, place.id, noa.account.unwrap(), "hash", &door()).unwrap();
            let last = crate::disable_account(tx, boss, boss.person.unwrap());
            assert_eq!(
                last.unwrap_err(),
                Failure::Refused(AccountRefusal::LastAdministrator)
            );
        });
    });
}

#[test]
fn a_facilitator_touches_no_account_of_the_team() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let desk = actor(tx, place, "Noa", Role::Facilitator);
            let alix = boss.person.unwrap();
            let protected = || Failure::Refused(AccountRefusal::Protected);
            assert_eq!(crate::invite(tx, &desk, alix).unwrap_err(), protected());
            assert_eq!(crate::disable_account(tx, &desk, alix).unwrap_err(), protected());
            assert_eq!(crate::enable_account(tx, &desk, alix).unwrap_err(), protected());
            let camille = person(tx, place, "Camille", "Durand");
            let (today, with_password) = (
                tx.today(&place.zone),
                crate::create_account(tx, &desk, camille, Some("hash")),
            );
            assert_eq!(with_password.unwrap_err(), Failure::Fault(Fault::Forbidden));
            // Somebody who will be of the team next week is protected from today on.
            crate::grant_role(tx, boss, camille, Role::ManagingDirector, today.plus_days(7)).unwrap();
            assert_eq!(
                crate::create_account(tx, &desk, camille, None).unwrap_err(),
                protected()
            );
            crate::create_account(tx, boss, camille, None).unwrap();
            let again = crate::create_account(tx, boss, camille, None).unwrap_err();
            assert_eq!(again, Failure::Refused(AccountRefusal::AlreadyExists));
            let mute = NewPerson::named(PersonName::parse("Sans", "Adresse").unwrap());
            let mute = crate::create_person(tx, &desk, mute).unwrap();
            assert_eq!(
                crate::invite(tx, &desk, mute).unwrap_err(),
                Failure::Refused(AccountRefusal::NoEmail)
            );
        });
    });
}

#[test]
fn a_link_works_once_for_its_purpose_and_for_a_while() {
    both_engines(|db| {
        let (start, place) = (db.clock().now(), place(&db));
        let home = place.clone();
        let (fresh, old) = db
            .write_blocking(move |tx| {
                let noa = actor(tx, &home, "Noa", Role::Member);
                let mut link = || actions::issue_link(tx, home.id, noa.account.unwrap(), LinkPurpose::SignIn);
                Ok::<_, Fault>((link()?, link()?))
            })
            .unwrap();
        later(&db, start, LinkPurpose::SignIn.seconds() - 1);
        let home = place.clone();
        db.write_blocking(move |tx| {
            let spent = || Failure::Refused(AccountRefusal::LinkSpent);
            let wrong = actions::choose_password(
                tx,
                home.id,
                &fresh.hash(),
                LinkPurpose::Reset,
                Some("hash"),
                &door(),
            );
            assert_eq!(wrong.unwrap_err(), spent());
            let opened = actions::sign_in_by_link(tx, home.id, &fresh.hash(), &door()).unwrap();
            assert!(is_in(tx, &home, &opened.token));
            assert_eq!(
                actions::sign_in_by_link(tx, home.id, &fresh.hash(), &door()).unwrap_err(),
                spent()
            );
            let unknown = Token::from_bytes([3; 32]);
            assert_eq!(
                actions::sign_in_by_link(tx, home.id, &unknown.hash(), &door()).unwrap_err(),
                spent()
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
        later(&db, start, LinkPurpose::SignIn.seconds());
        db.write_blocking(move |tx| {
            let late = actions::sign_in_by_link(tx, place.id, &old.hash(), &door());
            assert_eq!(late.unwrap_err(), Failure::Refused(AccountRefusal::LinkSpent));
            assert_eq!(
                links::find_open(tx, place.id, &old.hash(), LinkPurpose::SignIn)?,
                None
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn a_password_chosen_by_link_ends_everything_that_was_open() {
    both_engines(|db| {
        inside(&db, |tx, place, _| {
            let noa = actor(tx, place, "Noa", Role::Member);
            let account_id = noa.account.unwrap();
            let before = session(tx, place, &noa);
            let reset = actions::issue_link(tx, place.id, account_id, LinkPurpose::Reset).unwrap();
            let other = actions::issue_link(tx, place.id, account_id, LinkPurpose::SignIn).unwrap();
            let opened = actions::choose_password(
                tx,
                place.id,
                &reset.hash(),
                LinkPurpose::Reset,
                Some("new hash"),
                &door(),
            )
            .unwrap();
            assert!(is_in(tx, place, &opened.token) && !is_in(tx, place, &before));
            assert_eq!(
                links::find_open(tx, place.id, &other.hash(), LinkPurpose::SignIn).unwrap(),
                None
            );
            let old = actions::sign_in_by_password(tx, place.id, account_id, "hash", &door());
            assert_eq!(old.unwrap_err(), Failure::Refused(AccountRefusal::Disabled));
            actions::sign_in_by_password(tx, place.id, account_id, "new hash", &door()).unwrap();
        });
    });
}

#[test]
fn ones_own_password_and_address_change_with_proof_only() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let noa = actor(tx, place, "Noa", Role::Facilitator);
            let (here, there) = (session(tx, place, &noa), session(tx, place, &noa));
            let wrong = actions::change_password(tx, &noa, Some("other"), "new", Some(&here.hash()));
            assert_eq!(wrong.unwrap_err(), Failure::Refused(PasswordRefused::Wrong));
            let none = actions::change_password(tx, &noa, None, "new", Some(&here.hash()));
            assert_eq!(none.unwrap_err(), Failure::Refused(PasswordRefused::Wrong));
            actions::change_password(tx, &noa, Some("hash"), "new", Some(&here.hash())).unwrap();
            assert!(is_in(tx, place, &here) && !is_in(tx, place, &there));
            let email = Email::parse("noa.neuf@example.org").unwrap();
            let former = account(tx, place, noa.person.unwrap()).email;
            let proven = |email: &Email, former: &Email| actions::ProvenEmail {
                account: noa.account.unwrap(),
                former: former.clone(),
                email: email.clone(),
            };
            let change =
                |tx: &mut Tx<'_>, proven| actions::change_own_email(tx, &noa, &proven, Some(&here.hash()));
            let stale = change(tx, proven(&email, &email));
            assert_eq!(
                stale.unwrap_err(),
                Failure::Refused(PersonRefusal::EmailLinkSpent)
            );
            let foreign = actions::ProvenEmail {
                account: account(tx, place, boss.person.unwrap()).id,
                ..proven(&email, &former)
            };
            let foreign = change(tx, foreign);
            assert_eq!(
                foreign.unwrap_err(),
                Failure::Refused(PersonRefusal::EmailLinkSpent)
            );
            let taken = Email::parse("alix@example.org").unwrap();
            let taken = change(tx, proven(&taken, &former));
            assert_eq!(taken.unwrap_err(), Failure::Refused(PersonRefusal::EmailTaken));
            let there = session(tx, place, &noa);
            change(tx, proven(&email, &former)).unwrap();
            assert!(is_in(tx, place, &here) && !is_in(tx, place, &there));
            assert_eq!(account(tx, place, noa.person.unwrap()).email, email);
            assert_eq!(
                crate::person(tx, place.id, noa.person.unwrap())
                    .unwrap()
                    .unwrap()
                    .email,
                Some(email)
            );
        });
    });
}

#[test]
fn ones_own_details_leave_the_payer_and_the_note_alone() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let noa = actor(tx, place, "Noa", Role::Member);
            let id = noa.person.unwrap();
            let before = crate::person(tx, place.id, id).unwrap().unwrap();
            let noted = NewPerson {
                note: "à relancer".to_owned(),
                ..NewPerson::from(before)
            };
            crate::update_person(tx, boss, id, noted.clone()).unwrap();
            let details = OwnDetails {
                name: PersonName::parse("Noa", "Vasseur").unwrap(),
                phone: None,
                address: Address::parse("", "", "Rouen", "").unwrap(),
                language: Some(Locale::En),
            };
            actions::update_own_details(tx, &noa, details.clone()).unwrap();
            let after = NewPerson::from(crate::person(tx, place.id, id).unwrap().unwrap());
            let expected = NewPerson {
                name: details.name,
                address: details.address,
                language: Some(Locale::En),
                ..noted
            };
            assert_eq!(after, expected);
        });
    });
}

#[test]
fn an_administrator_is_made_or_brought_back_from_the_command_line() {
    both_engines(|db| {
        let place = place(&db);
        db.write_blocking(move |tx| {
            let name = PersonName::parse("Alix", "Équipier").unwrap();
            let email = Email::parse("alix@example.org").unwrap();
            let id = crate::create_administrator(tx, place.id, &name, &email, "hash")?;
            let today = tx.today(&place.zone);
            assert_eq!(
                crate::roles_on(tx, place.id, id, today)?,
                [Role::Member, Role::Administrator]
            );
            let again = crate::create_administrator(tx, place.id, &name, &email, "another hash")?;
            assert_eq!(again, id);
            assert_eq!(
                account(tx, &place, id).password_hash.as_deref(),
                Some("another hash")
            );
            let camille = person(tx, &place, "Camille", "Durand");
            let email = Email::parse("camille@example.org").unwrap();
            assert_eq!(
                crate::create_administrator(tx, place.id, &name, &email, "hash")?,
                camille
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}
