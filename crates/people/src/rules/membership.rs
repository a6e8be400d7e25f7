//! The time somebody is a member.

use kernel::{Day, Id, PersonId};

kernel::refusals! {
    /// Why a membership does not begin or end.
    pub enum MembershipRefusal {
        /// The person is a member already.
        AlreadyMember = "people-refused-already-member",
        /// The person is not a member.
        NotMember = "people-refused-not-member",
        /// The last day would be before the first.
        EndsBeforeStart {
            /// The first day of the membership.
            joined_on: Day
        } = "people-refused-membership-ends-before-start",
        /// The first day falls inside an earlier membership.
        Overlaps {
            /// The last day of the earlier membership.
            left_on: Day
        } = "people-refused-membership-overlaps",
    }
}

/// A membership: from a day to a day, both included; open while no last day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Which one.
    pub id: Id<Member>,
    /// Who.
    pub person: PersonId,
    /// The first day.
    pub joined_on: Day,
    /// The last day.
    pub left_on: Option<Day>,
}

impl Member {
    /// Whether the day is in the membership.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.joined_on <= day && self.left_on.is_none_or(|left_on| day <= left_on)
    }
}

/// Whether somebody with these memberships may become a member on `day`.
pub(crate) fn may_join(memberships: &[Member], day: Day) -> Result<(), MembershipRefusal> {
    for earlier in memberships {
        match earlier.left_on {
            None => return Err(MembershipRefusal::AlreadyMember),
            Some(left_on) if day <= left_on => return Err(MembershipRefusal::Overlaps { left_on }),
            Some(_) => {}
        }
    }
    Ok(())
}

/// The open membership, when it may end on `day`.
pub(crate) fn may_leave(memberships: &[Member], day: Day) -> Result<Member, MembershipRefusal> {
    let open = memberships
        .iter()
        .find(|member| member.left_on.is_none())
        .ok_or(MembershipRefusal::NotMember)?;
    if day < open.joined_on {
        return Err(MembershipRefusal::EndsBeforeStart {
            joined_on: open.joined_on,
        });
    }
    Ok(*open)
}
