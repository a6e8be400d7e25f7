//! Offers: what a member has bought and may still use.
//!
//! **Words.** A [`Plan`] is offered by the month and held by a [`PlanContract`] at the price agreed. A [`PassOffer`] is a pass on
//! sale; a [`PassLot`] the units bought at one time. A *debit* takes units from a lot for a day, a *return* gives them back to it;
//! both stay in the ledger for ever. A *debt* is what a visit lacked. [`UnitCosts`] says what a day and a half-day cost.
//!
//! **Laws.**
//! - What a day costs is the cheapest combination of the lot's own numbers ([`UnitCosts::of`]); nobody assumes that a day is
//!   two half-days.
//! - [`use_day`] is told the whole use of a day, not a change: said twice, it changes nothing. Units come from the lot that
//!   expires first, a day may draw on several lots, and what it no longer needs goes back to the lots it came from.
//! - An empty pass keeps nobody out: what is missing becomes a debt, paid by the next units, the oldest day first.
//! - `remaining` of a lot is its units, less those used before it came here, less the sum of its ledger: `tribu verify` counts.
//! - Whoever moves units of a person holds that person's lock first, so that the last unit is taken once.
//! - Prices are those in force when a thing is agreed. A month of a contract is charged once, for the days on which it holds.
//!
//! **For other capabilities**: the functions below, all synchronous over `&mut Tx`. Verbs take the [`kernel::Actor`] and ask for
//! its permission; readers take the place.

mod actions;
mod attendance;
mod history;
mod holdings;
mod letters;
mod pages;
mod permissions;
mod personal;
mod rules;
mod store;
mod uncharged;
mod verify;

pub use actions::change_offers::{
    OfferPrice, OfferRefused, PassTerms, PlanTerms, change_pass_offer, change_plan, create_pass_offer,
    create_plan, create_side_plan, price_pass_offer, price_plan, share_pass_offer,
};
pub use actions::charge_plans::charge_plans;
pub use actions::end_contract::end_contract;
pub use actions::give_back::{GiveBackRefused, NewGiveBack, give_back};
pub use actions::grant::{GrantRefused, NewGrant, grant_units};
pub use actions::import::{Imported, ImportedContract, ImportedLot, LotRefused, import_contract, import_lot};
pub use actions::keep_agreement::{change_agreement, create_agreement};
pub use actions::keep_coupon::keep_coupon;
pub use actions::pause_plan::{NewPause, pause_plan, quote_pause, resume_plan};
pub use actions::reduce::{
    NewReduction, ask_reduction, end_reduction, grant_reduction, keep_reduced_tariff, refuse_reduction,
    withdraw_reduction,
};
pub use actions::relief::{
    ReliefOf, agreements_left, draw_relief, hold_relief, move_relief, relief_for, relief_notes, relief_stays,
    return_relief,
};
pub use actions::resume_contract::resume_contract;
pub use actions::sell_pass::{
    NewPassSale, PassQuote, PassSale, SaleRefused, price_with_coupon, quote_pass, quote_pass_with, sell_pass,
    sell_pass_with,
};
pub use actions::set_conditions::set_plan_conditions;
pub use actions::settings::{OfferSettings, keep_settings, settings};
pub use actions::subscribe::{NewSubscription, PlanQuote, quote_plan, subscribe_plan, subscribe_plan_with};
pub use actions::switch_own::{own_switch_days, quote_own_switch, switch_own_plan, take_back_switch};
pub use actions::switch_plan::{PlanSwitch, SwitchQuote, quote_switch, switch_plan};
pub use actions::take_back::{TakeBackRefused, take_back_pass};
pub use actions::take_own::{end_own_plan, take_own_plan};
pub use actions::use_coupon::{PlanCoupon, booking_coupon, booking_coupon_left, hold_coupon, plan_coupon};
pub use actions::use_day::{
    DayUseOutcome, DayUseRefused, ElsewhereRefused, hold_units, use_day, use_elsewhere,
};
pub use attendance::{DayUsed, PlanHeld, days_used, plans_held, residents_on};
pub use history::{Movement, MovementKind, movements};
pub use holdings::{
    Holdings, active_contract, audience_of, contracts_of, first_end, holdings_of, lots_of, pass_offers,
    plans, remaining,
};
pub use pages::limit_codes;
pub use permissions::{MANAGE, OWN, PERMISSIONS, READ, SELL};
pub use rules::agreement::{Agreement, AgreementRefused, AgreementTerms, QuotaSpan};
pub use rules::balance::PassBalance;
pub use rules::billing_period::{period_in, period_of};
pub use rules::changes::{Cause, Change};
pub use rules::conditions::{ConditionsRefused, PlanBenefits, PlanConditions, PlanNotice, SpaceBenefit};
pub use rules::contract::{ContractRefused, Plan, PlanContract};
pub use rules::cost::{DayUse, UnitCosts, UnitCostsRefused};
pub use rules::coupon::{Coupon, CouponCut, CouponRefused, CouponTarget, CouponTerms, FirstCut};
pub use rules::day_plan::DebitId;
pub use rules::hours::{BookingCoupon, Discount, HoursDrawn, HoursLeft, HoursSource, Relief, ReliefNeed};
pub use rules::lot::{PassLot, expiry};
pub use rules::own_change::ChangeWhen;
pub use rules::pass_offer::{PassOffer, PassOfferRefused};
pub use rules::pause::{Pause, PauseRefused, PauseTerms};
pub use rules::proration::{Due, due};
pub use rules::reduction::{ReducedTariff, Reduction, ReductionRefused, ReductionState, TariffTerms};
pub use rules::switch::SwitchedMonth;
pub use verify::check;

use kernel::{Actor, Hat, Month, Permission};
use platform::capability::BillingHook;
use platform::database::Tx;
use platform::{Capability, Fault, JobHandler, Messages, NavItem, Recurring};

/// What offers say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: concat!(
        include_str!("../locales/fr.ftl"),
        "\n",
        include_str!("../locales/plans.fr.ftl"),
        "\n",
        include_str!("../locales/reduced.fr.ftl")
    ),
    en: concat!(
        include_str!("../locales/en.ftl"),
        "\n",
        include_str!("../locales/plans.en.ftl"),
        "\n",
        include_str!("../locales/reduced.en.ftl")
    ),
};

/// The kinds of spaces that the house lets, for which plans and agreements give hours: the code of each, and the key of the message that
/// names it. The program hands it in among its [`Extras`](platform::jobs::Extras): what a kind is, the capability above says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpaceKinds(pub Vec<(&'static str, &'static str)>);

const NAVIGATION: &[NavItem] = &[
    NavItem {
        also: &["/me/plan", "/me/reductions"],
        ..entry(Hat::Member, "offers-mine", "/me/passes", "pass", OWN, "")
    },
    entry(
        Hat::Office,
        "offers-title",
        "/office/offers",
        "offer",
        READ,
        "offers-section",
    ),
    entry(
        Hat::Office,
        "offers-contracts",
        "/office/offers/contracts",
        "repeat",
        READ,
        "offers-section",
    ),
    entry(
        Hat::Office,
        "offers-agreements",
        "/office/agreements",
        "offer",
        READ,
        "offers-section",
    ),
    NavItem {
        also: &["/office/reduced-tariffs"],
        ..entry(
            Hat::Office,
            "offers-reductions",
            "/office/reductions",
            "offer",
            READ,
            "offers-section",
        )
    },
];

const fn entry(
    hat: Hat,
    label: &'static str,
    href: &'static str,
    icon: &'static str,
    needs: Permission,
    section: &'static str,
) -> NavItem {
    NavItem {
        hat,
        label,
        href,
        icon,
        needs: Some(needs),
        section,
        also: &[],
    }
}

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "offers",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: JOBS.to_vec(),
        recurring: RECURRING.to_vec(),
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: Some(verify::check),
        panels: None,
        personal: personal::PERSONAL,
        before_billing: Some(BillingHook {
            charge: before_billing,
            left_out: uncharged::left_out,
        }),
    }
}

const JOBS: [JobHandler; 4] = [
    JobHandler {
        kind: actions::include_units::KIND,
        run: actions::include_units::run,
    },
    JobHandler {
        kind: actions::remind::KIND,
        run: actions::remind::run,
    },
    JobHandler {
        kind: actions::reduce::LETTER,
        run: actions::reduce::write,
    },
    JobHandler {
        kind: actions::reduce::FORGET,
        run: actions::reduce::forget,
    },
];

const RECURRING: [Recurring; 3] = [
    Recurring {
        kind: actions::include_units::KIND,
        every_minutes: 60,
    },
    Recurring {
        kind: actions::remind::KIND,
        every_minutes: 60,
    },
    Recurring {
        kind: actions::reduce::FORGET,
        every_minutes: 24 * 60,
    },
];

/// Charges the plans of a month before its drafts are computed.
fn before_billing(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<(), Fault> {
    charge_plans(tx, actor, month).map(drop)
}
