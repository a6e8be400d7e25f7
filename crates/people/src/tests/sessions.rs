//! Sessions: who they belong to, and when they end.

use super::world::{actor, inside, is_in, later, place, session};
use crate::actions;
use crate::rules::access::{ABSOLUTE_DAYS_SETTING, IDLE_DAYS_SETTING, LinkPurpose};
use crate::rules::token::{Token, TokenHash};
use crate::store::{links, sessions};
use harness::both_engines;
use kernel::{Actor, Hat, Role};
use platform::Fault;
use platform::place;

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
            assert_eq!(
                (
                    sessions::purge(tx, place.id, start)?,
                    links::purge(tx, place.id, start)?
                ),
                (0, 0)
            );
            let end = start.plus_seconds(91 * 86_400);
            assert_eq!(
                (
                    sessions::purge(tx, place.id, end)?,
                    links::purge(tx, place.id, end)?
                ),
                (1, 1)
            );
            assert_eq!(
                sessions::lock_open(tx, place.id, &TokenHash::of(token.as_str()).unwrap())?,
                None
            );
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}
