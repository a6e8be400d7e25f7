//! Booking a series: every date with what it would be, single ones left out or changed, then the last word.

use super::{booking_form, repeat, words};
use crate::actions::book::Quote;
use crate::actions::book_series::{Adjusted, DayQuote, NewSeries, book_series, quote_series};
use crate::documents::rule_words::rule_words;
use crate::documents::series_mail::SeriesNotice;
use crate::rules::resource::Resource;
use crate::rules::series::SeriesRefused;
use crate::series_letters::notify_series;
use crate::store::resources;
use askama::Template;
use billing::Basis;
use kernel::{Day, Money, Period};
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// Every date of a series before the last word.
#[derive(Template)]
#[template(path = "series_preview.html")]
pub(super) struct SeriesPreviewPage {
    shell: Shell,
    form: Form,
    rule: String,
    space: String,
    lines: Vec<DateLine>,
    options: Vec<(String, String)>,
    /// What the form said before, to be sent again.
    kept: Vec<(String, String)>,
    total: Total,
}

/// One date.
struct DateLine {
    day: Day,
    when: String,
    /// The price, or nothing when it does not go or is left out.
    price: Option<String>,
    /// What makes it cheaper.
    relief: Vec<String>,
    refusal: Option<String>,
    skipped: bool,
    /// The hours and the space to change, where there is something to change.
    change: Option<Change>,
}

/// What single dates may be changed to.
struct Change {
    resource: String,
    start: String,
    end: String,
}

/// What all of it comes to.
#[derive(Default)]
struct Total {
    dates: usize,
    refused: usize,
    amount: Money,
    told: String,
    asks: bool,
    /// Off how many dates the coupon comes.
    cut: usize,
}

impl SeriesPreviewPage {
    fn all_go(&self) -> bool {
        self.total.refused == 0 && self.total.dates > 0
    }

    fn is_chosen(&self, change: &Change, value: &str) -> bool {
        change.resource == value
    }

    /// Off how many of the dates the coupon comes, when one is given.
    fn coupon(&self) -> Option<String> {
        let given = !self.form.value("coupon").trim().is_empty() && self.total.cut > 0;
        let (count, dates) = (self.total.cut, self.total.dates);
        given.then(|| {
            self.shell
                .t2("spaces-series-coupon", "count", count, "dates", dates)
        })
    }

    fn consequence(&self) -> String {
        let (count, price) = (self.total.dates, self.total.told.clone());
        self.shell
            .t2("spaces-series-total", "count", count, "price", price)
    }
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(new) = asked(&visit, &mut form) else {
        return booking_form::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match form.value("step") {
        "book" => booked(visit, form, new).await,
        "skip" => {
            skip_refused(&visit, &mut form, new).await?;
            shown(&visit, form, StatusCode::OK).await
        }
        _ => shown(&visit, form, StatusCode::OK).await,
    }
}

async fn booked(visit: Visit, mut form: Form, new: NewSeries) -> Answer {
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let made = book_series(tx, actor, &new)?;
            let (notice, mark) = if made.asks() {
                (SeriesNotice::Requested, "?asked=yes")
            } else {
                (SeriesNotice::Booked, "")
            };
            notify_series(tx, actor, made.id, &made.bookings, notice, &base_url)?;
            Ok(format!("/series/{}{mark}", made.id))
        })
        .await;
    match done {
        Ok(to) if to.ends_with("?asked=yes") => {
            let to = to.trim_end_matches("?asked=yes");
            visit.redirect_with(to, &Flash::success("spaces-series-requested"))
        }
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-series-booked")),
        Err(Failure::Refused(SeriesRefused::Coupon(refusal))) => {
            form.refuse("coupon", &refusal);
            booking_form::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Refused(refusal)) => {
            let field = match &refusal {
                SeriesRefused::On { day, .. } => format!("date-{day}"),
                _ => "total".to_owned(),
            };
            form.refuse(&field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The series of the form, without the total of another look.
fn asked(visit: &Visit, form: &mut Form) -> Option<NewSeries> {
    let booking = booking_form::asked(visit, form)?;
    repeat::asked(form, booking)
}

/// Leaves out every date that does not go.
async fn skip_refused(visit: &Visit, form: &mut Form, new: NewSeries) -> Result<(), platform::web::WebError> {
    let days = visit
        .read(move |tx, actor| told(quote_series(tx, actor, &new)))
        .await?;
    for day in days.unwrap_or_default() {
        if matches!(day.outcome, Some(Err(_))) {
            form.set(&format!("skip-{}", day.day), "yes");
        }
    }
    Ok(())
}

fn told<T>(done: Result<T, Failure<SeriesRefused>>) -> Result<Result<T, SeriesRefused>, Fault> {
    match done {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let Some(new) = asked(visit, &mut form) else {
        return booking_form::shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let asked = new.clone();
    let (days, spaces) = visit
        .read(move |tx, actor| {
            let days = told(quote_series(tx, actor, &asked))?;
            Ok::<_, Fault>((days, resources::list(tx, actor.place)?))
        })
        .await?;
    let days = match days {
        Ok(days) => days,
        Err(refusal) => {
            let field = match &refusal {
                SeriesRefused::Coupon(_) => "coupon",
                _ => "repeat",
            };
            form.refuse(field, &refusal);
            return booking_form::shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let shell = visit.shell("spaces-series-preview");
    let page = SeriesPreviewPage {
        rule: rule_words(shell.words(), &new.rule),
        space: name_of(&spaces, new.booking.resource),
        lines: days
            .iter()
            .map(|day| line(visit, &shell, &new, day, &spaces))
            .collect(),
        options: booking_form::options(&shell, &spaces),
        kept: kept(&form),
        total: total(&shell, &days),
        shell,
        form,
    };
    visit.page_with_status(status, &page)
}

fn name_of(spaces: &[Resource], id: crate::rules::resource::ResourceId) -> String {
    let found = spaces.iter().find(|space| space.id == id);
    found
        .map(|space| space.facts.name.to_string())
        .unwrap_or_default()
}

fn line(visit: &Visit, shell: &Shell, new: &NewSeries, day: &DayQuote, spaces: &[Resource]) -> DateLine {
    let zone = &visit.place.zone;
    let usual = || new.hours.on(day.day, zone);
    let period: Option<Period> = day.asked.as_ref().map(|asked| asked.period).or_else(usual);
    let when = period.map(|period| shell.period(&period));
    let elsewhere = day
        .asked
        .as_ref()
        .filter(|asked| asked.resource != new.booking.resource);
    let adjusted = matches!(new.adjusted.get(&day.day), Some(Adjusted::At(..)));
    let refused = matches!(day.outcome, Some(Err(_)));
    let change = day
        .asked
        .as_ref()
        .filter(|_| refused || adjusted)
        .map(|asked| Change {
            resource: asked.resource.to_string(),
            start: zone.minute_of(asked.period.start()).to_string(),
            end: zone.minute_of(asked.period.end()).to_string(),
        });
    DateLine {
        day: day.day,
        when: [when, elsewhere.map(|asked| name_of(spaces, asked.resource))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        price: match &day.outcome {
            Some(Ok(quote)) => Some(words::price(shell, &quote.total())),
            _ => None,
        },
        relief: match &day.outcome {
            Some(Ok(quote)) => words::relief(shell, quote.plan.relief.as_ref()),
            _ => Vec::new(),
        },
        refusal: match &day.outcome {
            Some(Err(refusal)) => Some(visit.explain(refusal)),
            _ => None,
        },
        skipped: day.asked.is_none(),
        change,
    }
}

fn total(shell: &Shell, days: &[DayQuote]) -> Total {
    let mut total = Total::default();
    let mut bases: Vec<Basis> = Vec::new();
    for outcome in days.iter().filter_map(|day| day.outcome.as_ref()) {
        match outcome {
            Ok(quote) => {
                total.dates += 1;
                total.amount += quote.total().amount;
                total.asks |= quote.plan.needs_approval;
                total.cut += usize::from(has_coupon(quote));
                bases.push(quote.plan.price.basis);
            }
            Err(_) => total.refused += 1,
        }
    }
    bases.dedup();
    total.told = match bases.as_slice() {
        [basis] => words::amount(shell, total.amount, *basis),
        _ => shell.money(&total.amount),
    };
    total
}

fn has_coupon(quote: &Quote) -> bool {
    quote
        .plan
        .relief
        .as_ref()
        .is_some_and(|relief| relief.coupon.is_some())
}

/// What the first form said, to be sent again with the dates.
fn kept(form: &Form) -> Vec<(String, String)> {
    let of_form =
        |name: &str| booking_form::is_field(name) || repeat::FIELDS.contains(&name) || name == "visible";
    let pairs = form.pairs().iter();
    pairs
        .filter(|(name, value)| of_form(name) && !value.is_empty())
        .cloned()
        .collect()
}
