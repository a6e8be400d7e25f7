//! The letter about a booking: confirmed, asked for, moved, cancelled, answered, left without an answer.

use crate::rules::booking::Booking;
use crate::rules::extras::{ExtraLine, sum};
use crate::rules::release::released_at;
use crate::rules::resource::Resource;
use kernel::{Instant, Money, Name, Zone};
use platform::place::Place;
use platform::web::Words;
use platform::{Argument, Fault, mail};

kernel::codes! {
    /// What a letter about a booking says.
    pub enum Notice {
        /// It is confirmed.
        Confirmed = "confirmed",
        /// It was asked for and waits.
        Requested = "requested",
        /// It was moved.
        Moved = "moved",
        /// It was given up.
        Cancelled = "cancelled",
        /// The place said no.
        Refused = "refused",
        /// The house moved it, because its space is closed.
        Rehoused = "rehoused",
        /// The house gave it up, because its space is closed.
        Displaced = "displaced",
        /// The place did not answer in time.
        Lapsed = "lapsed",
        /// Hours that somebody waited for came free.
        Offered = "offered",
        /// It begins soon, and is given back when nobody comes.
        Reminder = "reminder",
        /// It was given back: nobody came.
        Released = "released",
    }
}

impl Notice {
    /// Whether a calendar file goes with it.
    pub(crate) const fn carries_calendar(self) -> bool {
        matches!(self, Self::Confirmed | Self::Moved | Self::Rehoused)
    }

    /// The middle of its message keys, `spaces-mail-…-subject` and `-text`.
    const fn stem(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Requested => "requested",
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
            Self::Rehoused => "rehoused",
            Self::Displaced => "displaced",
            Self::Lapsed => "lapsed",
            Self::Offered => "offered",
            Self::Reminder => "reminder",
            Self::Released => "released",
        }
    }
}

/// A letter about a booking.
pub(crate) struct BookingMail<'a> {
    pub(crate) notice: Notice,
    pub(crate) booking: &'a Booking,
    pub(crate) resource: &'a Resource,
    /// How the room is laid out, when it is not as usual.
    pub(crate) layout: Option<&'a Name>,
    /// What is had with it.
    pub(crate) extras: &'a [ExtraLine],
    /// The fee, for a cancellation or a request that lapsed.
    pub(crate) amount: Money,
    /// Why the house moved it or gave it up, in its own words.
    pub(crate) reason: &'a str,
    /// When it is written: who asks anew finds the hours filled in while they are still to come.
    pub(crate) now: Instant,
    /// What links begin with.
    pub(crate) base_url: &'a str,
    /// The secret by which a reader without an account comes back to it.
    pub(crate) key: Option<&'a str>,
}

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

impl BookingMail<'_> {
    /// Lays the letter out in a language.
    pub(crate) fn write(&self, place: &Place, name: &str, words: &Words) -> Result<Written, Fault> {
        let price = self.booking.price;
        let vat = words.text(price.basis.message(), &[]);
        let space = self.resource.facts.name.as_str();
        let arguments = [
            ("name", Argument::from(name)),
            ("place", Argument::from(place.name.as_str())),
            ("space", Argument::from(space)),
            ("reason", Argument::from(self.reason)),
            ("when", Argument::from(words.period(self.booking.period()))),
            (
                "price",
                Argument::from(format!("{} {vat}", words.money(self.total()))),
            ),
            (
                "until",
                Argument::from(
                    self.booking
                        .request_expires_at
                        .map(|at| words.when(at))
                        .unwrap_or_default(),
                ),
            ),
            (
                "limit",
                Argument::from(
                    released_at(self.booking, self.resource.facts.release_minutes)
                        .map(|at| words.time(at))
                        .unwrap_or_default(),
                ),
            ),
            (
                "fee",
                Argument::from(format!("{} {vat}", words.money(self.amount))),
            ),
        ];
        let stem = format!("spaces-mail-{}", self.notice.stem());
        let say = |key: &str| words.text(key, &arguments);
        let mut paragraphs = vec![
            say("spaces-mail-greeting"),
            say(&format!("{stem}-text")),
            format!("{space}\n{}", words.period(self.booking.period())),
        ];
        paragraphs.extend(self.with_it(words));
        paragraphs.extend(self.amounts(words, &arguments));
        let subject = say(&format!("{stem}-subject"));
        let link = format!("{}{}", self.base_url, self.path(&place.zone));
        let button = say(self.button());
        let (text, html) = mail::compose(
            place,
            words.locale(),
            &subject,
            &paragraphs,
            Some((&button, &link)),
        )?;
        Ok(Written { subject, text, html })
    }

    /// What it costs with its extras.
    fn total(&self) -> Money {
        let price = self.booking.price;
        price.amount + sum(&price, self.extras)
    }

    /// How the room is laid out and what is had with it, one line each.
    fn with_it(&self, words: &Words) -> Option<String> {
        let had = self.extras.iter().filter(|line| line.count > 0);
        let told = had.map(|line| {
            let arguments = [
                ("name", Argument::from(line.name.as_str())),
                ("count", Argument::from(line.count)),
            ];
            words.text("spaces-extra-counted", &arguments)
        });
        let layout = self.layout.map(|name| {
            let arguments = [("layout", Argument::from(name.as_str()))];
            words.text("spaces-mail-layout", &arguments)
        });
        let told: Vec<String> = layout.into_iter().chain(told).collect();
        (!told.is_empty()).then(|| told.join("\n"))
    }

    const fn button(&self) -> &'static str {
        match self.notice {
            Notice::Lapsed => "spaces-mail-ask-again",
            Notice::Offered => "spaces-mail-accept",
            Notice::Displaced | Notice::Released => "spaces-mail-book-again",
            _ => "spaces-mail-button",
        }
    }

    /// Where the button leads: to the booking, or to a new request for the same space.
    fn path(&self, zone: &Zone) -> String {
        let (booking, period) = (self.booking, self.booking.period());
        match (self.notice, self.key) {
            (Notice::Lapsed | Notice::Displaced, Some(_)) => format!("/rooms/{}", booking.resource),
            (_, Some(key)) => format!("/guest-bookings/{key}"),
            (Notice::Lapsed, None) if period.start() > self.now => {
                let civil = |instant| {
                    let (day, time) = zone.local(instant);
                    format!("{day}T{time}")
                };
                let (start, end) = (civil(period.start()), civil(period.end()));
                format!(
                    "/bookings/new?resource={}&start={start}&end={end}",
                    booking.resource
                )
            }
            (Notice::Lapsed, None) => format!("/bookings/new?resource={}", booking.resource),
            (Notice::Displaced | Notice::Released, None) => "/calendar".to_owned(),
            (_, None) => format!("/bookings/{}", booking.id),
        }
    }

    /// What it costs, when there is something to say about that.
    fn amounts(&self, words: &Words, arguments: &[(&str, Argument)]) -> Option<String> {
        let key = match self.notice {
            Notice::Refused | Notice::Reminder => return None,
            Notice::Displaced => "spaces-mail-no-fee",
            Notice::Cancelled | Notice::Lapsed if self.amount.is_zero() => "spaces-mail-no-fee",
            Notice::Cancelled | Notice::Lapsed => "spaces-mail-fee",
            _ if self.total().is_zero() => return None,
            _ => "spaces-mail-price",
        };
        Some(words.text(key, arguments))
    }
}
