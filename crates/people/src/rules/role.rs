//! What a person may do here, and since when.

use kernel::{AccountId, Day, Id, PersonId, Role};

kernel::refusals! {
    /// Why a role is not given or taken back.
    pub enum RoleRefusal {
        /// The person holds it already.
        AlreadyHeld = "people-refused-role-held",
        /// The person does not hold it.
        NotHeld = "people-refused-role-not-held",
        /// It would end before it begins.
        EndsBeforeStart {
            /// Its first day.
            from_day: Day
        } = "people-refused-role-ends-before-start",
        /// Nobody would be left to administer the place.
        LastAdministrator = "people-refused-last-administrator",
    }
}

/// A role held from a day to a day, both included; open while no last day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleGrant {
    /// Which one.
    pub id: Id<RoleGrant>,
    /// Who holds it.
    pub person: PersonId,
    /// The role.
    pub role: Role,
    /// The first day.
    pub from_day: Day,
    /// The last day.
    pub until_day: Option<Day>,
    /// Who gave it; nobody when the program did.
    pub granted_by: Option<AccountId>,
}

impl RoleGrant {
    /// What counts for who holds what on a day: the role, its first day, its last.
    #[must_use]
    pub const fn term(&self) -> (Role, Day, Option<Day>) {
        (self.role, self.from_day, self.until_day)
    }

    /// Whether it is not over on that day, begun or not.
    #[must_use]
    pub fn lasts(&self, today: Day) -> bool {
        self.until_day.is_none_or(|until| today <= until)
    }

    /// Whether some day from `from` to `until` is in it.
    pub(crate) fn meets(&self, from: Day, until: Option<Day>) -> bool {
        self.lasts(from) && until.is_none_or(|until| self.from_day <= until)
    }

    /// Whether the role is held on that day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        !roles_on([self.term()], day).is_empty()
    }
}

/// The roles held on a day among those given from a day to a day, each once.
pub(crate) fn roles_on(given: impl IntoIterator<Item = (Role, Day, Option<Day>)>, day: Day) -> Vec<Role> {
    let holds =
        |from_day: Day, until_day: Option<Day>| from_day <= day && until_day.is_none_or(|until| day <= until);
    let held = given
        .into_iter()
        .filter(|(_, from_day, until_day)| holds(*from_day, *until_day));
    let mut roles: Vec<Role> = held.map(|(role, ..)| role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// Whether a role belongs to the team: it opens more than one's own space.
pub(crate) fn is_of_the_team(role: Role) -> bool {
    !matches!(role, Role::Member)
}
