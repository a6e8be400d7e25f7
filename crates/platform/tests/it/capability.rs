use kernel::{Permission, Role};
use platform::capability::{Grant, permissions_of};
use std::collections::BTreeSet;

const BOOK: Permission = Permission::new("spaces.book");
const OVERRIDE: Permission = Permission::new("spaces.override");
const READ_BOOKS: Permission = Permission::new("billing.read");

const GRANTS: &[Grant] = &[
    Grant::new(BOOK, &[Role::Member, Role::Facilitator]),
    Grant::new(OVERRIDE, &[Role::Facilitator]),
    Grant::new(READ_BOOKS, &[Role::Accountant]),
];

#[test]
fn permissions_are_the_union_of_those_of_each_role() {
    let of = |roles: &[Role]| permissions_of(roles, GRANTS);
    assert_eq!(of(&[]), BTreeSet::new());
    assert_eq!(of(&[Role::Member]), BTreeSet::from([BOOK]));
    assert_eq!(
        of(&[Role::Facilitator, Role::Accountant]),
        BTreeSet::from([BOOK, OVERRIDE, READ_BOOKS])
    );
}
