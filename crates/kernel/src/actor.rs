//! Who acts.

use crate::{AccountId, Forbidden, Permission, PersonId, PlaceId, Role};
use std::collections::BTreeSet;

/// What kind of actor it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorKind {
    /// Somebody signed in.
    Person,
    /// Somebody who is not.
    Visitor,
    /// The program itself: jobs, imports, set-up.
    System,
}

/// Who acts, in which place, and what they may do there. It is built once for each request and handed
/// to every action: there is no ambient user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The place in which everything happens.
    pub place: PlaceId,
    /// The account signed in with, if any.
    pub account: Option<AccountId>,
    /// The person behind it, if any.
    pub person: Option<PersonId>,
    /// The roles held in the place.
    pub roles: Vec<Role>,
    /// What these roles, and the place's own settings, allow.
    pub permissions: BTreeSet<Permission>,
    /// What kind of actor.
    pub kind: ActorKind,
}

impl Actor {
    /// Somebody who is not signed in: no permission at all.
    #[must_use]
    pub const fn visitor(place: PlaceId) -> Self {
        Self {
            place,
            account: None,
            person: None,
            roles: vec![],
            permissions: BTreeSet::new(),
            kind: ActorKind::Visitor,
        }
    }

    /// The program itself: may everything in this place.
    #[must_use]
    pub fn system(place: PlaceId) -> Self {
        Self {
            kind: ActorKind::System,
            ..Self::visitor(place)
        }
    }

    /// A person signed in.
    #[must_use]
    pub fn person(
        place: PlaceId,
        account: AccountId,
        person: PersonId,
        roles: Vec<Role>,
        permissions: BTreeSet<Permission>,
    ) -> Self {
        Self {
            place,
            account: Some(account),
            person: Some(person),
            roles,
            permissions,
            kind: ActorKind::Person,
        }
    }

    /// Whether the actor may do this kind of act.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.kind == ActorKind::System || self.permissions.contains(&permission)
    }

    /// Goes on only if the actor may do this kind of act.
    ///
    /// # Errors
    /// [`Forbidden`] when they may not.
    pub fn require(&self, permission: Permission) -> Result<(), Forbidden> {
        if self.may(permission) {
            Ok(())
        } else {
            Err(Forbidden)
        }
    }

    /// Whether the actor is this person.
    #[must_use]
    pub fn is(&self, person: PersonId) -> bool {
        self.person == Some(person)
    }

    /// Whether the actor holds the role in the place.
    #[must_use]
    pub fn holds(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
