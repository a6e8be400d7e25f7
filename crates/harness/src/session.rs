//! Sessions of tests: the cookie itself says who is signed in.

use std::fmt;

use kernel::{AccountId, Hat, PersonId, Role};
use platform::web::SignedIn;

/// Who is signed in, as the session cookie of a test says it: `PERSON.ROLE`.
///
/// A capability that knows people turns it into somebody:
///
/// ```no_run
/// # use platform::{Fault, database::Tx, web::SignedIn};
/// # use kernel::PlaceId;
/// # fn name_of(_: &mut Tx<'_>, _: PlaceId, _: kernel::PersonId) -> Result<Option<String>, Fault> { Ok(None) }
/// fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
///     let Some(session) = harness::Session::parse(token) else {
///         return Ok(None);
///     };
///     let name = name_of(tx, place, session.person)?;
///     Ok(name.map(|name| session.signed_in(name)))
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub person: PersonId,
    /// The one role held.
    pub role: Role,
}

impl Session {
    /// The cookie that carries a session.
    pub const COOKIE: &'static str = "tribu_session";

    /// The session of a person with a role.
    pub fn of(person: PersonId, role: Role) -> Self {
        Self { person, role }
    }

    /// Reads what the cookie holds; `None` for what is no session of the tests.
    pub fn parse(token: &str) -> Option<Self> {
        let (person, role) = token.split_once('.')?;
        Some(Self {
            person: PersonId::parse(person).ok()?,
            role: Role::parse(role).ok()?,
        })
    }

    /// Somebody of this name, under the hat that the role is worn with.
    pub fn signed_in(self, name: String) -> SignedIn {
        SignedIn {
            account: AccountId::from_i64(self.person.as_i64()),
            person: self.person,
            name,
            roles: vec![self.role],
            hat: match self.role {
                Role::Member => Hat::Member,
                Role::Facilitator => Hat::FrontDesk,
                _ => Hat::Office,
            },
            language: None,
            note_use: None,
        }
    }
}

impl fmt::Display for Session {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.person, self.role.code())
    }
}
