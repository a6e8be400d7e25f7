//! What the month must come to, computed from it alone: passes, proration, tariffs, VAT.

use super::made_up::{MadeUp, Prices, ROOMS, Stay};
use kernel::Day;
use std::collections::BTreeMap;

const DAY_UNITS: i64 = 3;
const HALF_UNITS: i64 = 2;
const PASS_UNITS: i64 = 30;
const PASS_CENTS: i64 = 15_000;

/// Who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Payer {
    Person(usize),
    Company(usize),
}

/// What one line of an invoice comes to.
struct Owed {
    payer: Payer,
    gross: bool,
    /// VAT in basis points.
    rate: i64,
    cents: i64,
}

/// Net, VAT, gross.
type Totals = (i64, i64, i64);

/// What the month must come to.
pub(super) struct Expected {
    /// Units left on the last day of the month, and units owed, before passes are sold.
    units: Vec<(i64, i64)>,
    owed: Vec<Owed>,
}

impl Expected {
    pub(super) fn of(month: &MadeUp) -> Self {
        let units = (0..month.people.len())
            .map(|person| units_of(month, person))
            .collect();
        let mut expected = Self {
            units,
            owed: Vec::new(),
        };
        expected.plans(month);
        expected.passes(month);
        expected.bookings(month);
        expected
    }

    pub(super) fn units(&self, person: usize) -> (i64, i64) {
        self.units[person]
    }

    /// Passes that pay for what a person owes.
    pub(super) fn passes_to_sell(&self, person: usize) -> i64 {
        (self.units[person].1 + PASS_UNITS - 1) / PASS_UNITS
    }

    /// The invoices of each payer: one for what is priced without VAT, one for what is priced with it.
    pub(super) fn invoices(&self) -> BTreeMap<Payer, Vec<Totals>> {
        let mut by_rate: BTreeMap<(Payer, bool), BTreeMap<i64, i64>> = BTreeMap::new();
        for owed in &self.owed {
            let rates = by_rate.entry((owed.payer, owed.gross)).or_default();
            *rates.entry(owed.rate).or_default() += owed.cents;
        }
        let mut invoices: BTreeMap<Payer, Vec<Totals>> = BTreeMap::new();
        for ((payer, gross), rates) in by_rate {
            let parts = rates.into_iter().map(|(rate, cents)| {
                if gross {
                    out_of(cents, rate)
                } else {
                    on_top(cents, rate)
                }
            });
            let sum = parts.fold((0, 0, 0), |sum, part| {
                (sum.0 + part.0, sum.1 + part.1, sum.2 + part.2)
            });
            invoices.entry(payer).or_default().push(sum);
        }
        invoices
    }

    fn plans(&mut self, month: &MadeUp) {
        for contract in &month.contracts {
            let monthly = contract.price.unwrap_or(if contract.plan == "Mi-temps" {
                13_500
            } else {
                25_000
            });
            let in_june = |day: Day| i64::from(day.day());
            let first = if contract.from.month() == 6 && contract.from.year() == 2026 {
                in_june(contract.from)
            } else {
                1
            };
            let last = contract.until.map_or(30, in_june);
            let cents = nearest(monthly * (last - first + 1), 30);
            self.owe(month, contract.person, false, 2_000, cents);
        }
    }

    fn passes(&mut self, month: &MadeUp) {
        for person in 0..month.people.len() {
            for _ in 0..self.passes_to_sell(person) {
                self.owe(month, person, false, 2_000, PASS_CENTS);
            }
        }
    }

    fn bookings(&mut self, month: &MadeUp) {
        for booking in month.bookings.iter().filter(|booking| !booking.cancelled) {
            let room = &ROOMS[booking.room];
            let prices = if month.is_resident(booking.person, booking.day) {
                room.resident
            } else {
                room.usual
            };
            let cents = cheapest(&prices, booking.until - booking.from);
            self.owe(month, booking.person, room.gross, room.rate, cents);
        }
    }

    fn owe(&mut self, month: &MadeUp, person: usize, gross: bool, rate: i64, cents: i64) {
        let payer = month.people[person]
            .company
            .map_or(Payer::Person(person), Payer::Company);
        self.owed.push(Owed {
            payer,
            gross,
            rate,
            cents,
        });
    }
}

/// Tries every number of days, half-days and quarters of an hour that covers the time.
fn cheapest(prices: &Prices, minutes: i64) -> i64 {
    let mut best = i64::MAX;
    for days in 0..=2 {
        for halves in 0..=4 {
            for quarters in 0..=60 {
                let cost = |price: Option<i64>, count: i64| match (price, count) {
                    (_, 0) => Some(0),
                    (price, count) => price.map(|price| price * count),
                };
                let covers = days * 480 + halves * 240 + quarters * 15 >= minutes;
                let hours = match (prices.hour, quarters) {
                    (_, 0) => Some(0),
                    (hour, quarters) => hour.map(|hour| nearest(hour * quarters, 4)),
                };
                if let (true, Some(days), Some(halves), Some(hours)) = (
                    covers,
                    cost(prices.day, days),
                    cost(prices.half_day, halves),
                    hours,
                ) {
                    best = best.min(days + halves + hours);
                }
            }
        }
    }
    best
}

/// Half a cent goes up.
fn nearest(numerator: i64, denominator: i64) -> i64 {
    (2 * numerator + denominator) / (2 * denominator)
}

fn on_top(net: i64, rate: i64) -> Totals {
    let vat = nearest(net * rate, 10_000);
    (net, vat, net + vat)
}

fn out_of(gross: i64, rate: i64) -> Totals {
    let net = nearest(gross * 10_000, 10_000 + rate);
    (net, gross - net, gross)
}

/// Walks through the month of one person: what their visits cost, the pass that lapses first paying first.
fn units_of(month: &MadeUp, person: usize) -> (i64, i64) {
    let far = Day::MAX;
    let mut lots: Vec<(Day, Day, i64)> = month
        .lots
        .iter()
        .filter(|lot| lot.person == person)
        .map(|lot| (lot.expires.unwrap_or(far), lot.bought, lot.remaining))
        .collect();
    lots.sort_unstable();
    let mut by_day: BTreeMap<Day, Vec<Stay>> = BTreeMap::new();
    for visit in month.visits.iter().filter(|visit| visit.person == person) {
        by_day.entry(visit.day).or_default().push(visit.stay);
    }
    let mut debt = 0;
    for (day, stays) in by_day {
        if month.is_resident(person, day) {
            continue;
        }
        let mut wanted = match stays.as_slice() {
            [Stay::Day] => DAY_UNITS,
            [_] => HALF_UNITS,
            _ => DAY_UNITS.min(2 * HALF_UNITS),
        };
        for (_, _, left) in lots.iter_mut().filter(|lot| lot.0 >= day) {
            let taken = wanted.min(*left);
            *left -= taken;
            wanted -= taken;
        }
        debt += wanted;
    }
    let last = Day::parse("2026-06-30").unwrap();
    (
        lots.iter().filter(|lot| lot.0 >= last).map(|lot| lot.2).sum(),
        debt,
    )
}
