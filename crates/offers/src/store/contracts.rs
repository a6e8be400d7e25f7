//! Contracts by which people hold plans.

use super::{coupons, pauses, reductions};
use crate::rules::conditions::PlanNotice;
use crate::rules::contract::{Plan, PlanContract};
use crate::rules::pass_offer::ProductId;
use billing::Basis;
use kernel::{AccountId, Audience, CustomerId, Day, Id, Money, Month, PersonId, PlaceId, Rate};
use platform::Fault;
use platform::database::{DatabaseError, Tx, batches, params, row, statement};

row! {
    struct ContractRow {
        id: Id<PlanContract>,
        person_id: PersonId,
        customer_id: CustomerId,
        plan_id: Id<Plan>,
        name: String,
        product_id: ProductId,
        audience: Audience,
        beside: bool,
        from_day: Day,
        until_day: Option<Day>,
        charged_from: Day,
        price_cents: Money,
        basis: Basis,
        anchor: Option<Day>,
        committed_until: Option<Day>,
        notice_months: i64,
        notice_to_end: bool,
        replaces_id: Option<Id<PlanContract>>,
        coupon_code: Option<String>,
        coupon_month: Option<Month>,
        rate_bp: Option<Rate>,
        amount_cents: Option<Money>,
    }

    struct IdRow {
        id: Id<PlanContract>,
    }
}

statement! {
    GET -> ContractRow = "
        select contract.id, contract.person_id, contract.customer_id, contract.plan_id, plan.name, plan.product_id,
            plan.audience, plan.beside, contract.from_day, contract.until_day,
            contract.charged_from, contract.price_cents, contract.basis, contract.anchor,
            contract.committed_until, contract.notice_months, contract.notice_to_end, contract.replaces_id,
            coupon.code as coupon_code, coupon.month as coupon_month, coupon.rate_bp, coupon.amount_cents
        from plan_contract as contract
        join plan on plan.place_id = contract.place_id and plan.id = contract.plan_id
        left join plan_coupon as coupon on coupon.place_id = contract.place_id and coupon.contract_id = contract.id
        where contract.place_id = $1 and contract.id = $2";

    OF_PERSON -> ContractRow = "
        select contract.id, contract.person_id, contract.customer_id, contract.plan_id, plan.name, plan.product_id,
            plan.audience, plan.beside, contract.from_day, contract.until_day,
            contract.charged_from, contract.price_cents, contract.basis, contract.anchor,
            contract.committed_until, contract.notice_months, contract.notice_to_end, contract.replaces_id,
            coupon.code as coupon_code, coupon.month as coupon_month, coupon.rate_bp, coupon.amount_cents
        from plan_contract as contract
        join plan on plan.place_id = contract.place_id and plan.id = contract.plan_id
        left join plan_coupon as coupon on coupon.place_id = contract.place_id and coupon.contract_id = contract.id
        where contract.place_id = $1 and contract.person_id = $2
        order by contract.from_day desc, contract.id desc";

    OF_PERSONS -> ContractRow = "
        select contract.id, contract.person_id, contract.customer_id, contract.plan_id, plan.name, plan.product_id,
            plan.audience, plan.beside, contract.from_day, contract.until_day,
            contract.charged_from, contract.price_cents, contract.basis, contract.anchor,
            contract.committed_until, contract.notice_months, contract.notice_to_end, contract.replaces_id,
            coupon.code as coupon_code, coupon.month as coupon_month, coupon.rate_bp, coupon.amount_cents
        from plan_contract as contract
        join plan on plan.place_id = contract.place_id and plan.id = contract.plan_id
        left join plan_coupon as coupon on coupon.place_id = contract.place_id and coupon.contract_id = contract.id
        where contract.place_id = $1 and contract.person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by contract.from_day desc, contract.id desc";

    ALL -> ContractRow = "
        select contract.id, contract.person_id, contract.customer_id, contract.plan_id, plan.name, plan.product_id,
            plan.audience, plan.beside, contract.from_day, contract.until_day,
            contract.charged_from, contract.price_cents, contract.basis, contract.anchor,
            contract.committed_until, contract.notice_months, contract.notice_to_end, contract.replaces_id,
            coupon.code as coupon_code, coupon.month as coupon_month, coupon.rate_bp, coupon.amount_cents
        from plan_contract as contract
        join plan on plan.place_id = contract.place_id and plan.id = contract.plan_id
        left join plan_coupon as coupon on coupon.place_id = contract.place_id and coupon.contract_id = contract.id
        where contract.place_id = $1
        order by contract.from_day desc, contract.id desc";

    HOLDING -> ContractRow = "
        select contract.id, contract.person_id, contract.customer_id, contract.plan_id, plan.name, plan.product_id,
            plan.audience, plan.beside, contract.from_day, contract.until_day,
            contract.charged_from, contract.price_cents, contract.basis, contract.anchor,
            contract.committed_until, contract.notice_months, contract.notice_to_end, contract.replaces_id,
            coupon.code as coupon_code, coupon.month as coupon_month, coupon.rate_bp, coupon.amount_cents
        from plan_contract as contract
        join plan on plan.place_id = contract.place_id and plan.id = contract.plan_id
        left join plan_coupon as coupon on coupon.place_id = contract.place_id and coupon.contract_id = contract.id
        where contract.place_id = $1 and contract.from_day <= $2
            and (contract.until_day is null or contract.until_day >= $2)
        order by contract.person_id, contract.id";

    TO_CHARGE -> ContractRow = "
        select contract.id, contract.person_id, contract.customer_id, contract.plan_id, plan.name, plan.product_id,
            plan.audience, plan.beside, contract.from_day, contract.until_day,
            contract.charged_from, contract.price_cents, contract.basis, contract.anchor,
            contract.committed_until, contract.notice_months, contract.notice_to_end, contract.replaces_id,
            coupon.code as coupon_code, coupon.month as coupon_month, coupon.rate_bp, coupon.amount_cents
        from plan_contract as contract
        join plan on plan.place_id = contract.place_id and plan.id = contract.plan_id
        left join plan_coupon as coupon on coupon.place_id = contract.place_id and coupon.contract_id = contract.id
        where contract.place_id = $1 and contract.charged_from <= $2
            and (contract.until_day is null or contract.until_day >= contract.charged_from)
        order by contract.id";

    LOCK_TO_CHARGE -> IdRow = "
        select id
        from plan_contract
        where place_id = $1 and charged_from <= $2 and (until_day is null or until_day >= charged_from)
        order by id
        for update";

    BY_EXTERNAL -> IdRow = "
        select id
        from plan_contract
        where place_id = $1 and external_ref = $2";

    INSERT = "
        insert into plan_contract (
            place_id, id, person_id, customer_id, plan_id, from_day, until_day, charged_from, price_cents, basis,
            created_at, created_by, external_ref, anchor, committed_until, notice_months, notice_to_end, replaces_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

    END = "
        update plan_contract
        set until_day = $3
        where place_id = $1 and id = $2";

    FOLLOWER -> IdRow = "
        select id
        from plan_contract
        where place_id = $1 and replaces_id = $2 and (until_day is null or until_day >= from_day)";

    LOCK -> IdRow = "
        select id
        from plan_contract
        where place_id = $1 and id = $2
        for update";

    CHANGE_CUSTOMER = "
        update plan_contract
        set customer_id = $3
        where place_id = $1 and customer_id = $2";
}

/// A contract to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewContractRow<'a> {
    pub(crate) person: PersonId,
    pub(crate) customer: CustomerId,
    pub(crate) plan: Id<Plan>,
    pub(crate) from: Day,
    pub(crate) until: Option<Day>,
    pub(crate) charged_from: Day,
    pub(crate) price: Money,
    pub(crate) basis: Basis,
    pub(crate) created_by: Option<AccountId>,
    pub(crate) external_ref: Option<&'a str>,
    pub(crate) anchor: Option<Day>,
    pub(crate) committed_until: Option<Day>,
    pub(crate) notice: PlanNotice,
    pub(crate) replaces: Option<Id<PlanContract>>,
}

/// One contract.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<PlanContract>,
) -> Result<Option<PlanContract>, Fault> {
    let row = tx.optional(&GET, &params![place, id])?;
    Ok(complete(tx, place, row)?.pop())
}

/// Keeps the run of a month from charging a contract while it is being changed.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<PlanContract>) -> Result<(), Fault> {
    let locked = tx.one(&LOCK, &params![place, id])?;
    debug_assert_eq!(locked.id, id);
    Ok(())
}

/// Every contract of a person, the latest first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<PlanContract>, Fault> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    complete(tx, place, rows)
}

/// Every contract of these persons; those of one person stand the latest first.
pub(crate) fn of_persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
) -> Result<Vec<PlanContract>, Fault> {
    let mut rows = Vec::new();
    for values in batches(place, persons) {
        rows.extend(tx.all(&OF_PERSONS, &values)?);
    }
    complete(tx, place, rows)
}

/// Every contract of a place, the latest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<PlanContract>, Fault> {
    let rows = tx.all(&ALL, &params![place])?;
    complete(tx, place, rows)
}

/// The contracts that hold on a day, by person.
pub(crate) fn on(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<PlanContract>, Fault> {
    let rows = tx.all(&HOLDING, &params![place, day])?;
    complete(tx, place, rows)
}

/// The contracts that may owe something until `last`. They are locked first and read afterwards, so that they are read as
/// whoever held them before left them.
pub(crate) fn to_charge(tx: &mut Tx<'_>, place: PlaceId, last: Day) -> Result<Vec<PlanContract>, Fault> {
    tx.all(&LOCK_TO_CHARGE, &params![place, last])?;
    owing(tx, place, last)
}

/// The contracts that may owe something until `last`, as they are, without holding them.
pub(crate) fn owing(tx: &mut Tx<'_>, place: PlaceId, last: Day) -> Result<Vec<PlanContract>, Fault> {
    let rows = tx.all(&TO_CHARGE, &params![place, last])?;
    complete(tx, place, rows)
}

/// The contract made from an imported line.
pub(crate) fn by_external(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Id<PlanContract>>, Fault> {
    let found = tx.optional(&BY_EXTERNAL, &params![place, external_ref])?;
    Ok(found.map(|row| row.id))
}

/// Writes a contract.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &NewContractRow<'_>,
) -> Result<Id<PlanContract>, DatabaseError> {
    let id = tx.new_id();
    let values = params![
        place,
        id,
        new.person,
        new.customer,
        new.plan,
        new.from,
        new.until,
        new.charged_from,
        new.price,
        new.basis,
        tx.now(),
        new.created_by,
        new.external_ref,
        new.anchor,
        new.committed_until,
        new.notice.months,
        new.notice.to_the_end,
        new.replaces
    ];
    tx.run(&INSERT, &values)?;
    Ok(id)
}

/// Writes the last day of a contract.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<PlanContract>,
    until: Day,
) -> Result<(), DatabaseError> {
    tx.run(&END, &params![place, id, until])?;
    Ok(())
}

/// Writes the last day of a contract again, or that it has none any more.
pub(crate) fn reopen(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<PlanContract>,
    until: Option<Day>,
) -> Result<(), DatabaseError> {
    tx.run(&END, &params![place, id, until])?;
    Ok(())
}

/// The contract that takes over from another one, unless that was taken back.
pub(crate) fn follower(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<PlanContract>,
) -> Result<Option<Id<PlanContract>>, Fault> {
    Ok(tx.optional(&FOLLOWER, &params![place, id])?.map(|row| row.id))
}

/// Contracts with their pauses and the reduced tariffs of those who hold or pay them.
fn complete(
    tx: &mut Tx<'_>,
    place: PlaceId,
    rows: impl IntoIterator<Item = ContractRow>,
) -> Result<Vec<PlanContract>, Fault> {
    let mut contracts: Vec<PlanContract> = rows.into_iter().map(PlanContract::from).collect();
    if contracts.is_empty() {
        return Ok(contracts);
    }
    let persons: Vec<PersonId> = contracts.iter().map(|contract| contract.person).collect();
    let mut changes = pauses::changes_of(tx, place, &persons)?;
    for contract in &mut contracts {
        contract.changes = changes.remove(&contract.id).unwrap_or_default();
    }
    reductions::complete(tx, place, &mut contracts)?;
    Ok(contracts)
}

impl From<ContractRow> for PlanContract {
    fn from(row: ContractRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            customer: row.customer_id,
            plan: row.plan_id,
            plan_name: row.name,
            product: row.product_id,
            audience: row.audience,
            beside: row.beside,
            from: row.from_day,
            until: row.until_day,
            charged_from: row.charged_from,
            price: row.price_cents,
            basis: row.basis,
            anchor: row.anchor,
            committed_until: row.committed_until,
            notice: PlanNotice {
                months: row.notice_months,
                to_the_end: row.notice_to_end,
            },
            replaces: row.replaces_id,
            coupon: coupons::first_cut(row.coupon_code, row.coupon_month, (row.rate_bp, row.amount_cents)),
            changes: vec![],
        }
    }
}

/// What was agreed with one customer is another's: they are the same.
pub(crate) fn change_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    former: CustomerId,
    present: CustomerId,
) -> Result<(), Fault> {
    tx.run(&CHANGE_CUSTOMER, &params![place, former, present])?;
    Ok(())
}
