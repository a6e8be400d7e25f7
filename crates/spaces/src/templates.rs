//! What a new place begins with: spaces to choose from, hours and limits that suit most, to be changed at leisure.

use crate::actions::keep_resource::create_resource;
use crate::actions::set_schedule::{set_booking_window, set_cancellation_terms, set_weekly_hours};
use crate::rules::availability::Buffers;
use crate::rules::booking_window::BookingWindow;
use crate::rules::cancellation::Term;
use crate::rules::opening_hours::WeeklyHours;
use crate::rules::resource::{ResourceFacts, ResourceId, ResourceKind, ResourceRefused};
use kernel::{Actor, Audience, MinuteOfDay, Name, Rate, Weekday};
use platform::database::Tx;
use platform::{Failure, Fault};

kernel::codes! {
    /// A kind of space that most places have.
    pub enum Template {
        /// A room with a table.
        MeetingRoom = "meeting_room",
        /// The large room.
        Hall = "hall",
        /// Desks in the open.
        DeskPool = "desk_pool",
        /// A booth for a call.
        PhoneBooth = "phone_booth",
        /// Outside.
        Garden = "garden",
    }
}

impl Template {
    /// The key of the message that names it: also the name of the space, until the place gives another.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::MeetingRoom => "spaces-template-meeting-room",
            Self::Hall => "spaces-template-hall",
            Self::DeskPool => "spaces-template-desk-pool",
            Self::PhoneBooth => "spaces-template-phone-booth",
            Self::Garden => "spaces-template-garden",
        }
    }

    /// The key of the message that lists what is usually in it, one thing a line.
    #[must_use]
    pub const fn equipment_message(self) -> &'static str {
        match self {
            Self::MeetingRoom => "spaces-template-meeting-room-equipment",
            Self::Hall => "spaces-template-hall-equipment",
            Self::DeskPool => "spaces-template-desk-pool-equipment",
            Self::PhoneBooth => "spaces-template-phone-booth-equipment",
            Self::Garden => "spaces-template-garden-equipment",
        }
    }

    /// What a space of this kind usually is.
    #[must_use]
    pub fn facts(self, name: Name) -> ResourceFacts {
        let (kind, units, capacity, buffers, position) = match self {
            Self::MeetingRoom => (ResourceKind::Room, 1, 8, Buffers { before: 0, after: 15 }, 10),
            Self::Hall => (
                ResourceKind::Hall,
                1,
                60,
                Buffers {
                    before: 30,
                    after: 30,
                },
                20,
            ),
            Self::PhoneBooth => (ResourceKind::Room, 1, 1, Buffers::NONE, 30),
            Self::DeskPool => (ResourceKind::DeskPool, 10, 10, Buffers::NONE, 40),
            Self::Garden => (ResourceKind::Garden, 1, 40, Buffers::NONE, 50),
        };
        let plain = ResourceFacts::named(kind, name, capacity);
        ResourceFacts {
            units,
            buffers,
            position,
            ..plain
        }
    }
}

/// Adds a space made from a template. `equipment` is the text of [`Template::equipment_message`].
///
/// # Errors
/// [`ResourceRefused`].
pub fn create_from(
    tx: &mut Tx<'_>,
    actor: &Actor,
    template: Template,
    name: Name,
    equipment: &str,
) -> Result<ResourceId, Failure<ResourceRefused>> {
    let facts = ResourceFacts {
        equipment: equipment.to_owned(),
        ..template.facts(name)
    };
    create_resource(tx, actor, facts, None)
}

/// Opens the house on these days between two hours for everybody, and always for residents and the team; with limits and
/// cancellation terms that suit most places.
///
/// # Errors
/// [`Fault`] when the hours are reversed, or as the database says.
pub fn open_house(
    tx: &mut Tx<'_>,
    actor: &Actor,
    days: &[Weekday],
    opens: MinuteOfDay,
    closes: MinuteOfDay,
) -> Result<(), Fault> {
    let hours: Vec<WeeklyHours> = days
        .iter()
        .map(|weekday| WeeklyHours {
            weekday: *weekday,
            opens,
            closes,
        })
        .collect();
    let always: Vec<WeeklyHours> = Weekday::ALL
        .iter()
        .map(|weekday| WeeklyHours {
            weekday: *weekday,
            opens: MinuteOfDay::MIDNIGHT,
            closes: MinuteOfDay::END,
        })
        .collect();
    for audience in Audience::ALL.iter().copied() {
        let free = matches!(audience, Audience::Staff | Audience::Resident);
        let lines = if free { always.clone() } else { hours.clone() };
        set_weekly_hours(tx, actor, None, audience, lines).map_err(Failure::unexpected)?;
        set_booking_window(tx, actor, None, audience, Some(usual_window(audience)))
            .map_err(Failure::unexpected)?;
        set_cancellation_terms(tx, actor, audience, usual_terms(audience)).map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// The limits that a place begins with.
#[must_use]
pub const fn usual_window(audience: Audience) -> BookingWindow {
    let (maximum_horizon_days, needs_approval) = match audience {
        Audience::Staff => (730, false),
        Audience::Resident => (180, false),
        Audience::Nomad => (90, false),
        Audience::External => (180, true),
    };
    BookingWindow {
        maximum_horizon_days,
        needs_approval,
        ..BookingWindow::UNSET
    }
}

/// The cancellation terms that a place begins with: a day before for members, three days and one day for guests.
#[must_use]
pub fn usual_terms(audience: Audience) -> Vec<Term> {
    const DAY: i64 = 1_440;
    let term = |notice_minutes, basis_points| Term {
        notice_minutes,
        fee: Rate::from_basis_points(basis_points),
    };
    match audience {
        Audience::Staff => vec![],
        Audience::Resident | Audience::Nomad => vec![term(DAY, 0), term(0, 5_000)],
        Audience::External => vec![term(3 * DAY, 0), term(DAY, 5_000), term(0, 10_000)],
    }
}
