//! Coupons, and every use of them.

use crate::rules::contract::Plan;
use crate::rules::coupon::{Coupon, CouponCut, CouponTarget, CouponTerms, FirstCut};
use crate::rules::lot::PassLot;
use crate::rules::pass_offer::PassOffer;
use kernel::{Day, Days, Id, Money, Month, PersonId, PlaceId, Rate};
use platform::Fault;
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::{BTreeSet, HashMap};

/// Marks the identifiers of uses of coupons.
#[derive(Debug)]
enum UseMark {}

row! {
    struct CouponRow {
        id: Id<Coupon>,
        code: String,
        rate_bp: Rate,
        amount_cents: Money,
        targets: String,
        pass_offer_id: Option<Id<PassOffer>>,
        plan_id: Option<Id<Plan>>,
        from_day: Day,
        until_day: Day,
        most_uses: Option<i64>,
        most_each: Option<i64>,
        active: bool,
    }

    struct CountRow {
        count: i64,
    }

    struct UsedRow {
        coupon_id: Id<Coupon>,
        count: i64,
    }

    struct IdRow {
        id: Id<Coupon>,
    }
}

statement! {
    ALL -> CouponRow = "
        select id, code, rate_bp, amount_cents, targets, pass_offer_id, plan_id, from_day, until_day, most_uses, most_each,
            active
        from coupon
        where place_id = $1
        order by active desc, id desc";

    BY_CODE -> CouponRow = "
        select id, code, rate_bp, amount_cents, targets, pass_offer_id, plan_id, from_day, until_day, most_uses, most_each,
            active
        from coupon
        where place_id = $1 and code = $2";

    LOCK -> IdRow = "
        select id
        from coupon
        where place_id = $1 and code = $2
        for update";

    INSERT = "
        insert into coupon (
            place_id, id, code, rate_bp, amount_cents, targets, pass_offer_id, plan_id, from_day, until_day, most_uses,
            most_each, active)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    UPDATE = "
        update coupon
        set code = $3, rate_bp = $4, amount_cents = $5, targets = $6, pass_offer_id = $7, plan_id = $8, from_day = $9,
            until_day = $10, most_uses = $11, most_each = $12, active = $13
        where place_id = $1 and id = $2";

    USES -> CountRow = "
        select count(*) as count
        from coupon_use
        where place_id = $1 and coupon_id = $2 and undone_at is null";

    USES_TAKEN -> CountRow = "
        select count(*) as count
        from coupon_taken
        where place_id = $1 and coupon_id = $2 and undone_at is null";

    OWN_USES -> CountRow = "
        select count(*) as count
        from coupon_use
        where place_id = $1 and coupon_id = $2 and person_id = $3 and undone_at is null";

    OWN_USES_TAKEN -> CountRow = "
        select count(*) as count
        from coupon_taken
        where place_id = $1 and coupon_id = $2 and person_id = $3 and undone_at is null";

    ALL_USES -> UsedRow = "
        select coupon_id, count(*) as count
        from coupon_use
        where place_id = $1 and undone_at is null
        group by coupon_id";

    ALL_USES_TAKEN -> UsedRow = "
        select coupon_id, count(*) as count
        from coupon_taken
        where place_id = $1 and undone_at is null
        group by coupon_id";

    USE = "
        insert into coupon_use (place_id, id, coupon_id, person_id, pass_lot_id, cut_cents, at)
        values ($1, $2, $3, $4, $5, $6, $7)";

    UNDO = "
        update coupon_use
        set undone_at = $3
        where place_id = $1 and pass_lot_id = $2 and undone_at is null";
}

/// Every coupon of a place, those that can be used first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Coupon>, Fault> {
    let rows = tx.all(&ALL, &params![place])?;
    rows.into_iter().map(Coupon::try_from).collect()
}

/// The coupon of a code.
pub(crate) fn by_code(tx: &mut Tx<'_>, place: PlaceId, code: &str) -> Result<Option<Coupon>, Fault> {
    tx.optional(&BY_CODE, &params![place, code])?
        .map(Coupon::try_from)
        .transpose()
}

/// Makes those who use a coupon wait for one another.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, code: &str) -> Result<(), Fault> {
    let locked = tx.optional(&LOCK, &params![place, code])?;
    debug_assert!(locked.is_none_or(|row| row.id.as_i64() != 0));
    Ok(())
}

/// Writes a coupon: a new one, or what was changed of one that is known.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Coupon>,
    terms: &CouponTerms,
    known: bool,
) -> Result<(), DatabaseError> {
    let (rate, amount) = parts(Some(terms.cut));
    let values = params![
        place,
        id,
        terms.code,
        rate,
        amount,
        targets_written(&terms.targets),
        terms.offer,
        terms.plan,
        terms.days.first(),
        terms.days.last(),
        terms.most_uses,
        terms.most_each,
        terms.active
    ];
    tx.run(if known { &UPDATE } else { &INSERT }, &values)?;
    Ok(())
}

/// How often a coupon was used in all, and by a person when one is known.
pub(crate) fn uses(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Coupon>,
    person: Option<PersonId>,
) -> Result<(i64, i64), Fault> {
    let all = tx.one(&USES, &params![place, id])?.count + tx.one(&USES_TAKEN, &params![place, id])?.count;
    let Some(person) = person else {
        return Ok((all, 0));
    };
    let own = params![place, id, person];
    Ok((
        all,
        tx.one(&OWN_USES, &own)?.count + tx.one(&OWN_USES_TAKEN, &own)?.count,
    ))
}

/// How often each coupon was used.
pub(crate) fn used(tx: &mut Tx<'_>, place: PlaceId) -> Result<HashMap<Id<Coupon>, i64>, Fault> {
    let mut used = HashMap::new();
    for statement in [&ALL_USES, &ALL_USES_TAKEN] {
        for row in tx.all(statement, &params![place])? {
            *used.entry(row.coupon_id).or_default() += row.count;
        }
    }
    Ok(used)
}

/// What comes off the first period, as it is kept beside a contract.
pub(super) fn first_cut(
    code: Option<String>,
    month: Option<Month>,
    (rate, amount): (Option<Rate>, Option<Money>),
) -> Option<FirstCut> {
    Some(FirstCut {
        code: code?,
        month: month?,
        cut: cut(rate?, amount?)?,
    })
}

/// A part or an amount; neither is no cut.
pub(super) fn cut(rate: Rate, amount: Money) -> Option<CouponCut> {
    match (rate == Rate::ZERO, amount.is_zero()) {
        (false, _) => Some(CouponCut::Rate(rate)),
        (true, false) => Some(CouponCut::Amount(amount)),
        (true, true) => None,
    }
}

pub(super) fn parts(cut: Option<CouponCut>) -> (Rate, Money) {
    match cut {
        Some(CouponCut::Rate(rate)) => (rate, Money::ZERO),
        Some(CouponCut::Amount(amount)) => (Rate::ZERO, amount),
        None => (Rate::ZERO, Money::ZERO),
    }
}

/// The codes, separated by spaces.
fn targets_written(targets: &BTreeSet<CouponTarget>) -> String {
    let codes: Vec<&str> = targets.iter().map(|target| target.code()).collect();
    codes.join(" ")
}

/// Notes that a coupon was used for a lot.
pub(crate) fn note_use(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (coupon, person, lot): (Id<Coupon>, PersonId, Id<PassLot>),
    cut: Money,
) -> Result<(), Fault> {
    let (id, now): (Id<UseMark>, _) = (tx.new_id(), tx.now());
    tx.run(&USE, &params![place, id, coupon, person, lot, cut, now])?;
    Ok(())
}

/// Notes that the pass for which a coupon was used is taken back.
pub(crate) fn undo_use(tx: &mut Tx<'_>, place: PlaceId, lot: Id<PassLot>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(&UNDO, &params![place, lot, now])?;
    Ok(())
}

impl TryFrom<CouponRow> for Coupon {
    type Error = Fault;

    fn try_from(row: CouponRow) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id,
            terms: CouponTerms {
                code: row.code,
                cut: cut(row.rate_bp, row.amount_cents).unwrap_or(CouponCut::Amount(Money::ZERO)),
                targets: row
                    .targets
                    .split(' ')
                    .map(CouponTarget::parse)
                    .collect::<Result<_, _>>()
                    .map_err(Fault::internal)?,
                offer: row.pass_offer_id,
                plan: row.plan_id,
                days: Days::new(row.from_day, row.until_day).map_err(Fault::internal)?,
                most_uses: row.most_uses,
                most_each: row.most_each,
                active: row.active,
            },
        })
    }
}
