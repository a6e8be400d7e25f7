//! Doors: when one opens to whom, and how its answers are signed.

use data_encoding::{BASE64, HEXLOWER};
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{Id, Instant, Period, PersonId};
use sha2::Sha256;
use spaces::ResourceId;

kernel::codes! {
    /// Why a door opens, or stays shut.
    pub enum Reason {
        /// Somebody of the team.
        Staff = "staff",
        /// A booking of the space behind it, or of any space for the way into the house.
        Booking = "booking",
        /// A member, in the hours of their audience.
        MemberHours = "member_hours",
        /// Nobody holds such a badge.
        UnknownBadge = "unknown_badge",
        /// Whoever holds it may not come in now.
        NotNow = "not_now",
    }
}

impl Reason {
    /// The key of the message that says it.
    #[must_use]
    pub fn message(self) -> String {
        format!("api-reason-{}", self.code().replace('_', "-"))
    }
}

kernel::refusals! {
    /// Why a door is not kept.
    pub enum DoorRefused {
        /// Without a name nobody knows which one it is.
        Name = "api-refused-door-name",
        /// More than four hours around a booking.
        Margin = "api-refused-door-margin",
        /// No such space.
        NoSpace = "api-refused-door-space",
    }
}

/// The most minutes around a booking.
pub const LONGEST_MARGIN: i64 = 240;
/// The longest number of a badge.
pub const LONGEST_BADGE: usize = 60;
/// For how long a list for a door without a network is good, in minutes.
pub const LIST_MINUTES: i64 = 24 * 60;
/// For how long an answer is good, in seconds: a controller opens at once or not at all.
pub const ANSWER_SECONDS: i64 = 10;

/// A door with a controller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// Which one.
    pub id: Id<Door>,
    /// How it is called.
    pub name: String,
    /// The space behind it; none for the way into the house.
    pub resource: Option<ResourceId>,
    /// Whether members come in during the hours of their audience.
    pub members: bool,
    /// Minutes before and after a booking during which it opens.
    pub margin: i64,
    /// What signs its answers.
    pub secret: String,
    /// When it was taken out of use.
    pub retired_at: Option<Instant>,
}

/// A time during which a door opens to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// When.
    pub period: Period,
    /// Why.
    pub reason: Reason,
}

/// What is known of somebody who may stand before a door.
#[derive(Debug, Clone, Default)]
pub struct Holder {
    /// One of the team.
    pub staff: bool,
    /// The hours of their audience, while they are a member.
    pub hours: Vec<Period>,
    /// Their bookings of what is behind the door.
    pub bookings: Vec<Period>,
}

/// When a door opens to somebody inside `window`: the strongest reason first.
#[must_use]
pub fn openings(door: &Door, holder: &Holder, window: Period) -> Vec<Opening> {
    if holder.staff {
        return vec![Opening {
            period: window,
            reason: Reason::Staff,
        }];
    }
    let with = |reason: Reason| move |period: Period| Opening { period, reason };
    let booked = holder
        .bookings
        .iter()
        .map(|period| period.widen(door.margin, door.margin))
        .collect();
    let booked = Period::merge(booked)
        .into_iter()
        .filter_map(|one| one.intersection(window));
    let hours = if door.members {
        holder.hours.clone()
    } else {
        vec![]
    };
    let hours = Period::merge(hours)
        .into_iter()
        .filter_map(|one| one.intersection(window));
    booked
        .map(with(Reason::Booking))
        .chain(hours.map(with(Reason::MemberHours)))
        .collect()
}

/// Whether a door opens now, and why or why not; `openings` is none when nobody holds the badge.
#[must_use]
pub fn decide(openings: Option<&[Opening]>, now: Instant) -> (bool, Reason) {
    match openings {
        None => (false, Reason::UnknownBadge),
        Some(openings) => match openings.iter().find(|one| one.period.contains(now)) {
            Some(one) => (true, one.reason),
            None => (false, Reason::NotNow),
        },
    }
}

/// What was answered to a door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which one.
    pub id: Id<Decision>,
    /// Which door.
    pub door: Id<Door>,
    /// When.
    pub at: Instant,
    /// The number that was read.
    pub badge: String,
    /// Who holds it.
    pub person: Option<PersonId>,
    /// Whether it opens.
    pub open: bool,
    /// Why, or why not.
    pub reason: Reason,
}

/// What the signature of an answer is made of: joined by dots, moments in seconds.
#[must_use]
pub fn answer_text(decision: &Decision, until: Instant) -> String {
    let open = if decision.open { "open" } else { "shut" };
    let (id, door, badge) = (decision.id, decision.door, &decision.badge);
    format!(
        "decision.{id}.{door}.{}.{}.{open}.{badge}",
        decision.at.seconds(),
        until.seconds()
    )
}

/// What the signature of a list is made of: a head, then a line for each opening, each ended by a line feed.
#[must_use]
pub fn list_text(door: Id<Door>, (made, until): (Instant, Instant), lines: &[(String, Opening)]) -> String {
    let head = format!("list.{door}.{}.{}\n", made.seconds(), until.seconds());
    lines.iter().fold(head, |text, (badge, opening)| {
        let (from, until) = (opening.period.start().seconds(), opening.period.end().seconds());
        format!("{text}{from}.{until}.{badge}\n")
    })
}

/// A fresh secret from 32 random bytes.
#[must_use]
pub fn secret(random: [u8; 32]) -> String {
    format!("door_{}", HEXLOWER.encode(&random))
}

/// The HMAC-SHA256 of a text with the secret as it is written, in base 64.
#[must_use]
pub fn sign(secret: &str, text: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    mac.update(text.as_bytes());
    BASE64.encode(&mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::{Door, Holder, Reason, decide, openings, sign};
    use kernel::{Id, Instant, Period};

    fn hours(from: i64, until: i64) -> Period {
        Period::new(
            Instant::from_seconds(from * 3_600),
            Instant::from_seconds(until * 3_600),
        )
        .unwrap()
    }

    fn door(members: bool) -> Door {
        Door {
            id: Id::from_i64(1),
            name: "Entrée".to_owned(),
            resource: None,
            members,
            margin: 15,
            secret: String::new(),
            retired_at: None,
        }
    }

    #[test]
    fn a_door_opens_to_staff_to_who_booked_and_to_members_in_their_hours() {
        let staff = Holder {
            staff: true,
            ..Holder::default()
        };
        let member = Holder {
            hours: vec![hours(8, 20)],
            ..Holder::default()
        };
        let booker = Holder {
            bookings: vec![hours(21, 23)],
            ..Holder::default()
        };
        let both = Holder {
            bookings: vec![hours(9, 10)],
            ..member.clone()
        };
        let nobody = Holder::default();
        let minutes = |hour: i64, minute: i64| hour * 60 + minute;
        // Who, whether members come in without a booking, at which minute of the day, and what the door says.
        let table = [
            (&staff, false, minutes(3, 0), (true, Reason::Staff)),
            (&member, true, minutes(7, 59), (false, Reason::NotNow)),
            (&member, true, minutes(8, 0), (true, Reason::MemberHours)),
            (&member, true, minutes(20, 0), (false, Reason::NotNow)),
            (&member, false, minutes(12, 0), (false, Reason::NotNow)),
            (&booker, true, minutes(20, 44), (false, Reason::NotNow)),
            (&booker, true, minutes(20, 45), (true, Reason::Booking)),
            (&booker, false, minutes(23, 14), (true, Reason::Booking)),
            (&booker, false, minutes(23, 15), (false, Reason::NotNow)),
            (&both, true, minutes(9, 30), (true, Reason::Booking)),
            (&both, true, minutes(15, 0), (true, Reason::MemberHours)),
            (&nobody, true, minutes(12, 0), (false, Reason::NotNow)),
        ];
        for (holder, members, minute, expected) in table {
            let open = openings(&door(members), holder, hours(0, 24));
            let now = Instant::from_seconds(minute * 60);
            assert_eq!(decide(Some(&open), now), expected, "{holder:?} at {minute}");
        }
        assert_eq!(decide(None, Instant::EPOCH), (false, Reason::UnknownBadge));
    }

    #[test]
    fn the_signature_is_plain_hmac_sha256() {
        // Test case 2 of RFC 4231.
        assert_eq!(
            sign("Jefe", "what do ya want for nothing?"),
            "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="
        );
    }
}
