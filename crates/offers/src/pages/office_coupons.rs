//! Coupons in the office: the list with what they are for and their uses, one made or changed.

use super::words;
use crate::MANAGE;
use crate::actions::keep_coupon::keep_coupon;
use crate::rules::conditions::{percent, whole};
use crate::rules::contract::Plan;
use crate::rules::coupon::{self, Coupon, CouponCut, CouponRefused, CouponTarget, CouponTerms};
use crate::rules::pass_offer::PassOffer;
use crate::store::{coupons, pass_offers, plans};
use askama::Template;
use kernel::{Day, Days, Id, Money};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

const ADDRESS: &str = "/office/coupons";
/// The most that a limit says.
const LARGEST_LIMIT: i64 = 100_000;

/// Every coupon.
#[derive(Template)]
#[template(path = "coupons.html")]
pub(super) struct CouponsPage {
    shell: Shell,
    lines: Vec<(Coupon, i64)>,
    passes: Vec<PassOffer>,
    plans: Vec<Plan>,
    today: Day,
    may_manage: bool,
}

impl CouponsPage {
    /// What it is for, each in words: every pass or one, every plan or one.
    fn targets(&self, coupon: &Coupon) -> Vec<String> {
        let (passes, plans) = (&self.passes, &self.plans);
        let terms = &coupon.terms;
        let pass = passes.iter().find(|pass| Some(pass.id) == terms.offer);
        let plan = plans.iter().find(|plan| Some(plan.id) == terms.plan);
        let told = |target: &CouponTarget| {
            let said = self.shell.t(&target.message());
            let only = match target {
                CouponTarget::Passes => pass.map(|pass| pass.name.as_str()),
                CouponTarget::FirstMonth | CouponTarget::Fee => plan.map(|plan| plan.name.as_str()),
                CouponTarget::Bookings => None,
            };
            only.map_or(said.clone(), |only| {
                self.shell.t2("offers-coupon-only", "what", said, "name", only)
            })
        };
        terms.targets.iter().map(told).collect()
    }

    /// Why it cannot be used today, when it cannot.
    fn state(&self, coupon: &Coupon, used: &i64) -> Option<String> {
        let terms = &coupon.terms;
        let key = if !terms.active {
            "offers-coupon-off"
        } else if terms.days.last() < self.today {
            "offers-coupon-expired"
        } else if terms.most_uses.is_some_and(|most| *used >= most) {
            "offers-coupon-spent"
        } else if terms.days.first() > self.today {
            "offers-coupon-to-come"
        } else {
            return None;
        };
        Some(self.shell.t(key))
    }

    fn cut(&self, coupon: &Coupon) -> String {
        words::cut(&self.shell, coupon.terms.cut)
    }

    fn days(&self, coupon: &Coupon) -> String {
        let days = coupon.terms.days;
        let (from, until) = (
            self.shell.day_short(&days.first()),
            self.shell.day_short(&days.last()),
        );
        self.shell.t2("offers-from-until", "from", from, "until", until)
    }

    fn uses(&self, coupon: &Coupon, used: &i64) -> String {
        match coupon.terms.most_uses {
            Some(most) => format!("{used} / {most}"),
            None => used.to_string(),
        }
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let (lines, passes, plans) = visit
        .read(|tx, actor| {
            let used = coupons::used(tx, actor.place)?;
            let count = |coupon: Coupon| (used.get(&coupon.id).copied().unwrap_or_default(), coupon);
            let lines = coupons::all(tx, actor.place)?.into_iter().map(count);
            let lines: Vec<_> = lines.map(|(used, coupon)| (coupon, used)).collect();
            let passes = pass_offers::all(tx, actor.place)?;
            Ok::<_, Fault>((lines, passes, plans::all(tx, actor.place)?))
        })
        .await?;
    visit.page(&CouponsPage {
        shell: visit.shell("offers-coupons"),
        lines,
        passes,
        plans,
        today: visit.today(),
        may_manage: visit.actor.may(MANAGE),
    })
}

/// The form of a coupon.
#[derive(Template)]
#[template(path = "coupon.html")]
pub(super) struct CouponPage {
    shell: Shell,
    form: Form,
    target: String,
    targets: Vec<(String, String)>,
    offers: Vec<(String, String)>,
    plans: Vec<(String, String)>,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let today = visit.today();
    let form = Form::blank(&visit)
        .with("from", today)
        .with("until", today.plus_months(3))
        .with("each", 1)
        .with("targets", CouponTarget::Passes.code())
        .with("active", "yes");
    shown(&visit, None, form, StatusCode::OK).await
}

pub(super) async fn edit(visit: Visit, Path(id): Path<Id<Coupon>>) -> Answer {
    let known = visit
        .read(move |tx, actor| {
            let known = coupons::all(tx, actor.place)?;
            known.into_iter().find(|coupon| coupon.id == id).or_not_found()
        })
        .await?;
    let terms = known.terms;
    let told = |most: Option<i64>| most.map(|most| most.to_string()).unwrap_or_default();
    let (rate, amount) = match terms.cut {
        CouponCut::Rate(rate) => (rate.field(visit.locale), String::new()),
        CouponCut::Amount(amount) => (String::new(), amount.field(visit.locale)),
    };
    let mut form = Form::blank(&visit)
        .with("code", &terms.code)
        .with("rate", rate)
        .with("amount", amount)
        .with(
            "offer",
            terms.offer.map(|offer| offer.to_string()).unwrap_or_default(),
        )
        .with(
            "plan",
            terms.plan.map(|plan| plan.to_string()).unwrap_or_default(),
        )
        .with("from", terms.days.first())
        .with("until", terms.days.last())
        .with("uses", told(terms.most_uses))
        .with("each", told(terms.most_each))
        .with("active", if terms.active { "yes" } else { "" });
    for target in &terms.targets {
        form = form.and("targets", target.code());
    }
    shown(&visit, Some(id), form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    keep(visit, None, form).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<Id<Coupon>>, form: Form) -> Answer {
    keep(visit, Some(id), form).await
}

async fn keep(visit: Visit, id: Option<Id<Coupon>>, mut form: Form) -> Answer {
    let Some(terms) = read(&mut form) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            keep_coupon(tx, actor, id, &terms)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                CouponRefused::Cut => "rate",
                CouponRefused::Limit => "uses",
                CouponRefused::Target => "targets",
                _ => "code",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn read(form: &mut Form) -> Option<CouponTerms> {
    let code = form.parse("code", coupon::code);
    let rate = form.parse_optional("rate", percent);
    let amount = form.parse_optional("amount", Money::parse);
    let (offer, plan) = (
        form.parse_optional("offer", Id::parse),
        form.parse_optional("plan", Id::parse),
    );
    let targets = form.values("targets");
    let targets = targets
        .filter_map(|code| CouponTarget::parse(code).ok())
        .collect();
    let (from, until) = (form.parse("from", Day::parse), form.parse("until", Day::parse));
    let uses = form.parse_optional("uses", |text| whole(text, LARGEST_LIMIT));
    let each = form.parse_optional("each", |text| whole(text, LARGEST_LIMIT));
    let cut = match (rate?, amount?) {
        (Some(rate), None) => Some(CouponCut::Rate(rate)),
        (None, Some(amount)) => Some(CouponCut::Amount(amount)),
        _ => {
            form.refuse("rate", &CouponRefused::Cut);
            None
        }
    };
    let days = Days::new(from?, until?).ok();
    if days.is_none() {
        form.refuse_with("until", "offers-refused-pause-reversed");
    }
    Some(CouponTerms {
        code: code?,
        cut: cut?,
        targets,
        offer: offer?,
        plan: plan?,
        days: days?,
        most_uses: uses?,
        most_each: each?,
        active: form.checked("active", "yes"),
    })
}

async fn shown(visit: &Visit, id: Option<Id<Coupon>>, form: Form, status: StatusCode) -> Answer {
    let (offers, plans) = visit
        .read(|tx, actor| {
            let offers = pass_offers::all(tx, actor.place)?;
            Ok::<_, Fault>((offers, plans::all(tx, actor.place)?))
        })
        .await?;
    let offers = offers
        .into_iter()
        .map(|offer| (offer.id.to_string(), offer.name.to_string()));
    let plans = plans
        .into_iter()
        .map(|plan| (plan.id.to_string(), plan.name.to_string()));
    let every = |key: &str| std::iter::once((String::new(), visit.text(key)));
    let target = |target: &CouponTarget| (target.code().to_owned(), visit.text(&target.message()));
    let page = CouponPage {
        shell: visit.shell(if id.is_some() {
            "offers-coupon"
        } else {
            "offers-coupon-new"
        }),
        form,
        target: match id {
            Some(id) => format!("{ADDRESS}/{id}"),
            None => ADDRESS.to_owned(),
        },
        targets: CouponTarget::ALL.iter().map(target).collect(),
        offers: every("offers-coupon-every-pass").chain(offers).collect(),
        plans: every("offers-coupon-every-plan").chain(plans).collect(),
    };
    visit.page_with_status(status, &page)
}
