//! What makes a booking cheaper: said beforehand, drawn with the booking, given back with it (RULES 16 to 19).
//!
//! The caller has authorised the act on the booking, and writes its line in the log. Whoever draws first holds what is drawn on
//! ([`hold_relief`]), so that the last hour is drawn once.

use super::setup::cut_told;
use super::use_coupon::{booking_coupon, take_for_booking};
use crate::holdings;
use crate::rules::agreement::Agreement;
use crate::rules::coupon::CouponRefused;
use crate::rules::hours::{
    BookingCoupon, Discount, HoursLeft, HoursSource, Relief, ReliefNeed, kept, relieve,
};
use crate::store::hours::OpenDraw;
use crate::store::reductions::{self, OffWhat};
use crate::store::{agreements, benefits, contracts, coupon_uses, holder, hours};
use kernel::{Day, Days, Money, PersonId, PlaceId, Rate};
use people::Party;
use platform::database::Tx;
use platform::{Failure, Fault, place};

/// A booking for which hours are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReliefOf {
    /// Which booking.
    pub booking: i64,
    /// Whose.
    pub person: PersonId,
    /// The day on which it takes place.
    pub day: Day,
}

/// Makes those who draw on the hours of a person, or of the organisation that pays for them, wait for one another. Call it before the
/// price is decided.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such person.
pub fn hold_relief(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<(), Fault> {
    if let Party::Organisation(organisation) = people::payer(tx, place, person)? {
        agreements::lock(tx, place, organisation)?;
    }
    holder::lock(tx, place, person)
}

/// What a booking costs and draws; none when it has no price at all. `price` says the cheapest price of a length. Writes nothing.
///
/// # Errors
/// [`CouponRefused`] when the code given with it is not good.
pub fn relief_for(
    tx: &mut Tx<'_>,
    place: PlaceId,
    need: &ReliefNeed<'_>,
    price: impl Fn(i64) -> Option<Money>,
) -> Result<Option<(Money, Relief)>, Failure<CouponRefused>> {
    let lefts = hours_left(tx, place, need)?;
    let discount = discount(tx, place, need)?;
    let length = (need.minutes, need.kind);
    let Some((amount, mut relief)) = relieve(length, &lefts, discount.as_ref(), price) else {
        return Ok(None);
    };
    relief.coupon = match (need.coupon, need.booking) {
        (Some(code), _) => {
            let given = (need.today, code);
            Some(booking_coupon(tx, place, (Some(need.person), amount), given)?)
        }
        (None, Some(booking)) => coupon_uses::of_booking(tx, place, booking)?.map(|with| BookingCoupon {
            off: amount - with.cut.of(amount),
            ..with
        }),
        (None, None) => None,
    };
    let off = relief.coupon.as_ref().map_or(Money::ZERO, |with| with.off);
    Ok(Some((amount - off, relief)))
}

/// The hours left for a booking, of plans and agreements.
fn hours_left(tx: &mut Tx<'_>, place: PlaceId, need: &ReliefNeed<'_>) -> Result<Vec<HoursLeft>, Fault> {
    let mut lefts = Vec::new();
    for contract in contracts::of_person(tx, place, need.person)? {
        if !contract.gives_on(need.day) {
            continue;
        }
        let given = benefits::of_plan(tx, place, contract.plan)?;
        let Some(benefit) = given.spaces.get(need.kind).filter(|benefit| benefit.minutes > 0) else {
            continue;
        };
        let (source, period) = (HoursSource::Plan(contract.id), contract.period_of(need.day));
        let quota = contract.share_in(benefit.minutes, contract.month_of(need.day));
        lefts.push(HoursLeft {
            source,
            name: contract.plan_name.clone(),
            period,
            minutes: quota - taken(tx, place, source, period, need)?,
            due: Rate::ZERO,
        });
    }
    for agreement in agreements_of(tx, place, need.person)? {
        let terms = &agreement.terms;
        if !terms.gives(need.kind, need.day) {
            continue;
        }
        let (source, period) = (
            HoursSource::Agreement(agreement.id),
            terms.span.period_of(need.day),
        );
        lefts.push(HoursLeft {
            source,
            name: terms.name.to_string(),
            period,
            minutes: terms.quota_on(need.day) - taken(tx, place, source, period, need)?,
            due: terms.due,
        });
    }
    Ok(lefts)
}

/// The agreements of the organisation that pays for a person.
pub(crate) fn agreements_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Agreement>, Fault> {
    match people::payer(tx, place, person)? {
        Party::Organisation(organisation) => agreements::of_organisation(tx, place, organisation),
        Party::Person(_) => Ok(vec![]),
    }
}

/// Minutes drawn on a source, by other bookings and by those of the same series before this one.
fn taken(
    tx: &mut Tx<'_>,
    place: PlaceId,
    source: HoursSource,
    period: Days,
    need: &ReliefNeed<'_>,
) -> Result<i64, Fault> {
    let of_all = matches!(source, HoursSource::Agreement(_));
    let planned = need.planned.iter().filter(|planned| {
        planned.source == source && planned.period == period && (of_all || planned.kind == need.kind)
    });
    let planned: i64 = planned.map(|planned| planned.minutes).sum();
    Ok(planned + hours::drawn(tx, place, source, period, need.kind, need.booking)?)
}

/// The best discount that plans and reduced tariffs give today.
fn discount(tx: &mut Tx<'_>, place: PlaceId, need: &ReliefNeed<'_>) -> Result<Option<Discount>, Fault> {
    let payer = people::payer(tx, place, need.person)?;
    let customer = billing::known_customer(tx, place, payer)?;
    let who = (need.person, customer);
    let reduced = reductions::best(tx, place, who, OffWhat::Bookings, need.today)?;
    let mut best = reduced.map(|(name, rate)| Discount { name, rate });
    for contract in holdings::contracts_of(tx, place, need.person)? {
        if !contract.gives_on(need.today) {
            continue;
        }
        let given = benefits::of_plan(tx, place, contract.plan)?;
        let rate = given
            .spaces
            .get(need.kind)
            .map_or(Rate::ZERO, |benefit| benefit.discount);
        if rate > best.as_ref().map_or(Rate::ZERO, |best| best.rate) {
            best = Some(Discount {
                name: contract.plan_name,
                rate,
            });
        }
    }
    Ok(best)
}

/// Draws for a booking what was decided.
///
/// # Errors
/// As the database says.
pub fn draw_relief(tx: &mut Tx<'_>, place: PlaceId, of: ReliefOf, relief: &Relief) -> Result<(), Fault> {
    draw(tx, place, of, relief, 0)
}

fn draw(tx: &mut Tx<'_>, place: PlaceId, of: ReliefOf, relief: &Relief, mut floor: i64) -> Result<(), Fault> {
    if let Some(with) = &relief.coupon {
        take_for_booking(tx, place, (of.booking, of.person), with)?;
    }
    for drawn in &relief.drawn {
        let own = floor.min(drawn.minutes);
        floor -= own;
        hours::insert(tx, place, (of.booking, of.person, of.day), drawn, own)?;
    }
    if let Some(discount) = &relief.discount {
        hours::cut(tx, place, of.booking, (&discount.name, discount.rate))?;
    }
    Ok(())
}

/// Gives back what a booking that is given up drew, but for the part that giving it up costs; all of it when nothing is said. The use of
/// its coupon comes back when giving it up costs nothing.
///
/// # Errors
/// As the database says.
pub fn return_relief(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: i64,
    share: Option<Rate>,
) -> Result<(), Fault> {
    if share.is_none_or(|share| share == Rate::ZERO) {
        coupon_uses::undo_of_booking(tx, place, booking)?;
    }
    for open in hours::of_booking(tx, place, booking)? {
        let stays = share.map_or(0, |share| kept(open.minutes, open.floor_minutes, share));
        hours::give_back(tx, place, open.id, open.minutes - stays)?;
    }
    Ok(())
}

/// A booking goes to other hours, or another space: it draws anew, or keeps what it drew where nothing is decided anew. Of minutes given
/// up late, `share` stays drawn, and giving it up afterwards keeps as much as it would have now.
///
/// # Errors
/// As the database says.
pub fn move_relief(
    tx: &mut Tx<'_>,
    place: PlaceId,
    of: ReliefOf,
    anew: Option<&Relief>,
    share: Rate,
) -> Result<(), Fault> {
    let open = hours::of_booking(tx, place, of.booking)?;
    let total = |of: &[OpenDraw]| of.iter().map(|open| open.minutes).sum::<i64>();
    let floor = open.iter().map(|open| open.floor_minutes).sum::<i64>();
    let floor = kept(total(&open), floor, share);
    let Some(relief) = anew else {
        let mut rest = floor;
        for draw in &open {
            let own = rest.min(draw.minutes);
            rest -= own;
            hours::set_floor(tx, place, draw.id, own)?;
        }
        return Ok(());
    };
    let wanted: i64 = relief.drawn.iter().map(|drawn| drawn.minutes).sum();
    let mut stays = kept((total(&open) - wanted).max(0), 0, share);
    for draw in &open {
        let own = stays.min(draw.minutes);
        stays -= own;
        hours::give_back(tx, place, draw.id, draw.minutes - own)?;
    }
    hours::end_cuts(tx, place, of.booking)?;
    if relief.coupon.is_none() {
        coupon_uses::off_booking(tx, place, of.booking, Money::ZERO)?;
    }
    draw(tx, place, of, relief, floor)
}

/// Whether what a booking drew would be drawn on the same periods on another day.
///
/// # Errors
/// As the database says.
pub fn relief_stays(tx: &mut Tx<'_>, place: PlaceId, booking: i64, day: Day) -> Result<bool, Fault> {
    for open in hours::of_booking(tx, place, booking)? {
        let stays = match HoursSource::of(open.source, open.source_id) {
            HoursSource::Plan(id) => contracts::find(tx, place, id)?
                .is_some_and(|held| held.gives_on(day) && held.period_of(day).first() == open.period_from),
            HoursSource::Agreement(id) => agreements::find(tx, place, id)?.is_some_and(|agreement| {
                let terms = agreement.terms;
                terms.days.contains(day) && terms.span.period_of(day).first() == open.period_from
            }),
        };
        if !stays {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What made a booking cheaper, in figures that need no language: `Convention −2 h`, `Résident −20 %`.
///
/// # Errors
/// As the database says.
pub fn relief_notes(tx: &mut Tx<'_>, place: PlaceId, booking: i64) -> Result<Vec<String>, Fault> {
    let mut notes = Vec::new();
    for open in hours::of_booking(tx, place, booking)? {
        notes.push(format!("{} \u{2212}{}", open.name, length(open.minutes)));
    }
    let cuts = hours::cuts(tx, place, booking)?;
    if !cuts.is_empty() {
        let language = place::get(tx, place)?.language;
        let told = cuts
            .into_iter()
            .map(|(name, rate)| format!("{name} \u{2212}{}", rate.display(language)));
        notes.extend(told);
    }
    let with = coupon_uses::of_booking(tx, place, booking)?;
    if let Some(with) = with.filter(|with| !with.off.is_zero()) {
        notes.push(cut_told(tx, place, &with.code, with.off)?);
    }
    Ok(notes)
}

/// `2 h`, `1 h 30`, `45 min`.
pub(crate) fn length(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
    }
}

/// The agreements of a person's organisation that are valid on a day, with the minutes left of the period.
///
/// # Errors
/// As the database says.
pub fn agreements_left(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<Vec<(Agreement, i64)>, Fault> {
    let mut found = Vec::new();
    for agreement in agreements_of(tx, place, person)? {
        if agreement.terms.days.contains(day) {
            let left = left_of(tx, place, &agreement, day)?;
            found.push((agreement, left));
        }
    }
    Ok(found)
}

/// The minutes left of an agreement in the period that holds a day.
pub(crate) fn left_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    agreement: &Agreement,
    day: Day,
) -> Result<i64, Fault> {
    let (source, period) = (
        HoursSource::Agreement(agreement.id),
        agreement.terms.span.period_of(day),
    );
    let drawn = hours::drawn(tx, place, source, period, "", None)?;
    Ok((agreement.terms.quota_on(day) - drawn).max(0))
}

/// The minutes of a plan left for a kind of space, in the period that holds a day.
pub(crate) fn plan_minutes_left(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: &crate::rules::contract::PlanContract,
    (kind, minutes): (&str, i64),
    day: Day,
) -> Result<i64, Fault> {
    let source = HoursSource::Plan(contract.id);
    let drawn = hours::drawn(tx, place, source, contract.period_of(day), kind, None)?;
    Ok((contract.share_in(minutes, contract.month_of(day)) - drawn).max(0))
}
