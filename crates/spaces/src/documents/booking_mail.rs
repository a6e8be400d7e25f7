//! The letter about a booking: confirmed, asked for, moved, cancelled, answered.

use crate::rules::booking::Booking;
use crate::rules::resource::Resource;
use kernel::Money;
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
    }
}

impl Notice {
    /// Whether a calendar file goes with it.
    pub(crate) const fn carries_calendar(self) -> bool {
        matches!(self, Self::Confirmed | Self::Moved)
    }

    /// The middle of its message keys, `spaces-mail-…-subject` and `-text`.
    const fn stem(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Requested => "requested",
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
        }
    }
}

/// A letter about a booking.
pub(crate) struct BookingMail<'a> {
    pub(crate) notice: Notice,
    pub(crate) booking: &'a Booking,
    pub(crate) resource: &'a Resource,
    /// The fee, for a cancellation.
    pub(crate) amount: Money,
    /// What links begin with.
    pub(crate) base_url: &'a str,
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
            ("when", Argument::from(words.period(self.booking.period()))),
            (
                "price",
                Argument::from(format!("{} {vat}", words.money(price.amount))),
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
        paragraphs.extend(self.amounts(words, &arguments));
        let subject = say(&format!("{stem}-subject"));
        let link = format!("{}/bookings/{}", self.base_url, self.booking.id);
        let button = say("spaces-mail-button");
        let (text, html) = mail::compose(
            place,
            words.locale(),
            &subject,
            &paragraphs,
            Some((&button, &link)),
        )?;
        Ok(Written { subject, text, html })
    }

    /// What it costs, when there is something to say about that.
    fn amounts(&self, words: &Words, arguments: &[(&str, Argument)]) -> Option<String> {
        let key = match self.notice {
            Notice::Refused => return None,
            Notice::Cancelled if self.amount.is_zero() => "spaces-mail-no-fee",
            Notice::Cancelled => "spaces-mail-fee",
            _ if self.booking.price.amount.is_zero() => return None,
            _ => "spaces-mail-price",
        };
        Some(words.text(key, arguments))
    }
}
