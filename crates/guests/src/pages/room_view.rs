//! What the pages of a room show: photographs, prices with and without VAT, the hours of the days to come, the rules in words.

use super::structured;
use super::words;
use crate::rules::price::Both;
use crate::rules::showing::proposed;
use askama::filters::Safe;
use billing::{Product, Tariff};
use kernel::{Audience, Day, Days, Id, PlaceId, Weekday, Zone};
use platform::Fault;
use platform::database::Tx;
use platform::photos::{self, Photo, Picture};
use platform::web::{Shell, Visit};
use spaces::ExtraLine;
use spaces::store::{layouts, notes, schedule};
use spaces::{Layout, Offered, Resource, ResourceId, ResourceNotes, Term};
use std::collections::BTreeMap;

/// How many days are shown at a time.
const DAYS_SHOWN: i64 = 7;

/// A room in a list.
pub(super) struct RoomCard {
    pub(super) resource: Resource,
    pub(super) photo: Option<Picture>,
    pub(super) prices: Vec<(&'static str, Both)>,
}

impl RoomCard {
    pub(super) fn name(&self) -> &str {
        self.resource.facts.name.as_str()
    }

    pub(super) fn initial(&self) -> String {
        self.name().chars().next().into_iter().collect()
    }

    /// One of the five grounds that stand in for a photograph.
    pub(super) fn ground(&self) -> i64 {
        self.resource.id.as_i64().rem_euclid(5) + 1
    }

    pub(super) fn is_desk(&self) -> bool {
        self.resource.facts.kind.is_desk()
    }

    /// "Salle · 1er étage · 8 places", as much of it as there is to say.
    pub(super) fn told(&self, shell: &Shell) -> String {
        let facts = &self.resource.facts;
        let parts = [
            shell.t(facts.kind.message()),
            facts.level.clone(),
            spaces::seats(shell, facts),
        ];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(" · ")
    }

    pub(super) fn price(&self, shell: &Shell, price: &Both) -> String {
        words::both(shell, price)
    }
}

/// The prices for people outside, by product.
pub(super) struct Prices(BTreeMap<Id<Product>, Tariff>);

impl Prices {
    pub(super) fn read(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Self, Fault> {
        let mut known = BTreeMap::new();
        let sold = spaces::store::resources::list(tx, place)?;
        for product in sold.iter().filter_map(|room| room.facts.product) {
            if let std::collections::btree_map::Entry::Vacant(free) = known.entry(product) {
                free.insert(billing::tariff(tx, place, product, Audience::External, day)?);
            }
        }
        Ok(Self(known))
    }

    pub(super) fn card(&self, resource: Resource, photo: Option<Photo>) -> RoomCard {
        let tariff = resource.facts.product.and_then(|product| self.0.get(&product));
        let base = format!("/rooms/{}/photos", resource.id);
        RoomCard {
            photo: photo.map(|photo| photo.at(&base)),
            prices: tariff.map(priced).unwrap_or_default(),
            resource,
        }
    }
}

fn priced(tariff: &Tariff) -> Vec<(&'static str, Both)> {
    [
        (tariff.hour, "spaces-price-hour"),
        (tariff.half_day, "spaces-price-half-day"),
        (tariff.day, "spaces-price-day"),
    ]
    .into_iter()
    .filter_map(|(amount, key)| Some((key, Both::of(amount?, tariff.basis, tariff.rate))))
    .collect()
}

/// What is read for a page of a room.
pub(super) struct Facts {
    resource: Resource,
    layouts: Vec<Layout>,
    photos: Vec<Photo>,
    notes: ResourceNotes,
    tariff: Option<Tariff>,
    offered: Offered,
    terms: Vec<Term>,
    from: Day,
}

impl Facts {
    pub(super) fn read(
        tx: &mut Tx<'_>,
        place: PlaceId,
        zone: &Zone,
        resource: Resource,
        (today, from): (Day, Day),
    ) -> Result<Self, Fault> {
        let days = Days::spanning(from, from.plus_days(DAYS_SHOWN - 1));
        let guest = (&resource, Audience::External);
        let offered = spaces::offered(tx, place, zone, guest, days)?;
        let mut terms: Vec<Term> = schedule::terms(tx, place)?
            .into_iter()
            .filter(|line| line.audience == Audience::External)
            .map(|line| line.term)
            .collect();
        terms.sort_by_key(|term| std::cmp::Reverse(term.notice_minutes));
        let tariff = match resource.facts.product {
            Some(product) => Some(billing::tariff(tx, place, product, Audience::External, today)?),
            None => None,
        };
        Ok(Self {
            photos: photos::of(tx, place, spaces::photographed(resource.id))?,
            notes: notes::of(tx, place, resource.id)?,
            layouts: layouts::of(tx, place, resource.id)?,
            tariff,
            offered,
            terms,
            from,
            resource,
        })
    }
}

/// One hour, or several, of a day.
pub(super) struct Stretch {
    pub(super) text: String,
    pub(super) free: bool,
    /// The address at which a free one is booked.
    pub(super) href: Option<String>,
}

/// A room as its page shows it.
pub(super) struct RoomView {
    pub(super) card: RoomCard,
    pub(super) pictures: Vec<Picture>,
    pub(super) notes: ResourceNotes,
    /// How it can be laid out, each with the seats that it then has.
    pub(super) layouts: Vec<String>,
    /// Each day of the week with its hours; empty when closed.
    pub(super) hours: Vec<(&'static str, String)>,
    pub(super) days: Vec<(Day, Vec<Stretch>)>,
    /// What holds, in sentences.
    pub(super) rules: Vec<String>,
    pub(super) earlier: Option<String>,
    pub(super) later: String,
    /// What search engines read.
    pub(super) structured: Safe<String>,
    /// The beginning of every address of the house, for pages that are shown elsewhere.
    pub(super) base_url: String,
    pub(super) bookable: bool,
}

impl RoomView {
    pub(super) fn new(visit: &Visit, facts: Facts, base_url: &str, under: &str) -> Self {
        let shell = visit.shell_titled(facts.resource.facts.name.as_str());
        let id = facts.resource.id;
        let base = format!("/rooms/{id}/photos");
        let pictures: Vec<Picture> = facts.photos.iter().map(|photo| photo.at(&base)).collect();
        let sold = facts.resource.facts.product.is_some();
        let bookable = sold || facts.resource.facts.kind.is_free_to_all();
        let weekly = facts.offered.schedule.hours_of(id, Audience::External);
        let hours: Vec<(&'static str, String)> = Weekday::ALL
            .iter()
            .map(|weekday| {
                (
                    weekday.message(),
                    words::hours_on(shell.words(), &weekly, *weekday),
                )
            })
            .collect();
        let days = days(visit, &shell, &facts, bookable);
        let layouts = facts.layouts.iter().filter(|one| one.active).map(|one| {
            let seats = shell.t1("spaces-seats", "count", one.facts.capacity);
            format!("{} · {seats}", one.facts.name)
        });
        let layouts: Vec<String> = layouts.collect();
        let structured = structured::of(visit, &facts.resource, &pictures, &weekly, base_url);
        let step = |from: Day| format!("{under}/rooms/{id}?from={from}#hours");
        let earlier = facts.from.plus_days(-DAYS_SHOWN).max(visit.today());
        Self {
            rules: words::rules(&shell, &facts.offered.window, &facts.terms),
            hours,
            days,
            structured,
            earlier: (facts.from > visit.today()).then(|| step(earlier)),
            later: step(facts.from.plus_days(DAYS_SHOWN)),
            notes: facts.notes,
            layouts,
            card: RoomCard {
                photo: None,
                prices: facts.tariff.as_ref().map(priced).unwrap_or_default(),
                resource: facts.resource,
            },
            pictures,
            base_url: base_url.to_owned(),
            bookable,
        }
    }

    pub(super) fn name(&self) -> &str {
        self.card.name()
    }

    pub(super) fn id(&self) -> ResourceId {
        self.card.resource.id
    }

    /// Where one books: a member by their own form, anybody else as a guest.
    pub(super) fn booking_address(&self, shell: &Shell) -> String {
        if shell.signed_in() {
            format!("/bookings/new?resource={}", self.id())
        } else {
            format!("/rooms/{}/booking", self.id())
        }
    }

    /// What the page says of itself to who has not opened it.
    pub(super) fn summary(&self, shell: &Shell) -> String {
        let facts = &self.card.resource.facts;
        let first = facts.description.lines().next().unwrap_or_default();
        let told = self.card.told(shell);
        format!("{} · {told} · {}. {first}", facts.name, shell.place_name())
    }

    pub(super) fn picture_address(&self) -> Option<String> {
        let first = self.pictures.first()?;
        Some(format!("{}{}", self.base_url, first.widest))
    }

    pub(super) fn address(&self) -> String {
        format!("{}/rooms/{}", self.base_url, self.id())
    }
}

fn days(visit: &Visit, shell: &Shell, facts: &Facts, bookable: bool) -> Vec<(Day, Vec<Stretch>)> {
    let zone = &visit.place.zone;
    let id = facts.resource.id;
    let stretch = |(period, free): (kernel::Period, bool)| {
        let first = free
            .then(|| proposed(period, &facts.offered.window, visit.now, zone))
            .flatten()
            .filter(|_| bookable);
        let href = first.map(|period| {
            let ((day, start), (_, end)) = (zone.local(period.start()), zone.local(period.end()));
            format!("/rooms/{id}/booking?day={day}&start={start}&end={end}")
        });
        Stretch {
            text: shell.words().hours(period),
            free,
            href,
        }
    };
    let told = facts.offered.days.iter().map(|day| {
        let hours = day.hours.iter().copied().map(stretch).collect();
        (day.day, hours)
    });
    told.collect()
}

/// What a booking costs with what is had with it, without VAT and with it.
pub(super) fn both_with(price: &spaces::Price, lines: &[ExtraLine]) -> Both {
    lines
        .iter()
        .fold(both(price), |sum, line| sum.and(both(&line.price)))
}

/// What a booking costs, without VAT and with it.
pub(super) fn both(price: &spaces::Price) -> Both {
    Both::of(price.amount, price.basis, price.rate)
}
