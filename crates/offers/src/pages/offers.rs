//! What the place offers: passes and plans, with their prices.

use super::pricing::Priced;
use super::words;
use crate::MANAGE;
use crate::rules::contract::Plan;
use crate::rules::pass_offer::PassOffer;
use crate::store::{pass_offers, plans};
use askama::Template;
use billing::Unit;
use kernel::Audience;
use platform::Fault;
use platform::web::{Answer, Shell, Visit};

/// Passes and plans.
#[derive(Template)]
#[template(path = "offers.html")]
pub(super) struct OffersPage {
    shell: Shell,
    passes: Vec<(PassOffer, Option<Priced>)>,
    plans: Vec<(Plan, Option<Priced>)>,
    may_manage: bool,
}

impl OffersPage {
    /// `30 unités : jour 3, demi-journée 2`.
    fn numbers(&self, offer: &PassOffer) -> String {
        let (day, half) = (offer.costs.day(), offer.costs.half_day());
        let costs = self.shell.t2("offers-costs", "day", day, "half", half);
        format!("{} · {costs}", words::units(&self.shell, offer.units))
    }

    fn validity(&self, offer: &PassOffer) -> String {
        match offer.validity_months {
            Some(months) => self.shell.t1("offers-months", "count", months),
            None => self.shell.t("offers-for-ever"),
        }
    }

    fn price(&self, priced: &Option<Priced>) -> String {
        match priced {
            Some(priced) => words::price(&self.shell, priced.amount, priced.basis),
            None => self.shell.t("offers-no-price"),
        }
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let (passes, plans) = visit
        .read(move |tx, actor| {
            let mut passes = Vec::new();
            for offer in pass_offers::all(tx, actor.place)? {
                let audience = Audience::External;
                let priced = Priced::read(tx, actor.place, offer.product, audience, Unit::Piece, today)?;
                passes.push((offer, priced));
            }
            let mut offered = Vec::new();
            for plan in plans::all(tx, actor.place)? {
                let priced = Priced::read(tx, actor.place, plan.product, plan.audience, Unit::Month, today)?;
                offered.push((plan, priced));
            }
            Ok::<_, Fault>((passes, offered))
        })
        .await?;
    visit.page(&OffersPage {
        shell: visit.shell("offers-title"),
        passes,
        plans,
        may_manage: visit.actor.may(MANAGE),
    })
}
