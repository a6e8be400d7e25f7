//! Coupons, and every use of them.

use crate::rules::coupon::{Coupon, CouponCut, CouponTerms};
use crate::rules::lot::PassLot;
use crate::rules::pass_offer::PassOffer;
use kernel::{Day, Days, Id, Money, PersonId, PlaceId, Rate};
use platform::Fault;
use platform::database::{DatabaseError, Tx, params, row, statement};

/// Marks the identifiers of uses of coupons.
#[derive(Debug)]
enum UseMark {}

row! {
    struct CouponRow {
        id: Id<Coupon>,
        code: String,
        rate_bp: Rate,
        amount_cents: Money,
        pass_offer_id: Option<Id<PassOffer>>,
        from_day: Day,
        until_day: Day,
        most_uses: Option<i64>,
        most_each: Option<i64>,
        active: bool,
    }

    struct CountRow {
        count: i64,
    }

    struct IdRow {
        id: Id<Coupon>,
    }
}

statement! {
    ALL -> CouponRow = "
        select id, code, rate_bp, amount_cents, pass_offer_id, from_day, until_day, most_uses, most_each, active
        from coupon
        where place_id = $1
        order by active desc, id desc";

    BY_CODE -> CouponRow = "
        select id, code, rate_bp, amount_cents, pass_offer_id, from_day, until_day, most_uses, most_each, active
        from coupon
        where place_id = $1 and code = $2";

    LOCK -> IdRow = "
        select id
        from coupon
        where place_id = $1 and code = $2
        for update";

    INSERT = "
        insert into coupon (
            place_id, id, code, rate_bp, amount_cents, pass_offer_id, from_day, until_day, most_uses, most_each, active)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    UPDATE = "
        update coupon
        set code = $3, rate_bp = $4, amount_cents = $5, pass_offer_id = $6, from_day = $7, until_day = $8, most_uses = $9,
            most_each = $10, active = $11
        where place_id = $1 and id = $2";

    USES -> CountRow = "
        select count(*) as count
        from coupon_use
        where place_id = $1 and coupon_id = $2 and undone_at is null";

    OWN_USES -> CountRow = "
        select count(*) as count
        from coupon_use
        where place_id = $1 and coupon_id = $2 and person_id = $3 and undone_at is null";

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
    let (rate, amount) = match terms.cut {
        CouponCut::Rate(rate) => (rate, Money::ZERO),
        CouponCut::Amount(amount) => (Rate::ZERO, amount),
    };
    let values = params![
        place,
        id,
        terms.code,
        rate,
        amount,
        terms.offer,
        terms.days.first(),
        terms.days.last(),
        terms.most_uses,
        terms.most_each,
        terms.active
    ];
    tx.run(if known { &UPDATE } else { &INSERT }, &values)?;
    Ok(())
}

/// How often a coupon was used in all, and by a person.
pub(crate) fn uses(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Coupon>,
    person: PersonId,
) -> Result<(i64, i64), Fault> {
    let all = tx.one(&USES, &params![place, id])?.count;
    let own = tx.one(&OWN_USES, &params![place, id, person])?.count;
    Ok((all, own))
}

/// How often a coupon was used.
pub(crate) fn used(tx: &mut Tx<'_>, place: PlaceId, id: Id<Coupon>) -> Result<i64, Fault> {
    Ok(tx.one(&USES, &params![place, id])?.count)
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
                cut: if row.rate_bp == Rate::ZERO {
                    CouponCut::Amount(row.amount_cents)
                } else {
                    CouponCut::Rate(row.rate_bp)
                },
                offer: row.pass_offer_id,
                days: Days::new(row.from_day, row.until_day).map_err(Fault::internal)?,
                most_uses: row.most_uses,
                most_each: row.most_each,
                active: row.active,
            },
        })
    }
}
