//! What is free for whom: every space of some days read at once, in a number of queries that does not grow with them.

use crate::permissions::{BOOK_FOR_OTHERS, OVERRIDE};
use crate::rules::availability::Occupation;
use crate::rules::finding::{Candidate, Lack, Rank, Wish};
use crate::rules::pricing::Tariff;
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::schedule::Schedule;
use crate::store::{bookings, resources, schedule};
use billing::{Basis, Price, Product, Unit, price_in};
use kernel::{Actor, Audience, Day, Days, Id, Instant, Money, Period, PersonId, Zone};
use platform::Fault;
use platform::database::Tx;
use std::collections::BTreeMap;

/// The spaces of some days, for one person.
pub(super) struct Offers {
    spaces: Vec<Resource>,
    schedule: Schedule,
    taken: BTreeMap<ResourceId, Vec<Occupation>>,
    prices: BTreeMap<Id<Product>, Vec<Price>>,
    basis: BTreeMap<Id<Product>, Basis>,
    audience: Audience,
    zone: Zone,
    today: Day,
    now: Instant,
    /// Whether a request of this person waits for no approval anyway.
    trusted: bool,
}

/// Hours on a space that can be had.
pub(super) struct Found {
    pub(super) space: ResourceId,
    pub(super) name: String,
    pub(super) seats: Option<i64>,
    pub(super) period: Period,
    pub(super) price: Money,
    pub(super) basis: Basis,
    pub(super) asks: bool,
    pub(super) lacks_things: bool,
    pub(super) rank: Rank,
}

/// Reads the days for `person`, else for whoever asks.
pub(super) fn read(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: Option<PersonId>,
    zone: &Zone,
    days: Days,
) -> Result<Offers, Fault> {
    let (place, today) = (actor.place, tx.today(zone));
    let span = zone.bounds(days);
    let mut taken: BTreeMap<ResourceId, Vec<Occupation>> = BTreeMap::new();
    for slot in bookings::in_span(tx, place, span)? {
        taken.entry(slot.resource).or_default().push(slot.occupation);
    }
    let mut prices: BTreeMap<Id<Product>, Vec<Price>> = BTreeMap::new();
    for price in billing::prices_on(tx, place, today)? {
        prices.entry(price.product).or_default().push(price);
    }
    let products = billing::products(tx, place)?.into_iter();
    let audience = match person.or(actor.person) {
        Some(person) => offers::audience_of(tx, place, person, today)?,
        None => Audience::External,
    };
    let spaces = resources::list(tx, place)?.into_iter();
    Ok(Offers {
        spaces: spaces.filter(|space| space.active).collect(),
        schedule: schedule::schedule(tx, place, span)?,
        taken,
        prices,
        basis: products.map(|product| (product.id, product.basis)).collect(),
        audience,
        zone: zone.clone(),
        today,
        now: tx.now(),
        trusted: actor.may(BOOK_FOR_OTHERS) && actor.may(OVERRIDE),
    })
}

impl Offers {
    /// Everything that is in a space of the place, once each.
    pub(super) fn things(&self) -> Vec<String> {
        let lines = self.spaces.iter().flat_map(|space| space.facts.equipment_lines());
        let mut things: Vec<String> = lines.map(str::to_owned).collect();
        things.sort_unstable();
        things.dedup();
        things
    }

    /// The spaces that can be had inside some hours, the best first; those that lack some things only when `lacking`.
    pub(super) fn found(&self, wish: &Wish, within: Period, lacking: bool) -> Vec<Found> {
        let mut found: Vec<Found> = self
            .spaces
            .iter()
            .filter_map(|space| {
                let lacks = wish.lacks(&space.facts);
                let wanted = lacks == if lacking { Lack::Things } else { Lack::Nothing };
                wanted.then(|| self.on(space, wish, within, lacking))?
            })
            .collect();
        found.sort_by(|one, other| (&one.rank, &one.name).cmp(&(&other.rank, &other.name)));
        found
    }

    fn on(&self, space: &Resource, wish: &Wish, within: Period, lacking: bool) -> Option<Found> {
        // The hours of the days looked at, not of every day read: two weeks are read when nothing fits.
        let days = Days::spanning(
            self.zone.day_of(within.start()),
            self.zone.day_of(within.end().plus_minutes(-1)),
        );
        let bound: Vec<Occupation> = self
            .schedule
            .bonds
            .of_one(space.id)
            .filter_map(|other| self.taken.get(&other))
            .flatten()
            .copied()
            .collect();
        let window = self.schedule.window_of(space.id, self.audience);
        let candidate = Candidate {
            units: space.facts.units,
            buffers: space.facts.buffers,
            open: self.schedule.open(space.id, self.audience, &self.zone, days),
            window,
            own: self.taken.get(&space.id).map_or(&[], Vec::as_slice),
            bound: &bound,
        };
        let period = candidate.earliest(within, wish.minutes, self.now, &self.zone)?;
        let (price, basis) = self.price(space, wish.minutes)?;
        Some(Found {
            space: space.id,
            name: space.facts.name.to_string(),
            seats: space.facts.seats(),
            period,
            price,
            basis,
            asks: window.needs_approval && !self.trusted,
            lacks_things: lacking,
            rank: Rank {
                capacity: space.facts.capacity,
                price,
                starts: period.start(),
                position: space.facts.position,
            },
        })
    }

    /// What so many minutes cost; nothing when the space has no price for this person.
    fn price(&self, space: &Resource, minutes: i64) -> Option<(Money, Basis)> {
        let Some(product) = space.facts.product else {
            return Some((Money::ZERO, Basis::Net));
        };
        let of = self.prices.get(&product).map_or(&[][..], Vec::as_slice);
        let price = |unit| price_in(of, self.audience, unit, self.today);
        let tariff = Tariff {
            hour: price(Unit::Hour),
            half_day: price(Unit::HalfDay),
            day: price(Unit::Day),
        };
        let basis = self.basis.get(&product).copied().unwrap_or(Basis::Net);
        Some((tariff.cheapest(minutes)?.price, basis))
    }
}
