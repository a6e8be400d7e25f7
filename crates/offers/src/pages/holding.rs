//! What a person holds, as several pages show it.

use super::words;
use crate::history::{Movement, movements};
use crate::holdings;
use crate::rules::balance::PassBalance;
use crate::rules::contract::PlanContract;
use crate::rules::lot::PassLot;
use kernel::{Day, PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;
use platform::tables::write_csv;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Shell, Visit};
use serde::Deserialize;

/// The most lines of a file.
const LONGEST_FILE: i64 = 100_000;

/// What the address of a page with a list of movements says.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct HoldingQuery {
    page: Option<String>,
    format: Option<String>,
}

impl HoldingQuery {
    /// The list asked for; an unreadable page is the first.
    pub(super) fn list(&self) -> ListQuery {
        ListQuery {
            page: self.page.as_deref().and_then(|page| page.parse().ok()),
            format: self.format.clone(),
            ..ListQuery::default()
        }
    }
}

/// What a person holds, read in one view of the database.
#[derive(Debug, Clone)]
pub(super) struct Holding {
    balance: PassBalance,
    lots: Vec<PassLot>,
    contracts: Vec<PlanContract>,
    movements: Vec<Movement>,
    total: i64,
    today: Day,
}

impl Holding {
    /// Reads what a person holds on a day, with one page of their movements.
    pub(super) fn read(
        tx: &mut Tx<'_>,
        place: PlaceId,
        person: PersonId,
        today: Day,
        list: &ListQuery,
    ) -> Result<Self, Fault> {
        let window = if list.wants_csv() {
            (LONGEST_FILE, 0)
        } else {
            (PAGE_LENGTH, list.offset())
        };
        let (movements, total) = movements(tx, place, person, window.0, window.1)?;
        Ok(Self {
            balance: holdings::remaining(tx, place, person, today)?,
            lots: holdings::lots_of(tx, place, person)?,
            contracts: holdings::contracts_of(tx, place, person)?,
            movements,
            total,
            today,
        })
    }

    pub(super) fn balance(&self) -> &PassBalance {
        &self.balance
    }

    pub(super) fn lots(&self) -> &[PassLot] {
        &self.lots
    }

    pub(super) fn movements(&self) -> &[Movement] {
        &self.movements
    }

    /// The contracts that hold today or will, the latest first.
    pub(super) fn current_contracts(&self) -> impl Iterator<Item = &PlanContract> {
        let over = |contract: &PlanContract| contract.until.is_some_and(|last| last < self.today);
        self.contracts
            .iter()
            .filter(move |contract| !over(contract) && !contract.is_void())
    }

    /// The contracts that are over, the latest first; those that never held are left out.
    pub(super) fn former_contracts(&self) -> impl Iterator<Item = &PlanContract> {
        let over = |contract: &PlanContract| contract.until.is_some_and(|last| last < self.today);
        self.contracts
            .iter()
            .filter(move |contract| over(contract) && !contract.is_void())
    }

    /// Whether the person holds and held nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.lots.is_empty() && self.contracts.iter().all(PlanContract::is_void) && self.balance.debt == 0
    }

    /// `5 jours ou 8 demi-journées`.
    pub(super) fn left_in_words(&self, shell: &Shell) -> String {
        words::days_or_half_days(shell, self.balance.days, self.balance.half_days)
    }

    /// `unités`, beside their number.
    pub(super) fn units_word(&self, shell: &Shell) -> String {
        shell.t1("offers-units-word", "count", self.balance.units)
    }

    /// When the first units lapse.
    pub(super) fn next_expiry(&self, shell: &Shell) -> String {
        words::expiry(shell, self.balance.next_expiry)
    }

    /// `3 unités sont dues…`.
    pub(super) fn debt_in_words(&self, shell: &Shell) -> String {
        shell.t1("offers-debt", "count", self.balance.debt)
    }

    /// `17 sur 30`.
    pub(super) fn left_of(&self, shell: &Shell, lot: &PassLot) -> String {
        shell.t2("offers-left-of", "left", lot.remaining, "units", lot.units)
    }

    /// Kind of badge for the state of a lot.
    pub(super) fn state_kind(&self, lot: &PassLot) -> &'static str {
        words::state(lot, self.today).0
    }

    /// Text of the state of a lot.
    pub(super) fn state_text(&self, shell: &Shell, lot: &PassLot) -> String {
        shell.t(words::state(lot, self.today).1)
    }

    /// When a lot was bought and until when it is good.
    pub(super) fn dates(&self, shell: &Shell, lot: &PassLot) -> String {
        let bought = shell.day_short(&lot.bought_on);
        shell.t2(
            "offers-lot-dates",
            "bought",
            bought,
            "expiry",
            words::expiry(shell, lot.expires_on),
        )
    }

    /// The price and the days of a contract.
    pub(super) fn contract_in_words(&self, shell: &Shell, contract: &PlanContract) -> String {
        let price = words::price(shell, contract.price, contract.basis);
        let price = shell.t1("offers-a-month", "price", price);
        let from = shell.day_short(&contract.from);
        let days = match contract.until {
            Some(last) => shell.t2("offers-from-until", "from", from, "until", shell.day_short(&last)),
            None => shell.t1("offers-since", "day", from),
        };
        format!("{price} · {days}")
    }

    /// Whether a contract took over from another one and has not begun.
    pub(super) fn may_be_taken_back(&self, contract: &PlanContract) -> bool {
        contract.replaces.is_some() && contract.from > self.today
    }

    /// What a movement was.
    pub(super) fn what(&self, shell: &Shell, movement: &Movement) -> String {
        words::movement(shell, movement)
    }

    /// `+3` or `−3`.
    pub(super) fn signed(&self, movement: &Movement) -> String {
        words::signed(movement)
    }

    /// The foot of the list of movements.
    pub(super) fn paging(&self, list: &ListQuery, path: &str) -> Paging {
        Paging::new(list, self.total, path)
    }

    /// The movements as a file.
    pub(super) fn file(&self, visit: &Visit) -> Answer {
        let shell = visit.shell("offers-movements");
        let heads = [
            "offers-day",
            "offers-movement",
            "offers-pass",
            "offers-units-head",
        ];
        let heads = heads.map(|key| visit.text(key));
        let rows: Vec<Vec<String>> = self
            .movements
            .iter()
            .map(|movement| {
                let units = if movement.gives {
                    movement.units
                } else {
                    -movement.units
                };
                let what = words::movement(&shell, movement);
                vec![
                    movement.day.to_string(),
                    what,
                    movement.pass.clone(),
                    units.to_string(),
                ]
            })
            .collect();
        let name = visit.text("offers-movements-file");
        visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
    }
}
