//! From when until when somebody is a member, and what may be changed of it.

use super::day;
use crate::rules::membership::{Ending, Member, MembershipRefusal, may_join, may_leave};
use kernel::Id;

fn membership(joined_on: &str, left_on: Option<&str>) -> Member {
    Member {
        id: Id::from_i64(1),
        person: Id::from_i64(1),
        joined_on: day(joined_on),
        left_on: left_on.map(day),
    }
}

#[test]
fn a_membership_holds_on_both_its_ends() {
    let member = membership("2026-01-10", Some("2026-02-28"));
    for (text, holds) in [
        ("2026-01-09", false),
        ("2026-01-10", true),
        ("2026-02-28", true),
        ("2026-03-01", false),
    ] {
        assert_eq!(member.holds_on(day(text)), holds, "{text}");
    }
    assert!(membership("2024-02-29", None).holds_on(day("2030-01-01")));
}

#[test]
fn somebody_joins_again_only_after_the_last_day() {
    let before = [membership("2026-01-10", Some("2026-02-28"))];
    let overlap = MembershipRefusal::Overlaps {
        left_on: day("2026-02-28"),
    };
    let today = day("2026-02-01");
    assert_eq!(may_join(&before, day("2026-02-28"), today), Err(overlap));
    assert_eq!(may_join(&before, day("2026-03-01"), today), Ok(()));
    assert_eq!(
        may_join(&[membership("2026-01-10", None)], day("2027-01-01"), today),
        Err(MembershipRefusal::AlreadyMember)
    );
    let slip = MembershipRefusal::TooFarAhead {
        until: day("2027-02-02"),
    };
    assert_eq!(may_join(&before, day("2027-02-02"), today), Ok(()));
    assert_eq!(may_join(&before, day("2206-03-01"), today), Err(slip));
}

#[test]
fn only_an_open_membership_ends_and_not_before_it_began() {
    let (open, today) = (membership("2026-01-10", None), day("2026-06-15"));
    assert_eq!(
        may_leave(&[], day("2026-01-10"), today),
        Err(MembershipRefusal::NotMember)
    );
    assert_eq!(
        may_leave(&[open], day("2026-01-10"), today),
        Ok(Ending::On(open.id))
    );
    let refused = MembershipRefusal::EndsBeforeStart {
        joined_on: day("2026-01-10"),
    };
    assert_eq!(may_leave(&[open], day("2026-01-09"), today), Err(refused));
}

#[test]
fn a_slip_of_the_pen_in_a_membership_can_be_mended() {
    let today = day("2026-06-15");
    let to_come = membership("2027-06-01", None);
    assert_eq!(
        may_leave(&[to_come], today, today),
        Ok(Ending::Withdrawn(to_come.id)),
        "one that has not begun"
    );
    let ending = membership("2026-01-10", Some("2027-05-31"));
    assert_eq!(
        may_leave(&[ending], day("2026-06-30"), today),
        Ok(Ending::On(ending.id)),
        "a last day that has not come"
    );
    let over = membership("2026-01-10", Some("2026-06-14"));
    assert_eq!(
        may_leave(&[over], today, today),
        Err(MembershipRefusal::NotMember)
    );
    let slip = MembershipRefusal::TooFarAhead {
        until: day("2027-06-16"),
    };
    assert_eq!(may_leave(&[ending], day("2206-06-30"), today), Err(slip));
}
