//! Exclusive hire: somebody wants the place, or a part of it, to themselves; from the request to the spaces handed back.
//!
//! **Words.** A *hire* ([`Hire`]) is a request with its days, its people and its wishes; a *slot* one space at some hours of it. The place
//! *holds* slots for a customer while they read a *quote*, which is a document of billing. A *deposit of guarantee* is money held for
//! the time of a hire; a *check* says how a space was found afterwards.
//!
//! **Laws.**
//! - Who asks from outside proves their address before the place sees anything; what is never proven is forgotten after three days.
//! - A quote that is out has its spaces kept until the end of its last day; answered, withdrawn or over, it keeps nothing longer.
//! - A yes is one transaction: the quote is closed, every space is booked at the quoted price, all that was accepted is charged, the
//!   customer is found or made. If one space is gone, nothing is done and the customer reads which one.
//! - Whoever acts holds the request first, then its quote, then spaces in the order of their identifiers.
//! - A deposit is its customer's until a part of it is kept; what is kept is an indemnity outside the scope of VAT (decision 43).
//!
//! **For other capabilities**: the functions below, synchronous over `&mut Tx`. The program hands in, among its
//! [`Extras`](platform::jobs::Extras), an `Arc<Catalogue>`, an `Arc<Press>` and its [`WebSettings`](platform::web::WebSettings).

mod actions;
mod letters;
mod pages;
mod panels;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::accept::{accept, decline};
pub use actions::answer::{QuoteWords, change, draft, lose, refuse, send, withdraw};
pub use actions::ask::{Proof, ask, confirm};
pub use actions::check::{Damage, Finding, check, receive_deposit, settle_deposit};
pub use actions::hold::{add_slot, hold, release_all, remove_slot};
pub use actions::photos::{add_photo, remove_photo};
pub use actions::settings::{Settings, keep_settings, publish_conditions, settings};
pub use actions::source_of;
pub use actions::upkeep::{expire, remind};
pub use actions::words::{question, reply};
pub use guests::Asked;
pub use permissions::{ANSWER, CHECK, MANAGE, PERMISSIONS, READ};
pub use rules::check::{Check, Condition, Deposit, Settlement, Shares, settle};
pub use rules::hire::{Hire, HireAct, HireRefused, HireSlot, HireState, Message, after, link_until};
pub use rules::wanted::{Occasion, Wanted, WantedRefused, Wish, hours_of};

use kernel::{Actor, Hat, Id, Permission, PlaceId};
use platform::database::Tx;
use platform::{Capability, Fault, JobHandler, Messages, NavItem, Recurring};

/// What exclusive hires say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: concat!(
        include_str!("../locales/fr.ftl"),
        "\n",
        include_str!("../locales/mail.fr.ftl")
    ),
    en: concat!(
        include_str!("../locales/en.ftl"),
        "\n",
        include_str!("../locales/mail.en.ftl")
    ),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "hires",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![
            JobHandler {
                kind: letters::KIND,
                run: letters::write,
            },
            JobHandler {
                kind: actions::upkeep::KIND,
                run: actions::upkeep::run,
            },
        ],
        recurring: vec![Recurring {
            kind: actions::upkeep::KIND,
            every_minutes: 60,
        }],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// The entries of the menus.
const NAVIGATION: &[NavItem] = &[
    entry(Hat::FrontDesk, "shell-desk-spaces", READ),
    entry(Hat::Office, "guests-section", READ),
];

const fn entry(hat: Hat, section: &'static str, needs: Permission) -> NavItem {
    NavItem {
        hat,
        label: "hires-title",
        href: "/office/exclusive-hires",
        icon: "key",
        needs: Some(needs),
        section,
        also: &["/front-desk/exclusive-hires"],
    }
}

/// One request; one whose address is not proven is nobody's yet.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn hire(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Hire, Fault> {
    actions::known_to_read(tx, place, id)
}

/// So many requests that stand so, the newest first, older than a mark: when the last one seen was asked, and which it was. None is
/// shown before its address is proven.
///
/// # Errors
/// [`Fault::Forbidden`] for who may not read them.
pub fn in_state_after(
    tx: &mut Tx<'_>,
    actor: &Actor,
    state: HireState,
    after: (kernel::Instant, Id<Hire>),
    limit: i64,
) -> Result<Vec<Hire>, Fault> {
    actor.require(READ)?;
    match state {
        HireState::Unproven => Ok(vec![]),
        shown => Ok(store::hires::in_state_after(
            tx,
            actor.place,
            shown,
            after,
            limit,
        )?),
    }
}

/// The spaces of a request, in the order of time.
///
/// # Errors
/// As the database says.
pub fn slots_of(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Vec<HireSlot>, Fault> {
    Ok(store::slots::of_hire(tx, place, id)?)
}

/// The deposit of guarantee of a hire.
///
/// # Errors
/// As the database says.
pub fn deposit_of(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Option<Deposit>, Fault> {
    Ok(store::checks::deposit(tx, place, id)?)
}
