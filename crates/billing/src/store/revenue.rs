//! What was charged, added up by product and month.

use crate::rules::catalogue::{Basis, Product};
use crate::rules::revenue::Revenue;
use kernel::{Id, Money, Month, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct RevenueRow {
        month: Month,
        product_id: Id<Product>,
        basis: Basis,
        rate_bp: Rate,
        amount: Money,
        charges: i64,
    }

    struct CountRow {
        month: Month,
        customers: i64,
    }
}

statement! {
    BY_PRODUCT -> RevenueRow = "
        select month, product_id, basis, rate_bp, cast(sum(amount_cents) as bigint) as amount, count(*) as charges
        from charge
        where place_id = $1 and state in ('open', 'invoiced') and month between $2 and $3
        group by month, product_id, basis, rate_bp
        order by month, product_id, basis, rate_bp";

    ORGANISATIONS -> CountRow = "
        select billed.month, count(*) as customers
        from (
            select distinct month, customer_id
            from charge
            where place_id = $1 and state in ('open', 'invoiced') and month between $2 and $3) as billed
        join customer on customer.place_id = $1 and customer.id = billed.customer_id
        where customer.organisation_id is not null
        group by billed.month
        order by billed.month";
}

pub(crate) fn by_product(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (first, last): (Month, Month),
) -> Result<Vec<Revenue>, DatabaseError> {
    let mut found: Vec<Revenue> = Vec::new();
    for row in tx.all(&BY_PRODUCT, &params![place, first, last])? {
        let net = match row.basis {
            Basis::Net => row.amount,
            Basis::Gross => row.rate_bp.net_from_gross(row.amount),
        };
        match found.last_mut() {
            Some(same) if same.month == row.month && same.product == row.product_id => {
                same.net += net;
                same.charges = same.charges.saturating_add(row.charges);
            }
            _ => found.push(Revenue {
                month: row.month,
                product: row.product_id,
                net,
                charges: row.charges,
            }),
        }
    }
    Ok(found)
}

pub(crate) fn organisations(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (first, last): (Month, Month),
) -> Result<Vec<(Month, i64)>, DatabaseError> {
    let rows = tx.all(&ORGANISATIONS, &params![place, first, last])?;
    Ok(rows.into_iter().map(|row| (row.month, row.customers)).collect())
}
