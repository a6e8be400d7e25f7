//! My plan: what it gives, what it costs, how long I am bound, what I may do (T38, T39).

use super::agreements::quota;
use super::my_start::offered;
use super::plan_conditions::{hours_in_words, kind_name, kinds};
use super::words;
use crate::actions::relief::{agreements_left, plan_minutes_left};
use crate::actions::settings::settings;
use crate::actions::switch_own::take_back_switch;
use crate::rules::agreement::Agreement;
use crate::rules::conditions::{PlanBenefits, PlanConditions};
use crate::rules::contract::PlanContract;
use crate::rules::pause::Pause;
use crate::store::{benefits, contracts, pass_offers, pauses, plans};
use askama::Template;
use kernel::{Day, Id, PersonId, PlaceId};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// Where the page is.
pub(super) const ADDRESS: &str = "/me/plan";

/// The plan of the person signed in.
#[derive(Template)]
#[template(path = "my_plan.html")]
pub(super) struct MyPlanPage {
    shell: Shell,
    form: Form,
    today: Day,
    held: Vec<Held>,
    kinds: Vec<(String, String)>,
    may_pause: bool,
    /// Whether another plan may be taken beside what is held.
    may_take: bool,
    /// What my organisation has under agreements, with the minutes left.
    agreed: Vec<(Agreement, i64)>,
}

/// A contract that holds or will, with what it gives.
struct Held {
    contract: PlanContract,
    asked: PlanConditions,
    given: PlanBenefits,
    /// The pass of which units are given.
    pass: Option<String>,
    pauses: Vec<Pause>,
    /// Whether another one takes over from it.
    followed: bool,
    /// Minutes left in the period, by kind of space.
    left: BTreeMap<String, i64>,
}

impl MyPlanPage {
    /// Price, days, billing, commitment and notice.
    fn terms(&self, held: &Held) -> Vec<(String, String)> {
        let (shell, contract) = (&self.shell, &held.contract);
        let price = words::price(shell, contract.price, contract.basis);
        let mut rows = vec![
            (
                shell.t("offers-price-head"),
                shell.t1("offers-a-month", "price", price),
            ),
            (shell.t("offers-from"), shell.day_long(&contract.from)),
        ];
        if let Some(first) = &contract.coupon {
            let told = format!("{} {}", first.code, words::cut(shell, first.cut));
            rows.push((shell.t("offers-coupon-target-first-month"), told));
        }
        if let Some(last) = contract.until {
            rows.push((shell.t("offers-last-day"), shell.day_long(&last)));
        }
        let billing = match contract.anchor {
            None => shell.t("offers-billing-month"),
            Some(anchor) => shell.t1("offers-billed-on", "day", i64::from(anchor.day())),
        };
        rows.push((shell.t("offers-billing"), billing));
        rows.push((shell.t("offers-commitment"), self.commitment(contract)));
        rows.push((
            shell.t("offers-notice"),
            shell.t2(
                "offers-notice-leads-to",
                "months",
                contract.notice.months,
                "day",
                shell.day_long(&contract.earliest_end(self.today)),
            ),
        ));
        rows
    }

    fn commitment(&self, contract: &PlanContract) -> String {
        match contract.committed_until {
            Some(last) if last >= self.today => {
                self.shell
                    .t1("offers-committed-until", "day", self.shell.day_long(&last))
            }
            _ => self.shell.t("offers-commitment-none"),
        }
    }

    /// What the plan gives each period.
    fn gives(&self, held: &Held) -> Vec<(String, String)> {
        let shell = &self.shell;
        let mut rows = Vec::new();
        if !held.contract.beside {
            rows.push((shell.t("offers-place"), shell.t(held.contract.audience.message())));
        }
        if let (Some(pass), Some((_, units))) = (&held.pass, held.given.units) {
            let units = words::units(shell, units);
            rows.push((pass.clone(), shell.t1("offers-each-period", "what", units)));
        }
        for (kind, benefit) in &held.given.spaces {
            let mut told = Vec::new();
            if benefit.minutes > 0 {
                let hours = hours_in_words(shell, benefit.minutes);
                told.push(shell.t1("offers-each-period", "what", hours));
                if let Some(left) = held.left.get(kind) {
                    told.push(shell.t1("offers-hours-left", "hours", hours_in_words(shell, *left)));
                }
            }
            if benefit.discount.basis_points() > 0 {
                let rate = shell.rate(&benefit.discount);
                told.push(shell.t1("offers-discount-told", "rate", rate));
            }
            rows.push((kind_name(&self.kinds, kind), told.join(", ")));
        }
        if !held.asked.keys.is_empty() {
            rows.push((shell.t("offers-keys"), held.asked.keys.clone()));
        }
        rows
    }

    /// `40 h par trimestre, il reste 12 h`.
    fn agreement(&self, agreement: &Agreement, left: &i64) -> String {
        let left = hours_in_words(&self.shell, *left);
        let left = self.shell.t1("offers-hours-left", "hours", left);
        format!("{}, {left}", quota(&self.shell, agreement))
    }

    /// Whether it has not begun.
    fn to_come(&self, held: &Held) -> bool {
        held.contract.from > self.today
    }

    /// Whether it may be taken back: it takes over from another one and has not begun.
    fn may_take_back(&self, held: &Held) -> bool {
        self.to_come(held) && held.contract.replaces.is_some()
    }

    /// Whether it may be changed or paused now.
    fn may_change(&self, held: &Held) -> bool {
        !held.followed
            && !self.may_take_back(held)
            && held.contract.until.is_none_or(|last| last > self.today)
    }

    fn paused(&self, held: &Held) -> bool {
        held.contract.is_paused_on(self.today)
    }

    fn days(&self, pause: &Pause) -> String {
        let (from, until) = (pause.days.first(), pause.days.last());
        let (from, until) = (self.shell.day_short(&from), self.shell.day_short(&until));
        self.shell.t2("offers-from-until", "from", from, "until", until)
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

/// Takes a change back that has not begun.
pub(super) async fn take_back(visit: Visit, Path(id): Path<Id<PlanContract>>, mut form: Form) -> Answer {
    let person = visit.actor.person.ok_or(WebError::NotFound)?;
    let today = visit.today();
    let done = visit
        .submit(&form, move |tx, actor| {
            take_back_switch(tx, actor, person, id, today)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-switch-taken-back")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("plan", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page, with what was refused.
pub(super) async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (held, most_days, agreed, may_take) = visit
        .read(move |tx, actor| {
            let (place, person) = (actor.place, actor.person.or_not_found()?);
            let most_days = settings(tx, place)?.pause.most_days;
            let agreed = agreements_left(tx, place, person, today)?;
            let may_take = !offered(tx, place, person, today)?.is_empty();
            Ok::<_, Fault>((read(tx, place, person, today)?, most_days, agreed, may_take))
        })
        .await?;
    let page = MyPlanPage {
        shell: visit.shell("offers-my-plan"),
        form,
        today,
        held,
        kinds: kinds(visit),
        may_pause: most_days > 0,
        may_take,
        agreed,
    };
    visit.page_with_status(status, &page)
}

/// What a person holds today or will, the first to begin first.
fn read(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, today: Day) -> Result<Vec<Held>, Fault> {
    let mut current = contracts::of_person(tx, place, person)?;
    current.retain(|contract| !contract.is_void() && contract.until.is_none_or(|last| last >= today));
    current.sort_by_key(|contract| (contract.beside, contract.from));
    let mut held = Vec::new();
    for contract in &current {
        let given = benefits::of_plan(tx, place, contract.plan)?;
        let pass = match given.units {
            Some((offer, _)) => pass_offers::find(tx, place, offer)?.map(|offer| offer.name.to_string()),
            None => None,
        };
        let mut pauses = pauses::of_contract(tx, place, contract)?;
        pauses.retain(|pause| pause.days.last() >= today);
        let mut left = BTreeMap::new();
        for (kind, benefit) in given.spaces.iter().filter(|_| contract.gives_on(today)) {
            let minutes = plan_minutes_left(tx, place, contract, (kind, benefit.minutes), today)?;
            left.insert(kind.clone(), minutes);
        }
        held.push(Held {
            left,
            asked: plans::conditions(tx, place, contract.plan)?,
            followed: current.iter().any(|other| other.replaces == Some(contract.id)),
            contract: contract.clone(),
            given,
            pass,
            pauses,
        });
    }
    Ok(held)
}
