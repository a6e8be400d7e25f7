//! The spaces as everybody may see them, with their prices for guests.

use super::words;
use crate::rules::availability::{full_or_bound, left};
use crate::rules::resource::{Resource, ResourceId, ResourceKind};
use crate::rules::schedule::Schedule;
use crate::store::{bookings, links, resources, schedule};
use askama::Template;
use billing::{Basis, Price, Unit, price_in};
use kernel::{Audience, Day, Days, Money, Period, Weekday};
use platform::database::Tx;
use platform::web::{Answer, Path, Shell, Visit};
use platform::{Fault, OrNotFound};
use std::collections::BTreeMap;

/// Every space.
#[derive(Template)]
#[template(path = "rooms.html")]
pub(super) struct RoomsPage {
    shell: Shell,
    rooms: Vec<RoomCard>,
}

/// One space.
#[derive(Template)]
#[template(path = "room.html")]
pub(super) struct RoomPage {
    shell: Shell,
    room: RoomCard,
    /// Each day of the week with its hours; empty when closed.
    hours: Vec<(&'static str, String)>,
    /// What is left of today, free or taken.
    today: Vec<(String, bool)>,
}

/// A space with its prices for guests.
pub(super) struct RoomCard {
    resource: Resource,
    prices: Vec<(&'static str, Money)>,
    basis: Basis,
}

impl RoomCard {
    fn id(&self) -> ResourceId {
        self.resource.id
    }

    fn booking_address(&self) -> String {
        format!("/bookings/new?resource={}", self.resource.id)
    }

    fn name(&self) -> &str {
        self.resource.facts.name.as_str()
    }

    fn initial(&self) -> String {
        self.name().chars().next().into_iter().collect()
    }

    /// One of the five grounds that stand in for a photograph.
    fn picture(&self) -> i64 {
        self.resource.id.as_i64().rem_euclid(5) + 1
    }

    fn kind_key(&self) -> &'static str {
        self.resource.facts.kind.message()
    }

    fn is_desk(&self) -> bool {
        self.resource.facts.kind == ResourceKind::DeskPool
    }

    fn level(&self) -> &str {
        &self.resource.facts.level
    }

    fn capacity(&self) -> i64 {
        self.resource.facts.capacity
    }

    fn units(&self) -> i64 {
        self.resource.facts.units
    }

    fn description(&self) -> &str {
        &self.resource.facts.description
    }

    fn equipment(&self) -> Vec<&str> {
        self.resource.facts.equipment_lines().collect()
    }

    fn first_price(&self) -> Option<&(&'static str, Money)> {
        self.prices.first()
    }

    fn price(&self, shell: &Shell, amount: &Money) -> String {
        words::amount(shell, *amount, self.basis)
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let rooms = visit
        .read(move |tx, actor| {
            let prices = Prices::read(tx, actor.place, today)?;
            let all = resources::list(tx, actor.place)?
                .into_iter()
                .filter(|resource| resource.active);
            Ok::<_, Fault>(all.map(|resource| prices.card(resource)).collect::<Vec<_>>())
        })
        .await?;
    visit.page(&RoomsPage {
        shell: visit.shell("spaces-rooms-title"),
        rooms,
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<ResourceId>) -> Answer {
    let (today, day) = (visit.today(), visit.place.zone.day_bounds(visit.today()));
    let (room, schedule, taken, bound) = visit
        .read(move |tx, actor| {
            let prices = Prices::read(tx, actor.place, today)?;
            let resource = resources::find(tx, actor.place, id)?
                .filter(|one| one.active)
                .or_not_found()?;
            let schedule = schedule::schedule(tx, actor.place, day)?;
            let slots = bookings::occupying(tx, actor.place, id, day)?;
            let taken: Vec<Period> = slots.iter().map(|slot| slot.occupation.hours()).collect();
            let bound = links::occupying_bound(tx, actor.place, id, day)?;
            let bound: Vec<Period> = bound.iter().map(|slot| slot.occupation.hours()).collect();
            Ok::<_, Fault>((prices.card(resource), schedule, taken, bound))
        })
        .await?;
    let shell = visit.shell_titled(room.name());
    let hours = schedule.hours_of(id, Audience::External);
    let week: Vec<(&'static str, String)> = Weekday::ALL
        .iter()
        .map(|weekday| {
            (
                weekday.message(),
                words::hours_on(shell.words(), &hours, *weekday),
            )
        })
        .collect();
    let today = rest_of_today(
        &visit,
        &shell,
        &room,
        &schedule,
        full_or_bound(room.units(), &taken, bound),
    );
    visit.page(&RoomPage {
        shell,
        room,
        hours: week,
        today,
    })
}

/// From now to the end of today, what is free and what is taken, without a word on by whom.
fn rest_of_today(
    visit: &Visit,
    shell: &Shell,
    room: &RoomCard,
    schedule: &Schedule,
    full: Vec<Period>,
) -> Vec<(String, bool)> {
    let zone = &visit.place.zone;
    let today = zone.day_of(visit.now);
    let open = schedule.open(room.id(), Audience::External, zone, Days::one(today));
    let ahead = |period: &Period| Period::new(period.start().max(visit.now), period.end()).ok();
    let open: Vec<Period> = open.iter().filter_map(ahead).collect();
    let free = left(open.clone(), &full);
    let busy = full
        .iter()
        .flat_map(|taken| open.iter().filter_map(|open| open.intersection(*taken)));
    let mut lines: Vec<(Period, bool)> = free
        .into_iter()
        .map(|period: Period| (period, true))
        .chain(busy.map(|period| (period, false)))
        .collect();
    lines.sort_unstable();
    lines
        .into_iter()
        .map(|(period, free)| (shell.words().hours(period), free))
        .collect()
}

/// The prices of a day and the products they are of.
struct Prices {
    prices: Vec<Price>,
    basis: BTreeMap<kernel::Id<billing::Product>, Basis>,
    day: Day,
}

impl Prices {
    fn read(tx: &mut Tx<'_>, place: kernel::PlaceId, day: Day) -> Result<Self, Fault> {
        let prices = billing::prices_on(tx, place, day)?;
        let products = billing::products(tx, place)?;
        let basis = products
            .into_iter()
            .map(|product| (product.id, product.basis))
            .collect();
        Ok(Self { prices, basis, day })
    }

    fn card(&self, resource: Resource) -> RoomCard {
        let Some(product) = resource.facts.product else {
            return RoomCard {
                resource,
                prices: vec![],
                basis: Basis::Net,
            };
        };
        let of: Vec<Price> = self
            .prices
            .iter()
            .filter(|price| price.product == product)
            .copied()
            .collect();
        let units = [
            (Unit::Hour, "spaces-price-hour"),
            (Unit::HalfDay, "spaces-price-half-day"),
            (Unit::Day, "spaces-price-day"),
        ];
        let prices = units
            .into_iter()
            .filter_map(|(unit, key)| Some((key, price_in(&of, Audience::External, unit, self.day)?)))
            .collect();
        RoomCard {
            resource,
            prices,
            basis: self.basis.get(&product).copied().unwrap_or(Basis::Net),
        }
    }
}
