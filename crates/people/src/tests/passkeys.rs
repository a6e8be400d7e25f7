//! Passkeys in the place: kept, used, taken away.

use super::world::{account, actor, door, fault, inside, is_in, refused};
use crate::actions;
use crate::actions::passkeys::{self as acts, Presence};
use crate::rules::token::{Token, TokenHash};
use crate::rules::webauthn::{
    AssertionAnswer, Challenge, ChallengePurpose, PasskeyName, PasskeyRefused, RelyingParty, user_handle,
};
use crate::store::{factors, passkeys};
use harness::{Authenticator, both_engines};
use kernel::{Actor, Role};
use platform::activity::{self, Subject};
use platform::database::{Somebody, Tx};
use platform::personal::Merge;
use platform::place::Place;
use platform::{Failure, Fault};
use serde_json::json;

const ORIGIN: &str = "https://lieu.example.org";

fn party() -> RelyingParty {
    RelyingParty::of(ORIGIN, None).unwrap()
}

/// What a browser holds, by number.
fn held(number: u8) -> TokenHash {
    Token::from_bytes([number; 32]).hash()
}

fn with_password() -> Presence {
    Presence {
        session: Some(held(1)),
        verified_hash: Some("hash".to_owned()),
    }
}

/// The actor adds the passkey of a device; the recovery codes that come with it.
fn adds(
    tx: &mut Tx<'_>,
    actor: &Actor,
    device: &mut Authenticator,
) -> Result<Vec<String>, Failure<PasskeyRefused>> {
    let asked = acts::begin_passkey(tx, actor, &with_password())?;
    let told = json!({ "challenge": asked.challenge.text(), "user": { "id": asked.handle } });
    let answer = serde_json::from_str(&device.create(&told)).unwrap();
    let taken = acts::take_challenge(tx, actor.place, ChallengePurpose::Register, &held(1))?;
    let name = PasskeyName::parse("Téléphone").unwrap();
    acts::add_passkey(tx, actor, (&party(), &taken.unwrap()), &name, &answer)
}

fn answers(device: &mut Authenticator, challenge: &Challenge) -> AssertionAnswer {
    serde_json::from_str(&device.get(&json!({ "challenge": challenge.text() }))).unwrap()
}

/// A browser signs in with the passkey of a device.
fn signs_in(
    tx: &mut Tx<'_>,
    place: &Place,
    device: &mut Authenticator,
) -> Result<actions::Opened, Failure<PasskeyRefused>> {
    let challenge = acts::ask(tx, place.id, ChallengePurpose::SignIn, &held(2))?;
    let answer = answers(device, &challenge);
    acts::take_challenge(tx, place.id, ChallengePurpose::SignIn, &held(2))?;
    acts::sign_in_by_passkey(tx, place.id, (&party(), &challenge), &answer, &door())
}

fn verbs(tx: &mut Tx<'_>, place: &Place, of: &Actor) -> Vec<String> {
    let subject = Subject::new("person", of.person.unwrap());
    let entries = activity::history(tx, place.id, subject).unwrap();
    entries.into_iter().map(|entry| entry.verb).collect()
}

#[test]
fn a_passkey_alone_opens_everything_and_is_both_factors() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let mut device = Authenticator::at(ORIGIN, 1);
            let codes = adds(tx, boss, &mut device).unwrap();
            assert_eq!(codes.len(), 10, "recovery codes come with the first factor");
            let opened = signs_in(tx, place, &mut device).unwrap();
            assert!(!opened.code_due && is_in(tx, place, &opened.token));
            let own = passkeys::of_account(tx, place.id, boss.account.unwrap()).unwrap();
            assert_eq!((own.len(), own[0].sign_count), (1, 1));
            assert!(own[0].used_at.is_some());
            assert_eq!(own[0].name.as_str(), "Téléphone");
            // The password alone opens nothing from now on.
            let known = account(tx, place, boss.person.unwrap());
            let waiting = actions::open_session(tx, place.id, &known, &door()).unwrap();
            assert!(waiting.code_due && !is_in(tx, place, &waiting.token));
            let by_code = actions::prove(tx, place.id, &waiting.token.hash(), &codes[0]).unwrap();
            assert!(is_in(tx, place, &by_code.token), "a recovery code stands in");
            assert!(verbs(tx, place, boss).contains(&"account.passkey_added".to_owned()));
        });
    });
}

#[test]
fn a_passkey_ends_the_waiting_of_a_session_of_its_holder_alone() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let sacha = actor(tx, place, "Sacha", Role::Member);
            let (mut of_boss, mut of_sacha) = (Authenticator::at(ORIGIN, 1), Authenticator::at(ORIGIN, 2));
            adds(tx, boss, &mut of_boss).unwrap();
            adds(tx, &sacha, &mut of_sacha).unwrap();
            let known = account(tx, place, boss.person.unwrap());
            let waiting = actions::open_session(tx, place.id, &known, &door()).unwrap();
            let hash = waiting.token.hash();
            let (challenge, listed) = acts::ask_waiting(tx, place.id, &hash).unwrap();
            assert_eq!(listed.len(), 1);
            let foreign = answers(&mut of_sacha, &challenge);
            let asked = (&party(), &challenge);
            let other = acts::prove_by_passkey(tx, place.id, &hash, asked, &foreign);
            assert_eq!(refused(other), PasskeyRefused::Wrong);
            let answer = answers(&mut of_boss, &challenge);
            let opened = acts::prove_by_passkey(tx, place.id, &hash, asked, &answer).unwrap();
            assert!(is_in(tx, place, &opened.token) && !is_in(tx, place, &waiting.token));
            let late = acts::prove_by_passkey(tx, place.id, &hash, asked, &answer);
            assert_eq!(refused(late), PasskeyRefused::Late);
            assert_eq!(
                refused(acts::ask_waiting(tx, place.id, &hash)),
                PasskeyRefused::Late
            );
        });
    });
}

#[test]
fn a_challenge_is_good_once_for_five_minutes_for_its_purpose_and_its_browser() {
    both_engines(|db| {
        inside(&db, |tx, place, _| {
            let (sign_in, second) = (ChallengePurpose::SignIn, ChallengePurpose::SecondFactor);
            let asked = acts::ask(tx, place.id, sign_in, &held(1)).unwrap();
            let take = |tx: &mut Tx<'_>, purpose, browser| {
                acts::take_challenge(tx, place.id, purpose, &held(browser)).unwrap()
            };
            assert_eq!(take(tx, sign_in, 2), None);
            assert_eq!(take(tx, second, 1), None);
            assert_eq!(take(tx, sign_in, 1), Some(asked.clone()));
            assert_eq!(take(tx, sign_in, 1), None, "used up");
            let first = acts::ask(tx, place.id, sign_in, &held(1)).unwrap();
            let last = acts::ask(tx, place.id, sign_in, &held(1)).unwrap();
            assert_ne!(first, last);
            assert_eq!(take(tx, sign_in, 1), Some(last));
        });
        let place = db.read_blocking(platform::place::all).unwrap().remove(0).id;
        let ask = move |tx: &mut Tx<'_>| acts::ask(tx, place, ChallengePurpose::SignIn, &held(1));
        let take = move |tx: &mut Tx<'_>| acts::take_challenge(tx, place, ChallengePurpose::SignIn, &held(1));
        for (seconds, good) in [(299, true), (300, false)] {
            let asked = db.write_blocking(ask).unwrap();
            db.clock().set(db.clock().now().plus_seconds(seconds));
            let taken = db.write_blocking(take).unwrap();
            assert_eq!(taken, good.then_some(asked), "{seconds}");
        }
    });
}

#[test]
fn a_credential_is_known_once_in_a_place_whoever_brings_it() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            adds(tx, boss, &mut Authenticator::at(ORIGIN, 1)).unwrap();
            let sacha = actor(tx, place, "Sacha", Role::Member);
            let asked = acts::begin_passkey(tx, &sacha, &with_password()).unwrap();
            assert_eq!(asked.known.len(), 0, "what others have is not told");
            assert_eq!(asked.email, "sacha@example.org");
            let again = acts::begin_passkey(tx, boss, &with_password()).unwrap();
            assert_eq!(again.known.len(), 1);
            let codes = adds(tx, boss, &mut Authenticator::at(ORIGIN, 3)).unwrap();
            assert_eq!(codes.len(), 0, "the recovery codes that are left stay");
        });
        let twice = db.write_blocking(|tx| {
            let place = platform::place::all(tx)?.remove(0);
            let zoe = actor(tx, &place, "Zoé", Role::Member);
            adds(tx, &zoe, &mut Authenticator::at(ORIGIN, 1))
        });
        assert_eq!(refused(twice), PasskeyRefused::There);
    });
}

#[test]
fn a_counter_that_goes_back_is_refused_and_told() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let mut device = Authenticator::at(ORIGIN, 1);
            adds(tx, boss, &mut device).unwrap();
            signs_in(tx, place, &mut device).unwrap();
            device.count = 0;
            let copied = signs_in(tx, place, &mut device);
            assert_eq!(refused(copied), PasskeyRefused::Copied);
            let own = passkeys::of_account(tx, place.id, boss.account.unwrap()).unwrap();
            acts::note_copied(tx, place.id, &own[0].credential).unwrap();
            assert!(verbs(tx, place, boss).contains(&"account.passkey_refused".to_owned()));
        });
    });
}

#[test]
fn whoever_only_found_a_browser_open_neither_adds_nor_removes() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let account_id = boss.account.unwrap();
            adds(tx, boss, &mut Authenticator::at(ORIGIN, 1)).unwrap();
            let id = passkeys::of_account(tx, place.id, account_id).unwrap()[0].id;
            let wrong_hash = Presence {
                verified_hash: Some("another".to_owned()),
                ..with_password()
            };
            let nothing = Presence {
                verified_hash: None,
                ..with_password()
            };
            for shown in [wrong_hash, nothing] {
                let begun = acts::begin_passkey(tx, boss, &shown);
                assert_eq!(refused(begun), PasskeyRefused::SignInAgain);
            }
            let known = account(tx, place, boss.person.unwrap());
            let recent = acts::is_recent(tx, place.id, known.id, Some(&held(1)));
            assert!(!recent.unwrap());
            let sacha = actor(tx, place, "Sacha", Role::Administrator);
            let foreign = acts::remove_passkey(tx, &sacha, id, &with_password());
            assert!(matches!(fault(foreign), Fault::NotFound));
            let name = PasskeyName::parse("À moi").unwrap();
            let foreign = acts::rename_passkey(tx, &sacha, id, &name);
            assert!(matches!(foreign, Err(Fault::NotFound)));
            acts::rename_passkey(tx, boss, id, &name).unwrap();
            let own = passkeys::of_account(tx, place.id, account_id).unwrap();
            assert_eq!(own[0].name.as_str(), "À moi");
        });
    });
}

#[test]
fn with_the_last_factor_the_recovery_codes_go_and_other_browsers_are_put_out() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let account_id = boss.account.unwrap();
            let mut device = Authenticator::at(ORIGIN, 1);
            adds(tx, boss, &mut device).unwrap();
            let elsewhere = signs_in(tx, place, &mut device).unwrap();
            let here = signs_in(tx, place, &mut device).unwrap();
            let shown = Presence {
                session: Some(here.token.hash()),
                verified_hash: None,
            };
            let id = passkeys::of_account(tx, place.id, account_id).unwrap()[0].id;
            acts::remove_passkey(tx, boss, id, &shown).unwrap();
            assert!(is_in(tx, place, &here.token) && !is_in(tx, place, &elsewhere.token));
            assert_eq!(factors::codes_left(tx, place.id, account_id).unwrap(), 0);
            assert_eq!(refused(signs_in(tx, place, &mut device)), PasskeyRefused::Wrong);
            assert!(verbs(tx, place, boss).contains(&"account.passkey_removed".to_owned()));
        });
    });
}

#[test]
fn a_passkey_fulfils_what_the_place_demands_and_is_taken_away_with_the_rest() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let mut device = Authenticator::at(ORIGIN, 1);
            adds(tx, boss, &mut device).unwrap();
            actions::require_factor(tx, boss, true).unwrap();
            let opened = signs_in(tx, place, &mut device).unwrap();
            let identified = crate::identify(tx, place.id, opened.token.as_str())
                .unwrap()
                .unwrap();
            assert!(identified.roles.contains(&Role::Administrator));
            let sacha = actor(tx, place, "Sacha", Role::Administrator);
            actions::reset_factor(tx, &sacha, boss.person.unwrap()).unwrap();
            assert!(!is_in(tx, place, &opened.token));
            assert!(signs_in(tx, place, &mut device).is_err());
            let identified = {
                let known = account(tx, place, boss.person.unwrap());
                let opened = actions::open_session(tx, place.id, &known, &door()).unwrap();
                crate::identify(tx, place.id, opened.token.as_str())
                    .unwrap()
                    .unwrap()
            };
            assert!(
                !identified.roles.contains(&Role::Administrator),
                "the role waits again"
            );
            // Who holds the machine takes them away too.
            let mut another = Authenticator::at(ORIGIN, 2);
            adds(tx, &sacha, &mut another).unwrap();
            let name = crate::PersonName::parse("Sacha", "Équipier").unwrap();
            let email = kernel::Email::parse("sacha@example.org").unwrap();
            crate::create_administrator(tx, place.id, &name, &email, "new hash").unwrap();
            assert_eq!(refused(signs_in(tx, place, &mut another)), PasskeyRefused::Wrong);
        });
    });
}

#[test]
fn a_closed_account_is_not_opened_by_its_passkey_nor_one_of_another_place() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let sacha = actor(tx, place, "Sacha", Role::Member);
            let mut device = Authenticator::at(ORIGIN, 1);
            adds(tx, &sacha, &mut device).unwrap();
            assert_eq!(device.handle, Some(user_handle(place.id, sacha.account.unwrap())));
            crate::disable_account(tx, boss, sacha.person.unwrap()).unwrap();
            assert_eq!(refused(signs_in(tx, place, &mut device)), PasskeyRefused::Wrong);
        });
        let other = super::world::other_place(&db);
        let elsewhere = db.write_blocking(move |tx| {
            let mut device = Authenticator::at(ORIGIN, 1);
            signs_in(tx, &other, &mut device)
        });
        assert_eq!(refused(elsewhere), PasskeyRefused::Wrong);
    });
}

#[test]
fn a_copy_of_ones_data_tells_of_passkeys_and_erasure_takes_them_away() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let mut device = Authenticator::at(ORIGIN, 1);
            adds(tx, boss, &mut device).unwrap();
            let who = Somebody {
                person: boss.person.unwrap(),
                account: boss.account,
                email: None,
            };
            let holdings = crate::capability().personal.holdings;
            let tables: Vec<_> = holdings.iter().flat_map(|holding| holding.tables).collect();
            let passkey = tables.iter().find(|held| held.table == "passkey").unwrap();
            let told = format!("{:?}", tx.held_rows(passkey, place.id, &who).unwrap());
            assert!(
                told.contains("Téléphone") && !told.contains(&encoded(&device.id)),
                "{told}"
            );
            for held in tables {
                tx.erase_held(held, place.id, &who).unwrap();
            }
            let account = boss.account.unwrap();
            assert_eq!(passkeys::of_account(tx, place.id, account).unwrap(), vec![]);
            assert_eq!(refused(signs_in(tx, place, &mut device)), PasskeyRefused::Wrong);
        });
    });
}

#[test]
fn who_is_found_to_be_somebody_else_loses_the_passkeys_of_the_account_that_goes() {
    both_engines(|db| {
        inside(&db, |tx, place, boss| {
            let sacha = actor(tx, place, "Sacha", Role::Member);
            let mut device = Authenticator::at(ORIGIN, 1);
            adds(tx, &sacha, &mut device).unwrap();
            let (kept, gone) = (boss.person.unwrap(), sacha.person.unwrap());
            actions::settle_merger(tx, place.id, Merge::Persons { kept, gone }).unwrap();
            assert_eq!(crate::account_of(tx, place.id, gone).unwrap(), None);
            assert_eq!(refused(signs_in(tx, place, &mut device)), PasskeyRefused::Wrong);
        });
    });
}

fn encoded(bytes: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(bytes)
}
