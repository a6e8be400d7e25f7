//! The vocabulary that every room of the house shares.
//!
//! The kernel holds values and nothing else: no database, no network, no clock, no randomness. What
//! depends on the present moment is handed in by the caller. Each type is built by one constructor
//! that refuses what is wrong, so that a value in hand is a value that was checked, whether it came
//! from a form, an address, a file or a row.
//!
//! **Names of constructors.** `new` and `from_…` take values that are already of the right shape;
//! `parse` reads what a person or another program wrote, and is tolerant about spaces, never about
//! meaning. A refusal is an enum that carries facts and a message key ([`Refusal`]); the sentence shown
//! to a person lives in `locales/` in each language ([`MESSAGES`]).
//!
//! **Money.** [`Money`] is whole cents, [`Rate`] is basis points, [`Currency`] belongs to the place.
//! Floating point never touches an amount. Every division states its rounding: half away from zero
//! ([`divide_half_away`]), or a split that adds up exactly ([`Money::allocate`]).
//!
//! ```
//! use kernel::{Money, Rate};
//! let net = Money::from_cents(15_000);
//! let vat = Rate::from_basis_points(2_000).of(net);
//! assert_eq!(net + vat, Money::from_cents(18_000));
//! assert_eq!(Money::from_cents(100).allocate(&[1, 1, 1]).len(), 3);
//! ```
//!
//! **Time.** An [`Instant`] is a moment in UTC and a [`Period`] the half-open interval between two of
//! them. A [`Day`], a [`Month`], a [`MinuteOfDay`] are civil: what people read on a wall. Only a
//! [`Zone`] passes from one to the other: a local time that does not exist moves forward by the gap,
//! one that exists twice means the first. Hours are elapsed time, days and months are civil time.
//!
//! ```
//! use kernel::{Day, MinuteOfDay, Zone};
//! let paris = Zone::parse("Europe/Paris").unwrap();
//! let spring = Day::parse("2026-03-29").unwrap();
//! // The clocks go forward that night: the day is 23 hours long.
//! assert_eq!(paris.day_bounds(spring).minutes(), 23 * 60);
//! // 02:30 does not exist and is read as 03:30.
//! let half_past_two = MinuteOfDay::parse("02:30").unwrap();
//! let instant = paris.instant(spring, half_past_two);
//! assert_eq!(paris.minute_of(instant).to_string(), "03:30");
//! ```
//!
//! **Identity.** [`Id`] is a number in the database and thirteen letters and digits in an address; its
//! type parameter says of what. [`Email`], [`Phone`], [`Siren`], [`Siret`], [`VatNumber`], [`Iban`],
//! [`Bic`], [`PostalCode`] and [`Name`] are texts that were checked and brought to one spelling.
//! [`fold`] is the spelling that search compares.
//!
//! **Access.** An [`Actor`] acts in one place, and [`Actor::require`] is the one question asked before
//! any act. A [`Role`] is what a person holds there, a [`Hat`] the face of the program they look at, an
//! [`Audience`] the group whose hours, windows and fees apply to them.

mod actor;
mod bic;
mod codes;
mod currency;
mod day;
mod days;
mod email;
mod iban;
mod id;
mod instant;
mod locale;
mod minute_of_day;
mod money;
mod money_text;
mod month;
mod name;
mod period;
mod permission;
mod phone;
mod postal_code;
mod rate;
mod refusal;
mod role;
mod rounding;
mod siren;
mod text;
mod vat_number;
mod weekday;
mod zone;

pub use actor::{Actor, ActorKind};
pub use bic::{Bic, BicRefused};
pub use codes::UnknownCode;
pub use currency::{Currency, CurrencyRefused};
pub use day::{Day, DayRefused};
pub use days::{Days, HalfDay, ReversedDays};
pub use email::{Email, EmailRefused};
pub use iban::{Iban, IbanRefused};
pub use id::{AccountId, CustomerId, DocumentId, Id, IdRefused, OrganisationId, PersonId, PlaceId, mark};
pub use instant::{Elapsed, Instant, InstantRefused};
pub use locale::Locale;
pub use minute_of_day::{MinuteOfDay, MinuteOfDayRefused};
pub use money::Money;
pub use money_text::MoneyRefused;
pub use month::{Month, MonthRefused};
pub use name::{Name, NameRefused};
pub use period::{EmptyPeriod, Period};
pub use permission::{Forbidden, Permission};
pub use phone::{Phone, PhoneRefused};
pub use postal_code::{PostalCode, PostalCodeRefused};
pub use rate::{Rate, RateRefused};
pub use refusal::Refusal;
pub use role::{Audience, Hat, Role};
pub use rounding::divide_half_away;
pub use siren::{Siren, SirenRefused, Siret, SiretRefused};
pub use text::fold;
pub use vat_number::{VatNumber, VatNumberRefused};
pub use weekday::Weekday;
pub use zone::{Zone, ZoneRefused};

/// What the macros of this crate need where they are used; not for direct use.
#[doc(hidden)]
pub use serde as __serde;

/// The messages of the kernel, one Fluent text a language: its refusals, and the names of weekdays,
/// months and roles.
pub const MESSAGES: [(Locale, &str); 2] = [
    (Locale::Fr, include_str!("../locales/fr.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
