//! Monthly plans, and the contracts by which people hold them.

use super::billing_period::{month_of_period, period_in, period_of};
use super::changes::{Cause, Change};
use super::conditions::PlanNotice;
use super::coupon::FirstCut;
use super::pass_offer::ProductId;
use super::proration::{Due, due_in};
use billing::Basis;
use kernel::{Audience, CustomerId, Day, Days, Id, Money, Month, Name, PersonId};

/// A monthly plan that the place offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Which one.
    pub id: Id<Plan>,
    /// What people call it.
    pub name: Name,
    /// What is billed.
    pub product: ProductId,
    /// The group whose hours, windows and fees its holders have.
    pub audience: Audience,
    /// Whether it is held beside another one: a locker, a registered office. It gives no desk and no audience.
    pub beside: bool,
    /// Whether it is still offered.
    pub active: bool,
}

/// A person holds a plan, at the price agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanContract {
    /// Which one.
    pub id: Id<PlanContract>,
    /// Who holds it.
    pub person: PersonId,
    /// Who pays for it.
    pub customer: CustomerId,
    /// What is held.
    pub plan: Id<Plan>,
    /// The name of what is held.
    pub plan_name: String,
    /// What is billed.
    pub product: ProductId,
    /// The group that the holder belongs to meanwhile.
    pub audience: Audience,
    /// Whether it is held beside another one, and gives no desk.
    pub beside: bool,
    /// Its first day.
    pub from: Day,
    /// Its last day; none means until further notice.
    pub until: Option<Day>,
    /// The first day that is charged here.
    pub charged_from: Day,
    /// The price of a month, frozen.
    pub price: Money,
    /// Whether that price includes VAT.
    pub basis: Basis,
    /// The day from which monthly anniversaries count; none means that it is billed by calendar month.
    pub anchor: Option<Day>,
    /// The last day of the commitment, when there is one.
    pub committed_until: Option<Day>,
    /// How long a notice lasts.
    pub notice: PlanNotice,
    /// The contract that it took over from.
    pub replaces: Option<Id<PlanContract>>,
    /// What comes off its first period, when it was begun with a coupon.
    pub coupon: Option<FirstCut>,
    /// Pauses and reduced tariffs.
    pub changes: Vec<Change>,
}

impl PlanContract {
    /// Whether it holds on that day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    /// Whether it never held: it was ended on the day before it starts.
    #[must_use]
    pub fn is_void(&self) -> bool {
        self.until.is_some_and(|last| last < self.from)
    }

    /// Whether it is paused on that day.
    #[must_use]
    pub fn is_paused_on(&self, day: Day) -> bool {
        let paused = |change: &Change| change.cause == Cause::Pause && change.days.contains(day);
        self.changes.iter().any(paused)
    }

    /// Whether it gives what it gives on that day: it holds and is not paused.
    #[must_use]
    pub fn gives_on(&self, day: Day) -> bool {
        self.holds_on(day) && !self.is_paused_on(day)
    }

    /// The billing period that holds a day.
    #[must_use]
    pub fn period_of(&self, day: Day) -> Days {
        period_of(self.anchor, day)
    }

    /// The month after which the billing period that holds a day is named.
    #[must_use]
    pub fn month_of(&self, day: Day) -> Month {
        month_of_period(self.anchor, day)
    }

    /// What is to be charged for the period that begins in a month, if anything.
    #[must_use]
    pub fn due_in(&self, month: Month) -> Option<Due> {
        let held = (self.charged_from, self.until);
        let due = due_in(self.price, held, period_in(self.anchor, month), &self.changes)?;
        Some(due.less(self.coupon.as_ref(), month))
    }

    /// What it gives of a number in the period that begins in a month: the part of the days on which it gives. A reduced tariff makes it
    /// cheaper, and gives no less.
    #[must_use]
    pub fn share_in(&self, number: i64, month: Month) -> i64 {
        let pauses: Vec<Change> = self
            .changes
            .iter()
            .filter(|one| one.cause == Cause::Pause)
            .cloned()
            .collect();
        let held = (self.from, self.until);
        let due = due_in(self.price, held, period_in(self.anchor, month), &pauses);
        due.map_or(0, |due| due.part_of(number))
    }

    /// The first last day that its holder may announce today.
    #[must_use]
    pub fn earliest_end(&self, today: Day) -> Day {
        let notice = self.notice.last_day(today, self.anchor);
        self.committed_until.map_or(notice, |last| last.max(notice))
    }

    /// The month to charge next, when those until `charged` were.
    pub(crate) fn first_uncharged(&self, charged: Option<Month>) -> Month {
        charged.map_or(self.month_of(self.charged_from), Month::next)
    }

    /// Whether it holds on some day of the range from `from` to `until`.
    pub(crate) fn meets(&self, from: Day, until: Option<Day>) -> bool {
        let (my_last, last) = (self.until.unwrap_or(Day::MAX), until.unwrap_or(Day::MAX));
        !self.is_void() && from <= last && self.from <= last && from <= my_last
    }

    /// Whether it and that plan may not be held on the same day: a person has one desk, and nothing twice.
    pub(crate) fn excludes(&self, plan: &Plan) -> bool {
        self.plan == plan.id || !self.beside && !plan.beside
    }

    /// Checks that another plan may take its place from that day on.
    pub(crate) fn check_switch(&self, plan: &Plan, from: Day, today: Day) -> Result<(), ContractRefused> {
        if self.plan == plan.id {
            return Err(ContractRefused::SamePlan);
        }
        if self.beside != plan.beside {
            return Err(ContractRefused::NotAlike);
        }
        check_start(from, today)?;
        match self.until {
            Some(until) if until < from => Err(ContractRefused::EndedAlready { until }),
            _ if from < self.from => Err(ContractRefused::EndsBeforeStart { from: self.from }),
            _ => Ok(()),
        }
    }

    /// Checks that it may end on that day.
    pub(crate) fn check_end(&self, until: Day) -> Result<(), ContractRefused> {
        match self.until {
            Some(end) if until >= end => Err(ContractRefused::EndedAlready { until: end }),
            _ if until < self.from.previous() => Err(ContractRefused::EndsBeforeStart { from: self.from }),
            _ => Ok(()),
        }
    }
}

/// How many days away from today a contract may start: nobody means more than a year.
const FARTHEST_START: i64 = 366;

kernel::refusals! {
    /// Why a person cannot hold a plan so.
    pub enum ContractRefused {
        /// The plan is no longer offered.
        NotOffered = "offers-refused-plan-not-offered",
        /// It has no price on that day.
        NoPrice = "offers-refused-no-price",
        /// It costs more than anything may.
        PriceTooHigh = "offers-refused-price-too-high",
        /// No VAT rate was known on the first day to charge.
        NoVatRate {
            /// That day.
            day: Day
        } = "offers-refused-no-vat-rate",
        /// The price changed since the page was shown.
        PriceChanged = "offers-refused-price-changed",
        /// The person holds such a plan already on one of these days.
        HeldAlready {
            /// The plan held.
            plan: String,
            /// Its first day.
            from: Day
        } = "offers-refused-plan-held-already",
        /// More than a year before or after today.
        StartOutOfReach = "offers-refused-start-out-of-reach",
        /// A member begins a plan from today on, and not later than that day.
        OwnStart {
            /// The last day it may begin.
            until: Day
        } = "offers-refused-own-start",
        /// Who asks for it is no member, or has announced that they leave.
        NotAMember = "offers-refused-not-a-member",
        /// The notice or the commitment runs until then.
        NoticeRuns {
            /// The first last day that may be announced.
            until: Day
        } = "offers-refused-notice-runs",
        /// The contract ended before that day or on it.
        EndedAlready {
            /// Its last day.
            until: Day
        } = "offers-refused-ended-already",
        /// The contract starts after that day.
        EndsBeforeStart {
            /// Its first day.
            from: Day
        } = "offers-refused-ends-before-start",
        /// It is the plan held already.
        SamePlan = "offers-refused-same-plan",
        /// One is a desk, the other comes beside a desk.
        NotAlike = "offers-refused-not-alike",
        /// The commitment is not over, and the other plan costs less.
        Committed {
            /// The last day of the commitment.
            until: Day
        } = "offers-refused-committed",
        /// Another plan follows already: it has to be taken back first.
        FollowedAlready {
            /// The plan that follows.
            plan: String,
            /// Its first day.
            from: Day
        } = "offers-refused-followed-already",
        /// What was to begin has begun.
        BegunAlready = "offers-refused-begun-already",
        /// There is no such coupon, or not now.
        CouponUnknown = "offers-refused-coupon-unknown",
        /// The coupon is for something else.
        CouponOther = "offers-refused-coupon-offer",
        /// The coupon was used as often as it may be.
        CouponUsedUp = "offers-refused-coupon-used-up",
        /// This person used the coupon as often as they may.
        CouponUsedByYou = "offers-refused-coupon-used-by-you",
        /// The coupon takes nothing off here.
        CouponNothing = "offers-refused-coupon-nothing",
        /// What was charged can no longer be corrected.
        ChargeRefused = "offers-refused-charge",
    }
}

/// Checks that a contract written today may start on that day.
pub(crate) fn check_start(from: Day, today: Day) -> Result<(), ContractRefused> {
    if today.days_until(from).abs() > FARTHEST_START {
        return Err(ContractRefused::StartOutOfReach);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
