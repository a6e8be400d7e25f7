//! The letter about many bookings of a series: made, asked for, moved, given up. One letter, however many.

use super::booking_mail::Written;
use super::rule_words::rule_words;
use crate::rules::booking::Booking;
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::series::Series;
use kernel::Money;
use platform::place::Place;
use platform::web::Words;
use platform::{Argument, Fault, mail};
use std::collections::BTreeMap;

kernel::codes! {
    /// What a letter about a series says.
    pub enum SeriesNotice {
        /// It is booked.
        Booked = "booked",
        /// Some of it waits for an answer.
        Requested = "requested",
        /// Some of it was moved.
        Moved = "moved",
        /// Some of it was given up.
        Cancelled = "cancelled",
    }
}

/// A letter about bookings of a series.
pub(crate) struct SeriesMail<'a> {
    pub(crate) notice: SeriesNotice,
    pub(crate) series: &'a Series,
    /// Those that the letter is about.
    pub(crate) bookings: &'a [Booking],
    pub(crate) resources: &'a BTreeMap<ResourceId, Resource>,
    /// What is due for them with their extras: the prices, or the fees of those given up.
    pub(crate) total: Money,
    /// What links begin with.
    pub(crate) base_url: &'a str,
}

impl SeriesMail<'_> {
    /// Lays the letter out in a language.
    pub(crate) fn write(&self, place: &Place, name: &str, words: &Words) -> Result<Written, Fault> {
        let space = self.space(self.series.resource);
        let arguments = [
            ("name", Argument::from(name)),
            ("place", Argument::from(place.name.as_str())),
            ("space", Argument::from(space)),
            ("count", Argument::from(self.bookings.len())),
            ("amount", Argument::from(self.amount(words))),
        ];
        let say = |key: &str| words.text(key, &arguments);
        let stem = format!("spaces-mail-series-{}", self.notice.code());
        let mut paragraphs = vec![
            say("spaces-mail-greeting"),
            say(&format!("{stem}-text")),
            format!("{space}\n{}", rule_words(words, &self.series.rule)),
            self.days(words),
        ];
        if !self.total.is_zero() {
            paragraphs.push(say(&format!("{stem}-amount")));
        }
        let subject = say(&format!("{stem}-subject"));
        let link = format!("{}/series/{}", self.base_url, self.series.id);
        let button = say("spaces-mail-series-button");
        let (text, html) = mail::compose(
            place,
            words.locale(),
            &subject,
            &paragraphs,
            Some((&button, &link)),
        )?;
        Ok(Written { subject, text, html })
    }

    fn space(&self, id: ResourceId) -> &str {
        self.resources.get(&id).map_or("", |one| one.facts.name.as_str())
    }

    /// One line for each booking; the space is named where it is another one.
    fn days(&self, words: &Words) -> String {
        let line = |booking: &Booking| {
            let when = words.period(booking.period());
            if booking.resource == self.series.resource {
                when
            } else {
                format!("{when} · {}", self.space(booking.resource))
            }
        };
        self.bookings.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn amount(&self, words: &Words) -> String {
        let basis = self.bookings.first().map(|booking| booking.price.basis);
        let vat = basis
            .map(|basis| words.text(basis.message(), &[]))
            .unwrap_or_default();
        format!("{} {vat}", words.money(self.total))
    }
}
