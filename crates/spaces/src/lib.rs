//! The spaces of a place: what can be booked, when and by whom, what is booked, and who came.
//!
//! **Words.** A [`Resource`] is a room, a hall, a garden or a pool of desks; its *units* say how many bookings it takes at the same
//! time, its *capacity* how many people it holds, its *buffers* the time it takes to set up and clean. It is open during the
//! *weekly hours* of an audience, minus *closures*. A [`BookingWindow`] says how soon, how far ahead and how long; *cancellation terms*
//! what giving up costs. A [`Booking`] is hours on a resource, with the price frozen when it was made. A *check-in* is somebody who came.
//!
//! A space may contain others or exclude them; *bound* are those that then cannot be taken at the same time.
//!
//! **Laws.**
//! - Whatever decides about the time of a resource first holds its row, so that two who want the last unit follow one another
//!   (RULES 10), with all that is bound to it, in the order of their identifiers, and a booking after its resource.
//! - Staff may go past hours, closures, limits and buffers, and it is written who did. Nobody goes past the units.
//! - A request holds its hours until it expires, whether or not a job has noted that it did.
//! - Members see that an hour is taken, not by whom, unless the booker allows it (RULES 13).
//! - The price is that of the day the booking is made. A booking files its charge in its own transaction; moved or cancelled, the
//!   charge is taken back and another one filed.
//! - A booking lasts 31 days at most, whoever asks.
//!
//! **For other capabilities**: the functions below, all synchronous over `&mut Tx`. Verbs take the [`kernel::Actor`] and ask for
//! its permission; readers take the place. Letters are asked for by who acts, with [`notify`]: imports and demonstrations write none.
//!
//! The program hands in, among its [`Extras`](platform::jobs::Extras), an `Arc<Catalogue>` and its [`WebSettings`](platform::web::WebSettings).

mod actions;
mod attendance;
mod documents;
mod invitations;
mod letters;
mod offered;
mod pages;
mod permissions;
mod personal;
pub mod rules;
mod series_letters;
mod standing;
pub mod store;
pub mod templates;
mod verify;

pub use actions::answer_request::{approve, note_no_show, refuse, unwelcome, welcome};
pub use actions::book::{NewBooking, Quote, REQUEST_HOURS_SETTING, book, quote};
pub use actions::book_series::{Adjusted, DayQuote, NewSeries, SeriesBooked, book_series, quote_series};
pub use actions::cancel::{Cancellation, cancel, cancellation_fee};
pub use actions::change_booking::{BookingDetails, change_booking};
pub use actions::change_series::{
    DayMove, Reach, SeriesMove, cancel_series, cancellation_fees, move_series, quote_series_move, reached,
};
pub use actions::check_in::{CheckedIn, MIDDAY_SETTING, NewCheckIn, check_in, check_in_at, midday};
pub use actions::close::{Closed, NewClosure, block, reopen};
pub use actions::door::{
    OnTheSpot, arrive_at, arrive_for_bookings, book_now, own_door_number, person_at_door, quote_now,
};
pub use actions::end_early::end_early;
pub use actions::extras::due_for;
pub use actions::follow::{follow, unfollow};
pub use actions::given_coupon::{HeldPrice, held_price};
pub use actions::hold_slot::{
    Agreed, cancel_as_guest, confirm_agreed, confirm_hold, give_key, hold_slot, prolong_hold, quote_guest,
    release_hold,
};
pub use actions::import_booking::{ImportedAs, ImportedBooking, import_booking};
pub use actions::import_check_in::{CheckInImported, ImportedCheckIn, import_check_in};
pub use actions::invite::{answer, invite, participants, uninvite};
pub use actions::invitees::Invited;
pub use actions::keep_extra::{change_extra, create_extra, set_extra_active};
pub use actions::keep_layout::{add_layout, change_layout, set_layout_active};
pub use actions::keep_photos::{
    add_photo, describe_photo, keep_notes, photographed, raise_photo, remove_photo,
};
pub use actions::keep_resource::{change_resource, create_resource, set_active};
pub use actions::leave::{come_back, leave};
pub use actions::letting::{NewLetting, end_letting, let_out};
pub use actions::link::{link, unlink};
pub use actions::move_booking::{Move, MoveQuote, move_booking, quote_move};
pub use actions::plan::{Holder, Plan};
pub use actions::prepare::{Preparation, prepare};
pub use actions::rehouse::{Decision, Fate, Hit, RehousingRefused, Way, propose, rehouse};
pub use actions::release::release;
pub use actions::set_schedule::{set_booking_window, set_cancellation_terms, set_weekly_hours};
pub use actions::set_up::set_up;
pub use actions::undo_check_in::{Undone, undo_check_in};
pub use actions::upkeep::overtake_all;
pub use actions::wait::{
    NewWait, WAITING_HOURS_SETTING, accept_offer, join_waiting, leave_waiting, offer_waiting,
};
pub use actions::walk_in::{WalkInRefusal, walk_in};
pub use actions::widen_check_in::widen_to_day;
pub use documents::booking_mail::Notice;
pub use documents::calendar_file;
pub use documents::series_mail::SeriesNotice;
pub use letters::notify;
pub use offered::{Offered, OfferedDay, free_hours, offered};
pub use pages::extras::lines as extra_lines;
pub use pages::wishes::{ExtraField, OfferedWith, counts as extra_counts};
pub use pages::words::{relief as relief_lines, seats};
pub use permissions::{
    BOOK, BOOK_FOR_OTHERS, CHECK_IN, CLOSE, MANAGE, OVERRIDE, OWN_DAY, PERMISSIONS, READ, SEE_BOOKERS,
    SEE_DESK,
};
pub use rules::availability::{Buffers, Occupation};
pub use rules::board::RoomNow;
pub use rules::booking::{Booking, BookingId, BookingState, HoldPurpose, Price, PriceChange, SlotRefused};
pub use rules::booking_window::{BookingWindow, LimitsRefused, WindowRefused};
pub use rules::cancellation::{Term, TermsRefused};
pub use rules::check_in::{CheckIn, CheckInId, CheckInKind, CheckInRefusal, Part, Welcome};
pub use rules::door_number::{DoorNumber, DoorNumberRefused};
pub use rules::extras::{Extra, ExtraAsked, ExtraFacts, ExtraId, ExtraLine, ExtraRefused, ExtraUnit};
pub use rules::feed::{Feed, FeedScope};
pub use rules::layout::{Layout, LayoutFacts, LayoutId, LayoutRefused, Setup};
pub use rules::letting::{Letting, LettingId, LettingRefusal, LettingRefused};
pub use rules::links::{Bonds, Link, LinkKind, LinkRefused};
pub use rules::opening_hours::{HoursRefused, WeeklyHours};
pub use rules::participants::{
    InvitationAnswer, InvitationRefused, Invitee, Participant, ParticipantId, may_answer, may_invite,
};
pub use rules::preparing::{Item, Prepared, Ticked};
pub use rules::recurrence::{Ending, Pattern, Recurrence, RecurrenceRefused};
pub use rules::refusal::BookingRefusal;
pub use rules::release::{EARLY_MINUTES, may_arrive, released_at};
pub use rules::resource::{
    Resource, ResourceFacts, ResourceId, ResourceKind, ResourceNotes, ResourceRefused,
};
pub use rules::schedule::{Closure, ClosureId, ClosureRefused};
pub use rules::series::{DailyHours, Occurrence, Scope, Series, SeriesId, SeriesRefused};
pub use rules::waiting::{WaitingEntry, WaitingId, WaitingState};
pub use series_letters::notify_series;
pub use standing::{Standing, standings};
pub use verify::check;

use kernel::{Actor, Hat, Permission};
use platform::database::Tx;
use platform::{Capability, Fault, JobHandler, Messages, NavItem, OrNotFound, Recurring};

/// What this capability says to people.
pub const MESSAGES: Messages = Messages {
    fr: concat!(
        include_str!("../locales/spaces.fr.ftl"),
        "\n",
        include_str!("../locales/desk.fr.ftl"),
        "\n",
        include_str!("../locales/links.fr.ftl"),
        "\n",
        include_str!("../locales/series.fr.ftl"),
        "\n",
        include_str!("../locales/find.fr.ftl"),
        "\n",
        include_str!("../locales/waiting.fr.ftl"),
        "\n",
        include_str!("../locales/outside.fr.ftl"),
        "\n",
        include_str!("../locales/preparing.fr.ftl"),
        "\n",
        include_str!("../locales/extras.fr.ftl"),
        "\n",
        include_str!("../locales/participants.fr.ftl"),
        "\n",
        include_str!("../locales/figures.fr.ftl")
    ),
    en: concat!(
        include_str!("../locales/spaces.en.ftl"),
        "\n",
        include_str!("../locales/desk.en.ftl"),
        "\n",
        include_str!("../locales/links.en.ftl"),
        "\n",
        include_str!("../locales/series.en.ftl"),
        "\n",
        include_str!("../locales/find.en.ftl"),
        "\n",
        include_str!("../locales/waiting.en.ftl"),
        "\n",
        include_str!("../locales/outside.en.ftl"),
        "\n",
        include_str!("../locales/preparing.en.ftl"),
        "\n",
        include_str!("../locales/extras.en.ftl"),
        "\n",
        include_str!("../locales/participants.en.ftl"),
        "\n",
        include_str!("../locales/figures.en.ftl")
    ),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "spaces",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![
            JobHandler {
                kind: letters::KIND,
                run: letters::write,
            },
            JobHandler {
                kind: invitations::KIND,
                run: invitations::write,
            },
            JobHandler {
                kind: series_letters::KIND,
                run: series_letters::write,
            },
            JobHandler {
                kind: actions::wait::KIND,
                run: actions::wait::run,
            },
            JobHandler {
                kind: actions::upkeep::KIND,
                run: actions::upkeep::run,
            },
            JobHandler {
                kind: actions::release::KIND,
                run: actions::release::run,
            },
        ],
        recurring: vec![
            Recurring {
                kind: actions::upkeep::KIND,
                every_minutes: 5,
            },
            Recurring {
                kind: actions::wait::KIND,
                every_minutes: 5,
            },
            Recurring {
                kind: actions::release::KIND,
                every_minutes: 1,
            },
        ],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: Some(verify::check),
        panels: None,
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// A booking that the actor may see: their own, or any for who sees who booked. To whom may not it does not exist.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn booking(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Fault> {
    let booking = store::bookings::find(tx, actor.place, id)?.or_not_found()?;
    if booking.belongs_to(actor) || actor.may(SEE_BOOKERS) {
        Ok(booking)
    } else {
        Err(Fault::NotFound)
    }
}

const NAVIGATION: &[NavItem] = &[
    NavItem {
        // Five entries fit a phone: what comes once a month is reached from here.
        also: &["/me/invoices"],
        ..entry(Hat::Member, "spaces-nav-today", "/me", "home", OWN_DAY, "")
    },
    NavItem {
        also: &["/bookings/new", "/plan"],
        ..entry(
            Hat::Member,
            "spaces-nav-book",
            "/calendar",
            "calendar-add",
            READ,
            "",
        )
    },
    NavItem {
        also: &["/bookings", "/series"],
        ..entry(
            Hat::Member,
            "spaces-nav-bookings",
            "/me/bookings",
            "calendar-check",
            BOOK,
            "",
        )
    },
    entry(
        Hat::FrontDesk,
        "spaces-nav-desk",
        "/front-desk",
        "desk",
        SEE_DESK,
        "",
    ),
    entry(
        Hat::FrontDesk,
        "spaces-nav-day",
        "/front-desk/day",
        "list",
        SEE_DESK,
        "shell-desk-house",
    ),
    entry(
        Hat::FrontDesk,
        "spaces-preparations",
        "/front-desk/preparations",
        "check",
        SEE_DESK,
        "shell-desk-spaces",
    ),
    NavItem {
        also: &["/bookings/new", "/front-desk/bookings/new"],
        ..entry(
            Hat::FrontDesk,
            "spaces-nav-calendar",
            "/calendar",
            "calendar",
            READ,
            "",
        )
    },
    NavItem {
        also: &["/bookings", "/series"],
        ..entry(
            Hat::FrontDesk,
            "spaces-nav-bookings",
            "/office/spaces/bookings",
            "calendar-check",
            SEE_BOOKERS,
            "shell-desk-spaces",
        )
    },
    entry(
        Hat::Office,
        "spaces-nav-bookings",
        "/office/spaces/bookings",
        "calendar-check",
        SEE_BOOKERS,
        "spaces-section",
    ),
    entry(
        Hat::Office,
        "spaces-occupancy-title",
        "/office/occupancy",
        "chart",
        SEE_BOOKERS,
        "spaces-section",
    ),
    entry(
        Hat::Office,
        "spaces-lettings-title",
        "/office/lettings",
        "key",
        MANAGE,
        "spaces-section",
    ),
    entry(
        Hat::Office,
        "spaces-nav-calendar",
        "/calendar",
        "calendar",
        READ,
        "spaces-section",
    ),
    entry(
        Hat::Office,
        "spaces-nav-spaces",
        "/office/spaces",
        "door",
        MANAGE,
        "spaces-section",
    ),
];

const fn entry(
    hat: Hat,
    label: &'static str,
    href: &'static str,
    icon: &'static str,
    needs: Permission,
    section: &'static str,
) -> NavItem {
    NavItem {
        hat,
        label,
        href,
        icon,
        needs: Some(needs),
        section,
        also: &[],
    }
}
