//! The second factor, and roles with a last day.

use super::world::{actor, door, inside, is_in, person, refused};
use crate::actions;
use crate::rules::totp::{FactorRefused, TotpSecret};
use crate::store::{accounts, factors};
use crate::{MESSAGES, RoleRefusal};
use harness::both_engines;
use kernel::{Actor, Locale, Role};
use platform::database::Tx;
use platform::place::Place;
use platform::web::Words;
use platform::{Catalogue, PanelPage};
use std::sync::Arc;

/// The actor turns a second factor on; its secret and the recovery codes.
fn sets_up(tx: &mut Tx<'_>, actor: &Actor) -> (TotpSecret, Vec<String>) {
    let secret = actions::begin_factor(tx, actor).unwrap();
    let codes = actions::confirm_factor(tx, actor, &secret.code_at(tx.now())).unwrap();
    (secret, codes)
}

#[test]
fn a_session_waits_for_the_code_and_opens_nothing_until_then() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let (secret, codes) = sets_up(tx, boss);
            assert_eq!(codes.len(), 10);
            let known = accounts::find(tx, place.id, boss.account.unwrap())
                .unwrap()
                .unwrap();
            let waiting = actions::open_session(tx, place.id, &known, &door()).unwrap();
            assert!(waiting.code_due && !is_in(tx, place, &waiting.token));
            let hash = waiting.token.hash();
            let used = actions::prove(tx, place.id, &hash, &secret.code_at(tx.now()));
            assert_eq!(
                refused(used),
                FactorRefused::Wrong,
                "the code that confirmed it was used"
            );
            let next = secret.code_at(tx.now().plus_seconds(30));
            let opened = actions::prove(tx, place.id, &hash, &next).unwrap();
            assert!(!opened.code_due && is_in(tx, place, &opened.token));
            assert!(!is_in(tx, place, &waiting.token));
            let late = actions::prove(tx, place.id, &hash, &next);
            assert_eq!(refused(late), FactorRefused::Late);
        });
    });
}

#[test]
fn a_recovery_code_is_good_once_and_new_ones_replace_the_old() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let (_, codes) = sets_up(tx, boss);
            let account = boss.account.unwrap();
            let known = accounts::find(tx, place.id, account).unwrap().unwrap();
            for (typed, good) in [(&codes[0], true), (&codes[0], false), (&codes[1], true)] {
                let waiting = actions::open_session(tx, place.id, &known, &door()).unwrap();
                let proven = actions::prove(tx, place.id, &waiting.token.hash(), &typed.to_uppercase());
                assert_eq!(proven.is_ok(), good, "{typed}");
            }
            assert_eq!(factors::codes_left(tx, place.id, account).unwrap(), 8);
            let fresh = actions::renew_codes(tx, boss, &codes[2]).unwrap();
            assert_eq!(factors::codes_left(tx, place.id, account).unwrap(), 10);
            let old = actions::remove_factor(tx, boss, &codes[3]);
            assert_eq!(refused(old), FactorRefused::Wrong);
            actions::remove_factor(tx, boss, &fresh[0]).unwrap();
            let opened = actions::open_session(tx, place.id, &known, &door()).unwrap();
            assert!(!opened.code_due);
        });
    });
}

#[test]
fn a_factor_begun_counts_only_once_confirmed_and_is_not_replaced_after() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let first = actions::begin_factor(tx, boss).unwrap();
            let known = accounts::find(tx, place.id, boss.account.unwrap())
                .unwrap()
                .unwrap();
            assert!(
                !actions::open_session(tx, place.id, &known, &door())
                    .unwrap()
                    .code_due
            );
            let second = actions::begin_factor(tx, boss).unwrap();
            assert_ne!(first, second);
            let wrong = actions::confirm_factor(tx, boss, &first.code_at(tx.now()));
            assert_eq!(refused(wrong), FactorRefused::Wrong);
            actions::confirm_factor(tx, boss, &second.code_at(tx.now())).unwrap();
            assert_eq!(refused(actions::begin_factor(tx, boss)), FactorRefused::There);
        });
    });
}

fn panels(tx: &mut Tx<'_>, place: &Place, actor: &Actor) -> usize {
    let messages = Arc::new(Catalogue::new(&[MESSAGES]).unwrap());
    let words = Words::new(messages, Locale::Fr, place.zone.clone(), place.currency);
    let page = PanelPage::OwnDay(actor.person.unwrap());
    crate::panels::shown(tx, actor, page, &words).unwrap().len()
}

#[test]
fn where_the_place_demands_it_the_role_of_an_administrator_waits_for_the_factor() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let first = actions::require_factor(tx, boss, true);
            assert_eq!(
                refused(first),
                FactorRefused::OneselfFirst,
                "nobody locks the place"
            );
            sets_up(tx, boss);
            let sacha = actor(tx, place, "Sacha", Role::Administrator);
            assert_eq!(panels(tx, place, &sacha), 0);
            actions::require_factor(tx, boss, true).unwrap();
            let known = accounts::find(tx, place.id, sacha.account.unwrap())
                .unwrap()
                .unwrap();
            let opened = actions::open_session(tx, place.id, &known, &door()).unwrap();
            let identified = crate::identify(tx, place.id, opened.token.as_str())
                .unwrap()
                .unwrap();
            assert_eq!(
                (identified.roles.as_slice(), opened.home()),
                ([Role::Member].as_slice(), "/me")
            );
            let as_seen = Actor {
                roles: identified.roles,
                ..sacha.clone()
            };
            assert_eq!(panels(tx, place, &as_seen), 1, "they are told why");
            sets_up(tx, &sacha);
            let identified = crate::identify(tx, place.id, opened.token.as_str())
                .unwrap()
                .unwrap();
            assert!(identified.roles.contains(&Role::Administrator));
            // A lost telephone: another administrator takes the factor away.
            actions::reset_factor(tx, boss, sacha.person.unwrap()).unwrap();
            assert!(!is_in(tx, place, &opened.token));
            actions::require_factor(tx, boss, false).unwrap();
        });
    });
}

#[test]
fn t78_a_role_given_until_a_day_ends_by_itself_and_may_be_withdrawn_before() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let camille = person(tx, place, "Camille", "Durand");
            let today = tx.today(&place.zone);
            let until = today.plus_days(10);
            let give = |tx: &mut Tx<'_>, from, until| {
                crate::grant_role_until(tx, boss, camille, Role::Facilitator, (from, until))
            };
            let reversed = give(tx, today, Some(today.previous()));
            assert_eq!(
                refused(reversed),
                RoleRefusal::EndsBeforeStart { from_day: today }
            );
            give(tx, today, Some(until)).unwrap();
            let held = |tx: &mut Tx<'_>, day| crate::roles_on(tx, place.id, camille, day).unwrap();
            assert_eq!(held(tx, until), [Role::Facilitator]);
            assert_eq!(held(tx, until.next()), []);
            for (from, to) in [
                (until, None),
                (today.plus_days(-5), Some(today)),
                (today.plus_days(-5), None),
            ] {
                assert_eq!(refused(give(tx, from, to)), RoleRefusal::AlreadyHeld);
            }
            give(tx, until.next(), None).unwrap();
            assert_eq!(held(tx, until.next()), [Role::Facilitator], "one after the other");
            crate::end_role(tx, boss, camille, Role::Facilitator, today).unwrap();
            assert_eq!(held(tx, today.next()), [], "withdrawn before its day");
            crate::end_role(tx, boss, camille, Role::Facilitator, today).unwrap();
            assert_eq!(held(tx, until.next()), [], "the one to come never was");
            let none = crate::end_role(tx, boss, camille, Role::Facilitator, today);
            assert_eq!(refused(none), RoleRefusal::NotHeld);
        });
    });
}
