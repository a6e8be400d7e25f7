//! Accounts, links and sessions.

use super::world::{account, actor, person, place};
use crate::actions::{self, Door, Joining, OwnDetails};
use crate::rules::access::{ABSOLUTE_DAYS_SETTING, AccountRefusal, IDLE_DAYS_SETTING, LinkPurpose};
use crate::rules::address::Address;
use crate::rules::token::{Token, TokenHash};
use crate::store::{links, sessions};
use crate::{NewPerson, PasswordRefused, PersonName, PersonRefusal};
use harness::both_engines;
use kernel::{Actor, Email, Hat, Instant, Locale, Role};
use platform::database::{Database, Tx};
use platform::place::{self, Place};
use platform::{Failure, Fault};

fn door() -> Door {
    Door {
        address: "203.0.113.7".to_owned(),
        agent: "Firefox/140.0 Linux".to_owned(),
    }
}

/// A new session of a person who has an account.
fn session(tx: &mut Tx<'_>, place: &Place, actor: &Actor) -> Token {
    let account = account(tx, place, actor.person.unwrap());
    actions::open_session(tx, place.id, &account, &door())
        .unwrap()
        .token
}

/// Whether a browser with that token is let in now.
fn is_in(tx: &mut Tx<'_>, place: &Place, token: &Token) -> bool {
    crate::identify(tx, place.id, token.as_str()).unwrap().is_some()
}

/// In a place with an administrator, runs the body in one transaction.
fn inside(db: &Database, body: impl Fn(&mut Tx<'_>, &Place, &Actor) + Send + 'static) {
    let place = place(db);
    db.write_blocking(move |tx| {
        let boss = actor(tx, &place, "Alix", Role::Administrator);
        body(tx, &place, &boss);
        Ok::<_, Fault>(())
    })
    .unwrap();
}

/// Moves the clock of a database on; the next transaction sees it.
fn later(db: &Database, start: Instant, seconds: i64) {
    db.clock().set(start.plus_seconds(seconds));
}

#[test]
fn a_session_says_who_with_the_roles_of_today_and_their_first_hat() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let token = session(tx, place, boss);
            let known = crate::identify(tx, place.id, token.as_str()).unwrap().unwrap();
            assert_eq!(Some(known.account), boss.account);
            assert_eq!(Some(known.person), boss.person);
            assert_eq!(known.name, "Alix Équipier");
            assert_eq!(known.roles, [Role::Member, Role::Administrator]);
            assert_eq!(known.hat, Hat::Office);
            assert!(known.note_use.is_none());
            for wrong in [
                "",
                "x",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                token.hash().as_str(),
            ] {
                assert!(crate::identify(tx, place.id, wrong).unwrap().is_none(), "{wrong}");
            }
        });
        let elsewhere = super::world::other_place(&db);
        let token = Token::from_bytes([1; 32]);
        assert!(
            db.read_blocking(move |tx| crate::identify(tx, elsewhere.id, token.as_str()))
                .unwrap()
                .is_none()
        );
    });
}

#[test]
fn the_token_of_one_place_opens_no_other() {
    both_engines(|db| {
        let other = super::world::other_place(&db);
        inside(&db, move |tx, place, boss| {
            let token = session(tx, place, boss);
            assert!(is_in(tx, place, &token));
            assert!(crate::identify(tx, other.id, token.as_str()).unwrap().is_none());
        });
    });
}

#[test]
fn a_session_ends_when_idle_or_old_as_the_place_decides() {
    const DAY: i64 = 86_400;
    both_engines(|db| {
        let (start, place) = (db.clock().now(), place(&db));
        let home = place.clone();
        let token = db
            .write_blocking(move |tx| {
                place::set_setting(tx, home.id, IDLE_DAYS_SETTING, "2")?;
                place::set_setting(tx, home.id, ABSOLUTE_DAYS_SETTING, "5")?;
                let boss = actor(tx, &home, "Alix", Role::Administrator);
                Ok::<_, Fault>(session(tx, &home, &boss))
            })
            .unwrap();
        let look = |seconds: i64| {
            later(&db, start, seconds);
            let (token, place) = (token.clone(), place.clone());
            db.write_blocking(move |tx| {
                let known = crate::identify(tx, place.id, token.as_str())?;
                if let Some(note_use) = known.as_ref().and_then(|who| who.note_use) {
                    note_use(tx, place.id, token.as_str())?;
                }
                Ok::<_, Fault>(known.is_some())
            })
            .unwrap()
        };
        assert!(look(DAY), "used a day later, it lives two more");
        assert!(look(3 * DAY - 1));
        assert!(look(5 * DAY - 2), "kept in use");
        assert!(!look(5 * DAY), "five days are the end, used or not");
        assert!(!look(5 * DAY + 60));
        later(&db, start, 0);
        let (again, home) = (place.clone(), place.clone());
        let idle = db
            .write_blocking(move |tx| {
                let noa = actor(tx, &again, "Noa", Role::Facilitator);
                Ok::<_, Fault>(session(tx, &again, &noa))
            })
            .unwrap();
        later(&db, start, 2 * DAY);
        assert!(
            !db.write_blocking(move |tx| Ok::<_, Fault>(is_in(tx, &home, &idle)))
                .unwrap()
        );
    });
}

#[test]
fn a_hat_gives_the_session_a_new_token_and_the_old_one_dies() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let old = session(tx, place, boss);
            let worn = actions::wear_hat(tx, boss, &old.hash(), Hat::Member).unwrap();
            assert!(!is_in(tx, place, &old));
            let known = crate::identify(tx, place.id, worn.token.as_str())
                .unwrap()
                .unwrap();
            assert_eq!(known.hat, Hat::Member);
            assert_eq!(worn.home(), "/me");
            let twice = actions::wear_hat(tx, boss, &old.hash(), Hat::Office);
            assert_eq!(twice.unwrap_err(), Fault::NotFound);
            let noa = actor(tx, place, "Noa", Role::Member);
            let token = session(tx, place, &noa);
            let refused = actions::wear_hat(tx, &noa, &token.hash(), Hat::Office);
            assert_eq!(refused.unwrap_err(), Fault::Forbidden);
            // Somebody else's session cannot be renewed.
            let stolen = actions::renew_session(tx, &noa, &worn.token.hash());
            assert_eq!(stolen.unwrap_err(), Fault::NotFound);
            assert!(is_in(tx, place, &token) && is_in(tx, place, &worn.token));
        });
    });
}

#[test]
fn a_role_given_or_taken_back_ends_the_sessions_of_its_holder() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let noa = actor(tx, place, "Noa", Role::Member);
            let (id, today) = (noa.person.unwrap(), tx.today(&place.zone));
            let own = session(tx, place, boss);
            let token = session(tx, place, &noa);
            crate::grant_role(tx, boss, id, Role::Facilitator, today).unwrap();
            assert!(!is_in(tx, place, &token));
            let token = session(tx, place, &noa);
            crate::end_role(tx, boss, id, Role::Facilitator, today.previous()).unwrap();
            assert!(!is_in(tx, place, &token));
            assert!(is_in(tx, place, &own));
            let renewed = actions::renew_session(tx, boss, &own.hash()).unwrap();
            assert!(!is_in(tx, place, &own) && is_in(tx, place, &renewed.token));
        });
    });
}

#[test]
fn a_hat_without_its_role_is_taken_off() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let (alix, today) = (boss.person.unwrap(), tx.today(&place.zone));
            actor(tx, place, "Noa", Role::Administrator);
            let token = session(tx, place, boss);
            crate::end_role(tx, boss, alix, Role::Administrator, today.previous()).unwrap();
            let known = crate::identify(tx, place.id, token.as_str()).unwrap().unwrap();
            assert_eq!((known.roles, known.hat), (vec![Role::Member], Hat::Member));
        });
    });
}

#[test]
fn sessions_end_one_by_one_or_all_together_but_only_ones_own() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let noa = actor(tx, place, "Noa", Role::Member);
            let [here, there, elsewhere] = [(); 3].map(|()| session(tx, place, &noa));
            let foreign = session(tx, place, boss);
            assert_eq!(
                sessions::of_account(tx, place.id, noa.account.unwrap())
                    .unwrap()
                    .len(),
                3
            );
            let stolen = actions::revoke_session(tx, &noa, &foreign.hash());
            assert_eq!(stolen.unwrap_err(), Fault::NotFound);
            actions::revoke_session(tx, &noa, &there.hash()).unwrap();
            assert!(!is_in(tx, place, &there) && is_in(tx, place, &elsewhere));
            assert_eq!(
                actions::sign_out_everywhere(tx, &noa, Some(&here.hash())).unwrap(),
                1
            );
            assert!(is_in(tx, place, &here) && !is_in(tx, place, &elsewhere));
            actions::sign_out(tx, &noa, &here.hash()).unwrap();
            assert!(!is_in(tx, place, &here) && is_in(tx, place, &foreign));
            let visitor = Actor::visitor(place.id);
            assert_eq!(
                actions::sign_out_everywhere(tx, &visitor, None).unwrap_err(),
                Fault::Forbidden
            );
        });
    });
}

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
        inside(&db, |tx, place, _| {
            let noa = actor(tx, place, "Noa", Role::Facilitator);
            let (here, there) = (session(tx, place, &noa), session(tx, place, &noa));
            let wrong = actions::change_password(tx, &noa, Some("other"), "new", Some(&here.hash()));
            assert_eq!(wrong.unwrap_err(), Failure::Refused(PasswordRefused::Wrong));
            let none = actions::change_password(tx, &noa, None, "new", Some(&here.hash()));
            assert_eq!(none.unwrap_err(), Failure::Refused(PasswordRefused::Wrong));
            actions::change_password(tx, &noa, Some("hash"), "new", Some(&here.hash())).unwrap();
            assert!(is_in(tx, place, &here) && !is_in(tx, place, &there));
            let email = Email::parse("noa.neuf@example.org").unwrap();
            let stale = actions::change_own_email(tx, &noa, email.clone(), "hash");
            assert_eq!(stale.unwrap_err(), Failure::Fault(Fault::Forbidden));
            let taken = Email::parse("alix@example.org").unwrap();
            let taken = actions::change_own_email(tx, &noa, taken, "new");
            assert_eq!(taken.unwrap_err(), Failure::Refused(PersonRefusal::EmailTaken));
            actions::change_own_email(tx, &noa, email.clone(), "new").unwrap();
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
fn joining_makes_a_member_with_an_account_once() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let joining = Joining {
                name: PersonName::parse("Lou", "Martin").unwrap(),
                email: Email::parse("lou@example.org").unwrap(),
                language: Locale::En,
            };
            let opened = actions::join(tx, place.id, &joining, &door()).unwrap();
            let known = crate::identify(tx, place.id, opened.token.as_str())
                .unwrap()
                .unwrap();
            assert_eq!((known.roles, opened.home()), (vec![Role::Member], "/me"));
            let today = tx.today(&place.zone);
            assert!(crate::is_member_on(tx, place.id, known.person, today).unwrap());
            let twice = actions::join(tx, place.id, &joining, &door());
            assert_eq!(
                twice.unwrap_err(),
                Failure::Refused(AccountRefusal::AlreadyExists)
            );
            // Somebody the place knew already keeps their card and gets the account.
            let camille = person(tx, place, "Camille", "Durand");
            let known = Joining {
                email: Email::parse("camille@example.org").unwrap(),
                ..joining.clone()
            };
            actions::join(tx, place.id, &known, &door()).unwrap();
            assert_eq!(account(tx, place, camille).email, known.email);
            // Somebody of the team is let in by an administrator.
            let sacha = person(tx, place, "Sacha", "Durand");
            crate::grant_role(tx, boss, sacha, Role::Administrator, today).unwrap();
            let team = Joining {
                email: Email::parse("sacha@example.org").unwrap(),
                ..joining
            };
            let refused = actions::join(tx, place.id, &team, &door());
            assert_eq!(refused.unwrap_err(), Failure::Refused(AccountRefusal::Protected));
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

#[test]
fn what_is_long_over_is_forgotten() {
    both_engines(|db| {
        let (start, place) = (db.clock().now(), place(&db));
        let home = place.clone();
        let token = db
            .write_blocking(move |tx| {
                let boss = actor(tx, &home, "Alix", Role::Administrator);
                actions::issue_link(tx, home.id, boss.account.unwrap(), LinkPurpose::SignIn)?;
                Ok::<_, Fault>(session(tx, &home, &boss))
            })
            .unwrap();
        db.write_blocking(move |tx| {
            assert_eq!((sessions::purge(tx, start)?, links::purge(tx, start)?), (0, 0));
            let end = start.plus_seconds(91 * 86_400);
            assert_eq!((sessions::purge(tx, end)?, links::purge(tx, end)?), (1, 1));
            assert_eq!(
                sessions::lock_open(tx, place.id, &TokenHash::of(token.as_str()).unwrap())?,
                None
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}
