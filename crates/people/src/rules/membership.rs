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
        /// The day is so far ahead that it must be a slip of the pen.
        TooFarAhead {
            /// The last day that is taken.
            until: Day
        } = "people-refused-membership-too-far",
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

    /// Whether it is not over, begun or not.
    #[must_use]
    pub fn lasts(&self, today: Day) -> bool {
        self.left_on.is_none_or(|left_on| today <= left_on)
    }
}

/// How many days ahead a membership may begin or end.
const HORIZON_DAYS: i64 = 366;

/// What ending a membership comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// It has a last day.
    On(Id<Member>),
    /// It had not begun, and never does.
    Withdrawn(Id<Member>),
}

fn near(day: Day, today: Day) -> Result<(), MembershipRefusal> {
    let until = today.plus_days(HORIZON_DAYS);
    if day > until {
        return Err(MembershipRefusal::TooFarAhead { until });
    }
    Ok(())
}

/// Whether somebody with these memberships may become a member on `day`.
pub(crate) fn may_join(memberships: &[Member], day: Day, today: Day) -> Result<(), MembershipRefusal> {
    near(day, today)?;
    for earlier in memberships {
        match earlier.left_on {
            None => return Err(MembershipRefusal::AlreadyMember),
            Some(left_on) if day <= left_on => return Err(MembershipRefusal::Overlaps { left_on }),
            Some(_) => {}
        }
    }
    Ok(())
}

/// What happens when the membership that is not over yet ends after `day`. A last day to come may be changed; a membership that
/// would end before its first day, still to come, is withdrawn.
pub(crate) fn may_leave(memberships: &[Member], day: Day, today: Day) -> Result<Ending, MembershipRefusal> {
    near(day, today)?;
    let lasting = memberships
        .iter()
        .find(|member| member.lasts(today))
        .ok_or(MembershipRefusal::NotMember)?;
    if day >= lasting.joined_on {
        Ok(Ending::On(lasting.id))
    } else if lasting.joined_on > today {
        Ok(Ending::Withdrawn(lasting.id))
    } else {
        Err(MembershipRefusal::EndsBeforeStart {
            joined_on: lasting.joined_on,
        })
    }
}
