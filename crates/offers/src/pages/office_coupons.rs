//! Coupons in the office: the list with their uses, one made or changed.

use crate::MANAGE;
use crate::actions::keep_coupon::keep_coupon;
use crate::rules::conditions::{percent, whole};
use crate::rules::coupon::{self, Coupon, CouponCut, CouponRefused, CouponTerms};
use crate::store::{coupons, pass_offers};
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
    may_manage: bool,
}

impl CouponsPage {
    fn cut(&self, coupon: &Coupon) -> String {
        let cut = match coupon.terms.cut {
            CouponCut::Rate(rate) => self.shell.rate(&rate),
            CouponCut::Amount(amount) => self.shell.money(&amount),
        };
        format!("\u{2212}{cut}")
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
    let lines = visit
        .read(|tx, actor| {
            let mut lines = Vec::new();
            for coupon in coupons::all(tx, actor.place)? {
                let used = coupons::used(tx, actor.place, coupon.id)?;
                lines.push((coupon, used));
            }
            Ok::<_, Fault>(lines)
        })
        .await?;
    visit.page(&CouponsPage {
        shell: visit.shell("offers-coupons"),
        lines,
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
    offers: Vec<(String, String)>,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let today = visit.today();
    let form = Form::blank(&visit)
        .with("from", today)
        .with("until", today.plus_months(3))
        .with("each", 1)
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
    let form = Form::blank(&visit)
        .with("code", &terms.code)
        .with("rate", rate)
        .with("amount", amount)
        .with(
            "offer",
            terms.offer.map(|offer| offer.to_string()).unwrap_or_default(),
        )
        .with("from", terms.days.first())
        .with("until", terms.days.last())
        .with("uses", told(terms.most_uses))
        .with("each", told(terms.most_each))
        .with("active", if terms.active { "yes" } else { "" });
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
    let offer = form.parse_optional("offer", Id::parse);
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
        offer: offer?,
        days: days?,
        most_uses: uses?,
        most_each: each?,
        active: form.checked("active", "yes"),
    })
}

async fn shown(visit: &Visit, id: Option<Id<Coupon>>, form: Form, status: StatusCode) -> Answer {
    let offers = visit.read(|tx, actor| pass_offers::all(tx, actor.place)).await?;
    let every = (String::new(), visit.text("offers-coupon-every-pass"));
    let named = offers
        .into_iter()
        .map(|offer| (offer.id.to_string(), offer.name.to_string()));
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
        offers: std::iter::once(every).chain(named).collect(),
    };
    visit.page_with_status(status, &page)
}
