//! Actors, permissions and codes.

use kernel::{
    AccountId, Actor, Audience, Forbidden, Hat, Locale, Permission, PersonId, PlaceId, Refusal, Role,
    UnknownCode,
};
use std::collections::BTreeSet;

const BOOK: Permission = Permission::new("spaces.book");
const CLOSE: Permission = Permission::new("billing.close");

fn member() -> Actor {
    Actor::person(
        PlaceId::from_i64(1),
        AccountId::from_i64(2),
        PersonId::from_i64(3),
        vec![Role::Member],
        BTreeSet::from([BOOK]),
    )
}

#[test]
fn a_visitor_may_nothing() {
    let visitor = Actor::visitor(PlaceId::from_i64(1));
    assert!(!visitor.may(BOOK));
    assert_eq!(visitor.require(BOOK), Err(Forbidden));
    assert_eq!(visitor.person, None);
}

#[test]
fn the_system_may_everything() {
    let system = Actor::system(PlaceId::from_i64(1));
    assert_eq!(system.require(BOOK), Ok(()));
    assert_eq!(system.require(CLOSE), Ok(()));
}

#[test]
fn a_person_may_what_was_given_and_no_more() {
    assert_eq!(member().require(BOOK), Ok(()));
    assert_eq!(member().require(CLOSE), Err(Forbidden));
    assert!(member().is(PersonId::from_i64(3)) && !member().is(PersonId::from_i64(4)));
    assert!(member().holds(Role::Member) && !member().holds(Role::Accountant));
}

#[test]
fn a_role_without_its_permission_gives_nothing() {
    let administrator = Actor {
        roles: vec![Role::Administrator],
        ..member()
    };
    assert_eq!(administrator.require(CLOSE), Err(Forbidden));
}

#[test]
fn codes_are_read_back() {
    for role in Role::ALL {
        assert_eq!(Role::parse(role.code()), Ok(*role));
    }
    for hat in Hat::ALL {
        assert_eq!(hat.code().parse(), Ok(*hat));
    }
    for audience in Audience::ALL {
        let json = serde_json::to_string(audience).unwrap();
        assert_eq!(serde_json::from_str::<Audience>(&json).unwrap(), *audience);
    }
    assert_eq!(Role::ManagingDirector.code(), "managing_director");
    assert_eq!(Locale::default(), Locale::Fr);
}

#[test]
fn an_unknown_code_is_refused_and_shown() {
    let refused = UnknownCode::Unknown {
        code: "boss".to_owned(),
    };
    assert_eq!(Role::parse("boss"), Err(refused.clone()));
    assert_eq!(refused.key(), "refused-unknown-code");
    assert_eq!(refused.arguments(), [("code", "boss".to_owned())]);
    assert!(Role::parse("Member").is_err());
}
