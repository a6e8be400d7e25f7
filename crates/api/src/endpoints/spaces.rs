//! Spaces, when they are free, closures, and how much of the place is used.

use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{Asked, One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Amount, Listed, Span, Wire};
use kernel::{Audience, Day, Days, Instant, Period};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::rules::finding::Candidate;
use spaces::rules::occupancy::{counts, net, within};
use spaces::rules::resource::ResourceMark;
use spaces::rules::schedule::ClosureMark;
use spaces::store::{bookings, extras, links, occupancy, resources, schedule};
use spaces::{
    BookingId, Closure, ClosureId, Extra, ExtraId, ExtraUnit, NewClosure, Occupation, Resource, ResourceId,
    ResourceKind,
};

/// The most days that one call looks at.
const MOST_DAYS: i64 = 100;
/// The most days of figures.
const MOST_DAYS_OF_FIGURES: i64 = 400;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::SpacesRead, Access::Needs(spaces::READ));
    let figures = (Scope::SpacesRead, Access::Needs(spaces::SEE_BOOKERS));
    let look = (Scope::SpacesRead, Access::Needs(spaces::CLOSE));
    let close = (Scope::SpacesWrite, Access::Needs(spaces::CLOSE));
    vec![
        get("/api/v1/resources", "list_resources", read, list),
        get("/api/v1/resources/{id}", "show_resource", read, show),
        get(
            "/api/v1/resources/{id}/availability",
            "show_availability",
            read,
            availability,
        ),
        get("/api/v1/extras", "list_extras", read, extras),
        get("/api/v1/closures", "list_closures", look, closures),
        create("/api/v1/closures", "close", close, block),
        post("/api/v1/closures/{id}/withdrawal", "reopen", close, reopen),
        get("/api/v1/occupancy", "show_occupancy", figures, used),
    ]
}

/// Something that can be booked.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Resource")]
pub(super) struct ResourceOut {
    id: Wire<ResourceId>,
    name: String,
    kind: Wire<ResourceKind>,
    level: String,
    /// How many bookings it takes at the same time.
    units: i64,
    /// How many people it holds.
    capacity: i64,
    description: String,
    equipment: Vec<String>,
    active: bool,
}

pub(super) fn shown(resource: Resource) -> ResourceOut {
    let equipment = resource.facts.equipment_lines().map(str::to_owned).collect();
    let facts = resource.facts;
    ResourceOut {
        id: Wire(resource.id),
        name: facts.name.as_str().to_owned(),
        kind: Wire(facts.kind),
        level: facts.level,
        units: facts.units,
        capacity: facts.capacity,
        description: facts.description,
        equipment,
        active: resource.active,
    }
}

fn list(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<ResourceOut>, Trouble> {
    let all = resources::list(call.tx, call.caller.place.id)?;
    Ok(Listed::whole(all.into_iter().map(shown).collect()))
}

/// Something that can be had with a booking.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Extra")]
struct ExtraOut {
    id: Wire<ExtraId>,
    name: String,
    /// What its price is the price of.
    unit: Wire<ExtraUnit>,
    /// What one costs, on the basis of its product.
    price: Amount,
    product: Wire<kernel::Id<billing::Product>>,
    /// With which resources; with every one when none is named.
    resources: Vec<Wire<ResourceId>>,
    /// How many hours before the booking it must be asked for.
    notice_hours: i64,
    /// Whether it can be asked for.
    active: bool,
}

/// Every extra, those no longer offered among them.
fn extras(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<ExtraOut>, Trouble> {
    let all = extras::all(call.tx, call.caller.place.id)?;
    let told = |one: Extra| ExtraOut {
        id: Wire(one.id),
        name: one.facts.name.as_str().to_owned(),
        unit: Wire(one.facts.unit),
        price: call.amount(one.facts.price),
        product: Wire(one.facts.product),
        resources: one.facts.spaces.iter().map(|id| Wire(*id)).collect(),
        notice_hours: one.facts.notice_hours,
        active: one.active,
    };
    Ok(Listed::whole(all.into_iter().map(told).collect()))
}

fn show(call: &mut Call<'_, '_>, One(id): One<ResourceMark>) -> Result<ResourceOut, Trouble> {
    Ok(shown(
        resources::find(call.tx, call.caller.place.id, id)?.or_not_found()?,
    ))
}

/// From when to when: a hundred days at most.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SpanAsked {
    from: Wire<Instant>,
    until: Wire<Instant>,
}

impl SpanAsked {
    fn period(&self) -> Result<Period, Trouble> {
        period_of(self.from.0, self.until.0, "until", MOST_DAYS)
    }
}

/// A period that ends after it begins and is not longer than so many days.
pub(super) fn period_of(
    from: Instant,
    until: Instant,
    field: &str,
    most_days: i64,
) -> Result<Period, Trouble> {
    let period = Period::new(from, until).map_err(|refusal| Trouble::refused_field(field, &refusal))?;
    if period.minutes() > most_days.saturating_mul(24 * 60) {
        return Err(Trouble::field(field, "api-refused-span"));
    }
    Ok(period)
}

/// When something can be booked, and when it is taken.
#[derive(Serialize, JsonSchema)]
struct Availability {
    /// The hours that a booking of the caller may use.
    free: Vec<Span>,
    /// When at least one booking stands, on it or on what is bound to it.
    taken: Vec<Span>,
}

fn availability(
    call: &mut Call<'_, '_>,
    (One(id), Asked(asked)): (One<ResourceMark>, Asked<SpanAsked>),
) -> Result<Availability, Trouble> {
    let (place, zone) = (call.caller.place.id, &call.caller.place.zone);
    let span = asked.period()?;
    let resource = resources::find(call.tx, place, id)?.or_not_found()?;
    let schedule = schedule::schedule(call.tx, place, span)?;
    let audience = match call.caller.actor.person {
        Some(person) => offers::audience_of(call.tx, place, person, call.tx.today(zone))?,
        None => Audience::External,
    };
    let own = bookings::occupying(call.tx, place, id, span)?;
    let bound = links::occupying_bound(call.tx, place, id, span)?;
    let of = |slots: &[bookings::Slot]| {
        slots
            .iter()
            .map(|slot| slot.occupation)
            .collect::<Vec<Occupation>>()
    };
    let (own, bound) = (of(&own), of(&bound));
    let days = Days::spanning(zone.day_of(span.start()), zone.day_of(span.end()));
    let candidate = Candidate {
        units: resource.facts.units,
        buffers: resource.facts.buffers,
        open: schedule.open(id, audience, zone, days),
        window: schedule.window_of(id, audience),
        own: &own,
        bound: &bound,
    };
    let taken = own
        .iter()
        .chain(&bound)
        .filter_map(|one| one.hours().intersection(span))
        .collect();
    let free = if resource.active { candidate.free() } else { vec![] };
    let told = |periods: Vec<Period>| periods.into_iter().map(|one| Span::new(one, zone)).collect();
    Ok(Availability {
        free: told(
            free.into_iter()
                .filter_map(|one| one.intersection(span))
                .collect(),
        ),
        taken: told(Period::merge(taken)),
    })
}

/// Hours that are blocked.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Closure")]
struct ClosureOut {
    id: Wire<ClosureId>,
    /// What is closed; the whole place when there is none.
    resource: Option<Wire<ResourceId>>,
    hours: Span,
    reason: String,
}

fn closure(call: &Call<'_, '_>, closure: Closure) -> ClosureOut {
    ClosureOut {
        id: Wire(closure.id),
        resource: closure.resource.map(Wire),
        hours: Span::new(closure.period, &call.caller.place.zone),
        reason: closure.reason,
    }
}

fn closures(call: &mut Call<'_, '_>, Asked(asked): Asked<SpanAsked>) -> Result<Listed<ClosureOut>, Trouble> {
    let found = schedule::closures(call.tx, call.caller.place.id, asked.period()?)?;
    Ok(Listed::whole(
        found.into_iter().map(|one| closure(call, one)).collect(),
    ))
}

/// Hours to be blocked.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ClosureIn {
    /// What is closed; the whole place when there is none.
    resource: Option<Wire<ResourceId>>,
    starts_at: Wire<Instant>,
    ends_at: Wire<Instant>,
    /// Why: people who try to book are told.
    #[schemars(length(min = 1, max = 200))]
    reason: String,
}

/// A closure that was made.
#[derive(Serialize, JsonSchema)]
struct ClosureMade {
    closure: ClosureOut,
    /// The bookings that stand in its way; they stay until somebody moves or cancels them.
    disturbed: Vec<Wire<BookingId>>,
}

fn block(call: &mut Call<'_, '_>, Sent(sent): Sent<ClosureIn>) -> Result<ClosureMade, Trouble> {
    let period = Period::new(sent.starts_at.0, sent.ends_at.0)
        .map_err(|refusal| Trouble::refused_field("ends_at", &refusal))?;
    let new = NewClosure {
        resource: sent.resource.map(|resource| resource.0),
        period,
        reason: sent.reason,
    };
    let made = spaces::block(call.tx, &call.caller.actor, &new)?;
    let kept = schedule::closure(call.tx, call.caller.place.id, made.id)?.or_not_found()?;
    Ok(ClosureMade {
        closure: closure(call, kept),
        disturbed: made.disturbed.iter().map(|booking| Wire(booking.id)).collect(),
    })
}

/// That it is done.
#[derive(Serialize, JsonSchema)]
pub(super) struct Done {
    done: bool,
}

impl Done {
    pub(super) const DONE: Self = Self { done: true };
}

fn reopen(call: &mut Call<'_, '_>, One(id): One<ClosureMark>) -> Result<Done, Trouble> {
    spaces::reopen(call.tx, &call.caller.actor, id)?;
    Ok(Done::DONE)
}

/// From which day to which, both included: four hundred at most.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DaysAsked {
    from: Wire<Day>,
    until: Wire<Day>,
}

/// How much of a space was used.
#[derive(Serialize, JsonSchema)]
struct SpaceUsed {
    resource: Wire<ResourceId>,
    name: String,
    bookings: i64,
    /// Minutes booked inside the opening hours.
    minutes_used: i64,
    /// Minutes that its units offered.
    minutes_open: i64,
    /// What the bookings that began bring in, net of VAT.
    net: Amount,
}

fn used(call: &mut Call<'_, '_>, Asked(asked): Asked<DaysAsked>) -> Result<Listed<SpaceUsed>, Trouble> {
    let days = Days::new(asked.from.0, asked.until.0)
        .map_err(|refusal| Trouble::refused_field("until", &refusal))?;
    if days.len() > MOST_DAYS_OF_FIGURES {
        return Err(Trouble::field("until", "api-refused-span"));
    }
    let (place, zone) = (call.caller.place.id, &call.caller.place.zone);
    let span = zone.bounds(days);
    let spaces = resources::list(call.tx, place)?;
    let schedule = schedule::schedule(call.tx, place, span)?;
    let used = occupancy::used(call.tx, place, span)?;
    let figures = |space: &Resource| {
        let own: Vec<_> = used.iter().filter(|one| one.resource == space.id).collect();
        let taken: Vec<Period> = own
            .iter()
            .filter(|one| counts(one.state))
            .filter_map(|one| one.period.intersection(span))
            .collect();
        let open = [Audience::Nomad, Audience::External]
            .into_iter()
            .flat_map(|audience| schedule.open(space.id, audience, zone, days))
            .collect();
        let share = within(&Period::merge(open), space.facts.units, &taken);
        let begun = own.iter().filter(|one| span.contains(one.period.start()));
        SpaceUsed {
            resource: Wire(space.id),
            name: space.facts.name.as_str().to_owned(),
            bookings: i64::try_from(taken.len()).unwrap_or(i64::MAX),
            minutes_used: share.used,
            minutes_open: share.of,
            net: call.amount(begun.map(|one| net(one.state, &one.price, one.fee)).sum()),
        }
    };
    Ok(Listed::whole(spaces.iter().map(figures).collect()))
}
