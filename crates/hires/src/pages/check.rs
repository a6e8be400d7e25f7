//! The spaces after a hire: how they were found, and the deposit of guarantee.

use super::fields::{choices, done, money, words_of};
use crate::actions::check::{self as checking, Damage, Finding};
use crate::actions::known_to_read;
use crate::actions::settings::settings;
use crate::rules::check::{Check, Condition, Deposit};
use crate::rules::hire::{At, Hire, HireSlot, HireState};
use crate::store::{checks, slots};
use askama::Template;
use billing::{Method, Product, Quote, QuoteState};
use kernel::{Day, Id, Instant, Money, PersonId};
use platform::activity::{self, Entry, Subject};
use platform::photos::{Photo, Picture};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use spaces::store::resources;
use std::collections::BTreeMap;

/// The check of a hire.
#[derive(Template)]
#[template(path = "hire_check.html")]
pub(super) struct CheckPage {
    shell: Shell,
    form: Form,
    hire: Hire,
    slots: Vec<(HireSlot, String)>,
    checks: Vec<Check>,
    quote: Option<Quote>,
    deposit: Option<Deposit>,
    pictures: Vec<Picture>,
    products: Vec<(String, String)>,
    methods: Vec<(String, String)>,
    history: Vec<HistoryLine>,
    names: BTreeMap<PersonId, String>,
    now: Instant,
}

impl CheckPage {
    fn days(&self) -> String {
        let days = self.hire.wanted.days;
        self.shell.words().days(days.first(), days.last())
    }

    fn who(&self) -> String {
        let organisation = self.hire.asked.organisation.as_ref();
        organisation.map_or_else(|| self.hire.asked.name.full(), |(name, _)| name.to_string())
    }

    /// Whether the last of it has begun: nothing is to come.
    fn has_begun(&self) -> bool {
        self.slots.iter().all(|(slot, _)| slot.has_begun(self.now))
    }

    /// The spaces at hours that have begun: there is something to look at, while others of the same hire are to come.
    fn begun(&self) -> Vec<&(HireSlot, String)> {
        self.slots
            .iter()
            .filter(|(slot, _)| slot.has_begun(self.now))
            .collect()
    }

    /// Those still to come.
    fn to_come(&self) -> Vec<&(HireSlot, String)> {
        self.slots
            .iter()
            .filter(|(slot, _)| !slot.has_begun(self.now))
            .collect()
    }

    /// Whether the last hour of it is over: then the deposit is settled.
    fn has_ended(&self) -> bool {
        let over = |slot: &HireSlot| slot.booking.is_none() || slot.period.end() <= self.now;
        self.slots.iter().all(|(slot, _)| over(slot))
    }

    fn check_of(&self, slot: &HireSlot) -> Option<&Check> {
        self.checks.iter().find(|check| check.slot == slot.id)
    }

    fn by(&self, check: &Check) -> String {
        let name = check.by.and_then(|by| self.names.get(&by).cloned());
        name.unwrap_or_default()
    }

    fn is_settled(&self) -> bool {
        self.deposit
            .as_ref()
            .is_some_and(|deposit| deposit.settled.is_some())
    }

    fn guarantee(&self) -> Option<Money> {
        let asked = self.quote.as_ref().map(|quote| quote.facts.guarantee);
        asked.filter(|amount| amount.is_positive())
    }

    const fn conditions() -> &'static [Condition] {
        Condition::ALL
    }

    /// Whether this is how a slot was found, or what the form says.
    fn is_found(&self, slot: &HireSlot, condition: &Condition) -> bool {
        let field = format!("condition-{}", slot.id);
        let typed = self.form.value(&field);
        if typed.is_empty() {
            let known = self
                .check_of(slot)
                .map_or(Condition::Good, |check| check.condition);
            return known == *condition;
        }
        typed == condition.code()
    }

    fn note(&self, slot: &HireSlot) -> String {
        let typed = self.form.value(&format!("note-{}", slot.id));
        if typed.is_empty() {
            return self
                .check_of(slot)
                .map(|check| check.note.clone())
                .unwrap_or_default();
        }
        typed.to_owned()
    }

    fn returned(&self, deposit: &Deposit) -> Option<(Money, Money)> {
        let settled = deposit.settled.as_ref()?;
        Some((deposit.amount - settled.kept, settled.cost - settled.kept))
    }
}

/// What the page reads.
struct Facts {
    hire: Hire,
    slots: Vec<(HireSlot, String)>,
    checks: Vec<Check>,
    quote: Option<Quote>,
    deposit: Option<Deposit>,
    products: Vec<Product>,
    indemnity: Option<Id<Product>>,
    photos: Vec<Photo>,
    entries: Vec<Entry>,
    names: BTreeMap<PersonId, String>,
}

fn page_of(id: Id<Hire>) -> String {
    format!("/front-desk/exclusive-hires/{id}/check")
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Hire>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: Id<Hire>, mut form: Form, status: StatusCode) -> Answer {
    let facts = read(visit, id).await?;
    let shell = visit.shell("hires-check-title");
    let asked = facts.quote.as_ref().map(|quote| quote.facts.guarantee);
    let usual = [
        ("received_on", visit.today().to_string()),
        (
            "amount",
            asked
                .filter(|amount| amount.is_positive())
                .map(|amount| amount.field(visit.locale))
                .unwrap_or_default(),
        ),
        (
            "product",
            facts
                .indemnity
                .map(|product| product.to_string())
                .unwrap_or_default(),
        ),
    ];
    for (field, value) in usual {
        if form.value(field).is_empty() {
            form.set(field, value);
        }
    }
    let photos = super::photos::base(id);
    let methods = [Method::Cheque, Method::Card, Method::Transfer, Method::Cash];
    let page = CheckPage {
        methods: methods
            .iter()
            .map(|method| (method.code().to_owned(), shell.t(method.message())))
            .collect(),
        products: choices(&shell, facts.products),
        pictures: facts.photos.iter().map(|photo| photo.at(&photos)).collect(),
        shell,
        form,
        hire: facts.hire,
        slots: facts.slots,
        checks: facts.checks,
        quote: facts.quote,
        deposit: facts.deposit,
        history: visit.history(&facts.entries, &facts.names),
        names: facts.names,
        now: visit.now,
    };
    visit.page_with_status(status, &page)
}

async fn read(visit: &Visit, id: Id<Hire>) -> Result<Facts, Fault> {
    visit
        .read(move |tx, actor| {
            let place = actor.place;
            let hire = known_to_read(tx, place, id)?;
            if hire.state != HireState::Accepted {
                return Err(Fault::NotFound);
            }
            let mut named = Vec::new();
            for slot in slots::of_hire(tx, place, id)? {
                if slot.booking.is_some() {
                    let space = resources::find(tx, place, slot.resource)?.or_not_found()?;
                    named.push((slot, space.facts.name.to_string()));
                }
            }
            let checks = checks::of_hire(tx, place, id)?;
            let quotes = billing::quotes_of(tx, place, &crate::actions::source_of(id))?;
            let entries = activity::history(tx, place, Subject::new(crate::actions::SOURCE, id))?;
            let who: Vec<PersonId> = entries
                .iter()
                .filter_map(|entry| entry.person_id)
                .chain(checks.iter().filter_map(|check| check.by))
                .collect();
            Ok(Facts {
                names: people::names_of(tx, place, &who)?,
                quote: quotes
                    .into_iter()
                    .find(|quote| quote.state == QuoteState::Accepted),
                deposit: checks::deposit(tx, place, id)?,
                products: billing::products(tx, place)?,
                indemnity: settings(tx, place)?.indemnity,
                photos: platform::photos::of(tx, place, Subject::new(crate::actions::SOURCE, id))?,
                slots: named,
                checks,
                entries,
                hire,
            })
        })
        .await
}

pub(super) async fn update(visit: Visit, Path(id): Path<Id<Hire>>, mut form: Form) -> Answer {
    let facts = read(&visit, id).await?;
    let mut found = Vec::new();
    let now = visit.now;
    for (slot, _) in facts.slots.iter().filter(|(slot, _)| slot.has_begun(now)) {
        let condition = form.parse(&format!("condition-{}", slot.id), Condition::parse);
        let note = form.value(&format!("note-{}", slot.id)).to_owned();
        let Some(condition) = condition else { continue };
        if condition != Condition::Good && note.is_empty() {
            form.refuse_with(&format!("note-{}", slot.id), "hires-refused-note");
        }
        found.push(Finding {
            slot: slot.id,
            condition,
            note,
        });
    }
    if !form.is_valid() {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let acted = visit
        .submit(&form, move |tx, actor| {
            checking::check(tx, actor, id, &found)?;
            Ok(page_of(id))
        })
        .await;
    done(&visit, acted, &page_of(id), "hires-checked")
}

pub(super) async fn receive(visit: Visit, Path(id): Path<Id<Hire>>, mut form: Form) -> Answer {
    let amount = form.parse("amount", Money::parse);
    let method = form.parse("method", Method::parse);
    let day = form.parse("received_on", Day::parse);
    let (Some(amount), Some(method), Some(day)) = (amount, method, day) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let acted = visit
        .submit(&form, move |tx, actor| {
            checking::receive_deposit(tx, actor, id, (amount, method, day))?;
            Ok(page_of(id))
        })
        .await;
    answered(&visit, id, form, acted, "hires-deposit-received").await
}

pub(super) async fn settle(visit: Visit, Path(id): Path<Id<Hire>>, mut form: Form) -> Answer {
    let cost = money(&mut form, "cost");
    let product = form.parse_optional("product", Id::<Product>::parse);
    let (Some(cost), Some(product)) = (cost, product) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let hire = visit
        .read(move |tx, actor| known_to_read(tx, actor.place, id))
        .await?;
    let damage = Damage {
        cost,
        reason: form.value("reason").to_owned(),
        label: words_of(&visit, &hire).text("hires-indemnity", &[]),
        product,
    };
    let acted = visit
        .submit(&form, move |tx, actor| {
            checking::settle_deposit(tx, actor, id, &damage)?;
            Ok(page_of(id))
        })
        .await;
    answered(&visit, id, form, acted, "hires-deposit-settled").await
}

async fn answered(
    visit: &Visit,
    id: Id<Hire>,
    mut form: Form,
    acted: Result<String, Failure<At>>,
    success: &str,
) -> Answer {
    match acted {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
