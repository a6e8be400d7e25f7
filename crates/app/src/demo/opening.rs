//! The first morning: the place, its premises, its prices, its administrator.

use super::known::{Known, Offers};
use super::story::Story;
use super::year::Closed;
use crate::demo::house::{Hire, Prices, Room};
use billing::{Basis, Family, NewProduct, Price, PriceFor, Seller, Unit, VatCategory};
use kernel::{Actor, Audience, Currency, Day, Locale, Money, Name, Rate, Weekday};
use offers::{OfferPrice, PassTerms, PlanTerms, UnitCosts};
use platform::database::Tx;
use platform::place::{self, NewPlace};
use platform::{Failure, Fault};
use spaces::{BookingWindow, Buffers, NewClosure, ResourceFacts, ResourceKind, Term, WeeklyHours};

/// Opens the house: everything but its people.
pub(super) fn open(tx: &mut Tx<'_>, story: &Story) -> Result<Known, Fault> {
    let opened = place::create(
        tx,
        NewPlace {
            name: story.house.place.name.clone(),
            zone: story.year.zone.clone(),
            language: Locale::Fr,
            currency: Currency::EUR,
            brand_colour: story.house.place.colour.clone(),
            host: None,
            demonstration: true,
        },
    )
    .map_err(Failure::unexpected)?;
    let mut known = Known::empty(opened.id);
    let actor = Actor::system(opened.id);
    sell(tx, &actor, story, &mut known)?;
    offer(tx, &actor, story, &mut known)?;
    furnish(tx, &actor, story, &mut known)?;
    schedule(tx, &actor, story)?;
    close(tx, &actor, story)?;
    Ok(known)
}

/// The seller, the rates, and what the hire of rooms costs.
fn sell(tx: &mut Tx<'_>, actor: &Actor, story: &Story, known: &mut Known) -> Result<(), Fault> {
    let first = story.year.first();
    billing::set_french_vat_rates(tx, actor).map_err(Failure::unexpected)?;
    billing::set_seller(tx, actor, &seller(story), first).map_err(Failure::unexpected)?;
    for hire in &story.house.products {
        let new = NewProduct {
            code: hire.code.clone(),
            name: hire.name.clone(),
            family: Family::Room,
            vat_category: VatCategory::Standard,
            basis: Basis::Net,
            account_code: hire.account.clone(),
        };
        let product = billing::create_product(tx, actor, new).map_err(Failure::unexpected)?;
        known.products.insert(hire.code.clone(), product);
        set_prices(tx, actor, known, hire, (None, hire.external, first))?;
        for audience in [Audience::Nomad, Audience::Resident] {
            set_prices(tx, actor, known, hire, (Some(audience), hire.member, first))?;
        }
    }
    Ok(())
}

/// Sets what a hire costs from a day on.
pub(super) fn set_prices(
    tx: &mut Tx<'_>,
    actor: &Actor,
    known: &Known,
    hire: &Hire,
    (audience, prices, from): (Option<Audience>, Prices, Day),
) -> Result<(), Fault> {
    let product = known.product(&hire.code)?;
    let units = [
        (Unit::Hour, prices.hour),
        (Unit::HalfDay, prices.half_day),
        (Unit::Day, prices.day),
    ];
    for (unit, cents) in units {
        let amount = Money::from_cents(cents);
        let price = Price {
            product,
            audience: PriceFor(audience),
            unit,
            amount,
            from,
        };
        billing::set_price(tx, actor, price).map_err(Failure::unexpected)?;
    }
    Ok(())
}

fn seller(story: &Story) -> Seller {
    let facts = &story.house.seller;
    Seller {
        legal_name: facts.legal_name.clone(),
        legal_form: facts.legal_form.clone(),
        capital: Money::from_cents(facts.capital),
        siren: facts.siren.clone(),
        vat_number: Some(facts.vat_number.clone()),
        rcs: facts.rcs.clone(),
        street: facts.street.clone(),
        postal_code: facts.postal_code.clone(),
        city: facts.city.clone(),
        country: people::FRANCE.to_owned(),
        email: facts.email.clone(),
        phone: Some(facts.phone.clone()),
        iban: Some(facts.iban.clone()),
        bic: Some(facts.bic.clone()),
        payment_days: facts.payment_days,
        penalty_rate: Rate::from_basis_points(facts.penalty_rate),
        indemnity: Money::from_cents(facts.indemnity),
        discount_text: String::new(),
        vat_on_debits: false,
        footer: facts.footer.clone(),
    }
}

/// Plans and passes.
fn offer(tx: &mut Tx<'_>, actor: &Actor, story: &Story, known: &mut Known) -> Result<(), Fault> {
    let price = |cents: i64| OfferPrice {
        amount: Money::from_cents(cents),
        basis: Basis::Net,
        vat: VatCategory::Standard,
        from: story.year.first(),
    };
    let mut plan = |facts: &super::house::Offer| {
        let terms = PlanTerms {
            name: named(&facts.name)?,
            audience: Audience::Resident,
            active: true,
        };
        offers::create_plan(tx, actor, terms, price(facts.price)).map_err(Failure::unexpected)
    };
    let resident = plan(&story.house.plans.resident)?;
    let team = plan(&story.house.plans.team)?;
    let pass = &story.house.pass;
    let terms = PassTerms {
        name: named(&pass.name)?,
        units: pass.units,
        costs: UnitCosts::new(pass.day, pass.half_day).map_err(Fault::internal)?,
        validity_months: Some(pass.validity_months),
        active: true,
    };
    let pass = offers::create_pass_offer(tx, actor, terms, price(pass.price)).map_err(Failure::unexpected)?;
    known.offers = Some(Offers { resident, team, pass });
    Ok(())
}

/// Rooms and desks.
fn furnish(tx: &mut Tx<'_>, actor: &Actor, story: &Story, known: &mut Known) -> Result<(), Fault> {
    for (position, room) in (1..).zip(&story.house.resources) {
        let facts = facts(known, room, position)?;
        let id = spaces::create_resource(tx, actor, facts, None).map_err(Failure::unexpected)?;
        known.rooms.push(id);
    }
    Ok(())
}

fn facts(known: &Known, room: &Room, position: i64) -> Result<ResourceFacts, Fault> {
    let product = room
        .product
        .as_ref()
        .map(|code| known.product(code))
        .transpose()?;
    Ok(ResourceFacts {
        kind: ResourceKind::parse(&room.kind).map_err(Fault::internal)?,
        name: named(&room.name)?,
        level: room.level.clone(),
        units: room.units,
        capacity: room.capacity,
        product,
        buffers: Buffers {
            before: room.buffer_before,
            after: room.buffer_after,
        },
        description: room.description.clone(),
        equipment: room.equipment.join("\n"),
        position,
        area: room.area.map(|metres| metres.saturating_mul(100)),
        release_minutes: room.release_minutes,
    })
}

/// Hours, limits, and what giving up costs.
fn schedule(tx: &mut Tx<'_>, actor: &Actor, story: &Story) -> Result<(), Fault> {
    for audience in Audience::ALL.iter().copied() {
        let hours = story
            .house
            .hours
            .iter()
            .filter(|hours| hours.audience == audience);
        let lines = hours.flat_map(|hours| {
            let weekdays = hours
                .weekdays
                .iter()
                .filter_map(|number| Weekday::from_number(*number));
            weekdays.map(|weekday| WeeklyHours {
                weekday,
                opens: hours.opens,
                closes: hours.closes,
            })
        });
        spaces::set_weekly_hours(tx, actor, None, audience, lines.collect()).map_err(Failure::unexpected)?;
    }
    for window in &story.house.windows {
        let limits = BookingWindow {
            minimum_notice: window.minimum_notice,
            maximum_horizon_days: window.maximum_horizon_days,
            minimum_minutes: window.minimum_minutes,
            maximum_minutes: window.maximum_minutes,
            step_minutes: window.step_minutes,
            needs_approval: false,
        };
        spaces::set_booking_window(tx, actor, None, window.audience, Some(limits))
            .map_err(Failure::unexpected)?;
    }
    for table in &story.house.cancellation {
        let terms = table.terms.iter().map(|(hours, basis_points)| Term {
            notice_minutes: hours.saturating_mul(60),
            fee: Rate::from_basis_points(*basis_points),
        });
        spaces::set_cancellation_terms(tx, actor, table.audience, terms.collect())
            .map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// The closures that are known a year before.
fn close(tx: &mut Tx<'_>, actor: &Actor, story: &Story) -> Result<(), Fault> {
    let words = &story.house.closures;
    for (closed, days) in story.year.closures() {
        let reason = match closed {
            Closed::Holiday(which) => words.holidays.get(which).cloned().unwrap_or_default(),
            Closed::August => words.august.clone(),
            Closed::YearEnd => words.christmas.clone(),
        };
        let closure = NewClosure {
            resource: None,
            period: story.year.period(days),
            reason,
        };
        spaces::block(tx, actor, &closure).map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// What the sign-in page shows: one login for each role, and the password.
pub(super) fn show_logins(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let logins: Vec<serde_json::Value> = super::logins()
        .iter()
        .map(|login| serde_json::json!({ "role": login.role.code(), "email": login.email, "password": login.password }))
        .collect();
    let logins = serde_json::Value::Array(logins).to_string();
    place::set_setting(tx, known.place, people::DEMONSTRATION_LOGINS_SETTING, &logins)?;
    place::set_setting(
        tx,
        known.place,
        super::MADE_ON_SETTING,
        &story.year.today().to_string(),
    )
}

fn named(text: &str) -> Result<Name, Fault> {
    Name::parse(text).map_err(Fault::internal)
}
